"""A field is unknown, missing, or of the wrong form.

What: a key is none of the fields that this kind of record has at this place (the nearest known name is given), a
field that every record needs is not there, or a value cannot be what the field wants: a date, a list, one of
certain words, an id with the letter of its list, a rule that there is.

Why: a misspelled field is read by nobody. Whoever wrote it believes that the deadline stands, and it does not.

Bad:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, state: done,
         status: done, evidence: docs/sites.xlsx}

Good:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx}

Bad (en):
    kind: plan
    place: Room 301
    deliverable: [The launch plan]

Good (en):
    kind: plan
    place: Room 301
    deliverables: [The launch plan]
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message, Several
from commcoord.records.ids import is_item_id
from commcoord.records.vocabulary import ITEM_FIELDS, ITEM_LETTERS, KINDS
from commcoord.rules.finding import Finding
from commcoord.rules.known import unknown_rule
from commcoord.rules.rule import rule_called

if TYPE_CHECKING:
    from commcoord.records.source import Source
    from commcoord.records.view import View

ID = "CC002"
SEVERITY = "error"

PROMISED = {letter for name, letter in ITEM_LETTERS.items() if name in ITEM_FIELDS.values()}
LETTERS = {
    name: sorted(PROMISED) if letter in PROMISED else [letter] for name, letter in ITEM_LETTERS.items()
}
"""The letters with which ids may begin, by the list."""


def inspect(source: "Source", view: "View") -> Iterator[Finding]:
    """Find the fields that could not be read."""
    _ = view
    for wrong in source.wrong:
        yield Finding(wrong.message, wrong.path, hint=_hint(source))
    yield from _misnamed(source)
    for place, allowance in enumerate(source.record.allow if source.record else ()):
        if rule_called(allowance.rule) is None:
            hint = Message("See all of them with: commcoord explain")
            yield Finding(unknown_rule(allowance.rule), ("allow", place, "rule"), hint=hint)


def _misnamed(source: "Source") -> Iterator[Finding]:
    """Yield the ids with the letter of another list; what somebody promised may be carried from list to list."""
    for name, path in source.ids():
        letters = LETTERS.get(str(path[0]))
        if letters and name[0] not in letters and is_item_id(name):
            word = Message(
                "{id} is not an id for this list: here they begin with {letters}",
                id=name,
                letters=Several(f"{letter}-" for letter in letters),
            )
            yield Finding(word, path)


def _hint(source: "Source") -> Message:
    kind = source.tree.get("kind")
    shown = "settings" if source.path == "commcoord.yaml" else kind if kind in KINDS else "KIND"
    return Message("See the fields that there are with: commcoord schema {kind}", kind=shown)
