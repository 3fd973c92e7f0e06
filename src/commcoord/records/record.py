"""What every record has, whatever its kind."""

from typing import Literal

from pydantic import Field

from commcoord.records.fields import Day, MaybeMoment, RecordId, Text, Texts, Words
from commcoord.records.parts import (
    AgendaItem,
    Allowance,
    Archive,
    Ask,
    Cancellation,
    Channel,
    Circulated,
    Fact,
    Material,
    MaybeAudience,
    Move,
    Override,
    Part,
    Passage,
    People,
    ScenarioName,
)
from commcoord.records.ways import RecordWays

Kind = Literal["plan", "minutes", "task", "feedback"]
State = Literal["goal", "people", "channel", "prepare", "hold", "followup", "archive", "done"]


class Record(RecordWays, Part):
    """The fields of every record, in the contract's order; only the first six must be there."""

    kind: Kind
    id: RecordId
    title: Text
    scenario: ScenarioName
    step: State
    date: Day
    links: Texts = Field(default_factory=list)
    series: Words = None
    goal: Words = None
    outcomes: Texts = Field(default_factory=list)
    asks: list[Ask] = Field(default_factory=list)
    people: People = Field(default_factory=People)
    channel: Channel = Field(default_factory=Channel)
    materials: list[Material] = Field(default_factory=list)
    agenda: list[AgendaItem] = Field(default_factory=list)
    start: MaybeMoment = None
    end: MaybeMoment = None
    place: Words = None
    facts: list[Fact] = Field(default_factory=list)
    circulated: Circulated | None = None
    overrides: list[Override] = Field(default_factory=list)
    allow: list[Allowance] = Field(default_factory=list)
    audience: MaybeAudience = None
    cancelled: Cancellation | None = None
    moved: list[Move] = Field(default_factory=list)
    archive: Archive = Field(default_factory=Archive)
    history: list[Passage] = Field(default_factory=list)
