"""Make or repair a records repository."""

import os
from pathlib import Path
from typing import Annotated

import typer

from commcoord.commands import options
from commcoord.commands.whereabouts import is_zone, known_calendar, known_zone
from commcoord.errors import UsageError
from commcoord.language.messages import LANGUAGES, Message, _, spoken
from commcoord.session import Session, standing
from commcoord.store import setup
from commcoord.store.checkup.of_settings import settings as settings_complaints
from commcoord.store.tree import DERIVED, SETTINGS

CALENDARS = {"zh-Hans": "CN", "zh-Hant": "TW", "en": "none"}


def run(
    ctx: typer.Context,
    directory: Annotated[str, typer.Argument(metavar=_("[DIR]"), help=_("where; here if not said"))] = "",
    organisation: Annotated[
        str, typer.Option("--organisation", metavar=_("NAME"), help=_("the company's name"))
    ] = "",
    timezone: Annotated[
        str, typer.Option("--timezone", metavar="Asia/Shanghai", help=_("the time zone of its times"))
    ] = "",
    calendar: Annotated[
        str, typer.Option("--calendar", metavar="CN", help=_("whose working days: a country, or none"))
    ] = "",
    pre_commit: Annotated[
        bool, typer.Option("--pre-commit", help=_("also let pre-commit check what is about to be committed"))
    ] = False,
    dry_run: options.DryRun = False,
) -> None:
    """Make a records repository, or repair one: what is there is never overwritten."""
    session: Session = ctx.obj
    root = standing(str(session.directory / directory))
    if root.exists() and not root.is_dir():
        raise UsageError(Message("{path} is not a folder.", path=str(root)))
    zone = known_zone(timezone) if timezone else _time_zone()
    days = known_calendar(calendar) if calendar else CALENDARS[spoken()]
    settings = _settings(organisation or root.name, zone, days, spoken())
    if dry_run:
        _rehearse(session, root, list(setup.lacking(root, settings, pre_commit=pre_commit)))
        return
    sound = _tell(session, root, [str(one) for one in setup.made(root, settings, pre_commit=pre_commit)])
    session.console.answer(str(root))
    following = "commcoord new plan" if sound else "commcoord doctor"
    session.console.say(_("Next: {command}", command=following), "faint")


def _told_of_settings(session: Session, root: Path) -> bool:
    """Tell what is wrong with settings that were there, which nobody but their owner can mend; whether all is well."""
    complaints = list(settings_complaints(root)) if (root / SETTINGS).exists() else []
    for one in complaints:
        session.console.warn(one.message, one.severity)
        session.console.warn(f"  → {one.mend}", "faint")
    return not complaints


def _tell(session: Session, root: Path, done: list[str]) -> bool:
    """Tell what was or would be done; return whether nothing is wrong with settings that were there."""
    for sentence in done:
        session.console.say(sentence, "good")
    sound = _told_of_settings(session, root)
    if sound and not done:
        session.console.say(_("Nothing to do: {path} is complete.", path=str(root)), "good")
    return sound


def _rehearse(session: Session, root: Path, lacks: list[setup.Lack]) -> None:
    """Print the diff of the files that would be written, and tell what else would be done."""
    from commcoord.workspace import Change

    for one in lacks:
        if one.path:
            session.console.answer_raw(Change(one.path, one.before, one.after).diff)
    _tell(session, root, [str(one.told) for one in lacks])


def _settings(organisation: str, timezone: str, calendar: str, language: str) -> str:
    from commcoord.store.yaml_patching import emitted

    assert language in LANGUAGES
    head = emitted(
        {
            "version": 1,
            "organisation": organisation,
            "language": language,
            "timezone": timezone,
            "calendar": calendar,
        },
        f"# yaml-language-server: $schema={DERIVED}/schemas/settings.json",
    )
    return head + _(
        "# The departments and people of the company, for choices and addresses:\n"
        "departments: []\n"
        "people: []\n"
        "#  - name: Zhang Wei\n"
        "#    department: Marketing\n"
        "#    title: manager\n"
        "#    email: zhangwei@example.com\n"
        "# Which department must hear of a category of problems:\n"
        "categories: {{}}\n"
    ).replace("{{", "{").replace("}}", "}")


def _time_zone() -> str:
    """Return the system's time zone by name, where it says one."""
    named = os.environ.get("TZ", "").lstrip(":")
    link = Path("/etc/localtime")
    target = os.path.realpath(link) if link.exists() else ""
    found = named or target.partition("zoneinfo/")[2]
    return found if "/" in found and is_zone(found) else "Asia/Shanghai" if spoken() != "en" else "UTC"
