"""A light record has what the models would have made of its tree, and becomes a value only where somebody asks."""

from copy import deepcopy
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commcoord.records import shaping
from commcoord.records.inheritance import empty
from commcoord.records.light import light
from commcoord.records.parsing import certain, record_of, settings_of
from commcoord.records.reading import as_texts, quick_record, quick_settings
from commcoord.records.replay import as_it_stood
from commcoord.records.scalars import NULLS, Plain
from commcoord.records.settings import Settings
from commcoord.records.validating import MODELS, parsed
from commcoord.store.shipped import shipped
from commcoord.store.yaml_bulk import read_tree, spelled
from commcoord.store.yaml_reading import read
from tests.records.any_records import RECORDS, differences, single_fields, slipped, trees
from tests.records.light_records import lightened

ZONE = ZoneInfo("Asia/Shanghai")
models = st.sampled_from(RECORDS)
records = models.flatmap(trees).map(lambda tree: record_of(spelled(tree, b""))[0]).filter(bool)


def whole_of(tree):
    """Return what the models make of a tree, and what is wrong with it."""
    kind = str(tree.get("kind")).capitalize()
    return parsed(MODELS[kind], tree) if kind in MODELS else (None, ["kind"])


# ── as the models have it ──────────────────────────────────────────────────────────────────────────


def test_the_shapes_are_those_of_the_models():
    assert shaping.module() == Path(shaping.__file__).with_name("shapes.py").read_text(encoding="utf-8")


@settings(max_examples=600)
@given(models.flatmap(slipped))
def test_what_is_read_quickly_is_what_the_models_read(tree):
    typed, written = deepcopy(tree), spelled(deepcopy(tree), b"")

    quick = quick_record(typed)
    whole, wrong = whole_of(written)

    if quick is not None:
        assert wrong == []
        assert list(differences(quick, whole)) == []
        assert quick.__dict__.keys() == whole.model_fields_set
        assert typed == written
        assert spellings(typed) == spellings(written)


def spellings(tree):
    """Return a tree with the types of its values in their place."""
    if isinstance(tree, dict):
        return {key: spellings(one) for key, one in tree.items()}
    return [spellings(one) for one in tree] if isinstance(tree, list) else type(tree)


@settings(max_examples=300)
@given(models.flatmap(slipped))
def test_what_leaves_a_doubt_is_read_as_the_models_read_it(tree):
    written = spelled(deepcopy(tree), b"")

    record, wrong = record_of(deepcopy(written))
    whole, faults = whole_of(written)

    assert (record is None) == (whole is None)
    assert len(wrong) == len(faults)
    assert whole is None or list(differences(record, whole)) == []


def unquoted(value):
    """Return a tree as one that is read exactly has it where nothing is in quotes."""
    if isinstance(value, dict):
        return {key: unquoted(one) for key, one in value.items()}
    if isinstance(value, list):
        return [unquoted(one) for one in value]
    return Plain(value) if isinstance(value, str) and value not in NULLS else value


@settings(max_examples=600)
@given(models.flatmap(slipped))
def test_what_stands_without_quotes_is_read_as_the_models_read_it(tree):
    written = unquoted(spelled(deepcopy(tree), b""))

    record, wrong = record_of(deepcopy(written))
    whole, faults = whole_of(written)

    assert (record is None) == (whole is None)
    assert len(wrong) == len(faults)
    assert whole is None or list(differences(record, whole)) == []


@pytest.mark.parametrize(
    "text", ["1.10", "012345", "+86", "yes", "1e3", "0x1f", ".inf", "true", "1_000", "10:30"]
)
def test_words_without_quotes_stay_as_they_stand(text):
    tree = {
        "kind": Plain("plan"),
        "id": Plain("plan-20231020-7qk2"),
        "title": Plain(text),
        "scenario": Plain("routine"),
        "step": Plain("goal"),
        "date": Plain("2023-10-20"),
    }

    record, wrong = record_of(tree)

    assert (record.title, wrong) == (text, [])


def test_a_record_that_is_read_exactly_needs_no_models():
    paths = sorted((shipped("examples") / "appliance-maker" / "records").rglob("*.yaml"))
    quick = [certain(as_texts(read(path.read_bytes()).tree)) for path in paths]

    assert sum(one is not None for one in quick) > len(paths) * 0.9


@settings(max_examples=300)
@given(slipped(Settings))
def test_settings_are_read_as_the_models_read_them(tree):
    written = spelled(deepcopy(tree), b"")

    quick = quick_settings(deepcopy(tree))
    found, wrong = settings_of(deepcopy(written))
    whole, faults = parsed(Settings, written)

    assert len(wrong) == len(faults)
    assert list(differences(found, whole or Settings())) == []
    assert quick is None or (faults == [] and list(differences(quick, whole)) == [])


