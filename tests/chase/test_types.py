"""Each clock of the chase: from which day it speaks, how loudly, to whom, until when."""

import pytest

from tests.chase.conftest import SETTINGS

MINUTES = """
kind: minutes
id: minutes-20231020-7qk2
title: 新品推广方案对接会
scenario: cross-department
step: followup
date: 2023-10-20
start: 2023-10-20 14:00
end: 2023-10-20 15:30
recorder: 李娜（产品部）
people: {owner: 张伟（市场部）}
"""
SENT = MINUTES + "circulated: {at: 2023-10-20 17:00, to: [全体参会人]}\n"
ACTION = (
    SENT
    + "actions:\n  - {id: a-3f9k, what: 提交场地清单, owner: 王强（销售部）, due: 2023-10-27, status: open"
)
PLAN = """
kind: plan
id: plan-20231020-m4x9
title: 新品推广方案对接会
scenario: cross-department
step: hold
date: 2023-10-20
start: 2023-10-20 14:00
end: 2023-10-20 15:30
people: {owner: 张伟（市场部）}
"""
FEEDBACK = """
kind: feedback
id: feedback-20231020-c5nb
title: 到货晚两天
scenario: customer
step: hold
date: 2023-10-20
start: 2023-10-20 09:40
people: {owner: 王强（销售部）}
"""
OCTOBER = ("2023-10-18", "2023-11-10")


# ── actions ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_action_is_soon_three_days_ahead_then_today_then_late(chase):
    days = chase(ACTION + "}").days("action-due action-overdue", *OCTOBER)

    assert days == {"10-24": "soon", "10-27": "today", "10-28": "late"}


def test_an_overdue_action_has_a_type_of_its_own_and_the_next_move(chase):
    (before,) = chase(ACTION + "}").on("2023-10-27 23:59")
    (after,) = chase(ACTION + "}").on("2023-10-28 00:00")

    assert (before.watch.type, before.days_left) == ("action-due", 0)
    assert (after.watch.type, after.days_left) == ("action-overdue", -1)
    assert (after.watch.who, after.watch.department) == ("王强（销售部）", "销售部")
    assert after.watch.command == "commcoord done a-3f9k --evidence …"


def test_an_action_is_chased_until_it_was_done_whatever_is_written_now(chase):
    days = chase(ACTION.replace("status: open", "status: done, done_on: 2023-10-30") + "}").days(
        "action-due action-overdue", *OCTOBER
    )

    assert days == {"10-24": "soon", "10-27": "today", "10-28": "late", "10-30": ""}


def test_a_moved_action_follows_the_deadline_that_it_had_on_the_day(chase):
    moved = (
        ACTION.replace("due: 2023-10-27", "due: 2023-11-06")
        + ", log: [{on: 2023-10-28, due: {from: 2023-10-27, to: 2023-11-06}}]}"
    )

    days = chase(moved).days("action-due action-overdue", *OCTOBER)

    assert days == {
        "10-24": "soon",
        "10-27": "today",
        "10-28": "",
        "11-03": "soon",
        "11-06": "today",
        "11-07": "late",
    }


def test_more_days_ahead_are_shown_when_asked_for(chase):
    assert [one.days_left for one in chase(ACTION + "}").on("2023-10-20 18:00", within=7)] == [7]
    assert chase(ACTION + "}").on("2023-10-20 18:00", within=6) == []
    assert chase(ACTION + "}").on("2023-10-26 18:00", within=0) == []


def test_an_item_without_an_owner_is_the_move_of_the_records_owner(chase):
    (found,) = chase(ACTION.replace("owner: 王强（销售部）, ", "") + "}").on("2023-10-27")

    assert found.watch.who == "张伟（市场部）"


def test_what_was_called_off_is_not_chased(chase):
    assert chase(ACTION + "}\ncancelled: {because: 取消, on: 2023-10-25}").days(
        "action-due action-overdue", *OCTOBER
    ) == {"10-24": "soon", "10-25": ""}


# ── silence ─────────────────────────────────────────────────────────────────────────────────────────────────────

LONG = ACTION.replace("due: 2023-10-27", "due: 2023-11-20")


def test_an_item_of_which_nothing_is_heard_is_silent_after_a_week(chase):
    assert chase(LONG + "}").days("progress-silent", *OCTOBER) == {"10-28": "info"}


def test_a_word_starts_the_rhythm_again(chase):
    spoken = LONG + ", log: [{on: 2023-10-30, note: 已联系 8 家}]}"

    assert chase(spoken).days("progress-silent", *OCTOBER) == {"10-28": "info", "10-30": "", "11-07": "info"}


