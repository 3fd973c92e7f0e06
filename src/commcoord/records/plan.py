"""The communication plan 沟通计划表."""

from typing import Literal

from pydantic import Field

from commcoord.records.fields import Texts
from commcoord.records.parts import Item
from commcoord.records.record import Record


class Plan(Record):
    """A communication that is to come; `actions` where preparing it needs some."""

    kind: Literal["plan"]
    actions: list[Item] = Field(default_factory=list)
    audience_departments: Texts = Field(default_factory=list)
    deliverables: Texts = Field(default_factory=list)
