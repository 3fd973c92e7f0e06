"""What every record begins with, before the first step."""

from commcoord.language.messages import mark
from commcoord.records.vocabulary import SCENARIOS
from commcoord.steps import forms
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer("--title", "title", mark("the topic, or a meeting's name"), mark("Title"), required=True),
    Answer(
        "--scenario",
        "scenario",
        mark("which of the eight scenarios it is"),
        mark("Scenario"),
        choices=SCENARIOS,
        required=True,
    ),
    Answer("--date", "date", mark("the day of the communication"), mark("Date"), form=forms.day),
    Answer("--link", "links", mark("a record that it comes from"), form=forms.record, many=True),
)
