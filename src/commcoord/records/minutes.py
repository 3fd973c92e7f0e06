"""The minutes of a meeting 会议纪要表."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from commcoord.records.fields import Texts, Words
from commcoord.records.parts import Absence, Decision, Item, Topic
from commcoord.records.record import Record


def _leftover(value: object) -> object:
    return "none" if value == "none" else value


class Minutes(Record):
    """What was said and decided, and who does what by when."""

    kind: Literal["minutes"]
    actions: list[Item] = Field(default_factory=list)
    chair: Words = None
    recorder: Words = None
    attendees: Texts = Field(default_factory=list)
    absent: list[Absence] = Field(default_factory=list)
    cc: Texts = Field(default_factory=list)
    topics: list[Topic] = Field(default_factory=list)
    decisions: list[Decision] = Field(default_factory=list)
    leftover: Annotated[Literal["none"] | list[str] | None, BeforeValidator(_leftover)] = None
    next_steps: str | list[str] | None = None
