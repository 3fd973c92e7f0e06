"""A whole communication that is called off or moved to another time."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from commcoord.commands import answering, telling
from commcoord.commands.item_life import day_noted, say_unmoved, today_setting
from commcoord.commands.lasting import end_along
from commcoord.errors import UsageError
from commcoord.language.messages import Message, Several
from commcoord.records import editing
from commcoord.records.outline import MODELS
from commcoord.records.values import Moment
from commcoord.steps import forms
from commcoord.store.meant import only

if TYPE_CHECKING:
    from commcoord.records.naming import Called, CalledItem
    from commcoord.records.record import Record
    from commcoord.records.source import Source
    from commcoord.session import Session
    from commcoord.steps.setting import Setting


def is_record(session: "Session", name: str) -> bool:
    """Whether a name means a record rather than an item; raises UsageError with both where it may mean either."""
    if name.endswith((".yaml", ".yml")):
        return True
    records, items = session.workspace.files.records_or_items(name)
    if records and items:
        either: list[Called | CalledItem] = [*records, *items]
        only(name, either, Message("No record is called “{name}”.", name=name))
    return bool(records)


def cancel(
    session: "Session", name: str, because: str, *, on: str, by: str, dry_run: bool, as_json: bool
) -> None:
    """Call a communication off: from then on no gate and no chase."""
    with session.workspace.alone():
        source, record, setting = _found(session, name)
        _demand_held(record)
        entry = {"because": because, "on": day_noted(on, setting).isoformat(), "by": by or session.caller}
        changes = {"cancelled": {key: value for key, value in entry.items() if value}}
        _write(session, source, setting, changes, dry_run=dry_run, as_json=as_json)


def reschedule(
    session: "Session", name: str, until: str, because: str, *, on: str, by: str, dry_run: bool, as_json: bool
) -> None:
    """Move a communication to another day or time, keeping its length; the move is kept with its reason."""
    with session.workspace.alone():
        source, record, setting = _found(session, name)
        _demand_held(record)
        changes = _moved(record, until, setting)
        if all(str(getattr(record, field)) == value for field, value in changes.items()):
            say_unmoved(session, until, because)
            changes = {}
        else:
            entry = {
                "from": str((record.kind == "task" and record.end) or record.start or record.date),
                "to": str(changes.get("start") or changes.get("date") or changes.get("end")),
                "because": because,
                "by": by or session.caller,
                "on": day_noted(on, setting).isoformat(),
            }
            moved = {key: value for key, value in entry.items() if value}
            changes["moved"] = [*(source.tree.get("moved") or []), moved]
        _write(session, source, setting, changes, dry_run=dry_run, as_json=as_json)


def _demand_held(record: "Record") -> None:
    """Raise UsageError for a communication that was called off, with what was said then."""
    cancelled = record.cancelled
    if cancelled is None:
        return
    said = Several(str(one) for one in (cancelled.because, cancelled.on, cancelled.by) if one)
    raise UsageError(
        Message("{id} is called off already: {text}", id=record.id, text=said),
        Message("Plan it anew with: commcoord new plan --from {id}", id=record.id),
    )


def _moved(record: "Record", until: str, setting: "Setting") -> dict[str, Any]:
    """Return the fields of the new time: a phrase counts from today, a clock time alone is one of the record's day."""
    if record.kind == "task":
        return {"end": forms.day(until, setting)}
    clock = forms.clock_in(until)
    if clock is None and not record.start:
        return {"date": forms.day(until, setting)}
    if clock is None:
        assert record.start is not None  # as above
        start = forms.day(until, setting) + record.start[10:]
    elif not clock[0]:
        day, offset = (record.start.day, record.start.offset) if record.start else (record.date, "")
        start = forms.moment(until, replace(setting, day=day)) + offset
    else:
        start = forms.moment(until, setting)
    changes = {"date": start[:10], "start": start}
    if record.start and record.end:
        changes["end"] = end_along(record.start, record.end, Moment(start), setting.settings.zone)
    return changes


def _found(session: "Session", name: str) -> tuple["Source", "Record", "Setting"]:
    source = session.workspace.find(name)
    record = source.record
    assert record is not None  # find() has refused the others
    return source, record, today_setting(session, record.kind)


def _write(
    session: "Session",
    source: "Source",
    setting: "Setting",
    changes: dict[str, Any],
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    tree = session.workspace.editable(source)
    for field, value in changes.items():
        editing.put(tree, MODELS[setting.kind], field, value)
    answering.checked_source(source.path, tree, source)
    answering.say_read_back(session, setting)
    change = session.workspace.save(source.path, tree, dry_run=dry_run)
    if as_json:
        answer = {"record": source.id, "path": change.path}
        telling.answer_change(session, change, answer, dry_run=dry_run)
    else:
        telling.tell_change(session, change, dry_run=dry_run)
