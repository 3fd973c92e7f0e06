"""Words where a record names one person that stand for many, or for none yet: 各部门, 市场部, all staff, 待定."""

from functools import lru_cache

from commcoord.language.folding import folded
from commcoord.language.later import later

_ALL = later(r"全体|全员|全公司|各部门|各单位|各位|所有|大家|每个|\b(?:all|every|each|everyone|everybody)\b")
_PRESENT = later(r"参会|与会|出席|到会|在场|attend|participant|present")
_BODY = later(
    r"(?:部|部门|科|处|组|室|层|中心|团队|人员|员工|同事|代表|委员会|公司|班组|车间|工厂|们)$"
    r"|\b(?:team|teams|department|departments|dept|management|staff|board|group|committee|office|colleagues|people)\b"
)
_NOBODY = later(
    r"待(?:定|确认|指定|安排|落实|补)|未定|无|暂无|没有"
    r"|tb[dac]|t\.b\.[dac]\.|n/a|none|nobody|[?\-–—.…/]+"
)
"""What stands in the place of a name as long as there is none."""


@lru_cache(maxsize=4096)  # the same names and groups stand in every record
def means_many(text: str) -> bool:
    """Whether a text names a group or a body of people and not one person."""
    plain = folded(text)
    return bool(_ALL.search(plain) or _BODY.search(plain))


@lru_cache(maxsize=4096)
def means_everybody(text: str) -> bool:
    """Whether a text means the whole house: 全体员工, all departments; those who are present are not everybody."""
    plain = folded(text)
    return bool(_ALL.search(plain)) and not _PRESENT.search(plain)


@lru_cache(maxsize=4096)
def means_nobody(text: str) -> bool:
    """Whether a text only holds the place of a name: 待定, TBD, a dash."""
    return bool(_NOBODY.fullmatch(folded(text).strip(" ()")))
