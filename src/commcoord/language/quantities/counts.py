"""Percentages, and quantities with a unit: 15%, 三成, 8家门店, 300台, 5 people.

一 before a measure word is an article (一份清单), except before a length of time. Ordinals, room numbers,
versions and ids carry no unit, or stand behind 第, a letter or a hyphen, and are left.
"""

import re

from commcoord.language.later import later
from commcoord.language.quantities.figures import NOT_INSIDE, RANGE, figure
from commcoord.language.quantities.quantity import Place, read_all

_SPANS = {"工作日": "workday", "工作天": "workday", "自然日": "day", "天": "day",
          "周": "week", "星期": "week", "礼拜": "week",
          "个月": "month", "月": "month", "季度": "quarter", "年": "year", "小时": "hour",
          "钟头": "hour", "分钟": "minute"}  # fmt: skip
_PEOPLE = dict.fromkeys(("人", "名", "位"), "person")
_MEASURES = (
    "平方米|立方米|平米|公里|公斤|千克|毫米|厘米|千瓦|家|台|件|套|次|吨|克|箱|批|份|页|项|条|场|张|辆|米|单|款|种|轮|篇|组|瓶|支|间|桌|户|斤|"
    "人|名|位|颗|粒|架|艘|节|门|只|枚|幅|部|处|个"
)
_CHINESE = later(
    rf"{NOT_INSIDE}(?P<number>{RANGE}) ?个?(?:"
    rf"(?P<span>工作[日天]|自然日|小时|钟头|分钟|季度|星期|礼拜|(?<=个)月|天|周|(?<![0-9]{{4}})年)"
    rf"(?!前|度)|(?P<measure>{_MEASURES}))"
)
_NO_NOUN = frozenset(
    {"is", "was", "has", "this", "its", "us", "yes", "plus", "minus", "always", "across",
     "versus", "perhaps", "thus", "business", "as", "less", "unless", "besides", "pass",
     "focus", "status", "process", "access", "address", "progress", "discuss", "his",
     "sales"}
)  # fmt: skip
_ENGLISH = later(
    rf"{NOT_INSIDE}(?P<number>{RANGE})(?: |-)?(?:(?P<adjective>[a-z]{{2,14}}) )?"
    "(?P<unit>people|persons?|staff|men|women|kg|km|tons?|pcs|[a-z]{2,15}s|(?<=-)(?:day|week|month|year|hour|minute|person))"
    "(?![a-z'-])"
)
_NUMBERED = re.compile(
    r"\b(?:room|version|phase|step|item|section|page|chapter|level|no|number|line|building|iso|release)\.? $"
)
_LINKING = frozenset(
    {"of", "to", "and", "or", "for", "in", "on", "at", "the", "is", "are", "was", "were",
     "by", "with", "from", "per", "a", "an"}
)  # fmt: skip
_PERCENT = later(
    rf"{NOT_INSIDE}(?P<number>{RANGE}) ?(?:%|percent|per cent|个百分点)"
    r"|百分之(?P<han>[〇零一二两三四五六七八九十百]{1,5})"
    rf"|{NOT_INSIDE}(?P<tenths>[一二两三四五六七八九][一二三四五六七八九]?)成(?![员功不本立为果熟交品都人年绩分长])"
)


_PER_HUNDRED = re.compile("[%百成]|per")
_LETTER = re.compile("[a-z]")
"""One of these stands in every percentage, and in every count in English."""


def percentages(text: str) -> list[Place]:
    """Return the places of a folded text that state a percentage, with its number."""
    return read_all(_PERCENT, text, "percent", _percent) if _PER_HUNDRED.search(text) else []


def _percent(found: re.Match[str]) -> str | None:
    if tenths := found["tenths"]:
        return "".join(figure(char) or "" for char in tenths) + "0"[: 2 - len(tenths)]
    return figure(found["number"] or found["han"])


def counts(text: str) -> list[Place]:
    """Return the places of a folded text that state a quantity, with its number and unit."""
    chinese = [] if text.isascii() else read_all(_CHINESE, text, "quantity", _chinese)
    return chinese + (read_all(_ENGLISH, text, "quantity", _english) if _LETTER.search(text) else [])


def _chinese(found: re.Match[str]) -> str | None:
    number = figure(found["number"])
    if number is None or (found["number"] == "一" and not found["span"]):
        return None
    unit = _SPANS[found["span"]] if found["span"] else _PEOPLE.get(found["measure"], found["measure"])
    return f"{number} {unit}"


def _english(found: re.Match[str]) -> str | None:
    number, unit = figure(found["number"]), found["unit"]
    before = found.string[max(0, found.start() - 10) : found.start()]
    if number is None or unit in _NO_NOUN or found["adjective"] in _LINKING or _NUMBERED.search(before):
        return None
    if found["adjective"] in {"business", "working"} and unit == "days":
        unit = "workdays"
    return f"{number} {_singular(unit)}"


def _singular(unit: str) -> str:
    return "person" if unit in {"people", "persons"} else unit.removesuffix("s")
