"""The chase list on a screen: groups, one line each, colours for how much it presses, ids whole; in a pipe, columns.

Below it on a screen stands once for each sort of thing which command makes the move.
"""

from collections.abc import Iterator, Sequence

from commcoord.chase.attention import Attention, spelled
from commcoord.chase.choosing import grouped
from commcoord.chase.wording import TYPE_NAMES, brief, heading, pressing
from commcoord.console import Console, clipped, one_line, one_lines
from commcoord.language.messages import Several, _
from commcoord.language.names import person, several
from commcoord.language.widths import width as width_of

STYLES = {"late": "late", "today": "warning", "soon": "info", "info": "faint"}
WIDEST_LINE = 110
"""Columns; on a wider screen the eye loses the line between the words and the id."""
WIDEST_NAME = 14


def show(console: Console, found: Sequence[Attention], by: str) -> None:
    """Print the list: in groups on a screen, parted by tabs in a pipe."""
    if not console.on_terminal:
        if found:
            console.answer_styled("\n".join(piped(found)))
        return
    for line in drawn(console, found, by):
        console.answer_styled(line)
    for line in moves(found):
        console.say(line, "faint")


def piped(found: Sequence[Attention]) -> list[str]:
    """Return a line each, its cells parted by tabs; codes stay as they are, words are in the language in use."""
    cells = [
        (
            watch.severity,
            watch.type,
            watch.item,
            watch.record,
            spelled(watch.due) or "",
            "" if days_left is None else days_left,
            watch.who,
            watch.department,
            str(watch.what),
            watch.title,
            watch.command,
        )
        for watch, days_left in found
    ]
    columns = [one_lines(column) for column in zip(*cells, strict=True)]
    return ["\t".join(row) for row in zip(*columns, strict=True)]


def drawn(console: Console, found: Sequence[Attention], by: str) -> Iterator[str]:
    """Yield the lines for a screen, safe and coloured: a heading a group; when, who, what, the id at the edge."""
    width = min(console.width, WIDEST_LINE)
    when = max((width_of(pressing(one)) for one in found), default=0)
    who = 0 if by == "person" else max((width_of(_name(one)) for one in found), default=0)
    for name, members in grouped(found, by):
        title = one_line(_("{heading} ({count})", heading=heading(name, by, members), count=len(members)))
        yield console.styled(clipped(title, width), "strong")
        for one in members:
            yield _line(console, one, when, who, width)
        yield ""


def moves(found: Sequence[Attention]) -> list[str]:
    """Return a line for each command that makes a move, behind the sorts of things that it is for.

    ID stands for what the lines of the list end with.
    """
    sorts: dict[str, dict[str, None]] = {}
    for one in found:
        sorts.setdefault(_move(one), {})[_sort(one)] = None
    named = {command: str(Several(labels)) for command, labels in sorts.items()}
    widest = max(map(width_of, named.values()), default=0)
    return [f"  {_filled(label, widest)}  {one_line(command)}" for command, label in named.items()]


def _move(one: Attention) -> str:
    """Return the command for everything of its sort: without the file of a record, which mends them all."""
    name = one.watch.item or one.watch.record
    words = one.watch.command.split(" ")
    return " ".join("ID" if word == name else word for word in words if not word.endswith(f"/{name}.yaml"))


def _sort(one: Attention) -> str:
    nameless = one.watch.command.startswith("commcoord check")
    return _("without an id") if nameless else _(TYPE_NAMES[one.watch.type])


def _line(console: Console, one: Attention, when: int, who: int, width: int) -> str:
    name = one.watch.item or one.watch.record or one.watch.title
    pieces = [_filled(_name(one), who)] if who else []
    left = width - 2 - when - 2 - (who + 2 if who else 0) - len(name) - 2
    pieces += [_filled(one_line(brief(one)), max(left, 1)), console.styled(name, "faint")]
    return f"  {console.styled(_filled(pressing(one), when), STYLES[one.severity])}  {'  '.join(pieces)}"


def _name(one: Attention) -> str:
    """Return whose move it is, without the department, which the other forms of the list have."""
    named = person(next(iter(several(one.watch.who)), ""))
    return clipped(one_line(named.name if named else one.watch.who), WIDEST_NAME)


def _filled(text: str, width: int) -> str:
    """Return a text cut or padded to so many columns."""
    shown = clipped(text, width)
    return shown + " " * (width - width_of(shown))
