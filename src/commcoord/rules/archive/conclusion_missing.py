"""It was filed, and nobody wrote how it ended.

What: the record is done or being filed, and `archive` has no conclusion.

Why: who looks it up in a year wants one sentence, not the whole file.

Bad:
    archive: {conclusion: }

Good:
    archive: {conclusion: 渠道与预算已定，场地清单已交}

Bad (en):
    archive: {conclusion: }

Good (en):
    archive: {conclusion: Channels and budget are settled}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC702"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a filed record without a conclusion."""
    if view.past(record, "archive") and not (record.archive.conclusion or "").strip():
        yield Finding(
            Message("The archive lacks a conclusion: how did it end?"),
            ("archive", "conclusion"),
            f'commcoord archive {record.id} --conclusion "…"',
        )
