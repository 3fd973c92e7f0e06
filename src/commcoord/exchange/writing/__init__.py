"""Many records as one file, one format a module; the folder is the registry of `export --to`."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from commcoord.exchange.lists import Listing

FORMATS = tuple(sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem != "__init__"))


class Writer(Protocol):
    """What a module here satisfies."""

    def written(self, listing: "Listing", *, items: bool) -> str | bytes:
        """Return the file; `items` asks for their actions, milestones and measures instead of the records."""


def writer_of(name: str) -> Writer:
    """Return the writer of one of `FORMATS`."""
    return cast("Writer", import_module(f"{__name__}.{name}"))
