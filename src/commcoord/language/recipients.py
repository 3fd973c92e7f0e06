"""Words that name many recipients at once: 全体参会人, all attendees, 全体员工, everyone."""

from functools import lru_cache

from commcoord.language.folding import folded
from commcoord.language.later import later

_ATTENDEES = later(
    r"(?:全体|全部|所有|各位)?(?:参会|与会|到会|参加|出席)(?:会议)?的?(?:人员|人|者|同事|各方|代表|双方)|全体(?:人员|成员)?"
    r"|所有人|大家|各位"
    r"|(?:all |the )*(?:attendees|participants|those present)|all"
    r"|every(?:one|body)(?: present)?|all present"
)
_COMPANY = later(
    r"全体(?:员工|职工|同事|同仁)|全员|全公司|公司(?:全体|全员)(?:员工|人员)?|各部门(?:负责人)?|所有部门"
    r"|(?:各|所有|全体)?相关(?:人员|各?方|部门)"
    r"|(?:all |the whole |whole |entire )+(?:staff|employees|company|departments|colleagues)|all[- ]hands|company-wide"
    r"|every(?:one|body) concerned|all concerned"
)


@lru_cache(maxsize=4096)  # the same names and groups stand in every record
def means_attendees(text: str) -> bool:
    """Say whether the whole text means all who were there."""
    return bool(_ATTENDEES.fullmatch(folded(text.strip())))


@lru_cache(maxsize=4096)
def means_company(text: str) -> bool:
    """Say whether the whole text means everybody in the company, or everybody concerned."""
    return bool(_COMPANY.fullmatch(folded(text.strip())))
