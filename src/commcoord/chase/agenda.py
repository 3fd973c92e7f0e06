"""What a person takes part in on a day."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from commcoord.language.names import same_person, several
from commcoord.records.row import parted

if TYPE_CHECKING:
    from commcoord.records.row import Row


def meetings(rows: Iterable["Row"], today: date, whom: str) -> list["Row"]:
    """Return the communications of a day in which somebody takes part, earliest first; a plan before its minutes."""
    day = today.isoformat()
    todays = [one for one in rows if one.date == day and one.kind in ("plan", "minutes")]
    held = [one for one in todays if not one.cancelled and _is_there(one, whom)]
    planned = {one.id for one in held if one.kind == "plan"}
    return sorted(
        (one for one in held if not planned & set(parted(one.links))),
        key=lambda one: (datetime.fromisoformat(one.begins), one.id),
    )


def _is_there(row: "Row", whom: str) -> bool:
    return any(same_person(name, whom) for field in parted(row.present) for name in several(field))
