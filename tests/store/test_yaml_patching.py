"""A patch changes what it must and nothing else: before, change, after."""

import copy
import difflib
import re
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commcoord.errors import ImpossibleError
from commcoord.records.scalars import Plain
from commcoord.store.yaml_surgery import Surgery
from commcoord.store.yaml_wanted import same
from commcoord.store.yaml_wanted import settled as settled_value
from commcoord.store.yamltext import Document, emitted, patched, read
from tests.store.layouts import NAMES, RECORDS, TREES, settled, texts

MINUTES = """\
# yaml-language-server: $schema=../../../.commcoord/schema/minutes.json
kind: minutes
title: "新品推广"   # working title
date: 2023-10-20
outcomes: [卖点一致,  渠道选定]
asks:
  # from the sales people
  - {who: 销售部, what: 门店体验, urgent: false}   # by phone
  # from the product people
  - {who: 产品部, what: 样机, urgent: true}

# ---- what was promised ----

actions:
  - id: a-3f9k   # first
    what: 提交清单
    due: 2023-10-22
    # he is ill
  # the second
  - id: a-7h2m
    what: 样机

place: 301会议室
# end
"""


NOTE = re.compile(r"# note \d+")


def changed(text, **fields):
    """The text patched with some fields of it replaced; `...` removes one."""
    document = read(text.encode())
    wanted = {**copy.deepcopy(document.tree), **fields}
    return patched(document, {name: value for name, value in wanted.items() if value is not ...})


def diff(old, new):
    lines = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in lines if line[0] in "+-"]


def minutes(**fields):
    return diff(MINUTES, changed(MINUTES, **fields))


def actions():
    return read(MINUTES.encode()).tree["actions"]


def test_nothing_wanted_changes_nothing():
    assert minutes() == []


def test_a_value_changes_in_its_place_with_its_quotes_and_its_comment():
    assert minutes(title="秋季推广", date="2023-10-27") == [
        '- title: "新品推广"   # working title',
        '+ title: "秋季推广"   # working title',
        "- date: 2023-10-20",
        "+ date: 2023-10-27",
    ]


def test_inside_brackets_only_the_element_changes():
    assert minutes(outcomes=["卖点一致", "渠道选定", "预算分配"]) == [
        "- outcomes: [卖点一致,  渠道选定]",
        "+ outcomes: [卖点一致,  渠道选定, 预算分配]",
    ]
    asks = read(MINUTES.encode()).tree["asks"]
    assert minutes(asks=[{**asks[0], "urgent": True}, asks[1]]) == [
        "-   - {who: 销售部, what: 门店体验, urgent: false}   # by phone",
        "+   - {who: 销售部, what: 门店体验, urgent: true}   # by phone",
    ]


def test_an_item_goes_with_its_own_comments_and_leaves_its_neighbours_theirs():
    first, second = actions()

    assert minutes(actions=[first]) == ["-   # the second", "-   - id: a-7h2m", "-     what: 样机"]
    assert minutes(actions=[second]) == [
        "-   - id: a-3f9k   # first",
        "-     what: 提交清单",
        "-     due: 2023-10-22",
        "-     # he is ill",
    ]


def test_a_field_goes_with_its_own_comments_and_leaves_headings():
    assert minutes(asks=...) == [
        "- asks:",
        "-   # from the sales people",
        "-   - {who: 销售部, what: 门店体验, urgent: false}   # by phone",
        "-   # from the product people",
        "-   - {who: 产品部, what: 样机, urgent: true}",
    ]
    assert "# ---- what was promised ----" in changed(MINUTES, actions=...)
    assert minutes(place=...) == ["- ", "- place: 301会议室"]


def test_items_move_with_their_comments():
    first, second = actions()

    assert changed(MINUTES, actions=[second, first]).split("actions:\n")[1].splitlines() == [
        "  # the second",
        "  - id: a-7h2m",
        "    what: 样机",
        "  - id: a-3f9k   # first",
        "    what: 提交清单",
        "    due: 2023-10-22",
        "    # he is ill",
        "",
        "place: 301会议室",
        "# end",
    ]


TWINS = """\
kind: minutes
actions:
  - id: a-3f9k
    what: 交付初稿
    # asked by the board
    owner: 李娜   # she said yes
  - {id: a-3f9k, what: 提交报告}  # the second
  - {id: a-3f9p, what: 提交报告}  # the third
"""


