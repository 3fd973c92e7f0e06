"""docs/performance.md: the figures between two marks are made anew, the words around them stay."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
BETWEEN = "(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)"


def written(page: Path, name: str, text: str) -> None:
    """Put a text between the marks of that name; raises ValueError where the page has none."""
    marks = re.compile(BETWEEN.format(name=name), re.DOTALL)
    old = page.read_text("utf-8")
    if not marks.search(old):
        raise ValueError(f"{page} has no place for {name}")
    page.write_text(marks.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", old), encoding="utf-8")
