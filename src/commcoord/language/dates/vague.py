"""Phrases that set no date: some pretend to (尽快, ASAP, soon), some need none (每周五, every Friday).

What recurs and what is a range of weekdays is recognised so that nothing inside it is taken for a date.
"""

import re

from commcoord.language.dates.reading import WORD_END, Asked, Family, Kind, Reading
from commcoord.language.dates.weeks import ENGLISH_WEEKDAY
from commcoord.language.later import later

_WILL_DO = "将|要|拟|会|安排|完成|提交|组织|召开|开|确定|上线|发布|启动|落实|答复|反馈|出|处理|解决|给|再|内"
_CHINESE = (
    "尽快|尽早|尽速|从速|早日|及早|不日|改天|改日|回头(?!客|率|路|看)|有空时?|抽空|得空|有时间(?:时|的时候|再)|"
    "过几天|过两天|过些天|过一阵子?|过段时间|"
    "这几天|这两天|近几天内|几天内|数日内|两三[天周]内?|三五天内?|几周内|几个月内|择日|择期|适时|适当时候|稍后|晚些时候|近日|日后再|"
    f"近期(?={_WILL_DO})|短期内|条件成熟(?:时|后)|方便(?:时|的时候)|有机会(?:时|再)"
)
_ENGLISH = (
    "as soon as (?:possible|practicable|practical|you can|we can|they can)|asap|soonest|soon(?!er)|"
    "shortly(?! after| before)|before long|"
    "in due course|in the near future|in the (?:coming|next) (?:few )?(?:days|weeks|months)|"
    "(?:in|within) (?:a few|several|some) (?:days|weeks|months)|"
    "sometime(?: soon)?|some time soon|at some point|one of these days|one day soon|"
    "(?:at|on) (?:your|their|his|her|the) earliest (?:convenience|opportunity)|later on|"
    "when(?:ever)? (?:possible|convenient|time (?:permits|allows)|"
    "(?:you|we|they|he|she) (?:have|has|gets?|finds?)(?: (?:a|the|some))? (?:time|chance|moment))"
)
_EVERY = (
    "(?:每|逢)(?:个|隔|[0-9一二两三四]个?)?(?:周|星期|礼拜|月|季度|年|天|日|工作[日天])"
    "(?:末|底|初|[一二三四五六日天](?:[、,和及到至-](?:周|星期|礼拜)?[一二三四五六日天]){0,5}|"
    "(?:最后|第)?[0-9一二三]{0,2}个?[日号天](?!内))?"
)
_WEEKDAY = "(?:周|星期|礼拜)[一二三四五六日天]"
_ENGLISH_EVERY = (
    rf"(?:every|each) (?:other |second |single )?(?:{ENGLISH_WEEKDAY}|day|week|month|quarter|year|weekday|"
    rf"morning|[0-9]{{1,2}} [a-z]{{3,8}})(?: (?:and|or) {ENGLISH_WEEKDAY})?"
)


def _vague(found: re.Match[str], asked: Asked) -> Reading:
    _ = asked
    return Reading(found.end(), Kind.VAGUE)


def _nothing(found: re.Match[str], asked: Asked) -> Reading:
    _ = asked
    return Reading(found.end(), Kind.NOTHING)


FAMILIES = (
    Family(
        "尽从早及不改回有抽得过这近几数两三择适稍晚日短条方",
        later(f"(?<!没)(?<!没有)(?:{_CHINESE})"),
        _vague,
    ),
    Family("abiswol", later(f"(?<!as )(?<!too )(?<!how )(?:{_ENGLISH}){WORD_END}"), _vague),
    Family("每逢", later(_EVERY), _nothing),
    Family(
        "周星礼",
        later(
            f"(?<![本这上下]){_WEEKDAY}[至到~、和及与-](?:{_WEEKDAY}|[一二三四五六日天](?![一二三四五六七八九十]))"
        ),
        _nothing,
    ),
    Family("e", later(_ENGLISH_EVERY + WORD_END), _nothing),
    Family(
        "mtwfs",
        later(rf"{ENGLISH_WEEKDAY}(?: ?- ?| to | through | thru ){ENGLISH_WEEKDAY}{WORD_END}"),
        _nothing,
    ),
)
