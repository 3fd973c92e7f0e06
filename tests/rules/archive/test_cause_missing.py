import pytest

from tests.rules.cases import of_rule


def before(day, category="产品质量", more=""):
    quarter = day.replace("-", "")
    return f"---\nkind: feedback\nid: feedback-{quarter}-k2m4\ndate: {day}\narchive: {{category: {category}}}\n{more}"


def last(**archive):
    rows = ", ".join(
        f"{key}: {value}"
        for key, value in ({"category": "产品质量", "cause": "", "improve": ""} | archive).items()
    )
    return f"kind: feedback\narchive: {{{rows}}}\n"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("archive", "found"),
    [
        ({}, ["error archive.cause"]),
        ({"cause": "字段映射漏列"}, ["error archive.improve"]),
        ({"improve": "[李娜比对列数]"}, ["error archive.cause"]),
        ({"cause": "字段映射漏列", "improve": "[李娜比对列数]"}, []),
        ({"cause": "'  '", "improve": "[李娜比对列数]"}, ["error archive.cause"]),
        ({"cause": "字段映射漏列", "improve": "['', ' ']"}, ["error archive.improve"]),
        ({"category": "物流延迟"}, []),
    ],
)
def test_a_problem_of_both_quarters_has_its_cause_and_improvement(archive, found, language):
    assert of_rule("CC705", last(**archive) + before("2023-09-30"), language)[:1] == found


@pytest.mark.parametrize(
    "other",
    [
        before("2023-10-02"),  # the same quarter
        before("2023-06-30"),  # two before
        before("2022-10-18"),  # the same quarter of the year before
        before("2023-09-30", more="cancelled: {because: 误报}"),
        "",
    ],
)
def test_other_quarters_do_not_make_it_recur(other):
    assert of_rule("CC705", last() + other) == []


def test_the_quarter_before_the_first_is_the_last_of_the_year_before():
    overlay = (
        "# as of 2024-03-01 09:00\n"
        + last()
        + "id: feedback-20240118-a8ct\ndate: 2024-01-18\n"
        + before("2023-11-30")
    )

    assert of_rule("CC705", overlay) == ["error archive.cause"]


def test_other_kinds_may_carry_a_category_too():
    overlay = "archive: {category: 产品质量}\n" + before("2023-09-30")

    assert of_rule("CC705", overlay) == ["error archive.cause"]


def test_the_first_day_of_the_calendar_has_no_quarter_before():
    assert of_rule("CC705", last() + "date: 0001-01-01") == []
