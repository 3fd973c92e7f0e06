"""The answer of `trace`: what a record comes from and what came of it, from rows alone."""

from collections.abc import Callable

from commcoord.console import one_line
from commcoord.language.labels import label
from commcoord.language.messages import _
from commcoord.records.row import Row, parted, row_of
from commcoord.session import Session


class Web:
    """The records and how they hang together."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = {row.id: row for row in rows}
        self._led_to: dict[str, list[Row]] = {}
        for row in rows:
            for link in parted(row.links):
                self._led_to.setdefault(link, []).append(row)

    def origins(self, row: Row) -> list[Row]:
        """Return what a record comes from."""
        return [self._rows[link] for link in parted(row.links) if link in self._rows]

    def results(self, row: Row) -> list[Row]:
        """Return what came of a record, earliest first."""
        return sorted(self._led_to.get(row.id, []), key=_by_day)

    def chain(self, start: Row) -> dict[str, Row]:
        """Return everything that is reached by going back and forth from a record, cycles and all."""
        found = {start.id: start}

        def gather(row: Row, neighbours: Callable[[Row], list[Row]]) -> None:
            waiting = [row]
            while waiting:
                for near in neighbours(waiting.pop()):
                    if near.id not in found:
                        found[near.id] = near
                        waiting.append(near)

        gather(start, self.origins)
        for origin in list(found.values()):
            gather(origin, self.results)
        return found


def _by_day(row: Row) -> tuple[str, str]:
    return row.date, row.id


def answer(session: Session, *, record: str, as_json: bool = False) -> bool:
    """Answer with the chain of a record both ways; raises UsageError and ImpossibleError as `Workspace.find` does."""
    start = session.register.called(record) or _read(session, record)
    web = Web(session.register.rows)
    chain = web.chain(start)
    if as_json:
        rows = [
            {
                "id": one.id,
                "kind": one.kind,
                "title": one.title,
                "step": one.step,
                "date": one.date,
                "links": parted(one.links),
            }
            for one in sorted(chain.values(), key=_by_day)
        ]
        session.console.answer_json({"record": start.id, "chain": rows})
        return True
    roots = [one for one in chain.values() if not any(link in chain for link in parted(one.links))]
    shown: set[str] = set()
    for root in sorted(roots, key=_by_day) or [start]:
        _print_tree(session, root, web, start, shown, "")
    return True


def _read(session: Session, name: str) -> Row:
    """Return the row of a record that has to be looked for among the files themselves."""
    source = session.workspace.find(name)
    assert source.record is not None  # find() has refused the others
    return row_of(source.record, source.record, source.path, session.workspace.settings)


def _print_tree(session: Session, row: Row, web: Web, start: Row, shown: set[str], indent: str) -> None:
    mark = "▸ " if row.id == start.id and session.console.fits("▸") else "> " if row.id == start.id else ""
    state = _("cancelled") if row.cancelled else label(row.step)
    again = " …" if row.id in shown and web.results(row) else ""
    session.console.answer(f"{indent}{mark}{row.id}  {one_line(row.title)}  [{state}, {row.date}]{again}")
    if row.id in shown:
        return
    shown.add(row.id)
    for child in web.results(row):
        _print_tree(session, child, web, start, shown, f"{indent}  ")
