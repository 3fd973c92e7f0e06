"""The rules about files beyond the examples of their pages."""

import pytest

from commcoord.records.source import source_of
from commcoord.rules.files import wrong_field
from commcoord.store.yaml_reading import read
from tests.rules.cases import found, of_rule, repository, rulings


def told_of(text):
    """Return what is said of a file that stands on no clean ground."""
    source = source_of("records/2023Q4/plan/plan-20231020-m4x9.yaml", read(text.encode()).tree)
    return [finding.message.english for finding in wrong_field.inspect(source, repository())]


def message(text, language="zh"):
    (one,) = rulings(text, language)
    return one.finding.message.english


@pytest.mark.parametrize(
    "text",
    [
        "title: 一\n\tgoal: 二",
        "title: &a 一\ngoal: *a",
        "title: 一\n... \n%YAML 1.2",
        "title: [一",
        "title：推广会",
        "goal: !!str 一",
        "- a\n- b",
    ],
)
def test_what_is_not_one_document_is_found(text):
    assert found(text) == ["CC001 error"]


def test_an_unknown_field_is_told_with_the_nearest_known_one():
    assert message("decision: []") == "decision is not a field here; did you mean decisions?"


@pytest.mark.parametrize(
    ("kind", "field", "meant"),
    [
        ("task", "actions", "milestones"),
        ("task", "measures", "milestones"),
        ("feedback", "actions", "measures"),
        ("minutes", "milestones", "actions"),
    ],
)
def test_the_list_of_another_kind_is_told_with_the_name_that_it_has_here(kind, field, meant):
    told = message(f"kind: {kind}\n{field}: [{{what: 提交清单}}]")

    assert told == f"{field} is not a field here; did you mean {meant}?"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("date: 2023-02-30", "date"),
        ("title: ", "title"),
        ("step: closed", "step"),
        ("channel: {urgent: maybe}", "channel.urgent"),
        ("actions: [{id: a-3f9k, what: 一, due: 月底}]", "actions.0.due"),
        ("id: minutes-1", "id"),
        ("id: minutes-20231320-7qk2", "id"),
        ("id: minutes-20231020-../../x", "id"),
        ("id: ", "id"),
        ("facts: [{id: F1, what: 一}]", "facts.0.id"),
    ],
)
def test_wrong_fields_are_found_where_they_are(text, path):
    assert f"error {path}" in of_rule("CC002", text)


@pytest.mark.parametrize("kind", ["[plan]", "{plan: }", "memo", "5"])
def test_a_record_of_no_kind_has_one_fault(kind):
    assert told_of(f"id: plan-20231020-m4x9\nkind: {kind}") == [
        "kind: one of plan, minutes, task, feedback is wanted"
    ]


def test_a_wrong_field_hides_no_other_rule():
    assert found("place: [一]\ngoal: ") == ["CC002 error place", "CC101 error goal"]


def test_an_id_that_two_files_carry_is_told_of_both():
    two = (
        "id: minutes-20231020-7qk2\nactions: []\n---\n# at copy.yaml\nid: minutes-20231020-7qk2\nactions: []"
    )

    assert [one for one in found(two) if one.startswith("CC003")] == ["CC003 error id"] * 2


def test_items_of_two_records_may_not_share_an_id():
    two = "facts: [{id: f-8w2d, what: 总预算17万元}]\n---\nfacts: [{id: f-8w2d, what: 总预算17万元}]"

    assert of_rule("CC003", two) == ["error facts.0.id"] * 2


def test_a_broken_file_still_carries_its_id():
    link = "links: [plan-20231013-m4x9]\n---\n# at records/2023Q4/plan/plan-20231013-m4x9.yaml\ntitle: [\n"

    assert found(link) == ["CC001 error"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("actions: [{id: a-3f9k, what: 提交清单, after: [a-0000]}]", "actions.0.after.0"),
        ("leftover: [a-0000]", "leftover.0"),
        ("decisions: [{id: d-5c7w, what: 一, replaces: d-0000}]", "decisions.0.replaces"),
        ("channel: {written_record: minutes-20231019-0000}", "channel.written_record"),
    ],
)
def test_links_are_looked_for_wherever_they_stand(text, path):
    assert of_rule("CC004", text) == [f"error {path}"]


@pytest.mark.parametrize("text", ["leftover: none", "channel: {written_record: docs/calls/1.md}", "links: "])
def test_what_is_no_link_is_not_followed(text):
    assert of_rule("CC004", text) == []


DIRECTORY = {
    "zh": "settings:\n  people: [{name: 张伟, department: 市场部}, {name: 李娜, department: 产品部}, {name: 王强}]\n",
    "en": "settings:\n  people: [{name: Zhang Wei}, {name: Li Na, department: Product}, {name: Wang Qiang}]\n",
}


