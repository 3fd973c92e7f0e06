import pytest

from commcoord.rules.judge import at_step
from tests.rules.cases import of_rule, repository, rulings

SENT = "circulated: {{at: 2023-10-20 17:00, to: [{to}]}}"


@pytest.mark.parametrize(
    ("to", "reached"),
    [
        ("全体参会人, 公司管理层", True),
        ("全体参会人", False),  # the management was to be informed
        ("全体参会人, 林志远（公司管理层）", True),  # and heard it through its head
        ("全体员工", True),
        ("张伟、王强、公司管理层", True),  # 李娜 wrote the minutes
        ("市场部, 销售部, 公司管理层", True),
        ("市场部, 公司管理层", False),
        ("zhangwei@example.com, 王强, 公司管理层", True),
    ],
)
def test_everybody_concerned_is_reached(to, reached):
    settings = "settings: {people: [{name: 张伟, department: 市场部, email: zhangwei@example.com}]}"

    assert (of_rule("CC601", f"{SENT.format(to=to)}\n{settings}") == []) is reached


@pytest.mark.parametrize(
    ("overlay", "missing"),
    [
        ("actions: [{what: x, owner: 冯雪（财务部）}]", "冯雪（财务部）"),  # an owner who was not there
        ("cc: [法务部]", "法务部"),
        ("actions: [{what: x, owner: 冯雪（财务部）, status: cancelled}]", ""),
        ("actions: [{what: x, owner: 王强}]", ""),  # an owner who was
        ("attendees: [张伟（市场部）, 王强（销售部）, 谢斌（宏力）]", ""),
    ],
)
def test_owners_and_copies_are_concerned_too(overlay, missing):
    found = [
        one
        for one in rulings(f"{SENT.format(to='全体参会人, 公司管理层')}\n{overlay}")
        if one.rule == "CC601"
    ]

    assert [one.finding.message.english for one in found] == [f"The minutes did not reach {missing}."] * bool(
        missing
    )


@pytest.mark.parametrize(
    ("to", "reached"),
    [
        ("All attendees, Management", True),
        ("all staff", True),
        ("Zhang Wei, Wang Qiang, Management", True),
        ("Everyone", False),
    ],
)
def test_groups_in_english(to, reached):
    assert (of_rule("CC601", SENT.format(to=to), "en") == []) is reached


@pytest.mark.parametrize(
    ("now", "circulated", "found"),
    [
        ("2023-10-21 15:30", "", []),  # 24 hours after the end: still in time
        ("2023-10-21 15:31", "", ["error circulated"]),
        ("2023-10-21 15:31", "{at: 2023-10-21 15:30, to: [全体员工]}", []),
        ("2023-10-22 15:31", "{at: 2023-10-21 15:31, to: [全体员工]}", ["warning circulated.at"]),
        (
            "2023-10-22 15:31",
            "{at: 2023-10-21 15:31, to: [张伟]}",
            ["error circulated.to", "warning circulated.at"],
        ),
        ("2023-10-22 15:31", "{at: , to: [全体员工]}", ["error circulated"]),  # no word of when
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_day_after_the_end(now, circulated, found, language):
    overlay = f"# as of {now}\nstep: followup\ncirculated: {circulated}\npeople: {{informed: }}"

    assert of_rule("CC601", overlay, language) == found


def test_the_gate_asks_for_it_at_once():
    view = repository("# as of 2023-10-20 15:40\nstep: followup\ncirculated:")
    record = view.records["minutes-20231020-7qk2"]

    assert [one.rule for one in at_step(record, "followup", view) if one.severity == "error"] == []
    assert [one.rule for one in at_step(record, "followup", view.at_gate("followup"))] == ["CC601"]


@pytest.mark.parametrize("kind", ["plan", "task", "feedback"])
def test_only_minutes_are_circulated(kind):
    assert of_rule("CC601", f"kind: {kind}") == []


@pytest.mark.parametrize(
    ("attendees", "told", "command"),
    [
        (
            "[张伟]",
            "The minutes have gone to nobody: 张伟.",
            "commcoord circulate minutes-20231020-7qk2 --send",
        ),
        (
            "",
            "The minutes name nobody whom they are to reach: who was there?",
            'commcoord hold minutes-20231020-7qk2 --attendee "…"',
        ),
    ],
)
def test_where_nobody_is_concerned_the_attendees_are_asked_for(attendees, told, command):
    text = f"step: followup\ncirculated:\nattendees: {attendees}\nactions:\npeople: {{informed: }}\ncc:\nchannel: {{cc: }}"
    (one,) = [ruling for ruling in rulings(text, "zh") if ruling.rule == "CC601"]

    assert (one.finding.message.english, one.finding.command) == (told, command)
