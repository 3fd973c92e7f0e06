"""A quarter in the life of a company, replayed day by day: each day exactly what the clocks say, in both languages.

What is expected is computed here a second time, from the definitions alone: plain loops over a made-up story, with
the State Council's holidays of 2023 typed in by hand. The story becomes records; `followup --as-of` reads those.
"""

import json
import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import pytest

FIRST, LAST = date(2023, 10, 1), date(2024, 1, 17)
DAY = timedelta(days=1)
HOLIDAYS = {date(2023, 9, 29) + DAY * n for n in range(8)} | {
    date(2023, 12, 30),
    date(2023, 12, 31),
    date(2024, 1, 1),
}
MAKE_UP = {date(2023, 10, 7), date(2023, 10, 8)}


@dataclass
class Promise:
    """An action and what became of it."""

    id: str
    due: date
    shifts: list = field(default_factory=list)  # (on, from, to)
    words: list = field(default_factory=list)  # days with a note
    blocked: tuple | None = None  # (first day, day on which it goes on)
    done: date | None = None


@dataclass
class Happening:
    """One record of the story."""

    id: str
    kind: str  # minutes, meeting, letter, call, complaint
    start: datetime
    promises: list = field(default_factory=list)
    sent: datetime | None = None  # minutes, or materials
    minutes: str = ""  # of a meeting
    plan: str = ""  # of minutes
    confirmed: date | None = None
    stamps: tuple = (None, None, None)
    wait: tuple | None = None
    cancelled: date | None = None

    @property
    def day(self):
        return self.start.date()

    @property
    def end(self):
        return self.start + timedelta(minutes=90)


# ── the story ───────────────────────────────────────────────────────────────────────────────────────────────────


def story(seed):
    chance = random.Random(seed)  # noqa: S311  a story, not a secret
    found = []
    for number in range(44):
        kind = chance.choice(
            ["minutes", "minutes", "minutes", "meeting", "letter", "call", "complaint", "complaint"]
        )
        start = datetime.combine(FIRST + DAY * chance.randrange(85), time(chance.randrange(9, 17), 30))
        prefix = {"minutes": "minutes", "complaint": "feedback"}.get(kind, "plan")
        one = Happening(f"{prefix}-{start:%Y%m%d}-{number:04d}", kind, start)
        FILLED[kind](one, chance, number, found)
        if chance.random() < 0.06:
            one.cancelled = one.day + DAY * chance.randrange(-2, 12)
        found.append(one)
    return found


def later(chance, moment, hours):
    return None if chance.random() < 0.25 else moment + timedelta(hours=chance.randrange(1, hours))


def fill_minutes(one, chance, number, _found):
    one.sent = later(chance, one.end, 60)
    one.promises = [promise(one, chance, f"{number:04d}{place}") for place in range(chance.randrange(4))]


def promise(one, chance, name):
    made = Promise(f"a-{name}", one.day + DAY * chance.randrange(1, 35))
    made.words = sorted(one.day + DAY * chance.randrange(30) for _ in range(chance.randrange(3)))
    if chance.random() < 0.3:
        on = one.day + DAY * chance.randrange(1, 20)
        made.shifts = [(on, made.due, made.due + DAY * chance.randrange(2, 20))]
    if chance.random() < 0.25:
        first = one.day + DAY * chance.randrange(1, 12)
        made.blocked = (first, first + DAY * chance.randrange(1, 12))
    if chance.random() < 0.7:
        made.done = one.day + DAY * chance.randrange(13, 45)
        made.words = [day for day in made.words if day <= made.done]
        made.shifts = [shift for shift in made.shifts if shift[0] < made.done]
        made.blocked = made.blocked if made.blocked and made.blocked[1] < made.done else None
    return made


def fill_meeting(one, chance, number, found):
    if chance.random() < 0.7:
        one.sent = one.start - timedelta(hours=chance.randrange(2, 100))
    if chance.random() < 0.6:
        one.minutes = f"minutes-{one.start:%Y%m%d}-z{number:03d}"
        found.append(
            Happening(one.minutes, "minutes", one.start, sent=later(chance, one.end, 40), plan=one.id)
        )


def fill_letter(one, chance, _number, _found):
    if chance.random() < 0.6:
        one.confirmed = one.day + DAY * chance.randrange(9)


def fill_call(_one, _chance, _number, _found):
    """Leave a call as it is: nothing of it is written."""


def fill_complaint(one, chance, _number, _found):
    acknowledged = later(chance, one.start, 70)
    answered = later(chance, acknowledged, 150) if acknowledged else None
    solved = later(chance, answered, 300) if answered else None
    one.stamps = (acknowledged, answered, solved)
    if chance.random() < 0.5:
        first = one.day + DAY * chance.randrange(6)
        one.wait = (first, first + DAY * chance.randrange(7))


