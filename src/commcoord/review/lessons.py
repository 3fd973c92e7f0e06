"""What was learned in the period: what worked and what to improve, alike lessons put together."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from commcoord.language.folding import folded

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.review.scope import Scope


def lessons_of(scope: "Scope") -> dict[str, list[dict[str, Any]]]:
    """Return the contract's `lessons`: each text with its records and scenarios, the most frequent first."""
    return {
        "worked": _gathered(scope, lambda record: record.archive.worked),
        "improve": _gathered(scope, lambda record: record.archive.improve),
    }


def _gathered(scope: "Scope", texts: Callable[["Record"], list[str]]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for record in scope.records:
        for text in texts(record):
            lesson = found.setdefault(_core(text), {"text": text, "records": [], "scenarios": []})
            for key, value in (("records", record.id), ("scenarios", record.scenario)):
                if value not in lesson[key]:
                    lesson[key].append(value)
    return sorted(found.values(), key=lambda lesson: -len(lesson["records"]))


def _core(text: str) -> str:
    """Return what makes two lessons the same: their words, whatever the width, case and closing mark."""
    return folded(text).rstrip("。.!；; ")
