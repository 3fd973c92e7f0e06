"""Days, times and spans as records write them, and what they mean."""

from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from commcoord.language.instants import FIRST_YEAR, LAST_YEAR
from commcoord.language.later import later
from commcoord.language.messages import mark

DAY = later(r"\d{4}-\d{2}-\d{2}")
MOMENT = later(r"(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?) ?(Z|[+-]\d{2}:?\d{2})?")
SHORTEST = len("2023-10-20 14:00")
SPAN = later(r"(\d{1,4})(h|d|wd|w)")
OUT_OF_RANGE = mark("a day lies between 1900 and 2199")


def parse_day(text: str) -> date:
    """Return the day that `2023-10-20` means; ValueError where it is no day of the calendar."""
    if not _has_dashes(text, len("2023-10-20")) and DAY.fullmatch(text) is None:
        raise ValueError(mark("a date is written 2023-10-20"))
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(mark("the calendar has no such day")) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(OUT_OF_RANGE)
    return day


def _has_dashes(text: str, length: int) -> bool:
    """Whether a text of that length has its dashes where a day does: then `fromisoformat` takes nothing but a day.

    Thousands of days are read at once; this is many times faster than the expression.
    """
    return len(text) == length and text[4] == "-" == text[7]


class Moment(str):
    """A point in time as it is written: `2023-10-20 14:00` in the repository's time zone, or with an offset."""

    __slots__ = ()

    def at(self, zone: tzinfo) -> datetime:
        """Return the aware time; a moment without an offset is read in that zone."""
        if len(self) == SHORTEST:  # nearly all of them: neither seconds nor an offset
            return datetime.fromisoformat(self).replace(tzinfo=zone)
        day, clock, offset = MOMENT.fullmatch(self).groups()  # type: ignore[union-attr]
        moment = datetime.fromisoformat(f"{day}T{clock}{offset or ''}")
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)

    @property
    def day(self) -> date:
        """The calendar day that is written."""
        return date.fromisoformat(self[:10])

    @property
    def clock(self) -> str:
        """The time of day that is written, `14:00`."""
        return self[11:16]

    @property
    def offset(self) -> str:
        """The offset that is written, `+08:00` or `Z`; empty where the repository's time zone is meant."""
        found = MOMENT.fullmatch(self)
        return (found[3] or "") if found else ""


def parse_moment(text: str) -> Moment:
    """Return the moment that the text means; ValueError where it is none."""
    if _has_dashes(text, SHORTEST) and text[10] in " T" and text[13] == ":":
        spelled = text
    elif match := MOMENT.fullmatch(text):
        spelled = f"{match[1]}T{match[2]}{match[3] or ''}"
    else:
        raise ValueError(mark("a time is written 2023-10-20 14:00"))
    try:
        found = datetime.fromisoformat(spelled)
    except ValueError as error:
        raise ValueError(mark("there is no such day or time")) from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(OUT_OF_RANGE)
    return Moment(text)


class Span(str):
    """A length of time as settings write it: `24h`, `7d`, `2w`, or `3wd` in working days."""

    __slots__ = ()

    @property
    def number(self) -> int:
        """How many units."""
        return int(self.rstrip("hdw"))

    @property
    def unit(self) -> str:
        """One of `h`, `d`, `w`, `wd`."""
        return self.lstrip("0123456789")

    @property
    def delta(self) -> timedelta:
        """The length by the wall clock; working days count as days here, so ask `unit` first."""
        return self.number * {"h": timedelta(hours=1), "w": timedelta(weeks=1)}.get(
            self.unit, timedelta(days=1)
        )


def parse_span(text: str) -> Span:
    """Return the span that the text means; ValueError where it is none."""
    if SPAN.fullmatch(text) is None:
        raise ValueError(mark("a span is written 24h, 7d, 2w or 3wd"))
    return Span(text)


def parse_zone(name: str) -> str:
    """Return the name of a time zone; ValueError where there is none of that name."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(mark("a time zone is written Asia/Shanghai")) from error
    return name


def parse_calendar(name: str) -> str:
    """Return the name of a calendar, an ISO 3166 code or `none`; ValueError where it is neither."""
    if name in ("CN", "none"):
        return name
    from commcoord.records.countries import COUNTRIES  # most companies need not know the others

    if name not in COUNTRIES:
        raise ValueError(mark("CN, another ISO country code, or none"))
    return name
