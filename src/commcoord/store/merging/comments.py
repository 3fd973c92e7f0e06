"""Comments that only the other side has, put where they belong in a text that was not merged line by line."""

import re
from collections import Counter
from typing import Any

from commcoord.store.merging.saying import says

TRAILING = re.compile(r"(?<=\S)(\s+#.*)$")


def changed(text: str, texts: tuple[str, str, str], wanted: dict[str, Any]) -> str:
    """Return a text changed to say what is wanted, with the comments that only the last of three versions has."""
    from commcoord.store.yaml_patching import patched
    from commcoord.store.yaml_reading import read

    return with_comments(patched(read(text.encode()), wanted), texts, wanted)


def with_comments(text: str, texts: tuple[str, str, str], wanted: dict[str, Any]) -> str:
    """Return a text with the comments that theirs has and neither the base nor the text itself.

    Each stands above the line that it stands above in theirs, or behind the same line; a comment whose place is
    gone stands at the end. Whatever would change what the text says is left out.
    """
    base, _ours, theirs = (version.splitlines() for version in texts)
    spare = Counter(filter(_is_comment, map(str.strip, base)))
    lines = text.splitlines()
    present = Counter(map(str.strip, lines))
    for index, line in enumerate(theirs):
        bare = line.strip()
        if not _is_comment(bare):
            lines = _behind(lines, line)
        elif spare[bare] > 0:
            spare[bare] -= 1
        elif present[bare] > 0:
            present[bare] -= 1
        else:
            lines = _above(lines, bare, _next_line(theirs, index))
    eol = "\r\n" if "\r\n" in text else "\n"
    found = "".join(line + eol for line in lines)
    return found if says(found, wanted) else text


def _is_comment(bare: str) -> bool:
    return bare.startswith("#")


def _next_line(lines: list[str], index: int) -> str:
    following = (line.strip() for line in lines[index + 1 :])
    return next((line for line in following if line and not _is_comment(line)), "")


def _above(lines: list[str], comment: str, anchor: str) -> list[str]:
    bare = _bare(anchor)
    for place, line in enumerate(lines):
        if bare and _bare(line) == bare:
            margin = line[: len(line) - len(line.lstrip())]
            return [*lines[:place], margin + comment, *lines[place:]]
    return [*lines, comment]


def _behind(lines: list[str], theirs: str) -> list[str]:
    comment = TRAILING.search(theirs)
    if comment is None or any(comment[1].strip() in line for line in lines):
        return lines
    bare = _bare(theirs)
    places = [place for place, line in enumerate(lines) if line.strip() == bare]
    if len(places) != 1:
        return lines
    place = places[0]
    return [*lines[:place], lines[place] + comment[1], *lines[place + 1 :]]


def _bare(line: str) -> str:
    return TRAILING.sub("", line).strip()
