"""A record as it stood at a past moment: what was noted later is undone, so that any day can be replayed.

A record says of most that happened when it happened; that is enough to go back. What carries no date (a
goal, a risk, an owner) is taken to have been so all along. A day counts from its beginning: what was done on
the 20th is done for every moment of the 20th.
"""

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING, Any

from commcoord.records.kinds import is_feedback
from commcoord.records.light import light
from commcoord.records.lives import stood_on
from commcoord.records.served import STAMPS, told_by
from commcoord.records.values import Moment, parse_day, parse_moment
from commcoord.records.vocabulary import FEEDBACK_STATUSES, STATES

if TYPE_CHECKING:
    from commcoord.records.feedback import Feedback
    from commcoord.records.parts import Channel, Circulated, Fact, Material, Wait
    from commcoord.records.record import Record

Changes = dict[str, Any]
BORN_ON_THEIR_DAY = ("minutes", "task", "feedback")
"""The kinds that come into being on their `date`; a plan is there before the communication that it plans."""


class Then:
    """The moment that is gone back to, in the repository's time zone."""

    def __init__(self, now: datetime, zone: tzinfo) -> None:
        self.now = now
        self.zone = zone

    def after_day(self, day: date | None) -> bool:
        """Whether a day had not come yet."""
        return day is not None and day > self.now.date()

    def after(self, moment: Moment | None) -> bool:
        """Whether a moment had not come yet; what is days away is not reckoned with zones."""
        if moment is None or moment[:10] < self.days_ago:
            return False
        return moment.at(self.zone) > self.now

    @cached_property
    def days_ago(self) -> str:
        """A day whose moments are past in every zone; days as they are written come in the order of their texts."""
        return date.fromordinal(max(self.now.toordinal() - 2, 1)).isoformat()


def as_it_stood(record: "Record", now: datetime, zone: tzinfo) -> "Record | None":
    """Return the record as it stood at `now` (aware); none where it did not exist yet.

    A record in which nothing lies after `now` is returned itself.
    """
    then = Then(now, zone)
    changes = _unmoved(record, then)
    if record.kind in BORN_ON_THEIR_DAY and then.after_day(changes.get("date", record.date)):
        return None
    for undone in UNDOING:
        changes |= undone(record, then)
    return record.model_copy(update=changes) if changes else record


def _unmoved(record: "Record", then: Then) -> Changes:
    """Take back to its earlier time what was moved later."""
    later = [move for move in record.moved if then.after_day(move.on)]
    if not later:
        return {}
    kept = {"moved": [move for move in record.moved if move not in later]}
    first = later[0].from_
    return kept | (_at(record, first, then.zone) if first else {})


def _at(record: "Record", text: str, zone: tzinfo) -> Changes:
    """Return the fields that put a communication back to a day or time that it was moved from."""
    try:
        if record.kind == "task":
            return {"end": parse_day(text)}
        if len(text) == len("2023-10-20"):
            return {"date": parse_day(text)}
        start = parse_moment(text)
    except ValueError:  # somebody wrote the move by hand, in words
        return {}
    changes: Changes = {"date": start.day, "start": start}
    if isinstance(record.end, Moment):
        end = start.at(zone) + (record.ends(zone) - record.begins(zone))
        changes["end"] = Moment(end.strftime("%Y-%m-%d %H:%M"))
    return changes


def _unpassed(record: "Record", then: Then) -> Changes:
    """Take the record back to the step that it was at."""
    later = [passage for passage in record.history if then.after(passage.at)]
    states = [record.step, *(passage.step for passage in later)]
    if then.after_day(record.archive.on):
        states.append("archive")
    changes: Changes = {}
    if later:
        changes["history"] = [passage for passage in record.history if passage not in later]
    if (state := min(states, key=STATES.index)) != record.step:
        changes["step"] = state
    return changes


