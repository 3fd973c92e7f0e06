"""How a text is spelled in YAML: plain where every reader takes it for the same text, else in quotes."""

import re

from commcoord.records.scalars import NULLS, Plain

_WORDS = "~|null|Null|NULL|=|<<|" + "|".join(
    spelling
    for word in ("y", "n", "yes", "no", "on", "off", "true", "false")
    for spelling in (word, word.capitalize(), word.upper())
)
RETYPED = re.compile(
    rf"{_WORDS}"
    r"|[-+]?0[xXoObB]?[0-9a-fA-F_]+"
    r"|[-+]?[0-9_]+(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
"""What YAML 1.1 (yaml.org/type) or 1.2 (core schema §10.3.2) takes for something else than a text.

Days and times are left out: they stand plain in a record, and every field that has one reads texts.
"""

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_ENDS_PLAIN = re.compile(r":(?=\s|$)|\s#|[\n\t]")
_ENDS_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?]|:(?=[\s,\[\]{}]|$)|\s#|[\n\t]")
_MEANT = re.compile(r"-?[0-9]+")


def can_stand_plain(text: str, *, flow: bool) -> bool:
    """Say whether a text without quotes ends where it should, whatever a reader then makes of it."""
    if not text or text != text.strip() or text.startswith("..."):
        return False
    if text[0] in _INDICATORS and not _MEANT.fullmatch(text):
        return False
    return not (_ENDS_PLAIN_IN_FLOW if flow else _ENDS_PLAIN).search(text)


def spelled(value: str | None, *, flow: bool, style: str = "") -> str:
    """Return one line for a value: `Plain` plain, a text plain or quoted; `style` is its old quote."""
    if value is None:
        return "null"
    if isinstance(value, Plain):
        return value if can_stand_plain(value, flow=flow) else quoted(value)
    if style in ("'", '"'):
        return quoted(value, style)
    if can_stand_plain(value, flow=flow) and not RETYPED.fullmatch(value):
        return value
    return quoted(value)


def spelled_key(name: str) -> str:
    """Return a key as it stands before its colon.

    `on` stands plain as the contract has it, though YAML 1.1 reads it as true; a full-width colon in a key is
    quoted, since there it is meant.
    """
    ambiguous = "：" in name or name in NULLS or name == "<<"
    return name if can_stand_plain(name, flow=True) and not ambiguous else quoted(name)


def quoted(text: str, style: str = "") -> str:
    """Return a text in quotes: those asked for where they can hold it, else those that need no escapes."""
    needs_double = "\n" in text or "\t" in text
    if not needs_double and (style == "'" or (not style and ("\\" in text or '"' in text))):
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def literal(text: str) -> tuple[str, list[str]] | None:
    """Return the header and the lines of a literal block, None where it would not be read back exactly."""
    lines = text.removesuffix("\n").split("\n")
    exact = "\n" in text and text[0] not in " \t\n" and lines[-1]
    if not exact or any(line and not line.strip() for line in lines):
        return None
    return ("|" if text.endswith("\n") else "|-"), lines
