"""Somebody of our own is named who is not in the directory of people.

What: the settings have a directory of people, and the name of a chair, recorder, owner, decider, doer or attendee is
not in it. Departments, groups (全体参会人, all staff) and people of the other side are left alone.

Why: nobody can remind a person whom nobody knows, and a misspelled name splits one colleague's actions in two.

Bad:
    settings:
      people:
        - {name: 张伟, department: 市场部}
        - {name: 李娜, department: 产品部}
        - {name: 王强, department: 销售部}
    recorder: 李那（产品部）

Good:
    settings:
      people:
        - {name: 张伟, department: 市场部}
        - {name: 李娜, department: 产品部}
        - {name: 王强, department: 销售部}
    recorder: 李娜（产品部）

Bad (en):
    settings:
      people:
        - {name: Zhang Wei, department: Marketing}
        - {name: Li Na, department: Product}
        - {name: Wang Qiang, department: Sales}
    chair: Zang Wei (Marketing)

Good (en):
    settings:
      people:
        - {name: Zhang Wei, department: Marketing}
        - {name: Li Na, department: Product}
        - {name: Wang Qiang, department: Sales}
    chair: Zhang Wei (Marketing)
"""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from commcoord.language.groups import means_nobody
from commcoord.language.messages import Message
from commcoord.language.names import person
from commcoord.records.roles import OWNERS, named, texts
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.language.names import Person
    from commcoord.records.record import Record
    from commcoord.records.view import View

ID = "CC005"
SEVERITY = "warning"

OURS = ("chair", "recorder", "people.owner", "people.decides", "people.executes", OWNERS)
MIXED = ("people.takes_part", "attendees")
"""Where people of the other side may stand beside ours, with nothing behind their names."""


def check(record: "Record", view: "View") -> Iterator[Finding]:
    """Find names of our own that the directory does not have; each name once."""
    knows = view.settings.directory.knows
    if not view.settings.people or all(map(knows, texts(record, *OURS, *MIXED))):
        return
    told: set[str] = set()
    for path, text in named(record, *OURS, *MIXED):
        if knows(text):
            continue
        one = person(text)
        if one is None or means_nobody(text) or one.name in told or _theirs(one, path, record, view):
            continue
        told.add(one.name)
        yield Finding(
            Message("{who} is not in the directory of people", who=text), path, hint=_hint(one, view)
        )


def _theirs(one: "Person", path: tuple[str | int, ...], record: "Record", view: "View") -> bool:
    """Whether it may be somebody of the other side."""
    ours = view.settings.departments
    if one.department is not None and ours:
        return one.department not in ours
    other = record.people.counterpart
    if other is not None and one.name in (other.contact or ""):
        return True
    return record.external and (path[0] == "attendees" or path[:2] == ("people", "takes_part"))


def _hint(one: "Person", view: "View") -> Message:
    near = get_close_matches(one.name, [colleague.name for colleague in view.settings.people], 1, 0.5)
    if near:
        return Message(
            "Is {near} meant? Else add {who} to `people` in commcoord.yaml.", near=near[0], who=one.name
        )
    return Message("Add {who} to `people` in commcoord.yaml, or mend the name.", who=one.name)
