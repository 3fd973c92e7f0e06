"""Where templates are found: a company's own folder first, then the built-in ones; never outside these."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message
from commcoord.store.shipped import shipped

BUILT_IN = "builtin/"
"""Before a name it means the built-in template, so that a company's own can extend what it replaces."""

LARGEST = 1_000_000  # bytes of one template
_NAME = re.compile(r"(?:[\w-]+/)*[\w-]+(?:\.[\w-]+)*\.j2", re.ASCII)


def has_templates(company: Path | None) -> bool:
    """Whether a company's folder has templates of its own."""
    return company is not None and company.is_dir() and any(company.rglob("*.j2"))


class FolderLoader(BaseLoader):
    """Loads templates of one format by their names; a link that leads out of its folder is not followed."""

    def __init__(self, company: Path | None, ending: str) -> None:
        self.folders = [folder for folder in (company, shipped("templates")) if folder is not None]
        self.ending = ending

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text and its name; raises TemplateNotFound, or ImpossibleError if no text."""
        _ = environment
        own_name = template.removeprefix(BUILT_IN)
        folders = self.folders[-1:] if own_name != template else self.folders
        if _NAME.fullmatch(own_name) is None or not own_name.endswith(self.ending):
            raise TemplateNotFound(template)
        for folder in folders:
            path = (folder / own_name).resolve()
            if path.is_file() and path.is_relative_to(folder.resolve()):
                return _text_of(path, template), template, lambda: True
        raise TemplateNotFound(template)


def _text_of(path: Path, name: str) -> str:
    found = path.read_bytes()
    if len(found) > LARGEST:
        raise ImpossibleError(Message("The template {name} is larger than a megabyte.", name=name))
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImpossibleError(Message("The template {name} is not UTF-8.", name=name)) from error
