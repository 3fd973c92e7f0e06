"""Findings with their places as text, so that they can be kept: what is unpacked reads as what was packed.

The text is JSON: nothing that is read back can run.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from commcoord.language.labels import Word
from commcoord.language.messages import Message, Several
from commcoord.rules.finding import Finding, Ruling
from commcoord.rules.located import Located


def packed(found: Iterable[Located]) -> str:
    """Return findings as text."""
    return json.dumps([_row(one) for one in found], ensure_ascii=False, separators=(",", ":"))


def unpacked(text: str) -> list[Located]:
    """Return the findings of a text; raises ValueError, TypeError or KeyError where `packed` did not make it."""
    return [_located(row) for row in json.loads(text)]


def _row(one: Located) -> list[Any]:
    ruling, finding = one.ruling, one.ruling.finding
    return [
        [one.path, one.line, one.column, one.shown, one.item],
        [ruling.rule, ruling.name, ruling.severity, ruling.record, ruling.source],
        [finding.path, finding.command, finding.item, finding.severity],
        _words(finding.message),
        finding.hint and _words(finding.hint),
    ]


def _located(row: list[Any]) -> Located:
    place, (rule, name, severity, record, source), (path, command, item, own), message, hint = row
    finding = Finding(_message(message), tuple(path), command, hint and _message(hint), item, own)
    return Located(Ruling(rule, name, severity, finding, record, source), *place)


def _words(message: Message) -> list[Any]:
    return [message.text, {name: _value(value) for name, value in message.values.items()}]


def _value(value: object) -> Any:
    """Return a value so that the sentence reads the same: a time keeps its form, everything else is put into words."""
    if isinstance(value, Word):
        return {"word": value.word}
    if isinstance(value, Message):
        return _words(value)
    if isinstance(value, Several):
        return {"several": [_value(one) for one in value.texts]}
    if isinstance(value, datetime):
        return {"at": value.isoformat()}
    if isinstance(value, date):
        return {"on": value.isoformat()}
    if hasattr(value, "in_language"):
        raise TypeError(type(value))  # another that speaks, which would come back in one language only
    return value if type(value) in (int, float, bool) else str(value)


def _message(row: list[Any]) -> Message:
    text, values = row
    return Message(text, **{name: _read(one) for name, one in values.items()})


def _read(value: Any) -> object:
    if isinstance(value, list):
        return _message(value)
    if not isinstance(value, dict):
        return value
    if "several" in value:
        return Several(map(_read, value["several"]))
    if "word" in value:
        return Word(value["word"])
    return datetime.fromisoformat(value["at"]) if "at" in value else date.fromisoformat(value["on"])
