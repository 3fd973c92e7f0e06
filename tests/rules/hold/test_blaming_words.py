from datetime import datetime

import pytest

from commcoord.rules.hold import blaming_words
from commcoord.store.shipped import shipped
from commcoord.workspace import Workspace
from tests.rules.cases import of_rule


@pytest.mark.parametrize(
    ("overlay", "language", "found"),
    [
        (
            "topics: [{topic: 方案, notes: 都怪采购部买的纸箱太薄，到底是谁的错}]",
            "zh",
            ["warning topics.0.notes"],
        ),
        ("topics: [{topic: 方案, notes: 纸箱太薄，采购部换供应商}]", "zh", []),
        ("next_steps: [先查清是谁的责任]", "zh", ["warning next_steps.0"]),
        ("archive: {cause: 都怪物流部}", "zh", ["warning archive.cause"]),
        (
            "settings: {rules: {blaming_words: [拖后腿]}}\nnext_steps: 物流部又拖后腿",
            "zh",
            ["warning next_steps"],
        ),
        ("topics: [{topic: Boxes, notes: Purchasing is to blame}]", "en", ["warning topics.0.notes"]),
        ("topics: [{topic: Boxes, notes: Purchasing changes the supplier}]", "en", []),
    ],
)
def test_words_that_accuse(overlay, language, found):
    assert of_rule("CC504", overlay, language) == found


def test_the_log_of_an_action_is_read_too():
    overlay = "actions: [{id: a-3f9k, what: 提交清单, log: [{on: 2023-10-22, note: 都怪门店}]}]"

    assert of_rule("CC504", overlay) == ["warning actions.0.log.0.note"]


def test_what_the_other_side_said_is_quoted():
    assert of_rule("CC504", "kind: feedback\nsaid: [都怪你们物流部]") == []


def test_every_text_is_among_the_words_that_are_looked_through_first():
    """What tells whether a record need be looked at closer must not leave one out."""
    root = shipped("examples") / "appliance-maker"
    sources = Workspace.open(root, datetime.now().astimezone).sources
    records = [one.record for one in sources if one.record is not None]

    assert all(
        {text for _path, text in blaming_words._texts(record)} <= set(blaming_words._words(record))
        for record in records
    )
    assert sum(len(list(filter(None, blaming_words._words(record)))) for record in records) > 400


@pytest.mark.parametrize(
    ("note", "blames"),
    [
        ("It is the fault of logistics", True),
        ("the delay is the fault of Sales", True),
        ("责任在物流部", True),
        ("責任在物流部", True),
        ("责任在供应商身上", True),
        ("it is not the fault of logistics", False),
        ("it is no one's fault", False),
        ("it is the fault of nobody", False),
        ("that is the fault of the sensor", False),
        ("责任人：王强", False),
        ("责任部门：物流部", False),
        ("责任在双方确认后划分", False),
        ("责任在部门会上划分", False),
    ],
)
def test_plain_blame_and_what_only_sounds_like_it(note, blames):
    overlay = f'topics: [{{topic: 方案, notes: "{note}"}}]'
    assert of_rule("CC504", overlay) == (["warning topics.0.notes"] if blames else [])
