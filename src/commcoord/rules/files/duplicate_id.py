"""Two files, or two items, carry the same id.

What: the id of a record stands in another file too, or the id of an action, milestone, measure, decision or fact
stands twice.

Why: ids are how a promise is found again. With two of a kind, the progress that somebody reports goes to the wrong
one, and the other is chased for ever.

Bad:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx}
      - {id: a-3f9k, what: 交付宣传页初稿, owner: 李娜（产品部）, due: 2023-10-24, status: done,
         evidence: docs/leaflet.pdf}

Good:
    actions:
      - {id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-24, status: done,
         evidence: docs/sites.xlsx}
      - {id: a-7h2m, what: 交付宣传页初稿, owner: 李娜（产品部）, due: 2023-10-24, status: done,
         evidence: docs/leaflet.pdf}

Bad (en):
    kind: task
    id: task-20231023-n5c8
    ---
    # at records/2023Q4/task/leaflets-2.yaml
    kind: task
    id: task-20231023-n5c8
    title: Leaflets for the second launch

Good (en):
    kind: task
    id: task-20231023-n5c8
    ---
    kind: task
    id: task-20231023-w3qd
    title: Leaflets for the second launch
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.source import Source
    from commcoord.records.view import Holder, View

ID = "CC003"
SEVERITY = "error"


def inspect(source: "Source", view: "View") -> Iterator[Finding]:
    """Find ids that stand elsewhere too; of two in one file, the second is the fault."""
    for name, path in source.ids():
        holders = view.holders(name)
        first = _other(holders, source, path) if len(holders) > 1 else None
        if first is not None:
            yield Finding(_message(name, source, *first), path, hint=_hint(path))


def _other(holders: Sequence["Holder"], source: "Source", path: tuple[str | int, ...]) -> "Holder | None":
    """Return another holder of the same id: in another file, or earlier in this one."""
    passed = False
    for holder, place in holders:
        if (holder.path, place) == (source.path, path):
            passed = True
        elif holder.path != source.path or not passed:
            return holder, place
    return None


def _message(name: str, source: "Source", holder: "Source", path: tuple[str | int, ...]) -> Message:
    if holder.path == source.path:
        return Message("the id {name} stands at {field} already", name=name, field=".".join(map(str, path)))
    return Message("the id {name} stands in {path} too", name=name, path=holder.path)


def _hint(path: tuple[str | int, ...]) -> Message:
    if path == ("id",):
        return Message(
            "Give one of the two files a new id, in its name too, and mend the links that meant it."
        )
    return Message("Take the id out of the newer of the two: commcoord check --fix gives it one of its own.")
