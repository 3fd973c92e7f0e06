"""What the report says was learned, and where the rules were passed over."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from commcoord.language.labels import label
from commcoord.language.messages import _
from commcoord.render.review.section import Section
from commcoord.render.review.table import Column, listed, table

if TYPE_CHECKING:
    from commcoord.render.review.section import Answer
    from commcoord.render.review.table import Table


def lessons(answer: "Answer") -> Section:
    """Return the section of lessons, by scenario."""
    found = answer["lessons"]
    tables = [
        _lessons("lessons_improve", _("To improve"), found["improve"]),
        _lessons("lessons_worked", _("Worked well"), found["worked"]),
    ]
    sentences = [] if found["improve"] or found["worked"] else [_("No lessons were written down.")]
    return Section("lessons", _("Lessons"), tables, sentences)


def _lessons(name: str, title: str, found: Sequence[Mapping[str, Any]]) -> "Table":
    columns = [Column(_("Scenario")), Column(title), Column(_("Records"), "ids")]
    rows = [[listed(map(label, one["scenarios"])), one["text"], listed(one["records"])] for one in found]
    return table(name, title, columns, sorted(rows, key=lambda row: row[0]))


def overrides(answer: "Answer") -> Section:
    """Return the section of gates passed against their rules, and of findings that records allow."""
    found = answer["overrides"]
    passed = [
        [one["record"], label(one["step"]), one["because"], one["by"], one["on"]] for one in found["reasons"]
    ]
    allowed = [[one["record"], one["rule"], one["because"]] for one in found["allowed"]["reasons"]]
    record, because = Column(_("Record"), "id"), Column(_("Reason"))
    tables = [
        table(
            "overrides",
            _("Gates passed against their rules"),
            [record, Column(_("Step")), because, Column(_("By")), Column(_("On"), "date")],
            passed,
        ),
        table(
            "allowed",
            _("Rules switched off for a record"),
            [record, Column(_("Rule"), "id"), because],
            allowed,
        ),
    ]
    sentences = [] if passed or allowed else [_("No gate was passed against its rules.")]
    return Section("overrides", _("Exceptions and their reasons"), tables, sentences)
