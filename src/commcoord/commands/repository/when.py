"""Which date a phrase means."""

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from commcoord.commands import options
from commcoord.commands.doubting import doubt
from commcoord.errors import ImpossibleError
from commcoord.language.dates import IsWorkday, spelled, when
from commcoord.language.messages import _, spoken
from commcoord.language.weekdays import monday_to_friday
from commcoord.session import Session


def run(
    ctx: typer.Context,
    phrase: Annotated[
        list[str], typer.Argument(metavar=_("PHRASE…"), help=_("下周五, 3天内, 月底前, next Friday …"))
    ],
    as_json: options.Json = False,
) -> None:
    """Say which date a phrase means, counted from now or from --as-of."""
    session: Session = ctx.obj
    today, is_workday = _counted_from(session)
    text = " ".join(phrase)
    meaning = when(text, today, is_workday)
    day = meaning.date if meaning else None
    if as_json:
        session.console.answer_json(
            {
                "phrase": text,
                "date": day and day.isoformat(),
                "ambiguous": bool(meaning and meaning.ambiguous),
            }
        )
    elif day is None:
        session.console.say(_("“{text}” is no date.", text=text), "error")
    else:
        session.console.answer(f"{text} → {spelled(day, spoken())}{doubt(meaning)}")
    if day is None:
        raise typer.Exit(1)


def _counted_from(session: Session) -> tuple[date, IsWorkday]:
    """Return today and the working days: the repository's, or outside of one the system's and Monday to Friday."""
    try:
        workspace = session.workspace
    except ImpossibleError:
        return session.clock(datetime.now().astimezone().tzinfo or UTC).date(), monday_to_friday
    return workspace.now.date(), workspace.calendar.is_workday
