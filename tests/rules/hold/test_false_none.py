import pytest

from tests.rules.cases import of_rule, rulings

LAST = """\
---
id: minutes-20231013-k2m4
date: 2023-10-13
series: 周例会
"""


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ("[{id: a-7h2m, what: 交付初稿, status: doing}]", ["error leftover"]),
        ("[{id: a-7h2m, what: 交付初稿, status: done, done_on: 2023-10-23}]", ["error leftover"]),
        ("[{id: a-7h2m, what: 交付初稿, status: done, done_on: 2023-10-20}]", []),
        ("[{id: a-7h2m, what: 交付初稿, status: cancelled}]", []),
        ("[]", []),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_none_is_true_or_false(items, found, language):
    assert of_rule("CC508", f"series: 周例会\nleftover: none\n{LAST}actions: {items}", language) == found


@pytest.mark.parametrize(
    "change",
    [
        "series: 月例会",
        "cancelled: {because: 改期}",
        "date: 2023-10-21",  # a later meeting
        "kind: task\nid: task-20231013-k2m4",  # another kind
    ],
)
def test_other_meetings_leave_nothing_over(change):
    other = LAST + "actions: [{id: a-7h2m, what: 交付初稿, status: open}]\n"
    for line in change.splitlines():
        key = line.partition(":")[0]
        other = (
            "".join(one for one in other.splitlines(keepends=True) if not one.startswith(f"{key}:"))
            + line
            + "\n"
        )
    if "kind" in change:
        other = other.replace("actions:", "milestones:")

    assert of_rule("CC508", "series: 周例会\nleftover: none\n" + other) == []


def test_an_item_of_the_meeting_before_the_last_counts_and_the_command_names_it():
    overlay = (
        "series: 周例会\nleftover: none\n"
        + LAST
        + "actions: []\n"
        + LAST.replace("20231013", "20231006").replace("10-13", "10-06")
        + "actions: [{id: a-7h2m, what: 交付初稿, status: open}]\n"
    )
    [one] = [one for one in rulings(overlay) if one.rule == "CC508"]

    assert one.finding.command == 'commcoord hold minutes-20231020-7qk2 --set "leftover=[a-7h2m]"'


def test_silence_about_leftovers_is_no_lie():
    assert of_rule("CC508", f"series: 周例会\n{LAST}actions: [{{id: a-7h2m, status: open}}]") == []
