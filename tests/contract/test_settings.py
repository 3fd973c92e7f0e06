"""Contract, section 1: the settings, each tried by what it changes."""

import json

import pytest

MINUTES = """\
kind: minutes
id: minutes-20231020-7qk2
title: 例会
scenario: routine
step: followup
date: 2023-10-20
start: 2023-10-20 14:00
end: 2023-10-20 15:00
goal: 定下渠道
outcomes: [卖点一致, 渠道选定, 预算分配]
people: {owner: 张伟, decides: [张伟], takes_part: [王强]}
attendees: [张伟, 王强]
decisions:
  - {id: d-5c7w, what: 采用甲方案, by: 张伟}
actions:
  - {id: a-3f9k, what: 提交门店清单, owner: 王强, due: 2023-11-24}
circulated: {at: 2023-10-20 17:00, to: [张伟, 王强]}
"""
FEEDBACK = """\
kind: feedback
id: feedback-20230928-7qk2
title: 送货晚了
scenario: customer
step: hold
date: 2023-09-28
start: 2023-09-28 10:00
people: {owner: 赵敏}
said: [送货晚了三天]
"""


def findings(program, now="2023-10-30 09:00"):
    rows = json.loads(program("check", "--json", "--verbose", now=now, code=None).out)
    return {(one["rule"], one["severity"]) for one in rows}


def due(program, type_, now, *more):
    rows = json.loads(program("followup", "--json", *more, now=now).out)["items"]
    return [one["due"] for one in rows if one["type"] == type_]


def test_the_defaults(repository, write):
    write(MINUTES)

    assert findings(repository) == {("CC608", "warning")}


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        ("{severity: {CC608: info}}", {("CC608", "info")}),
        ("{severity: {CC608: error}}", {("CC608", "error")}),
        ("{severity: {progress-silent: error}}", {("CC608", "error")}),
        ("{ignore: [CC608]}", set()),
        ("{ignore: [progress-silent]}", set()),
        ("{vague_words: [提交]}", {("CC608", "warning"), ("CC605", "error")}),
        ("{blaming_words: [甲方案]}", {("CC608", "warning"), ("CC504", "warning")}),
        ("{ignore: [], severity: {}, vague_words: [], blaming_words: []}", {("CC608", "warning")}),
    ],
)
def test_rules(repository, write, settings, rules, found):
    write(MINUTES)
    settings(f"rules: {rules}")

    assert findings(repository) == found


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_only_an_error_makes_check_say_no(repository, write, settings, severity):
    write(MINUTES)
    settings(f"rules: {{severity: {{CC608: {severity}}}}}")
    answer = repository("check", now="2023-10-30 09:00", code=None)

    assert answer.code == (1 if severity == "error" else 0)
    assert ("CC608" in answer.out) == (severity != "info")


def test_a_record_switches_a_rule_off_only_with_a_reason(repository, write):
    write(MINUTES + "allow: [{rule: CC608, because: 月底才有结果}]\n")
    assert findings(repository) == set()

    write(MINUTES + "allow: [{rule: CC608}]\n")
    assert ("CC608", "warning") in findings(repository)


@pytest.mark.parametrize(
    ("deadlines", "found"),
    [
        ("{progress_every: 14d}", set()),
        ("{progress_every: 2w}", set()),
        ("{progress_every: 3wd}", {("CC608", "warning")}),
        ("{minutes_within: 1h}", {("CC601", "warning"), ("CC608", "warning")}),
        ("{}", {("CC608", "warning")}),
    ],
)
def test_deadlines(repository, write, settings, deadlines, found):
    write(MINUTES)
    settings(f"deadlines: {deadlines}")

    assert findings(repository) == found


@pytest.mark.parametrize(("within", "shown"), [("{due_soon: 3d}", []), ("{due_soon: 30d}", ["2023-11-24"])])
def test_how_soon_is_soon(repository, write, settings, within, shown):
    write(MINUTES)
    settings(f"deadlines: {within}")

    assert due(repository, "action-due", "2023-11-20 09:00") == shown


@pytest.mark.parametrize(
    ("calendar", "day"),
    [
        ("CN", "2023-10-07"),  # a make-up workday after the holidays of the autumn festival
        ("none", "2023-09-29"),
        ("US", "2023-09-29"),
    ],
)
def test_working_days_are_those_of_the_calendar(repository, write, settings, calendar, day):
    write(FEEDBACK)
    settings(f"calendar: {calendar}")

    assert due(repository, "acknowledge-due", f"{day} 09:00") == [f"{day} 23:59"]


def test_a_holiday_of_another_country(repository, write, settings):
    write(FEEDBACK.replace("2023-09-28", "2023-11-22").replace("20230928", "20231122"))
    settings("calendar: US")  # the 23rd was Thanksgiving

    assert due(repository, "acknowledge-due", "2023-11-24 09:00") == ["2023-11-24 23:59"]


