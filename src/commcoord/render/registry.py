"""Which formats a form can be rendered to: one file in `render/to/` each, nothing else to edit."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from commcoord.render.composing import Composed

FORMATS = tuple(
    sorted(path.stem for path in (Path(__file__).parent / "to").glob("*.py") if path.stem != "__init__")
)


class Renderer(Protocol):
    """What a file in `render/to/` satisfies."""

    def rendered(self, found: "Composed", company: Path | None = None) -> str | bytes:
        """Return the document; raises ImpossibleError where a library or a template is missing or broken."""


def renderer_to(name: str) -> Renderer:
    """Return the renderer of one of `FORMATS`."""
    return cast("Renderer", import_module(f"commcoord.render.to.{name}"))