FILLED = {
    "minutes": fill_minutes,
    "meeting": fill_meeting,
    "letter": fill_letter,
    "call": fill_call,
    "complaint": fill_complaint,
}


# ── what the clocks say, by their definitions ───────────────────────────────────────────────────────────────────


def by_day(due, today):
    """Past: late. Today: today. Up to three days ahead: soon."""
    left = (due - today).days
    return "late" if left < 0 else "today" if left == 0 else "soon" if left <= 3 else None


def by_moment(due, now):
    return "late" if now > due else by_day(due.date(), now.date())


def by_now(moment, now):
    return moment is not None and moment <= now


def expected(happenings, now):
    found = set()
    for one in happenings:
        if one.cancelled and one.cancelled <= now.date():
            continue
        if one.kind in ("minutes", "complaint") and one.day > now.date():
            continue
        found |= {
            (type_, severity, one.id, item) for type_, severity, item in SAID[one.kind](one, now) if severity
        }
    if now.date() >= date(2024, 1, 1):
        found |= {
            ("review-due", by_day(date(2024, 1, 15), now.date()), None, None)
        }  # the tenth working day of 2024
    return {one for one in found if one[1]}


def say_minutes(one, now):
    sent = by_now(one.sent, now)
    if now > one.end and not sent:
        yield "minutes-uncirculated", by_moment(one.end + DAY, now), None
    for made in one.promises:
        if not (made.done and made.done <= now.date()):
            yield from say_promise(one, made, now.date())
    closed = [made.done for made in one.promises if made.done and made.done <= now.date()]
    if sent and len(closed) == len(one.promises):
        yield "archive-due", "info", None


def say_promise(one, made, today):
    due = made.due
    for on, _before, after in made.shifts:
        due = after if on <= today else due
    pressing = by_day(due, today)
    yield ("action-overdue" if pressing == "late" else "action-due"), pressing, made.id
    if made.blocked and made.blocked[0] <= today < made.blocked[1]:
        yield "blocked", "today" if today > made.blocked[0] + 3 * DAY else "info", made.id
    elif pressing is None:
        heard = [one.day, *made.words, *(shift[0] for shift in made.shifts), *(made.blocked or ())]
        if today > max(day for day in heard if day <= today) + 7 * DAY:
            yield "progress-silent", "info", made.id


def say_meeting(one, now):
    if now < one.start and not by_now(one.sent, now):
        yield "materials-unsent", by_moment(one.start - DAY, now), None
    there = one.minutes and now.date() >= one.day
    if now > one.end and not there:
        yield "minutes-missing", by_moment(one.end + DAY, now), None
    if now >= one.end and there:
        yield "archive-due", "info", None


def say_letter(one, now):
    confirmed = one.confirmed and one.confirmed <= now.date()
    if not confirmed and now.date() > one.day + 3 * DAY:
        yield "unconfirmed", "late", None
    if confirmed and now >= one.end:
        yield "archive-due", "info", None


def say_call(one, now):
    if now > one.end:
        yield "spoken-unwritten", by_moment(one.end + DAY, now), None


def say_complaint(one, now):
    met = [any(by_now(stamp, now) for stamp in one.stamps[place:]) for place in range(3)]
    waits = set()
    if one.wait and one.wait[0] <= now.date():
        waits = {one.wait[0] + DAY * n for n in range((one.wait[1] - one.wait[0]).days + 1)}
    for name, within, kept in zip(("acknowledge", "answer", "solve"), (1, 3, 10), met, strict=True):
        due = workday_after(one.day, within, waits)
        if now >= one.start and not kept and (now.date() not in waits or due < now.date()):
            yield f"{name}-due", by_day(due, now.date()), None
    if by_now(one.stamps[2], now) and now >= one.end:
        yield "archive-due", "info", None


def workday_after(day, count, waits):
    while count:
        day += DAY
        works = day in MAKE_UP or (day.weekday() < 5 and day not in HOLIDAYS)
        count -= works and day not in waits
    return day


SAID = {
    "minutes": say_minutes,
    "meeting": say_meeting,
    "letter": say_letter,
    "call": say_call,
    "complaint": say_complaint,
}


# ── the story as records ────────────────────────────────────────────────────────────────────────────────────────


