"""All records at once, as an index keeps them: for questions that look at every one, and at few of its fields."""

import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from commcoord.errors import ImpossibleError
from commcoord.keeping import BROKEN
from commcoord.language.messages import Message
from commcoord.records.days_named import UNKNOWN
from commcoord.records.light import light_record, often_asked, seldom_asked
from commcoord.records.source import Source

if TYPE_CHECKING:
    from commcoord.records.view import View
    from commcoord.register import Register
    from commcoord.repository import Repository
    from commcoord.store.heads import Head


def overview(register: "Register", workspace: "Repository", since: date) -> "View":
    """Return a view of all records as they are written; it can be asked as long as the register is open.

    Records from the day `since` on are quicker to ask. Of a file without a record it knows the path alone.
    """
    return workspace.seen([_source(head, register, workspace) for head in register.heads(since)])


def _source(head: "Head", register: "Register", workspace: "Repository") -> Source:
    if not head.kind or not head.day:
        return Source(head.path)
    kept = partial(_kept, head, register, workspace)
    record = light_record(head.name, head.kind, date.fromisoformat(head.day), kept)
    return Source(head.path, {"id": head.name}, record, latest=head.latest or UNKNOWN)


def _kept(head: "Head", register: "Register", workspace: "Repository", *, often: bool) -> Any:
    """Return a half of a record from the index; from its file, where the index is damaged there."""
    try:
        text = (often and head.half) or register.half(head.file, often=often)
        return json.loads(text)
    except BROKEN:
        record = workspace.source_at(workspace.root / head.path).record
    if record is None:
        raise ImpossibleError(Message("{path} has been changed by somebody else meanwhile.", path=head.path))
    return json.loads(often_asked(record) if often else seldom_asked(record))
