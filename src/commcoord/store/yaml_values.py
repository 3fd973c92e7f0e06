"""A single value as it is typed on the command line: YAML, read by the same rules as a record's file."""

from typing import Any

from commcoord.errors import UsageError
from commcoord.language.messages import Message
from commcoord.store.yaml_faults import NotYaml
from commcoord.store.yaml_reading import read


def read_value(typed: str) -> Any:
    """Return the value that typed YAML means; raises UsageError with the text where it means none."""
    lines = typed.splitlines() or [""]
    block = len(lines) > 1 or typed.lstrip().startswith("- ")
    text = "value:\n" + "\n".join(f"  {line}" for line in lines) if block else f"value: {typed}"
    try:
        return read(f"{text}\n".encode()).tree["value"]
    except NotYaml as fault:
        raise UsageError(
            Message("“{text}” is not a YAML value: {sentence}", text=typed, sentence=fault.message),
            Message("Put a text with : or # in quotes, as in --set 'goal=\"…\"'."),
        ) from fault
