"""`when`: which day a phrase means. Unless a row says otherwise, today is Friday 2023-10-20."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commcoord.language.dates import spelled, when

FRIDAY = date(2023, 10, 20)

CLEAR = [
    # weeks
    ("下周五", "2023-10-27"),
    ("下週五", "2023-10-27"),
    ("下星期五", "2023-10-27"),
    ("下个星期五", "2023-10-27"),
    ("下個禮拜五", "2023-10-27"),
    ("本周三", "2023-10-18"),
    ("这周日", "2023-10-22"),
    ("這週日", "2023-10-22"),
    ("上周五", "2023-10-13"),
    ("上上周一", "2023-10-02"),
    ("下下周一", "2023-10-30"),
    ("周五", "2023-10-20"),
    ("周四", "2023-10-26"),
    ("星期天", "2023-10-22"),
    ("礼拜天", "2023-10-22"),
    ("周日", "2023-10-22"),
    ("周五前", "2023-10-20"),
    ("周一之前", "2023-10-23"),
    ("下周五下班前", "2023-10-27"),
    ("请于下周五前", "2023-10-27"),
    ("周五17:00前", "2023-10-20"),
    ("周五下午5点前", "2023-10-20"),
    ("下周三上午", "2023-10-25"),
    ("Friday", "2023-10-20"),
    ("Thursday", "2023-10-26"),
    ("this Friday", "2023-10-20"),
    ("this Wednesday", "2023-10-18"),
    ("last Friday", "2023-10-13"),
    ("the coming Friday", "2023-10-27"),
    ("coming Monday", "2023-10-23"),
    ("by Friday", "2023-10-20"),
    ("before Monday", "2023-10-23"),
    ("by Friday 5pm", "2023-10-20"),
    ("EOD Friday", "2023-10-20"),
    ("Friday EOD", "2023-10-20"),
    ("by COB Monday", "2023-10-23"),
    ("until Tue", "2023-10-24"),
    ("on wednesday", "2023-10-25"),
    # spans
    ("3天内", "2023-10-23"),
    ("3 天內", "2023-10-23"),
    ("３天内", "2023-10-23"),
    ("三天后", "2023-10-23"),
    ("三天後", "2023-10-23"),
    ("3日内", "2023-10-23"),
    ("两周后", "2023-11-03"),
    ("兩週後", "2023-11-03"),
    ("两个星期内", "2023-11-03"),
    ("十五天内", "2023-11-04"),
    ("半个月内", "2023-11-04"),
    ("一个月内", "2023-11-20"),
    ("一个半月内", "2023-12-05"),
    ("三个月后", "2024-01-20"),
    ("半年内", "2024-04-20"),
    ("一年后", "2024-10-20"),
    ("3天前", "2023-10-17"),
    ("24小时内", "2023-10-21"),
    ("48小时内", "2023-10-22"),
    ("3个工作日内", "2023-10-25"),
    ("三個工作日內", "2023-10-25"),
    ("5個工作天內", "2023-10-27"),
    ("三個工作天內", "2023-10-25"),
    ("5 个工作日之内", "2023-10-27"),
    ("未来三天内", "2023-10-23"),
    ("in 3 days", "2023-10-23"),
    ("in three days", "2023-10-23"),
    ("within two weeks", "2023-11-03"),
    ("within 5 business days", "2023-10-27"),
    ("in 5 working days", "2023-10-27"),
    ("within a fortnight", "2023-11-03"),
    ("in a week", "2023-10-27"),
    ("in a month", "2023-11-20"),
    ("two weeks from now", "2023-11-03"),
    ("3 days ago", "2023-10-17"),
    ("within the next 10 days", "2023-10-30"),
    # ends
    ("月底", "2023-10-31"),
    ("月底前", "2023-10-31"),
    ("本月底", "2023-10-31"),
    ("这个月底前", "2023-10-31"),
    ("月末", "2023-10-31"),
    ("下月底", "2023-11-30"),
    ("下个月底", "2023-11-30"),
    ("11月底前", "2023-11-30"),
    ("十一月底", "2023-11-30"),
    ("2024年2月底", "2024-02-29"),
    ("季度末", "2023-12-31"),
    ("季末", "2023-12-31"),
    ("本季度末", "2023-12-31"),
    ("下季度末", "2024-03-31"),
    ("四季度末", "2023-12-31"),
    ("第四季度末前", "2023-12-31"),
    ("Q4末", "2023-12-31"),
    ("年底", "2023-12-31"),
    ("年末", "2023-12-31"),
    ("今年年底", "2023-12-31"),
    ("明年底", "2024-12-31"),
    ("2024年底", "2024-12-31"),
    ("end of month", "2023-10-31"),
    ("by the end of the month", "2023-10-31"),
    ("end of next month", "2023-11-30"),
    ("end of the quarter", "2023-12-31"),
    ("end of year", "2023-12-31"),
    ("by year-end", "2023-12-31"),
    ("end of the week", "2023-10-20"),
    ("end of next week", "2023-10-27"),
    ("EOM", "2023-10-31"),
    ("EOQ", "2023-12-31"),
    ("end of November", "2023-11-30"),
    ("end of Q1 2024", "2024-03-31"),
    # days
    ("今天", "2023-10-20"),
    ("今晚", "2023-10-20"),
    ("今天下班前", "2023-10-20"),
    ("今天下午", "2023-10-20"),
    ("下班前", "2023-10-20"),
    ("明天", "2023-10-21"),
    ("明日", "2023-10-21"),
    ("明天上午10点前", "2023-10-21"),
    ("后天", "2023-10-22"),
    ("後天", "2023-10-22"),
    ("大后天", "2023-10-23"),
    ("昨天", "2023-10-19"),
    ("today", "2023-10-20"),
    ("tonight", "2023-10-20"),
    ("Tomorrow", "2023-10-21"),
    ("by tomorrow noon", "2023-10-21"),
    ("the day after tomorrow", "2023-10-22"),
    ("yesterday", "2023-10-19"),
    ("EOD", "2023-10-20"),
    ("end of the day", "2023-10-20"),
    ("EOD today", "2023-10-20"),
    # written
    ("10月27日", "2023-10-27"),
    ("10 月 27 日", "2023-10-27"),
    ("10月27号", "2023-10-27"),
    ("10月27號前", "2023-10-27"),
    ("十月二十七日", "2023-10-27"),
    ("十月廿七日", "2023-10-27"),
    ("二〇二三年十月二十七日", "2023-10-27"),
    ("二零二三年十月二十七日", "2023-10-27"),
    ("2023年10月27日", "2023-10-27"),
    ("２０２３年１０月２７日", "2023-10-27"),
    ("10月27日（周五）", "2023-10-27"),
    ("10月27日 星期五", "2023-10-27"),
    ("2023-10-27 周五", "2023-10-27"),
    ("周五（10月27日）", "2023-10-27"),
    ("下周五（2023-10-27）", "2023-10-27"),
    ("下周五 → 2023-10-27", "2023-10-27"),
    ("10月27日前", "2023-10-27"),
    ("10月27日17:00前", "2023-10-27"),
    ("截至10月27日", "2023-10-27"),
    ("最迟10月27日", "2023-10-27"),
    ("明年3月1日", "2024-03-01"),
    ("下月5日", "2023-11-05"),
    ("下个月5号前", "2023-11-05"),
    ("27号", "2023-10-27"),
    ("27日前", "2023-10-27"),
    ("5号", "2023-11-05"),
    ("1月5日", "2024-01-05"),
    ("5月1日", "2023-05-01"),
    ("27 October 2023", "2023-10-27"),
    ("27 October", "2023-10-27"),
    ("27th of October", "2023-10-27"),
    ("October 27", "2023-10-27"),
    ("October 27th", "2023-10-27"),
    ("Oct 27, 2023", "2023-10-27"),
    ("Oct. 27", "2023-10-27"),
    ("Friday, October 27", "2023-10-27"),
    ("Fri 27 Oct", "2023-10-27"),
    ("by the 27th", "2023-10-27"),
    # figures
    ("2023-10-27", "2023-10-27"),
    ("2023/10/27", "2023-10-27"),
    ("2023.10.27", "2023-10-27"),
    ("2023-10-27 14:00", "2023-10-27"),
    ("by 2023-10-27", "2023-10-27"),
    ("20231027", "2023-10-27"),
    ("10/27", "2023-10-27"),
    ("27/10", "2023-10-27"),
    ("10/27/2023", "2023-10-27"),
    ("27/10/2023", "2023-10-27"),
    ("10/27前", "2023-10-27"),
    ("11/5前", "2023-11-05"),
    # where something begins
    ("下月起", "2023-11-01"),
    ("从下个月开始", "2023-11-01"),
    ("下周起", "2023-10-23"),
    ("下季度起", "2024-01-01"),
    ("明年起", "2024-01-01"),
    ("from next month", "2023-11-01"),
    ("starting next week", "2023-10-23"),
    ("as of next year", "2024-01-01"),
    # a day beside a day
    ("10/27（五）", "2023-10-27"),
    ("10/27 (五)", "2023-10-27"),
    ("10/27(週五)", "2023-10-27"),
    ("11月3日（五）前", "2023-11-03"),
    ("10.27（五）", "2023-10-27"),
    ("周五（10/27）", "2023-10-27"),
    ("下周五（10-27）", "2023-10-27"),
    ("下周五（10.27）", "2023-10-27"),
    ("下週五（10/27 週五）", "2023-10-27"),
    ("下周五（10-27 前）", "2023-10-27"),
    ("月底前（10月31日）", "2023-10-31"),
    ("3天内（不晚于10-23）", "2023-10-23"),
    ("in 3 days (before 23 October)", "2023-10-23"),
    ("下周（10-26）", "2023-10-26"),
    ("10-27前", "2023-10-27"),
    ("by 10-27", "2023-10-27"),
]

AMBIGUOUS = [
    ("next Friday", "2023-10-27"),
    ("by next Monday", "2023-10-23"),
    ("下周", "2023-10-27"),
    ("next week", "2023-10-27"),
    ("本周内", "2023-10-20"),
    ("this week", "2023-10-20"),
    ("周末", "2023-10-22"),
    ("下个月", "2023-11-30"),
    ("next month", "2023-11-30"),
    ("本月内", "2023-10-31"),
    ("下月初", "2023-11-01"),
    ("月中", "2023-10-15"),
    ("11月中旬", "2023-11-20"),
    ("11月上旬", "2023-11-10"),
    ("mid-November", "2023-11-15"),
    ("early next month", "2023-11-05"),
    ("36小时内", "2023-10-21"),
    ("5 business days", "2023-10-27"),
    ("3个工作日", "2023-10-25"),
    ("11/10", "2023-11-10"),
    ("11/10/2023", "2023-11-10"),
    ("10月27日（周四）", "2023-10-27"),
    ("Thursday 27 October", "2023-10-27"),
    ("下周五（10月26日）", "2023-10-26"),
    ("10/27（四）", "2023-10-27"),
    ("本月起", "2023-10-01"),
    ("下周前", "2023-10-20"),
    ("下週之前", "2023-10-20"),
    ("before next week", "2023-10-20"),
    ("by next week", "2023-10-27"),
    ("下月前", "2023-10-31"),
    ("before next month", "2023-10-31"),
    ("月内", "2023-10-31"),
    ("within the month", "2023-10-31"),
    ("within the week", "2023-10-20"),
    ("within the quarter", "2023-12-31"),
    ("下周五（10-26）", "2023-10-26"),
]

NO_DATE = [
    *(
        "",
        " ",
        "待定",
        "TBD",
        "3",
        "31",
        "一",
        "a-3f9k",
        "plan-20231013-m4x9",
        "1.10",
        "10.27",
        "版本2.3",
        "v2.3.1",
    ),
    *(
        "13800138000",
        "010-6655-8899",
        "2023-02-30",
        "2月30日",
        "13月1日",
        "2023-13-01",
        "10/32",
        "2023年",
        "10月",
        "Q4",
    ),
    *(
        "每周五",
        "每月底",
        "every Friday",
        "on Fridays",
        "周一至周五",
        "Monday to Friday",
        "黑色星期",
        "收货后7天内",
        "尽快",
        "ASAP",
    ),
    *(
        "within 3 days of receipt",
        "提前3天",
        "周五周六",
        "下周五和10月30日",
        "下周五交清单",
        "第三天后",
        "两三天内",
        "the plan",
    ),
    *("May", "sat down", "2023-10-27-7qk2", "docs/2023-10-27", "3月内部会议", "周", "上", "next", "end of"),
]


@pytest.mark.parametrize(("phrase", "day"), CLEAR)
def test_a_clear_phrase_means_one_day(phrase, day):
    meaning = when(phrase, FRIDAY)
    assert meaning is not None
    assert (meaning.date.isoformat(), meaning.ambiguous, meaning.text) == (day, False, phrase)


@pytest.mark.parametrize(("phrase", "day"), AMBIGUOUS)
def test_an_ambiguous_phrase_says_so(phrase, day):
    meaning = when(phrase, FRIDAY)
    assert meaning is not None
    assert (meaning.date.isoformat(), meaning.ambiguous) == (day, True)


DOUBTS = [
    ("5/10/2023", "2023-10-05", ""),
    ("11/3", "2024-03-11", ""),
    ("11/3 (Fri)", None, ""),
    ("next Saturday", "2023-10-21", ""),
    ("next Friday", None, ""),
    ("last Wednesday", "2023-10-18", ""),
    ("下周", "2023-10-29", ""),
    ("下周前", "2023-10-27", ""),
    ("周末", "2023-10-21", ""),
    ("本月起", "2023-10-20", ""),
    ("月内", "2023-11-20", ""),
    ("within the month", "2023-11-20", ""),
    ("next month", "2023-11-01", ""),
    ("late November", "2023-11-21", ""),
    ("36小时内", "2023-10-22", ""),
    ("5 days", None, ""),
    ("1个月", None, ""),
    ("10月27日（周四）", None, "周四"),
    ("10/27（四）", None, "四"),
    ("下周五（10-26）", None, "下周五"),
]


@pytest.mark.parametrize(("phrase", "other", "against"), DOUBTS)
def test_what_the_doubt_is(phrase, other, against):
    meaning = when(phrase, FRIDAY)
    assert (meaning.other and meaning.other.isoformat(), meaning.against) == (other, against)


@pytest.mark.parametrize("phrase", NO_DATE)
def test_what_is_no_date_is_refused(phrase):
    assert when(phrase, FRIDAY) is None


def test_the_example_of_the_manual():
    assert spelled(when("下周五", date(2026, 10, 29)).date, "zh-Hans") == "2026-11-06 周五"


def test_working_days_are_those_of_the_calendar_passed_in():
    make_up_workday = date(2023, 10, 22)

    def is_workday(day):
        return day == make_up_workday or day.weekday() < 5

    assert when("1个工作日内", FRIDAY, is_workday).date == make_up_workday


def test_a_day_without_its_year_lies_at_most_half_a_year_back():
    assert when("12月20日", date(2024, 1, 5)).date == date(2023, 12, 20)
    assert when("3月1日", date(2023, 10, 20)).date == date(2024, 3, 1)


def test_a_day_that_this_month_lacks_is_of_the_next():
    assert when("31号", date(2023, 10, 20)).date == date(2023, 10, 31)
    assert when("31号", date(2023, 11, 20)).date == date(2023, 12, 31)


WRITTEN = [
    "{0.year}年{0.month}月{0.day}日",
    "{0.year}/{0.month}/{0.day}",
    "{0.year}.{0.month}.{0.day}",
    "{0:%d %B %Y}",
    "{0:%b %d, %Y}",
    "{0:%A, %B %d, %Y}",
]


@given(st.dates(date(1950, 1, 1), date(2098, 12, 31)), st.dates(date(2000, 1, 1), date(2098, 12, 31)))
def test_every_day_is_read_back_as_it_was_spelled(day, today):
    spellings = [spelled(day, language) for language in ("zh-Hans", "zh-Hant", "en")]
    for phrase in spellings + [form.format(day) for form in WRITTEN]:
        meaning = when(phrase, today)
        assert meaning is not None, phrase
        assert (meaning.date, meaning.ambiguous) == (day, False)


@given(st.dates(date(2000, 1, 1), date(2098, 12, 31)), st.integers(-180, 180))
def test_a_day_near_today_needs_no_year(today, distance):
    day = today + timedelta(days=distance)
    assert when(f"{day.month}月{day.day}日", today).date == day


@given(st.text(max_size=60), st.dates())
def test_no_text_breaks_it(text, today):
    meaning = when(text, today)
    assert meaning is None or isinstance(meaning.date, date)
