"""The fast reader gives what the exact one gives, or hands over to it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from commcoord.records.scalars import Plain
from commcoord.store.yamltext import NotYaml, read_tree
from tests.store.readers import exact, fast

SCALARS = st.one_of(
    st.sampled_from(
        [
            "20",
            "-3",
            "0",
            "-0",
            "012",
            "+12",
            "0x14",
            "0o17",
            "0b1",
            "1_000",
            "1.10",
            "1e3",
            ".5",
            ".inf",
            "true",
            "True",
            "FALSE",
            "yes",
            "null",
            "Null",
            "~",
            "2023-10-20",
            "10:30",
            "09:05",
            "'8'",
            '"true"',
            "''",
            "张伟（市场部）",
            "a-3f9k",
            "x#y",
            "http://a.b",
            "-a",
            "&a",
            "*b",
            "!c",
            "?",
            "@x",
        ]
    ),
    st.integers(-(10**20), 10**20).map(str),
    st.text("01_+-xo.:eE ", min_size=1, max_size=6),
    st.text("a：中 ,'\"#:\\?&!%", max_size=8),
)
FLOWS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.lists(inner, max_size=2).map(
            lambda items: "{" + ", ".join(f"k{n}: {v}" for n, v in enumerate(items)) + "}"
        ),
    ),
    max_leaves=5,
)
LINES = st.one_of(
    FLOWS.map(lambda value: f"K: {value}"),
    FLOWS.map(lambda value: f"K:\n  - {value}\n  -   x: {value}\n      y: {value}"),
    FLOWS.map(lambda value: f"K: # c\n- {value}  # c\n\n# c\n- - {value}"),
    st.text("ab 中\n#", max_size=12).map(
        lambda text: "K: |\n" + "\n".join("  " + line for line in text.split("\n"))
    ),
    st.text("ab 中\n#", max_size=12).map(
        lambda text: "K: >-\n" + "\n".join("   " + line for line in text.split("\n"))
    ),
    FLOWS.map(lambda value: f'"K":{value}'),
)
TEXTS = st.lists(LINES, max_size=5).map(
    lambda lines: "\n".join(line.replace("K", f"key{n}", 1) for n, line in enumerate(lines)) + "\n"
)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_the_fast_reader_agrees_with_the_exact_one(text):
    content = text.encode()

    assert fast(content) == exact(content)


RECORD = """\
kind: minutes
title: '新品: 推广'  # c
asks:
  # x
  - {who: 销售部, urgent: false, at: 10:30, t: [1, -2, x y]}

people:
  owner: 张伟（市场部）
notes: |
  第一 行

  第二 - x
log:
- id: a-3f9k
  what: >-
    a
    b
-   on: 2023-10-20 14:00
    due: ~
"""


@example(RECORD.index("    due: ~"), 0, "&1")  # an anchor at the very beginning of a line
@settings(deadline=None, max_examples=300)
@given(
    st.integers(0, len(RECORD)),
    st.sampled_from([0, 0, 1, 2, 12]),
    st.text("\n  ::--,,[]{}#'\"|>&*!?a1中_.", max_size=2),
)
def test_the_fast_reader_agrees_about_what_a_slip_of_the_hand_makes(place, removed, typed_in):
    content = (RECORD[:place] + typed_in + RECORD[place + removed :]).encode()

    assert fast(content) == exact(content)


def test_numbers_and_yes_or_no_are_plain_only_where_they_stand_plain():
    tree = read_tree(b"a: 20\nb: '20'\nc: true\nd: 'true'\n")

    assert [type(value) for value in tree.values()] == [Plain, str, Plain, str]


@pytest.mark.parametrize(
    "content",
    [
        b"- " * 100_000,
        b"a: " + b"[" * 100_000,
        b"a: x\na: y\n",
        b"a:\n\tb: c\n",
        b"a: [" + b"1," * 20_000 + b"]\n",
        ("a: {" + ",".join(map(chr, range(0x4E00, 0x7600))) + "}\n").encode(),
    ],
    ids=["dashes", "brackets", "key twice", "tab", "many numbers", "letters as keys"],
)
def test_what_the_exact_reader_refuses_the_fast_one_refuses(content):
    with pytest.raises(NotYaml):
        read_tree(content)
