"""What changed in a record, by whom and when, in words."""

from typing import Annotated, Any

import typer

from commcoord.commands import options
from commcoord.console import one_line
from commcoord.language.messages import _, spoken
from commcoord.records.differences import changes
from commcoord.session import Session
from commcoord.store import chronicle
from commcoord.store.chronicle import Version
from commcoord.store.yamltext import NotYaml, read_tree


def run(
    ctx: typer.Context,
    record: options.RecordName,
    limit: Annotated[
        int,
        typer.Option("--limit", metavar=_("NUMBER"), min=0, help=_("only so many of the newest; 0 for all")),
    ] = 0,
    as_json: options.Json = False,
) -> None:
    """Tell from git what changed in a record, by whom and when, the newest first."""
    session: Session = ctx.obj
    workspace = session.workspace
    path = workspace.find(record).path
    entries = []
    for version in chronicle.versions(workspace.root, path):
        lines = _said(version, "en" if as_json else spoken())
        if lines:
            entries.append((version, lines))
        if limit and len(entries) == limit:
            break
    if as_json:
        session.console.answer_json([_as_json(session, version, lines) for version, lines in entries])
        return
    if not entries:
        session.console.say(_("git knows nothing of it yet. Commit it with: commcoord sync"))
    for version, lines in entries:
        session.console.answer_styled(_heading(session, version))
        session.console.answer(*(f"  {one_line(line)}" for line in lines))


def _said(version: Version, language: str) -> list[str]:
    """Return the changes in words; a version that cannot be read says so."""
    try:
        before, after = (None if one is None else read_tree(one) for one in (version.before, version.after))
    except NotYaml:
        return [_("a version that cannot be read")]
    return changes(before, after, language)


def _heading(session: Session, version: Version) -> str:
    at = version.at.astimezone(session.workspace.zone).strftime("%Y-%m-%d %H:%M")
    who = one_line(version.author) if version.commit else _("not committed yet")
    return session.console.styled(f"{at}  {who}  {version.commit[:8]}".rstrip(), "faint")


def _as_json(session: Session, version: Version, lines: list[str]) -> dict[str, Any]:
    return {
        "commit": version.commit or None,
        "at": version.at.astimezone(session.workspace.zone).isoformat(timespec="seconds"),
        "by": version.author or None,
        "changes": lines,
    }
