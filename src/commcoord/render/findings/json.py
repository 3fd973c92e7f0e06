"""The findings as the contract has them, in every language the same."""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commcoord.render.findings.report import Report
    from commcoord.rules.located import Located


def rendered(report: "Report") -> str:
    """Return a list of objects, by path and line."""
    return json.dumps([as_object(one) for one in report.found], ensure_ascii=False, indent=2) + "\n"


def as_object(one: "Located") -> dict[str, str | int | None]:
    """Return one finding; record, item, hint and command are null where there is none."""
    finding = one.ruling.finding
    return {
        "rule": one.ruling.rule,
        "name": one.ruling.name,
        "severity": one.severity,
        "path": one.path,
        "line": one.line,
        "column": one.column,
        "record": one.ruling.record or None,
        "item": one.item or None,
        "message": one.message.english,
        "hint": finding.hint.english if finding.hint is not None else finding.command or None,
        "command": finding.command or None,
    }
