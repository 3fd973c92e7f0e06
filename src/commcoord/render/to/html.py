"""A form as one HTML page that needs nothing else: to read on a screen, by day and night, and to print on A4."""

from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.render.environment import rendered as from_template

if TYPE_CHECKING:
    from commcoord.render.composing import Composed


def rendered(found: "Composed", company: Path | None = None) -> str:
    """Return the form as a page; raises ImpossibleError where a company's template is broken."""
    return from_template(f"html/{found.form.kind}.html.j2", {"form": found.form.plain()}, company)
