"""The words of the field that records are made of, in their one order; without imports, so that anything may ask."""

KINDS = ("plan", "minutes", "task", "feedback")
STEPS = ("goal", "people", "channel", "prepare", "hold", "followup", "archive")
STATES = (*STEPS, "done")
INTERNAL = ("cross-department", "cross-level", "emergency", "routine")
EXTERNAL = ("customer", "supplier", "partner", "institution")
SCENARIOS = (*INTERNAL, *EXTERNAL)
MEANS = ("phone", "im", "meeting", "video", "email", "letter")
SPOKEN = ("phone", "im")
TALKS = ("meeting", "video")
WRITTEN = ("email", "letter")
FEEDBACK_STATUSES = ("received", "acknowledged", "in_progress", "waiting", "answered", "solved", "closed")
"""How far feedback is, in the order of it."""
ITEM_STATUSES = ("open", "doing", "blocked", "done", "cancelled")
CLOSED = ("done", "cancelled")
AUDIENCES = ("internal", "participants", "external")

ITEM_FIELDS = {"plan": "actions", "minutes": "actions", "task": "milestones", "feedback": "measures"}
"""What a kind of record calls the things that somebody promised to do."""

ITEM_LETTERS = {"actions": "a", "milestones": "m", "measures": "r", "decisions": "d", "facts": "f"}
"""The letter that begins the id of an item in each list."""


def reached(step: str, state: str) -> bool:
    """Whether a record in that state is at the step or beyond it."""
    return STATES.index(state) >= STATES.index(step)
