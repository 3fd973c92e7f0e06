"""The form of feedback from outside 外部沟通反馈表."""

from typing import Annotated, Literal

from pydantic import Field

from commcoord.records.fields import Blank, Texts
from commcoord.records.parts import Item, Stamp, Wait
from commcoord.records.record import Record


class Feedback(Record):
    """What a customer, supplier, partner or institution said, what we do about it, and how far it is."""

    kind: Literal["feedback"]
    said: Texts = Field(default_factory=list)
    measures: list[Item] = Field(default_factory=list)
    status: Annotated[
        Literal["received", "acknowledged", "in_progress", "waiting", "answered", "solved", "closed"] | None,
        Blank,
    ] = None
    acknowledged: Stamp | None = None
    answered: Stamp | None = None
    solved: Stamp | None = None
    accepted: Stamp | None = None
    waits: list[Wait] = Field(default_factory=list)
    severity: Annotated[Literal["low", "normal", "high"] | None, Blank] = None
