"""What is set from the command line comes back as what was meant, whoever reads the file."""

import pytest
from ruamel.yaml import YAML

from commcoord.records import editing
from commcoord.records.outline import MODELS, in_order
from commcoord.records.scalars import Plain

SETS = {
    "place": "301",
    "goal": "1.10",
    "channel.subject": "no",
    "series": "012",
    "outcomes": "[1, true, 十月]",
    "agenda": "[{topic: 12, minutes: 5}]",
    "asks": "[{who: 7, what: on, urgent: true, important: false}]",
}


def read(text: str, version: str) -> dict:
    reader = YAML(typ="safe", pure=True)
    reader.version = version
    return reader.load(text)


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_words_are_texts_to_every_reader_and_counts_are_numbers(repository, version):
    options = [part for field, value in SETS.items() for part in ("--set", f"{field}={value}")]
    path = repository("new", "plan", "--title", "t", "--scenario", "routine", *options).out.strip()
    found = read((repository.root / path).read_text("utf-8").split("\n", 1)[1], version)

    assert (found["place"], found["goal"], found["channel"]["subject"]) == ("301", "1.10", "no")
    assert (found["series"], found["outcomes"]) == ("012", ["1", "true", "十月"])
    assert found["agenda"] == [{"topic": "12", "minutes": 5}]
    assert found["asks"] == [{"who": "7", "what": "on", "urgent": True, "important": False}]


def test_what_stands_in_the_file_stays_as_it_is_written():
    tree = {"kind": "plan", "outcomes": [Plain("1")]}
    editing.add(tree, MODELS["plan"], "outcomes", [Plain("2")])

    assert [type(one) for one in tree["outcomes"]] == [Plain, str]


def test_a_tree_is_put_in_order_at_every_depth():
    tree = {
        "title": "t",
        "own": 1,
        "people": {"counterpart": {"contact": "c", "organisation": "o"}, "owner": "p"},
        "agenda": [{"minutes": 5, "audience": "team", "topic": "x"}],
        "kind": "plan",
    }
    found = in_order(tree, "plan")

    assert found == tree
    assert list(found) == ["kind", "title", "people", "agenda", "own"]
    assert list(found["people"]) == ["owner", "counterpart"]
    assert list(found["people"]["counterpart"]) == ["organisation", "contact"]
    assert list(found["agenda"][0]) == ["topic", "minutes", "audience"]
