"""Who was absent and why, as people write it: 冯雪（财务部）：外出审计；李娜（病假）, or 冯雪出差，李娜病假."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from commcoord.exchange.incoming.lines import listed
from commcoord.language.names import is_name, several

_BRACKETED = re.compile(r"([^（()）]+?)\s*[（(]([^（()）]+)[)）]")
_SEPARATED = re.compile(r"((?:[^；;，,、（(]|[（(][^（()）]*[)）]|[（(])+)([；;，,、]?\s*)")
_ENGLISH = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,3}")
_NOBODY = ("无", "無", "None")
_SHORTEST_REASON = 2  # characters right behind a name: 李娜娜 is another person


@dataclass(frozen=True)
class Known:
    """The names of a company's people and departments."""

    people: Collection[str]
    departments: Collection[str]


def absentees(text: str, known: Known) -> list[dict[str, str]]:
    """Return `who` and, where it is told, `why` of everybody who was absent.

    A bracket has the reason, unless it has a department of the company or the reason follows behind a colon.
    """
    return [one for line in listed(text) for one in _Line(known).taken(line) if one["who"] not in _NOBODY]


class _Line:
    """One line, while its parts are told apart: a name, a reason for the names before it, more of a reason."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.found: list[dict[str, str]] = []
        self.waiting: list[dict[str, str]] = []
        """Those of whom a reason may follow: 冯雪、李娜：出差."""
        self.reason_open = False

    def taken(self, line: str) -> list[dict[str, str]]:
        """Return the people of the line."""
        before = ""
        for part in _SEPARATED.finditer(line):
            self._take(part[1].strip(), before)
            before = part[2]
            if before.strip() in ("；", ";"):
                self.waiting = []
        return self.found

    def _take(self, text: str, before: str) -> None:
        who, colon, why = re.sub("[:：]", "\0", text, count=1).partition("\0")
        if colon and not (self.reason_open and not self._names_somebody(who, marked=True)):
            self._add(who.strip())
            for one in self.waiting if why.strip() else []:
                one["why"] = why.strip()
            self.waiting, self.reason_open = [], True
        elif self.reason_open and not self._names_somebody(text, marked=bool(_BRACKETED.fullmatch(text))):
            self.found[-1]["why"] = f"{self.found[-1].get('why', '')}{before}{text}"
        elif text:
            self.reason_open = False
            self._add_with_reason(text)

    def _names_somebody(self, text: str, *, marked: bool) -> bool:
        """Whether a text begins another entry; what a colon or bracket marks may look like a name only."""
        bare = re.split("[（(]", text)[0].strip()
        if any(bare == name or self._behind(bare, name) for name in self.known.people):
            return True
        return marked and (is_name(bare, ()) or _ENGLISH.fullmatch(bare) is not None)

    def _behind(self, text: str, name: str) -> str:
        rest = text.removeprefix(name) if text.startswith(name) else ""
        return rest.strip() if len(rest) >= _SHORTEST_REASON else ""

    def _add(self, text: str) -> None:
        for who in several(text, self.known.people):
            self.found.append({"who": who})
            self.waiting.append(self.found[-1])

    def _add_with_reason(self, text: str) -> None:
        bracketed = _BRACKETED.fullmatch(text)
        name = next((name for name in self.known.people if self._behind(text, name)), "")
        if bracketed and bracketed[2] not in self.known.departments:
            self.found += [
                {"who": who, "why": bracketed[2]} for who in several(bracketed[1], self.known.people)
            ]
        elif name and not bracketed and text not in self.known.people:
            self.found.append({"who": name, "why": self._behind(text, name)})
        else:
            self._add(text)