@pytest.mark.parametrize(
    ("place", "what", "lines"),
    [
        (0, "改稿", ["-     what: 交付初稿", "+     what: 改稿"]),
        (
            1,
            "改稿",
            [
                "-   - {id: a-3f9k, what: 提交报告}  # the second",
                "+   - {id: a-3f9k, what: 改稿}  # the second",
            ],
        ),
        (
            2,
            "改稿",
            [
                "-   - {id: a-3f9p, what: 提交报告}  # the third",
                "+   - {id: a-3f9p, what: 改稿}  # the third",
            ],
        ),
    ],
)
def test_two_items_of_one_id_are_told_apart_by_what_they_say(place, what, lines):
    actions = read(TWINS.encode()).tree["actions"]
    actions[place] |= {"what": what}

    assert diff(TWINS, changed(TWINS, actions=actions)) == lines


def test_of_two_items_of_one_id_the_one_that_goes_takes_its_own_comment():
    actions = read(TWINS.encode()).tree["actions"]

    assert diff(TWINS, changed(TWINS, actions=[actions[0], actions[2]])) == [
        "-   - {id: a-3f9k, what: 提交报告}  # the second"
    ]
    assert "the second" in changed(TWINS, actions=actions[1:])


def test_a_new_item_comes_in_the_style_of_its_siblings():
    asks = read(MINUTES.encode()).tree["asks"]

    assert minutes(asks=[*asks, {"who": "采购部", "what": "交期", "urgent": True}]) == [
        "+   - {who: 采购部, what: 交期, urgent: true}"
    ]
    assert minutes(actions=[*actions(), {"id": "a-9k2p", "what": "报价"}]) == [
        "+   - id: a-9k2p",
        "+     what: 报价",
    ]


def test_a_new_key_stands_where_the_wanted_order_has_it():
    document = read(MINUTES.encode())
    wanted = {}
    for name, value in document.tree.items():
        wanted[name] = value
        if name == "date":
            wanted["goal"] = "定下渠道"
    first = actions()[0]
    wanted["actions"] = [
        {"id": first["id"], "what": first["what"], "owner": "王强", "due": first["due"]},
        actions()[1],
    ]

    assert diff(MINUTES, patched(document, wanted)) == ["+ goal: 定下渠道", "+     owner: 王强"]


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("a: x\nlist:\n- p\n", "new:\n- k: v\n- k: w\n"),
        ("a: x\nlist:\n    - p\n", "new:\n    - k: v\n    - k: w\n"),
        ("a: x\n", "new:\n  - {k: v}\n  - {k: w}\n"),
    ],
)
def test_a_new_list_is_indented_as_the_file_does_it(text, added):
    after = changed(text, new=[{"k": "v"}, {"k": "w"}])

    assert after.startswith(text)
    assert after.removeprefix(text).replace("{", "").replace("}", "") == added.replace("{", "").replace(
        "}", ""
    )


def test_a_text_of_several_lines_becomes_a_literal_block():
    assert minutes(place="一楼\n二楼") == ["- place: 301会议室", "+ place: |-", "+   一楼", "+   二楼"]
    assert changed("a: x  # c\nb: y\n", a="p\nq\n") == "a: |  # c\n  p\n  q\nb: y\n"
    assert changed("a: |  # c\n  p\n  q\n\nb: y\n", a="one") == "a: one  # c\n\nb: y\n"


def test_from_empty_to_filled_and_back():
    assert changed("a: []  # none yet\nb: x\n", a=["p"]) == "a: [p]  # none yet\nb: x\n"
    assert (
        changed("actions: []  # none yet\n", actions=[{"id": "a-1234"}])
        == "actions:  # none yet\n  - id: a-1234\n"
    )
    assert changed("a:  # none yet\nb: x\n", a="z") == "a: z  # none yet\nb: x\n"
    assert changed("a:  # some\n  - p\n\n# about b\nb: x\n", a=[]) == "a: []  # some\n\n# about b\nb: x\n"


def test_brackets_over_several_lines_keep_their_comments():
    text = "a: [\n    p,  # first\n    # the second\n    q,  # second\n    r\n  ]\n"

    assert changed(text, a=["p", "r"]) == "a: [\n    p,  # first\n    r\n  ]\n"
    assert changed(text, a=["q", "r"]) == "a: [\n    # the second\n    q,  # second\n    r\n  ]\n"
    assert changed(text, a=["p", "q", "s", "r"]) == text.replace("    r\n", "    s,\n    r\n")


@pytest.mark.parametrize(
    ("wanted", "after"),
    [
        (
            "owner informed executes",
            '{owner: "张伟" # who\n  , informed: [],  # none\n  executes: [王强]\n  }',
        ),
        (
            "owner executes informed",
            '{owner: "张伟", # who\n  executes: [王强],\n   informed: []  # none\n  }',
        ),
        ("owner executes", '{owner: "张伟", # who\n  executes: [王强]\n  }'),
        ("executes informed", "{executes: [王强],\n   informed: []  # none\n  }"),
    ],
)
def test_lines_that_begin_with_their_comma_keep_comments_and_quotes(wanted, after):
    text = 'people: {owner: "张伟" # who\n  , informed: []  # none\n  }\n'
    people = {"owner": "张伟", "informed": [], "executes": ["王强"]}

    assert changed(text, people={name: people[name] for name in wanted.split()}) == f"people: {after}\n"


