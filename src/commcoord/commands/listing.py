"""The answer of `list`: the records that pass a filter, in lines or as JSON."""

from collections.abc import Sequence
from typing import Any

from commcoord.commands.typed import one_called
from commcoord.commands.typed import quarter as quarter_called
from commcoord.console import Console
from commcoord.language.labels import label
from commcoord.language.messages import _, plural
from commcoord.records.filters import Filter, plain_name
from commcoord.records.vocabulary import KINDS, SCENARIOS, STATES
from commcoord.session import Session

KEYS = {
    **{
        name: name
        for name in ("id", "kind", "title", "scenario", "step", "date", "owner", "path", "open_items")
    },
    "counterpart": "organisation",
    "cancelled": "called_off",
}
"""The keys of the contract, each with the field of a row that it shows."""
SHOWN = ("id", "date", "state", "owner", "open_items", "title")
"""The fields of a row that a line shows."""


def answer(
    session: Session,
    *,
    kind: str = "",
    step: str = "",
    scenario: str = "",
    who: str = "",
    department: str = "",
    counterpart: str = "",
    quarter: str = "",
    series: str = "",
    as_json: bool = False,
) -> bool:
    """List the records that pass, earliest first; raises UsageError for a kind, step, scenario or quarter unknown."""
    kind, step, scenario = map(one_called, (kind, step, scenario), (KINDS, STATES, SCENARIOS))
    wanted = Filter(kind, step, scenario, who, department, counterpart, quarter_called(quarter), series)
    if as_json:
        session.console.answer_json(
            [_as_json(one) for one in session.register.listed(wanted, *KEYS.values())]
        )
    else:
        _print(session.console, session.register.listed(wanted, *SHOWN))
    return True


def _as_json(values: Sequence[Any]) -> dict[str, Any]:
    """Return a record as the contract has it in a list."""
    return dict(zip(KEYS, (*values[:-1], bool(values[-1])), strict=True))


def _print(console: Console, rows: list[tuple[Any, ...]]) -> None:
    """Print records as aligned lines, and how many there are."""
    states = {"cancelled": _("cancelled"), **{step: label(step) for step in STATES}}
    owners = {owner: plain_name(owner) for owner in {row[3] for row in rows}}
    table = [
        (name, day, states[state], owners[owner], open_items or "", title)
        for name, day, state, owner, open_items, title in rows
    ]
    if table:
        console.answer_styled("\n".join(console.columns(table)))
    console.say(plural("{count} record", "{count} records", len(rows)), "faint")
