"""Watches as text, so that an index can keep them: what is unpacked speaks exactly as what was packed."""

import json
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from commcoord.chase.watch import Watch
from commcoord.language.messages import Message

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  the offset is taken off by hand: the first days have none before them
_MICROSECOND = timedelta(microseconds=1)


def instant(moment: datetime) -> int:
    """Return an aware time as microseconds since 1970 UTC."""
    return (moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta()) - _EPOCH) // _MICROSECOND


def packed(watch: Watch, zone: tzinfo) -> str:
    """Return a watch as text; `zone` is the repository's."""
    times = [_time(one, zone) for one in (watch.begins, watch.ends, watch.opens, watch.due)]
    words = (watch.type, watch.severity, watch.record, watch.item, watch.title)
    rest = (_words(watch.what), watch.who, watch.department, watch.scenario, watch.command)
    return json.dumps([*words, *rest, *times, watch.also], ensure_ascii=False)


def unpacked(text: str, zone: tzinfo) -> Watch:
    """Return the watch of a text; raises ValueError or TypeError where `packed` did not make it."""
    fields: list[Any] = json.loads(text)
    fields[5] = _message(fields[5])
    fields[10:13] = [_moment(one, zone) for one in fields[10:13]]
    fields[13:15] = [_day_or_moment(fields[13], zone), tuple(fields[14])]
    return Watch(*fields)


def _time(value: date | datetime | None, zone: tzinfo) -> str | None:
    """Spell a time of the repository's zone without an offset, so that it comes back in that zone."""
    if isinstance(value, datetime) and value.tzinfo is zone and not value.fold:
        return value.replace(tzinfo=None).isoformat()
    return value.isoformat() if value is not None else None


def _moment(text: str | None, zone: tzinfo) -> datetime | None:
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _day_or_moment(text: str | None, zone: tzinfo) -> date | datetime | None:
    return date.fromisoformat(text) if text and "T" not in text else _moment(text, zone)


def _words(value: object) -> Any:
    if isinstance(value, Message):
        return {"text": value.text, "values": {name: _words(one) for name, one in value.values.items()}}
    return value if isinstance(value, int) else str(value)


def _message(value: Any) -> Any:
    if isinstance(value, dict):
        said = value["text"]  # apart, so that the catalogues do not take the key for a message
        return Message(said, **{name: _message(one) for name, one in value["values"].items()})
    return value
