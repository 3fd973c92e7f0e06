"""What the commands of an item's life share: find it, change it, log who did what when and why."""

import shlex
from collections.abc import Callable
from datetime import date
from typing import Any

from commcoord.commands import answering, telling
from commcoord.errors import UsageError
from commcoord.language.labels import named
from commcoord.language.messages import Message, _
from commcoord.records.editing import insert
from commcoord.records.outline import fields_at
from commcoord.records.source import Source
from commcoord.session import Session
from commcoord.steps.forms import day as day_form
from commcoord.steps.setting import Setting

ITEM_ORDER = fields_at("Item", ())
LOG_ORDER = fields_at("LogEntry", ())
Mutation = Callable[[dict[str, Any], "Entry"], None]


class Entry(dict[str, Any]):
    """One line of an item's log, in the contract's order."""

    def note(self, **values: Any) -> None:
        """Add what is worth keeping; what is empty is left out."""
        for key, value in values.items():
            if value:
                insert(self, key, value, LOG_ORDER)


def change_item(
    session: Session,
    name: str,
    mutate: Mutation,
    *,
    on: str = "",
    by: str = "",
    dry_run: bool = False,
    as_json: bool = False,
) -> None:
    """Change one item and log it; `mutate` gets the item's mapping and the log entry that will be added.

    An entry in which nothing is noted is not added. Raises UsageError for a day that has not come yet.
    """
    with session.workspace.alone():
        _change_item(session, name, mutate, on=on, by=by, dry_run=dry_run, as_json=as_json)


def _change_item(
    session: Session, name: str, mutate: Mutation, *, on: str, by: str, dry_run: bool, as_json: bool
) -> None:
    source, item = session.workspace.files.find_item(name)
    record = source.record
    assert record is not None  # find_item() looks at records only
    setting = _setting(session, source)
    tree = session.workspace.editable(source)
    mapping = next(
        one for one in tree[record.items_field] if isinstance(one, dict) and one.get("id") == item.id
    )
    entry = Entry()
    entry.note(on=day_noted(on, setting).isoformat(), by=by or session.caller)
    known = len(entry)
    mutate(mapping, entry)
    if len(entry) > known:
        insert(mapping, "log", [*(mapping.get("log") or []), dict(entry)], ITEM_ORDER)
    answering.checked_source(source.path, tree, source)
    answering.say_read_back(session, setting)
    change = session.workspace.save(source.path, tree, dry_run=dry_run)
    if as_json:
        answer = {
            "record": record.id,
            "item": item.id,
            "path": change.path,
            "status": mapping.get("status"),
        }
        telling.answer_change(session, change, answer, dry_run=dry_run)
    else:
        telling.tell_change(session, change, dry_run=dry_run)


def demand_words(option: str, typed: str) -> str:
    """Return the reason or note that was typed; raises UsageError where it says nothing."""
    if not typed.strip():
        raise UsageError(Message("{option} is empty: say it in words.", option=option))
    return typed


def set_field(mapping: dict[str, Any], key: str, value: Any) -> None:
    """Set a field of an item where the contract has it; one set to nothing goes, one that is empty already stays."""
    if value is None or value == "":
        if mapping.get(key) not in (None, ""):
            del mapping[key]
    else:
        insert(mapping, key, value, ITEM_ORDER)


def day_of(typed: str, setting: Setting) -> date:
    """Return the day that was typed, or today; raises UsageError where it is no date."""
    return date.fromisoformat(day_form(typed, setting)) if typed else setting.day


def day_noted(typed: str, setting: Setting) -> date:
    """Return the day on which something happened; raises UsageError as `day_of` does, and for a day to come."""
    day = day_of(typed, setting)
    if day > setting.day:
        raise UsageError(
            Message("“{text}” is still to come: only what has happened can be noted.", text=typed)
        )
    return day


def say_unmoved(session: Session, until: str, because: str) -> None:
    """Show what was typed for a move to where something is already, since nothing of it is kept."""
    typed = f"{until} --because {shlex.quote(because)}"
    session.console.say(_("That is its day already, so the reason is not noted: {text}", text=typed))


def today_setting(session: Session, kind: str) -> Setting:
    """Return what typed dates are counted from when an item is changed: today."""
    return answering.setting_for(session, kind, session.workspace.now.date())


def _setting(session: Session, source: Source) -> Setting:
    record = source.record
    assert record is not None  # as above
    return today_setting(session, record.kind)


def demand_open(mapping: dict[str, Any]) -> None:
    """Raise UsageError where an item is closed already."""
    if mapping.get("status") in ("done", "cancelled"):
        raise UsageError(
            Message("{id} is {status} already.", id=mapping["id"], status=named(mapping["status"])),
            Message("Open it again with: commcoord reopen {id}", id=mapping["id"]),
        )
