"""The answer of `search`: the records that have all the words, each with the line that matches."""

from collections.abc import Sequence
from typing import Any

from commcoord.language.labels import field_label
from commcoord.language.messages import _, plural
from commcoord.records.searching import Hit
from commcoord.session import Session


def answer(session: Session, *, words: Sequence[str], as_json: bool = False) -> bool:
    """Answer with what was found, best first; say whether that is anything, which JSON always is."""
    hits = session.register.search(words)
    if as_json:
        session.console.answer_json([_json(hit) for hit in hits])
        return True
    console = session.console
    if hits:
        rows = [(hit.id, hit.title, _found(hit)) for hit in hits]
        console.answer_styled("\n".join(console.columns(rows)))
    console.say(plural("{count} record", "{count} records", len(hits)), "faint")
    return bool(hits)


def _found(hit: Hit) -> str:
    """Return the line that was found after what people call its field: of `actions.what`, the actions."""
    return _("{name}: {value}", name=field_label(hit.field.partition(".")[0]), value=hit.line)


def _json(hit: Hit) -> dict[str, Any]:
    return {"id": hit.id, **hit.shown, "path": hit.path, "field": hit.field, "line": hit.line}
