"""Which of the offices' four forms a person means by its name."""

from commcoord.language.folding import folded
from commcoord.language.headings import TITLES


def form_called(typed: str) -> str:
    """Return whose form has that name, 沟通计划表, or in Chinese a part of it that no other has; empty for none."""
    wanted = folded(typed.strip())
    names = {kind: [folded(one) for one in heading] for kind, heading in TITLES.items()}
    whole = [kind for kind, known in names.items() if wanted in known]
    short = len(wanted) < 2 or wanted.isascii()  # noqa: PLR2004  a letter or two stands in many words
    part = [] if short else [kind for kind, known in names.items() if any(wanted in name for name in known)]
    found = whole or part
    return found[0] if len(found) == 1 else ""
