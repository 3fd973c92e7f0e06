"""The findings for people: where, what, the line itself, and how to mend it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.placeholders import shown
from commcoord.language.widths import width

if TYPE_CHECKING:
    from commcoord.render.findings.report import Report
    from commcoord.rules.located import Located

LEAD = 16
"""Columns that are kept of a long line before the place in question."""


def rendered(report: "Report") -> str:
    """Return a block of lines a finding, the blocks parted by empty lines."""
    return "\n".join("".join(f"{line}\n" for line in _block(one, report)) for one in report.found)


def _block(one: "Located", report: "Report") -> Iterator[str]:
    styled, safe = report.styled, report.safe
    place = styled(f"{report.near(one.path)}:{one.line}:{one.column}", "strong")
    rule = styled(f"{one.ruling.rule} {one.ruling.name}", one.severity)
    yield f"{place}: {rule}: {safe(_plain(one.message))}"
    number = str(one.line)
    before, after = excerpt(
        safe(one.shown), len(safe(one.shown[: one.column - 1])), report.width - len(number) - 5
    )
    if before or after:
        margin, caret = " " * len(number) + " |", styled("^", one.severity)
        yield f"  {styled(f'{number} |', 'faint')} {before}{after}"
        yield f"  {styled(margin, 'faint')} {' ' * width(before)}{caret}"
    finding = one.ruling.finding
    if finding.command:
        yield f"  {styled(f'→ {_plain(shown(finding.command))}', 'good')}"
    if finding.hint is not None:
        yield f"  {styled(_plain(finding.hint), 'faint')}"


def _plain(text: object) -> str:
    return " ".join(str(text).split())


def excerpt(line: str, place: int, columns: int) -> tuple[str, str]:
    """Return what is shown of a line before and behind a place in it, in at most that many columns together."""
    line = line.replace("\t", " ")
    before, after = line[:place], line[place:]
    if width(line) <= columns:
        return before, after
    if width(before) > columns // 2:
        before = "…" + _fitting(before[::-1], LEAD)[::-1]
    return before, _clipped(after, columns - width(before))


def _clipped(text: str, columns: int) -> str:
    return text if width(text) <= columns else _fitting(text, columns - 1) + "…"


def _fitting(text: str, columns: int) -> str:
    """Return the beginning of a text that fits."""
    used = 0
    for place, character in enumerate(text):
        used += width(character)
        if used > columns:
            return text[:place]
    return text
