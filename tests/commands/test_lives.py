"""The life of items and of whole communications: moved, cancelled, blocked, done, opened again."""

import json

import pytest

from tests.commands.test_walks import walked
from tests.commands.walks import MINUTES_EN, PLAN_EN


def item_of(program, record):
    shown = json.loads(program("show", record, "--json").out)
    return next(shown[field][0] for field in ("actions", "milestones", "measures") if field in shown)


@pytest.fixture
def minutes(repository):
    return walked(repository, MINUTES_EN, 6)


def test_a_moved_deadline_keeps_the_first_one(repository, minutes):
    repository(
        "reschedule", "delivery list", "2023-10-25", "--because", "the carrier is late", "--by", "Cara Diaz"
    )
    item = item_of(repository, minutes)

    assert item["due"] == "2023-10-25"
    assert item["log"] == [
        {
            "on": "2023-10-20",
            "by": "Cara Diaz",
            "note": "the carrier is late",
            "due": {"from": "2023-10-22", "to": "2023-10-25"},
        }
    ]


def test_a_blocked_item_says_what_it_needs_until_it_goes_on(repository, minutes):
    repository("block", "delivery list", "--because", "the figures", "--of", "Sales")
    assert item_of(repository, minutes)["needs"] == {"what": "the figures", "of": "Sales"}

    repository("progress", "delivery list", "asked again")
    assert item_of(repository, minutes)["status"] == "blocked"

    repository("progress", "delivery list", "the figures came", "--status", "doing")
    item = item_of(repository, minutes)
    assert item["status"] == "doing"
    assert "needs" not in item
    assert [one["note"] for one in item["log"]] == ["the figures", "asked again", "the figures came"]


def test_done_and_opened_again(repository, minutes):
    later = "2023-10-22 09:00"
    repository("done", "delivery list", "--evidence", "docs/list.xlsx", "--on", "2023-10-21", now=later)
    item = item_of(repository, minutes)
    assert (item["status"], item["done_on"], item["evidence"]) == ("done", "2023-10-21", "docs/list.xlsx")

    assert "reopen" in repository("done", "delivery list", code=2).err
    repository("reopen", "delivery list", "--because", "two orders are missing")
    item = item_of(repository, minutes)
    assert item["status"] == "open"
    assert "done_on" not in item


def test_whoever_asked_for_it_must_accept_it(repository, minutes):
    repository("goal", minutes, "--set", "actions.0.accept=Ann Lee", code=None)
    refused = repository("done", "delivery list", "--note", "sent", code=1)
    assert '--accepted-by "Ann Lee"' in refused.err
    assert item_of(repository, minutes)["status"] == "open"

    repository("done", "delivery list", "--note", "sent", "--accepted-by", "Ann Lee")
    item = item_of(repository, minutes)
    assert item["status"] == "done"
    assert item["accepted"]["by"] == "Ann Lee"


def test_a_cancelled_item_keeps_its_reason(repository, minutes):
    repository("cancel", "delivery list", "--because", "the customer fetches it")
    item = item_of(repository, minutes)

    assert item["status"] == "cancelled"
    assert item["log"][0]["note"] == "the customer fetches it"


def test_a_communication_moves_with_its_length_and_keeps_why(repository):
    plan = walked(repository, PLAN_EN, 5)
    repository(
        "reschedule",
        plan,
        "2023-10-23 10:00",
        "--because",
        "Ann is away",
        "--by",
        "Ann Lee",
        now="2023-10-18 11:00",
    )
    shown = json.loads(repository("show", plan, "--json").out)

    assert (shown["date"], shown["start"], shown["end"]) == (
        "2023-10-23",
        "2023-10-23 10:00",
        "2023-10-23 11:30",
    )
    assert shown["moved"] == [
        {
            "from": "2023-10-20 14:00",
            "to": "2023-10-23 10:00",
            "because": "Ann is away",
            "by": "Ann Lee",
            "on": "2023-10-18",
        }
    ]
    assert shown["id"].startswith("plan-20231020-")  # an id and its place never change


