"""Step 7, 归档沉淀: what was concluded, which problem it was, what was learned."""

from commcoord.language.messages import mark
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer("--conclusion", "archive.conclusion", mark("what was concluded"), mark("Conclusion")),
    Answer(
        "--category",
        "archive.category",
        mark("which problem it was, of the settings' categories"),
        mark("Problem category"),
        of="categories",
    ),
    Answer("--cause", "archive.cause", mark("why it happened"), mark("Why did the problem happen?")),
    Answer("--worked", "archive.worked", mark("what worked"), mark("What worked?"), many=True),
    Answer(
        "--improve", "archive.improve", mark("what to improve"), mark("What is to be improved?"), many=True
    ),
)
