"""The next meeting of a weekly series: what it takes over, what it leaves to be answered."""

import json

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
