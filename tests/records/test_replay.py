"""Any day replayed: a record as it stood, whatever was noted since."""

import copy
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.records.calendars import calendar_for
from commcoord.records.parsing import record_of
from commcoord.records.replay import as_it_stood
from commcoord.records.settings import Settings
from commcoord.records.source import source_of
from commcoord.records.view import View

ZONE = ZoneInfo("Asia/Shanghai")
FIRST = date(2023, 10, 20)
LAST = 40  # days over which a record lives in these tests

MINUTES = {
    "kind": "minutes", "id": "minutes-20231020-7qk2", "title": "新品推广方案对接会", "scenario": "cross-department",
    "step": "hold", "date": "2023-10-20", "start": "2023-10-20 14:00", "end": "2023-10-20 15:30",
    "materials": [{"title": "用户调研数据", "type": "background"}],
    "facts": [{"id": "f-8w2d", "what": "总预算17万元"}],
    "actions": [{"id": "a-3f9k", "what": "提交门店活动场地清单", "owner": "王强（销售部）", "due": "2023-10-25", "status": "open"}],
}  # fmt: skip
FEEDBACK = {
    "kind": "feedback", "id": "feedback-20231020-c5nb", "title": "到货晚两天", "scenario": "customer", "step": "hold",
    "date": "2023-10-20", "start": "2023-10-20 09:40", "status": "received",
}  # fmt: skip


def record(tree, **changes):
    found, wrong = record_of(copy.deepcopy(tree) | changes)
    assert wrong == []
    return found


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def stood(tree, when, **changes):
    return as_it_stood(record(tree, **changes), at(when), ZONE)


def item(when, **changes):
    return stood(MINUTES, when, actions=[MINUTES["actions"][0] | changes]).actions[0]


def test_without_later_entries_a_record_is_returned_itself():
    minutes = record(MINUTES, circulated={"at": "2023-10-20 17:00"})

    assert as_it_stood(minutes, at("2023-10-20 17:00"), ZONE) is minutes


def test_minutes_do_not_exist_before_their_day_but_a_plan_does():
    assert stood(MINUTES, "2023-10-19 23:59") is None
    assert stood(MINUTES, "2023-10-20 00:00") is not None
    assert stood(MINUTES, "2023-10-01", kind="plan", id="plan-20231020-7qk2") is not None


def test_minutes_sent_later_were_not_sent_yet():
    minutes = {"circulated": {"at": "2023-10-21 17:00", "to": ["全体参会人"]}}

    assert stood(MINUTES, "2023-10-21 16:59", **minutes).circulated is None
    assert stood(MINUTES, "2023-10-21 17:00", **minutes).circulated.to == ["全体参会人"]


def test_a_time_with_an_offset_is_compared_as_the_moment_that_it_is():
    minutes = {"circulated": {"at": "2023-10-21 09:00 Z"}}

    assert stood(MINUTES, "2023-10-21 16:59", **minutes).circulated is None
    assert stood(MINUTES, "2023-10-21 17:00", **minutes).circulated is not None


def test_a_done_item_was_open_before():
    done = {
        "status": "done",
        "done_on": "2023-10-27",
        "evidence": "docs/sites.xlsx",
        "log": [{"on": "2023-10-27", "status": "done"}],
    }

    before, after = item("2023-10-26", **done), item("2023-10-27", **done)

    assert (before.status, before.done_on, before.evidence, before.log) == ("open", None, None, [])
    assert (after.status, after.done_on, after.evidence) == ("done", date(2023, 10, 27), "docs/sites.xlsx")


def test_an_item_done_without_a_log_was_open_before():
    assert item("2023-10-26", status="done", done_on="2023-10-27").status == "open"


def test_a_moved_deadline_was_the_earlier_one():
    moved = {
        "due": "2023-11-08",
        "log": [
            {"on": "2023-10-24", "due": {"from": "2023-10-25", "to": "2023-11-01"}},
            {"on": "2023-10-30", "due": {"from": "2023-11-01", "to": "2023-11-08"}},
        ],
    }

    dues = [item(day, **moved).due for day in ("2023-10-23", "2023-10-24", "2023-10-30")]

    assert dues == [date(2023, 10, 25), date(2023, 11, 1), date(2023, 11, 8)]


def test_a_block_that_was_lifted_is_back_with_what_it_needed():
    lifted = {
        "status": "doing",
        "log": [
            {
                "on": "2023-10-22",
                "note": "等合同",
                "status": "blocked",
                "needs": {"what": "合同盖章", "of": "法务部"},
            },
            {"on": "2023-10-26", "note": "合同已到", "status": "doing"},
        ],
    }

    blocked = item("2023-10-25", **lifted)

    assert (blocked.status, blocked.needs.what, blocked.needs.of) == ("blocked", "合同盖章", "法务部")
    assert item("2023-10-21", **lifted).status == "open"


