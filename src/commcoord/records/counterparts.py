"""Who belongs to the other side of a record."""

from typing import TYPE_CHECKING

from commcoord.language.names import person

if TYPE_CHECKING:
    from commcoord.records.parts import Counterpart
    from commcoord.records.record import Record


def of_counterpart(name: str | None, record: "Record") -> bool:
    """Whether a name is the counterpart's contact or organisation, or somebody of that organisation."""
    other = record.people.counterpart
    named = person(name or "")
    if other is None or named is None:
        return False
    contact = person(other.contact or "")
    if other.organisation and other.organisation in (named.name, named.department):
        return True
    return (
        contact is not None and contact.name == named.name and named.department in (None, contact.department)
    )


def agreed_by_contact(text: str, other: "Counterpart") -> str:
    """Return what comes after the name of the contact or organisation in a text of ours; empty without one.

    王芳同意付款 tells their promise, whoever wrote it down.
    """
    names = [name for name in (other.contact, other.organisation) if name]
    return next((text.partition(name)[2] for name in names if name in text), "")
