"""A form as Markdown: short rows in a table, long ones under headings of their own."""

from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.render.environment import rendered as from_template

if TYPE_CHECKING:
    from commcoord.render.composing import Composed


def rendered(found: "Composed", company: Path | None = None) -> str:
    """Return the form as GitHub's Markdown; raises ImpossibleError where a company's template is broken."""
    return from_template(f"md/{found.form.kind}.md.j2", {"form": found.form.plain()}, company)
