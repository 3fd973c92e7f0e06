import pytest

from tests.rules.cases import of_rule

NOTHING = "archive: {worked: , improve: }\n"
MISSING = ["warning archive.improve"]
ITEM = "actions: [{id: a-3f9k, what: 提交清单, due: 2023-10-24, status: done, done_on: 2023-10-24, evidence: a.pdf%s}]"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("overlay", "found"),
    [
        ("", []),  # it went well
        (ITEM.replace("done_on: 2023-10-24", "done_on: 2023-10-25") % "", MISSING),
        (
            ITEM % ", log: [{on: 2023-10-21, due: {from: 2023-10-22, to: 2023-10-24}}]",
            MISSING,
        ),  # met only the new date
        (ITEM % ", log: [{on: 2023-10-21, status: blocked}]", MISSING),
        (ITEM % ", log: [{on: 2023-10-21, note: 已上报总经理}]", MISSING),
        (ITEM % ", log: [{on: 2023-10-21, note: escalated to the board}]", MISSING),
        (ITEM % ", log: [{on: 2023-10-21, note: 系统升级完成}]", []),
        ("circulated: {at: 2023-10-23 17:00, to: [全体员工]}", MISSING),
        ("---\nkind: feedback\nlinks: [minutes-20231020-7qk2]", MISSING),  # somebody complains about it
        ("---\nkind: feedback\nlinks: [minutes-20231020-7qk2]\nseverity:\nsaid: [x]\ntitle: x", []),
    ],
)
def test_trouble_teaches_something(overlay, found, language):
    assert of_rule("CC703", NOTHING + overlay, language) == found


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("due: 2023-11-24, status: blocked, log: [{on: 2023-11-02, note: x, status: blocked}]", []),
        ("due: 2023-11-24, status: open, log: [{on: 2023-11-02, note: 已上报总经理}]", []),
        (
            "due: 2023-11-24, status: open, log: [{on: 2023-11-02, due: {from: 2023-10-26, to: 2023-11-24}}]",
            MISSING,
        ),
        ("due: 2023-10-26, status: cancelled, log: [{on: 2023-11-02, note: x, status: cancelled}]", MISSING),
    ],
)
def test_what_was_noted_later_is_no_trouble_yet_and_hides_none(item, found):
    assert of_rule("CC703", f"{NOTHING}actions: [{{id: a-3f9k, what: 提交清单, {item}}}]") == found


def test_spaces_are_no_lesson():
    overlay = (
        "archive: {worked: [' '], improve: ['']}\n" + ITEM % ", log: [{on: 2023-10-21, status: blocked}]"
    )

    assert of_rule("CC703", overlay) == MISSING


@pytest.mark.parametrize("lesson", ["worked: [改排产], improve: ", "worked: , improve: [早点问]"])
def test_either_lesson_will_do(lesson):
    overlay = f"archive: {{{lesson}}}\n" + ITEM.replace("done_on: 2023-10-24", "done_on: 2023-10-25") % ""

    assert of_rule("CC703", overlay) == []


@pytest.mark.parametrize(
    ("overlay", "found"),
    [
        ("", MISSING),  # a severity: a complaint
        ("severity:\ntitle: 补交材料\nsaid: [请补交一页]", []),
        ("severity:\ntitle: 补交材料\nsaid: [请补交一页]\nanswered: {at: 2023-10-30 09:00}", MISSING),  # late
    ],
)
def test_feedback(overlay, found):
    assert of_rule("CC703", f"kind: feedback\n{NOTHING}{overlay}") == found
