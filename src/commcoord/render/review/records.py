"""The records of the report by kind, scenario, means, department and counterpart."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.labels import label
from commcoord.language.messages import _, plural
from commcoord.render.charts.bars import bars
from commcoord.render.review.section import Section
from commcoord.render.review.table import Column, table

if TYPE_CHECKING:
    from commcoord.render.charts.svg import Picture
    from commcoord.render.review.section import Answer
    from commcoord.render.review.table import Table


def records(answer: "Answer") -> Section:
    """Return the section of what there was."""
    sentences = []
    if answer["records"]["cancelled"]:
        sentences.append(
            plural(
                "{count} more was called off and is counted nowhere else.",
                "{count} more were called off and are counted nowhere else.",
                answer["records"]["cancelled"],
            )
        )
    return Section("records", _("What there was"), list(_tables(answer)), sentences, _pictures(answer))


def _tables(answer: "Answer") -> Iterator["Table"]:
    names = {
        "by_kind": (_("By kind"), _("Kind")),
        "by_scenario": (_("By scenario"), _("Scenario")),
        "by_means": (_("By means"), _("Means")),
        "by_department": (_("By department of the owner"), _("Department")),
        "by_counterpart": (_("By counterpart"), _("Counterpart")),
    }
    for key, (title, heading) in names.items():
        columns = [
            Column(heading),
            Column(_("Records"), "number"),
            Column(_("Change against {period}", period=answer["before"]), "change"),
        ]
        rows = [
            [label(name) if name else _("(unknown)"), count, answer["changes"].get(f"records.{key}.{name}")]
            for name, count in answer["records"][key].items()
        ]
        yield table(f"records_{key}", title, columns, rows if answer["records"]["total"] else [])


def _pictures(answer: "Answer") -> list["Picture"]:
    """Return the use of the channels with the period before beside."""
    found = answer["records"]["by_means"]
    rows = []
    for name, count in found.items():
        before = count - answer["changes"][f"records.by_means.{name}"]
        if count or before:
            rows.append((label(name), [(count, str(count), "c1"), (before, str(before), "c0")]))
    names = [(answer["quarter"], "c1"), (answer["before"], "c0")]
    return [bars(_("Channels used"), rows, names)] if rows else []
