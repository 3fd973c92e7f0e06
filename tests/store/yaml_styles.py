"""YAML as different hands and programs write it: texts drawn at random, most of them valid and many nearly so."""

from typing import Any

from hypothesis import strategies as st

GOOD = st.sampled_from(
    [
        *(
            "张伟（市场部）",
            "2023-10-20",
            "2023-10-20 14:00",
            "301会议室",
            "a-3f9k",
            "x#y",
            "http://a.b/?c=d#e",
            "a b",
        ),
        *(
            "20",
            "-3",
            "012",
            "+86",
            "0x14",
            "0o17",
            "1_000",
            "1.10",
            "1e3",
            ".5",
            "-.inf",
            ".nan",
            "10:30",
            "1:2:3",
        ),
        *(
            "true",
            "False",
            "NO",
            "on",
            "y",
            "~",
            "null",
            "NULL",
            "-",
            "<<",
            "=",
            "x:y",
            "a，b：c",
            "C++",
            "50%",
            "-a",
        ),
        *(
            "a  b",
            "é",
            "e\u0301",
            "😀",
            "\u3000",
            "中\u00a0文",
            "a'b",
            'a"b',
            "a&b",
            "a!b",
            "a*b",
            "a|b",
            "a>b",
            "a?",
        ),
    ]
)
TRICKY = st.sampled_from(
    [
        *(
            "x: y",
            "x #y",
            "--",
            "---",
            "...",
            "?",
            "?a",
            ":a",
            "a:",
            "&a",
            "*a",
            "!t",
            "@a",
            "`a",
            "%a",
            "|",
            ">",
            "|a",
        ),
        *(
            "{",
            "]",
            ",",
            "a,b",
            "a]b",
            "a}b",
            "[a",
            "'a",
            '"a',
            "#a",
            "",
            " a",
            "a ",
            "\t",
            "- a",
            "-\ta",
            "a\tb",
        ),
    ]
)
TEXTS = st.text("ab 12:#,'\"\\-?&*![]{}|>%@`~\n\t中：é😀", max_size=12)
KEYS = st.sampled_from(["kind", "goal", "who", "what", "备注", "a b", "on", "12", "é"])
TREES = st.recursive(
    st.one_of(*[GOOD] * 40, TRICKY, TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)
BETWEEN = st.sampled_from(["", *[""] * 8, "\n", "# c\n", "  # c [\n", "      # '\n", "\n\n", "   \n"])
BEHIND = st.sampled_from(["", *[""] * 12, " ", "  # c", " # {'", " #", "\t# c", "# c"])
CONTINUED = st.sampled_from(
    ["", *[""] * 10, "\n   ", "\n      ", " \n\n    ", "\n # c\n     ", "\n\t  ", "\n"]
)
PROPERTY = st.sampled_from(["", *[""] * 150, "&a ", "*a ", "!t ", "!!str ", "! "])
HEADERS = st.sampled_from(["", *["", "", "-", "-", "+"] * 5, "2", "-1", "1-", "+2", " # c", "9", "--", "0"])


class Writer:
    """One hand: it draws anew in what style each value is written."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw

    def one_of(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def document(self, tree: dict[str, Any]) -> str:
        """Return a whole file."""
        between_braces = self.one_of(*range(12)) == 0
        body = self.flow(tree) + "\n" if between_braces else self.mapping(tree, 0).removeprefix("\n")
        head = self.draw(
            st.sampled_from(["", *[""] * 12, "---\n", "--- # c\n", "%YAML 1.2\n---\n", "# c\n", "\n"])
        )
        tail = self.draw(st.sampled_from(["", *[""] * 12, "...\n", "---\n", "# c", "\n\n", "  "]))
        text = head + body + tail
        if self.one_of(*range(12)) == 0:
            text = text.removesuffix("\n")
        if self.one_of(*range(10)) == 0:
            text = text.replace("\n", "\r\n")
        return "\ufeff" * (self.one_of(*range(12)) == 0) + text

    def value(self, value: Any, depth: int) -> str:
        """Return what stands behind a colon or dash, from the blank to the end of the line or lines."""
        before = self.draw(PROPERTY)
        if isinstance(value, dict | list) and self.one_of(True, True, False):
            below = self.mapping(value, depth) if isinstance(value, dict) else self.sequence(value, depth)
            return (" " + before).rstrip() + self.draw(BEHIND) + below
        if isinstance(value, str) and self.one_of(True, False, False):
            return " " + before + self.block(value, depth)
        gap = self.one_of(*[" "] * 12, "  ", "\t", "\n" + " " * depth)
        return gap + before + self.flow(value) + self.draw(BEHIND) + "\n"

    def mapping(self, tree: dict[str, Any], depth: int) -> str:
        """Return a block mapping below what it belongs to."""
        lines = "\n"
        for name, value in tree.items():
            key = self.one_of(*[name] * 30, *[f'"{name}"', f"'{name}'"] * 3, f"? {name}\n{' ' * depth}")
            colon = self.one_of(":", ":", ":", ":", " :")
            lines += (
                self.draw(BETWEEN)
                + " " * depth
                + key
                + colon
                + self.value(value, depth + self.one_of(1, 2, 4))
            )
        return lines

    def sequence(self, items: list[Any], depth: int) -> str:
        """Return a block list below what it belongs to, or beside its dash."""
        lines = self.one_of("\n", "\n", "\n", "")
        depth -= self.one_of(0, 0, min(2, depth))
        for item in items:
            lines += self.draw(BETWEEN) + " " * depth + "-"
            if isinstance(item, dict) and item and self.one_of(True, False):
                lines += " " + self.mapping(item, depth + 2)[1:].lstrip(" ")
            else:
                lines += self.value(item, depth + 2)
        return lines

    def block(self, text: str, depth: int) -> str:
        """Return a literal or folded text with its header."""
        margin = " " * (depth + self.one_of(0, 0, 1, 3))
        lines = text.split("\n")
        body = "".join(margin * bool(line or self.one_of(True, False)) + line + "\n" for line in lines)
        return self.one_of("|", ">") + self.draw(HEADERS) + "\n" + body

    def flow(self, value: Any) -> str:
        """Return a value on its line, or going on over some."""
        more = self.draw(CONTINUED)
        if isinstance(value, list):
            comma = self.one_of(", ", ",", " ,", ",  ") + more
            return "[" + more + comma.join(map(self.flow, value)) + self.one_of("", "", "", ",", " ") + "]"
        if isinstance(value, dict):
            colon = self.one_of(*[": "] * 12, ":", " : ", ":\n    ")
            pairs = [self.flow(name) + colon + self.flow(inner) for name, inner in value.items()]
            return "{" + more + (", " + more).join(pairs) + self.one_of("", "", "", ",", " ") + "}"
        return self.scalar(value, more)

    def scalar(self, text: str, more: str) -> str:
        """Return a text plain or in quotes, its blanks sometimes breaks."""
        style = self.one_of("", "", "", "'", '"')
        if not style and ("\n" in text or text.strip() != text) and self.one_of(*range(8)):
            style = '"'
        if style == "'":
            text = text.replace("'", "''")
        elif style:
            text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
        return style + text.replace(" ", more or " ") + style


@st.composite
def documents(draw: Any) -> str:
    """Draw a file with some fields."""
    return Writer(draw).document(draw(st.dictionaries(KEYS, TREES, min_size=1, max_size=4)))
