"""The build hook that compiles the translation catalogues, so that a wheel and an editable install speak Chinese."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path(__file__).parent / "src" / "commcoord" / "locale"


def compile_catalogues(locale: Path = LOCALE) -> list[Path]:
    """Write a `.mo` beside every `.po` and return those written; entries marked fuzzy are left out."""
    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file)
        target = source.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalogue)
        written.append(target)
    return written


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the catalogues before hatchling collects the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile for a wheel and for an editable install alike."""
        _ = version, build_data
        compile_catalogues()


if __name__ == "__main__":
    compile_catalogues()
