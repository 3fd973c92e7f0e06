"""One notice a department: its part of the problem list, what it was late with, and until when it answers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commcoord.language.dates import spelled
from commcoord.language.messages import _, spoken
from commcoord.render.environment import rendered
from commcoord.render.review.actions import actions
from commcoord.render.review.clocks import clocks
from commcoord.render.review.feedback import feedback
from commcoord.render.review.problems import problems
from commcoord.store.places import is_portable

if TYPE_CHECKING:
    from commcoord.render.review.section import Answer, Section

LATE = ("minutes_offenders", "materials_offenders", "actions_offenders", "feedback_offenders")
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


@dataclass(frozen=True)
class Notice:
    """One page for one department; the empty name is for problems that no department answers for."""

    department: str
    file: str
    text: str


def notices(answer: "Answer", answer_by: date, company: Path | None = None) -> list[Notice]:
    """Return a notice for each department that has a problem of the period, in the language in use."""
    departments = dict.fromkeys(name for one in answer["problems"] for name in one["concerned"] or [""])
    return [
        Notice(name, _file(answer["quarter"], name), _text(_share(answer, name), name, answer_by, company))
        for name in departments
    ]


def _text(share: "Answer", department: str, answer_by: date, company: Path | None) -> str:
    late = [section for section in (clocks(share), actions(share), feedback(share)) if section]
    context = {
        "language": spoken(),
        "quarter": share["quarter"],
        "department": department or _("all whom it concerns"),
        "answer_by": spelled(answer_by, spoken()),
        "problems": problems(share).as_plain(),
        "late": list(_late_tables(late)),
        "review": share,
    }
    return rendered("notice.md.j2", context, company)


def _late_tables(sections: list["Section"]) -> Iterator[dict[str, Any]]:
    for section in sections:
        yield from (one for one in section.as_plain()["tables"] if one["name"] in LATE)


def _share(answer: "Answer", department: str) -> "Answer":
    """Return the answer with only the problems and offenders of one department."""
    problems_here = [one for one in answer["problems"] if department in (one["concerned"] or [""])]
    return {
        **answer,
        "problems": problems_here,
        **{
            group: _of(answer[group], department) for group in ("minutes", "materials", "actions", "feedback")
        },
    }


def _of(group: Mapping[str, Any], department: str) -> dict[str, Any]:
    mine = [one for one in group["offenders"] if one["department"] == department]
    return {**group, "offenders": mine if department else []}


def _file(quarter: str, department: str) -> str:
    """Return a name that every system can hold; a department that cannot be a name has its digest instead."""
    plain = _UNFIT.sub("-", department).strip(" .") or "other"
    name = f"{quarter.replace('..', '_')}-{plain}.md"
    if is_portable(name) and (plain == department or not department):
        return name
    digest = sha256(department.encode()).hexdigest()[:8]
    return f"{quarter.replace('..', '_')}-{plain[:40]}-{digest}.md"
