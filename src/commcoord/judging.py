"""Judging files: those that changed, and those whose verdict rests on what did.

A changed file makes every key doubtful that it gives, or gave, and a verdict that rests on a doubtful key is passed
again. Where much has changed, all files are judged in parts, as if there were no others, and those verdicts are passed
again that asked for what files of another part give.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from commcoord.language.instants import instant
from commcoord.records.noted import (
    Noted,
    Notes,
    UnloadedError,
    categories_of,
    category_key,
    keys_given,
    keys_likely,
    left_over_keys,
    own_keys,
)
from commcoord.rules.judge import judged
from commcoord.rules.known import wrong_words
from commcoord.rules.rule import all_rules
from commcoord.store import collecting, packing
from commcoord.store.looking import Changes, compared, content_of, hash_of, note
from commcoord.store.parting import names_in, parted
from commcoord.store.scanning import walk_order
from commcoord.store.sharing import processors, shared
from commcoord.store.verdicts import ALWAYS, NEVER, NONE_YET, UNREADABLE, Judged, Verdict, packed

if TYPE_CHECKING:
    from commcoord.records.evidence import Evidence
    from commcoord.records.source import Source
    from commcoord.records.view import View
    from commcoord.repository import Repository
    from commcoord.rules.finding import Ruling
    from commcoord.store.looking import Look
    from commcoord.store.scanning import Stamp
    from commcoord.store.verdicts import Verdicts

PART = 1000
"""Files that are in memory at a time, in each process."""
TOGETHER = 5_000
"""Files of one matter, such as a series, that may be in memory at a time all the same: cut, many are judged twice."""
WORTH = 150
"""Files that are worth another process."""
MANY = 4
"""Where every fourth file is to be judged, all are, in parts: that is faster."""
CATEGORY = re.compile(rb"category: *['\"]?([^'\",}\r\n#]+)")
DATE = re.compile(rb"\ndate: *(\d{4})-(\d\d)")


class Seen(NamedTuple):
    """The changes that were seen since the verdicts were passed, and in which version of these."""

    changes: Changes
    version: int


def judge_changes(
    verdicts: "Verdicts",
    workspace: "Repository",
    look: "Look",
    wanted: Collection[str] | None,
    seen: Seen | None,
) -> None:
    """Bring verdicts up to a look and to the workspace's moment, for the wanted paths at least; commit them."""
    verdicts.begin(to_write=True)
    judging = Judging(verdicts, workspace, look)
    with collecting.paused():
        changes = seen.changes if seen and seen.version == verdicts.version() else None
        if changes is None and verdicts.meta("key") == look.key:
            changes = compared(verdicts, workspace.root, look)
        if changes is None or judging.is_much(changes.changed):
            judging.judge_all()
        else:
            judging.take_in(changes)
            judging.judge_stale(wanted)
    note(verdicts, changes or Changes(), look)
    verdicts.note("now", str(instant(workspace.now)))
    wrong = bool(workspace.wrong_settings) or any(wrong_words(workspace.settings))
    about = {"timezone": workspace.settings.timezone, "wrong": wrong}
    verdicts.note("about", json.dumps(about))
    verdicts.commit()


class Study(NamedTuple):
    """What came of a part: what is kept of its files, and the problem categories that stand in it, as keys."""

    files: list[Judged]
    categories: set[int]


