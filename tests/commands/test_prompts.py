"""Questions on a real terminal that are answered wrongly: they are asked again, and what was right is kept."""

import json
import sys

import pexpect
import pytest

from commcoord.language.messages import translated
from commcoord.language.widths import width
from commcoord.steps.answers import all_answers
from tests.commands.test_typing import Typist, interrupt

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal of this kind is not there")

ESCAPE = "\x16\x1b"
"""An escape as it is typed into a line that is edited: after Ctrl-V."""


@pytest.fixture
def typist(repository):
    return Typist(repository, "zh-Hans", "2024-01-02 09:00")


@pytest.fixture
def plan(typist):
    typist.answer("new", "plan", "--title", "春季新品", "--scenario", "客户对接", "--date", "2024-01-05")
    return "春季新品"


def talk(child, *lines):
    """Await what is to be asked or told, and type an answer where there is one; return all that was seen."""
    seen = ""
    for expected, typed in lines:
        child.expect_exact(expected)
        seen += child.before + child.after
        if typed is not None:
            child.sendline(typed)
    child.expect(pexpect.EOF)
    seen += child.before
    child.close()
    return seen


def shown(typist, name):
    return json.loads(typist.answer("show", name, "--json"))


def test_arrow_keys_move_within_the_line(typist):
    child = typist.spawn("new", "plan")
    talk(child, ("标题", "春品\x1b[D新\x1b[C会"), ("场景", "客户对接"), ("日期", ""))

    assert child.exitstatus == 0
    assert shown(typist, "春新品会")["title"] == "春新品会"


def test_a_control_character_is_asked_again_at_once(typist):
    child = typist.spawn("new", "plan")
    seen = talk(
        child, ("标题", f"春{ESCAPE}季"), ("控制字符", None), ("标题", "春季"), ("场景", "1"), ("日期", "")
    )

    assert child.exitstatus == 0
    assert "春<U+001B>季" in seen
    assert shown(typist, "春季")["scenario"] == "cross-department"


def test_lines_are_read_without_readline_too(typist):
    """As on Windows: no editing, but what no record may hold is asked again."""
    hidden = "import sys; sys.modules['readline'] = None; from commcoord.__main__ import main; main()"
    typist.command = lambda *words: [sys.executable, "-c", hidden, "-C", str(typist.root), *words]
    child = typist.spawn("new", "plan")
    seen = talk(
        child, ("标题", "春\x1b[A季"), ("控制字符", None), ("标题", "春季"), ("场景", "1"), ("日期", "")
    )

    assert child.exitstatus == 0, seen
    assert "春<U+001B>[A季" in seen


def test_the_answer_alone_goes_to_stdout(typist, tmp_path):
    words = " ".join(f"'{word}'" for word in typist.command("new", "plan"))
    typist.command = lambda: ["/bin/sh", "-c", f"{words} >'{tmp_path}/answer'"]
    child = typist.spawn()
    talk(child, ("标题", "春\x1b[D季"), ("场景", "1"), ("日期", ""))

    assert (tmp_path / "answer").read_text().startswith("records/2024Q1/plan/plan-20240102-")
    assert len((tmp_path / "answer").read_text().splitlines()) == 1


def test_only_the_bad_line_of_a_list_is_asked_again(typist, plan):
    child = typist.spawn("prepare", plan)
    talk(
        child,
        ("什么时候开始", ""),
        ("什么时候结束", ""),
        ("在哪里", ""),
        ("材料", "方案初稿（背景资料）"),
        ("- ", "问题（其它的）"),
        ("问题（其它的）", None),
        ("- ", "问题（问题清单）"),
        ("- ", ""),
        ("议程", ""),
        ("要产出什么", ""),
        ("写入吗", "y"),
    )

    materials = shown(typist, plan)["materials"]
    assert [one["title"] for one in materials] == ["方案初稿", "问题"]


def test_an_interrupt_within_a_list_keeps_its_lines(typist, plan):
    child = typist.spawn("goal", plan)
    child.expect_exact("达成什么结果")
    child.sendline("定下预算")
    child.expect_exact("- ")
    child.sendline("预算表")
    child.expect_exact("- ")
    interrupt(child)

    assert (shown(typist, plan)["goal"], shown(typist, plan)["outcomes"]) == ("定下预算", ["预算表"])


def test_an_interrupted_rehearsal_writes_nothing(typist, plan):
    child = typist.spawn("goal", plan, "--dry-run")
    child.expect_exact("达成什么结果")
    child.sendline("定下预算")
    child.expect_exact("- ")
    interrupt(child)

    assert "--goal '定下预算'" in child.before
    assert "goal" not in shown(typist, plan)


def test_what_no_record_can_lack_is_asked_until_it_is_said(typist):
    child = typist.spawn("new", "plan")
    talk(
        child,
        ("标题", ""),
        ("必须填写", None),
        ("标题", "春季"),
        ("场景", ""),
        ("必须填写", None),
        ("场景", "2"),
        ("日期", ""),
    )

    assert child.exitstatus == 0
    assert shown(typist, "春季")["scenario"] == "cross-level"


def test_a_series_that_has_nothing_yet_is_asked_for_what_it_cannot_hand_down(typist):
    child = typist.spawn("new", "minutes", "--series", "早会")
    talk(child, ("标题", "早会第一次"), ("场景", "常规同步"), ("日期", ""))

    assert child.exitstatus == 0
    assert shown(typist, "早会第一次")["series"] == "早会"


def test_an_interrupted_beginning_still_names_what_it_follows(typist):
    child = typist.spawn("new", "minutes", "--series", "早会")
    child.expect_exact("标题")
    child.sendline("早会 1")
    child.expect_exact("场景")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 130
    assert "commcoord new minutes --series '早会' --title '早会 1'" in child.before