def test_a_communication_moved_by_a_day_keeps_its_hours(repository):
    plan = walked(repository, PLAN_EN, 5)
    repository("reschedule", plan, "next Friday", "--because", "Ann is away", now="2023-10-18 11:00")
    shown = json.loads(repository("show", plan, "--json").out)

    assert shown["start"] == "2023-10-27 14:00"


def test_a_cancelled_communication_has_no_gate(repository):
    plan = walked(repository, PLAN_EN, 1)
    repository("cancel", plan, "--because", "settled by phone", "--by", "Ann Lee")
    shown = json.loads(repository("show", plan, "--json").out)

    assert shown["cancelled"]["because"] == "settled by phone"
    assert shown["derived"]["gate"]["open"] is True
    assert json.loads(repository("followup", "--json").out)["items"] == []


def test_only_what_changed_changes_in_the_file(repository, minutes):
    path = json.loads(repository("show", minutes, "--json").out)["derived"]["path"]
    file = repository.root / path
    file.write_text(
        file.read_text(encoding="utf-8").replace("place:", "# the usual room\nplace:"), encoding="utf-8"
    )
    before = file.read_text(encoding="utf-8").splitlines()
    repository("progress", "delivery list", "half done")
    after = file.read_text(encoding="utf-8").splitlines()

    gone = [line for line in before if line not in after]
    new = [line for line in after if line not in before]
    assert gone == ["    status: open"]
    assert len(new) <= 6


def test_a_clock_time_alone_is_one_of_the_day_of_the_communication(repository):
    plan = walked(repository, PLAN_EN, 5)
    repository("reschedule", plan, "15:00", "--because", "Ann is late", now="2023-10-18 11:00")
    shown = json.loads(repository("show", plan, "--json").out)

    assert (shown["date"], shown["start"], shown["end"]) == (
        "2023-10-20",
        "2023-10-20 15:00",
        "2023-10-20 16:30",
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("3pm", "3pm → 2023-10-20 Fri 15:00\n"),
        ("下午3点半", "下午3点半 → 2023-10-20 Fri 15:30\n"),
        ("3点", "3点 → 2023-10-20 Fri 15:00 (may also mean 03:00)\n"),
    ],
)
def test_a_clock_time_in_words_is_read_back_with_the_day_of_the_communication(repository, typed, told):
    plan = walked(repository, PLAN_EN, 5)

    moved = repository("reschedule", plan, typed, "--because", "Ann is late", now="2023-10-18 11:00")
    assert told in moved.err


def test_a_communication_without_a_time_gets_the_one_it_is_moved_to(repository):
    plan = walked(repository, PLAN_EN, 1)
    repository("reschedule", plan, "2023-10-23 10:00", "--because", "Ann is away", now="2023-10-18 11:00")
    shown = json.loads(repository("show", plan, "--json").out)

    assert (shown["date"], shown["start"]) == ("2023-10-23", "2023-10-23 10:00")


def test_an_offset_outlives_a_move(repository):
    plan = walked(repository, PLAN_EN, 5)
    repository(
        "prepare", plan, "--set", "start=2023-10-20 14:00+02:00", "--set", "end=2023-10-20 15:30+02:00"
    )
    repository("reschedule", plan, "2023-10-24", "--because", "Ann is away")
    shown = json.loads(repository("show", plan, "--json").out)

    assert (shown["start"], shown["end"]) == ("2023-10-24 14:00+02:00", "2023-10-24 15:30+02:00")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("in 3 days", "in 3 days → 2023-10-23 Mon"),
        ("next Friday", "next Friday → 2023-10-27 Fri\n"),
        ("next Saturday", "next Saturday → 2023-10-28 Sat (may also mean 2023-10-21 Sat)"),
        ("月底", "月底 → 2023-10-31 Tue"),
    ],
)
@pytest.mark.parametrize("of", ["item", "record"])
def test_a_date_in_words_counts_from_today_and_is_read_back(repository, minutes, typed, said, of):
    name = minutes if of == "record" else "delivery list"
    moved = repository("reschedule", name, typed, "--because", "the carrier is late", now="2023-10-20 18:00")

    assert said in moved.err


