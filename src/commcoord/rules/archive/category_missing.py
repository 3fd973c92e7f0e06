"""Feedback was filed without saying which kind of problem it was.

What: feedback is done or being filed, and `archive` has no category.

Why: the quarter's review counts problems by category; what has none is a problem that nobody has.

Bad:
    kind: feedback
    archive: {category: }

Good:
    kind: feedback
    archive: {category: 产品质量}

Bad (en):
    kind: feedback
    archive: {category: }

Good (en):
    kind: feedback
    archive: {category: Product quality}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message, Several
from commcoord.records.kinds import category_of, is_feedback
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC704"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find filed feedback without a category."""
    if not is_feedback(record) or not view.past(record, "archive"):
        return
    if not category_of(record):
        known = view.settings.categories
        yield Finding(
            Message("The archive lacks a problem category."),
            ("archive", "category"),
            f'commcoord archive {record.id} --category "…"',
            Message("The categories are: {names}.", names=Several(known)) if known else None,
        )
