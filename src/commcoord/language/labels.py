"""What people call the values and fields of records; marked for the catalogues, said with `label` and `field_label`."""

from collections.abc import Iterable

from commcoord.language.folding import folded
from commcoord.language.messages import LANGUAGES, Message, Several, mark, spoken, translated

VALUES = {
    # kinds of records
    "plan": mark("communication plan"),
    "minutes": mark("minutes"),
    "task": mark("task"),
    "feedback": mark("outside feedback"),
    # scenarios
    "cross-department": mark("across departments"),
    "cross-level": mark("across levels"),
    "emergency": mark("emergency"),
    "routine": mark("routine"),
    "customer": mark("customer"),
    "supplier": mark("supplier"),
    "partner": mark("partner"),
    "institution": mark("institution"),
    # steps
    "goal": mark("goal"),
    "people": mark("people"),
    "channel": mark("channel"),
    "prepare": mark("prepare"),
    "hold": mark("hold"),
    "followup": mark("followup"),
    "archive": mark("archive"),
    "done": mark("done"),
    # means
    "phone": mark("phone"),
    "im": mark("instant message"),
    "meeting": mark("meeting"),
    "video": mark("video call"),
    "email": mark("e-mail"),
    "letter": mark("letter"),
    # how far an item is
    "open": mark("open"),
    "doing": mark("in progress"),
    "blocked": mark("blocked"),
    "cancelled": mark("cancelled"),
    # how far feedback is
    "received": mark("received"),
    "acknowledged": mark("acknowledged"),
    "in_progress": mark("being worked on"),
    "waiting": mark("waiting for them"),
    "answered": mark("answered"),
    "solved": mark("solved"),
    "closed": mark("closed"),
    # how a topic came out
    "decided": mark("decided"),
    "deferred": mark("deferred"),
    "information": mark("for information"),
    # materials
    "background": mark("background"),
    "questions": mark("list of questions"),
    "alternatives": mark("alternatives"),
    "requirements": mark("requirements"),
    "proposal": mark("proposal or quotation"),
    "policy": mark("policy basis"),
    "other": mark("other"),
    # audiences and severities
    "internal": mark("internal"),
    "participants": mark("participants"),
    "external": mark("external"),
    "low": mark("low"),
    "normal": mark("normal"),
    "high": mark("high"),
    # what the organisation of a counterpart is to us; the same words are scenarios elsewhere
    "type.customer": mark("a customer"),
    "type.supplier": mark("a supplier"),
    "type.partner": mark("a partner"),
    "type.institution": mark("an institution"),
}

FIELDS = {
    "series": mark("Series"),
    "goal": mark("Goal"),
    "outcomes": mark("Core results"),
    "asks": mark("Asks"),
    "people": mark("People"),
    "channel": mark("Channel"),
    "materials": mark("Materials"),
    "agenda": mark("Agenda"),
    "start": mark("Start"),
    "end": mark("End"),
    "place": mark("Place"),
    "facts": mark("Facts read back"),
    "actions": mark("Actions"),
    "milestones": mark("Milestones"),
    "measures": mark("Measures"),
    "circulated": mark("Circulated"),
    "overrides": mark("Gates passed against the rules"),
    "allow": mark("Rules switched off"),
    "moved": mark("Moved"),
    "archive": mark("Archive"),
    "audience_departments": mark("Meant for"),
    "deliverables": mark("Deliverables"),
    "chair": mark("Chair"),
    "recorder": mark("Recorder"),
    "attendees": mark("Attendees"),
    "absent": mark("Absent"),
    "cc": mark("Copies"),
    "topics": mark("Topics"),
    "decisions": mark("Decisions"),
    "leftover": mark("Left over"),
    "next_steps": mark("Next steps"),
    "initiator": mark("Initiated by"),
    "collaborators": mark("Collaborators"),
    "said": mark("What they said"),
    "status": mark("Status"),
    "acknowledged": mark("Acknowledged"),
    "answered": mark("Answered"),
    "solved": mark("Solved"),
    "accepted": mark("Accepted"),
    "waits": mark("Waits"),
    "severity": mark("Severity"),
    # inside people, channel, items
    "owner": mark("Owner"),
    "decides": mark("decides"),
    "executes": mark("carries out"),
    "takes_part": mark("takes part"),
    "informed": mark("is informed"),
    "counterpart": mark("Counterpart"),
    "organisation": mark("organisation"),
    "contact": mark("contact"),
    "authority": mark("may commit to"),
    "limit": mark("may not"),
    "type": mark("type"),
    "urgent": mark("urgent"),
    "important": mark("important"),
    "complex": mark("complex"),
    "formal": mark("formal"),
    "means": mark("means"),
    "because": mark("because"),
    "accept": mark("to be accepted by"),
    "subject": mark("subject"),
    "confirmation": mark("confirmation"),
    "corrected": mark("corrected"),
    "asked": mark("asked for on"),
    "received": mark("received on"),
    "written_record": mark("written record"),
    "conclusion": mark("conclusion"),
    "category": mark("category"),
    "cause": mark("cause"),
    "worked": mark("worked"),
    "improve": mark("to improve"),
    "who": mark("who"),
    "what": mark("what"),
    "topic": mark("topic"),
    "minutes": mark("minutes of time"),
    "lead": mark("lead"),
    "title": mark("title"),
    "link": mark("link"),
    "sent": mark("sent"),
    "confirmed_by": mark("confirmed by"),
    "on": mark("on"),
    "at": mark("at"),
    "to": mark("to"),
    "from": mark("from"),
    "by": mark("by"),
    "why": mark("why"),
    "notes": mark("notes"),
    "outcome": mark("outcome"),
    "replaces": mark("replaces"),
    "for": mark("for"),
    "step": mark("step"),
    "rule": mark("rule"),
    "audience": mark("audience"),
    # where a name means something else than elsewhere
    "circulated.to": mark("sent to"),
    "circulated.by": mark("sent by"),
    "due": mark("Due"),
    "risk": mark("Risk"),
    "needs": mark("blocked by"),
    "every": mark("Rhythm"),
    "after": mark("waits for"),
    "evidence": mark("Evidence"),
    "done_on": mark("Done on"),
    "scenario": mark("Scenario"),
    "date": mark("Date"),
    "links": mark("Links"),
    "cancelled": mark("Cancelled"),
    "history": mark("Steps passed"),
}


