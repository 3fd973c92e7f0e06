"""What every record begins with, before the first step."""

from commcoord.language.messages import mark
from commcoord.records.vocabulary import SCENARIOS
from commcoord.steps import forms
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer("--title", "title", mark("the topic, or a meeting's name"), forms.text, question=mark("Title")),
    Answer(
        "--scenario",
        "scenario",
        mark("which of the eight scenarios it is"),
        forms.text,
        question=mark("Scenario"),
        choices=SCENARIOS,
    ),
    Answer("--date", "date", mark("the day of the communication"), forms.day, question=mark("Date")),
    Answer("--link", "links", mark("a record that it comes from"), forms.text, many=True),
)
