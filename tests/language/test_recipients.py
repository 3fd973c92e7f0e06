import pytest

from commcoord.language.recipients import means_attendees, means_company


@pytest.mark.parametrize(
    "text",
    [
        "全体参会人",
        "全体参会人员",
        "与会人员",
        "全体",
        "参会各方",
        "全體參會人",
        "大家",
        "all attendees",
        "All the participants",
        "Everyone",
    ],
)
def test_all_who_were_there(text):
    assert means_attendees(text)
    assert not means_company(text)


@pytest.mark.parametrize(
    "text",
    [
        "全体员工",
        "全员",
        "各部门",
        "相关部门",
        "全体相关人员",
        "All staff",
        "the whole company",
        "everybody concerned",
    ],
)
def test_all_of_the_company(text):
    assert means_company(text)
    assert not means_attendees(text)


@pytest.mark.parametrize("text", ["", "张伟", "市场部", "全体员工代表张伟", "Allen", "Alle", "全友家居"])
def test_one_of_them(text):
    assert not means_attendees(text)
    assert not means_company(text)
