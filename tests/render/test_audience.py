"""One record, three audiences."""

import pytest

from commcoord.errors import RefusedError
from commcoord.language.messages import translated
from commcoord.records.settings import Settings
from commcoord.render.composing import composed
from tests.render.conftest import MINUTES, PLAN, TASK, view_of

PARTLY = (
    MINUTES.replace("outcome: decided}", "outcome: decided, audience: internal}")
    .replace("what: 首批8家门店}", "what: 首批8家门店, audience: participants}")
    .replace("what: 报价, of: 采购部}}", "what: 报价, of: 采购部}, audience: internal}")
)


def text_for(audience, *texts):
    view = view_of(*texts)
    return composed(view.sources[0].record, view, audience, "zh-Hans").form.text


@pytest.mark.parametrize(
    ("audience", "there", "gone"),
    [
        ("internal", ["财务部同意总额", "首批8家门店", "交付宣传页初稿"], []),
        ("participants", ["首批8家门店"], ["财务部同意总额", "交付宣传页初稿"]),
        ("external", ["提交场地清单"], ["财务部同意总额", "交付宣传页初稿", "首批8家门店"]),
    ],
)
def test_marked_parts_are_left_out_for_a_wider_circle(audience, there, gone):
    text = text_for(audience, PARTLY)

    assert [one for one in there if one not in text] == []
    assert [one for one in gone if one in text] == []


def test_what_was_left_out_is_known():
    view = view_of(PARTLY)

    left_out = composed(view.sources[0].record, view, "external").left_out
    assert set(left_out) == {"预算分配", "财务部同意总额", "交付宣传页初稿", "首批8家门店", "报价"}


@pytest.mark.parametrize(
    ("mark", "audience", "may"),
    [
        ("internal", "internal", True),
        ("internal", "participants", False),
        ("internal", "external", False),
        ("participants", "participants", True),
        ("participants", "external", False),
        ("external", "external", True),
    ],
)
def test_a_record_for_a_narrower_circle_is_refused(mark, audience, may):
    marked = f"{MINUTES}audience: {mark}\n"
    if may:
        assert "提交场地清单" in text_for(audience, marked)
    else:
        with pytest.raises(RefusedError, match="is not shown to"):
            text_for(audience, marked)


def test_the_refusal_says_which_circle_in_every_language():
    with pytest.raises(RefusedError) as refused:
        text_for("external", f"{MINUTES}audience: internal\n")

    assert (
        refused.value.message.english == "minutes-20231020-7qk2 is for internal; it is not shown to external."
    )
    assert translated("internal", "zh-Hans") in refused.value.message.in_language("zh-Hans")


def test_nothing_is_taken_from_a_plan_for_a_narrower_circle():
    plan = f"{PLAN}audience: internal\n"

    assert "定下推广渠道和预算" in text_for("internal", TASK, plan)
    assert "定下推广渠道和预算" not in text_for("participants", TASK, plan)
    assert "新品推广方案对接会" not in text_for(
        "participants", TASK, plan
    )  # nor is it told that there is a plan


def test_outside_neither_risks_nor_aims_nor_related_records_are_told():
    inside, outside = text_for("participants", TASK, PLAN), text_for("external", TASK, PLAN)

    assert "设计排期紧" in inside
    assert "卖点一致" in inside
    assert "新品推广方案对接会" in inside
    assert "设计排期紧" not in outside
    assert "卖点一致" not in outside
    assert "新品推广方案对接会" not in outside


@pytest.mark.parametrize("text", ["张伟", "张伟（市场部）", "市场部", "远航家电"])
def test_who_somebody_of_ours_is_gives_nothing_away(text):
    marked = MINUTES.replace("what: 首批8家门店}", f"what: {text}, audience: internal}}")
    settings = Settings.model_validate(
        {
            "organisation": "远航家电",
            "departments": ["市场部"],
            "people": [{"name": "张伟", "department": "市场部"}],
        }
    )
    view = view_of(marked, settings=settings)

    assert text not in composed(view.sources[0].record, view, "external").left_out
