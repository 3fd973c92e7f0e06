"""Whether a field says anything: spaces alone do not."""

from collections.abc import Iterable


def said(value: str | Iterable[str] | None) -> bool:
    """Say whether a text, or one of some texts, has more in it than spaces."""
    if value is None:
        return False
    return bool(value.strip()) if isinstance(value, str) else any(one.strip() for one in value)
