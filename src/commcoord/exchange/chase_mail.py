"""The chase list as mails: one a person, with only what concerns that person."""

from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from typing import TYPE_CHECKING

from commcoord.chase.attention import counts
from commcoord.chase.choosing import grouped
from commcoord.chase.wording import heading, pressing, subject
from commcoord.console import one_line
from commcoord.exchange.addresses import Reach, reach
from commcoord.exchange.letters import letter
from commcoord.language.messages import _
from commcoord.language.names import same_person

if TYPE_CHECKING:
    from commcoord.chase.attention import Attention
    from commcoord.records.settings import Settings


def mails(
    found: Sequence["Attention"], settings: "Settings", now: datetime, who: str = ""
) -> tuple[list[EmailMessage], list[str]]:
    """Return a mail for everybody concerned, or for one person, and the names without an address."""
    parts, missing = parts_by_address(found, settings)
    letters = [
        reminder(address, part, now)
        for address, part in parts
        if not who or same_person(address.display_name, who)
    ]
    return letters, missing if not who else [name for name in missing if same_person(name, who)]


def parts_by_address(
    found: Sequence["Attention"], settings: "Settings"
) -> tuple[list[tuple[Address, list["Attention"]]], list[str]]:
    """Return what concerns whom, in the order of the list, and the names without an address."""
    everybody = Reach()
    parts: dict[str, list[Attention]] = {}
    for one in found:
        concerned = reach([name for name in (one.watch.who, *one.watch.also) if name], settings)
        for name in concerned.missing:
            everybody.add(name, None)
        for address in concerned.addresses:
            everybody.add(address.display_name, address)
            parts.setdefault(address.addr_spec.casefold(), []).append(one)
    return [(everybody.found[spec], part) for spec, part in parts.items()], everybody.missing


def reminder(address: Address, part: Sequence["Attention"], now: datetime) -> EmailMessage:
    """Return the mail to one person."""
    counted = counts(part)
    title = _(
        "To follow up: {late} late, {today} today, {all} in all",
        late=counted["late"],
        today=counted["due"],
        all=len(part),
    )
    return letter([address], title, text_of(address.display_name, part), at=now)


def text_of(name: str, part: Sequence["Attention"]) -> str:
    """Return the text of a reminder: a greeting, the list by urgency, each with the record and the next command."""
    lines = [_("Hello {name},", name=name), "", _("this is what concerns you:"), ""]
    for group, members in grouped(part, "urgency"):
        lines.append(_("{heading} ({count})", heading=heading(group, "urgency", members), count=len(members)))
        for one in members:
            lines += entry(one)
        lines.append("")
    return "\n".join(lines)


def entry(one: "Attention") -> list[str]:
    """Return the lines of one thing to do."""
    watch = one.watch
    lines = [f"- {one_line(subject(one))}", f"  {_due(one)}"]
    if watch.item:
        lines.append(f"  {one_line(watch.title)} ({watch.record})")
    return [*lines, f"  {watch.command}"]


def _due(one: "Attention") -> str:
    if one.watch.due_day is None:
        return pressing(one)
    return _("{pressing}, due {day}", pressing=pressing(one), day=one.watch.due_day.isoformat())
