"""Quick notes, line by line: 议题, 决议, 行动 with @owner and !deadline, 确认; every other line is a note.

    Topic: Budget
    Decision: 170,000 yuan for the launch
    Action: send the list of sites @Wang Qiang !2023-10-22
    Fact: the hall holds 300 people @Li Na

Nothing typed is lost: what a mark cannot use stays in the words beside it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from commcoord.language.dates import when

_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_FRONT = rf"(?:[-*•·●○▪◦–—#>]{{1,6}}|[（(]?(?:[0-9]{{1,3}}|{_HAN_NUMBER})[.)）、．]|[①-⑳]|\[[ xX]\])"
_MARKS = {
    "topic": "(?:会议|會議)?(?:议题|議題)|topic",
    "decision": "(?:会议|會議)?(?:决议|決議|决定|決定)(?:事项|事項)?|decision|decided",
    "action": "(?:行动|行動)(?:事项|事項|项|項)?|action item|action|(?:待办|待辦)(?:事项|事項)?|todo",
    "fact": "(?:确认|確認)(?:事项|事項)?|fact|confirmed",
}
_MARKED = re.compile(
    rf"\s*(?:{_FRONT}\s*){{0,3}}\**(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _MARKS.items())})"
    rf"(?:\s?(?:[0-9]{{1,2}}|{_HAN_NUMBER}))?\**\s?[:：]\**(?P<body>.*)",
    re.IGNORECASE,
)
_SPACED = r"[一-鿿][ \u3000]{1,2}[一-鿿](?=\s*(?:$|[!！@＠,，;；。、()（）]))"
"""A name of two characters with a space between them, as it stands in a column: 王 强."""
_OWNER = re.compile(
    r"(?:(?<![A-Za-z0-9._-])[@＠])(?P<owner>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,2}(?: ?[(（][^()（）@!]*[)）])?"
    rf"|(?:{_SPACED}|[^\s@＠!！,，;；。、()（）]+)(?: ?[(（][^()（）@!]*[)）])?)"
)
_AND = re.compile(r"[\s,，、;；/&＆+]*(?:and\b|[和与與及跟])?[\s,，、;；/&＆+]*", re.IGNORECASE)
_POINTS = " \t\u3000,，、;；。/&＆+"
"""What is no word behind an owner."""
_BEHIND_FIGURES = f"{_POINTS}@＠!！)）"
_BARE_FIGURES = re.compile(r"[0-9]{1,2}[-.][0-9]{1,2}")
_DEADLINE = re.compile(r"[!！](?=[^\s!！])")
_LONGEST_PHRASE = 60  # characters of a deadline
_SOME_DAY = date(2024, 1, 1)  # of a leap year: here only the form of a phrase counts


@dataclass(slots=True)
class QuickDecision:
    """What was decided, and by whom where somebody is named."""

    what: str
    by: list[str] = field(default_factory=list)


@dataclass(slots=True)
class QuickAction:
    """What is to be done, by whom, and the deadline as it was typed."""

    what: str
    owners: list[str] = field(default_factory=list)
    deadline: str | None = None
    undated: str = field(default="", compare=False)
    """What is to be done with the deadline left in its place, for a deadline that is no date."""


@dataclass(slots=True)
class QuickFact:
    """What was read back, and who confirmed it."""

    what: str
    confirmed_by: list[str] = field(default_factory=list)


@dataclass(slots=True)
class QuickTopic:
    """One topic with everything noted under it; `topic` is empty for what stands before the first."""

    topic: str = ""
    notes: list[str] = field(default_factory=list)
    decisions: list[QuickDecision] = field(default_factory=list)
    actions: list[QuickAction] = field(default_factory=list)
    facts: list[QuickFact] = field(default_factory=list)


def quick_notes(text: str) -> list[QuickTopic]:
    """Return the topics in their order; the first is unnamed if anything stands before a topic."""
    topics: list[QuickTopic] = []
    for line in text.splitlines():
        if line.strip():
            _take(topics, line.strip())
    return topics


def quick_action(body: str) -> QuickAction:
    """Read what stands after `Action:`: what, `@owner`, `!deadline`."""
    rest, deadline = _deadline(body)
    what, owners = _owners(rest)
    return QuickAction(what, owners, deadline, _owners(body)[0])


def quick_decision(body: str) -> QuickDecision:
    """Read what stands after `Decision:`: what, and `@who` decided."""
    what, by = _owners(body)
    return QuickDecision(what or body, by if what else [])


def quick_fact(body: str) -> QuickFact:
    """Read what stands after `Fact:`: what, and `@who` confirmed it."""
    what, confirmed_by = _owners(body)
    return QuickFact(what or body, confirmed_by if what else [])


def _take(topics: list[QuickTopic], line: str) -> None:
    marked = _MARKED.fullmatch(line)
    kind, body = (marked.lastgroup, marked["body"].strip()) if marked else (None, "")
    if marked and body:
        kind = next(name for name in _MARKS if marked[name])
        if kind == "topic":
            topics.append(QuickTopic(body))
            return
    if not topics:
        topics.append(QuickTopic())
    if marked and body and kind:
        _WRITERS[kind](topics[-1], body)
    else:
        topics[-1].notes.append(line)


_WRITERS: dict[str, Callable[[QuickTopic, str], None]] = {
    "decision": lambda topic, body: topic.decisions.append(quick_decision(body)),
    "fact": lambda topic, body: topic.facts.append(quick_fact(body)),
    "action": lambda topic, body: topic.actions.append(quick_action(body)),
}


def _owners(body: str) -> tuple[str, list[str]]:
    """Take the owners out of the words; the words keep their order."""
    found = list(_OWNER.finditer(body))
    ends = [0, *(one.end() for one in found)]
    starts = [*(one.start() for one in found), len(body)]
    first, *others = (body[end:start] for end, start in zip(ends, starts, strict=True))
    words = first.strip()
    for place, part in enumerate(others, 1):
        idle = _AND.fullmatch(part) if place < len(found) else not part.strip(_POINTS)
        words = words if idle else _joined(words, part)
    return words, [_name(one, body) for one in found]


def _name(found: re.Match[str], body: str) -> str:
    """Return an owner without the 和 of 王强和@李娜, and without the space of 王 强."""
    name = found["owner"].strip()
    if re.match(_SPACED, body[found.start("owner") :]):
        name = name[0] + name[1:].lstrip()
    if body[found.end() : found.end() + 1] in ("@", "＠"):
        name = re.sub("(?<=..)[和与與及跟]$", "", name)
    return name


def _joined(words: str, part: str) -> str:
    """Join what stands around an owner, who may have stood in brackets."""
    part = part.strip()
    closing = part.startswith(("）", ")"))
    if not words.endswith(("（", "(")):
        return words + part if closing else f"{words} {part}".strip()
    part = part.lstrip(_POINTS)
    return f"{words[:-1].rstrip()} {part[1:].lstrip()}".strip() if closing else words + part


def _deadline(body: str) -> tuple[str, str | None]:
    """Take the first `!` that a date follows; else the first after a space or an owner, with all to the next owner."""
    for mark in _DEADLINE.finditer(body):
        if phrase := _date_phrase(body[mark.end() : mark.end() + _LONGEST_PHRASE]):
            return _cut(body, mark.start(), mark.end() + len(phrase)), phrase
    owners_end = {found.end() for found in _OWNER.finditer(body)}
    for mark in _DEADLINE.finditer(body):
        place = mark.start()
        if place == 0 or body[place - 1].isspace() or place in owners_end:
            owner = _OWNER.search(body, mark.end())
            words = body[mark.end() : owner.start() if owner else len(body)].rstrip()
            return _cut(body, mark.start(), mark.end() + len(words)), words or None
    return body, None


def _date_phrase(text: str) -> str:
    """The longest beginning of the text that is a date phrase, ending where a word ends."""
    for end in range(len(text), 0, -1):
        ends_word = end == len(text) or not (
            text[end - 1].isalnum() and text[end].isalnum() and text[end].isascii()
        )
        if not ends_word or text[end - 1].isspace() or not when(text[:end], _SOME_DAY, marked=True):
            continue
        if end == len(text) or not _BARE_FIGURES.fullmatch(text[:end]) or text[end] in _BEHIND_FIGURES:
            return text[:end].rstrip(",，。.;；")
    return ""


def _cut(body: str, start: int, end: int) -> str:
    return f"{body[:start].rstrip()} {body[end:].lstrip()}".strip()
