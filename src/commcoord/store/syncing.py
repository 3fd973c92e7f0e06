"""Everybody's work put together: commit, fetch, merge, push, and again when somebody was faster."""

import random
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message, Several
from commcoord.store import committing, concluding, git
from commcoord.store.locks import exclusive
from commcoord.store.merging import installing
from commcoord.store.tree import DERIVED

PATIENCE = 180.0
"""Seconds for which a push is tried again while others are faster; with five clones that do nothing but push, one
loses some ten times in a row.
"""

PAUSE = 0.3
"""Seconds at most between two tries; shorter, the oftener one has lost already, so that everybody's turn comes."""

COURTESY = 3.0
"""Seconds after a push in a crowd in which this clone lets others go first. Whoever has just pushed has nothing to
merge and is therefore always faster: without a pause two clones of five wait until the other three have finished.
"""

FASTER = (
    "[rejected]",
    "fetch first",
    "non-fast-forward",
    "failed to update ref",
    "cannot lock ref",
    "stale info",
)


class Upstream(NamedTuple):
    """Where a branch is shared: the remote's name and the branch there."""

    remote: str
    branch: str

    @property
    def ref(self) -> str:
        """What is known here of that branch."""
        return f"refs/remotes/{self.remote}/{self.branch}"


class Report(NamedTuple):
    """What a sync did: the subject of the commit that it made, and how many commits came in and went out."""

    committed: str
    received: int
    sent: int
    remote: str


def sync(root: Path, language: str) -> Report:
    """Commit what is the tool's, merge what others did, and push until nobody was faster.

    Raises ImpossibleError, everything committed and nothing lost, where a record is in conflict, the remote cannot be
    reached or git refuses.
    """
    if not git.in_git(root):
        raise ImpossibleError(
            Message("{path} is not in a git repository.", path=str(root)),
            Message("Repair it with: commcoord init"),
        )
    if not installing.installed(root):
        installing.install(root)
    with exclusive(root):
        _demand_rest(root)
        where = upstream(root)
        committed = concluding.conclude(root, language)
        committed = _commit(root, language) or committed
    if where is None:
        return Report(committed, 0, 0, "")
    received = lost = 0
    began = time.monotonic()
    if _ahead(root, where):
        _let_others_go_first(root)
    while time.monotonic() - began < PATIENCE:
        came, late = _receive(root, where, language)
        received, committed = received + came, committed or late
        sent = _ahead(root, where)
        if sent == 0 or _pushed(root, where):
            if received:
                _remember_crowd(root)
            return Report(committed, received, sent, where.remote)
        lost += 1
        time.sleep(random.uniform(0, PAUSE / lost))  # noqa: S311  no secret
    raise ImpossibleError(
        Message(
            "Others were faster {count} times; your commits are here, not yet at {remote}.",
            count=lost,
            remote=where.remote,
        ),
        Message("Try again with: commcoord sync"),
    )


def _crowd(root: Path) -> Path:
    """Return the file whose time is that of the last sync in which others had pushed, too."""
    return root / DERIVED / "crowd"


def _remember_crowd(root: Path) -> None:
    with suppress(OSError):  # a courtesy only
        _crowd(root).touch()


def _let_others_go_first(root: Path) -> None:
    """Wait, for a moment only, where this clone was in a crowd just now."""
    with suppress(OSError):
        left = _crowd(root).stat().st_mtime + COURTESY - time.time()
        time.sleep(min(max(left, 0), COURTESY))


