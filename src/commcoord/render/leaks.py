"""A last look at a document before it leaves: for what was left out of it, and what should not go outside.

What is looked for is compared letter by letter, without marks, spaces and widths, so that an escape of Markdown or
a fold of a calendar file hides nothing.
"""

import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from commcoord.language.messages import mark

SHORTEST = 5  # letters: a shorter phrase stands in many texts and gives nothing away
_CLAUSES = re.compile(r"[，,。.；;：:！!？?\n|]+")
_HAN = re.compile("[㐀-鿿]")
_WORD_LETTERS = 3  # Latin letters that weigh about as much as one Han character


def leaked(document: str, left_out: Sequence[str]) -> list[str]:
    """Return the phrases of what was left out that stand in a document all the same, each as it was written."""
    where = _bare(_untagged(document))
    found = [phrase for text in left_out for phrase in _phrases(text) if _bare(phrase) in where]
    return list(dict.fromkeys(found))


def _phrases(text: str) -> Iterator[str]:
    """Yield a text and the clauses in it that are long enough to be told from chance."""
    for phrase in dict.fromkeys([text, *_CLAUSES.split(text)]):
        if _weight(phrase) >= SHORTEST:
            yield phrase.strip()


def _weight(phrase: str) -> float:
    bare = _bare(phrase)
    han = len(_HAN.findall(bare))
    return han + (len(bare) - han) / _WORD_LETTERS


def _untagged(document: str) -> str:
    return html.unescape(re.sub(r"<[^<>]{0,500}>", " ", document))


def _bare(text: str) -> str:
    """Return the letters and digits of a text in one form."""
    return "".join(one for one in unicodedata.normalize("NFKC", text).casefold() if one.isalnum())


# ── what belongs to persons ────────────────────────────────────────────────────────────────────────

_NUMBER = re.compile(r"(?<![A-Za-z\d_-])\+?\d(?:[ -]?\d){6,19}[Xx]?(?![A-Za-z\d_-])")
_MOBILE = re.compile(r"(?:\+?86)?1[3-9]\d{9}")
_LANDLINE = re.compile(r"0\d{2,3}[ -]\d{7,8}|400[ -]?\d{3}[ -]?\d{4}")
_FOREIGN = re.compile(r"\+[1-9]\d{7,14}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
"""Of the check digit of a Chinese identity card, GB 11643-1999."""


def personal_numbers(document: str) -> list[tuple[str, str]]:
    """Return what looks like a telephone, identity-card or bank-card number: what it is, and its last digits only."""
    found = []
    for match in _NUMBER.finditer(unicodedata.normalize("NFKC", document)):
        kind = _kind_of(match[0])
        if kind:
            digits = re.sub(r"\W", "", match[0])
            found.append((kind, f"…{digits[-4:]}"))
    return list(dict.fromkeys(found))


def _kind_of(number: str) -> str:
    digits = re.sub(r"[ -]", "", number)
    if _is_identity_card(digits):
        return mark("identity-card number")
    if _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(number) or _FOREIGN.fullmatch(digits):
        return mark("telephone number")
    return mark("bank-card number") if _is_bank_card(digits) else ""


def _is_identity_card(digits: str) -> bool:
    if (
        re.fullmatch(r"[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]", digits)
        is None
    ):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:17], _WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == digits[-1].upper()


def _is_bank_card(digits: str) -> bool:
    """Whether 16 to 19 digits pass the check of ISO/IEC 7812-1 (Luhn)."""
    if re.fullmatch(r"[3-69]\d{15,18}", digits) is None:
        return False
    doubled = "0246813579"
    backwards = digits[::-1] + "0" * (len(digits) % 2)
    pairs = list(pairwise(backwards))[::2]
    return sum(int(odd) + int(doubled[int(even)]) for odd, even in pairs) % 10 == 0
