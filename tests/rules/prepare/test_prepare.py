"""The rules of the materials and the agenda beyond the examples of their pages."""

import pytest

from tests.rules.cases import found, of_rule


def materials(*rows):
    return "kind: plan\nmaterials:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


SENT = "sent: 2023-10-18 10:00"


@pytest.mark.parametrize(
    "channel",
    [
        "{important: false, complex: false}",
        "{urgent: true}",
        "{urgent: true, means: [phone, meeting], written_record: x}",
    ],
)
def test_what_is_light_or_urgent_needs_nothing_to_read(channel):
    assert of_rule("CC401", f"kind: plan\nmaterials: []\nchannel: {channel}") == []


def test_an_emergency_needs_nothing_to_read():
    assert found("scenario: emergency\nmaterials: []") == []


@pytest.mark.parametrize(
    ("scenario", "types", "finding"),
    [
        ("cross-level", ["background", "questions", "alternatives", "other"], []),
        ("cross-level", ["requirements", "proposal", "policy"], ["warning materials"]),
        ("supplier", ["requirements", "proposal", "policy"], []),
        ("supplier", ["background", "questions", "alternatives"], ["warning materials"]),
        ("partner", ["proposal"], ["warning materials"]),
        ("cross-level", [""], ["warning materials"]),
    ],
)
def test_inside_and_outside_have_their_customary_materials(scenario, types, finding):
    rows = [f"title: x, type: {kind}, {SENT}" if kind else f"title: x, {SENT}" for kind in types]

    assert of_rule("CC401", materials(*rows) + f"scenario: {scenario}") == finding


@pytest.mark.parametrize(
    ("now", "sent", "finding"),
    [
        ("2023-10-19 13:59", "", []),
        ("2023-10-19 14:01", "", ["error materials.0"]),
        ("2023-10-20 13:59", "", ["error materials.0"]),
        ("2023-10-20 14:01", "", ["warning materials.0"]),
        ("2023-10-31 09:00", "sent: 2023-10-19 14:00", []),
        ("2023-10-31 09:00", "sent: 2023-10-19 14:01", ["warning materials.0.sent"]),
        ("2023-10-31 09:00", 'sent: "2023-10-19 15:01+09:00"', ["warning materials.0.sent"]),
        ("2023-10-31 09:00", 'sent: "2023-10-19 15:00+09:00"', []),
        ("2023-10-19 13:00", "sent: 2023-10-19 13:30", []),
        ("2023-10-19 14:30", "sent: 2023-10-19 15:30", ["error materials.0"]),
    ],
)
def test_materials_go_out_a_day_before(now, sent, finding):
    text = f"# as of {now}\n" + materials(f"title: 调研数据, type: background{', ' + sent if sent else ''}")

    assert of_rule("CC402", f"{text}step: prepare\narchive:") == finding


def test_without_a_start_the_day_s_beginning_counts():
    text = materials("title: x, type: background, sent: 2023-10-19 09:00") + "start:\nend:\n"

    assert of_rule("CC402", text) == ["warning materials.0.sent"]


def test_a_company_may_want_two_working_days():
    wanted = "settings: {deadlines: {materials_before: 2wd}}"

    assert of_rule("CC402", materials("title: x, sent: 2023-10-18 23:00") + wanted) == []
    assert of_rule("CC402", materials("title: x, sent: 2023-10-19 00:30") + wanted) == [
        "warning materials.0.sent"
    ]


@pytest.mark.parametrize("channel", ["{urgent: true}", "{important: false, complex: false}"])
def test_what_is_light_or_urgent_may_send_late(channel):
    assert of_rule("CC402", materials("title: x") + f"channel: {channel}") == []


def agenda(*minutes, rest=""):
    rows = "".join(
        f"  - {{topic: 开场与总结{f', minutes: {one}' if one is not None else ''}}}\n" for one in minutes
    )
    return f"kind: plan\nagenda:\n{rows}{rest}"


def test_every_item_without_minutes_is_found():
    assert found(agenda(None, 30, 0)) == ["CC403 error agenda.0", "CC403 error agenda.2"]


@pytest.mark.parametrize(
    ("times", "overruns"),
    [
        ("", False),
        ("start: 2023-10-20 14:00\nend: 2023-10-20 15:00", True),
        ("start: 2023-10-20 23:30\nend: 2023-10-21 01:00", False),
        ('start: "2023-10-20 14:00+08:00"\nend: "2023-10-20 15:30+09:00"', True),
        ("start: 2023-10-20 14:00\nend:", False),
        ("start: 2023-10-20 15:00\nend: 2023-10-20 14:00", True),
    ],
)
def test_an_agenda_fits_its_slot(times, overruns):
    assert of_rule("CC404", agenda(30, 60, rest=times)) == (["error agenda"] if overruns else [])


def test_a_record_without_an_agenda_lacks_no_frame():
    assert found("kind: plan\nagenda: []") == []


@pytest.mark.parametrize(
    ("language", "topics"),
    [
        ("zh", ["目标与预期结果", "比较", "复述与下一步"]),
        ("zh", ["开场与遗留事项", "各部门事项", "小结"]),
        ("en", ["Welcome and goals", "Options", "Wrap-up"]),
        ("en", ["Introductions", "Options", "Next steps"]),
    ],
)
def test_openings_and_summaries_have_many_names(language, topics):
    rows = "".join(f"  - {{topic: {topic}, minutes: 10}}\n" for topic in topics)

    assert found(f"kind: plan\nagenda:\n{rows}", language) == []


def test_what_an_agenda_lacks_at_either_end_is_told():
    assert found("kind: plan\nagenda: [{topic: 比较, minutes: 10}]") == [
        "CC405 info agenda",
        "CC405 info agenda",
    ]
