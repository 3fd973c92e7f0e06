"""The chase list as Markdown, for a chat, a wiki or the beginning of a meeting."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from commcoord.chase.choosing import grouped
from commcoord.chase.wording import heading, pressing, subject, summary
from commcoord.language.dates import spelled
from commcoord.language.messages import _, spoken
from commcoord.render.escaping import markdown_cell, markdown_inline

if TYPE_CHECKING:
    from commcoord.chase.attention import Attention


def chase_list(found: Sequence["Attention"], by: str, now: datetime) -> str:
    """Return the list as a document: a heading with the day, the count, a table a group."""
    title = _("To follow up, {day}", day=spelled(now.date(), spoken()))
    lines = [f"# {title}", "", summary(found), ""]
    for group, members in grouped(found, by):
        title = _("{heading} ({count})", heading=heading(group, by, members), count=len(members))
        lines += [f"## {markdown_inline(title)}", "", *_table(members), ""]
    return "\n".join(lines)


def _table(members: Sequence["Attention"]) -> list[str]:
    head = (_("When"), _("What"), _("Who"), _("Due"), _("ID"))
    return [_row(head), _row(["---"] * len(head)), *(_row(_cells(one)) for one in members)]


def _cells(one: "Attention") -> list[str]:
    watch = one.watch
    due = watch.due_day.isoformat() if watch.due_day else ""
    words = [pressing(one), subject(one), watch.who, due]
    return [*(str(markdown_cell(text)) for text in words), f"`{watch.item or watch.record or watch.title}`"]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
