"""Step 7, 归档沉淀: what was concluded, which problem it was, what was learned."""

from commcoord.language.messages import mark
from commcoord.steps import forms
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer(
        "--conclusion",
        "archive.conclusion",
        mark("what was concluded"),
        forms.text,
        question=mark("Conclusion"),
    ),
    Answer(
        "--category",
        "archive.category",
        mark("which problem it was, of the settings' categories"),
        forms.text,
        question=mark("Problem category"),
        of="categories",
    ),
    Answer(
        "--cause", "archive.cause", mark("why it happened"), forms.text, question=mark("Why did it happen?")
    ),
    Answer(
        "--worked",
        "archive.worked",
        mark("what worked"),
        forms.text,
        many=True,
        question=mark("What worked?"),
    ),
    Answer(
        "--improve",
        "archive.improve",
        mark("what to improve"),
        forms.text,
        many=True,
        question=mark("What is to be improved?"),
    ),
)
