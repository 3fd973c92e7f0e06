"""The answer of `today`: today's meetings, and what is late, due and soon for a person."""

import shlex
import shutil
from collections.abc import Sequence

from commcoord.chase.agenda import meetings
from commcoord.chase.attention import Attention, counts
from commcoord.chase.attention import as_json as item_as_json
from commcoord.chase.wording import summary
from commcoord.commands.chase_table import drawn, piped
from commcoord.commands.chasing import Asked, caller, listed
from commcoord.console import one_line, one_lines
from commcoord.language.messages import _, plural, spoken
from commcoord.records.row import Row
from commcoord.session import Session

ROOM_AROUND = 4
"""Lines of the screen that the prompt, the summary and the hint take."""


def answer(session: Session, *, name: str = "", as_json: bool = False) -> bool:
    """Answer with what a person has to do today; the caller without a name."""
    whom = name or caller(session)
    found = listed(session, Asked(who=whom))
    today = session.register.now.date()
    todays = meetings(session.register.standing(today, today), today, whom)
    if as_json:
        session.console.answer_json(_as_json(session, whom, found, todays))
    elif session.console.on_terminal:
        _show(session, name, whom, found, todays)
    else:
        lines = _piped(found, todays)
        if lines:
            session.console.answer_styled("\n".join(lines))
    return True


def _as_json(
    session: Session, whom: str, found: Sequence[Attention], todays: Sequence[Row]
) -> dict[str, object]:
    return {
        "now": session.register.now.isoformat(timespec="seconds"),
        "who": whom,
        "meetings": [
            {
                "record": one.id,
                "title": one.title,
                "start": one.start or None,
                "end": one.end or None,
                "place": one.place or None,
            }
            for one in todays
        ],
        "items": [item_as_json(one) for one in found],
        "counts": counts(found),
    }


def _piped(found: Sequence[Attention], todays: Sequence[Row]) -> list[str]:
    """Return the meetings and the list in columns parted by tabs."""
    met = [("meeting", one.id, one.start or one.date, one.place, one.title) for one in todays]
    return ["\t".join(one_lines(row)) for row in met] + piped(found)


def _show(session: Session, name: str, whom: str, found: Sequence[Attention], todays: Sequence[Row]) -> None:
    """Print what fits the screen, the most pressing first, and say how much is left out, and how it was asked for."""
    from commcoord.language.dates import spelled  # only a screen has room for the day's name

    console = session.console
    console.answer_styled(
        console.styled(f"{one_line(whom)}  {spelled(session.register.now.date(), spoken())}", "strong")
    )
    rows = console.columns([("", _hours(one), one.id, one.title, one.place) for one in todays])
    for row in rows:
        console.answer(row)
    room = shutil.get_terminal_size().lines - ROOM_AROUND - 2 - len(rows)
    shown = _fitting(found, room)
    console.answer("")
    for line in drawn(console, shown, "urgency"):
        console.answer_styled(line)
    if left := len(found) - len(shown):
        whole = f"commcoord followup --who {shlex.quote(name)}" if name else "commcoord followup --mine"
        more = plural("… and {count} more: {command}", "… and {count} more: {command}", left, command=whole)
        console.say(more, "faint")
    console.say(summary(found), "strong")


def _fitting(found: Sequence[Attention], room: int) -> Sequence[Attention]:
    """Return as many as fit, each group taking a heading and an empty line; one at least."""
    for count in range(len(found), 1, -1):
        groups = len({one.severity for one in found[:count]})
        if count + 2 * groups <= room:
            return found[:count]
    return found[:1]


def _hours(row: Row) -> str:
    if not row.start or row.kind == "task":
        return _("all day")
    return f"{_clock(row.start)}–{_clock(row.end)}" if row.end else _clock(row.start)


def _clock(moment: str) -> str:
    """Return the time of day of a moment as it is written, `2023-10-20 14:00`."""
    return moment[11:16]
