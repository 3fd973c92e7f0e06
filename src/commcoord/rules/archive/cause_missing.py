"""A problem keeps coming back, and nobody wrote why or what will change.

What: the category of a filed record stands in this quarter and in the one before, and the record lacks the cause or
    the improvement.

Why: a problem that is only solved each time is never solved.

Bad:
    kind: feedback
    archive: {cause: , improve: }
    ---
    kind: feedback
    id: feedback-20230918-k2m4
    date: 2023-09-18

Good:
    kind: feedback
    archive: {cause: 改版时字段映射表漏了一列, improve: [改版后由李娜比对列数]}
    ---
    kind: feedback
    id: feedback-20230918-k2m4
    date: 2023-09-18

Bad (en):
    kind: feedback
    archive: {cause: }
    ---
    kind: feedback
    id: feedback-20230918-k2m4
    date: 2023-09-18

Good (en):
    kind: feedback
    archive: {cause: The mapping lost a column}
    ---
    kind: feedback
    id: feedback-20230918-k2m4
    date: 2023-09-18
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.ids import quarter_of
from commcoord.records.kinds import category_of
from commcoord.records.said import said
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC705"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find a recurring problem that was filed without its cause or improvement."""
    category = category_of(record)
    if not category or not view.past(record, "archive") or not _recurring(category, record.date, view):
        return
    lacking = [name for name in ("cause", "improve") if not said(getattr(record.archive, name))]
    if lacking:
        options = " ".join(f'--{name} "…"' for name in lacking)
        yield Finding(
            Message("{category} keeps coming back: why, and who changes what?", category=category),
            ("archive", lacking[0]),
            f"commcoord archive {record.id} {options}",
        )


def _recurring(category: str, day: date, view: "View") -> bool:
    """Whether the category stands in the quarter before, too."""
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return first > date.min and category in view.categories_in(quarter_of(first - timedelta(days=1)))
