"""The answer of `search`: the records that have all the words, each with the line that matches."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from commcoord.commands.lacking import say_unreadable
from commcoord.language.labels import field_label
from commcoord.language.messages import _, plural
from commcoord.session import Session

if TYPE_CHECKING:
    from commcoord.records.searching import Hit

VALUE = "\x1f"
"""A mark that no text has."""


def answer(session: Session, *, words: Sequence[str], as_json: bool = False) -> bool:
    """Answer with what was found, best first; say whether that is anything."""
    hits = session.register.search(words)
    say_unreadable(session)
    if as_json:
        session.console.answer_json([_json(hit) for hit in hits])
        return bool(hits)
    console = session.console
    if hits:
        named = {field: _named(field) for field in {hit.field for hit in hits}}
        rows = [(hit.id, hit.title, named[hit.field].replace(VALUE, hit.line)) for hit in hits]
        console.answer_styled("\n".join(console.columns(rows)))
    console.say(plural("{count} record", "{count} records", len(hits)), "faint")
    return bool(hits)


def _named(field: str) -> str:
    """Return how a line of a field is shown, with a mark in the place of the line; of `actions.what`, the actions."""
    return _("{name}: {value}", name=field_label(field.partition(".")[0]), value=VALUE)


def _json(hit: "Hit") -> dict[str, Any]:
    return {"id": hit.id, **hit.shown, "path": hit.path, "field": hit.field, "line": hit.line}
