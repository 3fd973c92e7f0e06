"""Times of day: 17:00, 下午5点半, 5pm; but not 三点建议, for a bare hour needs something that shows it."""

import re

from commcoord.language.later import later
from commcoord.language.numerals import number
from commcoord.language.quantities.quantity import Place, read_all

_NOON = 12
_PATTERN = later(
    r"(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上|今晚|明晚|早|晚)? ?(?<![0-9:.])"
    r"(?:(?P<hour>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])(?![0-9:])"
    r"|(?P<hour_>[01]?[0-9]|2[0-4]|二十[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八九])[点时](?![0-9]*[.])(?P<minute_>半|整|钟|一刻|三刻|[0-5]?[0-9]分?)?"
    r"(?P<sure>(?=之?前|以前|开始|开会|结束|至|到|-|~|$|[,。;)\n ]))?)(?: ?(?P<half>[ap])\.?m\.?(?![a-z]))?"
    r"|(?<![0-9a-z:.])(?P<english>1[0-2]|0?[1-9]) ?(?P<half_>[ap])\.?m\.?(?![a-z])"
)
_SIGN = re.compile(r"[:点时]|[ap]\.?m")
"""One of these stands in every time."""
_HALVES = {"凌晨": "a", "下午": "p", "傍晚": "p"} | dict.fromkeys(("晚上", "今晚", "明晚", "晚"), "night")
"""In which half of the day a part of it lies, as am and pm say it."""
_MORNING = ("凌晨", "早上", "上午", "早")
_AFTER_NOON = (1, 2)
_MINUTES = {"半": 30, "整": 0, "钟": 0, "一刻": 15, "三刻": 45}


def times(text: str) -> list[Place]:
    """Return the places of a folded text that state a time of day, with the value as HH:MM on 24 hours."""
    return read_all(_PATTERN, text, "time", _value) if _SIGN.search(text) else []


def _value(found: re.Match[str]) -> str | None:
    if found["english"]:
        return _clock(int(found["english"]), 0, found["half_"])
    hour = int(found["hour"] or 0) or number(found["hour_"] or "") or 0
    if hour > _NOON and found["part"] in _MORNING:
        return None  # 上午14:00 is either
    if found["part"] == "中午" and hour in _AFTER_NOON:
        return _clock(hour, _minutes(found), "p")
    half = found["half"] or _HALVES.get(found["part"] or "", "")
    if found["hour"]:
        return _clock(int(found["hour"]), int(found["minute"]), half)
    if not (
        found["part"]
        or found["minute_"]
        or (found["sure"] is not None and (found["hour_"].isascii() or hour > _NOON))
    ):
        return None
    return _clock(hour, _minutes(found), half)


def _minutes(found: re.Match[str]) -> int:
    if found["minute"]:
        return int(found["minute"])
    minute = found["minute_"] or "整"
    return _MINUTES[minute] if minute in _MINUTES else int(minute.removesuffix("分"))


def _clock(hour: int, minute: int, half: str) -> str:
    """Return a time of day as HH:MM; 12 at night is 24:00, the end of the day."""
    if hour == _NOON:
        hour = {"a": 0, "night": 2 * _NOON}.get(half, hour)
    elif half in ("p", "night") and hour < _NOON:
        hour += _NOON
    return f"{hour:02d}:{minute:02d}"
