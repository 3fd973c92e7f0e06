"""The digest of what was sent: a changed promise changes it, its progress does not."""

import pytest

from commcoord.records.digest import digest
from commcoord.records.source import source_of
from commcoord.store.yaml_reading import read

MINUTES = """\
kind: minutes
id: minutes-20231020-7qk2
title: 推广方案对接会
scenario: cross-department
step: followup
date: 2023-10-20
decisions: [{id: d-5c7w, what: 总预算17万元, by: 张伟}]
actions:
  - {id: a-3f9k, what: 提交场地清单, owner: 王强, due: 2023-10-24, status: open}
"""


def of(text):
    record = source_of("x.yaml", read(text.encode()).tree).record
    assert record is not None
    return digest(record)


def test_a_digest_is_short_and_the_same_every_time():
    assert of(MINUTES) == of(MINUTES) == "9a9759f46179"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("17万元", "18万元"),
        ("owner: 王强", "owner: 李娜"),
        ("2023-10-24", "2023-10-27"),
        ("by: 张伟", "by: 李娜"),
        ("decisions: [{id: d-5c7w, what: 总预算17万元, by: 张伟}]", "decisions: []"),
    ],
)
def test_what_was_promised_counts(before, after):
    assert of(MINUTES.replace(before, after)) != of(MINUTES)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("status: open", "status: done, evidence: docs/sites.xlsx, done_on: 2023-10-24"),
        (
            "due: 2023-10-24",
            "due: 2023-10-26, log: [{on: 2023-10-23, due: {from: 2023-10-24, to: 2023-10-26}}]",
        ),
        ("what: 提交场地清单", 'what: "提交场地清单  "'),
        ("title: 推广方案对接会", "title: 对接会"),
    ],
)
def test_progress_and_spacing_do_not(before, after):
    assert of(MINUTES.replace(before, after)) == of(MINUTES)
