"""The options that many commands share, so that they mean and read the same everywhere."""

from typing import Annotated

import typer

from commcoord.language.messages import _

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
        metavar=_("ID"), help=_("the record: its id, the random part, a path, or words of its title")
    ),
]
ItemName = Annotated[
    str,
    typer.Argument(
        metavar=_("ITEM"), help=_("the action, milestone or measure: its id, the random part, or words of it")
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
