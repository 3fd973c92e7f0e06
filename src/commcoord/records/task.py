"""The follow-up form of a task across departments 跨部门协作任务跟踪表."""

from typing import Literal

from pydantic import Field

from commcoord.records.fields import MaybeDay, Texts, Words
from commcoord.records.parts import Item
from commcoord.records.record import Record


class Task(Record):
    """Work that several departments do together, with dated milestones; `start` and `end` are days here."""

    kind: Literal["task"]
    start: MaybeDay = None  # type: ignore[assignment]  # a task runs from day to day, not from hour to hour
    end: MaybeDay = None  # type: ignore[assignment]
    initiator: Words = None
    collaborators: Texts = Field(default_factory=list)
    milestones: list[Item] = Field(default_factory=list)
