"""The title of the last meeting of a series names the day of the next one."""

from datetime import date

import pytest

from commcoord.commands.beginning import redated


@pytest.mark.parametrize(
    ("title", "next_title"),
    [
        ("周会 10-20", "周会 11-03"),
        ("周会10/20", "周会11/03"),
        ("周会 10.20", "周会 11.03"),
        ("周会（10-20）", "周会（11-03）"),
        ("周会 10月20日", "周会 11月3日"),
        ("周会 10月20号", "周会 11月3号"),
        ("周会-2023-10-20", "周会-2023-11-03"),
        ("weekly_10-20", "weekly_11-03"),
        ("周会 2023-10-20", "周会 2023-11-03"),
        ("Weekly meeting 20 October", "Weekly meeting 3 November"),
        ("Weekly meeting, Oct 20", "Weekly meeting, Nov 3"),
        ("周会 110-20", "周会 110-20"),
        ("合同 10-20-3 周会", "合同 10-20-3 周会"),
        ("周会 v10.20", "周会 v10.20"),
        ("周会 10.20.1", "周会 10.20.1"),
        ("Meeting 120 October", "Meeting 120 October"),
    ],
)
def test_a_title_gets_the_day_of_the_next_meeting(title, next_title):
    assert redated(title, date(2023, 10, 20), date(2023, 11, 3)) == next_title


def test_a_day_of_one_figure_is_none_of_two():
    assert redated("周会 2 October", date(2023, 10, 2), date(2023, 10, 9)) == "周会 9 October"
    assert redated("周会 12 October", date(2023, 10, 2), date(2023, 10, 9)) == "周会 12 October"
    assert redated("October 20 周会", date(2023, 10, 2), date(2023, 10, 9)) == "October 20 周会"
    assert redated("周会 10-2", date(2023, 10, 2), date(2023, 10, 9)) == "周会 10-9"
