"""What an item tells: its first deadline, the last word on it, what blocks it, how it stood on a day."""

from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from commcoord.language.messages import Message
from commcoord.records.said import said
from commcoord.records.vocabulary import CLOSED

if TYPE_CHECKING:
    from commcoord.records.parts import Item, LogEntry, Needs

Changes = dict[str, Any]


def first_due(item: "Item") -> date | None:
    """Return the deadline that an item had first, before it was moved."""
    moved = [
        (entry.on or date.min, day)
        for entry in item.log
        if entry.due is not None and (day := entry.due.from_ or entry.due.to)
    ]
    return min(moved, key=itemgetter(0))[1] if moved else item.due


def last_word(item: "Item", until: date = date.max) -> date | None:
    """Return the latest day up to `until` on which the log says something about the item."""
    days = [entry.on for entry in item.log if entry.on and (said(entry.note) or entry.status or entry.due)]
    return max((day for day in days if day <= until), default=None)


def blocked_by(needs: "Needs") -> Message:
    """Return why an item is blocked, and who is to be asked: the reason need not be a thing that somebody gives."""
    reason = needs.what or ""
    if not reason:
        return Message("blocked: ask {whom}", whom=needs.of or "?")
    if not needs.of:
        return Message("blocked: {reason}", reason=reason)
    return Message("blocked: {reason} (ask {whom})", reason=reason, whom=needs.of)


def open_on(item: "Item", day: date) -> bool:
    """Whether an item was still open at the end of a day, so far as its dates and log tell."""
    if (item.status or "open") not in CLOSED:
        return True
    closed = item.done_on if item.status == "done" and item.done_on else _closed_in_log(item)
    return closed is not None and closed > day


def _in_order(item: "Item") -> list["LogEntry"]:
    return sorted(item.log, key=lambda entry: entry.on or date.min)


def _closed_in_log(item: "Item") -> date | None:
    return next((entry.on for entry in reversed(_in_order(item)) if entry.status in CLOSED), None)


def stood_on(item: "Item", day: date) -> "Item":
    """Return an item as it stood at the end of a day: without the later lines of its log and what they did to it.

    An item of which nothing later is noted is returned itself.
    """
    later = [entry for entry in item.log if entry.on is not None and entry.on > day]
    undone = item.done_on is not None and item.done_on > day
    if not later and not undone:
        return item
    kept = [entry for entry in item.log if entry.on is None or entry.on <= day]
    changes: Changes = {"log": kept} if later else {}
    changes |= _earlier_due(later)
    if undone or any(entry.status for entry in later):
        changes |= _earlier_state(item, kept)
    return item.model_copy(update=changes)


def _earlier_due(later: list["LogEntry"]) -> Changes:
    shifts = [entry.due for entry in later if entry.due is not None]
    return {"due": shifts[0].from_} if shifts else {}


def _earlier_state(item: "Item", kept: list["LogEntry"]) -> Changes:
    """Return the status that the log said last, open where it said none, with what belongs to that status."""
    said_last = next((entry for entry in reversed(kept) if entry.status), None)
    status = said_last.status if said_last is not None and said_last.status else "open"
    changes: Changes = {
        "status": status,
        "needs": said_last.needs if said_last is not None and status == "blocked" else None,
    }
    if status != "done":
        changes |= {"done_on": None, "evidence": None}
    elif said_last is not None:
        changes["done_on"] = said_last.on
    if status == item.status == "blocked" and changes["needs"] is None:
        changes["needs"] = item.needs
    return changes
