"""What is meant by a line that is typed where a list is shown."""

from datetime import date

import pytest

from commcoord.commands.choosing import chosen
from commcoord.errors import UsageError
from commcoord.records.calendars import calendar_for
from commcoord.records.settings import Colleague, Settings
from commcoord.steps.answers import answers_of
from commcoord.steps.setting import Setting

PEOPLE = [("张伟", "市场部"), ("李娜", "产品部"), ("王强", "销售部"), ("Zhang Wei", "Marketing")]


@pytest.fixture
def setting():
    people = [Colleague(name=name, department=department) for name, department in PEOPLE]
    settings = Settings(people=people, departments=["市场部", "产品部", "销售部", "Marketing"])
    return Setting("plan", date(2023, 10, 20), settings, calendar_for("CN"))


def answer_to(option):
    return next(
        one for step in ("opening", "people", "channel") for one in answers_of(step) if one.option == option
    )


@pytest.mark.parametrize(
    ("option", "typed", "meant"),
    [
        ("--owner", "2", ["李娜（产品部）"]),
        ("--owner", "２", ["李娜（产品部）"]),
        ("--owner", "娜", ["李娜（产品部）"]),
        ("--owner", "王强（销", ["王强（销售部）"]),
        ("--owner", "zhang wei", ["Zhang Wei（Marketing）"]),
        ("--owner", "赵总", ["赵总"]),
        ("--owner", "", []),
        ("--decides", "1，王强; 3", ["张伟（市场部）", "王强（销售部）", "王强（销售部）"]),
        ("--decides", "1 3", ["张伟（市场部）", "王强（销售部）"]),
        ("--decides", "销售部", ["销售部"]),
        ("--decides", "销售", ["销售"]),
        ("--decides", "Marketing", ["Marketing"]),
        ("--audience-department", "销售", ["销售部"]),
        ("--means", "会议，邮件、im", ["meeting", "email", "im"]),
        ("--scenario", "1", ["cross-department"]),
        ("--title", "77", ["77"]),
        ("--title", "一、二", ["一、二"]),
    ],
)
def test_a_number_a_name_or_a_part_of_one_is_meant(setting, option, typed, meant):
    assert chosen(answer_to(option), typed, setting) == meant


@pytest.mark.parametrize(
    ("option", "typed", "told"),
    [
        ("--owner", "77", "77"),
        ("--owner", "0", "0"),
        ("--decides", "1,9", "9"),
        ("--decides", "1 9", "9"),
        ("--owner", "1,2", "1,2"),
        ("--scenario", "9", "9"),
    ],
)
def test_a_number_that_is_not_in_the_list_is_refused_with_it(setting, option, typed, told):
    with pytest.raises(UsageError, match=f"(^|: |number ){told}"):
        chosen(answer_to(option), typed, setting)
