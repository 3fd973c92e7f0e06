"""Trees of records in which any field may stand, well written or not, and how light values compare with the models'."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from itertools import pairwise
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from commcoord.records.light import Light
from commcoord.records.parts import Part
from commcoord.records.scalars import Plain
from commcoord.records.shapes import SHAPES
from commcoord.records.validating import MODELS
from commcoord.records.values import Moment, Span

RECORDS = [MODELS[name] for name in ("Plan", "Minutes", "Task", "Feedback")]
NAMED = {
    "id": lambda model: (
        f"{model.__name__.lower()}-20231020-7qk2" if "kind" in model.model_fields else "a-3f9k"
    ),
    "kind": lambda model: model.__name__.lower(),
}

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


def single_fields(model: type[Part]) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """Yield every field of a model and of its parts as a path, each with a tree that has it, to be filled."""
    name = model.__name__.lower()
    least = {"kind": name, "id": f"{name}-20231020-7qk2", "title": "T", "scenario": "routine", "step": "hold"}
    for path in _paths(model.__name__):
        tree: dict[str, Any] = {**least, "date": "2023-10-20"}
        holder: Any = tree
        for key, following in pairwise(path):
            new: Any = [{}] if isinstance(following, int) else {}
            holder = holder[key] if isinstance(key, int) else holder.setdefault(key, new)
        yield path, tree


def _paths(shape: str) -> Iterator[tuple[str | int, ...]]:
    for field, form, known in SHAPES[shape]:
        key = field.rstrip("_")
        yield (key,)
        below = (key, 0) if form == "parts" else (key,)
        if form in ("parts", "part", "maybe part"):
            yield from ((*below, *path) for path in _paths(str(known)))


odd = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 100_000),
    st.sampled_from(
        [Plain("true"), Plain("7"), Plain("2023-10-20"), Plain("张伟"), "", "none", "2023-02-30", "7d", "🙂"]
    ),
    st.just([]),
    st.just({}),
    st.just([None]),
    st.just(["张伟", 3]),
    st.just({"from": "2023-10-20"}),
).map(deepcopy)
"""What may stand in the place of anything when a hand has slipped."""


@st.composite
def slipped(draw: st.DrawFn, model: type[Part]) -> dict[str, Any]:
    """Return a tree of a model in which up to three values are others, or keys are new."""
    tree = draw(trees(model))
    for _slip in range(draw(st.integers(0, 3))):
        holder = draw(st.sampled_from([tree, *_holders(tree)]))
        if isinstance(holder, list):
            holder[draw(st.integers(0, len(holder) - 1))] = draw(odd)
        else:
            key = draw(st.sampled_from([*holder, "owner", "from", "from_", "evidence", "nonsense"]))
            holder[key] = draw(odd)
    return tree


def _holders(tree: Any) -> Any:
    """Yield the mappings and lists of a tree that hold something."""
    if isinstance(tree, dict | list) and tree:
        yield tree
        for one in tree.values() if isinstance(tree, dict) else tree:
            yield from _holders(one)


def differences(light, whole, where=""):
    """Yield the places at which a light value is not the whole one."""
    if isinstance(whole, Part):
        assert isinstance(light, Light)
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
