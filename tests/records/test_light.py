"""A light record has what the whole record has, and becomes a value only where somebody asks."""

from datetime import date, datetime
from typing import Any, Literal, get_args, get_origin
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commcoord.records.fields import Moment, Span
from commcoord.records.inheritance import empty
from commcoord.records.light import Light
from commcoord.records.parsing import MODELS, record_of
from commcoord.records.parts import Archive, Item, Part
from commcoord.records.replay import as_it_stood
from commcoord.store.shipped import shipped
from commcoord.store.yaml_bulk import read_tree
from tests.records.light_records import lightened

ZONE = ZoneInfo("Asia/Shanghai")
NAMED = {
    "id": lambda model: (
        f"{model.__name__.lower()}-20231020-7qk2" if "kind" in model.model_fields else "a-3f9k"
    ),
    "kind": lambda model: model.__name__.lower(),
}

# ── any record ─────────────────────────────────────────────────────────────────────────────────────

days = st.dates(date(2023, 1, 1), date(2024, 12, 31)).map(str)
moments = st.builds(
    "{} {:02}:{:02}{}".format,
    days,
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", "+02:00", " Z"]),
)
texts = st.sampled_from(["", "张伟（市场部）", 'a "quoted"\\ text', "两行\n文字", "none", "2023-10-20", "😀"])


def values(model: type[Part], field: str) -> st.SearchStrategy[Any]:
    """Return what a field may be written as, by its annotation."""
    if field in NAMED:
        return st.just(NAMED[field](model))
    annotation = model.model_fields[field].annotation
    types = set(leaves(annotation))
    part = next((one for one in types if isinstance(one, type) and issubclass(one, Part)), None)
    words = [one for one in types if isinstance(one, str)]
    if part is not None:
        found: st.SearchStrategy[Any] = trees(part)
    elif words:
        found = st.sampled_from(sorted(words))
    elif types & {Moment, date, Span}:
        found = moments if Moment in types else days if date in types else st.sampled_from(["7d", "3wd"])
    else:
        found = st.booleans() if bool in types else st.integers(0, 90) if int in types else texts
    return st.lists(found, max_size=2) if list in types else found


def leaves(annotation):
    yield get_origin(annotation) or annotation
    yield from (
        one for one in get_args(annotation) if isinstance(one, str) and get_origin(annotation) is Literal
    )
    for one in get_args(annotation):
        yield from leaves(one)


def trees(model: type[Part]) -> st.SearchStrategy[dict[str, Any]]:
    """Return trees of a model in which any of its fields may stand."""
    fields = {one.alias or name: values(model, name) for name, one in model.model_fields.items()}
    needed = {one.alias or name for name, one in model.model_fields.items() if one.is_required()} | {"id"}
    required = {name: field for name, field in fields.items() if name in needed}
    return st.fixed_dictionaries(required, optional={name: fields[name] for name in fields.keys() - needed})


records = (
    st.sampled_from(list(MODELS.values())).flatmap(trees).map(lambda tree: record_of(tree)[0]).filter(bool)
)

# ── the two beside each other ──────────────────────────────────────────────────────────────────────


def differences(light, whole, where=""):
    """Yield the places at which a light value is not the whole one."""
    if isinstance(whole, Part):
        assert isinstance(light, Light | Part)
        if [name for name, _value in light] != [name for name, _value in whole]:
            yield f"{where}: fields"
        for name in type(whole).model_fields:
            yield from differences(getattr(light, name), getattr(whole, name), f"{where}.{name}")
    elif isinstance(whole, list):
        if len(light) != len(whole) or not isinstance(light, list):
            yield f"{where}: {len(light)} of {len(whole)}"
        for place, (one, other) in enumerate(zip(light, whole, strict=False)):
            yield from differences(one, other, f"{where}[{place}]")
    elif light != whole or type(light) is not type(whole):
        yield f"{where}: {light!r} is not {whole!r}"


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
    assert list(differences(lightened(record), record)) == []
    assert answers(lightened(record)) == answers(record)


@settings(max_examples=300)
@given(records, st.datetimes(datetime(2022, 12, 1), datetime(2025, 2, 1)))  # noqa: DTZ001  the zone is added below
def test_a_light_record_stood_as_the_whole_one_did(record, when):
    light = lightened(record)
    now = when.replace(tzinfo=ZONE)

    stood, whole = as_it_stood(light, now, ZONE), as_it_stood(record, now, ZONE)

    assert (stood is light) == (whole is record)
    assert (stood is None) == (whole is None)
    assert whole is None or list(differences(stood, whole)) == []
    assert list(differences(light, record)) == []


def test_the_records_of_the_example_company_are_the_same_light():
    paths = sorted((shipped("examples") / "appliance-maker" / "records").rglob("*.yaml"))
    found = [record for path in paths if (record := record_of(read_tree(path.read_bytes()))[0])]

    assert len(found) > 50
    assert [one for record in found for one in differences(lightened(record), record)] == []


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
    light = lightened(record_of(TREE)[0])
    changed = light.model_copy(update={"archive": Archive(category="噪音"), "actions": [Item(what="别的")]})

    assert (changed.archive.category, changed.actions[0].what, changed.title) == ("噪音", "别的", light.title)
    assert (light.archive.category, light.actions[0].what) == (None, "提交清单")
    assert light.actions[0].model_copy(update={"due": None}).due is None
    assert light.actions[0].due == date(2023, 10, 22)


def test_a_field_of_another_kind_is_no_attribute():
    light = lightened(record_of(TREE)[0])

    assert getattr(light, "milestones", "none") == "none"
    with pytest.raises(AttributeError):
        light.people.nickname  # noqa: B018  asking is the test


def test_a_half_is_read_when_something_of_it_is_asked():
    light, read = lightened(record_of(TREE)[0]), []
    reading = light.__dict__["_read"]
    light.__dict__["_read"] = lambda *, often: (read.append(often), reading(often=often))[1]

    assert (light.kind, light.date, read) == ("minutes", date(2023, 10, 20), [])
    assert (light.items[0].what, light.cancelled, read) == ("提交清单", None, [True])
    assert (light.title, light.goal, read) == (TREE["title"], None, [True, False])


def test_lists_that_were_left_out_are_not_shared():
    light, other = lightened(record_of(TREE)[0]), lightened(record_of(TREE)[0])

    light.links.append("plan-20231013-m4x9")

    assert other.links == []
