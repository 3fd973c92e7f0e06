"""Who was reminded of what, and on which day: kept beside the records, never in them."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from commcoord.store.files import write_atomically
from commcoord.store.locks import exclusive
from commcoord.store.tree import DERIVED

REMEMBERED = timedelta(days=30)
"""How long a reminder is remembered; only today's are asked for, the rest shows what was done."""


class Reminders:
    """The memory of one repository: `{whom: {thing: day}}`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._path = root / DERIVED / "reminded.json"

    def reminded(self, whom: str, thing: str, day: date) -> bool:
        """Whether somebody was reminded of something on that day already."""
        return self._read().get(whom, {}).get(thing) == day.isoformat()

    def note(self, whom: str, things: Iterable[str], day: date) -> None:
        """Remember that somebody was reminded; raises ImpossibleError where it cannot be written."""
        with exclusive(self._root):
            known = self._read()
            known.setdefault(whom, {}).update(dict.fromkeys(things, day.isoformat()))
            self._write(_recent(known, (day - REMEMBERED).isoformat()))

    def _read(self) -> dict[str, dict[str, str]]:
        try:
            found = json.loads(self._path.read_bytes())
        except (FileNotFoundError, ValueError):  # a damaged memory is an empty one
            return {}
        return _shaped(found)

    def _write(self, known: dict[str, dict[str, str]]) -> None:
        before = self._path.read_bytes() if self._path.exists() else None
        content = json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True).encode()
        write_atomically(self._path, content, expected=before, root=self._root)


def _shaped(found: object) -> dict[str, dict[str, str]]:
    if not isinstance(found, dict):
        return {}
    return {
        str(whom): {str(thing): str(day) for thing, day in things.items()}
        for whom, things in found.items()
        if isinstance(things, dict)
    }


def _recent(known: dict[str, dict[str, str]], first: str) -> dict[str, dict[str, str]]:
    kept = {
        whom: {thing: day for thing, day in things.items() if day >= first} for whom, things in known.items()
    }
    return {whom: things for whom, things in kept.items() if things}
