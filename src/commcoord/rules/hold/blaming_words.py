"""Words that look for the guilty instead of the solution.

What: a topic's notes, a decision, an action, its risk or log, a fact, the next steps or what was learned says whose
    fault it is. What the other side said is quoted and stays. A company adds its own words in commcoord.yaml.

Why: who is blamed defends himself; who is asked for a solution finds one.

Bad:
    topics:
      - {topic: 渠道两案比较, notes: 铺货慢都怪销售部, outcome: decided}

Good:
    topics:
      - {topic: 渠道两案比较, notes: 铺货慢是因为样机没有到店，由销售部先送样机, outcome: decided}

Bad (en):
    topics:
      - {topic: Both options, notes: Sales is to blame for the delay, outcome: decided}

Good (en):
    topics:
      - {topic: Both options, notes: The delay came with the late samples; Sales sends them first, outcome: decided}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message, Several
from commcoord.language.wording import blaming, may_blame
from commcoord.records.kinds import is_minutes
from commcoord.records.promised import promised
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.minutes import Minutes
    from commcoord.records.parsing import Path
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC504"
SEVERITY = "warning"


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find wording that accuses."""
    own = view.settings.rules.blaming_words
    if not may_blame(filter(None, _words(record)), own):
        return
    for path, text in _texts(record):
        found = blaming(text, own) if text else ()
        if found:
            words = Several(Message("“{text}”", text=span.text) for span in found)
            yield Finding(
                Message("Words that look for the guilty: {words}.", words=words),
                path,
                hint=Message("Say what happened, and what solves it."),
            )


def _words(record: "Record") -> Iterator[str | None]:
    """Yield the texts without their places, which are slower to find and seldom wanted."""
    if is_minutes(record):
        for topic in record.topics:
            yield topic.topic
            yield topic.notes
        yield from (decision.what for decision in record.decisions)
        yield from [record.next_steps] if isinstance(record.next_steps, str) else record.next_steps or ()
    yield from (fact.what for fact in record.facts)
    for item in record.items:
        yield item.what
        yield item.risk
        yield from (entry.note for entry in item.log)
    yield record.archive.conclusion
    yield record.archive.cause
    yield from record.archive.improve


def _texts(record: "Record") -> Iterator[tuple["Path", str | None]]:
    if is_minutes(record):
        yield from _said(record)
    for index, fact in enumerate(record.facts):
        yield ("facts", index, "what"), fact.what
    for one in promised(record):
        yield one.at("what"), one.item.what
        yield one.at("risk"), one.item.risk
        for place, entry in enumerate(one.item.log):
            yield one.at("log", place, "note"), entry.note
    yield ("archive", "conclusion"), record.archive.conclusion
    yield ("archive", "cause"), record.archive.cause
    for index, lesson in enumerate(record.archive.improve):
        yield ("archive", "improve", index), lesson


def _said(record: "Minutes") -> Iterator[tuple["Path", str | None]]:
    for index, topic in enumerate(record.topics):
        yield ("topics", index, "topic"), topic.topic
        yield ("topics", index, "notes"), topic.notes
    for index, decision in enumerate(record.decisions):
        yield ("decisions", index, "what"), decision.what
    steps = record.next_steps
    if isinstance(steps, str):
        yield ("next_steps",), steps
    for index, step in enumerate(steps if isinstance(steps, list) else []):
        yield ("next_steps", index), step
