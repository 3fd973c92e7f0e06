"""Contract, section 1: a category is one category, however its blanks were typed."""

import json

import pytest

FEEDBACK = """\
kind: feedback
id: feedback-{day}-{tail}
title: 到货晚两天
scenario: customer
step: done
date: {date}
archive: {{conclusion: 已补发, category: {category}}}
"""


@pytest.mark.parametrize("spelled", ["物流延迟", '"物流延迟 "', '"\u3000物流延迟"'])
def test_a_category_comes_back_however_it_is_spelled(repository, write, settings, spelled):
    settings("categories: {物流延迟: 物流部}")
    write(FEEDBACK.format(day="20230920", date="2023-09-20", tail="aaaa", category="物流延迟"))
    write(FEEDBACK.format(day="20231120", date="2023-11-20", tail="bbbb", category=spelled))
    (problem,) = json.loads(repository("review", "2023Q4", "--json", now="2023-12-29 17:00").out)["problems"]

    assert (problem["category"], problem["department"]) == ("物流延迟", "物流部")
    assert (problem["count"], problem["previous"], problem["recurring"]) == (1, 1, True)


def test_blanks_are_no_category(repository, write):
    write(FEEDBACK.format(day="20231120", date="2023-11-20", tail="bbbb", category='" "'))
    answer = json.loads(repository("review", "2023Q4", "--json", now="2023-12-29 17:00").out)

    assert answer["problems"] == []
