"""Feedback that the steps alone have walked to its end counts as what its stamps tell."""

FILED = {
    "kind": "feedback", "id": "feedback-20231020-c5nb", "title": "到货晚两天", "scenario": "customer", "step": "done",
    "date": "2023-10-20", "start": "2023-10-20 10:00",
    "acknowledged": {"at": "2023-10-20 12:00"}, "answered": {"at": "2023-10-21 10:00"},
    "solved": {"at": "2023-10-25 10:00"}, "accepted": {"at": "2023-10-26 10:00"},
    "history": [{"step": "archive", "at": "2023-10-30 09:00"}],
}  # fmt: skip


def test_what_was_solved_and_filed_is_closed_without_a_word_of_its_status(review):
    found = review([FILED])
    assert found.explained("feedback.by_status.closed").value == 1
    assert found.explained("feedback.by_status.received").value == 0
    assert found.explained("feedback.median_days_to_close").value == 6.0


def test_before_it_was_filed_it_was_solved(review):
    found = review([FILED], now="2023-10-28 12:00")
    assert found.explained("feedback.by_status.solved").value == 1
    assert found.explained("feedback.median_days_to_close").value is None
