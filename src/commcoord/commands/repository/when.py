"""Which date a phrase means."""

from typing import Annotated

import typer

from commcoord.commands import options
from commcoord.errors import ImpossibleError
from commcoord.language.dates import spelled, when
from commcoord.language.messages import _, spoken


def run(
    ctx: typer.Context,
    phrase: Annotated[list[str], typer.Argument(metavar="PHRASE…", help=_("下周五, 3天内, 月底前, next Friday …"))],
    as_json: options.Json = False,  # noqa: FBT002
) -> None:
    """Say which date a phrase means, counted from now or from --as-of."""
    session = ctx.obj
    today, is_workday = _today(session)
    text = " ".join(phrase)
    meaning = when(text, today, is_workday)
    day = meaning.date if meaning else None
    if as_json:
        session.console.answer_json({"phrase": text, "date": day and day.isoformat(), "ambiguous": bool(meaning and meaning.ambiguous)})
    elif day is None:
        session.console.say(_("“{text}” is no date.", text=text), "error")
    else:
        doubt = _(" (it may mean another week)") if meaning and meaning.ambiguous else ""
        session.console.answer(f"{text} → {spelled(day, spoken())}{doubt}")
    if day is None:
        raise typer.Exit(1)