def test_a_record_was_at_the_step_that_it_passed_next():
    passed = {
        "step": "done",
        "history": [
            {"step": "hold", "at": "2023-10-20 15:30"},
            {"step": "followup", "at": "2023-10-20 17:00"},
            {"step": "archive", "at": "2023-10-30 16:00"},
        ],
        "archive": {"conclusion": "门店优先", "on": "2023-10-30"},
    }

    steps = [
        stood(MINUTES, when, **passed).step
        for when in ("2023-10-20 15:29", "2023-10-20 16:00", "2023-10-29", "2023-10-30 16:00")
    ]

    assert steps == ["hold", "followup", "archive", "done"]
    assert stood(MINUTES, "2023-10-29", **passed).archive.conclusion is None


def test_a_meeting_that_was_moved_had_its_earlier_time_and_length():
    plan = {
        "kind": "plan",
        "id": "plan-20231020-7qk2",
        "moved": [{"from": "2023-10-18 09:00", "to": "2023-10-20 14:00", "on": "2023-10-17"}],
    }

    before = stood(MINUTES, "2023-10-16", **plan)

    assert (before.date, before.start, before.end) == (
        date(2023, 10, 18),
        "2023-10-18 09:00",
        "2023-10-18 10:30",
    )
    assert before.moved == []


def test_a_move_that_somebody_wrote_in_words_changes_no_date():
    plan = {
        "kind": "plan",
        "id": "plan-20231020-7qk2",
        "moved": [{"from": "上周三", "to": "2023-10-20", "on": "2023-10-17"}],
    }

    assert stood(MINUTES, "2023-10-16", **plan).date == FIRST


def test_a_task_that_was_moved_had_its_earlier_end():
    task = {
        "kind": "task", "id": "task-20231020-7qk2", "title": "上市推广", "scenario": "cross-department", "step": "followup",
        "date": "2023-10-20", "end": "2023-12-20", "moved": [{"from": "2023-12-01", "to": "2023-12-20", "on": "2023-11-20"}],
    }  # fmt: skip

    assert stood(task, "2023-11-19").end == date(2023, 12, 1)


@pytest.mark.parametrize(
    ("when", "status", "stamps"),
    [
        ("2023-10-20 09:40", "received", 0),
        ("2023-10-20 10:00", "acknowledged", 1),
        ("2023-10-22 12:00", "waiting", 1),
        ("2023-10-25 12:00", "answered", 2),
        ("2023-10-30 12:00", "solved", 3),
        ("2023-11-02 12:00", "solved", 4),
        ("2023-11-03 12:00", "closed", 4),
    ],
)
def test_a_complaint_was_as_far_as_its_stamps_say(when, status, stamps):
    closed = {
        "status": "closed",
        "acknowledged": {"at": "2023-10-20 10:00"}, "answered": {"at": "2023-10-25 10:00"},
        "solved": {"at": "2023-10-30 10:00"}, "accepted": {"at": "2023-11-01 10:00"},
        "waits": [{"from": "2023-10-21", "to": "2023-10-24", "for": "照片"}], "archive": {"on": "2023-11-03"},
    }  # fmt: skip

    found = stood(FEEDBACK, when, **closed)

    assert found.status == status
    assert (
        sum(getattr(found, name) is not None for name in ("acknowledged", "answered", "solved", "accepted"))
        == stamps
    )


def test_a_wait_that_had_not_ended_is_open():
    waits = [{"from": "2023-10-21", "to": "2023-10-24"}, {"from": "2023-10-30", "to": "2023-11-02"}]

    assert [(str(one.from_), one.to) for one in stood(FEEDBACK, "2023-10-22", waits=waits).waits] == [
        ("2023-10-21", None)
    ]


# ── a life, lived day by day with what the commands write, and gone back to ─────────────────────────────────────


def live(tree, day, event):
    """Do to a record's tree what the commands do on that day."""
    kind, number = event
    on, moment = day.isoformat(), f"{day} {8 + number % 12:02}:00"
    log = tree["actions"][0].setdefault("log", []) if "actions" in tree else []
    LIFE[kind](tree, on, moment, log, number)
    if not log:
        for one in tree.get("actions", []):
            one.pop("log", None)


def promise(tree):
    return tree["actions"][0]


def is_open(tree):
    return "actions" in tree and promise(tree)["status"] not in ("done", "cancelled")


def progress(tree, on, _moment, log, _number):
    if is_open(tree):
        log.append(
            {"on": on, "note": "在做"} | ({"status": "doing"} if promise(tree)["status"] == "open" else {})
        )
        if promise(tree)["status"] == "open":
            promise(tree)["status"] = "doing"


def block(tree, on, _moment, log, number):
    if is_open(tree):
        needs = {"what": f"样机{number}", "of": "产品部"}
        promise(tree).update(status="blocked", needs=needs)
        log.append({"on": on, "note": "缺样机", "status": "blocked", "needs": dict(needs)})


def finish(tree, on, _moment, log, number):
    if is_open(tree):
        promise(tree).pop("needs", None)
        promise(tree).update(status="done", done_on=on, evidence=f"docs/{number}.pdf")
        log.append({"on": on, "status": "done"})


