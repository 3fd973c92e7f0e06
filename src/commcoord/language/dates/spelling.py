"""How the tool echoes a day: always the ISO date with its weekday."""

from datetime import date

_WEEKDAYS = {
    "zh-Hans": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "zh-Hant": ("週一", "週二", "週三", "週四", "週五", "週六", "週日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


def spelled(day: date, language: str) -> str:
    """Return 2023-10-27 周五 in one of `commcoord.language.messages.LANGUAGES`."""
    return f"{day.isoformat()} {_WEEKDAYS[language][day.weekday()]}"