def written(one):
    kind = one.id.partition("-")[0]
    lines = [
        f"kind: {kind}", f"id: {one.id}", f"title: {one.id}", "scenario: customer" if kind == "feedback" else "scenario: routine",
        f"step: {'hold' if kind == 'plan' else 'followup'}", f"date: {one.day}", f"start: {one.start:%Y-%m-%d %H:%M}", f"end: {one.end:%Y-%m-%d %H:%M}",
        "people: {owner: 张伟（市场部）}", *DETAILS[one.kind](one),
    ]  # fmt: skip
    if one.cancelled:
        lines.append(f"cancelled: {{because: 取消, on: {one.cancelled}}}")
    return "\n".join(lines) + "\n"


def write_minutes(one):
    if one.plan:
        yield f"links: [{one.plan}]"
    if one.sent:
        yield f"circulated: {{at: {one.sent:%Y-%m-%d %H:%M}, to: [全体参会人]}}"
    if one.promises:
        yield "actions:"
    yield from (f"  - {json.dumps(write_promise(made), ensure_ascii=False)}" for made in one.promises)


def write_promise(made):
    log = [(day, {"note": "在做"}) for day in made.words]
    log += [
        (on, {"note": "改期", "due": {"from": str(before), "to": str(after)}})
        for on, before, after in made.shifts
    ]
    if made.blocked:
        log += [
            (made.blocked[0], {"status": "blocked", "needs": {"what": "样机", "of": "产品部"}}),
            (made.blocked[1], {"status": "doing"}),
        ]
    due = made.shifts[-1][2] if made.shifts else made.due
    item = {
        "id": made.id,
        "what": f"提交{made.id}",
        "owner": "王强（销售部）",
        "due": str(due),
        "status": "done" if made.done else "open",
    }
    if made.done:
        item["done_on"] = str(made.done)
    lines = [{"on": str(day)} | entry for day, entry in sorted(log, key=lambda line: line[0])]
    return item | ({"log": lines} if lines else {})


def write_meeting(one):
    sent = f", sent: {one.sent:%Y-%m-%d %H:%M}" if one.sent else ""
    yield "channel: {important: true, means: [meeting]}"
    yield f"materials: [{{title: 方案{sent}}}]"


def write_letter(one):
    received = f", received: {one.confirmed}" if one.confirmed else ""
    yield f"channel: {{means: [letter], confirmation: {{asked: {one.day}{received}}}}}"


def write_call(_one):
    yield "channel: {means: [phone]}"


def write_complaint(one):
    for name, stamp in zip(("acknowledged", "answered", "solved"), one.stamps, strict=True):
        if stamp:
            yield f"{name}: {{at: {stamp:%Y-%m-%d %H:%M}}}"
    if one.wait:
        yield f"waits: [{{from: {one.wait[0]}, to: {one.wait[1]}, for: 照片}}]"


DETAILS = {
    "minutes": write_minutes,
    "meeting": write_meeting,
    "letter": write_letter,
    "call": write_call,
    "complaint": write_complaint,
}


@pytest.fixture
def quarter(repository, request):
    """The story of a seed as a repository, and what the clocks say of it."""
    happenings = story(request.param)
    for one in happenings:
        path = (
            repository.root
            / f"records/{one.day.year}Q{(one.day.month + 2) // 3}/{one.id.partition('-')[0]}/{one.id}.yaml"
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(one), encoding="utf-8")
    return repository, happenings


@pytest.mark.parametrize("quarter", [2023, 4], indirect=True, ids=["a story", "another story"])
def test_each_day_of_a_quarter_has_exactly_what_the_clocks_say(quarter):
    program, happenings = quarter
    seen = set()
    for number in range((LAST - FIRST).days):
        now = datetime.combine(FIRST + DAY * number, time(12))
        answer = json.loads(
            program(
                "followup", "--json", "--as-of", f"{now:%Y-%m-%d %H:%M}", lang=("zh-Hans", "en")[number % 2]
            ).out
        )
        said = {(one["type"], one["severity"], one["record"], one["item"]) for one in answer["items"]}

        assert said == expected(happenings, now), now
        assert len(said) == len(answer["items"])
        seen |= {one["type"] for one in answer["items"]}
    assert len(seen) == 14  # every type there is was said on some day


@pytest.mark.parametrize("quarter", [2023], indirect=True)
def test_a_day_reads_alike_in_chinese_and_english(quarter):
    program, happenings = quarter
    for day in (date(2023, 10, 25), date(2023, 11, 27), date(2024, 1, 16)):
        wanted = len(expected(happenings, datetime.combine(day, time(12))))
        for language in ("zh-Hans", "zh-Hant", "en"):
            text = program("followup", "--format", "markdown", "--as-of", f"{day} 12:00", lang=language).out

            assert sum(line.startswith("| ") and "`" in line for line in text.splitlines()) == wanted
