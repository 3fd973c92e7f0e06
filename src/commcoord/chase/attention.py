"""The chase list: which watches speak at a moment, in the order in which they press."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from commcoord.chase.registry import watches_of, watches_of_all
from commcoord.chase.watch import SEVERITIES, Watch
from commcoord.language.messages import Message

if TYPE_CHECKING:
    from commcoord.chase.watch import Severity
    from commcoord.records.view import View

COUNTED = {"late": "late", "due": "today", "soon": "soon", "info": "info"}
"""What is counted by its severity."""
COUNTED_TYPES = {
    "silent": ("progress-silent",),
    "blocked": ("blocked",),
    "unsent": ("minutes-uncirculated", "materials-unsent"),
    "unconfirmed": ("unconfirmed",),
    "unarchived": ("archive-due",),
}


PLACES: dict["Severity", int] = {severity: place for place, severity in enumerate(SEVERITIES)}
LAST_DAY = date.max


class Attention(NamedTuple):
    """A watch that speaks, and how many days its deadline is away: negative where it has passed."""

    watch: Watch
    days_left: int | None

    @property
    def severity(self) -> "Severity":
        """How much it presses."""
        return self.watch.severity

    @property
    def key(self) -> str:
        """What it is the same by from day to day: the item or record, and what is asked of it."""
        return f"{self.watch.item or self.watch.record or self.watch.title} {self.watch.type}"

    @property
    def pressing(self) -> tuple[int, date, str, str, str]:
        """What the list is ordered by: severity, deadline, then names, so that the order never wavers."""
        watch = self.watch
        return (
            PLACES[watch.severity],
            watch.due_day or LAST_DAY,
            watch.type,
            watch.record,
            watch.item,
        )


def attentions(view: "View", within: int | None = None) -> list[Attention]:
    """Return what is to be said at `view.now`, most pressing first.

    What is due soon is shown `due_soon` of the settings ahead, or `within` days ahead where that is given.
    """
    then = view.replayed
    watches = [one for record in then.records.values() for one in watches_of(record, then)]
    watches += watches_of_all(then)
    return in_order([one for one in watches if _speaks(one, then.now, within)], then.now)


def in_order(watches: Iterable["Watch"], now: datetime) -> list[Attention]:
    """Return watches that speak at a moment, most pressing first."""
    today = now.date()
    found = [
        Attention(one, (day - today).days if (day := one.due_day) is not None else None) for one in watches
    ]
    return sorted(found, key=lambda one: one.pressing)


def _speaks(watch: "Watch", now: datetime, within: int | None) -> bool:
    if within is None or watch.severity != "soon" or watch.due_day is None:
        return watch.speaks(now)
    if (watch.opens and now < watch.opens) or (watch.ends and now >= watch.ends):
        return False
    return (watch.due_day - now.date()).days <= within


def counts(found: Iterable[Attention]) -> dict[str, int]:
    """Return how many of each sort there are; a sort without any is there with 0."""
    watches = [one.watch for one in found]
    severities: list[str] = [one.severity for one in watches]
    types = [one.type for one in watches]
    return {
        **{name: severities.count(severity) for name, severity in COUNTED.items()},
        **{name: sum(map(types.count, some)) for name, some in COUNTED_TYPES.items()},
    }


def as_json(attention: Attention) -> dict[str, object]:
    """Return one line of the chase list as the contract has it; English whatever language is spoken."""
    watch = attention.watch
    return {
        "type": watch.type,
        "severity": watch.severity,
        "record": watch.record or None,
        "item": watch.item or None,
        "title": watch.title,
        "what": watch.what.english if isinstance(watch.what, Message) else watch.what,
        "who": watch.who or None,
        "department": watch.department or None,
        "due": spelled(watch.due),
        "days_left": attention.days_left,
        "command": watch.command,
        "scenario": watch.scenario or None,
        "also": list(watch.also),
    }


def spelled(due: date | datetime | None) -> str | None:
    """Return a deadline as records have it, `2023-10-20` or `2023-10-20 14:00`."""
    return str(due)[: len("2023-10-20 14:00")] if due else None
