"""A search finds what a record says, however its texts are written, in the weightiest field first."""

import json

from hypothesis import given
from hypothesis import strategies as st

from commcoord.records.pages import FIRST, OTHER, fold, kept, known_fields, page_of
from commcoord.records.searching import Shelf, search


def shelf_of(*trees):
    pages = [kept(page_of(tree["id"], f"{tree['id']}.yaml", tree)) for tree in trees]
    words, others = zip(*pages, strict=True)
    ends = [sum(map(len, words[: number + 1])) for number in range(len(words))]
    ends_of_pages = [sum(map(len, others[: number + 1])) for number in range(len(others))]
    return [Shelf(b"".join(words), b"".join(others), ends, ends_of_pages)]


def found(words, *trees):
    hits = search(words.split(), shelf_of(*trees), lambda hit: hit.path)
    return [(hit.id, hit.field, hit.line) for hit in hits]


PLAN = {
    "id": "p-1",
    "title": "新品推广，物流",
    "date": "2023-10-20",
    "goal": "定下ＡＢ两案",
    "said": ["a", "b，c"],
}


def test_the_line_is_shown_as_it_is_written():
    assert found("ab两案", PLAN) == [("p-1", "goal", "定下ＡＢ两案")]
    assert found("物流", PLAN) == [("p-1", "title", "新品推广，物流")]


def test_several_words_are_found_in_any_lines_and_the_one_with_most_of_them_is_shown():
    assert found("推广 a", PLAN) == [("p-1", "title", "新品推广，物流")]
    assert found("b c", PLAN) == [("p-1", "said", "b，c")]
    assert found("推广 没有", PLAN) == []


def test_what_weighs_more_comes_first_and_then_what_is_newer():
    older = {"id": "p-2", "title": "物流", "date": "2023-01-01"}
    beside = {"id": "p-3", "title": "别的", "place": "物流园", "date": "2024-01-01"}

    assert [name for name, _field, _line in found("物流", older, beside, PLAN)] == ["p-1", "p-2", "p-3"]


def test_a_page_is_found_by_its_own_words_only():
    other = {"id": "p-2", "title": "完", "goal": "定"}

    assert found("完定", PLAN, other) == []
    assert found("案a", PLAN) == []
    assert found("kind", PLAN) == []


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
trees = st.fixed_dictionaries(
    {"id": st.just("p-1"), "title": texts},
    optional={
        "goal": texts,
        "place": texts,
        "date": texts,
        "said": st.lists(texts),
        "odd key\n": texts,
        "a.b": texts,
    },
)


@given(st.lists(trees, min_size=1, max_size=3), texts)
def test_every_record_that_has_the_words_is_found_with_a_line_that_has_one(records, word):
    wanted = fold(word).split()
    for number, record in enumerate(records):
        record["id"] = f"p-{number}"
    hits = search([word], shelf_of(*records), lambda hit: hit.path)
    having = []
    for record in records:
        lines = [fold(line) for line in page_of(record["id"], "", record).words.split("\n")]
        if wanted and all(any(one in line for line in lines) for one in wanted):
            having.append(record["id"])

    assert sorted(hit.id for hit in hits) == having
    for hit in hits:
        assert any(one in fold(hit.line) for one in wanted)
        record = next(one for one in records if one["id"] == hit.id)
        assert hit.title == record["title"]
        assert hit.shown["title"] == record["title"]
        assert json.dumps(hit.shown)


def test_a_byte_is_enough_for_every_field_that_records_may_have():
    fields = [field for field, _weight in known_fields()]

    assert FIRST + len(fields) < OTHER
    assert {"id", "actions.what", "measures.log.due.from", "waits.for", "leftover"} <= set(fields)
