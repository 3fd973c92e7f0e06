"""The options that many commands share, so that they mean and read the same everywhere."""

import re
from collections.abc import Sequence
from typing import Annotated

import typer

from commcoord.errors import UsageError
from commcoord.language.labels import value_called
from commcoord.language.messages import Message, Several, _

Json = Annotated[bool, typer.Option("--json", help=_("answer as JSON, the same in every language"))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("print what would change, and write nothing"))]
By = Annotated[str, typer.Option("--by", metavar=_("NAME"), help=_("who does this; git's user if not said"))]
On = Annotated[str, typer.Option("--on", metavar=_("DATE"), help=_("on which day; today if not said"))]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help=_("set any field by its dotted path, or add to a list with FIELD+=VALUE; VALUE is YAML"),
    ),
]
RecordName = Annotated[
    str,
    typer.Argument(
        metavar="ID", help=_("the record: its id, the random part, a path, or words of its title")
    ),
]
ItemName = Annotated[
    str,
    typer.Argument(
        metavar="ITEM", help=_("the action, milestone or measure: its id, the random part, or words of it")
    ),
]

# ── which records, for whom, where to ──────────────────────────────────────────────────────────────

OnlyStep = Annotated[str, typer.Option("--step", metavar=_("STEP"), help=_("only records at this step"))]
OnlyScenario = Annotated[str, typer.Option("--scenario", metavar=_("SCENARIO"), help=_("only this scenario"))]
OnlyWho = Annotated[
    str, typer.Option("--who", "--person", metavar=_("NAME"), help=_("only what names this person"))
]
OnlyDepartment = Annotated[
    str, typer.Option("--department", metavar=_("NAME"), help=_("only what concerns this department"))
]
OnlyCounterpart = Annotated[
    str, typer.Option("--counterpart", metavar=_("TEXT"), help=_("only with this organisation or contact"))
]
OnlyQuarter = Annotated[str, typer.Option("--quarter", metavar="2023Q4", help=_("only this quarter"))]
OnlySeries = Annotated[str, typer.Option("--series", metavar=_("NAME"), help=_("only this series"))]
Audience = Annotated[
    str,
    typer.Option(
        "--audience",
        metavar="internal|participants|external",
        help=_("who will read it: what is marked for a narrower circle is left out"),
    ),
]
Output = Annotated[
    str, typer.Option("--output", "-o", metavar=_("FILE"), help=_("write to this file, not to stdout"))
]


def one_called(typed: str, known: Sequence[str]) -> str:
    """Return which known value a typed word means, be it what people call it; nothing typed wants nothing.

    Raises UsageError with the known ones for any other word.
    """
    meant = value_called(typed, known) if typed else ""
    if meant is None:
        raise UsageError(Message("“{text}” is none of {known}.", text=typed, known=Several(known)))
    return meant


def demand_known(*typed_and_known: tuple[str, Sequence[str]]) -> None:
    """Raise UsageError for the first typed word that is none of those known; nothing typed is nothing wrong."""
    for typed, known in typed_and_known:
        if typed and typed not in known:
            raise UsageError(Message("“{text}” is none of {known}.", text=typed, known=Several(known)))


def quarter(typed: str) -> str:
    """Return a quarter as folders have it, `2023Q4`, also where it was typed as 2023-q4; UsageError for any other."""
    wanted = typed.strip().upper().replace("-", "")
    if wanted and re.fullmatch(r"\d{4}Q[1-4]", wanted) is None:
        raise UsageError(Message("“{text}” is no quarter.", text=typed))
    return wanted
