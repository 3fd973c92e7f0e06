"""From the bytes of a file to the source of a record, by the quick readers where they are sure."""

from commcoord.records.days_named import latest_day
from commcoord.records.parsing import certain
from commcoord.records.source import Source, Unreadable, source_of
from commcoord.store.yaml_bulk import read_typed, spelled
from commcoord.store.yaml_faults import NotYaml


def source_from(path: str, text: bytes) -> Source:
    """Return the source of a text that lies at a path below the root, whether it can be read or not."""
    try:
        typed = read_typed(text)
        record = certain(typed) if typed is not None else None
        if typed is not None and record is not None:
            return Source(path, typed, record, latest=latest_day(text))
        return source_of(path, spelled(typed, text), latest=latest_day(text))
    except NotYaml as fault:
        return Source(path, unreadable=Unreadable(fault.line, fault.column, fault.message, fault.marker))
