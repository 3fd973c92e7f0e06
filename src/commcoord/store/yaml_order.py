"""Where a new key goes among those that a file has."""

from collections.abc import Sequence


def woven(present: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Return the keys present, in their order, with the new ones of `wanted` among them.

    A new key stands behind its nearest predecessor in `wanted`, else before its nearest successor, else at
    the end.
    """
    order = list(present)
    known = set(present)
    for place, name in enumerate(wanted):
        if name not in known:
            order.insert(_place(order, wanted, place, known), name)
            known.add(name)
    return order


def _place(order: list[str], wanted: Sequence[str], place: int, known: set[str]) -> int:
    if before := next((name for name in reversed(wanted[:place]) if name in known), None):
        return order.index(before) + 1
    if after := next((name for name in wanted[place:] if name in known), None):
        return order.index(after)
    return len(order)
