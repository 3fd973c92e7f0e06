"""Findings for the tests of the formats."""

from commcoord.language.messages import Message
from commcoord.rules.finding import Finding, Ruling
from commcoord.rules.located import Located

PLAN = "records/2023Q4/plan/plan-20231020-7qk2.yaml"


def located(rule="CC102", name="goal-without-result", severity="error", text="no result", **place) -> Located:
    finding = Finding(Message(text), ("goal",), command=place.pop("command", ""))
    found = {"path": PLAN, "line": 9, "column": 7, "shown": "goal: 讨论预算"} | place
    return Located(Ruling(rule, name, severity, finding), **found)
