"""A rule's page of the manual, read from the docstring of its module; every page has the same parts.

The first paragraph names the fault. `What:` and `Why:` are paragraphs. `Bad:` and `Good:` are examples in
Chinese, `Bad (en):` and `Good (en):` in English, each indented below its heading: what differs from a record
without fault.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import dedent

HEADING = re.compile(r"(What|Why|(?:Bad|Good)(?: \(en\))?):\s*(.*)")


@dataclass(frozen=True)
class Example:
    """A record with the fault and the same without it, as far as they differ from one without any fault."""

    bad: str
    good: str


@dataclass(frozen=True)
class Manual:
    """One page; a part that the docstring lacks is empty."""

    fault: str
    what: str
    why: str
    chinese: Example
    english: Example

    @property
    def paragraphs(self) -> tuple[str, str, str]:
        """The texts that the catalogues translate."""
        return self.fault, self.what, self.why

    def example(self, language: str) -> Example:
        """Return the example for a reader of that language: Chinese, or else English."""
        return self.chinese if language.startswith("zh") else self.english


def manual_of(docstring: str) -> Manual:
    """Read a docstring; paragraphs come with single spaces, examples with their own line breaks."""
    parts = dict(_sections(docstring))
    fault, what, why = (" ".join(parts.get(name, "").split()) for name in ("", "What", "Why"))
    return Manual(fault, what, why, _example(parts, ""), _example(parts, " (en)"))


def _example(parts: Mapping[str, str], suffix: str) -> Example:
    bad, good = (dedent(parts.get(name + suffix, "")).strip("\n") for name in ("Bad", "Good"))
    return Example(bad, good)


def _sections(docstring: str) -> Iterator[tuple[str, str]]:
    """Yield every section's heading, empty for the first, with its text."""
    heading, lines = "", list[str]()
    for line in docstring.splitlines():
        match = HEADING.fullmatch(line)
        if match is None:
            lines.append(line)
        else:
            yield heading, "\n".join(lines)
            heading, lines = match[1], [match[2]]
    yield heading, "\n".join(lines)
