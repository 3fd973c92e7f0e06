from time import perf_counter

import pytest

from commcoord.language.authority import above_authority, beyond


@pytest.mark.parametrize(
    ("limit", "promise"),
    [
        ("不能批准付款", "批准付款5万元"),
        ("不能批准付款", "批准5万元付款"),
        ("不能批准付款", "同意付款5万元"),
        ("无权批准付款", "批准付款"),
        ("不能降价", "降价5%"),
        ("不能调整单价", "将单价调整为5元"),
        ("不能签署独家合作", "签署独家合作协议"),
        ("不能承诺赔偿", "承诺赔偿2万元"),
        ("不能决定退货", "同意退货20台"),
        ("不能代业主签收", "代业主签收"),
        ("不能批准超过5万元的付款", "批准付款8万元"),
        ("不能批准付款，也不能修改合同", "修改合同"),
        ("may not approve payments", "Approve the payment of 5,000 USD"),
        ("cannot sign contracts", "signs the contract for 3 years"),
        ("may not sign contracts or change prices", "change prices by 3%"),
        ("may not change unit prices", "change the unit price to 5 USD"),
        ("may not grant exclusivity", "grants exclusive rights"),
        ("may not approve payments over 50,000 USD", "approve a payment of 80,000 USD"),
        ("付款不超过5万元", "王芳批准付款6万元"),
        ("付款不超過5萬元", "批准付款6萬元"),
        ("付款不得超过5万元", "批准付款6万元"),
        ("批准付款不超过5万元", "同意付款6万元"),
        ("折扣不超过10%", "同意折扣15%"),
        ("不超过10%的折扣", "给15%的折扣"),
        ("折扣最多10%", "折扣12%"),
        ("赔偿金额以2万元为限", "承诺赔偿3万元"),
        ("付款上限为5万元", "付款8万元"),
        ("5万元以内", "批准付款6万元"),
        ("不得超过5万元", "同意付款6万元"),
        ("单笔不超过5万元", "批准采购6万元"),
        ("最多批准5万元", "批准付款6万元"),
        ("只能批准5万元以内的付款", "批准付款6万元"),
        ("付款5万元以下，不能修改合同", "修改合同"),
        ("no payments over 50,000 yuan", "Approve a payment of 60,000 yuan"),
        ("no payments over 50,000 yuan", "Pay 60,000 yuan"),
        ("no discounts", "grants a discount of 5%"),
        ("discounts up to 10%", "a discount of 15%"),
        ("at most 10% discount", "Grant a 15% discount"),
        ("payments may not exceed 50,000 yuan", "approve the payment of 60,000 yuan"),
        ("may only approve payments up to 50,000 USD", "approve a payment of 80,000 USD"),
        ("up to 50,000 yuan", "approve 60,000 yuan"),
    ],
)
def test_a_promise_that_may_not_be_made(limit, promise):
    assert beyond(limit, promise)


@pytest.mark.parametrize(
    ("limit", "promise"),
    [
        ("不能批准付款", "确认付款方式"),
        ("不能批准付款", "批准方案"),
        ("不能批准付款", "报财务部批准付款"),
        ("不能批准付款", "不批准付款"),
        ("不能批准付款", "收到付款后发货"),
        ("不能调整单价", "单价不变"),
        ("不能调整单价", "调整发货日期"),
        ("不能签署独家合作", "签署合作协议"),
        ("不能修改合同条款", "按合同条款付款"),
        ("不能承诺赔偿", "待总部同意后赔偿"),
        ("不能批准超过5万元的付款", "批准付款3万元"),
        ("不能批准付款", ""),
        ("", "批准付款"),
        ("不能", "批准付款"),
        ("may not sign contracts", "sign the delivery note"),
        ("may not change unit prices", "keep unit prices"),
        ("may not grant exclusivity", "confirms the revenue split"),
        ("may not approve payments", "submit the payment for approval by head office"),
        ("may not approve payments", "approval of the payment is pending"),
        ("may not sign contracts", "a significant contract"),
        ("may not approve payments over 50,000 USD", "approve a payment of 30,000 USD"),
        ("付款不超过5万元", "批准付款5万元"),
        ("付款不超过5万元", "批准付款"),
        ("付款不超过5万元", "确认总预算17万元"),
        ("付款不超过5万元", "付款后3天发货8万台"),
        ("折扣不超过10%", "折扣8%"),
        ("折扣不超过10%", "折扣后付款5万元"),
        ("5万元以内", "批准付款4万元"),
        ("5万元以内", "确认17万元的预算方案"),
        ("最多批准5万元", "批准5万元"),
        ("最多批准5万元", "报财务部批准付款6万元"),
        ("只能确认方案", "确认方案"),
        ("只能批准5万元以内的付款", "批准付款3万元"),
        ("no payments over 50,000 yuan", "Approve a payment of 40,000 yuan"),
        ("no payments over 50,000 yuan", "Deliver 60,000 leaflets"),
        ("no discounts", "confirms the date of the discount"),
        ("discounts up to 10%", "a discount of 8%"),
        ("up to 50,000 yuan", "the budget is 170,000 yuan"),
    ],
)
def test_a_promise_that_may_be_made_or_is_not_clear(limit, promise):
    assert not beyond(limit, promise)


@pytest.mark.parametrize(
    ("authority", "promise", "above"),
    [
        ("批准5万元以内的付款", "批准付款8万元", True),
        ("批准5万元以内的付款", "批准付款4万元", False),
        ("批准5万元以内的付款", "交付8万台", False),
        ("approve payments up to 50,000 USD", "approve the payment of 80,000 USD", True),
        ("approve payments up to 50,000 USD", "approve the payment of 20,000 USD", False),
        ("确认方案", "确认方案", False),
    ],
)
def test_an_amount_bounds_an_authority(authority, promise, above):
    assert above_authority(authority, promise) is above


@pytest.mark.parametrize(
    "text", ["不能批准付款，" * 2000, "may not approve " * 2000, "未经" * 5000, "9" * 10000]
)
def test_a_long_text_takes_no_long_time(text):
    start = perf_counter()
    beyond(text[:200], text)
    above_authority(text[:200], text)

    assert perf_counter() - start < 2


@pytest.mark.parametrize(
    ("limit", "promise", "goes_beyond"),
    [
        ("不能签合同", "签订合同", True),
        ("不能簽合同", "簽訂合同", True),
        ("不能签合同", "签署年度合同", True),
        ("不能签订合同", "签合同", True),
        ("不能批准付款", "批准支付货款", True),
        ("不能批准付款", "批准支付貨款", True),
        ("不能承诺交期", "承诺10月底交货", True),
        ("不能承諾交期", "承諾10月底交貨", True),
        ("不能降价", "同意价格下调5%", True),
        ("不能降价", "打九折", True),
        ("不得变更规格", "同意修改规格", True),
        ("不得變更規格", "同意修改規格", True),
        ("may not promise delivery dates", "Delivery on 27 October promised", True),
        ("不能签合同", "签收样品和合同", False),
        ("不能签合同", "合同签订后10日内发货", False),
        ("不能签合同", "合同由总部签署", False),
        ("不能签合同", "提交合同草案", False),
        ("不能批准付款", "批准方案", False),
        ("不能承诺交期", "承诺派人到场", False),
        ("不能降价", "价格不下调", False),
        ("不得变更规格", "确认规格", False),
        ("may not promise delivery dates", "Samples promised on 27 October", False),
        ("may not promise delivery dates", "Delivery in good boxes promised", False),
    ],
)
def test_an_act_of_the_office_has_several_names(limit, promise, goes_beyond):
    assert beyond(limit, promise) is goes_beyond
