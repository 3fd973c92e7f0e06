"""Amounts of money: 17万元, ￥170,000, 50k USD, 3.5亿. One without a currency agrees with any."""

import re

from commcoord.language.later import later
from commcoord.language.quantities.figures import FIGURE, NOT_INSIDE, RANGE, figure
from commcoord.language.quantities.quantity import Place, read_all

_BEFORE = {"¥": "CNY", "rmb": "CNY", "cny": "CNY", "人民币": "CNY", "$": "USD", "us$": "USD", "usd": "USD",
           "hk$": "HKD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP"}  # fmt: skip
_AFTER = {"元": "CNY", "块钱": "CNY", "块": "CNY", "元人民币": "CNY",
          "yuan": "CNY", "rmb": "CNY",
          "cny": "CNY", "美元": "USD", "美金": "USD", "usd": "USD", "us dollars": "USD", "dollars": "USD",
          "欧元": "EUR", "euros": "EUR", "eur": "EUR", "港元": "HKD", "港币": "HKD",
          "日元": "JPY", "gbp": "GBP"}  # fmt: skip


def _any(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_PATTERN = later(
    rf"(?:(?<![a-z])(?P<before>{_any(_BEFORE)}) ?(?P<marked>{RANGE})(?: ?(?:元|yuan))?"
    rf"|{NOT_INSIDE}(?P<plain>{RANGE}) ?(?P<after>{_any(_AFTER)})(?![a-z]|件|旦)"
    rf"|{NOT_INSIDE}(?P<large>{FIGURE}(?<=[万亿]))(?= ?(?:$|[^\w]|[的以左预用来内之]))"
    ")"
)


_SIGN = later(f"[万亿元¥$€£]|{_any(_BEFORE | _AFTER)}")
"""One of these stands in every amount; that is found out faster than that there is none."""


def _value(found: re.Match[str]) -> str | None:
    written = found["marked"] or found["plain"] or found["large"]
    number = figure(written)
    currency = _BEFORE.get(found["before"] or "") or _AFTER.get(found["after"] or "") or ""
    return None if number is None else f"{number} {currency}".rstrip()


def amounts(text: str) -> list[Place]:
    """Return the places of a folded text that state an amount; the value has its ISO 4217 currency."""
    return read_all(_PATTERN, text, "amount", _value) if _SIGN.search(text) else []
