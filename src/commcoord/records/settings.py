"""A repository's settings, `commcoord.yaml`, and the defaults of everything that it leaves out."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, InstanceOf, PlainSerializer, WithJsonSchema
from pydantic.functional_validators import BeforeValidator

from commcoord.records.fields import Day, Switch, Text, Texts, Words
from commcoord.records.parts import Part
from commcoord.records.values import Span, parse_calendar, parse_span, parse_zone
from commcoord.records.ways import ColleagueWays, SettingsWays

Severity = Literal["error", "warning", "info"]


Length = Annotated[
    InstanceOf[Span],
    BeforeValidator(lambda value: parse_span(str(value))),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\d{1,4}(h|d|wd|w)$"}),
]


class Colleague(ColleagueWays, Part):
    """One person of the directory."""

    name: Text
    department: Words = None
    title: Words = None
    email: Words = None


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


class Settings(SettingsWays, Part):
    """What a company says about itself once."""

    model_config = ConfigDict(extra="forbid", ignored_types=(cached_property,))

    version: Annotated[int, BeforeValidator(lambda value: int(str(value)))] = 1
    organisation: Words = None
    language: Literal["zh-Hans", "zh-Hant", "en"] = "en"
    timezone: Annotated[Text, AfterValidator(parse_zone)] = "Asia/Shanghai"
    calendar: Annotated[Text, AfterValidator(parse_calendar)] = "CN"
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
