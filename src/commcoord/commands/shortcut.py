"""The short way to the commands that only look: plain calls of them are understood without waiting for the parser.

Whatever is not as plain as can be (help, an option that is not told here, one given twice, a word too many or too few)
is left to the parser, which takes the same call the long way: `understood` says nothing then. A test holds the two to
the same answers.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from commcoord.session import Call, Session, standing, standing_in
from commcoord.store.scouting import Scout


class Way(NamedTuple):
    """How a command is called plainly, and the module that has its answer."""

    module: str
    texts: Mapping[str, str] = {}
    """The options that take a text, each with the name by which the answer takes it."""
    flags: Mapping[str, str] = {"--json": "as_json"}
    words: str = ""
    """The name by which the answer takes what is neither."""
    least: int = 0
    most: int = 0
    """How many words may be given; more than one are taken as a list."""
    opens: str = "register"
    """What it asks of the session first, which may begin with what a scout has told by then."""
    sections: Sequence[str] = ()
    """What it will ask of an index that has to be made, besides what everybody asks."""


ANY = 1000
FRAME = Way(
    "",
    {"-C": "directory", "--lang": "lang", "--as-of": "as_of"},
    {"--no-color": "no_color", "--quiet": "quiet", "-q": "quiet"},
)
WAYS = {
    "list": Way(
        "listing",
        {
            "--step": "step",
            "--scenario": "scenario",
            "--who": "who",
            "--person": "who",
            "--department": "department",
            "--counterpart": "counterpart",
            "--quarter": "quarter",
            "--series": "series",
        },
        words="kind",
        most=1,
    ),
    "search": Way("finding", words="words", least=1, most=ANY, sections=("words",)),
    "today": Way("morning", words="name", most=1),
    "show": Way("presenting", words="record", least=1, most=1, opens="written"),
    "status": Way("standing"),
    "check": Way(
        "faults",
        {"--format": "form"},
        {"--json": "as_json", "--verbose": "verbose", "-v": "verbose"},
        words="paths",
        most=ANY,
        opens="",
    ),
    "trace": Way("tracing", words="record", least=1, most=1),
    "followup": Way(
        "chase_list",
        {
            "--who": "who",
            "--department": "department",
            "--scenario": "scenario",
            "--group": "group",
            "--format": "format_",
            "--fail-on": "fail_on",
        },
        {"--json": "as_json", "--mine": "mine"},
    ),
}


def understood(name: str, arguments: Sequence[str]) -> dict[str, Any] | None:
    """Return what a plain call says, by the names of the answer and of the frame; none where it is not plain."""
    way = WAYS.get(name)
    if way is None:
        return None
    texts, flags = {**FRAME.texts, **way.texts}, {**FRAME.flags, **way.flags}
    given: dict[str, Any] = {}
    words: list[str] = []
    waiting = list(reversed(arguments))
    while waiting:
        word = waiting.pop()
        option, equals, text = word.partition("=") if word.startswith("--") else (word, "", "")
        if not word.startswith("-"):
            words.append(word)
            continue
        if option in texts and (equals or waiting):
            meant, value = texts[option], text if equals else waiting.pop()
        else:
            meant, value = flags.get(word, ""), "yes"
        if not meant or meant in given or not value or value.startswith("-"):
            return None
        given[meant] = value if option in texts else True
    return _with_words(way, given, words)


def _with_words(way: Way, given: dict[str, Any], words: list[str]) -> dict[str, Any] | None:
    if not way.least <= len(words) <= way.most or "" in words:
        return None
    if words:
        given[way.words] = words if way.most > 1 else words[0]
    return given


def taken(name: str, arguments: Sequence[str], call: Call, scout: Scout | None) -> int | None:
    """Answer a plain call and return the exit code; none where the parser has to be asked."""
    given = understood(name, arguments)
    if given is None:
        return None
    frame = {meant: given.pop(meant, None) for meant in {*FRAME.texts.values(), *FRAME.flags.values()}}
    directory = standing(frame["directory"])
    session = Session(
        directory, as_of=frame["as_of"], colour=not frame["no_color"], quiet=bool(frame["quiet"]), call=call
    )
    session.scout = scout
    session.sections = WAYS[name].sections
    with standing_in(session.directory):
        try:
            if scout is not None and WAYS[name].opens:
                getattr(session, WAYS[name].opens)
            answer = import_module(f"commcoord.commands.{WAYS[name].module}").answer
            return 0 if answer(session, **given) else 1
        finally:
            session.close()
