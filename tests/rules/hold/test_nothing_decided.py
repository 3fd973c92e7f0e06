import pytest

from tests.rules.cases import of_rule

EMPTY = "decisions:\nactions:\nfacts:\n"


@pytest.mark.parametrize(
    ("overlay", "found"),
    [
        ("topics:", ["error decisions"]),
        ("topics: [{topic: 方案, outcome: decided}]", ["error decisions"]),
        ("topics: [{topic: 方案, notes: 各说各的, outcome: deferred}]", ["error decisions"]),
        ("topics: [{topic: 方案, outcome: deferred}]\nnext_steps: 报价到齐再议", []),
        (
            "topics: [{topic: 方案, outcome: deferred}, {topic: 通报, outcome: information}]\nnext_steps: 再议",
            [],
        ),
        ("topics: [{topic: 通报, outcome: information}]", []),
        ("topics: [{topic: 方案, outcome: deferred}]\nnext_steps: ' '", ["error decisions"]),
        ("topics:\nallow: [{rule: CC501, because: ' '}]", ["error decisions"]),
        ("topics:\noverrides: [{step: hold, because: ' '}]", ["error decisions"]),
        ("topics:\nleftover: [a-7h2m]", []),
        ("topics:\nleftover: none", ["error decisions"]),
        ("topics:\nallow: [{rule: CC501, because: 只是参观}]", []),
        ("topics:\noverrides: [{step: hold, because: 领导要求先散会}]", ["warning decisions"]),
        ("topics:\ncancelled: {because: 改期}", []),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_minutes_come_to_something(overlay, found, language):
    assert of_rule("CC501", EMPTY + overlay, language) == found


@pytest.mark.parametrize("field", ["decisions", "actions"])
def test_spaces_are_nothing(field):
    overlay = EMPTY.replace(f"{field}:", f"{field}: [{{what: ' '}}]")

    assert of_rule("CC501", f"{overlay}topics:") == ["error decisions"]


@pytest.mark.parametrize(
    ("now", "step", "found"),
    [
        ("2023-10-20 15:00", "hold", []),  # still talking
        ("2023-10-20 15:31", "hold", ["error decisions"]),
        ("2023-10-20 15:31", "prepare", []),
        ("2023-10-20 15:00", "followup", ["error decisions"]),
    ],
)
def test_the_meeting_must_be_over(now, step, found):
    assert of_rule("CC501", f"# as of {now}\nstep: {step}\ntopics:\n{EMPTY}", "en") == found


@pytest.mark.parametrize(
    ("overlay", "found"),
    [
        ("status: in_progress\nanswered:\nsolved:\naccepted:", ["error measures"]),
        ("status: answered\nanswered:\nsolved:\naccepted:", []),
        ("status: in_progress\nanswered: {at: 2023-10-19 09:00}\nsolved:\naccepted:", []),
        ("status: in_progress\nanswered:\nsolved:\naccepted:\nstep: hold", []),  # a call is listened to first
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_feedback_is_answered_or_gets_measures(overlay, found, language):
    assert of_rule("CC501", f"kind: feedback\nmeasures:\n{overlay}", language) == found


@pytest.mark.parametrize(
    ("overlay", "found"),
    [
        ("step: followup\narchive:", ["error actions"]),
        ("step: hold\narchive:", []),
        ("step: followup\narchive:\nchannel: {means: [email]}", []),  # a letter is sent, not held
        ("step: followup\narchive:\n---\nlinks: [plan-20231020-m4x9]", []),  # now it is the minutes' matter
        ("# as of 2023-10-19 09:00\nstep: followup\narchive:", []),
    ],
)
def test_a_plan_leads_to_minutes_or_actions(overlay, found):
    assert of_rule("CC501", f"kind: plan\n{overlay}") == found


def test_a_task_has_milestones():
    assert of_rule("CC501", "kind: task\nmilestones:", "en") == ["error milestones"]
