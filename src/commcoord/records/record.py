"""What every record has, whatever its kind."""

from datetime import datetime, tzinfo
from typing import Literal

from pydantic import Field

from commcoord.records.fields import Day, MaybeMoment, Moment, RecordId, Text, Texts, Words
from commcoord.records.ids import path_of
from commcoord.records.parts import (
    AgendaItem,
    Allowance,
    Archive,
    Ask,
    Cancellation,
    Channel,
    Circulated,
    Fact,
    Item,
    Material,
    MaybeAudience,
    Move,
    Override,
    Part,
    Passage,
    People,
    ScenarioName,
)
from commcoord.records.vocabulary import CLOSED, EXTERNAL, ITEM_FIELDS

Kind = Literal["plan", "minutes", "task", "feedback"]
State = Literal["goal", "people", "channel", "prepare", "hold", "followup", "archive", "done"]


class Record(Part):
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

    @property
    def items(self) -> list[Item]:
        """Its actions, milestones or measures."""
        found: list[Item] = getattr(self, ITEM_FIELDS[self.kind])
        return found

    @property
    def items_field(self) -> str:
        """What this kind calls its items: `actions`, `milestones` or `measures`."""
        return ITEM_FIELDS[self.kind]

    @property
    def open_items(self) -> list[Item]:
        """The items that are neither done nor cancelled."""
        return [item for item in self.items if (item.status or "open") not in CLOSED]

    @property
    def external(self) -> bool:
        """Whether the other side is outside the company."""
        return self.scenario in EXTERNAL

    @property
    def urgent(self) -> bool:
        """Whether it must be spoken first: an emergency, or a channel said to be urgent."""
        return self.scenario == "emergency" or bool(self.channel.urgent)

    @property
    def weighty(self) -> bool:
        """Whether it is important or complex."""
        return bool(self.channel.important or self.channel.complex)

    @property
    def path(self) -> str:
        """Where its id says that it lies, below the root; it never moves, whatever becomes of its date."""
        return path_of(self.id)

    def begins(self, zone: tzinfo) -> datetime:
        """When the communication starts: at `start`, else at the beginning of its day."""
        if isinstance(self.start, Moment):
            return self.start.at(zone)
        return datetime.combine(self.date, datetime.min.time(), zone)

    def ends(self, zone: tzinfo) -> datetime:
        """When the communication ends: at `end`, else at `start`, else at the beginning of its day."""
        return self.end.at(zone) if isinstance(self.end, Moment) else self.begins(zone)