def test_an_item_may_have_a_rhythm_of_its_own(chase):
    assert chase(LONG + ", every: 2d}").days("progress-silent", *OCTOBER) == {"10-23": "info"}


def test_an_item_near_its_deadline_asks_only_once(chase):
    near = ACTION + ", every: 2d}"

    assert chase(near).days("progress-silent", *OCTOBER) == {"10-23": "info", "10-24": ""}
    assert chase(near).said("2023-10-24 12:00") == ["action-due soon"]


# ── blocked ─────────────────────────────────────────────────────────────────────────────────────────────────────

STUCK = (
    LONG.replace("open", "blocked")
    + ", needs: {what: 合同盖章, of: 法务部}, log: [{on: 2023-10-23, status: blocked, note: 等合同}]}"
)


def test_a_blocked_item_is_escalated_after_three_days(chase):
    assert chase(STUCK).days("blocked", *OCTOBER) == {"10-23": "info", "10-27": "today"}


def test_a_blocked_item_is_asked_of_whom_it_needs_then_of_the_records_owner(chase):
    (first,) = chase(STUCK).on("2023-10-24")
    (then,) = chase(STUCK).on("2023-10-27")

    assert (first.watch.who, first.watch.department, first.watch.also) == (
        "法务部",
        "法务部",
        ("王强（销售部）",),
    )
    assert (then.watch.who, then.watch.also) == ("张伟（市场部）", ("王强（销售部）", "法务部"))
    assert str(first.watch.what) == "提交场地清单; blocked: 合同盖章 (ask 法务部)"


# ── what must be sent and written ───────────────────────────────────────────────────────────────────────────────


def test_minutes_are_chased_from_the_end_of_the_meeting(chase):
    unsent = chase(MINUTES)

    assert unsent.said("2023-10-20 15:30") == []
    assert unsent.said("2023-10-20 15:31") == ["minutes-uncirculated soon"]
    assert unsent.said("2023-10-21 15:30") == ["minutes-uncirculated today"]
    assert unsent.said("2023-10-21 15:31") == ["minutes-uncirculated late"]
    assert unsent.on("2023-10-21")[0].watch.who == "李娜（产品部）"


def test_minutes_without_a_time_are_due_a_day_after_their_day(chase):
    untimed = chase(MINUTES.replace("start: 2023-10-20 14:00\nend: 2023-10-20 15:30\n", ""))

    assert untimed.said("2023-10-20 23:00") == []
    assert untimed.said("2023-10-21 00:01") == ["minutes-uncirculated late"]


def test_minutes_are_quiet_once_sent_or_answered_for(chase):
    assert chase(SENT).said("2023-10-22", "minutes") == []
    assert (
        chase(MINUTES + "overrides: [{step: followup, because: 只在会上口头通知, on: 2023-10-21}]").said(
            "2023-10-22", "minutes"
        )
        == []
    )


CONCERNED = "attendees: [张伟（市场部）, 李娜（产品部）]\ncc: [王强, 法务部]\n"


@pytest.mark.parametrize(
    ("sent", "what", "move"),
    [
        ("", "the minutes are not sent yet", "circulate {id} --send"),
        ("to: [张伟]", "the minutes did not reach 王强 and 1 more", "circulate {id} --send"),
        ("to: [张伟, 王强]", "the minutes did not reach 法务部", "circulate {id} --send"),
        ("to: [张伟, 王强, 法务部]", None, None),
        ("to: [全体参会人]", None, None),  # whoever writes so often means everybody concerned
    ],
)
def test_minutes_are_chased_until_everybody_concerned_has_them(chase, sent, what, move):
    circulated = f"circulated: {{at: 2023-10-20 17:00, {sent}}}\n" if sent else ""
    found = chase(MINUTES + CONCERNED + circulated).on("2023-10-22")
    kept = [one for one in found if one.watch.type == "minutes-uncirculated"]

    assert [str(one.watch.what) for one in kept] == ([what] if what else [])
    assert all(one.watch.command == f"commcoord {move}".format(id="minutes-20231020-7qk2") for one in kept)
    assert any(one.watch.type == "archive-due" for one in found) == (what is None)


def test_minutes_that_name_nobody_ask_who_was_there(chase):
    (found,) = chase(MINUTES).on("2023-10-22")

    assert found.watch.command == 'commcoord hold minutes-20231020-7qk2 --attendee "…"'