def test_a_number_that_is_not_in_the_list_is_asked_again(typist, plan):
    child = typist.spawn("people", plan)
    talk(
        child,
        ("负责人", "77"),
        ("没有第 77 项", None),
        ("负责人", "1"),
        ("谁来决定（用逗号隔开）？", "1,99"),
        ("没有第 99 项", None),
        ("谁来决定", "市场部"),
        *((question, "") for question in ("谁来执行", "还有谁参与", "只需知会谁", "对方单位", "对方联系人")),
        ("联系人有权承诺什么", ""),
        ("联系人无权承诺什么", ""),
        ("沟通对象", ""),
        ("写入吗", "y"),
    )

    people = shown(typist, plan)["people"]
    assert people["owner"].startswith("张伟")
    assert people["decides"] == ["市场部"]


def test_yes_or_no_is_asked_until_it_is_one_of_them(typist, plan):
    child = typist.spawn("channel", plan)
    seen = talk(
        child,
        ("紧急吗", "紧急"),
        ("“紧急”既不是", None),
        ("紧急吗", "不是"),
        ("重要吗", "要"),
        ("复杂吗", "n"),
        ("留痕", ""),
        ("建议（重要或复杂）", None),
        ("用什么方式沟通", "会议"),
        ("写入吗", "Maybe"),
        ("“Maybe”既不是", None),
        ("写入吗", "好"),
    )

    channel = shown(typist, plan)["channel"]
    assert channel == {
        "urgent": False,
        "important": True,
        "complex": False,
        "formal": False,
        "means": ["meeting"],
    }
    assert seen.count("建议（重要或复杂）") == 1


def test_a_step_shows_what_is_there_and_asks_for_what_its_gate_complains_of(typist, plan):
    typist.answer("goal", plan, "--goal", "讨论预算", "--outcome", "预算表")
    typist.answer("goal", plan, "--ask", "销售部：加人（重要）")
    child = typist.spawn("next", plan)
    talk(
        child,
        ("目标：讨论预算", None),
        ("核心结果：预算表", None),
        ("CC102", None),
        ("[讨论预算]", "定下预算"),
        ("写入吗", ""),
    )

    assert shown(typist, plan)["goal"] == "定下预算"


def test_enter_leaves_what_the_gate_complains_of(typist, plan):
    typist.answer("goal", plan, "--goal", "讨论预算", "--outcome", "预算表", "--ask", "销售部：加人（重要）")
    child = typist.spawn("next", plan)
    talk(child, ("[讨论预算]", ""), ("CC102", None))

    assert child.exitstatus == 1
    assert shown(typist, plan)["goal"] == "讨论预算"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (("minutes", "--scenario", "routine"), False),
        (("minutes", "--scenario", "routine", "--action", "提交清单 @李娜 !2023-12-29"), True),
        (("minutes", "--scenario", "routine", "--set", "archive.category=物流延迟"), True),
        (("feedback", "--scenario", "customer"), True),
    ],
)
def test_a_problem_is_asked_for_only_where_something_tells_of_one(typist, words, asked):
    typist.answer("new", *words, "--title", "周会", "--date", "2024-01-02")
    code, seen = typist.types("archive", words[0], {}, "archive", "周会")

    assert code == 1
    assert "归档内容缺少结论" in seen
    assert ("问题为什么会发生" in seen) is asked, seen
    assert "哪些做得好" in seen


@pytest.mark.parametrize(("lang", "title", "typed"), [("en", "Title", "x"), ("zh-Hans", "标题", "无")])
def test_what_is_wider_than_the_screen_breaks_between_words(repository, lang, title, typed):
    typist = Typist(repository, lang, "2024-01-02 09:00")
    child = typist.spawn("new", "plan")
    child.setwinsize(60, 40)
    child.expect_exact(title)
    child.sendline("Spring")
    child.expect("(?:Scenario|场景)(?:: |：)")
    child.sendline(typed)
    child.expect("(?:Scenario|场景)(?:: |：)")
    told = child.before.strip("\r\n").split("\r\n")
    child.close(force=True)

    assert len(told) > 1
    assert all(width(line) < 40 for line in told)
    assert all(line[:2] == "  " and line[2] not in "、， " for line in told)


def test_the_note_of_a_question_is_not_broken_within_a_word(repository):
    typist = Typist(repository, "en", "2024-01-02 09:00")
    typist.answer("new", "plan", "--title", "Spring", "--scenario", "routine", "--date", "2024-01-05")
    child = typist.spawn("prepare", "Spring")
    child.setwinsize(60, 60)
    for question in ("begin", "end", "Where"):
        child.expect(question)
        child.sendline("")
    child.expect_exact("Materials")
    child.expect_exact("- ")
    shown = f"Materials{child.before}".rstrip().split("\r\n")
    child.close(force=True)

    assert shown == ["Materials, “title (type) link”, one a line (an empty line", "ends it)"]


@pytest.mark.parametrize("lang", ["en", "zh-Hans", "zh-Hant"])
def test_no_bracket_of_a_question_stands_before_that_of_its_note(lang):
    noted = [translated(one.question, lang) for one in all_answers() if one.question and one.many]

    assert [one for one in noted if one.rstrip("?？").endswith((")", "）"))] == []


def test_enter_at_yes_or_no_is_an_answer_that_an_interrupt_keeps(typist, plan):
    child = typist.spawn("channel", plan)
    for question in ("紧急吗", "重要吗"):
        child.expect_exact(question)
        child.sendline("")
    child.expect_exact("复杂吗")
    interrupt(child)

    assert shown(typist, plan)["channel"] == {"urgent": False, "important": False}
    child = typist.spawn("channel", plan)
    child.expect_exact("复杂吗")
    interrupt(child)
    assert "重要吗" not in child.before
