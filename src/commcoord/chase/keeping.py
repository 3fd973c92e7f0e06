"""Watches as text, so that an index can keep them: what is unpacked speaks exactly as what was packed."""

import json
from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from commcoord.chase.watch import Watch
from commcoord.language.messages import Message
from commcoord.records.row import BETWEEN

if TYPE_CHECKING:
    from commcoord.chase.watch import Severity

PLAIN = "="
"""Before words that stand for themselves; JSON begins otherwise."""


def packed(watch: Watch, zone: tzinfo) -> tuple[str, ...]:
    """Return a watch as texts, one a field; `zone` is the repository's."""
    words = (watch.type, watch.severity, watch.record, watch.item, watch.title, _words(watch.what))
    rest = (watch.who, watch.department, watch.scenario, watch.command)
    times = [_time(one, zone) for one in (watch.begins, watch.ends, watch.opens, watch.due)]
    return (*words, *rest, *times, BETWEEN.join(watch.also))


def unpacked(texts: Sequence[str], zone: tzinfo) -> Watch:
    """Return the watch of its texts; raises ValueError or TypeError where `packed` did not make them."""
    type_, severity, record, item, title, what, who, department, scenario, command, *times, also = texts
    begins, ends, opens, due = times
    return Watch(
        type_,
        cast("Severity", severity),
        record,
        item,
        title,
        what[1:] if what[0] == PLAIN else _message(json.loads(what)),
        who,
        department,
        scenario,
        command,
        _moment(begins, zone),
        _moment(ends, zone) if ends else None,
        _moment(opens, zone) if opens else None,
        _day_or_moment(due, zone) if due else None,
        tuple(also.split(BETWEEN)) if also else (),
    )


def _time(value: date | datetime | None, zone: tzinfo) -> str:
    """Spell a time of the repository's zone without an offset, so that it comes back in that zone."""
    if isinstance(value, datetime) and value.tzinfo is zone and not value.fold:
        return value.replace(tzinfo=None).isoformat()
    return value.isoformat() if value is not None else ""


@lru_cache(maxsize=4096)  # many clocks run out at the same moment
def _moment(text: str, zone: tzinfo) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


@lru_cache(maxsize=4096)
def _day_or_moment(text: str, zone: tzinfo) -> date | datetime:
    return _moment(text, zone) if "T" in text else date.fromisoformat(text)


def _words(what: str | Message) -> str:
    """Return words as they are, after a mark; what is to be said in the language in use as JSON."""
    if isinstance(what, Message):
        return json.dumps(_spelled(what), ensure_ascii=False)
    return f"{PLAIN}{what}"


def _spelled(value: object) -> Any:
    if isinstance(value, Message):
        return {"text": value.text, "values": {name: _spelled(one) for name, one in value.values.items()}}
    return value if isinstance(value, int) else str(value)


def _message(value: Any) -> Any:
    if isinstance(value, dict):
        said = value["text"]  # apart, so that the catalogues do not take the key for a message
        return Message(said, **{name: _message(one) for name, one in value["values"].items()})
    return value
