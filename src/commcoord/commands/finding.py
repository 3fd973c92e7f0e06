"""The answer of `search`: the records that have all the words, each with the line that matches."""

from collections.abc import Sequence
from typing import Any

from commcoord.language.labels import field_label
from commcoord.language.messages import _, plural
from commcoord.records.searching import Hit
from commcoord.session import Session
from commcoord.store.index import WORDS


def answer(session: Session, *, words: Sequence[str], as_json: bool = False) -> bool:
    """Answer with what was found, best first; say whether that is anything, which JSON always is."""
    session.sections = (WORDS,)
    hits = session.register.search(words)
    if as_json:
        session.console.answer_json([_json(hit) for hit in hits])
        return True
    console = session.console
    if hits:
        named = {top: field_label(top) for top in {hit.field.partition(".")[0] for hit in hits}}
        found = _("{name}: {value}")  # of `actions.what`, the actions
        rows = [
            (hit.id, hit.title, found.format(name=named[hit.field.partition(".")[0]], value=hit.line))
            for hit in hits
        ]
        console.answer_styled("\n".join(console.columns(rows)))
    console.say(plural("{count} record", "{count} records", len(hits)), "faint")
    return bool(hits)


def _json(hit: Hit) -> dict[str, Any]:
    return {"id": hit.id, **hit.shown, "path": hit.path, "field": hit.field, "line": hit.line}
