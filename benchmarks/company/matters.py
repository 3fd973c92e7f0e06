"""A matter: what a plan, its minutes, a task and a feedback have in common, and how it is written down."""

import re
from dataclasses import dataclass, field
from datetime import date

from company.people import (
    BOARD,
    CATEGORIES,
    DEALER,
    DEPARTMENTS,
    EXPORT,
    LAST_DAY,
    OTHERS,
    Company,
    Other,
    weekday,
)
from company.wording import CHINESE, ENGLISH, Wording

KINDS = ("feedback", "plan", "minutes", "task")
LONG_AGO = 60
"""Days after which a matter is over, save for a few."""
STUCK = ((LONG_AGO, 0.4), (240, 0.12), (36500, 0.004))
"""Of the matters up to so many days old, the share that has not come to its end as planned."""
NOT_PLAIN = re.compile(r"[,:#\[\]{}&*!|>'\"%@`]")


@dataclass
class Matter:
    """One matter, from its plan to its end: what it is about, whose it is, and what is called how."""

    company: Company
    day: date
    scenario: str
    wording: Wording
    series: str
    other: Other
    people: list[str]
    """Who owns and decides it, who writes it down, and who carries it out; the departments differ."""
    thing: str = ""
    stuck: bool = False
    ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        chance = self.company
        self.thing = chance.one(self.wording.things)
        age = (LAST_DAY - self.day).days
        self.stuck = chance.rarely(next(share for days, share in STUCK if age <= days))
        self.ids = {kind: f"{kind}-{self.on(kind):%Y%m%d}-{chance.name('x')[2:]}" for kind in KINDS}

    def on(self, kind: str) -> date:
        """Return the day of one of its records: the customer speaks before the meeting, or a day after it."""
        if kind != "feedback":
            return self.day
        return min(weekday(self.day, 1), LAST_DAY) if self.series else before(self.day)

    def say(self, texts: tuple[str, ...]) -> str:
        """Return one of some texts, filled and quoted where YAML wants it."""
        return self.fill(self.company.one(texts), self.company.chance.randint(2, 90))

    def fill(self, text: str, number: int = 0) -> str:
        """Return a text with the matter's words and a figure in it."""
        said = text.format(
            thing=self.thing,
            number=number,
            department=self.departments[0],
            other=self.other.organisation,
            day=self.day,
            series=self.series,
        )
        return f'"{said}"' if NOT_PLAIN.search(said) else said

    @property
    def departments(self) -> list[str]:
        """The departments that have a part in it."""
        return [re.split(r"[（(]", one)[1].rstrip("）)") for one in self.people if one]


def before(day: date) -> date:
    """Return the weekday before another."""
    return date.fromordinal(day.toordinal() - (3 if day.weekday() == 0 else 1))


def matter(company: Company, day: date, place: int) -> Matter:
    """Return the matter in such a place among those of its day: every third is a weekly meeting."""
    if place % 3 == 2:
        department = DEPARTMENTS[(day.weekday() + 5 * (place // 3)) % len(DEPARTMENTS)]
        group = f"{place // 6 + 1}组" if place >= 6 else ""
        scenario, series = "routine", f"{department}{group}周例会"
    else:
        department, series = company.one(DEPARTMENTS), ""
        scenario = company.one(("cross-department",) * 6 + ("cross-level", "emergency"))
    if not series and company.rarely(0.12):
        people = company.colleagues(EXPORT, EXPORT, EXPORT, EXPORT)
        return Matter(company, day, "cross-department", ENGLISH, "", DEALER, people)
    other = company.one(OTHERS)
    further = company.chance.sample([one for one in DEPARTMENTS if one != department], 2)
    people = company.colleagues(department, department, *further)
    return Matter(company, day, scenario, CHINESE, series, other, people)


def settings(company: Company) -> str:
    """Return a company's commcoord.yaml."""
    people = "\n".join(
        f"  - {{name: {name}, department: {department}, email: p{place}-{number}@example.com}}"
        for place, (department, names) in enumerate(company.directory.items())
        for number, name in enumerate(names)
    )
    categories = "\n".join(f"  {name}: {department}" for name, department in CATEGORIES.items())
    return (
        "version: 1\norganisation: 远航家电\nlanguage: zh-Hans\ntimezone: Asia/Shanghai\ncalendar: CN\n"
        f"departments: [{', '.join((*DEPARTMENTS, EXPORT, BOARD))}]\npeople:\n{people}\ncategories:\n{categories}\n"
    )
