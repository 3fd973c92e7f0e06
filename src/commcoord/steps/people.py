"""Step 2, 确定对象与职责: who owns, decides, carries out, takes part, must be informed; and the contact outside."""

from commcoord.language.messages import mark
from commcoord.records.vocabulary import EXTERNAL
from commcoord.steps.answer import Answer

ANSWERS = (
    Answer(
        "--owner",
        "people.owner",
        mark("the one who is responsible; of an emergency, the overall coordinator"),
        mark("Owner"),
        of="people",
    ),
    Answer("--decides", "people.decides", mark("who decides"), mark("Who decides?"), many=True, of="people"),
    Answer(
        "--executes",
        "people.executes",
        mark("who carries it out"),
        mark("Who carries it out?"),
        many=True,
        of="people",
    ),
    Answer(
        "--takes-part",
        "people.takes_part",
        mark("who takes part besides"),
        mark("Who takes part besides?"),
        many=True,
        of="people",
    ),
    Answer(
        "--informed",
        "people.informed",
        mark("who must only be informed"),
        mark("Who must only be informed?"),
        many=True,
        of="people",
    ),
    Answer(
        "--counterpart",
        "people.counterpart.organisation",
        mark("the organisation outside"),
        mark("The organisation outside"),
    ),
    Answer("--counterpart-type", "people.counterpart.type", mark("what it is to us"), choices=EXTERNAL),
    Answer(
        "--contact",
        "people.counterpart.contact",
        mark("the contact person there"),
        mark("The contact person there"),
    ),
    Answer(
        "--authority",
        "people.counterpart.authority",
        mark("what the contact may commit to"),
        mark("What may the contact commit to?"),
        many=True,
    ),
    Answer(
        "--limit",
        "people.counterpart.limit",
        mark("what the contact may not commit to"),
        mark("What may the contact not commit to?"),
    ),
    Answer(
        "--initiator",
        "initiator",
        mark("the department that starts the task"),
        mark("Initiating department"),
        kinds=("task",),
        of="departments",
    ),
    Answer(
        "--collaborator",
        "collaborators",
        mark("a department that works with it"),
        mark("Collaborating departments"),
        many=True,
        kinds=("task",),
        of="departments",
    ),
    Answer(
        "--audience-department",
        "audience_departments",
        mark("a department that it is meant for"),
        mark("Departments that it is meant for"),
        many=True,
        kinds=("plan",),
        of="departments",
    ),
)
