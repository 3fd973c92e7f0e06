"""The answer of `status`: the records by step, open items, what is overdue, files that cannot be read."""

from commcoord.language.labels import label
from commcoord.language.messages import _, plural
from commcoord.records.filters import Filter
from commcoord.records.ids import quarter_of
from commcoord.records.row import parted
from commcoord.records.vocabulary import STATES
from commcoord.session import Session


def answer(session: Session, *, as_json: bool = False) -> bool:
    """Answer with where everything stands now; what was called off is not counted."""
    register, console = session.register, session.console
    today = register.now.date().isoformat()
    rows = [one for one in register.listed(Filter(), "state", "open_items", "dues") if one[0] != "cancelled"]
    states = [state for state, _open_items, _dues in rows]
    found = {
        "now": register.now.isoformat(),
        "quarter": quarter_of(register.now.date()),
        "root": str(register.root),
        "records": len(rows),
        "by_step": {state: states.count(state) for state in STATES},
        "open_items": sum(count for _state, count, _dues in rows),
        "overdue": sum(day < today for _state, _open_items, dues in rows for day in parted(dues)),
        "unreadable": register.unreadable,
    }
    if as_json:
        console.answer_json(found)
        return True
    console.answer(
        f"{register.organisation or register.root.name}  {register.now:%Y-%m-%d %H:%M}  {found['quarter']}"
    )
    console.answer(plural("{count} record", "{count} records", len(rows)))
    for state in STATES:
        if state in states:
            console.answer(f"  {states.count(state):>5}  {label(state)}")
    console.answer(
        plural(
            "{count} open item, {overdue} of them overdue",
            "{count} open items, {overdue} of them overdue",
            found["open_items"],
            overdue=found["overdue"],
        )
    )
    for path in register.unreadable:
        console.say(_("cannot be read: {path}", path=path), "error")
    console.say(_("More: commcoord followup, commcoord check"), "faint")
    return True
