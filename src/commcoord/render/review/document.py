"""The report as a whole: its sections in their order, as a template sees them."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from commcoord.language.messages import _, spoken
from commcoord.render.environment import rendered
from commcoord.render.review.actions import actions
from commcoord.render.review.clocks import clocks
from commcoord.render.review.definitions import definitions
from commcoord.render.review.feedback import feedback
from commcoord.render.review.learning import lessons, overrides
from commcoord.render.review.loop import loop
from commcoord.render.review.problems import problems
from commcoord.render.review.records import records
from commcoord.render.review.summary import cards, summary
from commcoord.render.review.table import moment
from commcoord.render.review.trends import trends

if TYPE_CHECKING:
    from commcoord.render.review.section import Answer, Section

PARTS = (summary, loop, problems, clocks, actions, feedback, records, lessons, overrides, trends)
TEMPLATES = {"md": "review.md.j2", "html": "review.html.j2"}


def sections(answer: "Answer") -> list["Section"]:
    """Return the sections of a review's answer, in the language in use."""
    return [part(answer) for part in PARTS]


def title_of(answer: "Answer", organisation: str | None) -> str:
    """Return the title of the report."""
    if organisation:
        return _(
            "{organisation}: communication and coordination review {period}",
            organisation=organisation,
            period=answer["quarter"],
        )
    return _("Communication and coordination review {period}", period=answer["quarter"])


def subtitle_of(answer: "Answer") -> str:
    """Return from when to when it is, what it compares with, and as of which moment."""
    return _(
        "{first} to {last}, compared with {before}; as of {moment}",
        first=answer["from"],
        last=answer["to"],
        before=answer["before"],
        moment=moment(answer["as_of"]),
    )


def document(answer: "Answer", organisation: str | None) -> dict[str, Any]:
    """Return all that the templates of the report see; `review` is the answer as `--json` gives it."""
    return {
        "language": spoken(),
        "title": title_of(answer, organisation),
        "subtitle": subtitle_of(answer),
        "cards": cards(answer),
        "sections": {one.name: one.as_plain() for one in sections(answer)},
        "definitions": definitions(),
        "review": answer,
    }


def report(answer: "Answer", organisation: str | None, form: str, company: Path | None = None) -> str:
    """Return the report as Markdown (`md`) or HTML (`html`); raises ImpossibleError for a broken template."""
    return rendered(TEMPLATES[form], document(answer, organisation), company)
