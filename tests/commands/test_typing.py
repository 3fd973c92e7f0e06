"""Each of the four records through its steps by typing on a real terminal, in Chinese and in English."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pexpect
import pytest

from commcoord.language import messages
from commcoord.language.messages import translated
from commcoord.records.vocabulary import STEPS
from commcoord.steps.answers import OPENING, answers_of
from tests.commands.test_walks import as_arguments
from tests.commands.walks import WALKS, Moment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal of this kind is not there")


def interrupt(child):
    """Press Ctrl-C at a question, and await the end that it makes."""
    child.delaybeforesend = 0.5  # while readline gets ready, a signal is seen only with the next key
    child.sendintr()
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 130


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
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
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
        patterns = [asked_as(translated(one.question, self.lang)) for one in questions]
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


def asked_as(question):
    """A question as it is seen where an answer is awaited, a note in brackets before its mark, a default behind it."""
    note, default = r"(?: ?[（(][^）)\r\n]*[）)])?", r"(?: \[[^\]\r\n]*\])?"
    return rf"{re.escape(question.rstrip('?？'))}{note}[?？]?{default}(?:：|: ?| |\r\n  - )\Z"


def asked_options(walk):
    """What a walk says, by option, as far as a terminal asks for it; the rest is said by options."""
    replies = {}
    for moment in walk.moments:
        for option, value in moment.options:
            replies.setdefault(option, []).append(value)
    questions = [one for step in (OPENING, *STEPS) for one in answers_of(step, walk.kind) if one.question]
    listed = {one.option for one in questions if one.many and not one.choices and not one.of}
    return {
        one.option: "y"
        if one.flag
        else replies[one.option]
        if one.option in listed
        else ",".join(replies[one.option])
        for one in questions
        if one.option in replies
    }


@pytest.mark.parametrize("walk", WALKS, ids=str)
def test_a_record_is_typed_through_all_seven_steps(repository, walk):
    replies = asked_options(walk)
    record = ""
    for moment in walk.moments:
        typist = Typist(repository, walk.lang, moment.now)
        command = [record if word == "ID" else word for word in moment.command]
        step = OPENING if command[0] == "new" else command[0]
        if step not in (OPENING, *STEPS):
            typist.answer(*as_arguments(moment, record))
            continue
        typist.types(step, walk.kind, replies, *command)
        record = record or json.loads(typist.answer("list", "--json"))[0]["id"]
        unasked = [(option, value) for option, value in moment.options if option not in replies]
        if unasked:
            typist.answer(*as_arguments(Moment(moment.now, (step, record), tuple(unasked)), record))

    assert json.loads(typist.answer("show", record, "--json"))["step"] == "done"


def test_the_next_weekly_meeting_takes_at_most_six_answers(company):
    """Besides its decisions and actions, from `new minutes --series` to minutes that can be sent."""
    typist = Typist(company, "zh-Hans", "2024-01-02 11:00")
    code, seen = typist.types(
        OPENING, "minutes", {"--date": "2024-01-02"}, "new", "minutes", "--series", "周例会"
    )
    assert code == 0, seen
    listed = json.loads(typist.answer("list", "minutes", "--json"))
    record = next(one["id"] for one in listed if one["date"] == "2024-01-02")
    replies = {
        "--decision": ["年货订单先发华东仓 @刘洋"],
        "--action": ["提交年货物料清单 @刘洋 !2024-01-05"],
    }
    code, asked = typist.types("hold", "minutes", replies, "hold", record)

    assert code == 0, asked
    assert json.loads(typist.answer("show", record, "--json"))["step"] == "followup"
    questions = [one for one in answers_of("hold", "minutes") if one.question and one.option not in replies]
    others = sum(translated(one.question, "zh-Hans") in asked for one in questions)
    assert 1 + others <= 6


def test_an_interrupt_keeps_what_was_answered(repository):
    typist = Typist(repository, "en", "2024-01-02 09:00")
    typist.answer(
        "new", "plan", "--title", "Spring launch", "--scenario", "cross-department", "--date", "2024-01-05"
    )
    child = typist.spawn("goal", "Spring launch")
    child.expect("which result")
    child.sendline("Settle the date and the budget")
    child.expect("  - ")
    interrupt(child)

    assert (
        "Settle the date and the budget"
        in json.loads(typist.answer("show", "Spring launch", "--json"))["goal"]
    )


@pytest.fixture
def halfway(repository):
    """A plan whose goal somebody has just answered, at the next question."""
    typist = Typist(repository, "en", "2024-01-02 09:00")
    repository("new", "plan", "--title", "Spring launch", "--scenario", "customer", "--date", "2024-01-05")
    child = typist.spawn("goal", "Spring launch")
    child.expect("which result")
    child.sendline("Settle the date and the budget")
    child.expect("  - ")
    return child


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_told_to_end_keeps_what_was_answered(repository, halfway, number):
    time.sleep(1)  # while readline gets ready, a signal is seen only with the next key
    halfway.kill(number)
    halfway.expect(pexpect.EOF)
    halfway.close()

    assert halfway.exitstatus == 128 + number
    assert "Settle the date and the budget" in repository("show", "Spring launch", "--json").out


def test_a_terminal_that_is_closed_keeps_what_was_answered(repository, halfway):
    os.close(halfway.child_fd)
    _, status = os.waitpid(halfway.pid, 0)

    assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGHUP
    assert "Settle the date and the budget" in repository("show", "Spring launch", "--json").out


def test_an_interrupt_before_the_first_answer_says_so(repository):
    typist = Typist(repository, "en", "2024-01-02 09:00")
    path = repository(
        "new", "plan", "--title", "Spring launch", "--scenario", "customer", "--date", "2024-01-05"
    ).out.strip()
    before = repository.file(path)
    child = typist.spawn("goal", "Spring launch")
    child.expect("which result")
    interrupt(child)

    assert "nothing was answered" in child.before
    assert repository.file(path) == before


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


def test_a_choice_is_typed_as_people_call_it(repository):
    typist = Typist(repository, "zh-Hans", "2024-01-02 09:00")
    typist.answer("new", "plan", "--title", "春季新品", "--scenario", "部门间协作", "--date", "2024-01-05")
    child = typist.spawn("channel", "春季新品")
    for reply in "nyny":
        child.expect("N] ")
        child.sendline(reply)
    child.expect("用什么方式沟通")
    child.sendline("会议，邮件")
    child.expect("写入吗")
    child.sendline("")
    child.expect(pexpect.EOF)
    child.close()

    shown = json.loads(typist.answer("show", "春季新品", "--json"))
    assert (shown["scenario"], shown["channel"]["means"]) == ("cross-department", ["meeting", "email"])


@pytest.fixture(autouse=True)
def _english():
    yield
    messages.use("en")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (
            ("done", "a-61sg", "--evidence", "docs/a b.xlsx", "--on", "2023-10-01", "--by", "王强"),
            "--evidence 'docs/a b.xlsx' --on 2023-10-01 --by '王强'",
        ),
        (("done", "a-61sg", "--evidnce", "a long text"), "a-61sg --evidnce 'a long text'"),
        (("block", "a-61sg", "--because", "no figures yet"), "a-61sg --because 'no figures yet'"),
        (
            ("new", "plan", "--title", "a plan", "--set", "goal=x", "--tilte"),
            "plan --title 'a plan' --set goal=x --tilte",
        ),
        (("dnoe", "a-61sg", "--evidence", "a long text"), "a-61sg --evidence 'a long text'"),
        (("channel", "y6db", "--urgent", "--means", "dove"), "--urgent --means dove"),
    ],
)
def test_all_that_was_typed_with_a_refused_call_is_shown(company, words, shown):
    company("done", "a-61sg", "--evidence", "docs/list.xlsx", "--json", code=None)

    assert f"What you typed: {shown}" in company(*words, code=2).err


@pytest.mark.parametrize("words", [("progress", "a-61sg"), ("list", "plan", "--foo")])
def test_a_name_alone_is_no_loss(company, words):
    assert "What you typed" not in company(*words, code=2).err
