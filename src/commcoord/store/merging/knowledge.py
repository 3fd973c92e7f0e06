"""What a merge must know of the fields: by what their items are told apart, and in which order they may only grow.

Imports nothing but words: the merge driver starts with it for each record of each commit.
"""

from commcoord.records.vocabulary import CLOSED, STATES

KEYS: dict[str, tuple[str, ...]] = {
    "actions": ("id",),
    "milestones": ("id",),
    "measures": ("id",),
    "decisions": ("id",),
    "facts": ("id",),
    "asks": ("who", "what"),
    "materials": ("title",),
    "agenda": ("topic",),
    "topics": ("topic",),
    "absent": ("who",),
    "allow": ("rule",),
    "waits": ("from",),
    "people": ("name",),
}
"""Lists of things, by the fields that say which thing it is (`people` is the directory in the settings)."""

LOGS = {"log": "on", "history": "at", "moved": "on", "overrides": "on"}
"""Lists that only grow, by the field with each entry's time; they are united in the order of time."""

SETS = frozenset(
    {
        "links",
        "decides",
        "executes",
        "takes_part",
        "informed",
        "authority",
        "means",
        "cc",
        "to",
        "after",
        "attendees",
        "collaborators",
        "audience_departments",
        "deliverables",
        "leftover",
        "worked",
        "improve",
        "departments",
        "vague_words",
        "blaming_words",
        "ignore",
    }
)
"""Lists of texts of which each either stands there or not; all others are sequences with places."""

LADDERS = (
    STATES,
    ("open", "doing", "done"),
    ("received", "acknowledged", "in_progress", "answered", "solved", "closed"),
)
"""States in the order in which they are passed; where both sides went on, the farther one holds."""

STATE_FIELDS = ("step", "status")


def farther(base: object, ours: object, theirs: object) -> object | None:
    """Return the farther of two states that both lie beyond the base's; none where one of them went back or aside."""
    for ladder in LADDERS:
        if base in ladder and ours in ladder and theirs in ladder:
            start, left, right = (ladder.index(str(one)) for one in (base, ours, theirs))
            if left > start and right > start:
                return ours if left > right else theirs
    return None


def goes_back(before: object, after: object) -> bool:
    """Whether a state lies before another, or opens what was closed."""
    if before in CLOSED and after not in CLOSED:
        return True
    return any(
        before in ladder and after in ladder and ladder.index(str(after)) < ladder.index(str(before))
        for ladder in LADDERS
    )
