"""What a line of an old form promises: `10月25日前提交清单（王强）` is what is to be done, by when and by whom.

Only what is certain is taken out of the words: what carries a mark (`@`, `!`) or a label (`负责人：`), people that the
company or the paper names, days with 前 or `by` beside them. Whatever may be something else stays where it was written.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from commcoord.exchange.incoming.lines import parts_of, split_outside_brackets
from commcoord.exchange.incoming.times import day_in, span_in
from commcoord.language.dates import Found, dates_in, when
from commcoord.language.headings import column_called
from commcoord.language.names import is_name, person, several
from commcoord.language.quick_notes import quick_action

_TICKED = re.compile(r"\[(?P<tick>[ xX√✓])\]\s*")
_LABELLED = re.compile(
    r"(?P<before>^|[，,；;。\s（(【\[])(?P<label>[^\s:：，,；;。（）()【】\[\]]{2,8})[:：]\s*(?P<text>[^，,；;。（）()【】\[\]]+(?:[（(][^（）()]*[)）])?)"
)
_DANGLING = re.compile(r"[，,；;。\s]+(?=[）)】\]，,；;。]|$)|(?<=[（(【\[])[，,；;。\s]+")
_EMPTIED = re.compile(r"[（(]\s*[)）]|【\s*】|\[\s*\]")
_PREFIXED = re.compile(r"([^:：]{1,40})[:：]\s*(\S.*)", re.DOTALL)
_DUE_BEFORE = re.compile(
    r"(?:(?:[请须需应于在]|务必|最迟|最晚){0,3}|(?<![a-z])(?:due by|due|by|before|no later than))\s?$",
    re.IGNORECASE,
)
_DUE_AFTER = re.compile(r"\s?(?:之前|以前|前|之内|以内|为止)(?![后後期往面台])")
_TIME_AFTER = re.compile(
    r"\s?(?:下班|中午|[上下]午|[0-9]{1,2}\s*[:：点])[^，,；;]{0,6}?(?:之前|以前|前)(?![后後期往面台])"
)
_DAY_BEHIND = re.compile(r"[@＠][^\s@＠!！]+\s+([^@＠!！]+)$")
"""What ends a line behind `@owner`: where it is a day, nothing else can be meant than when it is due."""

_EDGE = " \t，,；;、:：-–—"


@dataclass(frozen=True)
class Known:
    """Whose names are certain: the company's people and departments, and everybody whom the paper names."""

    names: Collection[str]
    day: date
    """The day from which the paper's dates count."""

    def person(self, text: str) -> bool:
        """Whether a text names one of them; with a department in brackets, anybody with a name's look."""
        named = person(text)
        return named is not None and (
            named.name in self.names or (named.department is not None and is_name(text, ()))
        )

    def everybody(self, text: str) -> bool:
        """Whether a text names one or several of them, and nothing else."""
        named = several(text, self.names)
        return bool(named) and all(map(self.person, named))

    def dated(self, text: str) -> bool:
        """Whether the whole of a text is one certain day."""
        span = span_in(text)
        meaning = when(text, self.day) if text.strip() else None
        if span.day and not (span.rest or span.start or span.end_day):
            return True
        return meaning is not None and not meaning.ambiguous and not re.search(r"\d\s*[:：点]", text)


def promises_in(text: str, known: Known, *, dated_first: bool = False) -> list[dict[str, str]]:
    """Return an entry, as a table's row has it, for each thing that a text lists.

    With `dated_first` a day at the beginning is when it is due, as on a list of milestones.
    """
    parts: list[str] = []
    for part in parts_of(text):
        if parts and _column_before_colon(part):
            parts[-1] += f"；{part}"
        else:
            parts.append(part)
    return [_Line(part, known).promised(dated_first=dated_first) for part in parts]


def _column_before_colon(text: str) -> str | None:
    label = re.split("[:：]", text, maxsplit=1)
    name = column_called(label[0], "actions") if len(label) > 1 else None
    return name if name in ("owner", "due") else None


