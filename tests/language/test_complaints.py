import pytest

from commcoord.language.complaints import sounds_escalated, sounds_like_complaint


@pytest.mark.parametrize(
    ("text", "complains"),
    [
        ("ABC科技投诉导出缺字段", True),
        ("客户对响应速度不满", True),
        ("投诉率下降", False),
        ("投诉处理流程，客户仍不满", True),
        ("请补交营业执照", False),
        ("The customer complained twice", True),
        ("complaint rate of the quarter", False),
        ("Please send the licence", False),
        ("", False),
    ],
)
def test_a_complaint(text, complains):
    assert sounds_like_complaint(text) is complains


@pytest.mark.parametrize(
    ("text", "escalated"),
    [
        ("已上报总经理", True),
        ("问题升级到分管领导", True),
        ("系统升级完成", False),
        ("Escalated to the board", True),
        ("escalator", False),
    ],
)
def test_somebody_higher_was_called_in(text, escalated):
    assert sounds_escalated(text) is escalated