def test_what_is_called_off_keeps_why(repository):
    plan = walked(repository, PLAN_EN, 1)
    repository("cancel", plan, "--because", "settled by phone", "--by", "Ann Lee")

    for again in (["cancel", plan], ["reschedule", plan, "2023-10-30"]):
        refused = repository(*again, "--because", "another reason", code=2)
        assert "settled by phone" in refused.err
        assert "Ann Lee" in refused.err
    shown = json.loads(repository("show", plan, "--json").out)
    assert shown["cancelled"]["because"] == "settled by phone"


@pytest.mark.parametrize("status", ["open", "doing"])
def test_what_is_neither_closed_nor_blocked_cannot_be_opened(repository, minutes, status):
    if status == "doing":
        repository("progress", "delivery list", "half done")
    before = item_of(repository, minutes)

    assert "neither closed nor blocked" in repository("reopen", "delivery list", code=2).err
    assert item_of(repository, minutes) == before


def test_what_was_closed_without_evidence_gets_it(repository, minutes):
    closed = repository(
        *("done", "delivery list", "--on", "2023-10-21", "--by", "Cara Diaz", "--lang", "zh-Hans"),
        now="2023-10-21 09:00",
    )
    item = item_of(repository, minutes)
    command = f"commcoord done {item['id']} --evidence"
    assert command in closed.err
    found = json.loads(repository("check", "--select", "CC610", "--json", code=None).out)
    assert [one["hint"] for one in found] == [f"{command} LINK"]

    repository("done", item["id"], "--evidence", "docs/list.xlsx", "--by", "Ben Cole", now="2023-10-25 09:00")
    item = item_of(repository, minutes)
    assert (item["status"], item["done_on"], item["evidence"]) == ("done", "2023-10-21", "docs/list.xlsx")
    assert item["log"] == [
        {"on": "2023-10-21", "by": "Cara Diaz", "status": "done"},
        {"on": "2023-10-25", "by": "Ben Cole", "note": "docs/list.xlsx"},
    ]
    refused = repository("done", item["id"], "--evidence", "another.xlsx", "--lang", "zh-Hans", code=2)
    assert "“完成”" in refused.err


@pytest.mark.parametrize(
    ("command", "field", "there", "typed", "added"),
    [
        (["hold"], "attendees", "张伟（市场部）", ["张伟"], []),
        (["hold"], "attendees", "张伟", ["张伟（市场部）"], []),
        (["hold"], "attendees", "张伟", ["李娜", "李娜（产品部）"], ["李娜"]),
        (["hold"], "attendees", "张伟（市场部）", ["张伟（客户）"], ["张伟（客户）"]),
        (["people"], "people.takes_part", "Ann Lee (Marketing)", ["Ann Lee", "Ben Cole"], ["Ben Cole"]),
    ],
)
def test_nobody_is_in_a_list_twice(repository, minutes, command, field, there, typed, added):
    option = "--attendee" if field == "attendees" else "--takes-part"
    repository(*command, minutes, "--set", f'{field}=["{there}"]', code=None)
    repository(*command, minutes, *(word for one in typed for word in (option, one)), code=None)
    shown = json.loads(repository("show", minutes, "--json").out)
    for name in field.split("."):
        shown = shown[name]

    assert shown == [there, *added]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "blocked: 缺纸 (ask 李娜)"),
        ("zh-Hans", "受阻：缺纸（找李娜）"),
        ("zh-Hant", "受阻：缺纸（找李娜）"),
    ],
)
def test_a_reason_is_no_thing_that_somebody_must_deliver(repository, minutes, lang, said):
    repository("block", "delivery list", "--because", "缺纸", "--of", "李娜", now="2023-10-21 09:00")

    for command in (["followup"], ["show", minutes], ["followup", "--format", "markdown"], ["today", "李娜"]):
        assert said in repository(*command, lang=lang).out


