"""Step 6, 跟进闭环: everybody concerned has it in writing, and every promise is kept or moved with a reason."""

from commcoord.language.messages import mark
from commcoord.records.vocabulary import FEEDBACK_STATUSES
from commcoord.steps import forms
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer(
        "--circulated",
        "circulated.at",
        mark("when it was sent to everybody concerned"),
        mark("When was it sent to everybody concerned?"),
        form=forms.moment,
        kinds=("plan", "minutes", "task"),
    ),
    Answer(
        "--circulated-to",
        "circulated.to",
        mark("whom it was sent to"),
        mark("Whom was it sent to?"),
        many=True,
        kinds=("plan", "minutes", "task"),
        of="people",
    ),
    Answer(
        "--circulated-by",
        "circulated.by",
        mark("by which means it was sent"),
        kinds=("plan", "minutes", "task"),
    ),
    Answer(
        "--answered",
        "answered.at",
        mark("when the other side was answered"),
        mark("When was the other side answered?"),
        form=forms.moment,
        kinds=("feedback",),
    ),
    Answer("--answered-by", "answered.by", mark("who answered"), kinds=("feedback",), of="people"),
    Answer(
        "--solved",
        "solved.at",
        mark("when the trouble was solved"),
        mark("When was the trouble solved?"),
        form=forms.moment,
        kinds=("feedback",),
    ),
    Answer(
        "--accepted",
        "accepted.at",
        mark("when the other side accepted the solution"),
        form=forms.moment,
        kinds=("feedback",),
    ),
    Answer("--accepted-by", "accepted.by", mark("who accepted it"), kinds=("feedback",)),
    Answer(
        "--wait",
        "waits",
        mark("days on which the other side must answer: “from..to: for what”"),
        form=forms.wait,
        many=True,
        kinds=("feedback",),
    ),
    Answer("--status", "status", mark("how far it is"), kinds=("feedback",), choices=FEEDBACK_STATUSES),
)
