"""`followup` without an id: the chase list in its forms, for everybody or for one."""

import email
import email.policy
import json
import mailbox

import pytest
from markdown_it import MarkdownIt

from tests.conftest import EXAMPLE_DAY, Program


def listed(company, *arguments, **values):
    return json.loads(company("followup", "--json", *arguments, **values).out)


def test_the_answer_has_the_keys_of_the_contract_and_the_most_pressing_first(company):
    answer = listed(company)

    assert list(answer) == ["now", "items", "counts"]
    assert answer["now"] == "2023-12-29T17:00:00+08:00"
    assert {
        "type",
        "severity",
        "record",
        "item",
        "title",
        "what",
        "who",
        "department",
        "due",
        "days_left",
        "command",
    } <= set(answer["items"][0])
    severities = [one["severity"] for one in answer["items"]]
    assert severities == sorted(severities, key=["late", "today", "soon", "info"].index)
    assert answer["counts"]["late"] == severities.count("late") > 0


def test_json_is_the_same_in_every_language(company):
    assert company("followup", "--json", lang="zh-Hans").out == company("followup", "--json", lang="en").out


def test_a_past_day_is_replayed(company):
    """On 24 October the leaflet was not yet late; three days later it was done, as it still is today."""
    before = listed(company, "--as-of", "2023-10-25 09:00", "--who", "刘洋")

    assert ("a-7h2m", "soon") in [(one["item"], one["severity"]) for one in before["items"]]
    assert "a-7h2m" not in [one["item"] for one in listed(company)["items"]]


def test_only_what_concerns_a_person(company):
    items = listed(company, "--who", "孙浩")["items"]

    assert items
    assert all("孙浩" in str([one["who"], one["also"]]) for one in items)
    assert items == listed(company, "--who", "孙浩（产品部）")["items"]


