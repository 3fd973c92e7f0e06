from commcoord.records.clocks import (
    confirmation_due,
    has_ended,
    materials_due,
    minutes_due,
    sent_at,
    written_due,
)

MEETING = """\
kind: minutes
id: minutes-20231020-7qk2
title: 新品推广方案对接会
scenario: cross-department
step: hold
date: 2023-10-20
start: 2023-10-20 14:00
end: 2023-10-20 15:30
circulated: {at: 2023-10-20 17:00, to: [全体参会人]}
"""


def test_the_clocks_of_a_meeting(seen):
    view = seen("2023-10-20 16:00", MEETING)
    record = view.record("minutes-20231020-7qk2")

    assert f"{materials_due(record, view):%m-%d %H:%M}" == "10-19 14:00"
    assert f"{minutes_due(record, view):%m-%d %H:%M}" == "10-21 15:30"
    assert f"{written_due(record, view):%m-%d %H:%M}" == "10-21 15:30"
    assert confirmation_due(record.date, view).isoformat() == "2023-10-23"


def test_what_lies_ahead_has_not_happened(seen):
    for now, ended, sent in (("15:00", False, False), ("16:00", True, False), ("17:00", True, True)):
        view = seen(f"2023-10-20 {now}", MEETING)
        record = view.record("minutes-20231020-7qk2")

        assert has_ended(record, view) is ended
        assert (sent_at(record, view) is not None) is sent


def test_without_a_time_the_day_must_be_over(seen):
    text = "".join(
        line for line in MEETING.splitlines(keepends=True) if not line.startswith(("start", "end"))
    )

    for now, ended in (("2023-10-20 18:00", False), ("2023-10-21 00:00", True)):
        view = seen(now, text)
        assert has_ended(view.record("minutes-20231020-7qk2"), view) is ended
