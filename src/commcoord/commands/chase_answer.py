"""The chase list in each of its forms, on stdout or in a file."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from commcoord.chase.attention import Attention, as_json, counts
from commcoord.chase.choosing import GROUPS
from commcoord.chase.wording import summary
from commcoord.commands.output import tell_rehearsed
from commcoord.commands.typed import one_of
from commcoord.language.messages import _, plural
from commcoord.session import Session
from commcoord.store.files import write_out


def answer(
    session: Session,
    found: Sequence[Attention],
    form: str,
    group: str,
    output: str,
    who: str,
    *,
    dry_run: bool = False,
) -> None:
    """Answer with the list in one of its forms; raises UsageError for a grouping that there is not."""
    one_of(group, *GROUPS)
    if form == "json":
        session.console.answer_json(json_of(session, found))
    elif form == "table":
        from commcoord.commands.chase_table import show

        show(session.console, found, group)
        session.console.say(summary(found), "strong")
    elif form == "eml":
        _mails(session, found, output, who, dry_run=dry_run)
    else:
        _put(session, FORMS[form](session, found, group), output, dry_run=dry_run)


def json_of(session: Session, found: Sequence[Attention]) -> dict[str, Any]:
    """Return the list as the contract has it."""
    now = session.register.now.isoformat(timespec="seconds")
    return {"now": now, "items": [as_json(one) for one in found], "counts": counts(found)}


def _markdown(session: Session, found: Sequence[Attention], group: str) -> str:
    from commcoord.exchange.chase_markdown import chase_list

    return chase_list(found, group, session.register.now)


def _ics(session: Session, found: Sequence[Attention], _group: str) -> str:
    from commcoord.exchange.chase_calendar import calendar_of

    return calendar_of(found, session.register.now)


FORMS: dict[str, Callable[[Session, Sequence[Attention], str], str]] = {"markdown": _markdown, "ics": _ics}


def _mails(session: Session, found: Sequence[Attention], output: str, who: str, *, dry_run: bool) -> None:
    """Write one mail a person into a folder, or all of them to stdout as a mailbox."""
    from commcoord.exchange.chase_mail import mails
    from commcoord.exchange.letters import mailbox

    letters, homeless = mails(found, session.workspace.settings, session.register.now, who)
    for name in homeless:
        session.console.warn(
            _("No address is known for {who}: their part is in nobody's mail.", who=name), "warning"
        )
    if not output:
        session.console.answer_file(mailbox(letters))
        return
    folder = Path(output)
    files = {
        folder / f"{number:02}-{letter['To'].addresses[0].username}.eml": letter
        for number, letter in enumerate(letters, 1)
    }
    if dry_run:
        for path in files:
            tell_rehearsed(session, str(path))
        return
    folder.mkdir(parents=True, exist_ok=True)
    for path, letter in files.items():
        write_out(path, bytes(letter))
    session.console.say(
        plural("{count} mail in {path}", "{count} mails in {path}", len(letters), path=output), "good"
    )


def _put(session: Session, text: str, output: str, *, dry_run: bool) -> None:
    if output and dry_run:
        tell_rehearsed(session, output)
    elif output:
        write_out(Path(output), text.encode())
        session.console.say(_("Written: {path}", path=output), "good")
    else:
        session.console.answer_file(text)
