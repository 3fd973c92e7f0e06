import pytest

from commcoord.language.complaints import sounds_escalated, sounds_like_complaint


@pytest.mark.parametrize(
    ("text", "complains"),
    [
        ("ABC科技投诉导出缺字段", True),
        ("客户对响应速度不满", True),
        ("投诉率下降", False),
        ("客诉：数据缺失", True),
        ("客訴：資料缺失", True),
        ("客户要求退款", True),
        ("退款流程已更新", False),
        ("没有投诉", False),
        ("本月无客户投诉", False),
        ("未收到任何投诉", False),
        ("没有投诉，但客户要求退货", True),
        ("没有及时回复，客户投诉", True),
        ("感谢贵司及时处理投诉", False),
        ("感谢贵司对客诉的妥善处理", False),
        ("感谢贵司，客户又投诉了", True),
        ("请处理我们的投诉，谢谢", True),
        ("感谢尽快处理我们的投诉", True),
        ("一直没有退款", True),
        ("We got no refund", True),
        ("Thanks for handling our complaint as soon as possible", True),
        ("We would be grateful if you resolved our complaint", True),
        ("接口不满足要求", False),
        ("合作不满一年", False),
        ("对结果很不满意", True),
        ("They are not happy with the delay", True),
        ("No complaints this month", False),
        ("Nobody answered; no, they complained again", True),
        ("Thank you for resolving our complaint so quickly", False),
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
