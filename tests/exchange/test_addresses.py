"""Whom a mail reaches: exactly one plain address a person, whatever the settings say."""

import pytest

from commcoord.exchange.addresses import address_of, reach
from commcoord.records.settings import Colleague, Settings

SETTINGS = Settings(
    departments=["市场部", "财务部"],
    people=[
        Colleague(name="张伟", department="市场部", email="zhangwei@example.com"),
        Colleague(name="刘洋", department="市场部", email="liuyang@example.com"),
        Colleague(name="冯雪", department="财务部", email="fengxue@example.com\nBcc: evil@example.com"),
    ],
)


def test_an_address_has_the_name_in_front():
    assert str(address_of("张伟", " zhangwei@example.com ")) == "张伟 <zhangwei@example.com>"


@pytest.mark.parametrize(
    "text",
    [
        None, "", "zhangwei", "@example.com", "zhangwei@", "zhang@wei@example.com", "a@b.c, evil@example.com",
        "a@b.c;evil@example.com", "a@example.com\nBcc: evil@example.com", "a\x00@example.com",
        "a\x1b[2J@example.com", "Zhang <a@example.com>", "张伟@example.com", "a@ex ample.com", '"a b"@example.com', "a@b",
    ],
)  # fmt: skip
def test_what_is_not_one_plain_address_is_none(text):
    assert address_of("张伟", text) is None


def test_a_line_break_in_a_name_breaks_no_header():
    assert "\n" not in str(address_of("张\n伟", "zhangwei@example.com"))


def test_people_are_reached_once_and_the_missing_are_named():
    found = reach(["张伟（市场部）", "张伟", "冯雪", "邓凯"], SETTINGS)

    assert [one.addr_spec for one in found.addresses] == ["zhangwei@example.com"]
    assert found.missing == ["冯雪", "邓凯"]


def test_a_department_reaches_its_people():
    assert [one.display_name for one in reach(["市场部"], SETTINGS).addresses] == ["张伟", "刘洋"]


def test_a_field_may_name_several():
    assert [one.display_name for one in reach(["张伟、刘洋"], SETTINGS).addresses] == ["张伟", "刘洋"]
