"""The rules of the people beyond the examples of their pages."""

import pytest

from tests.rules.cases import found, of_rule, rulings


@pytest.mark.parametrize("decides", ["", "[]", '""', '[""]', "待定", "[TBD]"])
@pytest.mark.parametrize("kind", ["plan", "minutes", "task", "feedback"])
def test_nobody_decides(decides, kind):
    assert of_rule("CC201", f"kind: {kind}\npeople: {{decides: {decides}}}") == ["error people.decides"]


@pytest.mark.parametrize(
    ("language", "owner"),
    [
        ("zh", "张伟、李娜"),
        ("zh", "张伟（市场部）和李娜（产品部）"),
        ("zh", "[张伟, 李娜]"),
        ("zh", "张伟等人"),
        ("zh", "各部门"),
        ("en", "Zhang Wei and Li Na"),
        ("en", "Zhang Wei (Marketing), Li Na"),
        ("en", "everybody"),
        ("zh", "待定"),
        ("zh", "—"),
        ("en", "TBD"),
        ("en", ""),
    ],
)
def test_an_owner_is_one_person(language, owner):
    assert of_rule(
        "CC202", f"people: {{owner: {owner}}}" if "[" in owner else f"people:\n  owner: {owner}", language
    ) == ["error people.owner"]


@pytest.mark.parametrize(
    ("language", "owner"),
    [
        ("zh", "张伟"),
        ("zh", "李和平（产品部）"),
        ("en", "Zhang Wei (Marketing and Sales)"),
        ("en", "Tba Nonet"),
    ],
)
def test_one_person_is_one_owner(language, owner):
    assert of_rule("CC202", f"people:\n  owner: {owner}", language) == []


@pytest.mark.parametrize("owner", ["", "待确认", "张伟、李娜", "全体人员"])
def test_an_emergency_has_one_coordinator_and_one_finding(owner):
    assert [
        one for one in found(f"scenario: emergency\npeople:\n  owner: {owner}") if one.startswith("CC2")
    ] == ["CC206 error people.owner"]


def test_only_what_is_external_needs_a_counterpart():
    for scenario in ("customer", "supplier", "partner", "institution"):
        assert of_rule("CC205", f"kind: plan\nscenario: {scenario}") == [
            "error people.counterpart.contact",
            "error people.counterpart.authority",
        ]
    for scenario in ("cross-department", "cross-level", "emergency", "routine"):
        assert of_rule("CC205", f"kind: plan\nscenario: {scenario}") == []


# ── who must be there ──────────────────────────────────────────────────────────────────────────────


def plan(people, rest=""):
    return f"kind: plan\npeople:\n  owner: 张伟（市场部）\n  decides: [张伟（市场部）]\n{people}\n{rest}"


ASKS = "asks: [{who: 财务部, what: 控制总额}]"


@pytest.mark.parametrize(
    "there",
    [
        "  takes_part: [张伟（市场部）, 冯雪（财务部）]\n  informed: []\n  executes: []",
        "  takes_part: [张伟（市场部）]\n  informed: [财务部]\n  executes: []",
        "  takes_part: [张伟（市场部）]\n  informed: []\n  executes: [冯雪（财务部）]",
        "  takes_part: [张伟（市场部）]\n  informed: [全体员工]\n  executes: []",
        "  takes_part: [各部门负责人]\n  informed: []\n  executes: []",
    ],
)
def test_a_department_may_be_there_in_many_ways(there):
    assert of_rule("CC203", plan(there, ASKS)) == []


def test_those_who_are_present_are_not_everybody():
    assert of_rule(
        "CC203", plan("  takes_part: [张伟（市场部）]\n  informed: [全体参会人]\n  executes: []", ASKS)
    ) == ["error asks.0.who"]


