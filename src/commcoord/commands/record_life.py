"""A whole communication that is called off or moved to another time."""

from typing import TYPE_CHECKING, Any

from commcoord.commands import answering, telling
from commcoord.commands.item_life import day_of, today_setting
from commcoord.records import editing, naming
from commcoord.records.outline import MODELS
from commcoord.steps import forms

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.source import Source
    from commcoord.session import Session
    from commcoord.steps.setting import Setting


def is_record(session: "Session", name: str) -> bool:
    """Whether a name means a record rather than an item; an item's id or words come first."""
    if name.endswith((".yaml", ".yml")):
        return True
    items = naming.items_called(name, session.workspace.view)
    records = naming.records_called(name, session.workspace.sources)
    return bool(records) and (not items or any(one.id == name.strip().casefold() for one in records))


def cancel(
    session: "Session", name: str, because: str, *, on: str, by: str, dry_run: bool, as_json: bool
) -> None:
    """Call a communication off: from then on no gate and no chase."""
    source, record, setting = _found(session, name)
    entry = {"because": because, "on": day_of(on, setting).isoformat(), "by": by or session.caller}
    _write(
        session,
        source,
        record,
        {"cancelled": {key: value for key, value in entry.items() if value}},
        dry_run=dry_run,
        as_json=as_json,
    )


def reschedule(
    session: "Session", name: str, until: str, because: str, *, on: str, by: str, dry_run: bool, as_json: bool
) -> None:
    """Move a communication to another day or time, keeping its length; the move is kept with its reason."""
    source, record, setting = _found(session, name)
    before = record.start or record.date.isoformat()
    changes = _moved(record, until, setting)
    after = changes.get("start") or changes.get("date") or changes.get("end")
    entry = {
        "from": str(record.end if record.kind == "task" and record.end else before),
        "to": str(after),
        "because": because,
        "by": by or session.caller,
    }
    entry["on"] = day_of(on, setting).isoformat()
    changes["moved"] = [
        *(source.tree.get("moved") or []),
        {key: value for key, value in entry.items() if value},
    ]
    _write(session, source, record, changes, dry_run=dry_run, as_json=as_json)


def _moved(record: "Record", until: str, setting: "Setting") -> dict[str, Any]:
    if record.kind == "task":
        return {"end": forms.day(until, setting)}
    if not record.start:
        return {"date": forms.day(until, setting)}
    if forms.CLOCK.search(until):
        moment = forms.moment(until, setting)
        day, clock = moment[:10], moment[11:16]
    else:
        day, clock = forms.day(until, setting), record.start.clock
    changes = {"date": day, "start": f"{day} {clock}"}
    if record.end:
        from datetime import datetime

        length = record.ends(setting.settings.zone) - record.begins(setting.settings.zone)
        end = datetime.fromisoformat(changes["start"]) + length
        changes["end"] = end.strftime("%Y-%m-%d %H:%M")
    return changes


def _found(session: "Session", name: str) -> tuple["Source", "Record", "Setting"]:
    source = session.workspace.find(name)
    record = source.record
    assert record is not None  # find() has refused the others
    return source, record, today_setting(session, record.kind)


def _write(
    session: "Session",
    source: "Source",
    record: "Record",
    changes: dict[str, Any],
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    tree = session.workspace.editable(source)
    for field, value in changes.items():
        editing.put(tree, MODELS[record.kind], field, value)
    answering.checked_source(source.path, tree, source)
    change = session.workspace.save(source.path, tree, dry_run=dry_run)
    if as_json:
        answer = {"record": record.id, "path": change.path}
        telling.answer_change(session, change, answer, dry_run=dry_run)
    else:
        telling.tell_change(session, change, dry_run=dry_run)
