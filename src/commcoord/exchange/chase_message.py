"""The chase list as one message to a group chat: short, cut at bytes, and nobody called by a record's text."""

from collections.abc import Sequence
from datetime import datetime

from commcoord.chase.attention import Attention
from commcoord.chase.choosing import grouped
from commcoord.chase.wording import brief, heading, pressing
from commcoord.console import one_line
from commcoord.language.dates import spelled
from commcoord.language.messages import _, plural, spoken

HARMLESS = str.maketrans(
    {"<": "＜", ">": "＞", "[": "［", "]": "］", "`": "ˋ", "*": "＊", "#": "＃", "@": "＠"}
)
"""Marks that would make a link, a heading, or call people (`<at id=all>`, `<@user>`), in their full width."""
ROOM_FOR_THE_REST = 200
"""Bytes kept for the title, and for the line that says how many more there are."""


def title_of(now: datetime) -> str:
    """Return the title of the message: the day."""
    return _("To follow up, {day}", day=spelled(now.date(), spoken()))


def message(found: Sequence[Attention], limit: int) -> tuple[str, list[Attention]]:
    """Return a text of at most `limit` bytes in UTF-8, and what of the list is in it; the rest is counted."""
    text, told = "", list[Attention]()
    for group, members in grouped(found, "urgency"):
        line = f"\n\n**{heading(group, 'urgency', members)} ({len(members)})**"
        for one in members:
            line += f"\n- {_line(one)}"
            if len((text + line).encode()) > limit - ROOM_FOR_THE_REST:
                return (text + _rest(len(found) - len(told))).strip(), told
            text, line = text + line, ""
            told.append(one)
    return text.strip(), told


def _line(one: Attention) -> str:
    watch = one.watch
    who = f" {watch.who}" if watch.who else ""
    words = one_line(f"{pressing(one)}{who} {brief(one)}").translate(HARMLESS)
    return f"{words[:200]} ({watch.item or watch.record or watch.title})"


def _rest(count: int) -> str:
    return "\n\n" + plural(
        "… and {count} more: commcoord followup", "… and {count} more: commcoord followup", count
    )
