"""How typed text becomes the value of a field. What cannot be understood is refused with the text shown."""

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from commcoord.errors import UsageError
from commcoord.language.dates import dates_in, when
from commcoord.language.folding import folded
from commcoord.language.labels import value_called, words_named
from commcoord.language.messages import Message
from commcoord.language.quantities.clock import times
from commcoord.language.quick_notes import (
    quick_action,
    quick_decision,
    quick_fact,
)
from commcoord.records.ids import new_item_id
from commcoord.records.values import parse_moment
from commcoord.records.vocabulary import ITEM_FIELDS, ITEM_LETTERS

if TYPE_CHECKING:
    from commcoord.language.quick_notes import (
        QuickAction,
        QuickDecision,
        QuickFact,
    )
    from commcoord.steps.setting import Setting

LENGTH = re.compile(r"(.+?)[\s,，:：]*(?<!\d)(?<!\d[:：./-])(\d{1,3})\s*(?:分钟|分鐘|分|minutes?|mins?|')?")
"""A topic and its minutes, which are no part of a clock time, a date or a longer number."""
LATEST = "23:59"
HALF_A_DAY = 12
AFTERNOON = re.compile(
    "(?<![凌晨早上中下午傍晚])(?<![凌晨早上中下午傍晚] )(?<![0-9十])(?:[1-6]|[一二两三四五六])[点时](?!前)"
)
"""An hour that nobody meets at by night, said without the part of the day: 三点半."""
NOONS = {"noon": "12:00", "midnight": "00:00", "中午": "12:00", "正午": "12:00", "午夜": "00:00"}
NOON = re.compile(r"(?<![a-z])(?:noon|midnight)(?![a-z])|中午|正午|午夜")
AT = re.compile(r"(?:^|(?<=\s))(?:at|@)$|^(?:at|on)\s|[,，]$", re.IGNORECASE)
"""What stands between a day and its clock time."""
TONIGHT = {"今晚": "今天", "明晚": "明天"}
"""The words of a clock time that name a day."""
MARKS = re.compile(r"^(.*?)\s*[(（\[【]([^()（）\[\]【】]{1,60})[)）\]】]\s*$", re.DOTALL)
URGENT = ("urgent", "紧急", "緊急")
IMPORTANT = ("important", "重要")
NOT = ("not ", "un", "不", "非")


def text(typed: str, setting: "Setting") -> str:
    """Take the text as it is."""
    _ = setting
    return typed


def day(typed: str, setting: "Setting") -> str:
    """Take a date or a phrase that means one, counted from the record's day."""
    return _day(typed, setting).isoformat()


def moment(typed: str, setting: "Setting") -> str:
    """Take a time: `2023-10-20 14:00`, `14:00` of the record's day, or a date phrase with a clock time.

    A clock time may be said in words: `2:30pm`, `下午2点半`.
    """
    try:
        return str(parse_moment(typed.strip()))
    except ValueError:
        parted = _clock_in(typed)
    if parted is None:
        raise _refused(typed, Message("Write a time as 2023-10-20 14:00 or 14:00."))
    words, clock, night = parted
    known = len(setting.read_back)
    on = _day(words, setting, typed) if words else setting.day
    if folded(typed).strip().zfill(len(LATEST)) != clock:
        if not any(ambiguous for _typed, _on, ambiguous in setting.read_back[known:]):
            del setting.read_back[known:]  # the moment says the day too
        setting.moments.append((typed.strip(), on, clock, night))
    return f"{on} {clock}"


def clock_in(typed: str) -> tuple[str, str] | None:
    """Return the words beside the one clock time of a text, and the clock time as 14:00; none where there is no one."""
    found = _clock_in(typed)
    return found and found[:2]


def _clock_in(typed: str) -> tuple[str, str, str] | None:
    """Return the words, the clock time, and the time of the night that it may mean as well."""
    bare = folded(typed)
    found = [(one.start, one.end, one.value) for one in times(bare)]
    found = found or [(one.start(), one.end(), NOONS[one[0]]) for one in NOON.finditer(bare)]
    if len(found) != 1 or found[0][2] > LATEST:
        return None
    start, end, clock = found[0]
    night = clock if AFTERNOON.match(bare, start) and not bare[start:end].endswith("m") else ""
    if night:
        clock = f"{int(clock[:2]) + HALF_A_DAY}{clock[2:]}"
    tonight = TONIGHT.get(typed[start : start + 2], "")
    return AT.sub("", f"{typed[:start]}{tonight}{typed[end:]}".strip()).strip(), clock, night


