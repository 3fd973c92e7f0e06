"""The parts that records share: people, channel, items, decisions, facts and the rest of contract's fields."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from commcoord.records.fields import (
    Blank,
    Count,
    Day,
    MaybeDay,
    MaybeItemId,
    MaybeMoment,
    MaybeSpan,
    OneName,
    Switch,
    Text,
    Texts,
    Words,
)

Audience = Literal["internal", "participants", "external"]
MaybeAudience = Annotated[Audience | None, Blank]
Step = Literal["goal", "people", "channel", "prepare", "hold", "followup", "archive"]
Means = Literal["phone", "im", "meeting", "video", "email", "letter"]
ItemStatus = Literal["open", "doing", "blocked", "done", "cancelled"]
ScenarioName = Literal[
    "cross-department",
    "cross-level",
    "emergency",
    "routine",
    "customer",
    "supplier",
    "partner",
    "institution",
]


class Part(BaseModel):
    """A mapping inside a record; unknown keys are faults, never ignored."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, validate_default=False, defer_build=True)


class Listed(Part):
    """A part that stands in a list and may be kept from wider circles by its own `audience`."""

    audience: MaybeAudience = None


class Ask(Listed):
    """What one party wants of the communication."""

    who: Words = None
    what: Words = None
    urgent: Switch = None
    important: Switch = None


class Counterpart(Part):
    """The contact outside, and what that person may and may not commit to."""

    organisation: Words = None
    type: Annotated[Literal["customer", "supplier", "partner", "institution"] | None, Blank] = None
    contact: Words = None
    authority: Texts = Field(default_factory=list)
    limit: Words = None


class People(Part):
    """Who owns, decides, carries out, takes part, must be informed; and the counterpart outside."""

    owner: OneName = None
    decides: Texts = Field(default_factory=list)
    executes: Texts = Field(default_factory=list)
    takes_part: Texts = Field(default_factory=list)
    informed: Texts = Field(default_factory=list)
    counterpart: Counterpart | None = None


class Confirmation(Part):
    """When a confirmation of receipt was asked for and when it came."""

    asked: MaybeDay = None
    received: MaybeDay = None


class Channel(Part):
    """How urgent, important, complex and formal it is, the means chosen, and why they differ from the advice."""

    urgent: Switch = None
    important: Switch = None
    complex: Switch = None
    formal: Switch = None
    means: Annotated[list[Means], Blank] = Field(default_factory=list)
    because: Words = None
    subject: Words = None
    cc: Texts = Field(default_factory=list)
    confirmation: Confirmation | None = None
    written_record: Words = None


class Material(Listed):
    """Something to read beforehand, and when it was sent."""

    title: Words = None
    type: Annotated[
        Literal["background", "questions", "alternatives", "requirements", "proposal", "policy", "other"]
        | None,
        Blank,
    ] = None
    link: Words = None
    sent: MaybeMoment = None


class AgendaItem(Listed):
    """One item of the agenda with its minutes."""

    topic: Words = None
    minutes: Count = None
    lead: Words = None


class Fact(Listed):
    """A figure or date that was read back, and who confirmed it."""

    id: MaybeItemId = None
    what: Words = None
    confirmed_by: Words = None
    on: MaybeDay = None


class Needs(Part):
    """What a blocked item waits for, and of whom."""

    what: Words = None
    of: Words = None


class Shift(Part):
    """A deadline that moved."""

    from_: Annotated[MaybeDay, Field(alias="from")] = None
    to: MaybeDay = None


class LogEntry(Part):
    """One line in the life of an item."""

    on: MaybeDay = None
    by: Words = None
    note: Words = None
    status: Annotated[ItemStatus | None, Blank] = None
    due: Shift | None = None
    needs: Needs | None = None
    """What it needed when it was blocked: the item itself forgets that when it goes on."""


class Stamp(Part):
    """When something was said or accepted, and by whom."""

    at: MaybeMoment = None
    by: Words = None


class Item(Listed):
    """Something that somebody promised: an action, a milestone of a task, a measure of feedback."""

    id: MaybeItemId = None
    what: Words = None
    owner: OneName = None
    due: MaybeDay = None
    status: Annotated[ItemStatus | None, Blank] = None
    risk: Words = None
    needs: Needs | None = None
    every: MaybeSpan = None
    after: Texts = Field(default_factory=list)
    evidence: Words = None
    done_on: MaybeDay = None
    accept: Words = None
    """Who asked for it and must accept it before it counts as done."""
    accepted: Stamp | None = None
    log: list[LogEntry] = Field(default_factory=list)


class Circulated(Part):
    """When a record was sent, to whom and by which means; `at` stays the first time, whatever is sent later."""

    at: MaybeMoment = None
    to: Texts = Field(default_factory=list)
    by: Words = None
    digest: Words = None
    """Of the decisions and actions as they were sent last (`records.digest`), so that a later change is seen."""
    corrected: MaybeMoment = None
    """When they were last sent again, corrected."""


class Override(Part):
    """A gate that somebody passed against its rules, with the reason."""

    step: Step
    because: Words = None
    by: Words = None
    on: MaybeDay = None


class Allowance(Part):
    """A rule that is switched off for this record, with the reason."""

    rule: Text
    because: Words = None


class Cancellation(Part):
    """Why, when and by whom a communication was called off."""

    because: Words = None
    on: MaybeDay = None
    by: Words = None


class Move(Part):
    """A communication that was moved to another time, and why."""

    from_: Annotated[Words, Field(alias="from")] = None
    to: Words = None
    because: Words = None
    by: Words = None
    on: MaybeDay = None


class Archive(Part):
    """What was concluded and learned."""

    conclusion: Words = None
    category: Words = None
    cause: Words = None
    worked: Texts = Field(default_factory=list)
    improve: Texts = Field(default_factory=list)
    on: MaybeDay = None


class Passage(Part):
    """When a step was passed, and by whom."""

    step: Step
    at: MaybeMoment = None
    by: Words = None


class Topic(Listed):
    """One topic of the discussion, its notes and how it came out."""

    topic: Words = None
    notes: Words = None
    outcome: Annotated[Literal["decided", "deferred", "information"] | None, Blank] = None


class Decision(Listed):
    """What was decided, by whom, and which earlier decision it replaces."""

    id: MaybeItemId = None
    what: Words = None
    by: Words = None
    replaces: Words = None


class Absence(Part):
    """Who was absent, and why."""

    who: Words = None
    why: Words = None


class Wait(Part):
    """Days on which the clocks stand still because the other side must answer."""

    from_: Annotated[Day, Field(alias="from")]
    to: MaybeDay = None
    for_: Annotated[Words, Field(alias="for")] = None
