"""Whether the loop closes: what became of the problems of the period before."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from commcoord.language.messages import _
from commcoord.render.review.section import Section
from commcoord.render.review.table import Column, listed, table

if TYPE_CHECKING:
    from commcoord.render.review.section import Answer


def loop(answer: "Answer") -> Section:
    """Return the section of the earlier notices: whether answered, mended and rarer."""
    notices = answer["previous_notices"]
    columns = [
        Column(_("Problem"), "name"),
        Column(_("Department"), "name"),
        Column(answer["before"], "number"),
        Column(answer["quarter"], "number"),
        Column(_("Written answer")),
        Column(_("Improvement task")),
        Column(_("Outcome")),
    ]
    rows = [
        [
            one["category"],
            one["department"],
            one["count_then"],
            one["count_now"],
            _answer(one),
            _tasks(one),
            _outcome(one),
        ]
        for one in notices
    ]
    title = _("What became of the problems of {before}", before=answer["before"])
    nothing = [] if notices else [_("There was no problem list in {before}.", before=answer["before"])]
    return Section("loop", title, [table("previous_notices", title, columns, rows)], nothing)


def _answer(notice: Mapping[str, Any]) -> str:
    answer = notice["answer"]
    if answer is None:
        return _("none recorded")
    if not notice["answered"]:
        return _("outstanding, due {day} ({item})", day=answer["due"] or "—", item=answer["item"])
    if answer["on_time"] is False:
        return _("late, on {day} ({item})", day=answer["done_on"], item=answer["item"])
    return _("on {day} ({item})", day=answer["done_on"] or "—", item=answer["item"])


def _tasks(notice: Mapping[str, Any]) -> str:
    return listed(
        _("{id}: done", id=one["record"])
        if one["done"]
        else _("{id}: {count} of {total} open", id=one["record"], count=one["open_items"], total=one["items"])
        for one in notice["tasks"]
    )


def _outcome(notice: Mapping[str, Any]) -> str:
    if notice["count_now"] == 0:
        return _("gone")
    if notice["fell"]:
        return _("rarer")
    return _("as before") if notice["change"] == 0 else _("more frequent")