def record(typed: str, setting: "Setting") -> str:
    """Take whatever means one record, and return its id."""
    return setting.record(typed)


def item(typed: str, setting: "Setting") -> str:
    """Take whatever means one action, milestone or measure, and return its id."""
    return setting.item(typed)


def beginning(typed: str, setting: "Setting") -> str:
    """Take a time; of a task, which runs from day to day, a day."""
    return day(typed, setting) if setting.kind == "task" else moment(typed, setting)


def count(typed: str, setting: "Setting") -> int:
    """Take a whole number."""
    _ = setting
    if not typed.strip().isdecimal():
        raise _refused(typed, Message("A whole number is wanted."))
    return int(typed)


def ask(typed: str, setting: "Setting") -> dict[str, Any]:
    """Take `who: what (urgent, important)`; the marks in brackets rank it, and what is not among them is not so."""
    _ = setting
    body, marks = _marked(typed)
    who, what = _parted(body)
    found: dict[str, Any] = {"who": who, "what": what} if who else {"what": what}
    if marks is not None:
        found |= {"urgent": _said(marks, URGENT), "important": _said(marks, IMPORTANT)}
    return found


def action(typed: str, setting: "Setting") -> dict[str, Any]:
    """Take `what @owner !deadline`; the deadline may be a phrase, also one in the words: “月底前提交清单 @王强”."""
    found = quick_action(typed)
    due = day(found.deadline, setting) if found.deadline else ""
    if not found.what:
        raise _refused(typed, Message("Say what is to be done: “what @owner !deadline”."))
    return promised(found, due, setting)


def promised(found: "QuickAction", due: str, setting: "Setting") -> dict[str, Any]:
    """Return the item of a quick action; without a deadline, the one relative date in its words is one."""
    due = due or _deadline_in(found.what, setting)
    what = found.what if due else dated(found.what, setting)
    letter = ITEM_LETTERS[ITEM_FIELDS[setting.kind]]
    item = {
        "id": new_item_id(letter, setting.taken),
        "what": what,
        "owner": "、".join(found.owners),
        "due": due,
    }
    return {key: value for key, value in item.items() if value} | {"status": "open"}


def decision(typed: str, setting: "Setting") -> dict[str, Any]:
    """Take `what @who decided`; a relative date gets its date beside it."""
    return decided(quick_decision(typed), setting)


def decided(found: "QuickDecision", setting: "Setting") -> dict[str, Any]:
    """Return the decision of a quick one."""
    made = {
        "id": new_item_id("d", setting.taken),
        "what": dated(found.what, setting),
        "by": "、".join(found.by),
    }
    return {key: value for key, value in made.items() if value}


def fact(typed: str, setting: "Setting") -> dict[str, Any]:
    """Take `what @who confirmed`; confirmed on the record's day."""
    return confirmed(quick_fact(typed), setting)


def confirmed(found: "QuickFact", setting: "Setting") -> dict[str, Any]:
    """Return the fact of a quick one; a relative date gets its date beside it."""
    who = "、".join(found.confirmed_by)
    made = {"id": new_item_id("f", setting.taken), "what": dated(found.what, setting), "confirmed_by": who}
    if who:
        made["on"] = setting.day.isoformat()
    return {key: value for key, value in made.items() if value}


def dated(text: str, setting: "Setting") -> str:
    """Return the words with its date beside each relative date that can mean only one: 下周五（2023-10-27）."""
    for found in reversed(_relative(text, setting)):
        setting.read_back.append((found.text, found.date, False))
        beside = f" ({found.date})" if found.text.isascii() else f"（{found.date}）"
        text = f"{text[: found.end]}{beside}{text[found.end :]}"
    return text


def _deadline_in(text: str, setting: "Setting") -> str:
    found = [
        (one.text, one.date)
        for one in dates_in(text, setting.day, setting.calendar.is_workday)
        if one.date and not one.ambiguous and (one.relative or _in_words_first(one.text, setting))
    ]
    if len(found) != 1 or found[0][1] < setting.day:
        return ""
    setting.read_back.append((*found[0], False))
    return found[0][1].isoformat()


