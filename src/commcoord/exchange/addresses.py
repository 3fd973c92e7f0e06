"""Mail addresses of the directory: only what is one address and nothing else, whatever a settings file says."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import Address
from typing import TYPE_CHECKING

from commcoord.language.names import person, several

if TYPE_CHECKING:
    from commcoord.records.settings import Colleague, Settings


@dataclass
class Reach:
    """Whom a mail reaches, by address, each once; and the names for which there is no address."""

    found: dict[str, Address] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def add(self, name: str, address: Address | None) -> None:
        """Note a person, reached or not."""
        if address is not None:
            self.found.setdefault(address.addr_spec.casefold(), address)
        elif name not in self.missing:
            self.missing.append(name)

    @property
    def addresses(self) -> tuple[Address, ...]:
        """The addresses in the order in which they were found."""
        return tuple(self.found.values())


def address_of(name: str, text: str | None) -> Address | None:
    """Return the address that a text is; none where it is not exactly one plain address.

    A line break, a second address, a control or non-ASCII character would let a settings file write other headers
    or reach other people.
    """
    text = (text or "").strip()
    if not text.isascii() or not text.isprintable() or any(mark in text for mark in " ,;<>()\"'\\"):
        return None
    shown = " ".join(name.split())
    try:
        address = Address(display_name=shown, addr_spec=text)
    except (MessageError, ValueError, IndexError):  # IndexError: the library's parser on an empty part
        return None
    reachable = "." in address.domain or address.domain == "localhost"
    return address if address.username and reachable else None


def reach(names: Iterable[str], settings: "Settings") -> Reach:
    """Return whom names reach: people by the directory; a department reaches all of its people."""
    found = Reach()
    for name in names:
        for one in several(name) or [name]:
            for colleague in colleagues(one, settings):
                found.add(colleague.name, address_of(colleague.name, colleague.email))
            if not colleagues(one, settings):
                found.add(one, None)
    return found


def colleagues(name: str, settings: "Settings") -> list["Colleague"]:
    """Return the people of the directory that a name means: one person, or everybody of a department."""
    colleague = settings.colleague(name)
    if colleague is not None:
        return [colleague]
    named = person(name)
    whole = named.name if named is not None else name
    return [one for one in settings.people if one.department == whole]
