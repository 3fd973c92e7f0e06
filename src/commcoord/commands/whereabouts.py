"""Where a company is, as somebody types it: its time zone, and the country whose working days it keeps."""

from difflib import get_close_matches
from zoneinfo import available_timezones

from commcoord.errors import UsageError
from commcoord.language.messages import Message, Several
from commcoord.records.values import parse_calendar, parse_zone


def is_zone(name: str) -> bool:
    """Whether there is a time zone of that name."""
    try:
        parse_zone(name)
    except ValueError:
        return False
    return True


def known_zone(typed: str) -> str:
    """Return the time zone of that name; raises UsageError with the names that are like it."""
    if is_zone(typed):
        return typed
    near = _alike(typed, sorted(available_timezones()))
    raise UsageError(
        Message("There is no time zone “{text}”.", text=typed),
        Message("Did you mean {near}?", near=Several(near))
        if near
        else Message("Write it as Asia/Shanghai."),
    )


def known_calendar(typed: str) -> str:
    """Return the calendar that a text means, `cn` as CN; raises UsageError for one that nobody has."""
    for name in (typed, typed.upper(), typed.lower()):
        try:
            return parse_calendar(name)
        except ValueError:
            continue
    raise UsageError(
        Message("There is no calendar “{text}”.", text=typed),
        Message("Write CN, another ISO country code, or none."),
    )


def _alike(typed: str, zones: list[str]) -> list[str]:
    """Return the zones that are spelled alike, or whose city is, whatever the capitals."""
    cities = {zone.rpartition("/")[2].casefold(): zone for zone in zones} | {
        one.casefold(): one for one in zones
    }
    return list(dict.fromkeys(cities[one] for one in get_close_matches(typed.casefold(), cities, 3, 0.75)))
