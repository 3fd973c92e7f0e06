"""Which known name is meant by one that is not known."""

from collections.abc import Sequence
from difflib import get_close_matches

from commcoord.records.vocabulary import ITEM_FIELDS


def nearest(name: str, known: Sequence[str]) -> str | None:
    """Return the known name that is most like it, or that other kinds of records call so: actions are milestones."""
    lists = set(ITEM_FIELDS.values())
    same = [one for one in known if one in lists] if name in lists else []
    return next(iter(same or get_close_matches(name, known, 1, 0.6)), None)
