"""The catalogues are whole: everything the tool says can be said in Chinese, with the same values, in Chinese type."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from build_messages import KEYWORDS, LANGUAGES, ROOT, catalogue_file, collected, read_catalogue

SOURCES = sorted((ROOT / "src").rglob("*.py"))
SAID = collected()
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?]|[\u4e00-\u9fff]\.(?:\s|$)")


def entries(catalogue) -> dict:
    return {message.id: message for message in catalogue if message.id}


def translations(message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def originals(message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def every_translation() -> Iterator[tuple[str, object]]:
    for language in LANGUAGES:
        for message in entries(read_catalogue(language)).values():
            yield language, message


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_in_the_catalogue(language):
    missing = entries(SAID).keys() - entries(read_catalogue(language)).keys()

    assert not missing, "run `make messages`, then translate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_keeps_nothing_that_is_no_longer_said(language):
    assert entries(read_catalogue(language)).keys() - entries(SAID).keys() == set(), "run `make messages`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_and_none_is_only_guessed(language):
    messages = entries(read_catalogue(language)).values()

    assert [message.id for message in messages if message.fuzzy or not all(translations(message))] == []


def test_a_translation_has_the_values_of_its_original():
    # Chinese has one form where English has two, and may leave the number of "one" unsaid.
    differing = [
        (language, said)
        for language, message in every_translation()
        for said in translations(message)
        if placeholders(said) != placeholders(originals(message)[-1])
    ]

    assert differing == []


def test_chinese_is_set_with_chinese_punctuation():
    half_width = [
        said
        for _, message in every_translation()
        for said in translations(message)
        if HALF_WIDTH.search(said)
    ]

    assert half_width == []


@pytest.mark.parametrize(
    ("text", "wrong"), [("没有, 请重试", True), ("没有：", False), ("见 a, b", False), ("没有.", True)]
)
def test_what_counts_as_half_width(text, wrong):
    assert bool(HALF_WIDTH.search(text)) is wrong


NAMES = re.compile(
    r"[\u4e00-\u9fff] \{(?:who|whom|contact|department)\}"
    r"|\{(?:who|whom|contact|department)\} [\u4e00-\u9fff]"
)


def test_names_of_people_and_departments_stand_in_chinese_without_spaces():
    """A Latin name gets its spaces when it is filled in."""
    spaced = [
        said for _, message in every_translation() for said in translations(message) if NAMES.search(said)
    ]

    assert spaced == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_of_a_catalogue_is_marked_by_git_as_a_conflict(language):
    assert not re.search(
        r"^(<<<<<<<|=======|>>>>>>>)", catalogue_file(language).read_text("utf-8"), re.MULTILINE
    )


def calls_for_translation(path: Path) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    """Every call in a file that marks a text, with the arguments that are the text."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            positions = KEYWORDS[node.func.id] or (1,)
            yield node, [node.args[position - 1] for position in positions if len(node.args) >= position]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_text_is_written_out_where_it_is_marked(path):
    """An f-string or a sum of strings cannot be looked up; values go in by name."""
    assembled = [
        f"{path.name}:{call.lineno}"
        for call, texts in calls_for_translation(path)
        for text in texts
        if isinstance(text, ast.JoinedStr | ast.BinOp)
    ]

    assert assembled == []


def values_said(path: Path) -> Iterator[ast.expr]:
    """Every value that a file puts into a sentence by name."""
    for call, _texts in calls_for_translation(path):
        yield from (keyword.value for keyword in call.keywords)


NO_WORDS = {"commcoord/commands/answering.py", "commcoord/commands/chase/circulate.py"} | {
    "commcoord/commands/repository/demo.py", "commcoord/steps/notes.py"
}  # fmt: skip
"""What was typed, commands, and the addresses of a mail are shown as people may copy them."""


@pytest.mark.parametrize(
    "path",
    [one for one in SOURCES if one.relative_to(ROOT / "src").as_posix() not in NO_WORDS],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_values_in_a_row_are_parted_as_the_language_parts_them(path):
    """`Several` parts them; a comma that is written out stands half-width in a Chinese sentence."""
    joined = [
        f"{path.name}:{node.lineno}"
        for value in values_said(path)
        for node in ast.walk(value)
        if isinstance(node, ast.Attribute) and node.attr == "join"
        if isinstance(node.value, ast.Constant) and str(node.value.value).strip() in (",", ";", "/")
    ]

    assert joined == []


def test_the_collector_overlooks_no_text():
    """babel reads tokens and Python reads trees: what one finds, the other must have found."""
    written = {
        text.value
        for path in SOURCES
        for _, texts in calls_for_translation(path)
        for text in texts
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }
    found = {original for message in entries(SAID).values() for original in originals(message)}

    assert written - found == set()


def test_the_page_of_a_command_is_collected(tmp_path, monkeypatch):
    folder = tmp_path / "src" / "commcoord" / "commands" / "steps"
    folder.mkdir(parents=True)
    (folder / "goal.py").write_text(
        '"""What is to be achieved.\n\nAs a result.\n"""\n\nrun = print(_("goal"))\n', "utf-8"
    )
    (folder / "shared.py").write_text('"""What commands share."""\n\nwalk = 1\n', "utf-8")
    monkeypatch.setattr("build_messages.ROOT", tmp_path)

    assert set(entries(collected())) == {"goal", "What is to be achieved.", "As a result."}


def test_the_page_of_a_rule_is_collected_but_not_its_examples(tmp_path, monkeypatch):
    folder = tmp_path / "src" / "commcoord" / "rules" / "goal"
    folder.mkdir(parents=True)
    (folder / "goal_missing.py").write_text(
        '"""No goal.\n\nWhat: none is\nwritten.\n\nWhy: so.\n\nBad:\n    goal:\n"""\n\nID = "CC101"\n',
        "utf-8",
    )
    monkeypatch.setattr("build_messages.ROOT", tmp_path)

    assert set(entries(collected())) == {"No goal.", "none is written.", "so."}


def test_texts_of_templates_are_collected(tmp_path, monkeypatch):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "plan.md.j2").write_text(
        "# {{ _('Topic') }}\n{{ plural('one', '{count}', n) }}\n", "utf-8"
    )
    monkeypatch.setattr("build_messages.ROOT", tmp_path)

    assert set(entries(collected())) == {"Topic", ("one", "{count}")}


ONE_NAME = [
    ("zh_Hans", ("受理", "行动逾期", "项行动")),
    ("zh_Hant", ("受理", "行動逾期", "項行動", "行動項的", "命令", "要改進", "寫進度")),
]
"""Words for which the catalogue has another: one thing has one name."""


@pytest.mark.parametrize(("language", "words"), ONE_NAME)
def test_one_thing_has_one_name(language, words):
    catalogue = catalogue_file(language).read_text("utf-8")

    assert [word for word in words if word in catalogue] == []
