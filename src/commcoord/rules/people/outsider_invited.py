"""Somebody takes part whose department nothing in the record concerns.

What: a person listed as taking part belongs to a department of ours that asks for nothing, decides nothing, carries
out nothing, leads no item of the agenda and is mentioned nowhere. Meetings that are meant for everybody (routine,
cross-level) are left alone, and so is a record that does not say yet who asks or does what.

Why: an hour of somebody who is not concerned is an hour lost, and those who are not concerned make a talk longer.

Bad:
    people:
      takes_part: [张伟（市场部）, 李娜（产品部）, 王强（销售部）, 冯雪（财务部）]
    circulated: {at: 2023-10-20 17:00, to: [全体参会人, 冯雪（财务部）, 公司管理层], by: email}

Good:
    people:
      takes_part: [张伟（市场部）, 李娜（产品部）, 王强（销售部）]
    circulated: {at: 2023-10-20 17:00, to: [全体参会人, 冯雪（财务部）, 公司管理层], by: email}

Bad (en):
    kind: plan
    people:
      takes_part: [Zhang Wei (Marketing), Li Na (Product), Wang Qiang (Sales), Feng Xue (Finance)]

Good (en):
    kind: plan
    people:
      takes_part: [Zhang Wei (Marketing), Li Na (Product), Wang Qiang (Sales), Feng Xue (Finance)]
    agenda:
      - {topic: Opening, minutes: 5}
      - {topic: Both options, minutes: 45}
      - {topic: Limits of the budget, minutes: 15, lead: Feng Xue}
      - {topic: Summary, minutes: 10}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.folding import folded
from commcoord.language.groups import means_everybody
from commcoord.language.messages import Message
from commcoord.language.names import person
from commcoord.records.roles import OWNERS, named, texts
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC204"
SEVERITY = "warning"

FOR_EVERYBODY = ("routine", "cross-level")
CONCERNED = (
    "people.owner",
    "people.decides",
    "people.executes",
    "people.informed",
    "chair",
    "recorder",
    "initiator",
    "collaborators",
    "audience_departments",
    OWNERS,
)


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find people who take part and have nothing to do with it, so far as departments are known."""
    if record.scenario in FOR_EVERYBODY or not view.settings.departments or not _says_who(record):
        return
    concerned = texts(record, *CONCERNED)
    if any(means_everybody(name) for name in concerned):
        return
    departments = {view.settings.department(name) for name in concerned}
    for path, name in named(record, "people.takes_part"):
        department = view.settings.department(name)
        if department not in view.settings.departments or department in departments:
            continue
        if not _mentioned(name, department, folded("\n".join(_words(record)))):
            yield Finding(
                Message(
                    "{who} takes part, and nothing here concerns {department}",
                    who=name,
                    department=department,
                ),
                path,
                hint=Message(
                    "Let them be informed instead, or say what they are needed for: an ask, an agenda item."
                ),
            )


def _says_who(record: "Record") -> bool:
    return bool(record.asks or record.items or record.people.executes)


def _words(record: "Record") -> Iterator[str]:
    """Yield everything that the record says of its matter."""
    yield from filter(None, (record.title, record.goal, *record.outcomes))
    for ask in record.asks:
        yield from filter(None, (ask.who, ask.what))
    for agenda in record.agenda:
        yield from filter(None, (agenda.topic, agenda.lead))
    for material in record.materials:
        yield material.title or ""
    for item in record.items:
        yield from filter(None, (item.what, item.risk, item.needs.of if item.needs else None))
    for fact in record.facts:
        yield from filter(None, (fact.what, fact.confirmed_by))
    for topic in getattr(record, "topics", ()):
        yield from filter(None, (topic.topic, topic.notes))
    for decision in getattr(record, "decisions", ()):
        yield from filter(None, (decision.what, decision.by))
    yield from getattr(record, "said", ())


def _mentioned(name: str, department: str, spoken_of: str) -> bool:
    """Whether the person or the department is spoken of; 采购 is enough for 采购部."""
    one = person(name)
    names = (one.name if one else name, department.removesuffix("部") if len(department) > 2 else department)  # noqa: PLR2004
    return any(folded(word) in spoken_of for word in names)
