"""Whether a text says what it shall say."""

from typing import Any

from commcoord.store.yaml_bulk import read_tree
from commcoord.store.yaml_faults import NotYaml


def says(text: str, wanted: dict[str, Any]) -> bool:
    """Whether a text can be read as a record, and as this one."""
    try:
        return read_tree(text.encode()) == wanted
    except NotYaml:
        return False
