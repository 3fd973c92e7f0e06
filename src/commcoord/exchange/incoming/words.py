"""Words of a form back into the vocabulary of records: statuses, scenarios, means, in whichever language they stand."""

import re

from commcoord.language.folding import folded
from commcoord.language.labels import label
from commcoord.language.messages import LANGUAGES
from commcoord.records.ids import ALPHABET
from commcoord.records.vocabulary import ITEM_STATUSES, MEANS, SCENARIOS

_OWN_WORDS = {
    "open": "未开始 未完成 待办 待处理 待开始 todo pending not started",
    "doing": "进行中 处理中 跟进中 执行中 推进中 in progress ongoing",
    "blocked": "受阻 阻塞 卡住 暂停 blocked on hold",
    "done": "已完成 完成 已办结 办结 已解决 √ ✓ ✔ completed finished closed",
    "cancelled": "已取消 取消 作废 不再做 canceled dropped",
    "received": "已收到 已记录 新建",
    "acknowledged": "已确认 已安抚 已致歉",
    "in_progress": "处理中 进行中 跟进中",
    "waiting": "等待对方 待对方回复",
    "answered": "已答复 已回复",
    "solved": "已解决 已处理",
    "closed": "已关闭 已结案 已办结 关闭 结案 已完成 完成",
    "phone": "电话 电话沟通 call",
    "im": "微信 企业微信 钉钉 即时通讯 wechat chat",
    "meeting": "会议 会面 面谈 现场会议 in person",
    "video": "视频 视频会议 线上会议 online",
    "email": "邮件 电子邮件 mail",
    "letter": "信函 函件 公函 书面",
}
OUTCOMES = ("decided", "deferred", "information")
_NUMBER = re.compile(rf"(?:^|\s+)`?([amrdf]-[{ALPHABET}]{{4,16}})`?$")


def value_of(text: str, among: tuple[str, ...]) -> str | None:
    """Return which of some values a text names; none where it names none of them."""
    wanted = _bare(text)
    for value in among:
        known = {value, *(label(value, language) for language in LANGUAGES), *_phrases(value)}
        if wanted and wanted in map(_bare, known):
            return value
    return None


def status_and_rest(text: str) -> tuple[str | None, str]:
    """Return the status that a text begins with, and what it says besides: `完成 2023-10-24`."""
    for end in range(len(text), 0, -1):
        if (end == len(text) or not (text[end - 1 : end + 1].isascii() and text[end].isalnum())) and (
            value := value_of(text[:end], ITEM_STATUSES)
        ):
            return value, text[end:].strip(" （）()：:，,")
    return None, text.strip()


def scenario_of(text: str) -> str | None:
    """Return the scenario that a text names."""
    return value_of(text, SCENARIOS)


def means_of(text: str) -> str | None:
    """Return the means that a text names."""
    return value_of(text, MEANS)


def parted_number(text: str) -> tuple[str, str]:
    """Part a text and the id at its end, which is empty where there is none."""
    found = _NUMBER.search(text)
    return (text[: found.start()].strip(), found[1]) if found else (text.strip(), "")


def _phrases(value: str) -> list[str]:
    return re.findall(r"[^\x00-\x7f]+|[a-z][a-z ]*", _OWN_WORDS.get(value, ""))


def _bare(text: str) -> str:
    return "".join(folded(text).split())