def test_a_plan_whose_day_passed_waits_for_minutes(chase):
    assert chase(PLAN).days("minutes-missing", *OCTOBER, clock="16:00") == {"10-20": "soon", "10-21": "late"}
    assert chase(PLAN, MINUTES + "links: [plan-20231020-m4x9]").said("2023-10-22", "minutes-missing") == []


def test_no_minutes_are_missing_before_the_meeting_however_far_one_looks_ahead(chase):
    assert [one.watch.type for one in chase(PLAN).on("2023-10-15 12:00", within=30)] == []
    assert [one.watch.type for one in chase(FEEDBACK).on("2023-10-20 12:00", within=30)] == [
        "acknowledge-due",
        "answer-due",
        "solve-due",
    ]


def test_a_phone_call_waits_for_a_written_record(chase):
    call = PLAN + "channel: {means: [phone]}\n"

    assert chase(call).said("2023-10-22") == ["spoken-unwritten late"]
    assert chase(call.replace("[phone]", "[phone], written_record: docs/call.md")).said("2023-10-22") == []


def test_a_phone_call_that_was_filed_unwritten_waits_for_a_written_record_still(chase):
    call = PLAN.replace("step: hold", "step: done") + "scenario: emergency\nchannel: {means: [phone]}\n"
    call = call.replace("scenario: cross-department\n", "")
    written = FEEDBACK + "links: [plan-20231020-m4x9]\n"

    assert "step: done" in call
    assert chase(call).said("2023-11-22", "spoken") == ["spoken-unwritten late"]
    assert chase(call, written).said("2023-11-22", "spoken") == []


def test_a_letter_waits_for_no_minutes_but_for_its_confirmation(chase):
    letter = chase(PLAN + "channel: {means: [letter], confirmation: {asked: 2023-10-20}}\n")

    assert letter.days("unconfirmed minutes-missing spoken-unwritten", *OCTOBER) == {"10-24": "late"}


def test_unsent_materials_are_chased_until_the_meeting(chase):
    plan = chase(
        PLAN.replace("step: hold", "step: prepare")
        + "materials: [{title: 调研数据}, {title: 方案}]\nchannel: {important: true, means: [meeting]}"
    )

    assert plan.days("materials-unsent", "2023-10-10", "2023-10-30", clock="13:00") == {
        "10-16": "soon",
        "10-19": "today",
        "10-20": "late",
        "10-21": "",
    }
    assert str(plan.on("2023-10-19")[0].watch.what) == "not sent ahead: 调研数据 and 1 more"


def test_an_important_meeting_without_materials_is_chased_an_urgent_one_is_not(chase):
    bare = PLAN + "channel: {important: true, means: [meeting]}"

    assert chase(bare).said("2023-10-19 12:00") == ["materials-unsent today"]
    assert chase(bare.replace("{important", "{urgent: true, important")).said("2023-10-19 12:00") == []
    assert chase(PLAN).said("2023-10-19 12:00") == []


# ── complaints ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_clocks_of_a_complaint_count_working_days(chase):
    """20 October 2023 is a Friday."""
    complaint = chase(FEEDBACK)

    assert complaint.days("acknowledge-due", *OCTOBER) == {"10-20": "soon", "10-23": "today", "10-24": "late"}
    assert complaint.days("answer-due", *OCTOBER) == {"10-22": "soon", "10-25": "today", "10-26": "late"}
    assert complaint.days("solve-due", *OCTOBER) == {"10-31": "soon", "11-03": "today", "11-04": "late"}


def test_the_clocks_stand_still_while_the_other_side_must_answer(chase):
    waiting = (
        FEEDBACK
        + "acknowledged: {at: 2023-10-20 10:00}\nwaits: [{from: 2023-10-23, to: 2023-10-26, for: 照片}]\n"
    )

    assert chase(waiting).days("acknowledge-due answer-due", *OCTOBER) == {
        "10-22": "soon",
        "10-23": "",
        "10-28": "soon",
        "10-31": "today",
        "11-01": "late",
    }


def test_a_wait_does_not_undo_what_was_overdue_before_it(chase):
    waiting = FEEDBACK + "waits: [{from: 2023-10-26, to: 2023-10-31, for: 照片}]\n"
    complaint = chase(waiting)

    assert complaint.days("acknowledge-due", *OCTOBER) == {"10-20": "soon", "10-23": "today", "10-24": "late"}
    assert complaint.days("answer-due", *OCTOBER) == {"10-22": "soon", "10-25": "today", "10-26": "late"}
    assert complaint.days("solve-due", *OCTOBER) == {"11-06": "soon", "11-09": "today", "11-10": "late"}