class _Line:
    """One line while its owner and deadline are looked for; each is taken once, and some words must remain."""

    def __init__(self, text: str, known: Known) -> None:
        self.what = text
        self.known = known
        self.found: dict[str, str] = {}

    def promised(self, *, dated_first: bool) -> dict[str, str]:
        """Return the line as the entry of a table: marks and labels first, then what is told by its place."""
        ticked = _TICKED.match(self.what)
        self._take(self.what[ticked.end() :] if ticked else self.what)
        self._marked()
        self._labelled()
        self._bracketed()
        self._prefixed()
        self._dated(first=dated_first)
        self._prefixed()
        done = {"status": "done"} if ticked and ticked["tick"].strip() else {}
        return {"what": self.what, **self.found, **done}

    def _take(self, rest: str, **found: str) -> bool:
        """Take what was found out of the words, unless it was found before or no words would remain."""
        rest = rest.strip(_EDGE)
        if not rest or set(found) & set(self.found):
            return False
        self.what = rest
        self.found |= found
        return True

    def _marked(self) -> None:
        if not re.search("[@＠!！]", self.what):
            return
        behind = _DAY_BEHIND.search(self.what)
        dated = behind is not None and self.known.dated(behind[1])
        quick = quick_action(f"{self.what[: behind.start(1)]}!{behind[1]}" if behind and dated else self.what)
        certain = quick.deadline is not None and day_in(quick.deadline, self.known.day) is not None
        rest = quick.what if certain or not quick.deadline else f"{quick.what} !{quick.deadline}"
        found = {"owner": "、".join(quick.owners), "due": (quick.deadline or "") if certain else ""}
        if quick.what and any(found.values()):
            self._take(rest, **{name: text for name, text in found.items() if text})

    def _labelled(self) -> None:
        for wanted in ("due", "owner"):
            for one in _LABELLED.finditer(self.what):
                text = one["text"].strip()
                if column_called(one["label"], "actions") != wanted or (
                    wanted == "due" and not self.known.dated(text)
                ):
                    continue
                rest = f"{self.what[: one.start()]}{one['before']}{self.what[one.end() :]}"
                self._take(_EMPTIED.sub("", _DANGLING.sub("", rest)), **{wanted: text})
                break

    def _bracketed(self) -> None:
        bare = self.what.rstrip("。. ")
        found = re.search(r"[（(]((?:[^（）()]|[（(][^（）()]*[)）])+)[)）]$", bare)
        if found is None:
            return
        parts = split_outside_brackets(found[1], "，,；;/|、 \u3000")
        days = [part for part in parts if self.known.dated(part)]
        names = [part for part in parts if part not in days]
        if self.known.everybody(found[1]):
            days, names = [], [found[1]]
        elif not all(self.known.person(name) or (days and is_name(name, ())) for name in names):
            named = [one for one in (re.sub(r"[，,；;/|]\s*", "\0", found[1], count=1).split("\0")) if one]
            days, names = self._either_way(named)
        if len(days) < 2 and (days or names):  # noqa: PLR2004  of two days neither is certain
            owner = {"owner": "、".join(names)} if names else {}
            self._take(bare[: found.start()], **owner, **({"due": days[0]} if days else {}))

    def _either_way(self, parts: list[str]) -> tuple[list[str], list[str]]:
        """Return the day and the people of `Ben Cole, 24 October`, whose words have spaces; nothing if unsure."""
        days = [part for part in parts if self.known.dated(part)]
        names = [part for part in parts if part not in days]
        return (days, names) if all(map(self.known.everybody, names)) else ([], [])

    def _prefixed(self) -> None:
        found = _PREFIXED.fullmatch(self.what)
        if found and self.known.everybody(found[1]):
            self._take(found[2], owner=found[1].strip())
        elif found and self.known.dated(found[1]):
            self._take(found[2], due=found[1].strip())

    def _dated(self, *, first: bool) -> None:
        """Take the only day in the words where 前 or `by` says that it is a deadline."""
        days = [one for one in dates_in(self.what, self.known.day) if one.date]
        if len(days) != 1 or days[0].ambiguous or "due" in self.found:
            return
        (one,) = days
        after = _DUE_AFTER.match(self.what, one.end)
        before = _DUE_BEFORE.search(self.what, 0, one.start)
        begins = first and one.start == 0 and not _said_of_a_time(self.what[one.end :])
        if (
            after
            or begins
            or one.text.endswith("内")
            or (before and before[0].isascii() and before[0].strip())
        ):
            self._cut(one, before.start() if before else one.start, after.end() if after else one.end)
        elif _TIME_AFTER.match(self.what, one.end):
            self.found["due"] = one.text  # the time of day stays in the words

    def _cut(self, one: Found, start: int, end: int) -> None:
        """Take the day out at either end of the words; within a sentence it stays, lest it be broken."""
        if start == 0:
            self._take(self.what[end:], due=one.text)
        elif end == len(self.what.rstrip("。. ")):
            self._take(self.what[:start], due=one.text)
        else:
            self.found["due"] = one.text


def _said_of_a_time(text: str) -> bool:
    return bool(re.match(r"\s*(?:前?[后後]|起|至|以后|之后|开始|-|–|—|~|[上下]午|\d)", text))
