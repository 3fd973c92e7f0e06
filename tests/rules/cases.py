"""Repositories in a few lines: what differs from records without fault, as the examples of the rules' pages have it.

An overlay is YAML laid over a clean record of its kind (`kind:`, minutes if not said) in tests/rules/base: a key
replaces the record's, mappings key by key, lists whole; nothing removes it. More records follow after lines `---`;
the ids of the second record's clean ground end in 2, the third's in 3, so that they differ from the first's.

`settings:` lies over the clean settings. `# as of 2023-10-25 09:00` sets the clock, `# at records/…/x.yaml` says
where the record lies. What cannot be read as YAML stands for a whole file that cannot.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from commcoord.records.calendars import calendar_for
from commcoord.records.ids import is_record_id, path_of
from commcoord.records.settings import Settings
from commcoord.records.source import Source, Unreadable, source_of
from commcoord.records.validating import parsed
from commcoord.records.view import View
from commcoord.rules.finding import Ruling
from commcoord.rules.judge import judged
from commcoord.store.yaml_bulk import read_tree
from commcoord.store.yaml_faults import NotYaml

BASE = Path(__file__).parent / "base"
ASTRAY = "records/astray.yaml"
"""Where a record without a proper id lies."""
NOW = "2023-10-31 09:00"
CLOCK = re.compile(r"^# as of (.+)$", re.MULTILINE)
PLACE = re.compile(r"^# at (\S+)$", re.MULTILINE)
OWN_IDS = re.compile(r"(?<=\bid: )(\S+?)(?=,|$)", re.MULTILINE)


def repository(text: str = "", language: str = "zh") -> View:
    """Return the view of a repository of records that an overlay describes, in `zh` or `en`."""
    texts = re.split(r"^---\n", text, flags=re.MULTILINE)
    settings = _settings(texts, language)
    clock = CLOCK.search(text)
    now = datetime.fromisoformat(clock[1] if clock else NOW).replace(tzinfo=settings.zone)
    sources = tuple(_source(part, number, language) for number, part in enumerate(texts, 1))
    return View(sources, settings, now, calendar_for(settings.calendar))


def rulings(text: str = "", language: str = "zh") -> list[Ruling]:
    """Return all that all rules find in a repository."""
    view = repository(text, language)
    return [ruling for source in view.sources for ruling in judged(source, view)]


def found(text: str = "", language: str = "zh") -> list[str]:
    """Return what is found as short lines: `CC101 error goal`."""
    return [_short(one) for one in rulings(text, language)]


def of_rule(rule: str, text: str = "", language: str = "zh") -> list[str]:
    """Return what one rule finds, as `error goal`; the text must be readable unless that is what is asked."""
    if rule not in ("CC001", "CC007"):
        assert not [source for source in repository(text, language).sources if source.unreadable]
    return [one.removeprefix(f"{rule} ") for one in found(text, language) if one.startswith(rule)]


def _short(one: Ruling) -> str:
    return f"{one.rule} {one.severity} {'.'.join(map(str, one.finding.path))}".rstrip()


def _settings(texts: list[str], language: str) -> Settings:
    tree = _file(language, "settings", 1)
    for overlay in _readable(texts):
        tree = _laid(tree, overlay.get("settings") or {})
    settings, wrong = parsed(Settings, tree)
    assert not wrong
    return settings


def _readable(texts: list[str]) -> Iterator[Mapping[str, Any]]:
    for text in texts:
        try:
            yield _overlay(text)
        except NotYaml:
            continue


def _overlay(text: str) -> dict[str, Any]:
    """Return the mapping of an overlay; one of comments only changes nothing."""
    return read_tree(text.encode()) if re.search(r"^[^#\n]", text, re.MULTILINE) else {}


def _source(text: str, number: int, language: str) -> Source:
    place = PLACE.search(text)
    try:
        overlay = _overlay(text)
    except NotYaml as fault:
        reason = Unreadable(fault.line, fault.column, fault.message, fault.marker)
        return Source(place[1] if place else path_of("minutes-20231020-7qk2"), unreadable=reason)
    overlay.pop("settings", None)
    tree = _laid(_file(language, overlay.get("kind") or "minutes", number), overlay)
    name = tree.get("id") or ""
    return source_of(place[1] if place else path_of(name) if is_record_id(name) else ASTRAY, tree)


@cache
def _text(language: str, name: str) -> str:
    return (BASE / language / f"{name}.yaml").read_text("utf-8")


def _file(language: str, name: str, number: int) -> dict[str, Any]:
    text = _text(language, name)
    if number > 1:
        text = OWN_IDS.sub(rf"\g<1>{number}", text)
    return read_tree(text.encode())


def _laid(below: Any, above: Any) -> Any:
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    merged = below | {key: _laid(below.get(key), value) for key, value in above.items()}
    return {key: value for key, value in merged.items() if value is not None}
