import pytest

from tests.rules.cases import of_rule

ABSENT = ["error decisions.0"]


@pytest.mark.parametrize(
    ("decides", "attendees", "found"),
    [
        ("张伟（市场部）", "[李娜（产品部）]", ABSENT),
        ("张伟（市场部）", "[张伟]", []),
        ("张伟", "[张伟（市场部）]", []),
        ("张伟（市场部）", "[张伟（销售部）]", ABSENT),  # a namesake
        ("市场部", "[张伟（市场部）]", []),
        ("张伟（市场部）", "[李娜（产品部）、张伟（市场部）]", []),  # several in one field
        ("陈静、张伟（市场部）", "[李娜（产品部）, 张伟（市场部）]", []),
        ("张伟（市场部）", "[全体参会人]", []),
        ("公司管理层", "[全体员工]", []),
        ("张伟（市场部）", "[]", []),  # nobody wrote who was there
    ],
)
def test_somebody_who_decides_was_there(decides, attendees, found):
    overlay = f"people: {{decides: [{decides}]}}\nchair: 李娜（产品部）\nattendees: {attendees}"

    assert of_rule("CC505", overlay) == found


@pytest.mark.parametrize("others", ["chair: 王强（销售部）\nrecorder", "recorder: 王强（销售部）\nchair"])
@pytest.mark.parametrize(
    ("decides", "found"), [("李娜（产品部）", []), ("产品部", []), ("张伟（市场部）", ABSENT)]
)
def test_who_takes_the_chair_or_the_minutes_is_there(others, decides, found):
    overlay = f"people: {{decides: [{decides}]}}\nattendees: [王强（销售部）]\n{others}: 李娜（产品部）"

    assert of_rule("CC505", overlay) == found


@pytest.mark.parametrize("attendees", ["全体参会人", "全体员工"])
@pytest.mark.parametrize(("absent", "found"), [("张伟", ABSENT), ("张伟（市场部）", ABSENT), ("李娜", [])])
def test_everybody_is_without_those_who_were_absent(attendees, absent, found):
    overlay = f"people: {{decides: [张伟（市场部）]}}\nattendees: [{attendees}]\nabsent: [{{who: {absent}, why: 出差}}]\n"

    assert of_rule("CC505", f"{overlay}chair: 李娜（产品部）\nrecorder: 李娜（产品部）") == found


@pytest.mark.parametrize(
    ("by", "found"), [("Zhang Wei (Marketing)", []), ("Chen Jing (Quality)", ABSENT), ("", [])]
)
def test_where_nobody_is_named_to_decide_whoever_decided_was_there(by, found):
    overlay = f'people: {{decides: }}\ndecisions: [{{id: d-5c7w, what: "170,000 yuan", by: {by}}}]'

    assert of_rule("CC505", overlay, "en") == found


def test_one_finding_is_enough_for_a_meeting():
    overlay = "decisions: [{what: 门店优先}, {what: 先做样机}]\npeople: {decides: [林志远（公司管理层）]}"

    assert of_rule("CC505", overlay) == ABSENT


def test_what_the_other_side_decides_is_theirs():
    overlay = """\
scenario: customer
people: {decides: [林志远（公司管理层）], counterpart: {organisation: ABC科技, contact: 王芳, authority: [确认方案]}}
decisions: [{id: d-5c7w, what: 确认方案, by: 王芳（ABC科技）}]
"""
    assert of_rule("CC505", overlay) == []


def test_without_a_decision_nobody_needs_to_decide():
    assert of_rule("CC505", "decisions:\npeople: {decides: [林志远（公司管理层）]}") == []
