"""The rules of the channel beyond the examples of their pages."""

import pytest

from commcoord.steps.gate import gate_of
from tests.rules.cases import found, of_rule, repository


def plan(channel, rest=""):
    return f"kind: plan\nchannel: {{important: false, complex: false, {channel}}}\n{rest}"


TRACE = "subject: 推广预算, cc: [公司管理层], confirmation: {asked: 2023-10-20, received: 2023-10-20}"


@pytest.mark.parametrize(
    ("channel", "lacking"),
    [
        ("means: [meeting]", 0),
        ("means: [letter], " + TRACE, 0),
        ("important: true, means: [video]", 0),
        ("important: true, means: [phone], written_record: x", 1),
        ("complex: true, means: [email], " + TRACE, 1),
        ("formal: true, means: [meeting]", 1),
        ("formal: true, important: true, means: [im], written_record: x", 2),
        ("formal: true, important: true, means: [letter, video], " + TRACE, 0),
        ("urgent: true, important: true, means: [phone], written_record: x", 1),
        ("urgent: true, important: true, means: [phone, meeting], written_record: x", 0),
        ("urgent: true, means: [phone], written_record: x", 0),
        ('important: true, means: [im], written_record: x, because: ""', 1),
        ("important: true, means: [im], written_record: x, because: 两地出差", 0),
    ],
)
def test_rows_of_the_advice_add_up(channel, lacking):
    base = {"important": "false", "complex": "false"}
    flags = ", ".join(f"{name}: {value}" for name, value in base.items() if f"{name}:" not in channel)
    text = f"kind: plan\nchannel: {{{flags + ', ' if flags else ''}{channel}}}"

    assert of_rule("CC301", text) == ["error channel.means"] * lacking


def test_what_is_simple_names_its_means_before_it_leaves_the_step():
    text = plan("means: []", "step: channel\nmaterials:\nagenda:\narchive:")
    view = repository(text)
    (record,) = view.records.values()

    assert found(text) == []
    assert [one.rule for one in gate_of(record, "channel", view).blockers] == ["CC301"]
    assert found(text.replace("step: channel", "step: prepare")) == ["CC301 error channel.means"]


def test_a_routine_matter_need_not_speak_of_channels():
    assert found("kind: plan\nscenario: routine\nchannel:\nmaterials:\nagenda:\nasks:") == []


def test_what_weighs_needs_its_means_even_in_a_routine_matter():
    assert of_rule("CC301", "kind: plan\nscenario: routine\nchannel: {means: []}") == ["error channel.means"]


# ── spoken, and written ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("now", "silent"), [("2023-10-20 15:00", True), ("2023-10-21 15:29", True), ("2023-10-21 15:31", False)]
)
def test_a_talk_is_written_down_within_a_day(now, silent):
    text = f"# as of {now}\n" + plan("means: [phone]", "step: channel\nmaterials:\nagenda:\narchive:")

    assert of_rule("CC302", text) == ([] if silent else ["error channel.means"])


@pytest.mark.parametrize("kind", ["minutes", "feedback"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_minutes_or_feedback_of_its_own_will_do(kind, language):
    linked = f"---\nkind: {kind}\nlinks: [plan-20231020-m4x9]\nchannel: {{written_record: x}}"

    assert of_rule("CC302", plan("means: [im]") + linked, language) == []


def test_a_task_or_minutes_that_were_called_off_will_not():
    task = "---\nkind: task\nlinks: [plan-20231020-m4x9]"
    off = "---\nkind: minutes\nlinks: [plan-20231020-m4x9]\ncancelled: {because: 改期, on: 2023-10-20, by: 张伟}"

    assert of_rule("CC302", plan("means: [im]") + task) == ["error channel.means"]
    assert of_rule("CC302", plan("means: [im]") + off) == ["error channel.means"]


@pytest.mark.parametrize("said", ["[数据少一列]", "[]", '[""]'])
def test_feedback_that_holds_what_was_said_is_written(said):
    text = f"kind: feedback\nmeasures: []\nsaid: {said}\nchannel: {{written_record: }}"

    assert of_rule("CC302", text) == ([] if "数据" in said else ["error channel.means"])


@pytest.mark.parametrize(("notes", "written"), [("", False), ("数据少一列", True)])
def test_a_topic_without_words_writes_nothing_down(notes, written):
    bare = "items: []\nsaid: []\ndecisions: []\nfacts: []\nactions: []\nnext_steps:\nchannel: {means: [phone], written_record: }"
    text = f"# as of 2023-11-30 09:00\n{bare}\ntopics: [{{notes: {notes}}}]"

    assert of_rule("CC302", text) == ([] if written else ["error channel.means"])


def test_an_e_mail_besides_does_not_write_the_call_down():
    assert of_rule("CC302", plan(f"means: [phone, email], {TRACE}")) == ["error channel.means"]


# ── letters ────────────────────────────────────────────────────────────────────────────────────────


def test_each_thing_that_a_letter_lacks_is_named():
    assert of_rule("CC303", plan("formal: true, means: [email]")) == [
        "error channel.subject",
        "error channel.cc",
        "error channel.confirmation",
    ]


@pytest.mark.parametrize(
    ("channel", "scenario", "fires"),
    [
        ("formal: false, means: [email]", "cross-department", False),
        ("formal: , means: [email]", "cross-department", True),
        ("formal: , means: [email]", "routine", False),
        ("formal: true, means: [email]", "routine", True),
        ("formal: true, means: [meeting]", "routine", False),
    ],
)
def test_an_e_mail_that_nobody_calls_formal_needs_no_trace(channel, scenario, fires):
    text = f"scenario: {scenario}\nkind: plan\nchannel:\n  " + "\n  ".join(
        channel.replace("means", "\x00means").split(", \x00")
    )

    assert bool(of_rule("CC303", text)) is fires


@pytest.mark.parametrize(
    ("now", "span", "late"),
    [
        ("2023-10-23 23:00", "3d", False),
        ("2023-10-24 00:01", "3d", True),
        ("2023-10-25 09:00", "3wd", False),
        ("2023-10-26 00:01", "3wd", True),
    ],
)
def test_a_confirmation_has_its_days(now, span, late):
    text = f"# as of {now}\n" + plan(
        "means: [email], subject: 一, cc: [财务部], confirmation: {asked: 2023-10-20}",
        f"step: channel\narchive:\nsettings: {{deadlines: {{confirm_within: {span}}}}}",
    )

    assert of_rule("CC304", text) == (["warning channel.confirmation.asked"] if late else [])