def test_a_promise_that_was_kept_is_chased_no_more(chase):
    kept = FEEDBACK + "answered: {at: 2023-10-24 10:00}\nsolved: {at: 2023-10-30 10:00}\n"

    days = chase(kept).days("acknowledge-due answer-due solve-due", *OCTOBER)

    assert days == {"10-20": "soon", "10-22": "soon soon", "10-23": "today soon", "10-24": ""}


@pytest.mark.parametrize(
    ("fields", "owed"),
    [
        ("", ["acknowledge-due", "answer-due", "solve-due"]),
        ("acknowledged: {at: 2023-10-20 10:00}\nanswered: {at: 2023-10-23 10:00}\n", ["solve-due"]),
        ("solved: {at: 2023-10-30 10:00}\n", []),
        ("accepted: {at: 2023-10-30 10:00}\n", []),
        ("status: closed\n", []),
        ("overrides: [{step: archive, because: 客户撤回投诉, by: 张伟, on: 2023-10-30}]\n", []),
        ("cancelled: {because: 登记错了, by: 张伟, on: 2023-10-30}\n", []),
        ("severity:\n", []),
    ],
)
def test_a_complaint_that_was_filed_unanswered_is_chased_still(chase, fields, owed):
    """Whatever else came from outside is settled by being filed."""
    filed = FEEDBACK.replace("step: hold", "step: done")
    severity = "" if "severity" in fields else "severity: high\n"
    said = chase(filed + severity + fields).on("2023-12-01 12:00")
    assert sorted(one.watch.type for one in said if one.watch.record) == owed


# ── filing and learning ─────────────────────────────────────────────────────────────────────────────────────────


def test_minutes_can_be_filed_when_they_are_sent_and_everything_is_done(chase):
    done = ACTION.replace("status: open", "status: done, done_on: 2023-10-26") + "}"

    assert chase(done).days("archive-due", *OCTOBER) == {"10-26": "info"}
    assert chase(ACTION + "}").days("archive-due", *OCTOBER) == {}


def test_a_complaint_can_be_filed_when_it_is_solved(chase):
    solved = FEEDBACK + "answered: {at: 2023-10-23 10:00}\nsolved: {at: 2023-10-25 10:00}\n"

    assert chase(solved).days("archive-due", *OCTOBER) == {"10-25": "info"}


@pytest.mark.parametrize("waits", ["", "waits: [{from: 2023-10-21, for: 照片}]\n"])
def test_a_complaint_cannot_be_filed_while_a_promise_is_open(chase, waits):
    open_still = FEEDBACK.replace("step: hold", "step: archive") + waits

    assert chase(open_still).days("archive-due", *OCTOBER) == {}
    assert chase(open_still + "status: solved\n").days("archive-due", *OCTOBER) != {}


def test_a_quarter_is_reviewed_within_ten_working_days(chase):
    """The National Day week of 2023 lasted until 6 October; 7 and 8 October were worked."""
    july = (
        SENT.replace("20231020", "20230720")
        .replace("2023-10-20", "2023-07-20")
        .replace("step: followup", "step: done")
    )

    days = chase(july).days("review-due", "2023-09-28", "2024-01-05")

    assert days == {"10-15": "soon", "10-18": "today", "10-19": "late", "01-01": ""}


def test_a_quarter_whose_review_was_held_is_quiet(chase):
    july = (
        SENT.replace("20231020", "20230720")
        .replace("2023-10-20", "2023-07-20")
        .replace("step: followup", "step: done")
    )
    held = (
        SENT.replace("新品推广方案对接会", "三季度沟通问题回顾")
        .replace("2023-10-20", "2023-10-09")
        .replace("20231020", "20231009")
    )

    assert chase(july, held).days("review-due", "2023-10-05", "2023-12-31") == {}


@pytest.mark.parametrize(
    ("due_soon", "first"),
    [("1wd", "10-26"), ("2wd", "10-25"), ("3wd", "10-24"), ("1d", "10-26"), ("24h", "10-26")],
)
@pytest.mark.parametrize("clock", ["00:00", "12:00"])
def test_what_is_due_is_near_from_the_beginning_of_a_day(chase, due_soon, first, clock):
    near = chase(ACTION + "}", settings=f"{SETTINGS}deadlines: {{due_soon: {due_soon}}}\n")

    days = near.days("action-due", "2023-10-22", "2023-10-27", clock)

    assert next(day for day, said in days.items() if said == "soon") == first