@pytest.mark.parametrize("where", ["item", "record", "clock"])
def test_a_move_to_where_it_is_already_is_none(repository, minutes, where):
    name, until = {
        "item": ("delivery list", "2023-10-22"),
        "record": (minutes, "2023-10-20"),
        "clock": (minutes, "10:00"),
    }[where]
    path = next(repository.root.glob("records/*/minutes/*"))
    before = path.read_bytes()
    told = repository("reschedule", name, until, "--because", "the carrier is late").err

    assert "Nothing changes." in told
    assert "the carrier is late" in told
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("done", "delivery list", "--evidence", "docs/list.xlsx"),
        ("progress", "delivery list", "asked the carrier"),
        ("block", "delivery list", "--because", "the figures", "--of", "Sales"),
        ("cancel", "delivery list", "--because", "the customer fetches it"),
        ("reopen", "delivery list", "--because", "two orders are missing"),
        ("reschedule", "delivery list", "2023-12-20", "--because", "the carrier is late"),
        ("cancel", "MINUTES", "--because", "the customer fetches it"),
        ("reschedule", "MINUTES", "2023-12-20", "--because", "the carrier is late"),
    ],
)
def test_what_has_not_happened_cannot_be_noted(repository, minutes, words):
    path = next(repository.root.glob("records/*/minutes/*"))
    before = path.read_bytes()
    typed = [minutes if word == "MINUTES" else word for word in words]
    refused = repository(*typed, "--on", "2023-12-24", code=2).err

    assert "still to come" in refused
    assert words[-1] in refused
    assert "--on 2023-12-24" in refused
    assert path.read_bytes() == before


def test_what_was_closed_before_it_was_accepted_is_accepted_later(repository, minutes):
    repository("done", "delivery list", "--evidence", "docs/list.xlsx", "--on", "2023-10-20")
    name = item_of(repository, minutes)["id"]
    repository("goal", minutes, "--set", "actions.0.accept=Ann Lee", code=None)
    refused = repository("done", name, "--accepted-by", "Cara Diaz", code=1)
    assert '--accepted-by "Ann Lee"' in refused.err

    repository("done", name, "--accepted-by", "Ann Lee", now="2023-10-25 09:00")
    item = item_of(repository, minutes)
    assert item["accepted"] == {"at": "2023-10-25 09:00", "by": "Ann Lee"}
    assert (item["status"], item["done_on"], item["evidence"]) == ("done", "2023-10-20", "docs/list.xlsx")
    assert "reopen" in repository("done", name, "--accepted-by", "Ann Lee", code=2).err


def test_a_word_on_a_late_acceptance_is_kept(repository, minutes):
    repository("done", "delivery list", "--evidence", "docs/list.xlsx", "--on", "2023-10-20")
    name = item_of(repository, minutes)["id"]
    refused = repository("done", name, "--evidence", "other.xlsx", "--accepted-by", "Ann Lee", code=2)
    assert "reopen" in refused.err
    repository("done", name, "--note", "read it through", "--accepted-by", "Ann Lee", "--by", "Ann Lee")
    item = item_of(repository, minutes)
    assert item["accepted"]["by"] == "Ann Lee"
    assert item["log"][-1] == {"on": "2023-10-20", "by": "Ann Lee", "note": "read it through"}
    assert item["evidence"] == "docs/list.xlsx"


def test_an_empty_field_keeps_its_remark_when_it_stays_empty(repository, minutes):
    path = next(repository.root.rglob(f"{minutes}.yaml"))
    text = path.read_text("utf-8")
    assert text.count("    status: open\n") >= 1
    remark = "    evidence:   # to come from the carrier\n"
    path.write_text(text.replace("    status: open\n", f"    status: open\n{remark}", 1), "utf-8")
    name = item_of(repository, minutes)["id"]
    repository("done", name, "--note", "sent")

    written = path.read_text("utf-8")
    assert "status: done\n" in written
    assert remark in written