def _in_words_first(text: str, setting: "Setting") -> bool:
    """Whether a date is one in words with its figures behind: 下周五（10-27）."""
    words, bracket, _figures = folded(text).partition("(")
    return bool(bracket) and any(one.relative for one in dates_in(words, setting.day))


def _relative(text: str, setting: "Setting") -> list[Any]:
    found = dates_in(text, setting.day, setting.calendar.is_workday)
    return [one for one in found if one.relative and one.date is not None and not one.ambiguous]


def agenda(typed: str, setting: "Setting") -> dict[str, Any]:
    """Take `topic 20 @lead`, the number being minutes."""
    _ = setting
    found_topic = quick_decision(typed)
    topic, lead = found_topic.what, "、".join(found_topic.by)
    match = LENGTH.fullmatch(topic)
    if times(folded(topic)) and (match is None or times(folded(topic)) != times(folded(match[1]))):
        match = None  # a clock time is no length
    found: dict[str, Any] = {"topic": match[1], "minutes": int(match[2])} if match else {"topic": topic}
    return found | ({"lead": lead} if lead else {})


MATERIALS = ("background", "questions", "alternatives", "requirements", "proposal", "policy", "other")
OUTCOMES = ("decided", "deferred", "information")


def material(typed: str, setting: "Setting") -> dict[str, Any]:
    """Take `title (type) link`; the type is one of the customary ones, the link a path or an address."""
    _ = setting
    match = re.fullmatch(r"(.+?)\s*[(（](\w+)[)）]\s*(\S*)", typed.strip())
    if match is None:
        return {"title": typed.strip(), "type": "other"}
    kind = value_called(match[2], MATERIALS)
    if kind is None:
        known = words_named(MATERIALS)
        raise _refused(typed, Message("The type of a material is one of {known}.", known=known))
    return {"title": match[1], "type": kind} | ({"link": match[3]} if match[3] else {})


def absence(typed: str, setting: "Setting") -> dict[str, Any]:
    """Take `who: why`, or `who (why)`."""
    _ = setting
    who, why = _parted(typed)
    if not who:
        who, marks = _marked(typed)
        why = marks or ""
    return {"who": who} | ({"why": why} if why else {})


def topic(typed: str, setting: "Setting") -> dict[str, Any]:
    """Take `topic: notes (decided|deferred|information)`, or what these are called; other brackets are notes."""
    _ = setting
    body, marks = _marked(typed)
    outcome = value_called(marks, OUTCOMES) if marks else None
    name, notes = _parted(body if outcome else typed)
    found = {"topic": name or notes, "notes": notes if name else None, "outcome": outcome}
    return {key: value for key, value in found.items() if value}


def wait(typed: str, setting: "Setting") -> dict[str, Any]:
    """Take `from..to: for what`; the end may be missing while the other side still owes its answer."""
    span, what = _parted(typed)
    since, _dots, until = (span or what).partition("..")
    found = {"from": day(since, setting), "to": day(until, setting) if until.strip() else None}
    return {key: value for key, value in (found | {"for": what if span else None}).items() if value}


def _day(typed: str, setting: "Setting", whole: str = "") -> date:
    """Return the day that a text means; what is refused is shown with the words around it."""
    meaning = when(typed, setting.day, setting.calendar.is_workday, marked=True)
    if meaning is None or meaning.date is None:
        raise _refused(
            whole or typed, Message("This is no date; write 2023-10-27, 10月27日, 下周五, in 3 days …")
        )
    if typed.strip() != meaning.date.isoformat():
        setting.read_back.append((typed.strip(), meaning.date, meaning.ambiguous))
    return meaning.date


def _parted(typed: str) -> tuple[str, str]:
    """Part `before: after` at the first colon of either width; before is empty where there is none."""
    match = re.match(r"([^:：]{1,80})[:：]\s*(.*)", typed.strip(), re.DOTALL)
    return (match[1].strip(), match[2].strip()) if match else ("", typed.strip())


def _marked(typed: str) -> tuple[str, str | None]:
    match = MARKS.match(typed)
    return (match[1].strip(), match[2].strip()) if match else (typed.strip(), None)


def _said(marks: str, words: tuple[str, ...]) -> bool:
    lowered = marks.casefold()
    return any(word in lowered and not any(no + word in lowered for no in NOT) for word in words)


def _refused(typed: str, hint: Message) -> UsageError:
    return UsageError(Message("“{text}” cannot be understood here.", text=typed), hint)
