"""The settings: whether they can be read, and whether every field of theirs is one."""

from collections.abc import Iterator
from pathlib import Path

from commcoord.language.messages import Message
from commcoord.records.parsing import settings_of
from commcoord.store.checkup.complaint import Complaint
from commcoord.store.tree import SETTINGS
from commcoord.store.yaml_bulk import read_tree
from commcoord.store.yaml_faults import NotYaml


def settings(root: Path) -> Iterator[Complaint]:
    """Whether the settings can be read; nearly every command needs them, and a wrong field is read by none."""
    try:
        _settings, wrong = settings_of(read_tree((root / SETTINGS).read_bytes()))
    except OSError as error:
        message = Message("{path} cannot be read: {reason}.", path=SETTINGS, reason=error.strerror or "")
        yield Complaint("error", message, Message("Make the file readable for you."))
    except NotYaml as fault:
        place = f"{SETTINGS}:{fault.line}:{fault.column}"
        yield Complaint(
            "error",
            Message("{path}: {sentence}", path=place, sentence=fault.message),
            Message("commcoord resolve {path}", path=SETTINGS)
            if fault.marker
            else Message(
                "Correct {path} in an editor; as it was committed last, git show HEAD:{path} has it.",
                path=SETTINGS,
            ),
        )
    else:
        for field in wrong:
            yield Complaint(
                "error",
                Message("{path}: {sentence}", path=SETTINGS, sentence=field.message),
                Message("Correct it in {path}; where it stands: commcoord check {path}", path=SETTINGS),
            )
