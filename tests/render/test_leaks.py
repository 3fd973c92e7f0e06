"""The last look at a document before it leaves."""

import pytest

from commcoord.render.leaks import Label, leaked, personal_numbers


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
        ("预算分配已定", Label("预算分配"), False),  # the name of a topic, which goals and agendas have too
        ("", "分成低于一成就退回门店自办", False),
    ],
)
def test_what_was_left_out_is_found_in_any_dress(document, left_out, found):
    assert bool(leaked(document, [left_out])) is found


@pytest.mark.parametrize(
    ("document", "left_out", "found"),
    [
        ("底价980元；双方谈了报价", "底价980元", True),
        ("会上谈到底价 980 元", "底价980元", True),
        ("底价９８０元", "底价980元", True),
        ("每台980元", "980元", True),
        ("每台 1,980 元", "980元", False),  # another number
        ("每台 1,980 元", "1980元", True),
        ("底价980元", "底价980元，不外传", True),  # a clause with a figure
        ("底价9.8元", "底价9.8元", True),
        ("not below USD 980 each", "USD 980", True),
        ("会上问到要不要换供应商", "换供应商", True),
        ("最好不签约", "不签约", True),
        ("we drop Acme Ltd soon", "drop Acme Ltd", True),
        ("客户不同意报价", "同意", False),
        ("各部门一致同意", "一致同意", False),
        ("是的，就这样", "是", False),
        ("no changes to the plan", "No changes.", False),
        ("everything was approved", "approved", False),
        ("2023年的计划", "2023", False),
        ("2023-10-27 交付", "2023-10-27", False),
        ("10月27日前交付", "10月27日前", False),
        ("2023年第4季度的总结", "2023年第4季度", False),
        ("3天内答复，15天内解决", "15天内", False),
        ("共12人参加", "12人", False),
        ("by 27 October at the latest", "by 27 October", False),
        ("within 10 working days", "10 working days", False),
        ("version 2.0.1", "2.0.1", False),
    ],
)
def test_short_secrets_are_found_and_everyday_words_are_not(document, left_out, found):
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
