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
from commcoord.language.wording.everyday import EVERYDAY

SHORTEST = 5  # letters: a shorter phrase stands in many texts and gives nothing away
SHORTEST_WHOLE = 3  # letters of a text that says something as a whole: 换供应商
SHORTEST_FIGURE = 4  # letters and digits of a figure with its unit: 980元
_CLAUSES = re.compile(r"[，。；;！!？?\n|]+|(?<!\d)[,.：:]+|[,.：:]+(?!\d)")
_HAN = re.compile("[㐀-鿿]")
_WORD_LETTERS = 3  # Latin letters that weigh about as much as one Han character
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[^\w]+(?=\d)")
_UNITS = "天|日|周|週|月|年|季度|小时|小時|分钟|分鐘|人|次|项|項|条|條|家|台|份|号|號"
_ENGLISH_UNITS = "minutes?|hours?|days?|weeks?|months?|years?|people|items?"
_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_DAY_OR_COUNT = re.compile(
    rf"""第?[\d年月日号號点點时時分第季度底末初]+ (?:星期.|周.|週.)? (?:[上下]午)? (?:[之以]?[前后後]|内|內|止)?
    | (?:第|约|約|共)? \d+ (?:个|個)? (?:工作)? (?:{_UNITS}) (?:[之以]?[前后後]|内|內)?
    | \d{{4}}q[1-4] | q[1-4]\d{{0,4}}
    | (?:by|in|on|before|after|within|until|at|of|the)* (?:
        \d+ (?:am|pm|st|nd|rd|th)? | \d+ (?:working|business)? (?:{_ENGLISH_UNITS})
        | \d* (?:st|nd|rd|th)? (?:of)? (?:{_MONTHS}) \d*(?:st|nd|rd|th)? \d*
    )""",
    re.VERBOSE,
)
"""A day, a time or a count of what everybody counts: such a figure stands in many texts."""


class Label(str):
    """The name of a matter, as the title of a topic: it stands in goals and agendas too and tells nothing of it."""

    __slots__ = ()


def leaked(document: str, left_out: Sequence[str]) -> list[str]:
    """Return the phrases of what was left out that stand in a document all the same, each as it was written."""
    return Searched(document).for_any_of(left_out)


class Searched:
    """A document in the form in which it is searched, for many searches."""

    def __init__(self, document: str) -> None:
        plain = _untagged(document)
        self._where, self._figures = _bare(plain), _figured(plain)

    def for_any_of(self, left_out: Sequence[str]) -> list[str]:
        """Return the phrases of these texts that stand in the document, each as it was written."""
        found = [phrase for text in left_out for phrase in _phrases(text) if self._tells(phrase, text)]
        return list(dict.fromkeys(found))

    def _tells(self, phrase: str, text: str) -> bool:
        if _is_long(phrase) or (phrase == text.strip() and _says_something(text)):
            return _bare(phrase) in self._where
        return _is_figure(phrase) and _stands(_figured(phrase), self._figures)


def _phrases(text: str) -> Iterator[str]:
    """Yield a text and the clauses in it."""
    yield from dict.fromkeys(phrase.strip() for phrase in [text, *_CLAUSES.split(text)])


def _is_long(phrase: str) -> bool:
    return _weight(phrase) >= SHORTEST and _DAY_OR_COUNT.fullmatch(_bare(phrase)) is None


def _says_something(text: str) -> bool:
    """Whether a short text tells something as a whole: 换供应商 does, 同意, the name of a matter and a day do not."""
    bare = _bare(text)
    if isinstance(text, Label) or bare in EVERYDAY or any(one.isdigit() for one in bare):
        return False
    return _weight(text) >= SHORTEST_WHOLE and (_HAN.search(bare) is not None or len(text.split()) > 1)


def _is_figure(phrase: str) -> bool:
    """Whether a phrase holds a figure that can be told from others: 底价980元, USD 980; no day, no bare number."""
    bare = _bare(phrase)
    return (
        len(bare) >= SHORTEST_FIGURE
        and any(one.isdigit() for one in bare)
        and not bare.isdigit()
        and _DAY_OR_COUNT.fullmatch(bare) is None
    )


def _stands(figure: str, where: str) -> bool:
    """Whether a figure stands in a text as it is, and not as the end or the beginning of a longer number."""
    return re.search(rf"(?<!\d){re.escape(figure)}(?!\d)", where) is not None


def _figured(text: str) -> str:
    """Return the letters and digits of a text in one form, with a stroke between two numbers."""
    plain = _THOUSANDS.sub("", unicodedata.normalize("NFKC", text).casefold())
    return "".join(
        one for one in _BETWEEN_DIGITS.sub("|", plain.replace("|", " ")) if one.isalnum() or one == "|"
    )


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