def reopen(tree, on, _moment, log, _number):
    if "actions" in tree and promise(tree)["status"] in ("blocked", "cancelled"):
        for key in ("needs", "done_on"):
            promise(tree).pop(key, None)
        promise(tree)["status"] = "open"
        log.append({"on": on, "status": "open"})


def shift(tree, on, _moment, log, number):
    if is_open(tree):
        later = (date.fromisoformat(promise(tree)["due"]) + timedelta(days=number)).isoformat()
        log.append({"on": on, "note": "改期", "due": {"from": promise(tree)["due"], "to": later}})
        promise(tree)["due"] = later


def walk(tree, _on, moment, _log, _number):
    steps = ["hold", "followup", "archive", "done"]
    if tree["step"] != "done":
        tree.setdefault("history", []).append({"step": tree["step"], "at": moment})
        tree["step"] = steps[steps.index(tree["step"]) + 1]
        if tree["step"] == "done":
            tree["archive"] = {"conclusion": "已定", "on": moment[:10]}
            if "said" in tree:
                tree["status"] = "closed"


def stamp(name, status, before):
    def stamped(tree, _on, moment, _log, _number):
        if (
            tree["kind"] == "feedback"
            and (before is None or before in tree)
            and name not in tree
            and tree["step"] != "done"
        ):
            tree.update({name: {"at": moment}, "status": status})

    return stamped


def once(field, value):
    def noted(tree, on, moment, _log, _number):
        if field not in tree:
            tree[field] = value(on, moment)

    return noted


def send(tree, _on, moment, _log, _number):
    for one in tree.get("materials", []):
        one.setdefault("sent", moment)


def confirm(tree, on, _moment, _log, _number):
    for one in tree.get("facts", []):
        one.setdefault("on", on)
        one.setdefault("confirmed_by", "王强")


def override(tree, on, _moment, _log, number):
    tree.setdefault("overrides", []).append({"step": "hold", "because": f"原因{number}", "on": on})


LIFE = {
    "progress": progress, "block": block, "finish": finish, "reopen": reopen, "shift": shift, "walk": walk,
    "acknowledge": stamp("acknowledged", "acknowledged", None), "answer": stamp("answered", "answered", "acknowledged"),
    "solve": stamp("solved", "solved", "answered"), "send": send, "confirm": confirm, "override": override,
    "circulate": once("circulated", lambda _on, moment: {"at": moment, "by": "email"}),
    "cancel": once("cancelled", lambda on, _moment: {"because": "取消", "on": on}),
}  # fmt: skip

lives = st.lists(
    st.tuples(st.integers(0, LAST), st.tuples(st.sampled_from(sorted(LIFE)), st.integers(1, 20))), max_size=14
).map(lambda events: sorted(events, key=lambda event: (event[0], 8 + event[1][1] % 12)))


@given(lives, st.sampled_from([MINUTES, FEEDBACK]), st.integers(0, LAST))
def test_what_a_later_day_adds_changes_no_earlier_answer(events, tree, offset):
    """The record as it stood on a day is the record that was there on that day."""
    whole, day = copy.deepcopy(tree), FIRST + timedelta(days=offset)
    for number, event in events:
        live(whole, FIRST + timedelta(days=number), event)
        if number <= offset:
            then = copy.deepcopy(whole)
    if not events or events[0][0] > offset:
        then = tree
    evening = datetime.combine(day, datetime.max.time(), ZONE)

    assert as_it_stood(record(whole), evening, ZONE) == record(then)


@given(lives, st.sampled_from([MINUTES, FEEDBACK]), st.integers(0, LAST), st.integers(0, LAST))
def test_going_back_twice_is_going_back_once(events, tree, one, other):
    whole = copy.deepcopy(tree)
    for number, event in events:
        live(whole, FIRST + timedelta(days=number), event)
    late, early = (
        datetime.combine(FIRST + timedelta(days=days), datetime.max.time(), ZONE)
        for days in (max(one, other), min(one, other))
    )
    later = as_it_stood(record(whole), late, ZONE)

    assert as_it_stood(later, late, ZONE) is later
    assert as_it_stood(later, early, ZONE) == as_it_stood(record(whole), early, ZONE)


# ── the view ────────────────────────────────────────────────────────────────────────────────────────────────────


def view(when, *trees):
    sources = tuple(source_of(f"records/{number}.yaml", tree) for number, tree in enumerate(trees))
    return View(sources, Settings(), at(when), calendar_for("none"))


def test_a_view_of_today_is_its_own_replay():
    today = view("2023-11-30", MINUTES, FEEDBACK)

    assert today.replayed is today


def test_a_view_of_a_past_day_has_what_was_there():
    past = view(
        "2023-10-20 12:00",
        MINUTES | {"circulated": {"at": "2023-10-20 17:00"}},
        FEEDBACK | {"date": "2023-10-22"},
    )

    assert list(past.replayed.records) == ["minutes-20231020-7qk2"]
    assert past.replayed.records["minutes-20231020-7qk2"].circulated is None
    assert past.records["minutes-20231020-7qk2"].circulated is not None
