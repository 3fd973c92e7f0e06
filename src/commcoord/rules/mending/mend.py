"""What has one right answer, and how it is written into a record: the folder is the registry.

A mend is a module with `RULE`, the id of the rule whose finding it takes away (empty where no rule asks for it), and
`mended`, which changes the tree of a file and says what it did. It never decides what people must decide.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from commcoord.language.messages import Message
    from commcoord.records.ids import Taken
    from commcoord.records.source import Source
    from commcoord.records.view import View

Tree = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A record's file to be mended, as it was read, and what there is besides it."""

    source: "Source"
    view: "View"
    taken: "Taken" = field(default_factory=set[str])
    """Ids of items that are in use; new ones are added."""


class Mending(Protocol):
    """Changes a tree where one right answer is known."""

    def __call__(self, tree: Tree, case: Case) -> Iterable["Message"]:
        """Yield a sentence for every change."""


@dataclass(frozen=True)
class Mend:
    """A mend as its module declares it."""

    rule: str
    mended: Mending


def _mend(module: ModuleType) -> Mend:
    return Mend(module.RULE, module.mended)


@cache
def all_mends() -> tuple[Mend, ...]:
    """Return every mend, by the name of its module."""
    here = Path(__file__)
    names = sorted(path.stem for path in here.parent.glob("*.py") if path.stem not in ("__init__", here.stem))
    return tuple(_mend(import_module(f"commcoord.rules.mending.{name}")) for name in names)
