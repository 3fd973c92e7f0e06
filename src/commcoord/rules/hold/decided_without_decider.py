"""A decision was taken while nobody who decides was there.

What: none of those who decide attended, took the chair or the minutes, by name or through a colleague of a
    department that decides. Where nobody is named to decide, whoever took the decision must have been there. What the
    other side decided, and minutes without attendees, are not judged.

Why: a decision that the one who decides first reads in the minutes is taken twice.

Bad:
    people:
      decides: [陈静（质量部）]
      takes_part: [张伟（市场部）, 李娜（产品部）, 王强（销售部）, 陈静（质量部）]
    attendees: [张伟（市场部）, 李娜（产品部）, 王强（销售部）]
    decisions:
      - {id: d-5c7w, what: 推广总预算17万元, by: 张伟（市场部）}
    settings:
      departments: [公司管理层, 市场部, 产品部, 销售部, 质量部]

Good:
    people:
      decides: [质量部]
      takes_part: [张伟（市场部）, 李娜（产品部）, 王强（销售部）, 罗斌（质量部）]
    attendees: [张伟（市场部）, 李娜（产品部）, 王强（销售部）, 罗斌（质量部）]
    decisions:
      - {id: d-5c7w, what: 推广总预算17万元, by: 张伟（市场部）}
    settings:
      departments: [公司管理层, 市场部, 产品部, 销售部, 质量部]

Bad (en):
    people:
      decides: [Chen Jing (Product)]
    attendees: [Zhang Wei (Marketing), Li Na (Product), Wang Qiang (Sales)]
    decisions:
      - {id: d-5c7w, what: "The launch gets 170,000 yuan", by: Zhang Wei (Marketing)}

Good (en):
    people:
      decides: [Chen Jing (Product)]
    attendees: [Zhang Wei (Marketing), Li Na (Product), Wang Qiang (Sales), Chen Jing (Product)]
    decisions:
      - {id: d-5c7w, what: "The launch gets 170,000 yuan", by: Zhang Wei (Marketing)}
"""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message, Several
from commcoord.language.names import people_in, same_person
from commcoord.language.recipients import means_attendees, means_company
from commcoord.records.counterparts import of_counterpart
from commcoord.records.kinds import is_minutes
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.minutes import Minutes
    from commcoord.records.record import Record
    from commcoord.records.settings import Settings
    from commcoord.records.view import View

ID = "CC505"
SEVERITY = "error"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find the first decision that nobody who decides was there to take."""
    if not is_minutes(record) or not record.attendees:
        return
    for index, decision in enumerate(record.decisions):
        deciders = _each(record.people.decides) or [decision.by or ""]
        if of_counterpart(decision.by, record) or _any_present(deciders, record, view.settings):
            continue
        yield Finding(
            Message("Decided while nobody who decides was there: {names}.", names=Several(deciders)),
            ("decisions", index),
            f'commcoord hold {record.id} --attendee "…"',
            Message("Put it before those who decide, and record when they agreed; or name who decides."),
            decision.id or "",
        )
        return


def _any_present(names: Collection[str], record: "Minutes", settings: "Settings") -> bool:
    return not any(names) or any(_is_present(name, record, settings) for name in names)


def _each(names: Iterable[str]) -> list[str]:
    """Return the people that some fields name, each of which may name several."""
    return [each for name in names for each in people_in(name)]


def _is_present(decider: str, record: "Minutes", settings: "Settings") -> bool:
    there = _each((*record.attendees, *(name for name in (record.chair, record.recorder) if name)))
    if any(_stands_for(name, decider, settings) for name in there):
        return True
    excused = any(same_person(one.who, decider) for one in record.absent if one.who)
    return not excused and any(means_attendees(name) or means_company(name) for name in there)


def _stands_for(present: str, decider: str, settings: "Settings") -> bool:
    """Whether that person is the decider, or of the department that decides."""
    if same_person(present, decider):
        return True
    return present.strip() == decider.strip() or settings.department(present) == decider.strip()