def test_windows_line_ends_and_byte_order_mark_stay():
    text = "\ufeffa: x  # c\r\nb:\r\n  - p\r\n"

    assert (
        changed(text, b=["p", "q\nr"], c="z")
        == "\ufeffa: x  # c\r\nb:\r\n  - p\r\n  - |-\r\n    q\r\n    r\r\nc: z\r\n"
    )


def test_a_file_without_its_last_line_break_stays_so_where_its_end_is_not_touched():
    assert changed("a: x\nb: y", a="z") == "a: z\nb: y"
    assert changed("a: x", b="z") == "a: x\nb: z\n"


def test_long_chinese_lines_are_neither_folded_nor_escaped():
    long = "定下推广渠道和预算，" * 40

    assert changed("a: x\n", a=long) == f"a: {long}\n"
    assert changed('a: "x"\n', a=long) == f'a: "{long}"\n'


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "No",
        "off",
        "y",
        "true",
        "null",
        "~",
        "20",
        "+86",
        "012345",
        "1.10",
        "1_000",
        "0x14",
        "1e3",
        "10:30",
        ".inf",
        "<<",
        "=",
    ],
)
def test_a_text_that_some_reader_would_retype_is_quoted(text):
    assert changed("a: x\n", a=text) == f'a: "{text}"\n'


@pytest.mark.parametrize(
    "text",
    ["2023-10-20", "2023-10-20 14:00", "2023-10-20 14:00+08:00", "24h", "3wd", "301会议室", "C:x", "a#b"],
)
def test_days_times_and_harmless_texts_stand_plain(text):
    assert changed("a: x\n", a=text) == f"a: {text}\n"


@pytest.mark.parametrize(
    ("value", "spelling"),
    [
        (True, "true"),
        (20, "20"),
        (None, "null"),
        (Plain("20"), "20"),
        ("a: b", '"a: b"'),
        ('"x" is said', "'\"x\" is said'"),
    ],
)
def test_values_are_spelled_as_what_they_are(value, spelling):
    assert changed("a: x\n", a=value) == f"a: {spelling}\n"


def test_a_number_in_quotes_is_no_number():
    assert changed("a: '20'\n", a=20) == "a: 20\n"
    assert changed("a: '20'\n", a="20") == "a: '20'\n"
    assert changed("a: 20\n", a="20") == "a: 20\n"
    assert changed("a: True\n", a=True) == "a: True\n"


def test_what_cannot_be_written_is_refused_with_the_text():
    with pytest.raises(ImpossibleError, match=r"U\+001B.*电话<U\+001B>会议"):
        changed("a: x\n", a="电话\x1b会议")
    with pytest.raises(ImpossibleError, match="reads the same"):
        changed("a: x\n", a="z" * 1_000_001)


def test_a_new_record_has_the_layout_of_the_house():
    wanted = {
        "kind": "minutes",
        "id": "minutes-20231020-7qk2",
        "date": "2023-10-20",
        "outcomes": ["卖点一致", "渠道选定"],
        "asks": [{"who": "销售部", "what": "体验", "urgent": False}],
        "people": {"owner": "张伟", "counterpart": {"organisation": "ABC", "authority": ["确认"]}},
        "actions": [
            {
                "id": "a-3f9k",
                "what": "提交",
                "log": [{"on": "2023-10-21", "due": {"from": "2023-10-21", "to": "2023-10-22"}}],
            }
        ],
        "next_steps": "一\n二",
    }
    assert emitted(wanted, "# c") == dedent("""\
        # c
        kind: minutes
        id: minutes-20231020-7qk2
        date: 2023-10-20
        outcomes: [卖点一致, 渠道选定]
        asks:
          - {who: 销售部, what: 体验, urgent: false}
        people:
          owner: 张伟
          counterpart: {organisation: ABC, authority: [确认]}
        actions:
          - id: a-3f9k
            what: 提交
            log:
              - {on: 2023-10-21, due: {from: 2023-10-21, to: 2023-10-22}}
        next_steps: |-
          一
          二
        """)


def quick(examples):
    return settings(deadline=None, max_examples=examples, suppress_health_check=list(HealthCheck))