def label(value: str, language: str = "", within: str = "") -> str:
    """Return what people call a value, in a language or the one in use; a company's own word as it is.

    As the value of some fields, which `within` names, it may be called otherwise.
    """
    called = VALUES.get(f"{within}.{value}") or VALUES.get(value)
    return translated(called, language or spoken()) if called else value


def named(value: str) -> Message | str:
    """Return what people call a value, put into words when it is shown; a company's own word as it is."""
    return Message(VALUES[value]) if value in VALUES else value


def choice_named(value: str, language: str = "") -> str:
    """Return what people call a value with the word that files have for it: 部门间协作（cross-department）."""
    language = language or spoken()
    called = label(value, language)
    return value if called == value else translated(BOTH, language).format(name=called, word=value)


BOTH = mark("{name} ({word})")


class Word(Message):
    """A word that must stand in a file; where no English is spoken, with what people call it."""

    __slots__ = ()

    def __init__(self, word: str) -> None:
        super().__init__("{word}", word=word)

    @property
    def word(self) -> str:
        """The word as it stands in a file."""
        return str(self.values["word"])

    def in_language(self, language: str) -> str:
        """Return the word, with what it is called in a language that is not its own."""
        return self.word if language == "en" else choice_named(self.word, language)


def words_named(values: Iterable[str]) -> Several:
    """Return words as a refusal lists them, put into words when it is shown."""
    return Several(map(Word, values))


def value_called(typed: str, values: Iterable[str]) -> str | None:
    """Return which of some values a typed word means: itself, or what people call it in any of the languages.

    In Chinese two characters of it will do where only one of them has these. None where it is none of them.
    """
    known = list(values)
    if typed in known:
        return typed
    wanted = folded(typed.strip())
    names = {value: [value, *(folded(label(value, one)) for one in LANGUAGES)] for value in known}
    whole = [value for value in known if wanted in names[value]]
    part = [value for value in known if any(wanted in name for name in names[value])]
    short = len(wanted) < 2 or wanted.isascii()  # noqa: PLR2004  a letter or two stands in many words
    return whole[0] if whole else part[0] if len(part) == 1 and not short else None


def field_named(field: str) -> Message | str:
    """Return what people call a field, put into words when it is shown."""
    return Message(FIELDS[field]) if field in FIELDS else field


def field_label(field: str, language: str = "", within: str = "") -> str:
    """Return what people call a field, in a language or the one in use; `within` another it may be called otherwise."""
    called = FIELDS.get(f"{within}.{field}") or FIELDS.get(field)
    return translated(called, language or spoken()) if called else field