@pytest.mark.parametrize(
    ("sent", "found"),
    [("2023-10-21 07:00+00:00", set()), ("2023-10-21 07:01Z", {"CC601"}), ("2023-10-21 15:00+08:00", set())],
)
def test_a_time_with_an_offset_is_that_time(repository, write, sent, found):
    path = write(MINUTES.replace("2023-10-20 17:00", sent))

    assert {rule for rule, _severity in findings(repository)} - {"CC608"} == found
    repository("followup", "7qk2", "--set", "place=301", code=None)
    assert sent in path.read_text("utf-8")


def test_times_without_an_offset_are_in_the_repository_s_zone(repository, write, settings):
    write(MINUTES.replace("2023-10-20 17:00", "2023-10-21 15:00+08:00"))
    settings("timezone: Europe/Berlin")  # the meeting ended six hours later than in Shanghai

    assert ("CC601", "warning") not in findings(repository)
    assert repository("status", "--json", "--as-of", "2023-10-21 15:00Z").out.count("2023-10-21T17:00") == 1


@pytest.mark.parametrize(
    "line",
    [
        "calendar: cn",
        "calendar: XX",
        "calendar: 中国",
        "timezone: Mars/Crater",
        "language: fr",
        "deadlines: {due_soon: 3}",
        "rules: {severity: {CC608: fatal}}",
        "rules: {severity: {goal-without-resultt: info}}",
        "rules: {ignore: [CC3O1]}",
        "rules: {ignore: ['']}",
        "people: [张伟]",
        "organization: 远航家电",
    ],
)
def test_a_wrong_setting_is_a_finding_and_the_records_are_still_served(repository, write, settings, line):
    write(MINUTES)
    settings(line)
    rows = json.loads(repository("check", "--json", now="2023-10-21 09:00", code=1).out)
    where = repository.file("commcoord.yaml").splitlines().index(line) + 1

    assert [(one["rule"], one["path"], one["line"]) for one in rows] == [("CC002", "commcoord.yaml", where)]
    assert "minutes-20231020-7qk2" in repository("list").out


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("CC1002", "CC102"),
        ("goal-without-resultt", "goal-without-result"),
        ("cc3o1", "CC301"),
        ("budget", ""),
    ],
)
def test_a_rule_that_there_is_not_is_told_with_the_one_that_is_near(repository, write, settings, name, near):
    write(MINUTES)
    settings(f"rules: {{ignore: [CC1, {name}]}}")
    (row,) = json.loads(repository("--lang", "en", "check", "--json", now="2023-10-21 09:00", code=1).out)

    assert row["message"].endswith(f"did you mean {near}?" if near else "is no rule.")
    assert row["hint"].endswith("commcoord explain")


def test_empty_settings_are_settings(repository, write, settings):
    write(MINUTES)
    settings("people:\ndepartments:\ncategories:\ndeadlines:\nrules:")

    assert findings(repository) == {("CC608", "warning")}


@pytest.mark.parametrize(("language", "word"), [("zh-Hans", "目标"), ("zh-Hant", "目標"), ("en", "goal")])
def test_the_language_of_the_settings_unless_told_otherwise(repository, write, settings, language, word):
    write(MINUTES)
    settings(f"language: {language}")

    assert word in repository("show", "7qk2", lang="").out
    assert "Goal" in repository("show", "7qk2", "--lang", "en", lang="").out
    assert "目標" in repository("show", "7qk2", lang="zh-Hant").out
    assert "目标" in repository("show", "7qk2", "--lang", "zh-Hans", lang="zh-Hant").out


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("zh", "目标"),
        ("zh_CN.UTF-8", "目标"),
        ("zh-hans", "目标"),
        ("zh_TW", "目標"),
        ("zh-Hant-HK", "目標"),
        ("en_GB.UTF-8", "Goal"),
        ("EN", "Goal"),
    ],
)
def test_a_language_may_be_named_as_systems_name_it(repository, write, name, word):
    write(MINUTES)

    assert word in repository("show", "7qk2", "--lang", name, lang="").out
    assert word in repository("show", "7qk2", lang=name).out


@pytest.mark.parametrize("name", ["fr", "zhongwen", "english", "C", "_"])
def test_what_is_no_language_is_refused_with_those_there_are(repository, name):
    answer = repository("list", "--lang", name, lang="", code=2)

    assert name in answer.err
    assert "zh-Hans, zh-Hant" in answer.err


@pytest.mark.parametrize(
    ("email", "wrong"),
    [
        ("zhangwei@example.com", False),
        ("zhang.wei+mail@post.example.com", False),
        ("root@localhost", False),
        ("zhangwei", True),
        ("zhangwei@example", True),
        ("a@b@example.com", True),
        ("'a@example.com, b@example.com'", True),
        ("张伟@example.com", True),
    ],
)
def test_an_address_that_no_mail_reaches_is_a_finding(repository, write, settings, email, wrong):
    write(MINUTES)
    line = f"people: [{{name: 张伟, email: {email}}}]"
    settings(line)
    answer = repository("check", "--json", "--select", "CC002", code=1 if wrong else 0)
    where = repository.file("commcoord.yaml").splitlines().index(line) + 1

    assert [(one["path"], one["line"]) for one in json.loads(answer.out)] == [
        ("commcoord.yaml", where)
    ] * wrong