def test_the_directory_knows_whose_department_somebody_is_of():
    known = "settings: {people: [{name: 张伟, department: 市场部}, {name: 冯雪, department: 财务部}]}"

    assert (
        of_rule("CC203", plan("  takes_part: [冯雪]\n  informed: []\n  executes: []", f"{ASKS}\n{known}"))
        == []
    )


def test_a_decider_is_looked_for_once_somebody_is_listed():
    there = "kind: plan\nasks: []\npeople:\n  owner: 张伟（市场部）\n  decides: [冯雪（财务部）]\n  executes: []\n  informed: []\n"

    assert of_rule("CC203", there + "  takes_part: [张伟（市场部）]") == ["error people.decides.0"]
    assert of_rule("CC203", there + "  takes_part: []") == []


def test_the_other_side_s_department_is_not_ours():
    assert (
        of_rule(
            "CC203",
            "kind: feedback\nasks: [{who: ABC科技, what: 补齐字段}, {who: 王芳（信息部）, what: 补齐}]",
        )
        == []
    )


def test_a_department_is_told_once():
    assert of_rule(
        "CC203",
        plan(
            "  takes_part: [张伟（市场部）]",
            ASKS
            + "\nactions:\n  - {id: a-3f9k, what: 交付预算表, owner: 冯雪（财务部）, due: 2023-10-22, status: done, evidence: x}",
        ),
    ) == ["error asks.0.who"]


@pytest.mark.parametrize(("status", "found"), [("cancelled", []), ("open", ["error actions.0.owner"])])
def test_what_was_cancelled_needs_no_department(status, found):
    action = f"{{id: a-3f9k, what: 交付预算表, owner: 冯雪（财务部）, due: 2023-10-22, status: {status}}}"

    assert of_rule("CC203", f"kind: plan\nactions: [{action}]") == found


def test_one_who_was_absent_was_asked():
    assert of_rule("CC203", ASKS + "\nabsent: [{who: 冯雪（财务部）, why: 外出审计}]") == []


# ── who need not be there ──────────────────────────────────────────────────────────────────────────

INVITED = (
    "kind: plan\npeople: {takes_part: [张伟（市场部）, 李娜（产品部）, 王强（销售部）, 冯雪（财务部）]}\n"
)


def test_somebody_whom_nothing_concerns_is_an_outsider():
    assert found(INVITED) == ["CC204 warning people.takes_part.3"]


@pytest.mark.parametrize(
    "concern",
    [
        "goal: 定下推广渠道和财务预算",
        "outcomes: [卖点一致, 渠道选定, 财务部给出预算]",
        "audience_departments: [财务部]",
        "asks: [{who: 财务部, what: 控制总额}]",
        "people: {informed: [公司管理层, 财务部]}",
        "actions: [{id: a-3f9k, what: 交付预算表, owner: 冯雪（财务部）, due: 2023-10-19, status: done, evidence: x}]",
        "facts: [{id: f-8w2d, what: 17万元, confirmed_by: 冯雪, on: 2023-10-20}]",
        "scenario: routine",
        "scenario: cross-level",
        "settings: {departments: null}",
        "asks: []\nactions: []\npeople: {executes: []}",
    ],
)
def test_whoever_is_concerned_or_not_known_not_to_be_is_no_outsider(concern):
    merged = INVITED
    if concern.startswith("people: {informed"):
        merged = INVITED.replace("]}", "], informed: [公司管理层, 财务部]}")
        concern = ""
    if concern.startswith("asks: []"):
        merged = INVITED.replace("]}", "], executes: []}")
        concern = "asks: []\nactions: []"

    assert of_rule("CC204", merged + concern) == []


def test_a_person_of_no_known_department_is_let_be():
    assert of_rule("CC204", INVITED.replace("冯雪（财务部）", "冯雪")) == []


def test_every_finding_has_the_command_or_a_hint_with_the_record_s_id():
    (one,) = rulings("kind: plan\npeople: {decides: }")

    assert one.finding.command == 'commcoord people plan-20231020-m4x9 --decides "…"'
