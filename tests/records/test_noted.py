"""The view that notes what it is asked answers as the view does, and knows all that a rule may ask."""

import ast
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

import commcoord
from commcoord.records.noted import (
    Noted,
    Notes,
    Now,
    UnloadedError,
    categories_of,
    category_key,
    key_of,
    keys_given,
    keys_likely,
    own_keys,
)
from commcoord.store.shipped import shipped
from commcoord.workspace import Workspace

NOON = datetime.fromisoformat("2023-12-29T12:00+08:00")
SOURCE = Path(commcoord.__file__).parent
NOT_FOR_RULES = {"sources", "records", "replayed", "at_gate", "with_source", "evidence"}


@pytest.fixture(scope="module")
def view():
    return Workspace.open(shipped("examples") / "appliance-maker", NOON.astimezone).view


def asked_of_a_view(path: Path) -> set[str]:
    return {
        node.attr
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "view"
    }


def test_what_rules_and_clocks_ask_is_noted(view):
    rooms = [SOURCE / "rules" / step for step in ("files", "goal", "people", "channel", "prepare", "hold")]
    rooms += [SOURCE / "rules" / "followup", SOURCE / "rules" / "archive", SOURCE / "records" / "clocks"]
    asked = set().union(*(asked_of_a_view(path) for room in rooms for path in room.glob("*.py")))
    known = {name for name in dir(Noted(view, Notes(NOON))) if not name.startswith("_")}

    assert {"now", "today", "backlinks", "settings"} <= asked <= known
    assert not known & NOT_FOR_RULES


def test_the_answers_are_those_of_the_view(view):
    for record in view.records.values():
        noted = Noted(view, Notes(NOON))
        assert noted.record(record.id) is view.record(record.id)
        assert noted.holders(record.id) == view.holders(record.id)
        assert noted.linked(record) == view.linked(record)
        assert noted.backlinks(record) == view.backlinks(record)
        assert noted.earlier_in_series(record) == view.earlier_in_series(record)
        assert noted.left_over(record) == view.left_over(record)
        assert noted.inherited(record) == view.inherited(record)
        assert noted.effective(record) is view.effective(record)
        assert noted.today == view.today


def test_every_key_that_is_asked_is_given_by_the_files_that_the_answer_comes_from(view):
    given = {}
    for source in view.sources:
        for key in {*own_keys(source).values(), *keys_given(source)}:
            given.setdefault(key, set()).add(source.id)
    for record in view.records.values():
        notes = Notes(NOON)
        noted = Noted(view, notes)
        answers = {
            *(one.id for one in noted.linked(record)),
            *(one.id for one in noted.backlinks(record)),
            *(one.id for one in noted.series(record.series or "")),
        }
        assert answers <= set().union(*(given.get(key, ()) for key in notes.keys))


def test_likely_keys_are_those_that_are_asked(view):
    for source in view.sources:
        noted = Noted(view, Notes(NOON))
        noted.linked(source.record)
        noted.backlinks(source.record)
        if getattr(source.record, "leftover", None) == "none":  # of no other does a rule ask it
            noted.left_over(source.record)

        assert noted.notes.keys <= set(keys_likely(source))


def test_what_is_not_loaded_is_told():
    with pytest.raises(UnloadedError) as unloaded:
        Notes(NOON, set()).ask("id", "plan-20231020-m4x9")
    assert unloaded.value.args == (key_of("id", "plan-20231020-m4x9"),)


def test_categories_are_looked_for_one_by_one(view):
    quarter = "2023Q4"
    name = next(iter(view.categories_in(quarter)))
    notes = Notes(NOON)

    assert name in Noted(view, notes).categories_in(quarter)
    assert "无此类别" not in Noted(view, notes).categories_in(quarter)
    assert notes.keys == {category_key(quarter, name), category_key(quarter, "无此类别")}
    assert category_key(quarter, name) in categories_of(view)
    assert name not in Noted(view, Notes(NOON, categories=set())).categories_in(quarter)


def test_the_day_holds_until_midnight(view):
    notes = Notes(NOON)

    assert Noted(view, notes).today == date(2023, 12, 29)
    assert notes.since == datetime.fromisoformat("2023-12-28T23:59:59.999999+08:00")
    assert notes.until == datetime.fromisoformat("2023-12-30T00:00+08:00")


def test_the_moments_between_which_an_answer_holds():
    notes = Notes(NOON)
    now = Now(notes)

    assert now > NOON - timedelta(hours=2)
    assert NOON - timedelta(hours=1) <= now
    assert now < NOON + timedelta(hours=3)
    assert not now >= NOON + timedelta(hours=1)
    assert (notes.since, notes.until) == (NOON - timedelta(hours=1), NOON + timedelta(hours=1))


def test_a_moment_that_is_just_passing_has_its_own_answer():
    notes = Notes(NOON)

    assert Now(notes) <= NOON
    assert notes.since < NOON < notes.until
    assert notes.until - notes.since == timedelta(microseconds=2)
