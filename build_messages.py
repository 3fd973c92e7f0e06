"""Collects what commcoord says into the translation catalogues, and compiles them whenever it is built.

`python build_messages.py` compiles every `.po` into the `.mo` that gettext reads; with `collect` behind it,
which is `make messages`, it first brings the `.po` files up to what stands in the source and the
templates. As a build hook it compiles, so that a wheel and an editable install speak Chinese.
"""

import ast
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
LOCALE = ROOT / "src" / "commcoord" / "locale"
LANGUAGES = ("zh_Hans", "zh_Hant")

# The words that mark a text for translation, and which of their arguments it is.
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "Message": None, "mark": None, "plural": (1, 2)}


def command_page(
    file: IO[bytes], keywords: Mapping[str, Any], tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Yield the texts of a module, and if it is a command, its docstring, which is its page of help.

    The first line, which stands in the list of commands, and the paragraphs below it are texts of their own.
    """
    yield from extract_python(file, keywords, tags, dict(options))  # type: ignore[arg-type,misc]
    file.seek(0)
    source = file.read()
    if re.search(rb"^(def run\b|run =)", source, re.MULTILINE):
        summary, _blank, below = (ast.get_docstring(ast.parse(source)) or "").partition("\n\n")
        for text in filter(None, (summary, below)):
            yield 1, "_", text, []


def rule_page(
    file: IO[bytes], keywords: Mapping[str, Any], tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str, Any, list[str]]]:
    """Yield the texts of a module, and if it is a rule, the paragraphs of its page in the manual."""
    from commcoord.rules.manual import manual_of  # not there yet while commcoord is being built

    yield from extract_python(file, keywords, tags, dict(options))  # type: ignore[arg-type,misc]
    file.seek(0)
    source = file.read()
    if re.search(rb"^ID = ", source, re.MULTILINE):
        page = manual_of(ast.get_docstring(ast.parse(source)) or "")
        for text in filter(None, page.paragraphs):
            yield 1, "_", text, []


# Where texts stand, and what finds them there; the first pattern that fits a file decides. A method is a name
# that babel knows, "module:function", or a function.
SOURCES: dict[str, list[tuple[str, Any]]] = {
    "src/commcoord": [("commands/*/*.py", command_page), ("rules/*/*.py", rule_page), ("**.py", "python")],
    "templates": [("**.j2", "jinja2.ext:babel_extract")],
}

# Without the dates and names that babel would put here, two branches that add messages do not collide.
HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def collected() -> Catalog:
    """Return every text of the source and the templates, each with the files where it stands."""
    catalogue = Catalog()
    for folder, methods in SOURCES.items():
        found = extract_from_dir(
            ROOT / folder,
            method_map=methods,
            options_map={"**.j2": {"silent": "false"}},
            keywords=KEYWORDS,
            comment_tags=("Translators:",),
            strip_comment_tags=True,
        )
        for name, line, message, comments, context in found:
            place = (f"{folder}/{name}", line)
            catalogue.add(message, None, [place], auto_comments=comments, context=context)
    return catalogue


def catalogue_file(language: str) -> Path:
    """Return where the catalogue of a language lies, `zh_Hans` for instance."""
    return LOCALE / language / "LC_MESSAGES" / "commcoord.po"


def read_catalogue(language: str) -> Catalog:
    """Read a catalogue as it lies on the disk; one that is not there yet is empty."""
    path = catalogue_file(language)
    text = path.read_bytes() if path.exists() else b""
    return read_po(BytesIO(text), locale=language, charset="utf-8")


def update_catalogues() -> None:
    """Bring the `.po` files up to the source: new texts come in empty, those no longer said go."""
    said = collected()
    for language in LANGUAGES:
        catalogue = read_catalogue(language)
        catalogue.update(said, no_fuzzy_matching=True)
        body = BytesIO()
        write_po(
            body,
            catalogue,
            width=0,
            omit_header=True,
            sort_by_file=True,
            ignore_obsolete=True,
            include_lineno=False,
        )
        path = catalogue_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(HEADER.format(language=language).encode() + body.getvalue())


def compile_catalogues() -> None:
    """Write a `.mo` beside every `.po`; entries marked fuzzy are left out."""
    for language in LANGUAGES:
        target = catalogue_file(language).with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, read_catalogue(language))


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the catalogues before hatchling collects the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile for a wheel and for an editable install alike."""
        _ = version, build_data
        compile_catalogues()


if __name__ == "__main__":
    if sys.argv[1:] == ["collect"]:
        update_catalogues()
    compile_catalogues()
