"""What a repository offers for completion: ids, people, departments; newest first, within a bounded time."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from commcoord.errors import CommcoordError
from commcoord.records.ids import is_item_id, is_record_id, kind_of
from commcoord.records.vocabulary import CLOSED, ITEM_FIELDS
from commcoord.store import tree
from commcoord.store.yaml_bulk import read_tree
from commcoord.store.yaml_faults import NotYaml

Candidate = tuple[str, str]
PATIENCE = 0.08
"""Seconds for reading files; who waits for a TAB waits no longer."""
MOST = 100
"""Candidates; nobody reads more."""


class Offers:
    """The repository around a folder, as far as completion needs it; none there offers nothing."""

    def __init__(self, directory: Path, fits: Callable[[str], bool] = bool) -> None:
        """Look around a folder; of records whose id does not fit what is typed no title is read."""
        try:
            self.root: Path | None = tree.root_above(directory)
        except (CommcoordError, OSError):
            self.root = None
        self._fits = fits
        self._until = time.monotonic() + PATIENCE
        self._read_so_far = 0

    def records(self, *kinds: str) -> Iterator[Candidate]:
        """Yield the ids of records, newest first, each with its title as long as there is time to read it."""
        for name, path in self._files():
            if is_record_id(name) and (not kinds or kind_of(name) in kinds) and self._fits(name):
                yield name, str(self._read(path).get("title") or "")

    def items(self) -> Iterator[Candidate]:
        """Yield the ids of open actions, milestones and measures, of the newest records first."""
        for found in self._newest():
            for item in _mappings(found.get(ITEM_FIELDS.get(str(found.get("kind")), ""))):
                if is_item_id(str(item.get("id"))) and item.get("status") not in CLOSED:
                    yield str(item["id"]), str(item.get("what") or "")

    def series(self) -> Iterator[Candidate]:
        """Yield the series of the newest records."""
        yield from ((str(found["series"]), "") for found in self._newest() if found.get("series"))

    def counterparts(self) -> Iterator[Candidate]:
        """Yield the organisations and contacts of the newest records."""
        for found in self._newest():
            people = found.get("people")
            other = people.get("counterpart") if isinstance(people, dict) else None
            if isinstance(other, dict):
                yield from ((str(other[key]), "") for key in ("organisation", "contact") if other.get(key))

    def categories(self) -> Iterator[Candidate]:
        """Yield the problem categories of the settings, each with its department."""
        found = self._settings().get("categories")
        yield from ((str(name), str(who)) for name, who in (found.items() if isinstance(found, dict) else ()))

    def people(self) -> Iterator[Candidate]:
        """Yield the names of the directory with their departments."""
        for one in _mappings(self._settings().get("people")):
            yield str(one.get("name") or ""), str(one.get("department") or "")

    def departments(self) -> Iterator[Candidate]:
        """Yield the departments of the settings."""
        found = self._settings().get("departments")
        yield from ((str(one), "") for one in found or [] if isinstance(found, list))

    def quarters(self) -> Iterator[Candidate]:
        """Yield the quarters that have records, latest first."""
        folder = self.root / tree.RECORDS if self.root else None
        names = [one.name for one in folder.iterdir()] if folder and folder.is_dir() else []
        yield from ((name, "") for name in sorted(names, reverse=True) if name[:4].isdecimal())

    def _files(self) -> Iterable[tuple[str, str]]:
        """Return the names of the files of records without their ending, and their paths; the newest first."""
        found = [
            (path.rpartition("/")[2].rpartition(".")[0], path) for path in tree.record_paths(self.root or "")
        ]
        return sorted(found, key=lambda one: one[0].split("-")[1:], reverse=True)

    def _newest(self) -> Iterator[Mapping[str, Any]]:
        """Yield what records hold, of the newest first, as long as there is time."""
        for _name, path in self._files():
            if not self._has_time():
                return
            yield self._read(path)

    def _settings(self) -> Mapping[str, Any]:
        return _content(self.root / tree.SETTINGS) if self.root else {}

    def _read(self, path: str) -> Mapping[str, Any]:
        if not self._has_time():
            return {}
        self._read_so_far += 1
        return _content(Path(path))

    def _has_time(self) -> bool:
        """Whether there is time for one more file; the newest ones are read even on a slow machine."""
        return self._read_so_far < MOST or time.monotonic() < self._until


def _content(path: Path) -> Mapping[str, Any]:
    try:
        return read_tree(path.read_bytes())
    except (NotYaml, OSError):
        return {}


def _mappings(found: Any) -> Iterator[Mapping[str, Any]]:
    yield from (one for one in found or [] if isinstance(found, list) and isinstance(one, dict))
