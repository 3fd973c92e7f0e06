"""How the chase list says things: what it is about, how late, under which headings; in the language in use."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from commcoord.chase.attention import counts
from commcoord.language.messages import _, mark, plural

if TYPE_CHECKING:
    from commcoord.chase.attention import Attention
    from commcoord.chase.watch import Severity

SEVERITY_NAMES: dict["Severity", str] = {
    "late": mark("Late"),
    "today": mark("Today"),
    "soon": mark("Soon"),
    "info": mark("To look after"),
}
TYPE_NAMES = {
    "action-overdue": mark("action overdue"),
    "action-due": mark("action due"),
    "progress-silent": mark("no word"),
    "blocked": mark("blocked"),
    "minutes-uncirculated": mark("minutes not sent"),
    "minutes-missing": mark("minutes missing"),
    "materials-unsent": mark("materials not sent"),
    "spoken-unwritten": mark("not written down"),
    "unconfirmed": mark("not confirmed"),
    "acknowledge-due": mark("to acknowledge"),
    "answer-due": mark("to answer"),
    "solve-due": mark("to solve"),
    "archive-due": mark("to file"),
    "review-due": mark("to review"),
}


def subject(attention: "Attention") -> str:
    """Return what it is about in one line: an item's words, or the record's title and what it lacks."""
    watch = attention.watch
    if watch.item or not watch.record:
        return str(watch.what)
    return _("{title}: {what}", title=watch.title, what=str(watch.what))


def brief(attention: "Attention") -> str:
    """Return what it is about, what is lacking first, so that a narrow column cuts the title and not that."""
    watch = attention.watch
    if watch.item or not watch.record:
        return str(watch.what)
    if pressing(attention) == _(TYPE_NAMES[watch.type]):
        return watch.title
    return _("{lacking}: {title}", lacking=_(TYPE_NAMES[watch.type]), title=watch.title)


def pressing(attention: "Attention") -> str:
    """Return how much it presses in few words: `3 days late`, `today`, `in 2 days`, else what sort it is."""
    days, severity = attention.days_left, attention.severity
    if severity == "late" and days:
        return plural("{count} day late", "{count} days late", -days)
    if severity == "late":
        return _("late today")
    if severity == "soon" and days:
        return plural("in {count} day", "in {count} days", days)
    if severity == "today" and attention.watch.type != "blocked":
        return _("today")
    return _(TYPE_NAMES[attention.watch.type])


def heading(group: str, by: str, found: Sequence["Attention"]) -> str:
    """Return the heading of a group; what has no person or department stands under one of its own."""
    if by == "urgency":
        return _(SEVERITY_NAMES[found[0].severity])
    if by == "record" and group:
        return f"{found[0].watch.title}  {group}"
    return group or _("not assigned")


def summary(found: Sequence["Attention"]) -> str:
    """Return the whole list in one line."""
    if not found:
        return _("Nothing to chase.")
    counted = counts(found)
    return _(
        "{total} to chase: {late} late, {today} today, {soon} soon, {others} to look after.",
        total=len(found), late=counted["late"], today=counted["due"], soon=counted["soon"], others=counted["info"],
    )  # fmt: skip