@pytest.mark.parametrize("value", [False, 0, [], {}, True, 3, [None], Plain("7"), Plain("true"), 2.5])
@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_no_field_takes_quickly_what_the_models_refuse(model, value):
    """Each field of a record and of its parts, one at a time."""
    for path, tree in single_fields(model):
        holder = tree
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = value
        whole, wrong = whole_of(spelled(deepcopy(tree), b"")) if type(value) is not float else (None, [path])
        quick = quick_record(deepcopy(tree))
        assert quick is None or (wrong == [] and list(differences(quick, whole)) == []), path


def test_the_records_of_the_example_company_are_read_quickly():
    paths = sorted((shipped("examples") / "appliance-maker" / "records").rglob("*.yaml"))
    quick = [quick_record(read_tree(path.read_bytes())) for path in paths]

    assert sum(one is not None for one in quick) > len(paths) * 0.9


# ── as an index keeps it ───────────────────────────────────────────────────────────────────────────


def answers(record):
    """Return what a record says beside its fields."""
    return (
        record.items_field,
        [item.what for item in record.open_items],
        record.external,
        record.urgent,
        record.weighty,
        record.path,
        record.begins(ZONE),
        record.ends(ZONE) if record.kind != "task" else None,
        {name: empty(value) for name, value in record},
    )


@settings(max_examples=300)
@given(records)
def test_a_light_record_has_the_fields_and_answers_of_the_whole_one(record):
    assert dict(lightened(record)) == dict(record)
    assert answers(lightened(record)) == answers(record)


@settings(max_examples=300)
@given(records, st.datetimes(datetime(2022, 12, 1), datetime(2025, 2, 1)))  # noqa: DTZ001  the zone is added below
def test_a_light_record_stood_as_the_whole_one_did(record, when):
    kept = lightened(record)
    now = when.replace(tzinfo=ZONE)

    stood, whole = as_it_stood(kept, now, ZONE), as_it_stood(record, now, ZONE)

    assert (stood is kept) == (whole is record)
    assert (stood is None) == (whole is None)
    assert whole is None or dict(stood) == dict(whole)
    assert dict(kept) == dict(record)


def test_the_records_of_the_example_company_are_the_same_from_an_index():
    paths = sorted((shipped("examples") / "appliance-maker" / "records").rglob("*.yaml"))
    found = [record for path in paths if (record := record_of(read_tree(path.read_bytes()))[0])]

    assert len(found) > 50
    assert [record.id for record in found if dict(lightened(record)) != dict(record)] == []


# ── how it is used ─────────────────────────────────────────────────────────────────────────────────

TREE = {
    "kind": "minutes",
    "id": "minutes-20231020-7qk2",
    "title": "新品推广方案对接会",
    "scenario": "routine",
    "step": "hold",
    "date": "2023-10-20",
    "people": {"owner": "张伟"},
    "actions": [{"id": "a-3f9k", "what": "提交清单", "due": "2023-10-22"}],
}


def test_a_copy_has_the_changes_and_leaves_the_first_as_it_was():
    kept = lightened(record_of(TREE)[0])
    changed = kept.model_copy(
        update={
            "archive": light("Archive")({"category": "噪音"}),
            "actions": [light("Item")({"what": "别的"})],
        }
    )

    assert (changed.archive.category, changed.actions[0].what, changed.title) == ("噪音", "别的", kept.title)
    assert (kept.archive.category, kept.actions[0].what) == (None, "提交清单")
    assert kept.actions[0].model_copy(update={"due": None}).due is None
    assert kept.actions[0].due == date(2023, 10, 22)


def test_a_field_of_another_kind_is_no_attribute():
    kept = lightened(record_of(TREE)[0])

    assert getattr(kept, "milestones", "none") == "none"
    with pytest.raises(AttributeError):
        kept.people.nickname  # noqa: B018  asking is the test


def test_a_half_is_read_when_something_of_it_is_asked():
    kept, read = lightened(record_of(TREE)[0]), []
    reading = kept.__dict__["_read"]
    kept.__dict__["_read"] = lambda *, often: (read.append(often), reading(often=often))[1]

    assert (kept.kind, kept.date, read) == ("minutes", date(2023, 10, 20), [])
    assert (kept.items[0].what, kept.cancelled, read) == ("提交清单", None, [True])
    assert (kept.title, kept.goal, read) == (TREE["title"], None, [True, False])


def test_nobody_puts_anything_into_a_list_that_was_left_out():
    with pytest.raises(TypeError):
        record_of(TREE)[0].links.append("plan-20231013-m4x9")
    assert record_of(TREE)[0].links == []


def test_parts_are_equal_where_they_say_the_same():
    item, other = record_of(TREE)[0].actions[0], record_of(TREE)[0].actions[0]

    assert item == other
    assert item is not other
    assert item != other.model_copy(update={"due": None})
    assert item != item.what
    assert "2023" in repr(item)
