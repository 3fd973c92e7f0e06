"""What is put together without reading says what the merge that reads says, or is left to it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commcoord.store.merging import knowledge, pieces
from commcoord.store.merging.pieces import merged_pieces
from commcoord.store.merging.writing import merged_texts
from commcoord.store.yaml_bulk import read_tree
from commcoord.store.yaml_faults import NotYaml
from tests.store.merging.hands import base_text, pair

EXAMPLES = Path(__file__).parents[3] / "examples" / "appliance-maker"
RECORDS = [path.read_text("utf-8") for path in sorted(EXAMPLES.glob("**/*.yaml"))]
"""Those of the example company, and its settings."""
BASE = """\
# yaml-language-server: $schema=x
kind: minutes
step: hold
people:
  owner: 张伟
  decides: [张伟]
  counterpart:
    contact: 王芳
    limit: 无
goal: 定下预算   # 十月
# 决议
decisions:
  - id: d-1aaa
    what: |
      线上

      # 为主
    by: 张伟
    status: doing
  # 第二条
  - {id: d-2aaa, what: 九折}
history:
  - {step: channel, at: 2023-10-12 09:00}
"""


def changed(old: str, new: str, base: str = BASE) -> str:
    assert base.count(old) == 1
    return base.replace(old, new)


def united(ours: str, theirs: str, base: str = BASE) -> str | None:
    found = merged_pieces(base.encode(), ours.encode(), theirs.encode())
    return None if found is None else found.decode()


NEW = "  - {id: d-3aaa, what: 新}\n"
OTHER = "  # 为何\n  - {id: d-4aaa, what: 别}\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        (changed("owner: 张伟", "owner: 李娜"), BASE, changed("owner: 张伟", "owner: 李娜")),
        (
            changed("owner: 张伟", "owner: 李娜"),
            changed("九折", "八折"),
            changed("九折", "八折", changed("owner: 张伟", "owner: 李娜")),
        ),
        (
            changed("owner: 张伟", "owner: 李娜"),
            changed("owner: 张伟", "owner: 李娜"),
            changed("owner: 张伟", "owner: 李娜"),
        ),
        (changed("goal: 定下预算   # 十月\n", ""), changed("owner: 张伟", "owner: 李娜"), None),
        (changed("history", f"{NEW}history"), changed("history", f"{OTHER}history"), f"{NEW}{OTHER}"),
        (
            changed("history", f"{NEW}history"),
            changed("  - {id: d-2aaa, what: 九折}\n", ""),
            "left to reading",
        ),
        (
            changed("history", f"{NEW}history"),
            changed("history", "  - {id: d-3aaa}\nhistory"),
            "left to reading",
        ),
        (changed("goal", "place: 301\ngoal"), changed("goal", "start: 9\ngoal"), "place: 301\nstart: 9\n"),
        (
            changed("step: hold", "step: archive"),
            changed("owner: 张伟", "owner: 李娜"),
            "step: archive\npeople:\n  owner: 李娜",
        ),
        (changed("step: hold", "step: goal"), changed("owner: 张伟", "owner: 李娜"), "left to reading"),
        (changed("step: hold", "step: done"), changed("step: hold", "step: archive"), "left to reading"),
        (changed("owner: 张伟", "owner: 李娜"), changed("owner: 张伟", "owner: 王强"), "left to reading"),
        (changed("# 为主", "# 次之"), changed("线上", "线下"), "left to reading"),
        (changed("owner: 张伟", "owner: 李娜"), changed("定下预算", '"定下\n预算"'), "left to reading"),
        (changed("owner: 张伟", "owner: 李娜"), changed("定下预算", "[定下\n预算]"), "left to reading"),
        (changed("owner: 张伟", "owner: 李娜"), changed("goal:", "goal"), "left to reading"),
        (changed("owner: 张伟", "owner: 李娜"), changed("goal:", "kind:"), "left to reading"),
        (changed("owner: 张伟", "owner: 李娜"), changed("|", "|+"), "left to reading"),
        (changed("owner: 张伟", "owner: 李娜"), changed("goal: ", "goal:\t"), "left to reading"),
        (changed("owner: 张伟", "owner: 李娜"), BASE.replace("\n", "\r\n"), "left to reading"),
        (
            changed("owner: 张伟", "owner: 李娜"),
            BASE.removesuffix("\n").replace("九", "八"),
            "left to reading",
        ),
        (changed("owner: 张伟", "owner: 李娜"), "- x\n", "left to reading"),
        (changed("owner: 张伟", "owner: 李娜"), "", "left to reading"),
    ],
)
def test_what_one_side_alone_touched_stands_as_it_wrote_it(ours, theirs, merged):
    found = united(ours, theirs)

    if merged == "left to reading":
        assert found is None
    elif merged is not None:
        assert found is not None
        assert merged in found
    else:
        assert found == changed("owner: 张伟", "owner: 李娜", ours)


LINES = st.sampled_from(
    [
        *(
            "    note: 新话\n",
            "  - 新\n",
            "  - {id: a-neu1, what: 新}\n",
            "place: 新\n",
            "# 新话\n",
            "\n",
            "    # 新\n",
        ),
        *(
            "  - id: d-neu1\n    what: 新\n",
            "step: archive\n",
            "    status: done\n",
            "  新: |\n    a\n\n    b\n",
        ),
        *("  'x\n", "]\n", "- id: a-neu2\n", "    log:\n      - {on: 2023-12-01, note: 新}\n"),
    ]
)
WORDS = st.sampled_from(
    ["改了", "[a, b]", "{a: b}", "|", "", "'x'", "done", "open", "archive", "goal", "2023-12-01"]
)


@st.composite
def edited(draw, text: str) -> str:
    """Draw a text that a hand changed in one to three places."""
    lines = text.splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(lines) - 1))
        what = draw(st.sampled_from(["value", "value", "value", "insert", "insert", "delete", "move"]))
        key, colon, _value = lines[place].partition(": ")
        if what == "insert":
            lines.insert(place, draw(LINES))
        elif what == "value" and colon:
            lines[place] = f"{key}: {draw(WORDS)}\n"
        elif what == "move":
            lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(place))
        elif len(lines) > 1:
            del lines[place]
    return "".join(lines)


@st.composite
def versions(draw) -> tuple[bytes, bytes, bytes]:
    """Draw a record of the example company and what two hands made of it."""
    base = draw(st.sampled_from(RECORDS))
    return base.encode(), draw(edited(base)).encode(), draw(edited(base)).encode()


def agrees(texts: tuple[bytes, bytes, bytes]) -> bool:
    """Whether the versions were merged without reading; then reading them must come to the same."""
    found = merged_pieces(*texts)
    if found is None:
        return False
    try:
        merge = merged_texts(*texts)
    except NotYaml:
        return False  # git's own merge of texts takes what cannot be read as the pieces do
    assert merge.clean
    assert read_tree(found) == read_tree(merge.text.encode())
    return True


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(versions())
def test_it_agrees_with_the_merge_that_reads(texts):
    agrees(texts)


@pytest.mark.slow
@settings(max_examples=20_000, suppress_health_check=list(HealthCheck))
@given(versions())
def test_it_agrees_with_the_merge_that_reads_at_length(texts):
    agrees(texts)


@pytest.mark.parametrize(("apart", "least"), [(True, 30), (False, 15)])
def test_most_pairs_of_branches_need_no_reading(apart, least):
    base = base_text()
    found = 0
    for seed in range(50):
        ours, theirs = (hand.text(base) for hand in pair(seed, apart=apart))
        text = united(ours, theirs, base)
        if text is not None:
            found += 1
            assert text == merged_texts(base.encode(), ours.encode(), theirs.encode()).text

    assert found >= least


def test_what_both_emptied_together_is_left_to_reading():
    base = "kind: task\nactions:\n  - {id: a-1aaa}\n  - {id: a-2aaa}\n"
    ours, theirs = (base.replace(f"  - {{id: a-{number}aaa}}\n", "") for number in (1, 2))

    assert united(ours, theirs, base) is None
    assert read_tree(merged_texts(*(text.encode() for text in (base, ours, theirs))).text.encode()) == {
        "kind": "task",
        "actions": [],
    }


def test_it_knows_what_the_merge_that_reads_knows():
    assert {name.decode() for name in pieces.ITEM_LISTS} == {
        name for name, keys in knowledge.KEYS.items() if keys == ("id",)
    }
    assert tuple(name.decode() for name in pieces.STATE_FIELDS) == knowledge.STATE_FIELDS


def test_it_needs_no_package(tmp_path):
    script = (
        "import sys\nfrom commcoord.store.merging import pieces\n"
        "print(*sorted({'re', 'typing', 'collections', 'pathlib', 'enum', 'site'} & set(sys.modules)))"
    )
    here = Path(__file__).parents[3] / "src"
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {str(here)!r})\n{script}"],
        check=True,
        capture_output=True,
        cwd=tmp_path,
    )

    assert done.stdout == b"\n"
