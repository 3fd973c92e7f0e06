"""The evidence clock: a declared time is proved by the commit that first said it."""

import json
from datetime import datetime

import pytest

from commcoord.records.evidence import verdict
from commcoord.store import evidence, git
from tests.store.gits import Clone

PATH = "records/2023Q4/minutes/minutes-20231020-7qk2.yaml"
NAME = "minutes-20231020-7qk2"
RECORD = """\
kind: minutes
id: minutes-20231020-7qk2
title: 对接会
scenario: routine
step: archive
date: 2023-10-20
start: 2023-10-20 14:00
end: 2023-10-20 15:30
attendees: [张伟]
"""
SENT = RECORD + "circulated: {at: 2023-10-20 17:00, to: [张伟], by: email}\n"
CLAIM = "circulated.at=2023-10-20 17:00"

pytestmark = pytest.mark.usefixtures("person")


@pytest.fixture
def clone(repository):
    clone = Clone(repository.root)
    clone.commit("made", **{PATH: RECORD})
    return clone


def commit(clone, text, at):
    clone.write(PATH, text)
    clone.git("add", "--all")
    clone.git("commit", "--quiet", "--message", "x", GIT_AUTHOR_DATE=at, GIT_COMMITTER_DATE=at)


def test_the_first_commit_that_says_it_counts(clone):
    commit(clone, SENT, "2023-10-20T17:05:00+08:00")
    commit(clone, SENT + "place: 301室\n", "2023-10-25T09:00:00+08:00")

    assert evidence.first_said(clone.root) == {
        NAME: {CLAIM: datetime.fromisoformat("2023-10-20T17:05:00+08:00")}
    }


def test_what_is_kept_is_completed_and_may_be_deleted_or_broken(clone, monkeypatch):
    assert evidence.first_said(clone.root) == {}
    commit(clone, SENT, "2023-10-20T17:05:00+08:00")
    whole = evidence.first_said(clone.root)
    assert whole[NAME]

    monkeypatch.setattr(git, "blobs", lambda *_: pytest.fail("the history is read again"))
    assert evidence.first_said(clone.root) == whole
    monkeypatch.undo()

    kept = clone.root / ".commcoord/evidence.json"
    for content in (b"{", b"[]", b'{"form": 0}', None):
        kept.write_bytes(content) if content else kept.unlink()
        assert evidence.first_said(clone.root) == whole


def test_a_rewritten_history_is_read_anew(clone):
    commit(clone, SENT, "2023-10-20T17:05:00+08:00")
    evidence.first_said(clone.root)
    clone.git("reset", "--quiet", "--hard", "HEAD~1")
    clone.commit("other", **{"x.txt": "1"})

    assert evidence.first_said(clone.root) == {}


def test_materials_and_unreadable_versions(clone):
    clone.commit("broken", **{PATH: "kind: ["})
    commit(
        clone,
        RECORD + "materials:\n  - {title: 数据, sent: 2023-10-19 10:00}\n",
        "2023-10-19T11:00:00+08:00",
    )

    assert list(evidence.first_said(clone.root)[NAME]) == ["materials.数据.sent=2023-10-19 10:00"]


def test_proved_late_and_unproved():
    def at(text):
        return datetime.fromisoformat(f"2023-10-{text}+08:00")

    said = {NAME: {CLAIM: at("20T17:05:00")}}

    assert verdict(said, NAME, CLAIM, at("21T15:30:00")) == "proved"
    assert verdict(said, NAME, CLAIM, at("20T17:00:00")) == "late"
    assert verdict(said, NAME, "circulated.at=2023-10-20 16:00", at("21T15:30:00")) == "unproved"
    assert verdict({}, NAME, CLAIM, at("21T15:30:00")) == "unproved"


@pytest.mark.parametrize(
    ("committed", "rules", "proof"),
    [
        ("2023-10-20T17:05:00+08:00", [], "proved"),
        ("2023-10-25T09:00:00+08:00", ["first committed after it"], "late"),
        (None, ["no commit says so"], "unproved"),
    ],
)
def test_the_check_and_the_review_compare_where_the_settings_ask_for_it(
    repository, clone, committed, rules, proof
):
    clone.commit("ask", **{"commcoord.yaml": clone.read("commcoord.yaml") + "evidence: true\n"})
    if committed:
        commit(clone, SENT, committed)
    clone.write(PATH, SENT)

    found = json.loads(
        repository(
            "check", "--format", "json", "--select", "CC601", "--verbose", now="2023-11-01 09:00", code=None
        ).out
    )
    assert [rule in one["message"] for rule, one in zip(rules, found, strict=True)] == [True] * len(rules)
    figures = json.loads(repository("review", "2023Q4", "--to", "json", now="2024-01-05 09:00").out)
    counted = {
        name: value["count"] if isinstance(value, dict) else value
        for name, value in figures["minutes"]["proof"].items()
    }
    assert counted == {**dict.fromkeys(("proved", "late", "unproved"), 0), proof: 1}


def test_without_the_setting_nobody_asks(repository, clone):
    commit(clone, SENT, "2023-10-25T09:00:00+08:00")

    assert (
        json.loads(repository("check", "--format", "json", "--select", "CC601", now="2023-11-01 09:00").out)
        == []
    )
    assert not (clone.root / ".commcoord/evidence.json").exists()
