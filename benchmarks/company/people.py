"""The generated company: its departments, people and counterparts, its calendar, and the chance that moves it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

LAST_DAY = date(2026, 3, 31)
"""The day of the youngest matter; public holidays are known until the end of that year."""

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
DEPARTMENTS = (
    *("市场部", "产品部", "销售部", "生产部", "设备部"),
    *("采购部", "物流部", "质量部", "客服部", "财务部"),
)
BOARD = "公司管理层"
EXPORT = "Export"
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
GIVEN = ("伟", "娜", "强", "敏", "静", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超")
ABROAD = (
    *("Lin Yan", "Anna Weber", "Gao Ming", "Peter Novak"),
    *("Shen Yue", "Maria Rossi", "Tang Xin", "Jan Vries"),
)


Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Other:
    """Whom the company talks to outside, and what that person may commit to."""

    scenario: str
    organisation: str
    contact: str
    authority: str
    limit: str
    department: str
    categories: tuple[str, ...]
    formal: bool = False


OTHERS = (
    Other("customer", "ABC科技", "王芳", "确认方案", "不能批准付款", "客服部", ("物流延迟", "数据接口")),
    Other("customer", "百汇商场", "周敏华", "确认收货", "不能改合同价", "销售部", ("物流延迟", "产品质量")),
    Other("customer", "天成连锁", "石磊磊", "安排验收", "不能批准付款", "客服部", ("响应迟缓", "产品质量")),
    Other(
        "supplier", "宏力压缩机", "谢斌", "确认发货日期", "不能调整单价", "采购部", ("交货延期", "产品质量")
    ),
    Other("supplier", "顺达运输", "邱国平", "安排车次", "不能调整运价", "物流部", ("物流延迟", "交货延期")),
    Other("partner", "云店平台", "梁思思", "确认活动页", "不能改分成比例", "市场部", ("数据接口",)),
    Other("institution", "市监局", "何科长", "受理材料", "不能作批复", "质量部", ("资料补正",), formal=True),
)
DEALER = Other(
    *("customer", "Nordhaus GmbH", "Eva Lang", "confirm the artwork", "no approval of payments", EXPORT),
    categories=("响应迟缓", "数据接口"),
)
CATEGORIES = {
    "物流延迟": "物流部",
    "产品质量": "质量部",
    "数据接口": "产品部",
    "响应迟缓": "客服部",
    "交货延期": "采购部",
    "资料补正": "质量部",
}


@dataclass
class Company:
    """Whom the records name, and the chance that makes them: the same seed, the same company."""

    chance: random.Random = field(default_factory=lambda: random.Random(20231020))
    directory: dict[str, list[str]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    in_series: dict[str, dict[str, date | None]] = field(default_factory=dict)
    """By series: the items of its minutes with the day on which each was done."""

    def __post_init__(self) -> None:
        names = [first + last for first in SURNAMES for last in GIVEN][:200]
        self.directory = {
            department: names[place :: len(DEPARTMENTS)] for place, department in enumerate(DEPARTMENTS)
        } | {EXPORT: list(ABROAD), BOARD: ["郑淑芬"]}

    def name(self, letter: str) -> str:
        """Return a new id of an item, or the end of a record's."""
        while (found := f"{letter}-{''.join(self.chance.choices(ALPHABET, k=6))}") in self.taken:
            pass
        self.taken.add(found)
        return found

    def colleagues(self, *departments: str) -> list[str]:
        """Return somebody of each department, nobody twice."""
        chosen: list[str] = []
        for department in departments:
            free = [one for one in self.directory[department] if one not in chosen]
            chosen.append(self.chance.choice(free))
        write = "{} ({})" if departments[0] == EXPORT else "{}（{}）"
        return [write.format(one, department) for one, department in zip(chosen, departments, strict=True)]

    def one(self, things: Sequence[Thing]) -> Thing:
        """Return one of some things."""
        return self.chance.choice(things)

    def rarely(self, share: float) -> bool:
        """Tell whether this is one of so many cases."""
        return self.chance.random() < share


def weekday(day: date, steps: int) -> date:
    """Return the day so many weekdays (Monday to Friday) after another."""
    for _ in range(steps):
        day += timedelta(days={4: 3, 5: 2}.get(day.weekday(), 1))
    return day
