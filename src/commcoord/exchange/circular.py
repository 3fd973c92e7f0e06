"""Minutes as a mail to everybody concerned: what they need to work by, as text and as HTML."""

from collections.abc import Iterable
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from html import escape

from commcoord.console import one_line
from commcoord.exchange.letters import letter
from commcoord.language.messages import _
from commcoord.records.minutes import Minutes

Section = tuple[str, list[str]]
"""A heading and the lines below it."""


def circular(
    record: Minutes, to: Iterable[Address], now: datetime, *, correction: bool = False
) -> EmailMessage:
    """Return the mail; a correction says so in its subject. What is marked for the inside only is left out."""
    title = _("Correction: {title}", title=record.title) if correction else record.title
    subject = _("Minutes {day}: {title}", day=record.date.isoformat(), title=title)
    sections = _sections(record)
    return letter(to, subject, _as_text(record, sections), _as_html(record, sections), at=now)


def _sections(record: Minutes) -> list[Section]:
    shown = [
        (_("Time and place"), [_when_and_where(record)]),
        (_("Attendees"), ["、".join(record.attendees)] if record.attendees else []),
        (
            _("Topics and discussion"),
            [_joined(one.topic, one.notes) for one in record.topics if one.audience != "internal"],
        ),
        (
            _("Decisions"),
            [_joined(one.what, one.by) for one in record.decisions if one.audience != "internal"],
        ),
        (
            _("Actions"),
            [_action(one.what, one.owner, one.due) for one in record.actions if one.audience != "internal"],
        ),
        (
            _("Next steps"),
            [record.next_steps] if isinstance(record.next_steps, str) else record.next_steps or [],
        ),
    ]
    return [(heading, lines) for heading, lines in shown if any(lines)]


def _when_and_where(record: Minutes) -> str:
    until = f"–{record.end.clock}" if record.end else ""
    when = f"{record.start.day} {record.start.clock}{until}" if record.start else record.date.isoformat()
    return _joined(when, record.place)


def _action(what: str | None, owner: str | None, due: object) -> str:
    return " · ".join(one_line(str(part)) for part in (what, owner, due) if part)


def _joined(*parts: str | None) -> str:
    return " · ".join(one_line(part) for part in parts if part)


def _as_text(record: Minutes, sections: list[Section]) -> str:
    lines = [one_line(record.title), ""]
    for heading, below in sections:
        lines += [_("{heading}:", heading=heading), *(f"- {one_line(line)}" for line in below), ""]
    return "\n".join([*lines, record.id])


def _as_html(record: Minutes, sections: list[Section]) -> str:
    parts = [f"<h1>{escape(one_line(record.title))}</h1>"]
    for heading, below in sections:
        items = "".join(f"<li>{escape(one_line(line))}</li>" for line in below)
        parts.append(f"<h2>{escape(heading)}</h2><ul>{items}</ul>")
    return f'<!doctype html><meta charset="utf-8"><body>{"".join(parts)}<p>{escape(record.id)}</p></body>'
