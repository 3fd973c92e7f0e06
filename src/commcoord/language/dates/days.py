"""Days counted from today: 今天, 后天, tomorrow, and the end of a working day (EOD, 下班前).

A phrase alone may count them from today in other words: 次日. In prose these are counted from what is told there.
隔天 is ambiguous: to some it leaves one day out.
"""

import re
from datetime import timedelta

from commcoord.language.dates.reading import WORD_END, Asked, Family, Kind, Reading
from commcoord.language.later import later

_CHINESE = {"大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "昨晚": -1,
            "今天": 0, "今日": 0, "今晚": 0, "今早": 0,
            "明天": 1, "明日": 1, "明早": 1, "明晚": 1, "后天": 2, "大后天": 3}  # fmt: skip
_ENGLISH = {"the day before yesterday": -2, "day before yesterday": -2, "yesterday": -1,
            "today": 0, "tonight": 0,
            "tomorrow": 1, "tmr": 1, "the day after tomorrow": 2, "day after tomorrow": 2}  # fmt: skip


def _alternatives(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _counted(found: re.Match[str], asked: Asked) -> Reading:
    offset = (_CHINESE | _ENGLISH)[found[0]]
    return Reading(found.end(), Kind.RELATIVE, asked.today + timedelta(days=offset))


def _following(found: re.Match[str], asked: Asked) -> Reading | None:
    if asked.prose:
        return None
    day, doubtful = asked.today + timedelta(days=1), found[0].startswith("隔")
    other = day + timedelta(days=1) if doubtful else None
    return Reading(found.end(), Kind.RELATIVE, day, ambiguous=doubtful, other=other)


def _day_end(found: re.Match[str], asked: Asked) -> Reading:
    return Reading(found.end(), Kind.DAY_END, asked.today)


FAMILIES = (
    Family(
        "大前昨今明后",
        later(
            f"(?<![说证声表阐注指标发透鲜文光以之然如提目])(?<!先天)(?:{_alternatives(_CHINESE)})(?![津气然线猫才期头程记照]|系列|头条)"
        ),
        _counted,
    ),
    Family("次翌隔第", later("(?<!每)(?:[次翌隔]日|隔天|第二[天日])"), _following),
    Family("tdy", later(f"(?:{_alternatives(_ENGLISH)})(?![a-z0-9'])"), _counted),
    Family(
        "ec下",
        later(
            r"(?:(?:eod|cob|close of (?:business|play)|"
            "end of (?:business|play|(?:the )?(?:working |work)?day))"
            rf"{WORD_END}"
            r"(?<!at the end of the day)|下班(?=之?前|以前))"
        ),
        _day_end,
    ),
)
