"""The options of the chase list, under a heading of their own."""

from typing import Annotated

import typer

from commcoord.commands.typed import FAILING, FORMATS
from commcoord.language.messages import _

LIST = _("The chase list")

Who = Annotated[
    str,
    typer.Option("--who", metavar=_("NAME"), help=_("only what concerns this person"), rich_help_panel=LIST),
]
Mine = Annotated[
    bool, typer.Option("--mine", help=_("only what concerns you, by git's user"), rich_help_panel=LIST)
]
Department = Annotated[
    str,
    typer.Option(
        "--department", metavar=_("NAME"), help=_("only what concerns this department"), rich_help_panel=LIST
    ),
]
Scenario = Annotated[
    str, typer.Option("--scenario", metavar=_("SCENARIO"), help=_("only this scenario"), rich_help_panel=LIST)
]
Within = Annotated[
    int | None,
    typer.Option(
        "--within",
        metavar=_("DAYS"),
        min=0,
        max=3660,
        help=_("show what is due so many days ahead"),
        rich_help_panel=LIST,
    ),
]
Group = Annotated[
    str,
    typer.Option(
        "--group",
        metavar="urgency|person|department|record",
        help=_("by what to group"),
        rich_help_panel=LIST,
    ),
]
Format = Annotated[
    str, typer.Option("--format", metavar="|".join(FORMATS), help=_("how to answer"), rich_help_panel=LIST)
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar=_("PATH"),
        help=_("write there: a file, for eml a folder"),
        rich_help_panel=LIST,
    ),
]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="|".join(FAILING),
        help=_("exit with 1 if there is any such"),
        rich_help_panel=LIST,
    ),
]
Send = Annotated[
    bool, typer.Option("--send", help=_("mail everybody their part, by SMTP"), rich_help_panel=LIST)
]
Again = Annotated[
    bool, typer.Option("--again", help=_("remind also of what was reminded of today"), rich_help_panel=LIST)
]