def _unrecorded(record: "Record", then: Then) -> Changes:
    """Forget what was sent, called off, overridden or filed later."""
    changes: Changes = {}
    changes |= _uncirculated(record.circulated, then)
    if record.cancelled is not None and then.after_day(record.cancelled.on):
        changes["cancelled"] = None
    if then.after_day(record.archive.on):
        changes["archive"] = light("Archive")({})
    if any(then.after_day(one.on) for one in record.overrides):
        changes["overrides"] = [one for one in record.overrides if not then.after_day(one.on)]
    return changes


def _uncirculated(circulated: "Circulated | None", then: Then) -> Changes:
    if circulated is None:
        return {}
    if then.after(circulated.at):
        return {"circulated": None}
    if then.after(circulated.corrected):
        return {"circulated": circulated.model_copy(update={"corrected": None, "digest": None})}
    return {}


def _unsent(record: "Record", then: Then) -> Changes:
    return _each(record, "materials", lambda one: _unsent_material(one, then))


def _unsent_material(material: "Material", then: Then) -> "Material":
    return material.model_copy(update={"sent": None}) if then.after(material.sent) else material


def _unread_back(record: "Record", then: Then) -> Changes:
    return _each(record, "facts", lambda one: _unconfirmed_fact(one, then))


def _unconfirmed_fact(fact: "Fact", then: Then) -> "Fact":
    return fact.model_copy(update={"confirmed_by": None, "on": None}) if then.after_day(fact.on) else fact


def _unacknowledged(record: "Record", then: Then) -> Changes:
    """Take back when a confirmation was asked for and when it came."""
    channel = _earlier_channel(record.channel, then)
    return {} if channel is record.channel else {"channel": channel}


def _earlier_channel(channel: "Channel", then: Then) -> "Channel":
    confirmation = channel.confirmation
    if confirmation is None:
        return channel
    later = [name for name in ("asked", "received") if then.after_day(getattr(confirmation, name))]
    if not later:
        return channel
    return channel.model_copy(update={"confirmation": confirmation.model_copy(update=dict.fromkeys(later))})


def _unanswered(record: "Record", then: Then) -> Changes:
    """Take back how far the other side was served, and the waits that had not begun or ended."""
    if not is_feedback(record):
        return {}
    changes = _each(record, "waits", lambda one: _earlier_wait(one, then))
    later = [name for name in STAMPS if (stamp := getattr(record, name)) and then.after(stamp.at)]
    changes |= dict.fromkeys(later)
    if later or (then.after_day(record.archive.on) and record.status == "closed"):
        changes["status"] = _earlier_status(record, later, then)
    return changes


def _earlier_wait(wait: "Wait", then: Then) -> "Wait | None":
    if then.after_day(wait.from_):
        return None
    return wait.model_copy(update={"to": None}) if then.after_day(wait.to) else wait


def _earlier_status(record: "Feedback", later: list[str], then: Then) -> str:
    """Return the status that what had happened until then stands for."""
    reached = [name for name in STAMPS if getattr(record, name) is not None and name not in later]
    waiting = any(
        not then.after_day(one.from_) and (one.to is None or then.after_day(one.to)) for one in record.waits
    )
    told = told_by(reached)
    status = max(told, "waiting", key=FEEDBACK_STATUSES.index) if waiting else told
    return min(status, record.status or status, key=FEEDBACK_STATUSES.index)


def _unlogged(record: "Record", then: Then) -> Changes:
    day = then.now.date()
    return _each(record, record.items_field, lambda one: stood_on(one, day))


def _each(record: "Record", field: str, earlier: Callable[[Any], Any]) -> Changes:
    """Return the list of a field with each of its parts taken back, where that changes any of them."""
    present = getattr(record, field)
    parts = [earlier(one) for one in present]
    if all(one is other for one, other in zip(parts, present, strict=True)):
        return {}
    return {field: [one for one in parts if one is not None]}


UNDOING = (
    _unpassed,
    _unrecorded,
    _unsent,
    _unread_back,
    _unacknowledged,
    _unanswered,
    _unlogged,
)
