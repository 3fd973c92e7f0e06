"""Comments outlive a merge, whichever side wrote them and whatever the other changed beside them."""

import pytest

from commcoord.store.merging.comments import with_comments
from commcoord.store.merging.writing import merged_texts
from commcoord.store.yaml_bulk import read_tree

BASE = """\
kind: plan
id: plan-20231020-7qk2
title: Spring launch
goal: Settle the budget
notes: |
  # a heading
  one
actions:
  - id: a-aaaa
    what: Send the list of sites
    due: 2023-11-20
  - id: a-bbbb
    what: Deliver the first draft
    due: 2023-11-20
asks:
  - {who: Sales, what: more, urgent: false}
"""
GOAL = "goal: Settle the budget"


def replaced(*pairs):
    text = BASE
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


SECOND = "    what: Deliver the first draft\n    due: 2023-11-20"


@pytest.mark.parametrize(
    ("commented", "other", "line"),
    [
        (
            replaced((GOAL, f"{GOAL} # 王芳 said 17万 by phone")),
            replaced(("the budget", "the whole budget")),
            "goal: Settle the whole budget # 王芳 said 17万 by phone\n",
        ),
        (
            replaced((SECOND, f"{SECOND}  # asked twice")),
            replaced((SECOND, SECOND.replace("-20", "-28"))),
            "    due: 2023-11-28  # asked twice\n",
        ),
        (
            replaced((GOAL, f"{GOAL} # theirs")),
            replaced((GOAL, "goal: Settle all # ours")),
            ("goal: Settle all # ours # theirs\n", "goal: Settle all # theirs # ours\n"),
        ),
        (
            replaced((GOAL, f"{GOAL} # why")),
            replaced((f"{GOAL}\n", "")),
            "# why\n",
        ),
    ],
)
def test_a_comment_behind_a_line_that_the_other_changed_stays(commented, other, line):
    for ours, theirs in ((commented, other), (other, commented)):
        merge = merged_texts(BASE.encode(), ours.encode(), theirs.encode())
        assert merge.clean
        assert any(one in merge.text for one in ([line] if isinstance(line, str) else line))
        assert merged_texts(BASE.encode(), merge.text.encode(), theirs.encode()) == merge


def test_comments_that_one_side_deleted_stay_deleted():
    commented = replaced((GOAL, f"{GOAL} # old"))
    ours = BASE.replace("Spring", "Summer")
    theirs = commented.replace("Spring", "Autumn")

    merge = merged_texts(commented.encode(), ours.encode(), theirs.encode())

    assert "# old" not in merge.text


def test_what_only_looks_like_a_comment_is_none():
    theirs = BASE.replace("# a heading", "# another heading\n  two # three").replace("Spring", '"Nr # 5"')

    assert with_comments(BASE, (BASE, BASE, theirs), read_tree(BASE.encode())) == BASE
