"""How far feedback is, by what somebody wrote and by what its stamps and its step tell."""

import pytest

from commcoord.records.replay import as_it_stood
from commcoord.records.served import status_of
from tests.review.conftest import view_of

COMPLAINT = {
    "kind": "feedback", "id": "feedback-20231020-c5nb", "title": "到货晚两天", "scenario": "customer", "step": "followup",
    "date": "2023-10-20", "start": "2023-10-20 09:40",
}  # fmt: skip
HEARD = {"acknowledged": {"at": "2023-10-20 15:00", "by": "杨帆"}}
ANSWERED = {"answered": {"at": "2023-10-23 10:00", "by": "杨帆"}}
SOLVED = {"solved": {"at": "2023-10-26 10:00"}}
ACCEPTED = {"accepted": {"at": "2023-10-27 10:00", "by": "王芳"}}


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ({}, "received"),
        (HEARD, "acknowledged"),
        (HEARD | ANSWERED, "answered"),
        (HEARD | ANSWERED | SOLVED, "solved"),
        (ACCEPTED, "solved"),
        (SOLVED | {"step": "done"}, "closed"),
        (ACCEPTED | {"step": "done"}, "closed"),
        (ANSWERED | {"step": "done"}, "answered"),
        ({"status": "received"} | ANSWERED, "answered"),
        ({"status": "closed"} | ANSWERED, "closed"),
        ({"status": "waiting"} | ANSWERED, "waiting"),
        ({"status": "in_progress"} | HEARD | ANSWERED, "in_progress"),
        ({"status": "waiting"} | SOLVED, "solved"),
    ],
)
def test_the_further_of_what_is_written_and_what_the_stamps_tell_counts(written, status):
    view = view_of([COMPLAINT | written])
    assert status_of(view.record(COMPLAINT["id"])) == status


@pytest.mark.parametrize(
    ("now", "status"),
    [
        ("2023-10-20 12:00", "received"),
        ("2023-10-21 12:00", "acknowledged"),
        ("2023-10-24 12:00", "answered"),
        ("2023-10-26 12:00", "solved"),
        ("2023-10-31 12:00", "closed"),
    ],
)
def test_a_past_day_knows_how_far_it_was_then(now, status):
    stamps = HEARD | ANSWERED | SOLVED
    passed = {"history": [{"step": "archive", "at": "2023-10-30 09:00", "by": "杨帆"}]}
    view = view_of([COMPLAINT | stamps | passed | {"step": "done"}], now=now)
    assert status_of(as_it_stood(view.record(COMPLAINT["id"]), view.now, view.settings.zone)) == status
