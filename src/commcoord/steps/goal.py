"""Step 1, 明确目标与诉求: a result and not a topic, its core results, and who asks what."""

from commcoord.language.messages import mark
from commcoord.steps import forms
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer(
        "--goal",
        "goal",
        mark("what is to be achieved, as a result"),
        mark("Goal: which result is to be reached?"),
    ),
    Answer(
        "--outcome",
        "outcomes",
        mark("a core result that must be reached; three of them"),
        mark("Core results, one a line, three of them"),
        many=True,
    ),
    Answer(
        "--ask",
        "asks",
        mark("who asks what: “who: what (urgent, important)”"),
        mark("Who asks what? “who: what (urgent, important)”, one a line"),
        form=forms.ask,
        many=True,
    ),
)
