"""What the parser of the command line says on its own account, in the language in use.

typer asks gettext for some of its words (a heading, defaults): `speaking` answers from our catalogues. The
rest it has in English only (complaints about options): `retold` recognises such a sentence and says it again.
The words are those of typer 0.27.3 and 0.28; a sentence that is not known here stays English.
"""

import gettext
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from commcoord.language.messages import CATALOGUES, DOMAIN, _, mark, spoken

# What typer asks gettext for, letter by letter.
ASKED_FOR = (
    mark("Commands"),
    mark("required"),
    mark("default: {default}"),
    mark("env var: {var}"),
    mark("(dynamic)"),
)

# What stands in a usage line.
USAGE = (
    mark("[OPTIONS]"),
    mark("COMMAND [ARGS]..."),
)

# What it says in English only. A hole takes any text; what fills `reason` or `more` may be another of these.
COMPLAINTS = (
    mark("Invalid value for {name} (env var: {var}): {reason}"),
    mark("Invalid value for {name}: {reason}"),
    mark("Invalid value: {reason}"),
    mark("{reason}. Did you mean {names}?"),
    mark("Missing command."),
    mark("No such command {name}."),
    mark("No such command {name}"),
    mark("No such option: {name} (Possible options: {names})"),
    mark("No such option: {name}"),
    mark("Option {name} does not take a value."),
    mark("Option {name} requires an argument."),
    mark("Option {name} requires {count} arguments."),
    mark("Argument {name} takes {count} values."),
    mark("Got unexpected extra argument(s) ({names})"),
    mark("Missing argument {name}. {more}"),
    mark("Missing argument {name}."),
    mark("Missing option {name} (env var: {var})."),
    mark("Missing option {name}. {more}"),
    mark("Missing option {name}."),
    mark("Choose from:\n\t{names}"),
    mark("Takes {wanted} values but {given} given."),
    mark("{wanted} values are required, but {given} given."),
    mark("{value} is not a valid boolean. Recognized values: {names}"),
    mark("{value} is not a valid int."),
    mark("{value} is not a valid int range."),
    mark("{value} is not a valid float."),
    mark("{value} is not a valid float range."),
    mark("{value} is not a valid UUID."),
    mark("{value} is not in the range {range}."),
    mark("{value} is not one of {names}."),
    mark("{value} does not match the formats {names}."),
    mark("File {path} does not exist."),
    mark("Directory {path} does not exist."),
    mark("Path {path} does not exist."),
    mark("File {path} is a directory."),
    mark("Directory {path} is a file."),
    mark("{path} is not readable."),
    mark("{path} is not writable."),
)
SENTENCES_WITHIN = ("reason", "more")


@contextmanager
def speaking() -> Iterator[None]:
    """Let gettext's global functions speak our catalogue in the language in use, as long as the block runs.

    gettext knows its language from the environment alone. Outside the block the environment is as it was, so
    that git and other child processes keep the language of the user's shell.
    """
    domain, language = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = spoken().replace("-", "_")
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = language


@cache
def _pattern(complaint: str) -> re.Pattern[str]:
    """Return what recognises a complaint; each hole of it is a named group."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(complaint)), re.DOTALL)


def retold(sentence: str) -> str:
    """Say a sentence of the parser again in the language in use; one that is not known stays as it is."""
    for complaint in COMPLAINTS:
        if known := _pattern(complaint).fullmatch(sentence):
            holes = known.groupdict()
            holes.update({name: retold(holes[name]) for name in SENTENCES_WITHIN if name in holes})
            if "names" in holes:
                holes["names"] = _(", ").join(holes["names"].split(", "))
            return _quoted(_(complaint, **holes))
    return sentence


def _quoted(text: str) -> str:
    """Put what the parser has quoted into the quotes of the language in use, which want no space around them."""
    if spoken() == "en":
        return text
    return re.sub(r" ?'([^'\n]*)' ?", lambda quoted: _("“{text}”", text=quoted[1]), text)
