"""What a rule finds and why, with a bad and a good example."""

from difflib import get_close_matches
from typing import Annotated, Any

import typer

from commcoord.commands import options
from commcoord.console import Console
from commcoord.errors import UsageError
from commcoord.language.messages import Message, _, mark, spoken
from commcoord.rules.manual import manual_of
from commcoord.rules.rule import Rule, all_rules, rule_called

SEVERITY_NAMES = {"error": mark("error"), "warning": mark("warning"), "info": mark("info")}


def run(
    ctx: typer.Context,
    rule: Annotated[
        str,
        typer.Argument(
            metavar=_("[RULE]"), help=_("its id or name, CC101 or goal-missing; all of them if not said")
        ),
    ] = "",
    as_json: options.Json = False,
) -> None:
    """Explain a rule: what it finds, why that matters, a bad and a good example; or list them all."""
    console: Console = ctx.obj.console
    if not rule:
        _list(console, as_json=as_json)
        return
    found = _called(rule)
    if as_json:
        console.answer_json(_as_json(found))
    else:
        _explain(console, found)


def _called(word: str) -> Rule:
    found = rule_called(word)
    if found is not None:
        return found
    known = [name for one in all_rules() for name in (one.id, one.name)]
    near = get_close_matches(word, known, 1, 0.6) or get_close_matches(word.upper(), known, 1, 0.6)
    hint = (
        Message("Did you mean {near}?", near=near[0])
        if near
        else Message("See all of them with: commcoord explain")
    )
    raise UsageError(Message("No rule is called “{name}”.", name=word), hint)


def _list(console: Console, *, as_json: bool) -> None:
    if as_json:
        console.answer_json([_as_json(one) for one in all_rules()])
        return
    rows = [
        (one.id, one.name, _(SEVERITY_NAMES[one.severity]), _(manual_of(one.manual).fault))
        for one in all_rules()
    ]
    console.answer(*console.columns(rows))


def _as_json(rule: Rule) -> dict[str, Any]:
    manual = manual_of(rule.manual)
    return {
        "rule": rule.id,
        "name": rule.name,
        "severity": rule.severity,
        "step": rule.step,
        "fault": manual.fault,
        "what": manual.what,
        "why": manual.why,
        "examples": {
            language: {"bad": example.bad, "good": example.good}
            for language, example in (("zh", manual.chinese), ("en", manual.english))
        },
    }


def _explain(console: Console, rule: Rule) -> None:
    manual = manual_of(rule.manual)
    example = manual.example(spoken())
    console.answer_styled(
        console.styled(
            f"{rule.id} {rule.name}" + _(" ({note})", note=_(SEVERITY_NAMES[rule.severity])), "strong"
        )
    )
    console.answer(*_paragraph(console, _(manual.fault)))
    for text in (_("What: {text}", text=_(manual.what)), _("Why: {text}", text=_(manual.why))):
        console.answer("", *_paragraph(console, text))
    for heading, yaml in ((_("Bad:"), example.bad), (_("Good:"), example.good)):
        console.answer("", heading, *(f"    {line}".rstrip() for line in yaml.splitlines()))


def _paragraph(console: Console, text: str) -> list[str]:
    """Return the lines of a paragraph; a screen breaks Chinese anywhere by itself, and a pipe wants no breaks."""
    from textwrap import wrap

    return wrap(text, min(console.width, 100)) if console.on_terminal and text.isascii() else [text]