class Judging:
    """The verdicts of one repository at one moment, and what had to be loaded to pass them."""

    def __init__(self, verdicts: "Verdicts", workspace: "Repository", look: "Look") -> None:
        self._verdicts = verdicts
        self._workspace = workspace
        self._look = look
        self._sources: dict[str, Source] = {}
        self._contents: dict[str, bytes | None] = {}

    def is_much(self, files: Collection[object]) -> bool:
        """Whether so many files are to be judged that all may be."""
        return len(files) * MANY >= len(self._look.stamps)

    # ── everything ─────────────────────────────────────────────────────────────────────────────────

    def judge_all(self) -> None:
        """Judge all files, in parts."""
        all_rules()  # once, and not in every process
        things = dict(self._glanced)
        size = min(PART, max(WORTH, -(-len(things) // processors())))
        parts = parted({stamp: names for stamp, (names, _category) in things.items()}, size, TOGETHER)
        hinted = {category for _names, category in things.values() if category is not None}
        del things
        self._verdicts.empty()
        numbers, truth = [], set[int]()
        for study in shared(partial(self._studied, hinted), parts):
            numbers.append(self._verdicts.put(study.files))
            truth |= study.categories
        doubtful = self._verdicts.across(numbers, hinted | truth) | (hinted ^ truth)
        self._verdicts.doubt(self._verdicts.resting(doubtful))
        self._judge(self._verdicts.stale(instant(self._workspace.now)))

    @property
    def _glanced(self) -> Iterator[tuple["Stamp", tuple[set[bytes], int | None]]]:
        """Yield for every file what makes it belong to others, and the key of its problem category, by a look."""
        for stamp in self._look.stamps:
            text = content_of(self._workspace.root, stamp.path) or b""
            yield stamp, (names_in(text), _category_in(text))

    def _studied(self, categories: Collection[int], part: Sequence["Stamp"]) -> Study:
        """Judge files as if there were no others, but for the categories that are taken for all there are."""
        root = self._workspace.root
        texts = [content_of(root, stamp.path) for stamp in part]
        sources = [
            self._workspace.source_in(stamp.path, text) for stamp, text in zip(part, texts, strict=True)
        ]
        view = self._view(sources)
        found = []
        for stamp, text, source in zip(part, texts, sources, strict=True):
            own = own_keys(source)
            verdict = _verdict(
                source, text, own, Noted(view, Notes(view.now, categories=categories, own=own))
            )
            found.append(self._known(stamp, text, source, own, verdict))
        return Study(found, categories_of(view))

    def _view(self, sources: Sequence["Source"]) -> "View":
        return self._workspace.view_of(sources).but(evidence=self._evidence)

    @cached_property
    def _evidence(self) -> "Evidence | None":
        if not self._workspace.settings.evidence:
            return None
        from commcoord.store import evidence  # hardly anybody asks git, who does waits for more than this

        return evidence.first_said(self._workspace.root)

    def _known(
        self,
        stamp: "Stamp",
        text: bytes | None,
        source: "Source",
        own: Mapping[str, int],
        verdict: Verdict = NONE_YET,
    ) -> Judged:
        unreadable = text is None
        return Judged(
            stamp,
            UNREADABLE if unreadable else hash_of(text),
            unreadable or self._look.is_fresh(stamp),
            source.id,
            packed(set(keys_given(source)).difference(own.values())),
            packed(set(own.values())),
            verdict,
        )

    # ── what changed ───────────────────────────────────────────────────────────────────────────────

    def take_in(self, changes: Changes) -> None:
        """Keep what changed files give now, and doubt the verdicts that rest on what they gave or give."""
        verdicts = self._verdicts
        before = verdicts.numbers(one.path for one in changes.changed)
        doubtful = verdicts.given(verdicts.namesakes([*before, *changes.gone]))
        self._load([one.path for one in changes.changed])
        sources = [self._sources[one.path] for one in changes.changed]
        settled = self._settled(sources, changes.gone)
        verdicts.drop(changes.gone)
        now = verdicts.put(
            [
                self._known(one, self._contents[one.path], source, own_keys(source))
                for one, source in zip(changes.changed, sources, strict=True)
            ]
        )
        doubtful |= verdicts.given(verdicts.namesakes(now))
        verdicts.doubt(verdicts.resting(doubtful - settled))

    def _settled(self, sources: Sequence["Source"], gone: Sequence[int]) -> set[int]:
        """Return the keys that changed files give whose answers are as before: what series leave over.

        It is so where each of them adds to it what it added before; whatever else was given is not settled.
        """
        verdicts, settled = self._verdicts, set[int]()
        moved = verdicts.given(verdicts.namesakes(gone))
        for source in sources:
            known = verdicts.numbers([source.path])
            gave = verdicts.given(known)
            left = left_over_keys(source.record) if source.record is not None else ()
            if left and gave.issuperset(left) and len(verdicts.namesakes(known)) == 1:
                settled.update(left)
            else:
                moved |= gave | set(keys_given(source))
        return settled - moved

    def judge_stale(self, wanted: Collection[str] | None) -> None:
        """Judge the wanted files whose verdict does not hold."""
        stale = self._verdicts.stale(instant(self._workspace.now))
        if wanted is not None:
            stale = {path: number for path, number in stale.items() if path in wanted}
        if stale and self.is_much(stale):
            self.judge_all()
        else:
            self._judge(stale)

    def _judge(self, stale: Mapping[str, int]) -> None:
        paths = sorted(stale, key=walk_order)
        for first in range(0, len(paths), PART):
            self._judge_some({path: stale[path] for path in paths[first : first + PART]})
            self._sources.clear()
            self._contents.clear()

    def _judge_some(self, files: Mapping[str, int]) -> None:
        """Judge files with all that they ask for, which is found out as they ask."""
        self._load(files)
        known = self._verdicts.rested_on(files.values())
        known.update(key for path in files for key in keys_likely(self._sources[path]))
        while files:
            view = self._view_with(known, files.values())
            missing: dict[str, int] = {}
            for path, number in files.items():
                try:
                    source = self._sources[path]
                    own = own_keys(source)
                    verdict = _verdict(
                        source, self._contents[path], own, Noted(view, Notes(view.now, known, own=own))
                    )
                except UnloadedError as unloaded:
                    missing[path] = unloaded.args[0]
                else:
                    self._verdicts.judge(number, verdict)
            known |= set(missing.values())
            files = {path: files[path] for path in missing}

    def _view_with(self, known: set[int], files: Collection[int]) -> "View":
        """Return a view of at least these files and all that give one of the keys, and of their namesakes."""
        near = self._verdicts.givers(known) | set(files)
        self._load(self._verdicts.paths(self._verdicts.namesakes(near)).values())
        return self._view([self._sources[path] for path in sorted(self._sources, key=walk_order)])

    def _load(self, paths: Collection[str]) -> None:
        for path in paths:
            if path not in self._sources:
                text = self._contents[path] = content_of(self._workspace.root, path)
                self._sources[path] = self._workspace.source_in(path, text)


def _verdict(source: "Source", text: bytes | None, own: Mapping[str, int], noted: Noted) -> Verdict:
    rulings, notes = judged(source, noted.as_view), noted.notes
    return Verdict(
        asked=packed(notes.keys.difference(own.values())),
        since=instant(notes.since) if notes.since else ALWAYS,
        until=instant(notes.until) if notes.until else NEVER,
        found=_placed(source, text or b"", rulings) if rulings else "",
    )


def _placed(source: "Source", text: bytes, rulings: Sequence["Ruling"]) -> str:
    """Return findings with their places, as they are kept."""
    from commcoord.store.positions import located  # most files are without a fault

    return packing.packed(located(source, text, rulings))


def _category_in(text: bytes) -> int | None:
    """Return the key of a file's problem category, as far as a look tells."""
    if b"category:" not in text or b"\ncancelled:" in text:
        return None
    category, day = CATEGORY.search(text), DATE.search(text)
    if category is None or day is None:
        return None
    quarter = f"{int(day[1])}Q{(int(day[2]) + 2) // 3}"
    return category_key(quarter, category[1].decode("utf-8", "replace"))
