"""Step 4, 准备材料与议程: what to read beforehand, an agenda with minutes that fits the slot, time and place."""

from commcoord.language.messages import mark
from commcoord.steps import forms
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer(
        "--start",
        "start",
        mark("when it begins, 14:00 or 2023-10-20 14:00; a task begins on a day"),
        mark("When does it begin?"),
        form=forms.beginning,
    ),
    Answer("--end", "end", mark("when it ends"), mark("When does it end?"), form=forms.beginning),
    Answer("--place", "place", mark("where"), mark("Where?")),
    Answer(
        "--material",
        "materials",
        mark("something to read beforehand: “title (background) docs/survey.pdf”"),
        mark("Materials, “title (type) link”, one a line"),
        form=forms.material,
        many=True,
    ),
    Answer("--sent", "materials.sent", mark("when the materials were sent"), form=forms.moment),
    Answer(
        "--agenda",
        "agenda",
        mark("an agenda item: “topic 20 @lead”, in minutes"),
        mark("Agenda, “topic minutes @lead”, one a line"),
        form=forms.agenda,
        many=True,
    ),
    Answer(
        "--deliverable",
        "deliverables",
        mark("what will be there afterwards"),
        mark("What will be there afterwards?"),
        many=True,
        kinds=("plan",),
    ),
)
