"""Who was absent and why: a bracket may be a department or a reason, and one reason may be that of several."""

import pytest

from commcoord.exchange.incoming.absentees import Known, absentees

KNOWN = Known(frozenset({"冯雪", "李娜", "張偉", "Ben Cole"}), frozenset({"财务部", "產品部", "Sales"}))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("冯雪：出差", ["冯雪 | 出差"]),
        ("冯雪（财务部）：外出审计；李娜：病假", ["冯雪（财务部） | 外出审计", "李娜 | 病假"]),
        ("冯雪（出差）、李娜（病假）", ["冯雪 | 出差", "李娜 | 病假"]),
        ("張偉（產品部）、李娜（請假）", ["張偉（產品部）", "李娜 | 請假"]),
        ("冯雪、李娜：出差", ["冯雪 | 出差", "李娜 | 出差"]),
        ("冯雪（财务部）、張偉：出差", ["冯雪（财务部） | 出差", "張偉 | 出差"]),
        ("冯雪（出差）、李娜：病假", ["冯雪 | 出差", "李娜 | 病假"]),
        ("冯雪；李娜：病假", ["冯雪", "李娜 | 病假"]),
        ("冯雪：出差，李娜：病假", ["冯雪 | 出差", "李娜 | 病假"]),
        ("冯雪出差，李娜病假", ["冯雪 | 出差", "李娜 | 病假"]),
        ("1、冯雪：出差；2、李娜：病假", ["冯雪 | 出差", "李娜 | 病假"]),
        ("冯雪（出差）\n李娜", ["冯雪 | 出差", "李娜"]),
        ("赵敏：出差；无其他", ["赵敏 | 出差；无其他"]),
        ("冯雪：出差，回程：周五", ["冯雪 | 出差，回程：周五"]),
        ("冯雪：出差；周国平：病假；赵敏（采购部）", ["冯雪 | 出差", "周国平 | 病假", "赵敏 | 采购部"]),
        ("冯雪：出差；备注：周五回", ["冯雪 | 出差；备注：周五回"]),
        ("冯雪：在北京（分公司，总部）开会", ["冯雪 | 在北京（分公司，总部）开会"]),
        ("周国平（采购部）：询价", ["周国平（采购部） | 询价"]),
        ("Ben Cole (Sales): travelling; Ann Lee (ill)", ["Ben Cole (Sales) | travelling", "Ann Lee | ill"]),
        ("无", []),
        ("無", []),
    ],
)  # fmt: skip
def test_who_and_why(text, told):
    found = absentees(text, KNOWN)

    assert [" | ".join(one.values()) for one in found] == told
