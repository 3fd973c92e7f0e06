"""The findings as annotations beside the lines of a pull request: the worst ten, and how many there are.

GitHub shows ten annotations of each level a step and drops the others without a word (github.com/actions/toolkit,
docs/problem-matchers.md), in the order in which they were printed.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.rules.located import worst_first

if TYPE_CHECKING:
    from commcoord.render.findings.report import Report
    from commcoord.rules.located import Located

SHOWN = 10
LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def rendered(report: "Report") -> str:
    """Return workflow commands, the worst findings first, and a summary."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: "Report") -> Iterator[str]:
    for one in worst_first(report.found)[:SHOWN]:
        yield _command(one, report.whole(one.path))
    if len(report.found) > SHOWN:
        yield f"::notice title=commcoord::{_escaped(report.summary)}"
    else:
        yield f"commcoord: {report.summary}"


def _command(one: "Located", path: str) -> str:
    properties = {
        "file": path,
        "line": str(one.line),
        "col": str(one.column),
        "title": f"{one.ruling.rule} {one.ruling.name}",
    }
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = "\n".join(filter(None, (str(one.message), str(one.mend))))
    return f"::{LEVELS[one.severity]} {shown}::{_escaped(text)}"


def _escaped(text: str) -> str:
    """Return a text that cannot end its line and begin a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
