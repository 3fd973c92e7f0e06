"""Texts that a spreadsheet would take for a formula (OWASP, CSV injection), and the apostrophe against it."""

MARKS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
"""What a formula begins with; the full-width ones act alike in Chinese and Japanese editions."""


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _is_formula(text) or _is_guarded(text) else text


def unguarded(text: str) -> str:
    """Return a text as it was before it was guarded."""
    return text[1:] if _is_guarded(text) else text


def _is_formula(text: str) -> bool:
    return text.lstrip(" ").startswith(MARKS)


def _is_guarded(text: str) -> bool:
    bare = text.lstrip("'")
    return bare != text and _is_formula(bare)
