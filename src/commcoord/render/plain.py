"""A form as plain text, which a mail shows where nothing else can be shown: a row a line, what is several in a list."""

from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.render.environment import rendered as from_template

if TYPE_CHECKING:
    from commcoord.render.composing import Composed


def rendered(found: "Composed", company: Path | None = None) -> str:
    """Return the form as text without any markup; raises ImpossibleError where a company's template is broken."""
    return from_template("txt/form.txt.j2", {"form": found.form.plain()}, company)
