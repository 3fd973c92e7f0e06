"""The answer of `list`: the records that pass a filter, in lines or as JSON."""

from collections.abc import Sequence
from typing import Any

from commcoord.commands.lacking import say_unreadable
from commcoord.commands.typed import kind_called, one_called
from commcoord.commands.typed import quarter as quarter_called
from commcoord.language.labels import label
from commcoord.language.messages import _, plural
from commcoord.records.filters import Filter
from commcoord.records.vocabulary import SCENARIOS, STATES
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
    kind, step, scenario = kind_called(kind), one_called(step, STATES), one_called(scenario, SCENARIOS)
    wanted = Filter(kind, step, scenario, who, department, counterpart, quarter_called(quarter), series)
    if as_json:
        session.console.answer_json(
            [_as_json(one) for one in session.register.listed(wanted, *KEYS.values())]
        )
    else:
        console = session.console
        count, text = (_table if console.on_terminal else _piped)(session, wanted)
        if count:
            console.answer_styled(text)
        console.say(plural("{count} record", "{count} records", count), "faint")
    say_unreadable(session)
    return True


def _as_json(values: Sequence[Any]) -> dict[str, Any]:
    """Return a record as the contract has it in a list."""
    return dict(zip(KEYS, (*values[:-1], bool(values[-1])), strict=True))


def _piped(session: Session, wanted: Filter) -> tuple[int, str]:
    """Return how many records pass, and a line for each, its cells parted by tabs."""
    return session.register.lines(wanted, _states())


def _table(session: Session, wanted: Filter) -> tuple[int, str]:
    from commcoord.records.row import cells_of  # in a pipe, the lines are kept ready

    states = _states()
    rows = session.register.listed(wanted, "id", "date", "state", "owner", "open_items", "title")
    cells = [cells_of(name, date, states[state], *others) for name, date, state, *others in rows]
    return len(rows), "\n".join(session.console.columns(cells))


def _states() -> dict[str, str]:
    return {"cancelled": _("cancelled"), **{step: label(step) for step in STATES}}
