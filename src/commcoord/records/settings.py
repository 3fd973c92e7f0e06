"""A repository's settings, `commcoord.yaml`, and the defaults of everything that it leaves out."""

from functools import cached_property
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, ConfigDict, Field, InstanceOf, PlainSerializer, WithJsonSchema
from pydantic.functional_validators import BeforeValidator

from commcoord.language.messages import mark
from commcoord.records.directory import Directory
from commcoord.records.fields import Day, Span, Switch, Text, Texts, Words, parse_span
from commcoord.records.parts import Part

Severity = Literal["error", "warning", "info"]


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(mark("a time zone is written Asia/Shanghai")) from error
    return name


def _calendar(name: str) -> str:
    if name != "none" and not (name.isascii() and name.isalpha() and name.isupper() and len(name) in (2, 3)):
        raise ValueError(mark("CN, another ISO country code, or none"))
    return name


Length = Annotated[
    InstanceOf[Span],
    BeforeValidator(lambda value: parse_span(str(value))),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,4}(h|d|wd|w)$"}),
]


class Colleague(Part):
    """One person of the directory."""

    name: Text
    department: Words = None
    title: Words = None
    email: Words = None

    @property
    def called(self) -> str:
        """The name with the department, in the brackets of its script."""
        if not self.department:
            return self.name
        return (
            f"{self.name} ({self.department})" if self.name.isascii() else f"{self.name}（{self.department}）"
        )


class Deadlines(Part):
    """How long things may take; `wd` are working days of the calendar."""

    materials_before: Length = Span("24h")
    minutes_within: Length = Span("24h")
    written_within: Length = Span("24h")
    acknowledge_within: Length = Span("1wd")
    answer_within: Length = Span("3wd")
    solve_within: Length = Span("10wd")
    confirm_within: Length = Span("3d")
    progress_every: Length = Span("7d")
    escalate_after: Length = Span("3d")
    due_soon: Length = Span("3d")


class RuleSettings(Part):
    """Which rules are off, which have another severity, and a company's own words."""

    ignore: Texts = Field(default_factory=list)
    severity: dict[str, Severity] = Field(default_factory=dict)
    vague_words: Texts = Field(default_factory=list)
    blaming_words: Texts = Field(default_factory=list)


class OwnDays(Part):
    """A company's own days off and days of work, over those of its country."""

    off: list[Day] = Field(default_factory=list)
    work: list[Day] = Field(default_factory=list)


class Settings(Part):
    """What a company says about itself once."""

    model_config = ConfigDict(extra="forbid", ignored_types=(cached_property,))

    version: Annotated[int, BeforeValidator(lambda value: int(str(value)))] = 1
    organisation: Words = None
    language: Literal["zh-Hans", "zh-Hant", "en"] = "en"
    timezone: Annotated[Text, AfterValidator(_zone)] = "Asia/Shanghai"
    calendar: Annotated[Text, AfterValidator(_calendar)] = "CN"
    days: OwnDays = Field(default_factory=OwnDays)
    departments: Texts = Field(default_factory=list)
    people: list[Colleague] = Field(default_factory=list)
    categories: dict[str, Words] = Field(default_factory=dict)
    deadlines: Deadlines = Field(default_factory=Deadlines)
    rules: RuleSettings = Field(default_factory=RuleSettings)
    commit: Literal["auto", "ask", "never"] = "never"
    """Whether each command that writes commits what it wrote."""
    evidence: Switch = None
    """Whether declared times are compared with the commits that first said them."""

    @cached_property
    def zone(self) -> ZoneInfo:
        """The repository's time zone."""
        return ZoneInfo(self.timezone)

    @cached_property
    def directory(self) -> Directory[Colleague]:
        """The people and departments, to be asked by names."""
        return Directory(self.people, self.departments)

    @cached_property
    def known_names(self) -> frozenset[str]:
        """The names of people and departments, which are never taken apart."""
        return frozenset(one.name for one in self.people) | frozenset(self.departments)

    def colleague(self, text: str) -> Colleague | None:
        """Return whom a name means, `张伟` or `张伟（市场部）`; none where nobody or more than one bears it."""
        return self.directory.colleague(text)

    def department(self, text: str) -> str | None:
        """Return the department that a name belongs to, or that it is; none where it is not known."""
        return self.directory.department(text)
