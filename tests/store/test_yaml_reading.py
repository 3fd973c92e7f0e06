"""What a record's file may hold, what a scalar means, and the sentence for everything else."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commcoord.records.scalars import Plain
from commcoord.store.yamltext import NotYaml, read

RECORD = """\
# 纪要
kind: minutes
goal: '定下渠道：预算'
outcomes: [卖点一致, 渠道选定]
actions:
  - id: a-3f9k
    what: 提交清单  # soon
    log:
      - {on: 2023-10-21, note: 已联系 8 家}
"""


def refusal(content):
    with pytest.raises(NotYaml) as caught:
        read(content.encode() if isinstance(content, str) else content)
    return caught.value


@pytest.mark.parametrize(
    "spelling",
    [
        "+86",
        "012345",
        "1.10",
        "1_000",
        "2023-10-20",
        "2026-02-30",
        "yes",
        "NO",
        "10:30",
        "true",
        "0x14",
        "9" * 5000,
    ],
)
def test_a_plain_scalar_stays_as_it_was_spelled(spelling):
    value = read(f"a: {spelling}\n".encode()).tree["a"]

    assert value == spelling
    assert isinstance(value, Plain)


@pytest.mark.parametrize("spelling", ["'8'", '"8"', "|-\n  8", ">-\n  8"])
def test_a_quoted_or_block_scalar_is_text(spelling):
    value = read(f"a: {spelling}\n".encode()).tree["a"]

    assert value == "8"
    assert not isinstance(value, Plain)


@pytest.mark.parametrize("spelling", ["", "~", "null", "Null", "NULL", "# only a comment"])
def test_nothing_is_none(spelling):
    assert read(f"a: {spelling}\n".encode()).tree == {"a": None}


def test_blanks_at_the_very_end_are_a_line_of_their_own():
    document = read(b"a: |\n  x\n   ")

    assert document.tree == {"a": "x\n \n"}
    assert document.text == "a: |\n  x\n   "


def test_a_quoted_null_is_text():
    assert read(b"a: 'null'\n").tree == {"a": "null"}


def test_byte_order_mark_and_windows_line_ends_are_accepted():
    document = read(b"\xef\xbb\xbf" + RECORD.replace("\n", "\r\n").encode())

    assert document.tree == read(RECORD.encode()).tree
    assert document.text.startswith("\ufeff# 纪要\r\n")
    assert document.where(["kind"], key=True) == (2, 1)


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (["kind"], (2, 7), (2, 1)),
        (["outcomes", 1], (4, 18), (4, 18)),
        (["actions", 0, "what"], (7, 11), (7, 5)),
        (["actions", 0, "log", 0, "note"], (9, 32), (9, 26)),
    ],
)
def test_every_value_has_its_place(path, value, key):
    document = read(RECORD.encode())

    assert document.where(path) == value
    assert document.where(path, key=True) == key


def test_what_is_missing_is_looked_for_at_what_is_above_it():
    document = read(RECORD.encode())

    assert document.where(["actions", 0, "owner"]) == document.where(["actions", 0])
    assert document.where(["nowhere", "at all"]) == (2, 1)
    assert document.where([]) == (2, 1)


@pytest.mark.parametrize(
    ("content", "line", "column", "words"),
    [
        ("", 1, 1, "empty"),
        ("# nothing\n", 1, 1, "empty"),
        ("- a\n", 1, 1, "no fields"),
        ("kind：minutes\n", 1, 5, "full-width colon"),
        ("kind: x\n标题：y\n", 2, 3, "full-width colon"),
        ("people:\n  owner：张伟\n", 2, 3, "full-width colon"),
        ("asks:\n  - who：销售部\n    what: x\n", 2, 8, "full-width colon"),
        ("a: {who： x}\n", 1, 5, "full-width colon"),
        ("a:\n\tb: x\n", 2, 1, "tab"),
        ("a: [x,\n \ty]\n", 2, 2, "tab"),
        ("a: x\na: y\n", 2, 1, "key a"),
        ("caf\u00e9: x\ncafe\u0301: y\n", 2, 1, "second time"),
        ("a: &x y\n", 1, 4, "anchors"),
        ("a: *x\n", 1, 4, "aliases"),
        ("a: !t y\n", 1, 4, "tags"),
        ("a: ! y\n", 1, 4, "tags"),
        ("<<: {a: b}\n", 1, 1, "merge keys"),
        ("a: x\n---\nb: y\n", 2, 1, "second document"),
        ("a: x\n...\nb: y\n", 3, 1, "second document"),
        ("%YAML 1.1\n---\na: x\n", 1, 1, "directive"),
        ("%YAML 1.2\n%TAG ! x\n---\na: x\n", 2, 1, "directive"),
        ("a: 中\x00\n", 1, 5, "U+0000"),
        ("a: \x1b[31m\n", 1, 4, "U+001B"),
        ("a: \u0085b\n", 1, 4, "U+0085"),
        ("a: \u202eb\n", 1, 4, "right-to-left override"),
        ("a: b\rc: d\n", 1, 5, "U+000D"),
        ('a: "\\e"\n', 1, 4, "U+001B"),
        ('a: "\\ud83d"\n', 1, 4, "U+D83D"),
        ("? [a]\n: b\n", 1, 3, "key must be a text"),
        ("a: {? b : c}\n", 1, 7, "key must be a text"),
        ("~: x\n", 1, 1, "key must be a text"),
        ("a: b: c\n", 1, 5, "in quotes"),
        ("a: 'x\n", 1, 4, "never closed"),
        ("a: [x\n", 2, 1, "missing"),
        ("a: {b c:, d: e}\n", 1, 8, "colon ends a text"),
        ("a: [b:]\n", 1, 6, "colon ends a text"),
        ("a: 'x'# c\n", 1, 7, "space before its #"),
        ("a: [x]# c\n", 1, 7, "space before its #"),
        ("a: @x\n", 1, 4, "in quotes"),
        ("a:\n  b: c\n d: e\n", 3, 2, "indented differently"),
        ('a: "\\U00110000"\n', 1, 2, "not valid YAML"),
        ("a: " + "[" * 25, 1, 27, "deeper than 24"),
        ("a: 标题".encode("gbk"), 1, 4, "GBK"),
        ("a: x".encode("utf-16"), 1, 1, "UTF-16"),
        (b"a: \xff", 1, 4, "0xff"),
        (b"#" * 1_000_001, 1, 1, "larger"),
    ],
)
def test_what_is_no_record_is_refused_with_place_and_remedy(content, line, column, words):
    fault = refusal(content)

    assert (fault.line, fault.column) == (line, column)
    assert words in fault.message.english
    assert not fault.marker


@pytest.mark.parametrize("marker", ["<<<<<<< ours", "=======", ">>>>>>> theirs", "||||||| base"])
def test_a_committed_conflict_marker_is_known_as_such(marker):
    fault = refusal(f"kind: x\n{marker}\ntitle: y\n")

    assert fault.marker
    assert (fault.line, fault.column) == (2, 1)


def test_signs_that_look_like_markers_are_text_inside_a_text():
    assert read(b"a: |\n  <<<<<<< ours\nb: ======= x\n").tree["b"] == "======= x"


def test_tabs_inside_a_text_are_text():
    assert read(b"a: |\n  x\n  \ty\nb: 'p\tq'\n").tree == {"a": "x\n\ty\n", "b": "p\tq"}


@pytest.mark.parametrize(
    "bomb",
    [
        "a: " + "[" * 300_000,
        "- " * 300_000,
        "a: " + "{a: " * 150_000,
        "? " * 300_000,
        "a: &a [x]\nb: &b [*a, *a]\n" * 20_000,
        "<<: " * 200_000,
        "a: '" + "\\" * 100_000,
    ],
)
def test_a_bomb_is_refused_at_once(bomb):
    started = time.process_time()
    refusal(bomb)

    assert time.process_time() - started < 2


@settings(deadline=None, max_examples=300)
@given(
    st.one_of(
        st.binary(max_size=60),
        st.text(":- \n\t#?[]{},&*!|>'\"%@`aé：1\\x\r\ufeff", max_size=40).map(str.encode),
    )
)
def test_no_bytes_bring_more_than_a_refusal(content):
    try:
        tree = read(content).tree
    except NotYaml as fault:
        tree = {"line": fault.line, "column": fault.column}
    assert isinstance(tree, dict)