def test_mine_is_what_concerns_gits_user(company, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.email")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "sunhao@example.com")

    assert listed(company, "--mine")["items"] == listed(company, "--who", "孙浩")["items"]


def test_only_a_department_and_only_a_scenario(company):
    """A milestone of 采购部 that waits for 财务部 is in both lists."""
    assert {one["department"] for one in listed(company, "--department", "物流部")["items"]} == {"物流部"}
    assert [one["item"] for one in listed(company, "--department", "采购部")["items"]] == ["m-7r5q"]
    assert [one["item"] for one in listed(company, "--department", "财务部")["items"]] == ["m-7r5q"]
    assert {one["scenario"] for one in listed(company, "--scenario", "customer")["items"]} == {"customer"}
    assert listed(company, "--scenario", "客户对接") == listed(company, "--scenario", "customer")


def test_within_looks_further_ahead(company):
    assert len(listed(company, "--within", "60")["items"]) > len(listed(company)["items"])


@pytest.mark.parametrize(
    ("arguments", "sentence", "hint"),
    [
        (["--who", "孙号"], "Nobody is called “孙号”.", "孙浩"),
        (["--who", "Grase Liu"], "Nobody is called “Grase Liu”.", "Grace Liu"),
        (["--department", "物流"], "No department is called “物流”.", "物流部"),
        (["--scenario", "client"], "“client” is no scenario.", "customer"),
        (["--format", "yaml"], "“yaml” is not known here.", "markdown"),
        (["--group", "colour"], "“colour” is not known here.", "urgency"),
        (["--fail-on", "never"], "“never” is not known here.", "overdue"),
        (["--set", "title=x"], "Which record is that for?", "followup ID"),
    ],
)
def test_what_is_not_known_is_wrong_use_with_a_hint(company, arguments, sentence, hint):
    refused = company("followup", *arguments, code=2)

    assert sentence in refused.err
    assert hint in refused.err


def test_known_people_without_anything_to_chase_get_an_empty_list(company):
    assert listed(company, "--who", "冯雪")["items"] == []
    assert "Nothing to chase." in company("followup", "--who", "冯雪").err


@pytest.mark.parametrize(
    ("level", "who", "code"),
    [
        ("overdue", "孙浩", 1),
        ("overdue", "吴涛", 0),
        ("due", "吴涛", 0),
        ("any", "吴涛", 1),
        ("any", "冯雪", 0),
    ],
)
def test_fail_on_is_an_exit_code(company, level, who, code):
    assert company("followup", "--fail-on", level, "--who", who, code=None).code == code


def test_in_a_pipe_it_is_one_line_each_with_tabs(company):
    lines = company("followup").out.splitlines()

    assert len(lines) == len(listed(company)["items"])
    assert {line.count("\t") for line in lines} == {10}


def test_markdown_reads_back_as_tables(company):
    text = company("followup", "--format", "markdown", "--group", "person", lang="zh-Hans").out
    tokens = MarkdownIt("commonmark").enable("table").parse(text)

    assert sum(token.type == "tr_open" for token in tokens) == len(listed(company)["items"]) + sum(
        token.type == "table_open" for token in tokens
    )


def test_a_calendar_keeps_its_ids_from_day_to_day(company):
    from icalendar import Calendar

    def uids(day):
        text = company("followup", "--format", "ics", "--within", "9", "--as-of", day).out
        return {str(one["uid"]) for one in Calendar.from_ical(text).walk("VEVENT")}

    assert "a-2n7v-action@commcoord" in uids("2023-12-27") & uids("2023-12-29 18:00")


def test_a_mail_for_one_person_is_that_mail(company):
    letter = email.message_from_string(
        company("followup", "--format", "eml", "--who", "孙浩").out, policy=email.policy.default
    )

    assert [str(one) for one in letter["To"].addresses] == ["孙浩 <sunhao@example.com>"]
    assert "commcoord done a-re5g" in letter.get_content()
    assert "a-2n7v" not in letter.get_content()


def test_mails_for_all_are_a_mailbox_or_a_folder(company, tmp_path):
    text = company("followup", "--format", "eml").out
    (tmp_path / "all.mbox").write_text(text, encoding="ascii")
    company("followup", "--format", "eml", "--output", str(tmp_path / "mails"))

    box = mailbox.mbox(tmp_path / "all.mbox")
    subjects = [one["Subject"] for one in box]
    box.close()

    assert len(subjects) == len(list((tmp_path / "mails").iterdir())) > 5


def test_an_unreadable_file_is_told_and_the_rest_is_served(company):
    (company.root / "records/2023Q4/task/broken.yaml").write_text("a: [", encoding="utf-8")

    answer = company("followup", "--json")

    assert "1 file cannot be read" in answer.err
    assert json.loads(answer.out)["items"]


def test_a_year_without_known_holidays_is_told(company):
    path = company.root / "records/2023Q4/feedback/feedback-20231214-c2hx.yaml"
    path.write_text(
        path.read_text("utf-8")
        .replace("date: 2023-12-14", "date: 2033-12-14")
        .replace("start: 2023-12-14", "start: 2033-12-14"),
        encoding="utf-8",
    )

    answer = company("followup", "--json", "--as-of", "2033-12-20")

    assert "The public holidays of 2033 are not known yet" in answer.err


def test_with_an_id_it_is_the_step(company):
    record = "minutes-20231226-y6db"
    company(
        "followup",
        record,
        "--circulated",
        "2023-12-29 16:00",
        "--circulated-to",
        "全体参会人",
        "--override",
        "补发",
        now=EXAMPLE_DAY,
    )

    assert "at: 2023-12-29 16:00" in company.file(f"records/2023Q4/minutes/{record}.yaml")
    assert record not in [
        one["record"] for one in listed(company)["items"] if one["type"] == "minutes-uncirculated"
    ]


MOVES = {
    "en": [
        "  action overdue, action due  commcoord done ID --evidence …",
        '  blocked                     commcoord progress ID "…" --status doing',
        "  minutes not sent            commcoord circulate ID --send",
    ],
    "zh-Hans": [
        "  行动项逾期、行动项到期  commcoord done ID --evidence …",
        '  受阻                    commcoord progress ID "…" --status doing',
        "  纪要未分发              commcoord circulate ID --send",
    ],
}


@pytest.mark.parametrize("language", MOVES)
def test_a_screen_shows_once_below_the_list_which_command_makes_which_move(company, language, monkeypatch):
    assert "commcoord" not in company("followup", lang=language).err

    monkeypatch.setattr("commcoord.console.Console.on_terminal", True)
    said = company("followup", lang=language).err.splitlines()

    commands = [line.partition("commcoord ")[2] for line in said[:-1]]
    assert all(commands)
    assert len(commands) == len(set(commands))
    assert set(MOVES[language]) <= set(said)


def test_a_screen_names_once_the_command_that_gives_items_without_an_id_theirs(repository, monkeypatch):
    for number in ("7qk2", "8rm3"):
        path = repository.root / "records" / "2023Q4" / "task" / f"task-20231020-{number}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"kind: task\nid: task-20231020-{number}\ntitle: 铺货\nscenario: routine\nstep: followup\n"
            "date: 2023-10-20\nmilestones:\n  - {what: 交样机, owner: 李娜, due: 2023-10-22}\n",
            "utf-8",
        )
    monkeypatch.setattr("commcoord.console.Console.on_terminal", True)
    said = repository("followup", now="2023-10-25 09:00").err.splitlines()

    assert [line.split() for line in said if "check" in line] == [
        ["without", "an", "id", "commcoord", "check", "--fix"]
    ]


def test_where_nobody_is_known_it_says_where_names_are_added(tmp_path, capsys, monkeypatch):
    (tmp_path / "commcoord.yaml").write_text("version: 1\n", "utf-8")
    (tmp_path / "records").mkdir()
    program = Program(tmp_path, capsys, monkeypatch)

    for option in ("--who", "--department"):
        refused = program("followup", option, "张伟", code=2)
        assert "None are known here yet: add them to commcoord.yaml." in refused.err
