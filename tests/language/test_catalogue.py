"""A text of a catalogue is found without reading the others, and is the one that gettext finds."""

import gettext
from pathlib import Path

import pytest

from commcoord.language.catalogue import Catalogue
from commcoord.language.messages import CATALOGUES, DOMAIN, LANGUAGES, plural, translated, use


def path_of(language):
    return f"{CATALOGUES}/{language.replace('-', '_')}/LC_MESSAGES/{DOMAIN}.mo"


def entries_of(language):
    with Path(path_of(language)).open("rb") as file:
        return gettext.GNUTranslations(file)._catalog


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_text_is_said_as_gettext_says_it(language):
    catalogue, entries = Catalogue(path_of(language)), entries_of(language)
    singles = {text: said for text, said in entries.items() if isinstance(text, str) and text}
    plurals = {
        text: said
        for (text, _form), said in ((one, entries[one]) for one in entries if isinstance(one, tuple))
    }

    assert len(singles) > 1000
    assert len(plurals) > 10
    assert {text: catalogue.said(text) for text in singles} == singles
    assert {text: catalogue.said(text) for text in plurals} == plurals


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_chinese_has_one_form_for_any_number(language):
    forms = {one[1] for one in entries_of(language) if isinstance(one, tuple)}

    assert forms == {0}


def test_a_text_that_no_catalogue_has_is_said_as_it_is(tmp_path):
    (tmp_path / "other.mo").write_bytes(b"something else")

    assert Catalogue(path_of("zh-Hans")).said("nobody says this") is None
    assert Catalogue(str(tmp_path / "missing.mo")).said("goal") is None
    assert Catalogue(str(tmp_path / "other.mo")).said("goal") is None
    assert translated("nobody says this", "zh-Hans") == "nobody says this"
    assert translated("", "zh-Hans") == ""


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 record"),
        ("en", 2, "2 records"),
        ("en", 0, "0 records"),
        ("zh-Hans", 1, "1 条记录"),
        ("zh-Hans", 2, "2 条记录"),
    ],
)
def test_how_many_there_are_is_said_by_the_number(language, count, said):
    use(language)
    try:
        assert plural("{count} record", "{count} records", count) == said
    finally:
        use("en")
