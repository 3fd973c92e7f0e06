"""All questions of the checkup, in the order in which an answer makes the next one worth asking."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.store import git
from commcoord.store.checkup import of_files, of_git, of_place, of_settings
from commcoord.store.checkup.complaint import Complaint

if TYPE_CHECKING:
    from commcoord.store.checkup.complaint import Question

WITHOUT_GIT: Sequence["Question"] = (
    of_settings.settings,
    of_git.git_version,
    of_place.writable,
    of_place.terminal,
)
WITH_GIT: Sequence["Question"] = (
    of_place.git_writable,
    of_git.locked,
    of_git.git_person,
    of_git.branch,
    of_git.attributes,
    of_git.merge_driver,
    of_git.underway,
    of_files.markers,
    of_files.shared_ids,
    of_files.names,
    of_files.line_ends,
    of_files.derived,
    of_files.ignored,
    of_files.index,
    of_git.quoted_names,
    of_git.composed_names,
    of_git.clock,
)


def answers(root: Path) -> Iterator[tuple[str, list[Complaint]]]:
    """Yield each question's name with what it found, which is nothing where all is well."""
    for question in WITHOUT_GIT:
        found = list(question(root))
        yield question.__name__, found
        if question is of_git.git_version and found:
            return
    if (refused := _without_git(root)) is not None:
        yield "git", [refused]
        return
    for question in WITH_GIT:
        yield question.__name__, list(question(root))


def _without_git(root: Path) -> Complaint | None:
    try:
        if git.in_git(root):
            return None
    except ImpossibleError as error:
        return Complaint("error", error.message, Message("Do what git says, then: commcoord doctor"))
    return Complaint("error", Message("This folder is not in a git repository."), Message("commcoord init"))
