"""The forms that a field may have. Values come as text from the file; a field decides what its text means."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf, PlainSerializer, WithJsonSchema

from commcoord.language.messages import mark
from commcoord.records import ids
from commcoord.records.scalars import Plain
from commcoord.records.values import Moment, Span, parse_day, parse_moment, parse_span


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
