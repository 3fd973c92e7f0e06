"""Papers out of files, one kind of file a module; the folder is the registry of what `import` can read."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from commcoord.errors import UsageError
from commcoord.language.messages import Message, Several

if TYPE_CHECKING:
    from commcoord.exchange.papers import Paper

ENDINGS = {".markdown": "md", ".txt": "md", ".xlsm": "xlsx", ".doc": "docx", ".xls": "xlsx", ".tsv": "csv"}
"""Endings that are read as another; the old ones of Office are refused there with what to do."""
KNOWN = tuple(sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem != "__init__"))


def papers_in(path: Path) -> list["Paper"]:
    """Return what a file holds; raises UsageError for an unknown kind of file, ImpossibleError for a bad one."""
    ending = path.suffix.lower()
    name = ENDINGS.get(ending, ending.removeprefix("."))
    if name not in KNOWN:
        raise UsageError(
            Message("{path} is no file that can be imported.", path=str(path)),
            Message("Known are {known}.", known=Several(f".{one}" for one in KNOWN)),
        )
    found: list[Paper] = import_module(f"{__name__}.{name}").papers(path)
    return found