def test_without_a_directory_nobody_is_unknown():
    assert found("chair: 赵敏（销售部）") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "attendees: [张伟, 李娜（产品部）, 王强, 全体销售人员, 市场部]"),
        ("zh", "attendees: [张伟, 李娜（产品部）, 王强, 王芳（ABC科技）]"),
        ("zh", "actions: [{id: a-3f9k, what: 提交清单, owner: 待定}]"),
        ("en", "attendees: [Zhang Wei, li na, Wang Qiang, The sales team, Marketing]"),
        (
            "zh",
            "kind: feedback\npeople: {owner: 张伟, decides: [李娜], executes: [王强], takes_part: [张伟, 王芳]}\nmeasures: []",
        ),
    ],
)
def test_groups_and_the_other_side_need_not_be_in_the_directory(language, text):
    assert of_rule("CC005", DIRECTORY[language] + text, language) == []


def test_a_name_is_told_once_and_the_nearest_is_offered():
    text = DIRECTORY["en"] + "chair: Zang Wei\nrecorder: Zang Wei (Marketing)"
    (one,) = [one for one in rulings(text, "en") if one.rule == "CC005"]

    assert one.finding.path == ("chair",)
    assert one.finding.hint.english.startswith("Is Zhang Wei meant?")


def test_every_unknown_name_of_one_field_is_found():
    assert (
        of_rule("CC005", DIRECTORY["zh"] + "actions: [{id: a-3f9k, what: 提交清单, owner: 赵敏、钱进}]")
        == ["warning actions.0.owner"] * 2
    )


def test_a_copy_beside_its_original_has_one_fault():
    two = "---\n# at records/2023Q4/minutes/copy.yaml\nid: minutes-20231020-7qk2\n"

    assert "CC006 warning id" not in found(two)


def test_an_id_of_another_kind_is_misplaced():
    assert found("kind: task\nid: plan-20231020-m4x9") == ["CC006 warning id"]


CIRCULATED = "circulated: {at: 2023-10-20 17:00, to: [全体参会人, 公司管理层], by: email"


@pytest.mark.parametrize("rest", ["}", ", digest: 2327590b732a}"])
def test_minutes_that_are_what_was_sent_are_fine(rest):
    assert found(CIRCULATED + rest) == []


def test_a_decision_that_came_after_the_circulation_is_seen():
    later = "decisions: [{id: d-5c7w, what: 推广总预算17万元, by: 张伟}, {id: d-9qq9, what: 门店优先, by: 张伟}]\n"

    assert of_rule("CC008", later + CIRCULATED + ", digest: 2327590b732a}") == ["warning circulated"]


def test_what_is_sent_later_was_not_changed_after_it():
    assert of_rule("CC008", "# as of 2023-10-20 16:00\n" + CIRCULATED + ", digest: 0000}") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("allow: [{rule: CC999, because: 试试}]", ["error allow.0.rule"]),
        ("allow: [{rule: CC1, because: 试试}]", ["error allow.0.rule"]),
        ("allow: [{rule: cc608, because: 试试}, {rule: progress-silent, because: 试试}]", []),
        ("actions: [{id: d-3f9k, what: 提交清单}]", ["error actions.0.id"]),
        ("actions: [{id: f-3f9k, what: 提交清单}]", ["error actions.0.id"]),
        ("actions: [{id: m-3f9k, what: 提交清单}, {id: r-3f9k, what: 提交方案}]", []),
        ("kind: task\nmilestones: [{id: f-3f9k, what: 提交清单}]", ["error milestones.0.id"]),
        ("kind: feedback\nmeasures: [{id: d-3f9k, what: 提交清单}]", ["error measures.0.id"]),
        ("decisions: [{id: a-5c7w, what: 门店优先}]", ["error decisions.0.id"]),
        ("facts: [{id: r-5c7w, what: 17万元}]", ["error facts.0.id"]),
    ],
)
def test_a_rule_that_there_is_not_and_an_id_of_another_list_are_wrong(text, wrong):
    assert [one for one in of_rule("CC002", text) if one.endswith((".rule", ".id"))] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("overrides: [{step: finished, because: 急}]", ["overrides.0.step: one of "]),
        ("overrides: [{because: 急}]", ["step is missing"]),
        (
            "overrides: [{step: finished, because: 急}, {because: 急}]",
            ["overrides.0.step: one of ", "step is missing"],
        ),
    ],
)
def test_a_wrong_field_is_not_called_missing_too(text, wrong):
    told = [ruling.finding.message.english for ruling in rulings(text) if ruling.rule == "CC002"]

    assert len(told) == len(wrong)
    assert all(any(one.startswith(begins) for one in told) for begins in wrong), told
