"""The minutes of a meeting 会议纪要表."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from commcoord.records.fields import Texts, Words
from commcoord.records.parts import Absence, Decision, Item, Topic
from commcoord.records.record import Record


def _leftover(value: object) -> object:
    return "none" if value == "none" else value


class Minutes(Record):
    """What was said and decided, and who does what by when."""

    kind: Literal["minutes"]
    actions: list[Item] = []
    chair: Words = None
    recorder: Words = None
    attendees: Texts = []
    absent: list[Absence] = []
    cc: Texts = []
    topics: list[Topic] = []
    decisions: list[Decision] = []
    leftover: Annotated[Literal["none"] | list[str] | None, BeforeValidator(_leftover)] = None
    next_steps: str | list[str] | None = None
