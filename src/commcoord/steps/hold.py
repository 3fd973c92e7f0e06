"""Step 5, 执行与同步: what was said, decided, promised; every figure and date is read back and confirmed."""

from commcoord.language.messages import mark
from commcoord.steps import forms
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer("--chair", "chair", mark("who chairs"), mark("Chair"), kinds=("minutes",), of="people"),
    Answer(
        "--recorder",
        "recorder",
        mark("who takes the minutes"),
        mark("Recorder"),
        kinds=("minutes",),
        of="people",
    ),
    Answer(
        "--attendee",
        "attendees",
        mark("who was there"),
        mark("Who was there?"),
        many=True,
        kinds=("minutes",),
        of="people",
    ),
    Answer(
        "--absent",
        "absent",
        mark("who was absent and why: “who: why”"),
        mark("Who was absent, and why? “who: why”, one a line"),
        form=forms.absence,
        many=True,
        kinds=("minutes",),
    ),
    Answer(
        "--copy", "cc", mark("who gets a copy of the minutes"), many=True, kinds=("minutes",), of="people"
    ),
    Answer(
        "--topic",
        "topics",
        mark("a topic and its notes: “topic: notes (decided)”"),
        mark("Topics, “topic: notes (decided, deferred or information)”, one a line"),
        form=forms.topic,
        many=True,
        kinds=("minutes",),
    ),
    Answer(
        "--said",
        "said",
        mark("what the other side said"),
        mark("What did the other side say? One a line"),
        many=True,
        kinds=("feedback",),
    ),
    Answer(
        "--acknowledged",
        "acknowledged.at",
        mark("when the person's trouble was acknowledged"),
        mark("When was the person's trouble acknowledged?"),
        form=forms.moment,
        kinds=("feedback",),
    ),
    Answer(
        "--acknowledged-by", "acknowledged.by", mark("who acknowledged it"), kinds=("feedback",), of="people"
    ),
    Answer(
        "--decision",
        "decisions",
        mark("a decision: “what @who decided”"),
        mark("Decisions, “what @who decided”, one a line"),
        form=forms.decision,
        many=True,
        kinds=("minutes",),
    ),
    Answer(
        "--action",
        "items",
        mark(
            "an action (milestone, measure): 'what @owner !deadline', in single quotes for the sake of the !"
        ),
        mark("Who does what by when? “what @owner !deadline”, one a line"),
        form=forms.action,
        many=True,
    ),
    Answer(
        "--milestone", "items", mark("a milestone of a task"), form=forms.action, many=True, kinds=("task",)
    ),
    Answer(
        "--measure",
        "items",
        mark("a measure after feedback"),
        form=forms.action,
        many=True,
        kinds=("feedback",),
    ),
    Answer(
        "--fact",
        "facts",
        mark("a figure or date that was read back: “what @who confirmed”"),
        form=forms.fact,
        many=True,
    ),
    Answer(
        "--leftover",
        "leftover",
        mark("an item that the last meeting left over, or: none"),
        form=forms.item,
        many=True,
        kinds=("minutes",),
    ),
    Answer(
        "--next-steps", "next_steps", mark("what comes next"), mark("What comes next?"), kinds=("minutes",)
    ),
    Answer(
        "--severity",
        "severity",
        mark("how grave a complaint is"),
        kinds=("feedback",),
        choices=("low", "normal", "high"),
    ),
)
