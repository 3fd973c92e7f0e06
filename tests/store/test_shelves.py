"""Words of many files lie in one line, and each file's can be put there and taken away by itself."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.store import shelves


@pytest.fixture
def base():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(shelves.TABLE)
        yield connection


def lying(base):
    """Return all words and all else that lie on the shelves."""
    found = []
    for words, pages, ends, ends_of_pages in shelves.read(base):
        starts = zip([0, *ends], [0, *ends_of_pages], strict=True)
        for (word, page), end, end_of_page in zip(starts, ends, ends_of_pages, strict=False):
            found.append((words[word:end], pages[page:end_of_page]))
    return sorted(found)


contents = st.dictionaries(st.integers(1, 200), st.tuples(st.binary(max_size=5), st.binary(max_size=5)))


@given(first=contents, gone=st.sets(st.integers(1, 200)), then=contents)
def test_what_was_put_lies_there_until_it_is_dropped(first, gone, then):
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute(shelves.TABLE)
        shelves.put(base, [(file, *texts) for file, texts in first.items()])
        shelves.drop(base, {*gone, *then})
        shelves.put(base, [(file, *texts) for file, texts in then.items()])

        left = {file: texts for file, texts in first.items() if file not in gone} | then
        assert lying(base) == sorted(left.values())


def test_many_files_share_a_shelf(base):
    shelves.put(base, [(file, b"words\n", b"all else") for file in range(shelves.FILES)])

    assert len(list(shelves.read(base))) == 1
    shelves.drop(base, [7])
    assert len(lying(base)) == shelves.FILES - 1


def test_a_damaged_shelf_is_noticed(base):
    base.execute("INSERT INTO shelves VALUES (1, 'no numbers', x'00', x'00')")

    with pytest.raises(ValueError, match="invalid literal"):
        list(shelves.read(base))
