"""What records and settings know about themselves beyond their fields: the models have it, and the light classes."""

from datetime import date, datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from commcoord.records.directory import Directory
from commcoord.records.ids import path_of
from commcoord.records.values import Moment
from commcoord.records.vocabulary import CLOSED, EXTERNAL, ITEM_FIELDS

if TYPE_CHECKING:
    from commcoord.records.parts import Channel, Item
    from commcoord.records.settings import Colleague


class RecordWays:
    """What every record knows."""

    if TYPE_CHECKING:
        kind: Any
        id: str
        scenario: Any
        date: date
        channel: Channel
        start: Any
        end: Any

    @property
    def items(self) -> "list[Item]":
        """Its actions, milestones or measures."""
        found: list[Item] = getattr(self, ITEM_FIELDS[self.kind])
        return found

    @property
    def items_field(self) -> str:
        """What this kind calls its items: `actions`, `milestones` or `measures`."""
        return ITEM_FIELDS[self.kind]

    @property
    def open_items(self) -> "list[Item]":
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


class ColleagueWays:
    """What one person of the directory is called."""

    if TYPE_CHECKING:
        name: str
        department: str | None

    @property
    def called(self) -> str:
        """The name with the department, in the brackets of its script."""
        if not self.department:
            return self.name
        return (
            f"{self.name} ({self.department})" if self.name.isascii() else f"{self.name}（{self.department}）"
        )


class SettingsWays:
    """What settings answer, each thing found out once."""

    if TYPE_CHECKING:
        timezone: str
        people: list[Colleague]
        departments: list[str]

    @cached_property
    def zone(self) -> ZoneInfo:
        """The repository's time zone."""
        return ZoneInfo(self.timezone)

    @cached_property
    def directory(self) -> "Directory[Colleague]":
        """The people and departments, to be asked by names."""
        return Directory(self.people, self.departments)

    @cached_property
    def known_names(self) -> frozenset[str]:
        """The names of people and departments, which are never taken apart."""
        return frozenset(one.name for one in self.people) | frozenset(self.departments)

    def colleague(self, text: str) -> "Colleague | None":
        """Return whom a name means, `张伟` or `张伟（市场部）`; none where nobody or more than one bears it."""
        return self.directory.colleague(text)

    def department(self, text: str) -> str | None:
        """Return the department that a name belongs to, or that it is; none where it is not known."""
        return self.directory.department(text)
