"""What is at fault with the records of a repository, by the verdicts that are kept, as if all were judged anew.

It looks at the file system once and has those files judged (`judging`) that changed, whose verdict rests on what did,
or was overtaken by time; rules and records are imported only where there is one.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Collection, Iterator
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from commcoord.language.instants import instant
from commcoord.records.vocabulary import STEPS
from commcoord.store import database
from commcoord.store.looking import ROOMS, Look, compared, trust
from commcoord.store.packing import unpacked
from commcoord.store.verdicts import FILE, SCHEMA, Verdicts

if TYPE_CHECKING:
    from commcoord.rules.located import Located
    from commcoord.store.scouting import Scout

RULES = ("rules", "rules/files", *(f"rules/{step}" for step in STEPS))
CODE = (*ROOMS, *RULES, "steps", "language/quantities", "language/wording")
"""The code that verdicts are made by: where it changed, they are passed anew."""
BROKEN = (sqlite3.DatabaseError, ValueError, TypeError, KeyError)
"""What reading damaged verdicts raises."""

Clock = Callable[[tzinfo], datetime]


class Judgement:
    """What is at fault with the files of one repository at one moment."""

    def __init__(
        self,
        root: Path,
        clock: Clock,
        wanted: Collection[str] | None = None,
        scout: "Scout | None" = None,
    ) -> None:
        """Judge what has to be judged; `wanted` are the paths below the root that are asked for, all if not said.

        A scout looks at the files meanwhile. Raises ImpossibleError where the settings cannot be read.
        """
        self.root = root
        self.wrong_settings = False
        """Whether something is at fault with the settings; that is not kept."""
        self._clock = clock
        self._wanted = wanted
        self._scout = scout
        self.found = self._found()
        """The findings of the wanted files, in no order."""

    @property
    def paths(self) -> frozenset[str]:
        """The files of all records."""
        return frozenset(stamp.path for stamp in self._look.stamps)

    def _found(self) -> list["Located"]:
        failed: Exception | None = None
        for verdicts, lasting in self._tried():
            try:
                if self._brought_up(verdicts, lasting=lasting):
                    return self._read(verdicts)
            except sqlite3.OperationalError as error:  # locked, read-only, full
                failed = error
                if "decode" in str(error):  # a text that is none
                    database.discard(self.root, FILE)
            except BROKEN as error:
                failed = error
                verdicts.close()
                database.discard(self.root, FILE)
            finally:
                verdicts.close()
        raise AssertionError("verdicts in memory that are passed anew can always be read") from failed

    def _tried(self) -> Iterator[tuple[Verdicts, bool]]:
        """Yield the verdicts on disk, twice since others may write them, a copy of them in memory, and empty ones."""
        for _attempt in range(2):
            yield Verdicts(database.opened(self.root, FILE)), True
        yield Verdicts(database.in_memory(self.root, FILE)), False
        for _attempt in range(2):
            yield Verdicts(database.in_memory(None, FILE)), False

    def _read(self, verdicts: Verdicts) -> list["Located"]:
        return [
            one
            for path, text in verdicts.found()
            if self._wanted is None or path in self._wanted
            for one in unpacked(text)
        ]

    # ── keeping it true ────────────────────────────────────────────────────────────────────────────

    def _brought_up(self, verdicts: Verdicts, *, lasting: bool) -> bool:
        look = Look.at(self.root, rooms=CODE, schema=SCHEMA, scout=self._scout)
        self._scout = None  # what it told is told
        self._look = look
        verdicts.begin()
        changes = compared(verdicts, self.root, look) if verdicts.meta("key") == look.key else None
        if changes and not (changes.changed or changes.gone) and self._says_so(verdicts, look):
            if changes.restamped:
                trust(verdicts, changes, look)
            return True
        from commcoord.judging import Seen, judge_changes
        from commcoord.repository import Repository

        workspace = Repository.open(self.root, self._clock)
        goes_back = instant(workspace.now) < min(int(verdicts.meta("now") or 0), time.time_ns() // 1000)
        seen = Seen(changes, verdicts.version()) if changes else None
        verdicts.forget()
        # a question about the past must cost the present nothing; and what git proves is not kept
        if lasting and (goes_back or workspace.settings.evidence):
            return False
        judge_changes(verdicts, workspace, look, self._wanted, seen)
        verdicts.begin()
        return self._says_so(verdicts, look)

    def _says_so(self, verdicts: Verdicts, look: Look) -> bool:
        """Whether the verdicts are of these settings, and those that are wanted hold at this moment."""
        if verdicts.meta("key") != look.key:
            return False
        about = json.loads(verdicts.meta("about"))
        self.wrong_settings = bool(about["wrong"])
        stale = verdicts.stale(instant(self._clock(ZoneInfo(about["timezone"]))))
        return not stale if self._wanted is None else stale.keys().isdisjoint(self._wanted)
