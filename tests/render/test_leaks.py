"""The last look at a document before it leaves."""

import pytest

from commcoord.render.leaks import leaked, personal_numbers


@pytest.mark.parametrize(
    ("document", "left_out", "found"),
    [
        ("会上说：分成低于一成就退回门店自办。", "分成低于一成就退回门店自办", True),
        ("分成 低于一成，就退回\n门店自办", "分成低于一成就退回门店自办", True),
        ("分成低于\r\n 一成就退回门店自办", "分成低于一成就退回门店自办", True),  # folded in a calendar file
        ("we walk out below ten \\*percent\\*", "walk out below ten percent", True),
        ("<b>walk out</b> below&nbsp;ten percent", "walk out below ten percent", True),
        ("ＷＡＬＫ out below ten percent", "walk out below ten percent", True),
        (
            "位置费按销量摊。供应商只肯给三天账期",
            "底价是九万元；供应商只肯给三天账期",
            True,
        ),  # a clause of it
        ("位置费按销量摊", "分成低于一成就退回门店自办", False),
        ("预算分配已定", "预算分配", False),  # too short to be told from chance
        ("", "分成低于一成就退回门店自办", False),
    ],
)
def test_what_was_left_out_is_found_in_any_dress(document, left_out, found):
    assert bool(leaked(document, [left_out])) is found


def test_the_phrase_is_told_as_it_was_written():
    assert leaked("a b，供应商只肯给 三天账期", ["底价是九万元；供应商只肯给三天账期"]) == [
        "供应商只肯给三天账期"
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("打 13812345678 找王芳", "telephone number"),
        ("+86 138 1234 5678", "telephone number"),
        ("010-62345678", "telephone number"),
        ("+49 40 1234567", "telephone number"),
        ("４００-820-8820", "telephone number"),
        ("身份证 11010519491231002X", "identity-card number"),
        ("卡号 6222 0212 3456 7890 128", "bank-card number"),
        ("4111111111111111", "bank-card number"),
    ],
)
def test_numbers_of_persons_are_flagged(text, kind):
    digits = "".join(one for one in text if one.isdecimal() or one in "Xx")

    assert [found for found, _last in personal_numbers(text)] == [kind]
    assert personal_numbers(text)[0][1].endswith(digits[-3:].translate(str.maketrans("４０", "40")))


@pytest.mark.parametrize(
    "text",
    [
        "2023-10-20 14:00–15:30",
        "minutes-20231020-7qk2",
        "订单 20231020001",
        "110105194912310021",  # wrong check digit
        "4111111111111112",
        "合同号 6222021234567890129",
        "170000元",
        "1381234567",
        "a-13812345678",
    ],
)
def test_other_numbers_are_not(text):
    assert personal_numbers(text) == []
