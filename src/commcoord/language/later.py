"""Patterns that are compiled when they are first asked: a long list of words takes ten milliseconds."""

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub")


class _Later:
    def __init__(self, text: str) -> None:
        self._text = text

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern and have its methods in the place of this one, which is not called any more then."""
        compiled = re.compile(self._text)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def later(text: str) -> re.Pattern[str]:
    """Return a pattern of that text, to be searched and matched with as any other."""
    return cast("re.Pattern[str]", _Later(text))
