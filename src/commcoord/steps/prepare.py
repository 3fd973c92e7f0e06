"""Step 4, 准备材料与议程: what to read beforehand, an agenda with minutes that fits the slot, time and place."""

from commcoord.language.messages import mark
from commcoord.steps import forms
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer(
        "--start",
        "start",
        mark("when it begins, 14:00 or 2023-10-20 14:00; a task begins on a day"),
        forms.beginning,
        question=mark("When does it begin?"),
    ),
    Answer("--end", "end", mark("when it ends"), forms.beginning, question=mark("When does it end?")),
    Answer("--place", "place", mark("where"), forms.text, question=mark("Where?")),
    Answer(
        "--material",
        "materials",
        mark("something to read beforehand: “title (background) docs/survey.pdf”"),
        forms.material,
        many=True,
        question=mark("Materials, “title (type) link”, one a line"),
    ),
    Answer("--sent", "materials.sent", mark("when the materials were sent"), forms.moment),
    Answer(
        "--agenda",
        "agenda",
        mark("an agenda item: “topic 20 @lead”, in minutes"),
        forms.agenda,
        many=True,
        question=mark("Agenda, “topic minutes @lead”, one a line"),
    ),
    Answer(
        "--deliverable",
        "deliverables",
        mark("what will be there afterwards"),
        forms.text,
        many=True,
        question=mark("What will be there afterwards?"),
        kinds=("plan",),
    ),
)
