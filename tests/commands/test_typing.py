"""Each of the four records through its steps by typing on a real terminal, in Chinese and in English."""

import json
import re
import subprocess
import sys

import pexpect
import pytest

from commcoord.language import messages
from commcoord.language.messages import translated
from commcoord.steps.answers import answers_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal of this kind is not there")


class Typist:
    """Somebody at a terminal who answers the questions of a command, each by its option's name."""

    def __init__(self, program, lang, now):
        self.root = program.root
        self.lang = lang
        self.environment = {
            "COMMCOORD_NOW": now,
            "COMMCOORD_LANG": lang,
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "TERM": "xterm",
        }

    def command(self, *arguments):
        return [sys.executable, "-m", "commcoord", "-C", str(self.root), "--no-color", *arguments]

    def spawn(self, *arguments):
        words = self.command(*arguments)
        return pexpect.spawn(
            words[0],
            words[1:],
            env=self.environment,
            encoding="utf-8",
            timeout=20,
            dimensions=(60, 100),
            echo=False,
        )

    def types(self, step, kind, replies, *arguments):
        """Run a command and answer what it asks; what has no reply gets Enter. Returns the exit code and the screen."""
        child = self.spawn(*arguments)
        questions = [one for one in answers_of(step, kind) if one.question]
        patterns = [re.escape(translated(one.question, self.lang)) for one in questions]
        agree = re.escape(translated("Write this?", self.lang))
        confirm = re.escape(translated("  What was confirmed? “what @who” (Enter: not yet) ", self.lang))
        seen = ""
        while True:
            found = child.expect([*patterns, agree, confirm, pexpect.EOF])
            seen += child.before + (child.after if isinstance(child.after, str) else "")
            if found == len(patterns) + 2:
                child.close()
                return child.exitstatus, seen
            reply = replies.get(questions[found].option, "") if found < len(patterns) else ""
            for line in [*reply, ""] if isinstance(reply, list) else [reply]:
                child.sendline(line)

    def answer(self, *arguments):
        done = subprocess.run(
            self.command(*arguments), env=self.environment, capture_output=True, encoding="utf-8", check=False
        )
        return done.stdout


CHINESE_PLAN = {
    "opening": {"--title": "春季新品沟通会", "--scenario": "cross-department", "--date": "2024-01-05"},
    "goal": {"--goal": "定下发布日期和预算", "--outcome": ["日期确定", "渠道选定", "预算分配"]},
    "people": {"--owner": "张伟", "--decides": "张伟", "--executes": "李娜", "--takes-part": "王强"},
    "channel": {"--important": "y", "--means": "meeting"},
    "prepare": {
        "--start": "14:00",
        "--end": "15:00",
        "--place": "301会议室",
        "--material": ["调研数据 (background)", "问题清单 (questions)", "备选方案 (alternatives)"],
        "--agenda": ["开场 5", "讨论 40", "总结 10"],
    },
}
ENGLISH_PLAN = {
    "opening": {"--title": "Spring launch", "--scenario": "1", "--date": "2024-01-05"},
    "goal": {"--goal": "Settle the date and the budget", "--outcome": ["date", "channels", "budget"]},
    "people": {"--owner": "Ann Lee", "--decides": "Ann", "--executes": "Ben", "--takes-part": "Cara"},
    "channel": {"--important": "y", "--means": "meeting"},
    "prepare": {
        "--start": "14:00",
        "--end": "15:00",
        "--place": "Room 301",
        "--material": ["Survey (background)", "Questions (questions)", "Options (alternatives)"],
        "--agenda": ["Opening 5", "Discussion 40", "Summary 10"],
    },
}


@pytest.mark.parametrize(("lang", "script"), [("zh-Hans", CHINESE_PLAN), ("en", ENGLISH_PLAN)])
def test_a_plan_is_typed_up_to_the_day_of_the_meeting(repository, lang, script):
    typist = Typist(repository, lang, "2024-01-02 09:00")
    code, seen = typist.types("opening", "plan", script["opening"], "new", "plan")
    assert code == 0, seen
    plan = json.loads(typist.answer("list", "--json"))[0]["id"]

    for step in ("goal", "people", "channel"):
        code, seen = typist.types(step, "plan", script[step], step, plan)
        assert code == 0, seen
    typist.types("prepare", "plan", script["prepare"], "prepare", plan)
    typist.answer("prepare", plan, "--sent", "2024-01-02 10:00")

    assert json.loads(typist.answer("show", plan, "--json"))["step"] == "hold"


def test_an_interrupt_keeps_what_was_answered(repository):
    typist = Typist(repository, "en", "2024-01-02 09:00")
    typist.answer(
        "new", "plan", "--title", "Spring launch", "--scenario", "cross-department", "--date", "2024-01-05"
    )
    child = typist.spawn("goal", "Spring launch")
    child.expect("which result")
    child.sendline("Settle the date and the budget")
    child.expect("Core results")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 130
    assert (
        "Settle the date and the budget"
        in json.loads(typist.answer("show", "Spring launch", "--json"))["goal"]
    )


def test_whoever_does_not_agree_gets_the_answers_back_as_a_command(repository):
    typist = Typist(repository, "en", "2024-01-02 09:00")
    typist.answer(
        "new", "plan", "--title", "Spring launch", "--scenario", "cross-department", "--date", "2024-01-05"
    )
    child = typist.spawn("goal", "Spring launch")
    child.expect("which result")
    child.sendline("Settle the date and the budget")
    child.expect("Core results")
    child.sendline("")
    child.expect("Who asks what")
    child.sendline("")
    child.expect("Write this")
    child.sendline("n")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 1
    assert "--goal 'Settle the date and the budget'" in child.before
    assert "goal" not in json.loads(typist.answer("show", "Spring launch", "--json"))


def test_what_cannot_be_understood_is_asked_again(repository):
    typist = Typist(repository, "en", "2024-01-02 09:00")
    child = typist.spawn("new", "plan")
    child.expect("Title")
    child.sendline("Spring launch")
    child.expect("Scenario")
    child.sendline("springtime")
    child.expect("Choose one of")
    child.expect("Scenario")
    child.sendline("1")
    child.expect("Date")
    child.sendline("someday")
    child.expect("cannot be understood")
    child.expect("Date")
    child.sendline("next Friday")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    assert "2024-01-12" in child.before


@pytest.fixture(autouse=True)
def _english():
    yield
    messages.use("en")
