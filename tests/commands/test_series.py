"""The next meeting of a weekly series: what it takes over, what it leaves to be answered."""

import json

import pytest

from tests.conftest import EXAMPLE_DAY


def test_the_next_meeting_takes_over_habits_and_open_items(company):
    made = json.loads(company("new", "minutes", "--series", "周例会", "--json", now="2024-01-02 09:00").out)
    shown = json.loads(company("show", made["id"], "--json").out)

    assert shown["date"] == "2024-01-01"  # a week after the last one, 2023-12-25
    assert shown["title"] == "周例会 1月1日"
    assert shown["scenario"] == "routine"
    assert shown["chair"]
    assert shown["attendees"]
    assert shown["leftover"] == "none" or all(item.startswith("a-") for item in shown["leftover"])


def test_a_series_begins_with_its_first_record(repository):
    made = json.loads(
        repository(
            "new",
            "minutes",
            "--series",
            "Weekly",
            "--title",
            "Weekly meeting",
            "--scenario",
            "routine",
            "--json",
            now="2023-10-16 09:00",
        ).out
    )

    assert "series: Weekly" in repository.file(made["path"])


def test_deferred_topics_come_first_next_time(repository):
    run = repository
    run(
        "new",
        "minutes",
        "--series",
        "Weekly",
        "--title",
        "Weekly meeting",
        "--scenario",
        "routine",
        "--topic",
        "Budget: figures are missing (deferred)",
        "--topic",
        "News: all well (information)",
        "--action",
        "Send the figures @Ann Lee !2023-10-20",
        now="2023-10-16 09:00",
    )
    made = json.loads(run("new", "minutes", "--series", "Weekly", "--json", now="2023-10-23 09:00").out)
    shown = json.loads(run("show", made["id"], "--json").out)

    assert shown["topics"] == [{"topic": "Budget"}]
    assert len(shown["leftover"]) == 1


def test_the_example_series_is_known(company):
    listed = json.loads(company("list", "minutes", "--series", "周例会", "--json", now=EXAMPLE_DAY).out)

    assert len(listed) >= 6


def made(company, *arguments):
    """Make a record and return it as `show` has it."""
    answer = json.loads(company("new", *arguments, "--json", now=EXAMPLE_DAY).out)
    return json.loads(company("show", answer["id"], "--json").out)


def test_a_plan_that_is_named_comes_before_the_habits_of_the_series(company):
    shown = made(company, "minutes", "--series", "周例会", "--from", "h5cz")

    assert shown["title"] == "年货节备货会"
    assert (shown["date"], shown["start"], shown["place"]) == (
        "2023-12-19",
        "2023-12-19 14:00",
        "201会议室",
    )
    assert shown["series"] == "周例会"
    assert shown["leftover"] == ["a-2n7v"]
    assert not {"goal", "outcomes", "people", "channel", "agenda", "attendees"} & shown.keys()
    assert shown["derived"]["inherited"]["goal"] == "plan-20231219-h5cz"


def test_the_series_gives_what_the_plan_cannot(company):
    plan = made(company, "plan", "--title", "年货节", "--scenario", "routine", "--date", "2023-12-27")
    shown = made(company, "minutes", "--series", "周例会", "--from", plan["id"])

    assert shown["goal"] == "收齐年终事项并排定元旦值班"
    assert shown["attendees"]
    assert (shown["title"], shown["date"]) == ("年货节", "2023-12-27")


def test_the_next_plan_takes_over_everything_but_the_time(company):
    shown = made(company, "plan", "--from", "h5cz")

    assert shown["date"] == "2023-12-29"
    assert not {"start", "end", "materials", "actions"} & shown.keys()
    assert shown["goal"] == "定下年货节各仓备货数量"
    assert shown["people"]["owner"] == "何晓燕（物流部）"
    assert {"outcomes", "asks", "channel", "agenda", "audience_departments", "deliverables"} <= shown.keys()


@pytest.mark.parametrize(
    ("options", "start", "end"),
    [
        ([], "2023-12-19 14:00", "2023-12-19 15:00"),
        (["--start", "16:00"], "2023-12-19 16:00", "2023-12-19 17:00"),
        (["--set", "start=2023-12-20 09:30"], "2023-12-20 09:30", "2023-12-20 10:30"),
        (["--start", "16:00", "--end", "16:20"], "2023-12-19 16:00", "2023-12-19 16:20"),
        (["--start", "16:00", "--date", "2023-12-20"], "2023-12-20 16:00", "2023-12-20 17:00"),
    ],
)
def test_an_end_that_is_taken_over_moves_along_with_the_start(company, options, start, end):
    shown = made(company, "minutes", "--from", "h5cz", *options)

    assert (shown["start"], shown["end"]) == (start, end)


@pytest.mark.parametrize(("start", "end"), [("14:30", "2023-12-19 15:00"), ("16:00", "2023-12-19 17:00")])
def test_an_end_that_no_longer_fits_moves_along(company, start, end):
    company("prepare", "h5cz", "--start", start, code=None)

    assert json.loads(company("show", "h5cz", "--json").out)["end"] == end


@pytest.mark.parametrize("typed", ["date=2023-11-11", "date=11月11日"])
def test_a_date_that_is_set_decides_where_the_record_lies(company, typed):
    shown = made(company, "plan", "--title", "盘点", "--scenario", "routine", "--set", typed)

    assert shown["date"] == "2023-11-11"
    assert shown["id"].startswith("plan-20231111-")


@pytest.mark.parametrize("typed", ["id=plan-20200101-aaaa", "kind=task", "step=done"])
def test_what_makes_a_record_this_one_cannot_be_set(company, typed):
    refused = company("new", "plan", "--title", "盘点", "--scenario", "routine", "--set", typed, code=2)

    assert typed.partition("=")[2] in refused.err


@pytest.mark.parametrize("kind", ["plan", "task", "feedback"])
def test_what_minutes_take_from_their_plan_goes_on_to_what_follows_them(company, kind):
    shown = made(company, kind, "--from", "minutes-20231020-7qk2")

    assert shown["links"] == ["minutes-20231020-7qk2"]
    assert shown["goal"] == "定下云汐洗碗机的推广渠道和预算"
    assert shown["people"]["owner"] == "张伟（市场部）"
    assert len(shown["outcomes"]) == 3


def test_the_next_of_a_series_takes_over_what_the_last_one_had_from_its_plan(repository):
    run = repository
    words = ["--title", "Weekly", "--scenario", "routine", "--series", "Weekly"]
    plan = json.loads(
        run(
            "new",
            "plan",
            *words,
            "--goal",
            "Settle the week",
            "--owner",
            "Ann Lee",
            "--json",
            now="2023-10-16 09:00",
        ).out
    )
    run("new", "minutes", "--from", plan["id"], "--decision", "Go on @Ann Lee", now="2023-10-16 11:00")
    made_next = json.loads(run("new", "minutes", "--series", "Weekly", "--json", now="2023-10-23 09:00").out)
    shown = json.loads(run("show", made_next["id"], "--json").out)

    assert (shown["goal"], shown["people"]["owner"]) == ("Settle the week", "Ann Lee")
