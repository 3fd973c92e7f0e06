"""Comments that only the other side has, put where they belong in a text that was not merged line by line."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from commcoord.store.merging.saying import says
from commcoord.store.yaml_bulk import read_tree
from commcoord.store.yaml_faults import NotYaml

TRAILING = re.compile(r"(?<=\S)(\s+#.*)$")
KEY = re.compile(r"(?P<margin> *(?:- +)*)(?P<key>[^\s:#{\[\"'-][^:]*):(?= |$)")

Step = Callable[[list[str]], list[str]]
"""Puts one comment into the lines of a text."""


def changed(text: str, texts: tuple[str, str, str], wanted: dict[str, Any]) -> str:
    """Return a text changed to say what is wanted, with the comments that either of two sides has and the base not."""
    from commcoord.store.yaml_patching import patched
    from commcoord.store.yaml_reading import read

    base, ours, theirs = texts
    found = with_comments(patched(read(text.encode()), wanted), texts, wanted)
    return with_comments(found, (base, theirs, ours), wanted)  # of what ours said where it holds no more


def with_comments(text: str, texts: tuple[str, str, str], wanted: dict[str, Any]) -> str:
    """Return a text with the comments that theirs has and neither the base nor the text itself.

    Each stands above the line that it stands above in theirs, or behind the line of its field; a comment whose place
    is gone stands at the end. Whatever would change what the text says is left out.
    """
    base, _ours, theirs = (version.splitlines() for version in texts)
    steps: list[Step] = [partial(_put, theirs, index) for index in _new(base, text.splitlines(), theirs)]
    found = _after(text, steps)
    if says(found, wanted):
        return found
    for step in steps:
        found = _after(text, [step])
        text = found if says(found, wanted) else text
    return text


def _after(text: str, steps: list[Step]) -> str:
    lines = text.splitlines()
    for step in steps:
        lines = step(lines)
    eol = "\r\n" if "\r\n" in text else "\n"
    return "".join(line + eol for line in lines)


def _new(base: list[str], present: list[str], theirs: list[str]) -> Iterator[int]:
    """Yield the lines of theirs with a comment that is neither old nor there already."""
    known = Counter(map(_comment, base)) | Counter(name for line in present for name in _within(line))
    for index, line in enumerate(theirs):
        comment = _comment(line)
        known[comment] -= 1
        if comment and known[comment] < 0 and _is_comment(theirs, index):
            yield index


def _comment(line: str) -> str:
    """Return what looks like a comment in a line, `#` and all."""
    bare = line.strip()
    found = TRAILING.search(bare)
    return bare if bare.startswith("#") else found[1].strip() if found else ""


def _within(line: str) -> list[str]:
    """Return the comment of a line and, where one was put behind another, each of them, too."""
    comment = _comment(line)
    starts = [0, *(found.end() for found in re.finditer(r"\s+(?=#)", comment))]
    return [
        comment[start:end].rstrip() for start in starts for end in [*starts, len(comment)] if start < end
    ] or [""]


def _is_comment(lines: list[str], index: int) -> bool:
    """Whether a text says the same without what looks like a comment in one of its lines."""
    standing = lines[index].lstrip().startswith("#")
    without = [*lines[:index], *([] if standing else [_bare(lines[index])]), *lines[index + 1 :]]
    try:
        return says("\n".join(without) + "\n", read_tree(("\n".join(lines) + "\n").encode()))
    except NotYaml:
        return False


def _put(theirs: list[str], index: int, lines: list[str]) -> list[str]:
    comment = _comment(theirs[index])
    if theirs[index].lstrip().startswith("#"):
        return _above(lines, comment, _next_line(theirs, index))
    place = _place(lines, theirs, index)
    if place is None:
        return [*lines, comment]
    behind = TRAILING.search(theirs[index])
    return [*lines[:place], lines[place] + (behind[1] if behind else ""), *lines[place + 1 :]]


def _next_line(lines: list[str], index: int) -> str:
    following = (line.strip() for line in lines[index + 1 :])
    return next((line for line in following if line and not line.startswith("#")), "")


def _above(lines: list[str], comment: str, anchor: str) -> list[str]:
    bare = _bare(anchor).strip()
    for place, line in enumerate(lines):
        if bare and _bare(line).strip() == bare:
            margin = line[: len(line) - len(line.lstrip())]
            return [*lines[:place], margin + comment, *lines[place:]]
    return [*lines, comment]


def _place(lines: list[str], theirs: list[str], index: int) -> int | None:
    """Return which line is one of theirs: the one that says the same, or the one of the same field."""
    bare = _bare(theirs[index]).strip()
    address = _addresses(theirs)[index]
    addresses = _addresses(lines)
    same = [place for place, line in enumerate(lines) if _bare(line).strip() == bare]
    fields = [place for place, one in enumerate(addresses) if address and one == address]
    for places in ([place for place in same if place in fields], fields, same):
        if len(places) == 1:
            return places[0]
    return None


def _addresses(lines: list[str]) -> list[tuple[str, ...]]:
    """Return for each line the keys that lead to the field that begins in it, empty where none does.

    An item of a list is known by its first line, as far as that says which item it is.
    """
    found: list[tuple[str, ...]] = []
    above: list[tuple[int, str]] = []
    for line in lines:
        field = KEY.match(line)
        if field is None:
            found.append(())
            continue
        column = field.start("key")
        above = [one for one in above if one[0] < column]
        if "-" in field["margin"]:
            above = [one for one in above if one[0] < len(field["margin"]) - len(field["margin"].lstrip())]
            above.append((column - 1, _bare(line).strip() if field["key"] == "id" else "-"))
        above.append((column, field["key"].strip()))
        found.append(tuple(name for _column, name in above))
    return found


def _bare(line: str) -> str:
    return TRAILING.sub("", line)
