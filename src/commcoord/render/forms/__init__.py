"""The four forms: which field stands under which heading, one form a file."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from commcoord.render.form import Row
    from commcoord.render.pen import Pen


def rows_of(kind: str) -> Callable[[Any, "Pen"], list["Row"]]:
    """Return what writes the rows of a kind's form: the folder is the registry."""
    return cast("Callable[[Any, Pen], list[Row]]", import_module(f"{__name__}.{kind}").rows)
