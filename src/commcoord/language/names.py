"""People as records write them: 张伟, 张伟（市场部）, Zhang Wei (Marketing); and fields that name several."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from commcoord.language.han import is_han
from commcoord.language.later import later

_WITH_DEPARTMENT = later(r"([^()（）]+)[(（]([^()（）]*)[)）]")
_SEPARATORS = later(r"(?i)[、;；,，/／&＆+＋|\n]|(?<=\S) +and +(?=\S)")
_JOINERS = "[和与與及跟同]"
_OTHERS = later("等[人等]?$")
_DOUBLE_SURNAMES = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "上官",
        "诸葛",
        "諸葛",
        "东方",
        "東方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "司徒",
        "长孙",
        "夏侯",
    ]
)
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣余"
    "于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍黎史陶贺賀毛"
    "郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向汤湯常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟申耿关關兰蘭焦俞左柳"
    "甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單裴霍涂成苗谷曲盛冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤阳陽时時穆农農"
)
_LONGEST_NAME = 4


class Person(NamedTuple):
    """A person's name and, where it is written, the department."""

    name: str
    department: str | None = None

    def __str__(self) -> str:
        if self.department is None:
            return self.name
        wide = any(map(is_han, self.name + self.department))
        return f"{self.name}（{self.department}）" if wide else f"{self.name} ({self.department})"


def tidy(text: str) -> str:
    """Return the text in NFC with single spaces, and none around it."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=4096)  # a company names the same people over and over
def person(text: str) -> Person | None:
    """Return the person a text names, in brackets of either width; None where it names nobody."""
    text = tidy(text)
    found = _WITH_DEPARTMENT.fullmatch(text)
    if found is None:
        return Person(text) if _brackets_blanked(text).strip("()（）· ") else None
    name, department = found[1].strip(), found[2].strip()
    return Person(name, department or None) if name else None


@lru_cache(maxsize=4096)
def same_person(one: str | Person, other: str | Person) -> bool:
    """Say whether two notations mean one person; a department left out agrees with any."""
    first, second = (person(who) if isinstance(who, str) else who for who in (one, other))
    if first is None or second is None or first.name.casefold() != second.name.casefold():
        return False
    return None in (first.department, second.department) or first.department == second.department


def several(text: str, known: Collection[str] = ()) -> list[str]:
    """Return the people that one field names, each as it is written; an empty list where it names nobody.

    `known` are names of the directory. 和 between two parts separates only if both look like names, so that
    李和平 stays whole; what stands in brackets is never divided.
    """
    return list(_several(text, frozenset(known)))


@lru_cache(maxsize=4096)
def people_in(text: str) -> tuple[str, ...]:
    """Return the people that one field names, as `several` does where no names are known."""
    return tuple(several(text))


@lru_cache(maxsize=4096)
def _several(text: str, known: frozenset[str]) -> tuple[str, ...]:
    text = tidy(text)
    if not text or text in known:
        return (text,) if text else ()
    parts = [name for part in _separated(text) for name in _unjoined(part, known)]
    return tuple(name for part in parts for name in _without_others(part))


def _separated(text: str) -> list[str]:
    bare, cuts = _brackets_blanked(text), [0]
    for mark in _SEPARATORS.finditer(bare):
        cuts += [mark.start(), mark.end()]
    cuts.append(len(text))
    parts = [text[start:end].strip() for start, end in zip(cuts[::2], cuts[1::2], strict=True)]
    return [part for part in parts if part] if all(len(part) != 1 for part in parts) else [text]


def _brackets_blanked(text: str) -> str:
    return re.sub(r"[(（][^()（）]*[)）]", lambda found: "·" * len(found[0]), text)


def _unjoined(text: str, known: Collection[str]) -> list[str]:
    for joiner in re.finditer(f"{_JOINERS}| ", _brackets_blanked(text)):
        before, after = text[: joiner.start()].strip(), text[joiner.end() :].strip()
        if is_name(before, known) and (is_name(after, known) or len(_unjoined(after, known)) > 1):
            return [before, *_unjoined(after, known)]
    return [text]


def is_name(text: str, known: Collection[str]) -> bool:
    """Say whether a text is a known name, or looks like a Chinese one."""
    named = person(text)
    if named is None:
        return False
    return named.name in known or _looks_chinese(named.name)


def _looks_chinese(name: str) -> bool:
    short = 1 < len(name) <= _LONGEST_NAME and all(map(is_han, name))
    return short and name[0] in _SURNAMES and name not in _DOUBLE_SURNAMES


def _without_others(text: str) -> list[str]:
    """张伟等人 names somebody, and others."""
    others = _OTHERS.search(text)
    if others is None or not others.start():
        return [text]
    return [text[: others.start()].strip(), others[0]]
