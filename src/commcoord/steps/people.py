"""Step 2, 确定对象与职责: who owns, decides, carries out, takes part, must be informed; and the contact outside."""

from commcoord.language.messages import mark
from commcoord.records.vocabulary import EXTERNAL
from commcoord.steps import forms
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer(
        "--owner",
        "people.owner",
        mark("the one who is responsible; of an emergency, the overall coordinator"),
        forms.text,
        question=mark("Owner"),
        of="people",
    ),
    Answer(
        "--decides", "people.decides", mark("who decides"), forms.text, many=True, question=mark("Who decides?"), of="people"
    ),
    Answer(
        "--executes",
        "people.executes",
        mark("who carries it out"),
        forms.text,
        many=True,
        question=mark("Who carries it out?"),
        of="people",
    ),
    Answer(
        "--takes-part",
        "people.takes_part",
        mark("who takes part besides"),
        forms.text,
        many=True,
        question=mark("Who takes part besides?"),
        of="people",
    ),
    Answer(
        "--informed",
        "people.informed",
        mark("who must only be informed"),
        forms.text,
        many=True,
        question=mark("Who must only be informed?"),
        of="people",
    ),
    Answer(
        "--counterpart",
        "people.counterpart.organisation",
        mark("the organisation outside"),
        forms.text,
        question=mark("The organisation outside"),
    ),
    Answer(
        "--counterpart-type", "people.counterpart.type", mark("what it is to us"), forms.text, choices=EXTERNAL
    ),
    Answer(
        "--contact",
        "people.counterpart.contact",
        mark("the contact person there"),
        forms.text,
        question=mark("The contact person there"),
    ),
    Answer(
        "--authority",
        "people.counterpart.authority",
        mark("what the contact may commit to"),
        forms.text,
        many=True,
        question=mark("What may the contact commit to?"),
    ),
    Answer(
        "--limit",
        "people.counterpart.limit",
        mark("what the contact may not commit to"),
        forms.text,
        question=mark("What may the contact not commit to?"),
    ),
    Answer("--initiator", "initiator", mark("the department that starts the task"), forms.text,
           question=mark("Initiating department"), kinds=("task",), of="departments"),
    Answer("--collaborator", "collaborators", mark("a department that works with it"), forms.text, many=True,
           question=mark("Collaborating departments"), kinds=("task",), of="departments"),
    Answer("--audience-department", "audience_departments", mark("a department that it is meant for"), forms.text,
           many=True, question=mark("Departments that it is meant for"), kinds=("plan",), of="departments"),
)
