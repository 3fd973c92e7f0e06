"""Numbers as people write them in Chinese and English: 十五, 廿三, 二〇二三, twelve."""

NUMBER = "(?:[0-9]{1,4}|[〇零一二两三四五六七八九十廿卅百]{1,5})"
DIGITS = {**{char: place for place, char in enumerate("〇一二三四五六七八九")}, "零": 0, "两": 2}
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
WORDS = {word: place for place, word in enumerate(_ENGLISH, 1)} | {
    "a": 1, "an": 1, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
    "a couple of": 2, "the": 1,
}  # fmt: skip
ENGLISH_NUMBER = f"(?:[0-9]{{1,3}}|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": "二十", "卅": "三十"}


def number(written: str) -> int | None:
    """Return the whole number that digits, Chinese numerals or an English word write; None if none."""
    if written.isascii():
        return int(written) if written.isdecimal() else WORDS.get(written)
    for short, full in _TENS.items():
        written = written.replace(short, full)
    if set(written) <= DIGITS.keys():
        return _year_like(written)
    return _in_units(written)


def _year_like(written: str) -> int | None:
    """二〇二三 is read digit by digit; 两三 means two or three, which is no number."""
    if len(written) in (1, 4):
        return int("".join(str(DIGITS[char]) for char in written))
    return None


def _in_units(written: str) -> int | None:
    total, waiting, last_unit = 0, 0, 10_000
    for char in written:
        if char in _UNITS:
            if _UNITS[char] >= last_unit:
                return None
            last_unit = _UNITS[char]
            total, waiting = total + (waiting or 1) * last_unit, 0
        elif char not in DIGITS or waiting:
            return None
        else:
            waiting = DIGITS[char]
    return total + waiting
