"""The gate of a step: the rules of that step, asked of one record on leaving it."""

from typing import TYPE_CHECKING, NamedTuple

from commcoord.records.said import said
from commcoord.records.vocabulary import STATES, STEPS
from commcoord.rules.judge import at_step

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View
    from commcoord.rules.finding import Ruling


ADDING = ("hold", "followup")
"""The steps at which actions are added, when the gate of people lies behind."""
NEEDED = "CC203"
"""The rule of people that such an action may break: somebody of a department that does not take part has to do it."""


class Gate(NamedTuple):
    """What a step's rules say: errors shut it, warnings are told on the way through."""

    step: str
    rulings: list["Ruling"]

    @property
    def blockers(self) -> list["Ruling"]:
        """The errors that keep it shut."""
        return [one for one in self.rulings if one.severity == "error"]

    @property
    def warnings(self) -> list["Ruling"]:
        """What is worth saying but does not hold the record back."""
        return [one for one in self.rulings if one.severity == "warning"]

    @property
    def open(self) -> bool:
        """Whether the record may leave the step."""
        return not self.blockers


def gate_of(record: "Record", step: str, view: "View") -> Gate:
    """Ask the rules of a step of one record, as written; what it inherits is added here."""
    effective, leaving = view.effective(record), view.at_gate(step)
    rulings = at_step(effective, step, leaving)
    if step in ADDING and not any(one.step == "people" and said(one.because) for one in record.overrides):
        people = at_step(effective, "people", leaving)
        rulings += [one for one in people if one.rule == NEEDED and one.finding.path[0] == record.items_field]
    return Gate(step, rulings)


def step_after(step: str) -> str:
    """Return the state of a record that has passed the step."""
    return STATES[STATES.index(step) + 1]


def steps_to(state: str, step: str) -> tuple[str, ...]:
    """Return the gates from the record's state up to and with the step; that step alone where it lies behind."""
    if STATES.index(state) >= STATES.index(step):
        return (step,)
    return STEPS[STEPS.index(state) : STEPS.index(step) + 1]
