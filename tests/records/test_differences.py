"""What changed in a record, in words."""

import pytest

from commcoord.records.differences import changes

RECORD = {
    "kind": "minutes",
    "title": "对接会",
    "step": "hold",
    "place": "301会议室",
    "attendees": ["张伟", "李娜"],
    "people": {"owner": "张伟"},
    "actions": [
        {"id": "a-3f9k", "what": "提交场地清单", "due": "2023-10-22", "status": "open"},
        {"id": "a-7h2m", "what": "寄样机", "due": "2023-12-30"},
    ],
}


def said(language="en", **fields):
    return changes(RECORD, {**RECORD, **fields}, language)


def action(**fields):
    return [{**RECORD["actions"][0], **fields}, RECORD["actions"][1]]


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ({}, []),
        ({"place": "302"}, ["Place 301会议室 → 302"]),
        ({"place": None}, ["Place: - 301会议室"]),
        ({"chair": "王强"}, ["Chair: 王强"]),
        ({"step": "followup", "history": [{"step": "hold"}]}, ["step hold → followup"]),
        ({"attendees": ["李娜", "王强"]}, ["Attendees: + 王强; - 张伟"]),
        ({"attendees": ["李娜", "张伟"]}, ["Attendees: ↕"]),
        ({"people": {"owner": "李娜"}}, ["People: Owner 张伟 → 李娜"]),
        ({"actions": action(status="done")}, ["提交场地清单: Status open → done"]),
        (
            {
                "actions": action(
                    due="2023-10-25", log=[{"on": "2023-10-21", "by": "王强", "note": "场地未定"}]
                )
            },
            ["提交场地清单: Due 10-22 → 10-25, 王强: 场地未定"],
        ),
        ({"actions": action(due="2024-01-05")}, ["提交场地清单: Due 2023-10-22 → 2024-01-05"]),
        (
            {"circulated": {"at": "2023-10-20 17:00", "to": ["张伟"], "digest": "f4d1ba8e41f6"}},
            ["Circulated: 2023-10-20 17:00, 张伟"],
        ),
        (
            {"actions": action(needs={"what": "缺纸", "of": "李娜"})},
            ["提交场地清单: blocked by: 缺纸, 李娜"],
        ),
        ({"actions": RECORD["actions"][:1]}, ["Actions: - 寄样机"]),
        ({"actions": [*RECORD["actions"], {"id": "a-new1", "what": "订场地"}]}, ["Actions: + 订场地"]),
    ],
)
def test_each_change_is_a_line(after, words):
    assert said(**after) == words


def test_a_record_that_was_made_or_removed():
    assert changes(None, RECORD, "en") == ["new"]
    assert changes(RECORD, None, "en") == ["removed"]
    assert changes(None, None, "en") == []


def test_long_values_are_cut_and_line_breaks_are_spaces():
    (line,) = said(place="很长\n" * 60)

    assert "\n" not in line
    assert line.endswith("…")
