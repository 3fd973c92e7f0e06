"""How long a communication lasts: kept when its start moves."""

from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from commcoord.language.messages import _
from commcoord.records.values import Moment, parse_moment
from commcoord.session import Session


def end_along(started: Moment, ended: Moment, starts: Moment, zone: tzinfo) -> str:
    """Return the end of what begins later or earlier and lasts as long as before, with the offset of its start."""
    length = ended.at(zone) - started.at(zone)
    return f"{starts.at(zone) + length:%Y-%m-%d %H:%M}{starts.offset}"


def keep_length(
    session: Session, tree: dict[str, Any], before: Mapping[str, Any], *, always: bool = False
) -> None:
    """Move an end that nobody typed along with a start that somebody did, and say so; in place.

    An end that still comes after the start stays, unless it was `always` one of the start before.
    """
    if tree.get("end") != before.get("end") or tree.get("start") == before.get("start"):
        return
    zone = session.workspace.settings.zone
    try:
        started, ended = (parse_moment(str(before.get(name))) for name in ("start", "end"))
        starts = parse_moment(str(tree.get("start")))
    except ValueError:  # a day of a task, none, or what the check of the fields is about to refuse
        return
    if always or ended.at(zone) <= starts.at(zone):
        tree["end"] = end_along(started, ended, starts, zone)
        session.console.say(_("The end moves along: {time}", time=tree["end"]))
