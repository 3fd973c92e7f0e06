"""Step 6, 跟进闭环: everybody concerned has it in writing, and every promise is kept or moved with a reason."""

from commcoord.language.messages import mark
from commcoord.steps import forms
from commcoord.steps.answer import Answer

STATUSES = ("received", "acknowledged", "in_progress", "waiting", "answered", "solved", "closed")

ANSWERS = (
    Answer(
        "--circulated",
        "circulated.at",
        mark("when it was sent to everybody concerned"),
        forms.moment,
        question=mark("When was it sent to everybody concerned?"),
        kinds=("plan", "minutes", "task"),
    ),
    Answer(
        "--circulated-to",
        "circulated.to",
        mark("whom it was sent to"),
        forms.text,
        many=True,
        question=mark("Whom was it sent to?"),
        kinds=("plan", "minutes", "task"),
        of="people",
    ),
    Answer(
        "--circulated-by",
        "circulated.by",
        mark("by which means it was sent"),
        forms.text,
        kinds=("plan", "minutes", "task"),
    ),
    Answer(
        "--answered",
        "answered.at",
        mark("when the other side was answered"),
        forms.moment,
        question=mark("When was the other side answered?"),
        kinds=("feedback",),
    ),
    Answer(
        "--answered-by", "answered.by", mark("who answered"), forms.text, kinds=("feedback",), of="people"
    ),
    Answer(
        "--solved",
        "solved.at",
        mark("when the trouble was solved"),
        forms.moment,
        question=mark("When was the trouble solved?"),
        kinds=("feedback",),
    ),
    Answer(
        "--accepted",
        "accepted.at",
        mark("when the other side accepted the solution"),
        forms.moment,
        kinds=("feedback",),
    ),
    Answer("--accepted-by", "accepted.by", mark("who accepted it"), forms.text, kinds=("feedback",)),
    Answer(
        "--wait",
        "waits",
        mark("days on which the other side must answer: “from..to: for what”"),
        forms.wait,
        many=True,
        kinds=("feedback",),
    ),
    Answer("--status", "status", mark("how far it is"), forms.text, kinds=("feedback",), choices=STATUSES),
)
