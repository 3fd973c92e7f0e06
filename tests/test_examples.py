"""The example company hangs together, and what its pages say of its faults is what stands in its files."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from commcoord.records.calendars import calendar_for
from commcoord.records.ids import is_item_id
from commcoord.records.record import Record
from commcoord.records.settings import Settings
from commcoord.records.source import Source, source_of
from commcoord.records.validating import parsed
from commcoord.records.view import View
from commcoord.records.vocabulary import SCENARIOS, STATES
from commcoord.rules.judge import judged
from commcoord.rules.rule import FILES as FILE_RULES
from commcoord.rules.rule import rules_of
from commcoord.store.yamltext import NotYaml, read

EXAMPLES = Path(__file__).parent.parent / "examples"
COMPANY = EXAMPLES / "appliance-maker"
FILES = sorted(COMPANY.glob("records/*/*/*.yaml"))
BROKEN = sorted((EXAMPLES / "broken").glob("*/*.yaml"))
COMMENT = re.compile(r"# fault: (CC\d{3}) (.+)")
ROW = re.compile(r"^\| (CC\d{3}) \| `([^`]+)` \|", re.MULTILINE)


def source(path: Path) -> Source:
    return source_of(path.relative_to(COMPANY).as_posix(), read(path.read_bytes()).tree)


def planted(path: Path) -> list[str]:
    return [rule for rule, _why in COMMENT.findall(path.read_text(encoding="utf-8", errors="replace"))]


@pytest.fixture(scope="module")
def company() -> list[Source]:
    return [source(path) for path in FILES]


def records(company: list[Source]) -> Iterator[Record]:
    for one in company:
        assert one.record is not None
        yield one.record


def test_settings_are_read_whole() -> None:
    settings, wrong = parsed(Settings, read((COMPANY / "commcoord.yaml").read_bytes()).tree)
    assert not wrong
    assert settings.categories["物流延迟"] == "物流部"
    assert {one.department for one in settings.people} == set(settings.departments)


def test_every_record_is_read_whole(company: list[Source]) -> None:
    assert {one.path: one.wrong for one in company if one.record is None or one.wrong} == {}


def test_the_fourth_quarter_shows_every_scenario_and_kind_and_all_states(company: list[Source]) -> None:
    quarter = [one for one in records(company) if one.path.startswith("records/2023Q4/")]
    assert len(quarter) >= 44
    assert {one.scenario for one in quarter} == set(SCENARIOS)
    assert len({one.kind for one in quarter}) == 4
    assert {one.step for one in records(company)} == set(STATES)


def test_records_lie_where_their_ids_say_but_for_the_planted_one(company: list[Source]) -> None:
    astray = [
        one.path for one, record in zip(company, records(company), strict=True) if one.path != record.path
    ]
    assert astray == ["records/2023Q4/minutes/plan-20231016-e7bm.yaml"]


def test_ids_are_single_and_links_lead_somewhere_but_for_the_planted_ones(company: list[Source]) -> None:
    found = list(records(company))
    ids = Counter(item.id or "" for record in found for item in (*record.items, *record.facts))
    assert all(is_item_id(name) for name in ids)
    assert [name for name, times in ids.items() if times > 1] == ["m-3c9t"]
    known = {record.id for record in found}
    assert [link for record in found for link in record.links if link not in known] == [
        "minutes-20231208-q7wd"
    ]


def test_every_file_begins_with_the_line_that_editors_read() -> None:
    for path in FILES:
        kind = path.name.partition("-")[0]
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert first == f"# yaml-language-server: $schema=../../../.commcoord/schemas/{kind}.json"


def test_the_table_of_planted_faults_is_what_the_comments_say() -> None:
    table = Counter(ROW.findall((EXAMPLES / "README.md").read_text(encoding="utf-8")))
    comments = Counter(
        (rule, path.relative_to(COMPANY / "records").with_suffix("").as_posix())
        for path in FILES
        for rule in planted(path)
    )
    assert table == comments
    assert len({rule for rule, _record in table}) >= 20


def test_check_finds_the_planted_faults_each_and_no_others(company: list[Source]) -> None:
    settings, _wrong = parsed(Settings, read((COMPANY / "commcoord.yaml").read_bytes()).tree)
    view = View(
        company, settings, datetime(2023, 12, 29, 17, tzinfo=settings.zone), calendar_for(settings.calendar)
    )
    found = {
        (one.rule, source.path)
        for source in company
        for one in judged(source, view)
        if one.severity != "info"
    }
    known = {rule.id for step in (FILE_RULES, *STATES[:-1]) for rule in rules_of(step)}
    expected = {
        (rule, path.relative_to(COMPANY).as_posix())
        for path in FILES
        for rule in planted(path)
        if rule in known
    }
    assert found == expected


def test_the_table_of_broken_files_names_each_of_them() -> None:
    table = dict(map(reversed, ROW.findall((EXAMPLES / "broken" / "README.md").read_text(encoding="utf-8"))))
    named = {path.relative_to(EXAMPLES / "broken").as_posix(): planted(path) for path in BROKEN}
    assert {name: [rule] for name, rule in table.items()} == {
        name: rules or ["CC001"] for name, rules in named.items() if rules or "gbk" in name
    }


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.parent.name)
def test_a_broken_file_is_refused_for_what_its_comment_says(path: Path) -> None:
    try:
        wrong = source_of(path.name, read(path.read_bytes()).tree).wrong
        found = "CC002" if wrong else "none"
    except NotYaml as refusal:
        found = "CC007" if refusal.marker else "CC001"
    expected = {"gbk": "CC001", "fine-bom-crlf": "none"}.get(path.parent.name) or planted(path)[0]
    assert found == expected
