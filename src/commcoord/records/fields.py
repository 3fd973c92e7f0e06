"""The forms that a field may have. Values come as text from the file; a field decides what its text means."""

import re
from datetime import date, datetime, timedelta, tzinfo
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf, PlainSerializer, WithJsonSchema

from commcoord.language.messages import mark
from commcoord.records import ids
from commcoord.records.scalars import Plain

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?) ?(Z|[+-]\d{2}:?\d{2})?")
SHORTEST = len("2023-10-20 14:00")
SPAN = re.compile(r"(\d{1,4})(h|d|wd|w)")


def parse_day(text: str) -> date:
    """Return the day that `2023-10-20` means; ValueError where it is no day of the calendar."""
    if not _has_dashes(text, len("2023-10-20")) and DAY.fullmatch(text) is None:
        raise ValueError(mark("a date is written 2023-10-20"))
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(mark("the calendar has no such day")) from error


def _has_dashes(text: str, length: int) -> bool:
    """Whether a text of that length has its dashes where a day does: then `fromisoformat` takes nothing but a day.

    Thousands of days are read at once; this is many times faster than the expression.
    """
    return len(text) == length and text[4] == "-" == text[7]


class Moment(str):
    """A point in time as it is written: `2023-10-20 14:00` in the repository's time zone, or with an offset."""

    __slots__ = ()

    def at(self, zone: tzinfo) -> datetime:
        """Return the aware time; a moment without an offset is read in that zone."""
        if len(self) == SHORTEST:  # nearly all of them: neither seconds nor an offset
            return datetime.fromisoformat(self).replace(tzinfo=zone)
        day, clock, offset = MOMENT.fullmatch(self).groups()  # type: ignore[union-attr]
        moment = datetime.fromisoformat(f"{day}T{clock}{offset or ''}")
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)

    @property
    def day(self) -> date:
        """The calendar day that is written."""
        return date.fromisoformat(self[:10])

    @property
    def clock(self) -> str:
        """The time of day that is written, `14:00`."""
        return self[11:16]


def parse_moment(text: str) -> Moment:
    """Return the moment that the text means; ValueError where it is none."""
    if _has_dashes(text, SHORTEST) and text[10] in " T" and text[13] == ":":
        spelled = text
    elif match := MOMENT.fullmatch(text):
        spelled = f"{match[1]}T{match[2]}{match[3] or ''}"
    else:
        raise ValueError(mark("a time is written 2023-10-20 14:00"))
    try:
        datetime.fromisoformat(spelled)
    except ValueError as error:
        raise ValueError(mark("there is no such day or time")) from error
    return Moment(text)


class Span(str):
    """A length of time as settings write it: `24h`, `7d`, `2w`, or `3wd` in working days."""

    __slots__ = ()

    @property
    def number(self) -> int:
        """How many units."""
        return int(self.rstrip("hdw"))

    @property
    def unit(self) -> str:
        """One of `h`, `d`, `w`, `wd`."""
        return self.lstrip("0123456789")

    @property
    def delta(self) -> timedelta:
        """The length by the wall clock; working days count as days here, so ask `unit` first."""
        return self.number * {"h": timedelta(hours=1), "w": timedelta(weeks=1)}.get(
            self.unit, timedelta(days=1)
        )


def parse_span(text: str) -> Span:
    """Return the span that the text means; ValueError where it is none."""
    if SPAN.fullmatch(text) is None:
        raise ValueError(mark("a span is written 24h, 7d, 2w or 3wd"))
    return Span(text)


def _text(value: Any) -> Any:
    if isinstance(value, str):
        return str(value)
    raise ValueError(mark("text is wanted"))


def _optional(parse: Any) -> Any:
    """Before a field that may be empty: an empty text says nothing."""

    def parsed(value: Any) -> Any:
        return None if value is None or value == "" else parse(value)

    return parsed


def _maybe_day(value: Any) -> Any:
    if type(value) is str and value:  # as nearly all are; the way through `_optional` is thrice as long
        return parse_day(value)
    return None if value is None or value == "" else _day(value)


def _maybe_moment(value: Any) -> Any:
    if type(value) is str and value:
        return parse_moment(value)
    return None if value is None or value == "" else parse_moment(_text(value))


def _words(value: Any) -> Any:
    if type(value) is str:  # as nearly all are
        return value or None
    return None if value is None or value == "" else _text(value)


def _day(value: Any) -> Any:
    return value if type(value) is date else parse_day(_text(value))


def _switch(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, Plain) and value in ("true", "false", "True", "False", "TRUE", "FALSE"):
        return value.lower() == "true"
    raise ValueError(mark("true or false is wanted"))


def _count(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Plain) and re.fullmatch(r"[1-9]\d{0,4}|0", value):
        return int(value)
    raise ValueError(mark("a whole number is wanted"))


def _listed(value: Any) -> Any:
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def _joined(value: Any) -> Any:
    return "、".join(str(name) for name in value) if isinstance(value, list) else _text(value)


def _blank(value: Any) -> Any:
    return None if value == "" else value


Blank = BeforeValidator(_blank)
"""Before an optional choice: an empty text is no choice yet."""


def _pattern(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern})


def _record_id(value: Any) -> Any:
    if not ids.is_record_id(_text(value)):
        raise ValueError(mark("an id of a record is written minutes-20231020-7qk2"))
    return value


def _item_id(value: Any) -> Any:
    if not ids.is_item_id(_text(value)):
        raise ValueError(mark("an id of an item is written a-3f9k"))
    return value


Text = str
Words = Annotated[str | None, BeforeValidator(_words)]
Texts = Annotated[
    list[Text],
    BeforeValidator(_listed),
    WithJsonSchema(
        {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}, {"type": "null"}]}
    ),
]
RecordId = Annotated[str, BeforeValidator(_record_id), _pattern(f"^{ids.RECORD_ID.pattern}$")]
"""Full-matched, for it becomes a file's name and stands in the commands that findings tell people to run."""
MaybeItemId = Annotated[
    str | None, BeforeValidator(_optional(_item_id)), _pattern(f"^{ids.ITEM_ID.pattern}$")
]
OneName = Annotated[str | None, BeforeValidator(_optional(_joined))]
"""One name; a list is read too, so that the rule for a single owner can say it better than a wrong form."""
Day = Annotated[date, BeforeValidator(_day), _pattern(r"^\d{4}-\d{2}-\d{2}$")]
MaybeDay = Annotated[date | None, BeforeValidator(_maybe_day), _pattern(r"^\d{4}-\d{2}-\d{2}$")]
MaybeMoment = Annotated[
    InstanceOf[Moment] | None,
    BeforeValidator(_maybe_moment),
    PlainSerializer(lambda value: None if value is None else str(value)),
    _pattern(r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})? ?(Z|[+-]\d{2}:?\d{2})?$"),
]
MaybeSpan = Annotated[
    InstanceOf[Span] | None,
    BeforeValidator(_optional(lambda value: parse_span(_text(value)))),
    PlainSerializer(lambda value: None if value is None else str(value)),
    _pattern(r"^\d{1,4}(h|d|wd|w)$"),
]
Switch = Annotated[bool | None, BeforeValidator(_optional(_switch)), WithJsonSchema({"type": "boolean"})]
Count = Annotated[
    int | None, BeforeValidator(_optional(_count)), WithJsonSchema({"type": "integer", "minimum": 0})
]
