"""`commcoord explain`: a rule's page on the terminal, in the language in use, anywhere."""

import json
import os
import subprocess
import sys

from commcoord.rules.rule import all_rules


def explain(*arguments, language="en"):
    done = subprocess.run(
        [sys.executable, "-m", "commcoord", "explain", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "COMMCOORD_LANG": language, "PYTHONUTF8": "1"},
        cwd="/",
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_rule_is_explained_by_its_id_in_any_case():
    assert explain("cc101")[:2] == (
        0,
        """\
CC101 goal-missing (error)
The record says nowhere what is to be achieved.

What: no goal is written, and none is taken from a linked plan.

Why: people who meet without a goal cannot tell afterwards whether the meeting was worth its time.

Bad:
    title: Launch plan
    goal:

Good:
    title: Launch plan
    goal: Settle the channels and the budget of the launch
""",
    )


def test_the_example_is_in_the_language_in_use():
    _, answer, _ = explain("goal-missing", language="zh-Hans")

    assert "goal: 定下推广渠道和预算" in answer


def test_json_is_the_same_in_every_language():
    code, english, _ = explain("no-decider", "--json")
    _, chinese, _ = explain("no-decider", "--json", language="zh-Hans")

    assert code == 0
    assert english == chinese
    page = json.loads(english)
    assert (page["rule"], page["name"], page["severity"], page["step"]) == (
        "CC201",
        "no-decider",
        "error",
        "people",
    )
    assert set(page["examples"]) == {"zh", "en"}


def test_without_a_name_all_rules_are_listed():
    code, answer, _ = explain()

    assert code == 0
    assert [line.split("\t")[:3] for line in answer.splitlines()] == [
        [rule.id, rule.name, rule.severity] for rule in all_rules()
    ]


def test_an_unknown_rule_is_wrong_use_and_the_nearest_is_named():
    code, answer, talk = explain("goal-mising")

    assert (code, answer) == (2, "")
    assert "goal-missing" in talk
