"""A merge that stopped: which files wait for somebody's decision, how each is decided, and its conclusion."""

from collections.abc import Iterable
from pathlib import Path
from shlex import quote

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message, Several
from commcoord.store import committing, git
from commcoord.store.tree import is_record_file

OURS, THEIRS = "2", "3"
"""The stages under which the index has the two sides of a file that is not decided."""

OF_GIT_AND_OURS = ("unspecified", "set", "unset", "text", "binary", "union", "commcoord")
"""What merges that needs no program of somebody's own."""

SNIFFED = 8000  # bytes in which git, too, looks for a NUL to tell what is no text


class Lines(Several):
    """Sentences that stand in lines of their own."""

    __slots__ = ()

    def in_language(self, language: str) -> str:
        """Return the lines in one of the languages."""
        return "\n  ".join(one.in_language(language) for one in self.texts if isinstance(one, Message))


def conclude(root: Path, language: str) -> str:
    """Conclude a merge that was begun, where every file in it is decided; return what is said of it.

    Decided is what somebody gave to `git add` or `git rm`, and a text that both sides changed and that has no line
    left that begins as a marker does. Raises ImpossibleError with what to do for each of the others.
    """
    if git.underway(root) != "merge":
        return ""
    entries = _undecided(root)
    if waiting := waiting_in(root, entries):
        raise ImpossibleError(
            Message("Two versions of a file wait for a decision: {paths}", paths=Several(waiting)),
            Message("{remedies}\n  Then: commcoord sync", remedies=remedies(root, waiting)),
        )
    committing.refuse_markers(
        [
            committing.Changed(path, None, (root / path).read_bytes())
            for path in committing.changed_files(root)
            if (root / path).is_file()
        ]
    )
    if entries:
        git.told(root, "update-index", "--add", "-z", "--stdin", typed="\0".join(entries))
    trailer = f"{committing.TRAILER}: sync"
    git.told(root, "commit", "--quiet", "--no-edit", "--cleanup=strip", "--trailer", trailer)
    return Message("The merge is concluded.").in_language(language)


def waiting_in(root: Path, paths: Iterable[str]) -> list[str]:
    """Return which undecided files still wait for somebody; the others `conclude` takes as they are."""
    entries = _undecided(root)
    return [path for path in paths if _waits(root, path, entries.get(path, {}))]


def undecided(root: Path) -> list[str]:
    """Return the files of a merge that are not decided, below the root, wherever they lie."""
    return list(_undecided(root))


def remedies(root: Path, paths: Iterable[str]) -> Lines:
    """Return how each of some undecided files is decided, a line a file."""
    entries = _undecided(root)
    return Lines([_remedy(root, path, entries.get(path, {})) for path in paths])


def _undecided(root: Path) -> dict[str, dict[str, str]]:
    """Return the blobs of each side, by its stage, of the files that are not decided."""
    found: dict[str, dict[str, str]] = {}
    for line in git.names(git.said(root, "ls-files", "--unmerged", "-z", "--", ":/")):
        described, _tab, path = line.partition("\t")
        _mode, blob, stage = described.split()
        found.setdefault(path, {})[stage] = blob
    return found


def _waits(root: Path, path: str, stages: dict[str, str]) -> bool:
    place = root / path
    if not place.is_file() or not {OURS, THEIRS} <= set(stages) or not _is_text(root, path, stages):
        return True
    return committing.has_markers(place.read_bytes()) or _is_as_its_driver_left_it(root, path, stages)


def _is_text(root: Path, path: str, stages: dict[str, str]) -> bool:
    """Whether git merges a file line by line; of what is no text it leaves ours in the folder, without a marker."""
    if any(b"\0" in content[:SNIFFED] for content in git.blobs(root, [*stages.values()]).values()):
        return False
    return _driver(root, path) not in ("unset", "binary")


def _driver(root: Path, path: str) -> str:
    """Return what the attributes of a file say that merges it."""
    return git.said(root, "check-attr", "-z", "merge", "--", path).split("\0")[2]


def _is_as_its_driver_left_it(root: Path, path: str, stages: dict[str, str]) -> bool:
    """Whether our side alone lies there, as a driver of somebody's own leaves it that failed or is not installed."""
    if _driver(root, path) in OF_GIT_AND_OURS:
        return False
    ours = git.blobs(root, [stages[OURS]])[stages[OURS]]
    return stages[OURS] != stages[THEIRS] and (root / path).read_bytes() == ours


def _remedy(root: Path, path: str, stages: dict[str, str]) -> Message:
    name = quote(path)
    if not {OURS, THEIRS} <= set(stages):
        return Message(
            "{path}: one side removed it, the other changed it. Keep it with: git add -- {name}; "
            "remove it with: git rm -- {name}",
            path=path,
            name=name,
        )
    if not _is_text(root, path, stages):
        return Message(
            "{path}: both sides changed it, and it is no text. Put the right one there (git checkout --ours or "
            "--theirs -- {name}), then: git add -- {name}",
            path=path,
            name=name,
        )
    if _is_as_its_driver_left_it(root, path, stages):
        return Message(
            "{path}: its merge driver “{driver}” did not put the two sides together, and only yours lies there. Write "
            "into it what the other side has (git show :3:./{name}), then: git add -- {name}",
            path=path,
            driver=_driver(root, path),
            name=name,
        )
    if is_record_file(path):
        return Message(
            "{path}: commcoord resolve {id}, or edit it and: git add -- {name}",
            path=path,
            id=Path(path).stem,
            name=name,
        )
    return Message(
        "{path}: edit it, delete the lines with the markers, then: git add -- {name}", path=path, name=name
    )
