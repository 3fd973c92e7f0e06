"""What may reach a shell: candidates of known forms, and descriptions of letters, digits and plain punctuation."""

import re
import unicodedata

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*|--?[A-Za-z][A-Za-z0-9-]*")
_PLAIN = frozenset(" -.,，。、：·（）")
LONGEST = 60


def is_word(text: str) -> bool:
    """Whether a text is an id, a command, an option or a word of ours: plain ASCII that no shell obeys."""
    return _WORD.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether a text is a name as people and departments have them: letters and digits, single spaces, · and -."""
    parts = re.split("[ ·-]", text)
    return 0 < len(text) <= LONGEST and all(part and part.isalnum() for part in parts)


def description(text: str) -> str:
    """Return a text without anything but letters, digits and plain punctuation, in one line and not too long."""
    kept = [one if one in _PLAIN or unicodedata.category(one)[0] in "LN" else " " for one in text]
    return " ".join("".join(kept).split())[:LONGEST]
