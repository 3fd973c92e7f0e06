"""Records repositories of any size, as a company of some hundred people would have them after years.

Four records make a matter: what somebody outside said, a plan, its minutes, and the task that came of it. Every third
matter is a weekly meeting of a series, one in twelve is written in English. Each record has about three actions in
prose, 2 kB in all; what is older than two months is done, save for a few. A few in a hundred have a fault that
`commcoord check` finds, as with a careful team. The same number of records is the same repository, to the byte.

    python benchmarks/repositories.py DIRECTORY 10000
"""

import sys
from datetime import date
from pathlib import Path

from company import forms
from company.matters import Matter, before, matter, settings
from company.people import LAST_DAY, Company

NOW = "2026-04-01 09:00"
PER_DAY = 12
"""Records that a company writes a working day; 10,000 are some three years."""
WORKING_DAYS = 2000
"""A company with more records than these days hold is a larger one, not an older one."""


def days(matters: int) -> list[tuple[date, int]]:
    """Return the day of each matter and its place in that day, the oldest first, the youngest on the last day."""
    a_day = max(PER_DAY // 4, -(-matters // WORKING_DAYS))
    found: list[tuple[date, int]] = []
    day = LAST_DAY
    while len(found) < matters:
        found += [(day, place) for place in range(min(a_day, matters - len(found)))]
        day = before(day)
    return found[::-1]


def texts(one: Matter) -> dict[str, str]:
    """Return the records of one matter by their paths."""
    made = {
        "feedback": forms.feedback(one),
        "plan": forms.plan(one),
        "minutes": forms.minutes(one),
        "task": forms.task(one),
    }
    return {
        f"records/{on.year}Q{(on.month + 2) // 3}/{kind}/{one.ids[kind]}.yaml": text
        for kind, text in made.items()
        for on in [one.on(kind)]
    }


def write(root: Path, count: int) -> None:
    """Write a repository of so many records (whole matters, so four at a time) into an empty or new folder."""
    company = Company()
    root.mkdir(parents=True, exist_ok=True)
    (root / "commcoord.yaml").write_text(settings(company), encoding="utf-8")
    (root / ".gitignore").write_text("/.commcoord/\n", encoding="utf-8")
    made: set[Path] = set()
    for day, place in days((count + 3) // 4):
        for path, text in texts(matter(company, day, place)).items():
            file = root / path
            if file.parent not in made:
                file.parent.mkdir(parents=True, exist_ok=True)
                made.add(file.parent)
            file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
