"""Step 5, 执行与同步: what was said, decided, promised; every figure and date is read back and confirmed."""

from commcoord.language.messages import mark
from commcoord.steps import forms
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer("--chair", "chair", mark("who chairs"), forms.text, question=mark("Chair"), kinds=("minutes",), of="people"),
    Answer(
        "--recorder", "recorder", mark("who takes the minutes"), forms.text, question=mark("Recorder"), kinds=("minutes",), of="people"
    ),
    Answer(
        "--attendee",
        "attendees",
        mark("who was there"),
        forms.text,
        many=True,
        question=mark("Who was there?"),
        kinds=("minutes",),
        of="people",
    ),
    Answer(
        "--absent",
        "absent",
        mark("who was absent and why: “who: why”"),
        forms.absence,
        many=True,
        question=mark("Who was absent, and why? “who: why”, one a line"),
        kinds=("minutes",),
    ),
    Answer("--copy", "cc", mark("who gets a copy of the minutes"), forms.text, many=True, kinds=("minutes",), of="people"),
    Answer(
        "--topic",
        "topics",
        mark("a topic and its notes: “topic: notes (decided)”"),
        forms.topic,
        many=True,
        question=mark("Topics, “topic: notes (decided, deferred or information)”, one a line"),
        kinds=("minutes",),
    ),
    Answer(
        "--said",
        "said",
        mark("what the other side said"),
        forms.text,
        many=True,
        question=mark("What did the other side say? One a line"),
        kinds=("feedback",),
    ),
    Answer("--acknowledged", "acknowledged.at", mark("when the person's trouble was acknowledged"), forms.moment,
           question=mark("When was the person's trouble acknowledged?"), kinds=("feedback",)),
    Answer("--acknowledged-by", "acknowledged.by", mark("who acknowledged it"), forms.text, kinds=("feedback",), of="people"),
    Answer(
        "--decision",
        "decisions",
        mark("a decision: “what @who decided”"),
        forms.decision,
        many=True,
        question=mark("Decisions, “what @who decided”, one a line"),
        kinds=("minutes",),
    ),
    Answer(
        "--action",
        "items",
        mark("an action (milestone, measure): “what @owner !deadline”"),
        forms.action,
        many=True,
        question=mark("Who does what by when? “what @owner !deadline”, one a line"),
    ),
    Answer("--milestone", "items", mark("a milestone of a task"), forms.action, many=True, kinds=("task",)),
    Answer("--measure", "items", mark("a measure after feedback"), forms.action, many=True, kinds=("feedback",)),
    Answer("--fact", "facts", mark("a figure or date that was read back: “what @who confirmed”"), forms.fact, many=True),
    Answer(
        "--leftover",
        "leftover",
        mark("an item that the last meeting left over, or: none"),
        forms.text,
        many=True,
        kinds=("minutes",),
    ),
    Answer("--next-steps", "next_steps", mark("what comes next"), forms.text, question=mark("What comes next?"), kinds=("minutes",)),
    Answer("--severity", "severity", mark("how grave a complaint is"), forms.text, kinds=("feedback",), choices=("low", "normal", "high")),
)