def upstream(root: Path) -> Upstream | None:
    """Return where the present branch is shared: as git is set up, else at the only remote; none without a remote.

    Raises ImpossibleError without a branch, and where git is set up to share it where no remote is.
    """
    branch = git.ask(root, "symbolic-ref", "--quiet", "--short", "HEAD").text.strip()
    if not branch:
        raise ImpossibleError(
            Message("No branch is checked out."),
            Message("Nothing was committed. Go to a branch, your changes come along: git switch main"),
        )
    remotes = git.said(root, "remote").split()
    if not remotes:
        return None
    remote = git.setting(root, f"branch.{branch}.remote") or _usual(remotes)
    if not remote:
        raise ImpossibleError(
            Message("There are several remotes: {remotes}.", remotes=Several(remotes)),
            Message("Choose one with: git push --set-upstream REMOTE {branch}", branch=branch),
        )
    if remote not in remotes:
        raise ImpossibleError(
            Message(
                "git is set up to share the branch {branch} at “{remote}”, which is no remote.",
                branch=branch,
                remote=remote,
            ),
            Message(
                "Share it under its own name with: git branch --unset-upstream; then: commcoord sync",
            ),
        )
    merge = git.setting(root, f"branch.{branch}.merge") or f"refs/heads/{branch}"
    return Upstream(remote, merge.removeprefix("refs/heads/"))


def _usual(remotes: list[str]) -> str:
    return "origin" if "origin" in remotes else remotes[0] if len(remotes) == 1 else ""


def _demand_rest(root: Path) -> None:
    """Raise ImpossibleError where git is in the middle of something that only its caller can finish."""
    command = git.underway(root)
    if command not in ("", "merge"):
        raise ImpossibleError(
            Message("git is in the middle of a {command}.", command=command),
            Message("Finish it with: git {command} --continue", command=command),
        )


def _commit(root: Path, language: str) -> str:
    return committing.commit(root, committing.changed_files(root), "sync", language)


def _receive(root: Path, where: Upstream, language: str) -> tuple[int, str]:
    """Fetch and merge; return how many commits came in, and what was committed since other commands wrote here."""
    fetched = git.reach(root, "fetch", "--quiet", "--end-of-options", where.remote)
    if fetched.code:
        raise _unreached(fetched)
    if git.ask(root, "rev-parse", "--verify", "--quiet", where.ref).code:
        return 0, ""
    count = int(git.said(root, "rev-list", "--count", f"HEAD..{where.ref}"))
    if not count:
        return 0, ""
    with exclusive(root):
        _demand_rest(root)
        late = _commit(root, language)
        _merge(root, where, language)
    return count, late


def _merge(root: Path, where: Upstream, language: str) -> None:
    if git.setting(root, "pull.rebase") in ("true", "merges", "interactive"):
        answer = git.ask(root, "rebase", "--quiet", where.ref, changing=True)
        again, back = "git rebase --continue", "git rebase --abort"
    else:
        subject = Message("Merge what others did").in_language(language)
        answer = git.ask(root, "merge", "--quiet", "--message", subject, where.ref, changing=True)
        again, back = "commcoord sync", "git merge --abort"
    if answer.code == 0:
        return
    waiting = concluding.undecided(root)
    if not waiting:
        raise ImpossibleError(Message("git says: {sentence}", sentence=git.complaint_of(answer)))
    raise ImpossibleError(
        Message("You and somebody else changed the same thing: {paths}", paths=Several(waiting)),
        Message(
            "{remedies}\n  Then: {again}. Or go back to before with: {back}",
            remedies=concluding.remedies(root, waiting),
            again=again,
            back=back,
        ),
    )


def _ahead(root: Path, where: Upstream) -> int:
    known = git.ask(root, "rev-parse", "--verify", "--quiet", where.ref).code == 0
    return int(git.said(root, "rev-list", "--count", f"{where.ref}..HEAD" if known else "HEAD"))


def _pushed(root: Path, where: Upstream) -> bool:
    """Push; whether nobody was faster. Raises ImpossibleError for every other refusal."""
    target = f"HEAD:refs/heads/{where.branch}"
    answer = git.reach(root, "push", "--quiet", "--set-upstream", "--end-of-options", where.remote, target)
    if answer.code == 0:
        return True
    if any(word in answer.complaint for word in FASTER):
        return False
    raise _unreached(answer)


def _unreached(answer: git.Answer) -> ImpossibleError:
    return ImpossibleError(
        Message("git says: {sentence}", sentence=git.complaint_of(answer)),
        Message("Your commits are here and safe; try again with: commcoord sync"),
    )
