"""Counts and rates by kind, scenario, department, person, counterpart, category, week or month.

The figures mean what they mean in `commcoord review`. Without --quarter all records are counted.
"""

import csv
import io
from datetime import date
from typing import Annotated, Any

import typer

from commcoord.commands import options
from commcoord.errors import UsageError
from commcoord.language.labels import label
from commcoord.language.messages import Message, Several, _
from commcoord.session import Session
from commcoord.store import collecting

FORMS = ("table", "csv", "json")
GROUPS = ("kind", "scenario", "department", "person", "counterpart", "category", "week", "month")
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


@collecting.paused_to_the_end()  # thousands of records are looked at
def run(
    ctx: typer.Context,
    by: Annotated[str, typer.Option("--by", metavar="|".join(GROUPS), help=_("what to count by"))] = "kind",
    quarter: Annotated[
        str,
        typer.Option(
            "--quarter", metavar=_("QUARTER"), help=_("2023Q4, 2023-10, 2023, or two days with .. between")
        ),
    ] = "",
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMS), help=_("the form of the answer"))
    ] = "table",
    as_json: options.Json = False,
) -> None:
    """Count and rate."""
    from commcoord.review.grouping import statistics
    from commcoord.review.period import period_called, span_of_days
    from commcoord.review.scope import Scope

    for typed, known in ((by, GROUPS), (form, FORMS)):
        if typed not in known:
            raise UsageError(Message("“{text}” is none of {known}.", text=typed, known=Several(known)))
    session: Session = ctx.obj
    period = period_called(quarter) if quarter else span_of_days(date.min, date.max)
    rows = statistics(Scope(session.overview(period.first).replayed, period), by)
    if as_json or form == "json":
        session.console.answer_json([{"by": by, **row} for row in rows])
    elif form == "csv":
        session.console.answer_raw(_csv(rows))
    else:
        _print(session, rows)


def _csv(rows: list[dict[str, Any]]) -> str:
    """Return the rows as CSV in which no spreadsheet finds a formula."""
    from commcoord.review.grouping import COLUMNS

    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["name", *COLUMNS])
    for row in rows:
        name = f"'{row['name']}" if row["name"].startswith(FORMULA) else row["name"]
        writer.writerow([name, *("" if row[key] is None else row[key] for key in COLUMNS)])
    return target.getvalue()


def _print(session: Session, rows: list[dict[str, Any]]) -> None:
    head = (
        "",
        _("records"),
        _("minutes"),
        _("in time"),
        _("actions"),
        _("done"),
        _("overdue"),
        _("rate done"),
        _("rate in time"),
    )
    lines = [
        (
            label(row["name"]) if row["name"] else _("(unknown)"),
            str(row["records"]),
            str(row["minutes_held"]),
            _percent(row["minutes_rate"]),
            str(row["actions"]),
            str(row["done"]),
            str(row["overdue"]),
            _percent(row["completion_rate"]),
            _percent(row["on_time_rate"]),
        )
        for row in rows
    ]
    session.console.answer_styled("\n".join(session.console.columns([head, *lines])))


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.0%}"
