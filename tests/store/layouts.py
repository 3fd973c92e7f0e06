"""Random records in random layouts: what people's editors and habits make of the same fields."""

import re

from hypothesis import strategies as st

from commcoord.records.scalars import Plain

TEXTS = st.one_of(
    st.sampled_from(
        [
            "新品推广",
            "yes",
            "20",
            "2023-10-20",
            "2023-10-20 14:00",
            "a: b",
            "a #b",
            "+86",
            "",
            "- x",
            "null",
            "~",
        ]
    ),
    st.sampled_from(
        [
            "一\n二",
            "一\n\n二\n",
            " x",
            "x ",
            "\ty",
            "a'b",
            'a"b',
            "a\\b",
            "[x]",
            "x, y",
            "{",
            "：",
            "who：x",
            "中" * 120,
        ]
    ),
    st.text("ab中 :#,-[]{}'\"\n&*!|>%@`?", max_size=8),
)
SCALARS = st.one_of(TEXTS, st.integers(-5, 300), st.booleans(), st.none())
NAMES = st.sampled_from(
    ["kind", "title", "what", "who", "owner", "when", "log", "people", "actions", "物流 延迟", "a.b"]
)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=12,
)
RECORDS = st.dictionaries(NAMES, TREES, min_size=1, max_size=6)

LITERAL = re.compile(r"\S.*\n(?:.*\S.*\n)*(?:.*\S.*)?")


@st.composite
def texts(draw, tree):
    """Draw a text that says a tree: indents, flow or block, quotes, comments, empty lines, line ends."""
    writer = _Writer(draw)
    text = "\n".join(writer.mapping(tree, 0)) + "\n"
    if "|" not in text and draw(st.booleans()):
        text = text.removesuffix("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return ("\ufeff" if draw(st.booleans()) else "") + text


class _Writer:
    def __init__(self, draw):
        self.draw = draw
        self.indent = draw(st.sampled_from([2, 4, 3]))
        self.dash = draw(st.sampled_from([0, 2, 4]))
        self.inner = draw(st.sampled_from([2, 4]))
        self.comments = 0

    def chance(self, of=4):
        return self.draw(st.integers(0, of)) == 0

    def comment(self):
        self.comments += 1
        return f"# note {self.comments}"

    def above(self, column):
        lines = []
        if self.chance():
            lines.append("")
        if self.chance():
            lines.append(" " * column + self.comment())
        if self.chance(8):
            lines += ["", " " * column + self.comment()]
        return lines

    def behind(self):
        return f"  {self.comment()}" if self.chance() else ""

    def mapping(self, tree, column):
        lines = []
        for name, value in tree.items():
            lines += self.above(column)
            lines += self.entry(
                " " * column + f"{name}:", value, column, column + self.indent, column + self.dash
            )
        return lines

    def sequence(self, items, column):
        lines = []
        for item in items:
            lines += self.above(column)
            found = self.entry(" " * column + "-", item, column, column + self.inner, column + self.inner)
            collection = isinstance(item, dict | list) and len(found) > 1 and found[0].endswith("-")
            if collection and found[1].strip() and not found[1].strip().startswith("#") and self.chance(1):
                found[:2] = [found[0] + found[1][column + 1 :]]
            lines += found
        return lines

    def entry(self, head, value, column, at_mapping, at_list):
        if isinstance(value, dict) and value and self.chance(1):
            return [head + self.behind(), *self.mapping(value, at_mapping)]
        if isinstance(value, list) and value and self.chance(1):
            return [head + self.behind(), *self.sequence(value, at_list)]
        if isinstance(value, list) and value and self.chance():
            margin = " " * (column + 6)
            inner = [f"{margin}{self.flow(item)},{self.behind()}" for item in value]
            return [head + " [" + self.behind(), *inner, margin + "]" + self.behind()]
        if isinstance(value, str) and LITERAL.fullmatch(value):
            margin = " " * (column + self.indent)
            mark = "|" if value.endswith("\n") else "|-"
            return [f"{head} {mark}{self.behind()}", *(margin + line for line in value.splitlines())]
        if value is None and self.chance(1):
            return [head + self.behind()]
        return [f"{head} {self.flow(value)}{self.behind()}"]

    def flow(self, value):
        if isinstance(value, dict):
            return "{" + ", ".join(f"{name}: {self.flow(inner)}" for name, inner in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.flow, value)) + "]"
        return self.scalar(value)

    def scalar(self, value):
        if not isinstance(value, str):
            return "null" if value is None else str(settled(value))
        if value.isalnum() and value != "null" and self.chance(1):
            return value
        if "\n" in value or "\t" in value or self.chance(1):
            escaped = (
                value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
            )
            return f'"{escaped}"'
        return "'" + value.replace("'", "''") + "'"


def settled(value):
    """A value as reading yields it; numbers and yes-or-no plain."""
    if isinstance(value, bool):
        return Plain(str(value).lower())
    if isinstance(value, int):
        return Plain(value)
    if isinstance(value, dict):
        return {name: settled(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [settled(inner) for inner in value]
    return value
