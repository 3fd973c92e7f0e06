"""review-due: a quarter is over, and nobody has looked at what it teaches."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from commcoord.chase.watch import Watch, countdown, start_of
from commcoord.language.messages import Message
from commcoord.records.clocks import end_of
from commcoord.records.ids import quarter_of

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.view import View

TYPES = ("review-due",)

WORKDAYS = 10
"""Working days after a quarter's end by which it is reviewed: the customary time for a quarter's figures."""
REVIEWED = ("review", "回顾", "回顧", "复盘", "復盤", "总结", "總結")
NUMERALS = "一二三四"


def watches_of_all(view: "View") -> Iterator[Watch]:
    """Yield the review of the quarter that ended last, until it was held or the next quarter ends."""
    first = quarter_begins(view.today)
    quarter = quarter_of(first - timedelta(days=1))
    records = list(view.records.values())
    if not any(quarter_of(one.date) == quarter for one in records) or is_reviewed(quarter, first, records):
        return
    due = end_of(
        view.calendar.guessing().add_workdays(first - timedelta(days=1), WORKDAYS), view.settings.zone
    )
    what = Message("the quarter {quarter} is to be reviewed", quarter=quarter)
    watch = _whole(quarter, what, start_of(first, view))
    yield from countdown(
        watch._replace(due=due.date()), due, view, first=watch.begins, until=_next_quarter(first, view)
    )


def quarter_begins(day: date) -> date:
    """Return the first day of the quarter of a day."""
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def is_reviewed(quarter: str, since: date, records: list["Record"]) -> bool:
    """Whether a communication after it says that it is its review: 三季度沟通问题回顾, Review 2023Q3."""
    year, number = quarter.split("Q")
    names = (quarter.casefold(), f"q{number} {year}", f"{NUMERALS[int(number) - 1]}季度")
    return any(one.date >= since and _is_review(one, names) for one in records)


def _is_review(record: "Record", names: tuple[str, ...]) -> bool:
    words = f"{record.title} {record.series or ''}".casefold()
    return any(name in words for name in names) and any(word in words for word in REVIEWED)


def _whole(quarter: str, what: Message, begins: datetime) -> Watch:
    return Watch(
        type="review-due",
        severity="soon",
        record="",
        item="",
        title=quarter,
        what=what,
        who="",
        department="",
        scenario="",
        command=f"commcoord review {quarter}",
        begins=begins,
    )


def _next_quarter(first: date, view: "View") -> datetime:
    return start_of(quarter_begins(first + timedelta(days=95)), view)
