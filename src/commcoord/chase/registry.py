"""The clocks that are watched: every module of `types/` is one, nothing else has to be told of it."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commcoord.chase.watch import Watch
    from commcoord.records.record import Record
    from commcoord.records.view import View


@cache
def modules() -> tuple[ModuleType, ...]:
    """Return the modules of all clocks, by name."""
    names = sorted(name for name in os.listdir(Path(__file__).parent / "types") if name.endswith(".py"))  # noqa: PTH208  a pattern would have to be waited for
    return tuple(import_module(f"commcoord.chase.types.{name[:-3]}") for name in names if name[0] != "_")


def types() -> tuple[str, ...]:
    """Return every type that an answer may have."""
    return tuple(sorted(name for module in modules() for name in module.TYPES))


def watches_of(record: "Record", view: "View") -> Iterator["Watch"]:
    """Yield what is watched about one record; nothing about one that was called off."""
    if record.cancelled is not None:
        return
    for watches in _of_each_record():
        yield from watches(record, view)


@cache
def _of_each_record() -> tuple[Callable[["Record", "View"], Iterator["Watch"]], ...]:
    return tuple(module.watches for module in modules() if hasattr(module, "watches"))


def watches_of_all(view: "View") -> Iterator["Watch"]:
    """Yield what is watched about the repository as a whole."""
    for module in modules():
        if hasattr(module, "watches_of_all"):
            yield from module.watches_of_all(view)
