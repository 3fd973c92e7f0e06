"""A call that is understood without the parser means what the parser makes of it."""

import inspect
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer import TyperException
from typer.main import get_command

from commcoord.cli import module_of
from commcoord.commands import frame
from commcoord.commands.shortcut import FRAME, WAYS, understood

FRAMED = {
    "directory": "frame_directory",
    "lang": "frame_language",
    "as_of": "frame_as_of",
    "no_color": "frame_no_color",
    "quiet": "frame_quiet",
}
"""What the parser calls the options of every command."""


def command_of(name):
    return get_command(frame._app(module_of(name), name, lambda _arguments: 0))


COMMANDS = {name: command_of(name) for name in WAYS}


def parsed(name, arguments):
    """Return what the parser makes of a call; none where it refuses it."""
    try:
        return COMMANDS[name].make_context(name, list(arguments)).params
    except TyperException:
        return None


def told(params):
    """Return parameters as a command's function gets them: lists, where there may be several."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in params.items()}


def answer_of(name):
    return inspect.signature(import_module(f"commcoord.commands.{WAYS[name].module}").answer)


@pytest.mark.parametrize("name", WAYS)
def test_every_option_is_one_of_the_parser(name):
    way = WAYS[name]
    known = {option: one for one in COMMANDS[name].params for option in one.opts}

    for option, meant in {**way.texts, **FRAME.texts}.items():
        assert known[option].name == FRAMED.get(meant, meant)
        assert (known[option].is_flag, known[option].multiple, known[option].nargs) == (False, False, 1)
    for option, meant in {**way.flags, **FRAME.flags}.items():
        assert known[option].name == FRAMED.get(meant, meant)
        assert known[option].is_flag


@pytest.mark.parametrize("name", WAYS)
def test_what_is_not_said_is_the_same_for_both(name):
    taken = {one.name: one.default for one in COMMANDS[name].params}
    parameters = list(answer_of(name).parameters.values())[1:]

    assert [one.default for one in parameters if one.default is not one.empty] == [
        taken[one.name] for one in parameters if one.default is not one.empty
    ]


@st.composite
def calls(draw):
    name = draw(st.sampled_from(sorted(WAYS)))
    way = WAYS[name]
    known = [
        *way.texts,
        *way.flags,
        *FRAME.texts,
        *FRAME.flags,
        "--",
        "-",
        "--help",
        "--who=",
        "--quiet=1",
        "-qC",
        "--wh",
    ]
    words = st.sampled_from(["张伟", "", "--json", "x=y", "-x", "plan", "周例会 1"])
    joined = st.builds("{}={}".format, st.sampled_from(known), words)
    return name, draw(st.lists(st.one_of(st.sampled_from(known), words, words, joined), max_size=6))


@given(calls())
def test_what_is_understood_is_what_the_parser_says(call):
    name, arguments = call
    said = understood(name, arguments)

    if said is not None:
        named = {FRAMED.get(meant, meant): value for meant, value in said.items()}
        assert told(parsed(name, arguments)) == told(parsed(name, ["x"] * WAYS[name].least)) | named


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--json", "--json"],
        ["--who"],
        ["--who", ""],
        ["--", "plan"],
        ["plan", "task"],
        ["--whom", "x"],
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(arguments):
    assert understood("list", arguments) is None


def test_a_command_that_writes_is_left_to_the_parser():
    assert understood("new", ["plan"]) is None
    assert understood("followup", ["plan-20231020-7qk2"]) is None
    assert understood("followup", ["--send"]) is None
