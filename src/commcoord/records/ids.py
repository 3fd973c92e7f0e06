"""Ids of records and items: a random part makes two branches safe from each other."""

from datetime import date
from typing import Protocol

from commcoord.language.later import later
from commcoord.records.vocabulary import KINDS

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in lower case: no i, l, o, u, so that an id survives the telephone."""

RECORD_ID = later(rf"(?:{'|'.join(KINDS)})-\d{{8}}-[{ALPHABET}]{{4,16}}")
ITEM_ID = later(rf"[amrdf]-[{ALPHABET}]{{4,16}}")


QUARTERS = {
    "1": ("01-01", "03-31"),
    "2": ("04-01", "06-30"),
    "3": ("07-01", "09-30"),
    "4": ("10-01", "12-31"),
}
"""The first and last day of each."""


class Taken(Protocol):
    """The ids that somebody has: a set of them, or whoever knows."""

    def __contains__(self, name: object, /) -> bool:
        """Whether somebody has that id."""

    def add(self, name: str, /) -> None:
        """Remember that an id was given out."""


def random_part(length: int = 4) -> str:
    """Return a new random part of an id."""
    import secrets  # only what is new needs it

    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def new_record_id(kind: str, day: date, taken: Taken) -> str:
    """Return an id for a new record of that day that is not among those taken; grows where it is crowded."""
    for attempt in range(64):
        name = f"{kind}-{day:%Y%m%d}-{random_part(4 + attempt // 8)}"
        if name not in taken:
            return name
    raise AssertionError("the random source repeats itself")


def new_item_id(letter: str, taken: Taken) -> str:
    """Return an id for a new item that is not among those taken, and remember it there."""
    for attempt in range(64):
        name = f"{letter}-{random_part(4 + attempt // 8)}"
        if name not in taken:
            taken.add(name)
            return name
    raise AssertionError("the random source repeats itself")


def is_record_id(text: str) -> bool:
    """Whether the whole text is a record's id, of a day that the calendar has."""
    return RECORD_ID.fullmatch(text) is not None and _is_day(text.split("-")[1])


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_item_id(text: str) -> bool:
    """Whether the whole text is an item's id."""
    return ITEM_ID.fullmatch(text) is not None


def kind_of(record_id: str) -> str:
    """Return the kind that a record's id names."""
    return record_id.partition("-")[0]


def quarter_of(day: date) -> str:
    """Return the quarter of a day as folders and commands have it: `2023Q4`."""
    return f"{day.year}Q{(day.month + 2) // 3}"


def days_of(quarter: str) -> tuple[str, str]:
    """Return the first and the last day of a quarter, `2023Q4`."""
    year, _letter, number = quarter.partition("Q")
    first, last = QUARTERS[number]
    return f"{year}-{first}", f"{year}-{last}"


def path_of(record_id: str) -> str:
    """Return where a record lies below the root, with `/` on every platform; ValueError where its day is none."""
    kind, day, _random = record_id.split("-")
    return f"records/{quarter_of(date.fromisoformat(day))}/{kind}/{record_id}.yaml"