@st.composite
def edits(draw, tree, depth=0):
    """Draw a tree that differs from another in one place, or at least there."""
    change = draw(st.integers(0, 5))
    if not isinstance(tree, dict | list) or not tree or (change == 0 and depth):
        return draw(TREES)
    if isinstance(tree, dict):
        return draw(_mapping_edits(tree, change, depth))
    index = draw(st.integers(0, len(tree) - 1))
    edited = list(tree)
    if change == 1:
        del edited[index]
    elif change == 2:
        edited.insert(index, draw(TREES))
    elif change == 3:
        edited = draw(st.permutations(edited))
    else:
        edited[index] = draw(edits(tree[index], depth + 1))
    return edited


@st.composite
def _mapping_edits(draw, tree, change, depth):
    name = draw(st.sampled_from(sorted(tree)))
    if change == 1:
        return {key: value for key, value in tree.items() if key != name}
    if change == 2:
        rows = [*tree.items()]
        rows.insert(draw(st.integers(0, len(rows))), (draw(NAMES), draw(TREES)))
        return dict(rows)
    return {**tree, name: draw(edits(tree[name], depth + 1))}


@quick(150)
@given(st.data())
def test_any_layout_reads_as_its_tree_and_an_equal_tree_leaves_it(data):
    tree = data.draw(RECORDS)
    text = data.draw(texts(tree))
    document = read(text.encode())

    assert same(document.tree, settled(tree))
    assert patched(document, tree) == text


@quick(250)
@given(st.data())
def test_any_edit_of_any_layout_reads_as_wanted_without_the_coarse_way(data):
    tree = data.draw(RECORDS)
    document = read(data.draw(texts(tree)).encode())
    wanted = settled_value(data.draw(edits(tree)))

    assert same(read(Surgery(document, coarse=False).whole(wanted).encode()).tree, wanted)


@quick(80)
@given(st.data())
def test_the_coarse_way_reads_as_wanted_too(data):
    tree = data.draw(RECORDS)
    document = read(data.draw(texts(tree)).encode())
    wanted = settled_value(data.draw(edits(tree)))

    assert same(read(Surgery(document, coarse=True).whole(wanted).encode()).tree, wanted)


@st.composite
def leaf_edits(draw, tree):
    """Draw a tree in which one single value is another."""
    if isinstance(tree, dict) and tree:
        name = draw(st.sampled_from(sorted(tree)))
        return {**tree, name: draw(leaf_edits(tree[name]))}
    if isinstance(tree, list) and tree:
        index = draw(st.integers(0, len(tree) - 1))
        return [*tree[:index], draw(leaf_edits(tree[index])), *tree[index + 1 :]]
    return draw(st.sampled_from(["changed", "一\n二\n", 7, True]))


@quick(200)
@given(st.data())
def test_changing_one_value_keeps_every_comment(data):
    tree = data.draw(RECORDS)
    document = read(data.draw(texts(tree)).encode())
    after = patched(document, data.draw(leaf_edits(tree)))

    assert set(NOTE.findall(document.text)) <= set(NOTE.findall(after))


@quick(150)
@given(st.data())
def test_changing_one_field_touches_only_the_lines_of_that_field(data):
    tree = data.draw(RECORDS)
    document = read(data.draw(texts(tree)).encode())
    name = data.draw(st.sampled_from(sorted(tree)))
    after = patched(document, {**tree, name: data.draw(edits(tree[name], 1))})

    assert outside(after, name) == outside(document.text, name)


@quick(150)
@given(st.data())
def test_a_removed_field_takes_no_comment_of_another(data):
    tree = data.draw(RECORDS.filter(lambda tree: len(tree) > 1))
    document = read(data.draw(texts(tree)).encode())
    name = data.draw(st.sampled_from(sorted(tree)))
    after = patched(document, {key: value for key, value in tree.items() if key != name})

    gone = {line for line in document.text.splitlines() if "# note" in line} - set(after.splitlines())
    own = document.text.splitlines()
    key = document.where([name], key=True)[0] - 1
    assert all(
        own.index(line) >= key or not "".join(own[own.index(line) : key]).split("\n\n")[1:] for line in gone
    )


def outside(text, name):
    """The lines of a text before the key of a top-level field, and from the next key on."""
    document = Document(text, read(text.encode()).root)
    lines = text.splitlines()
    names = list(document.tree)
    key = document.where([name], key=True)[0] - 1
    following = names[names.index(name) + 1 :]
    end = document.where(following[:1], key=True)[0] - 1 if following else len(lines)
    return lines[:key] + lines[end:]


@quick(150)
@given(RECORDS)
def test_a_new_record_reads_as_it_was_meant(tree):
    assert same(read(emitted(tree).encode()).tree, settled(tree))
