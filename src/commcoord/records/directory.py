"""Who belongs where: a company's people and departments, asked by names as records write them."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Generic, NamedTuple, Protocol, TypeVar

from commcoord.language.groups import means_many
from commcoord.language.names import person, same_person


class Known(Protocol):
    """Somebody whom the directory knows."""

    @property
    def name(self) -> str:
        """The name alone."""

    @property
    def department(self) -> str | None:
        """Where they work, where that is said."""


class Entry(NamedTuple):
    """One person of the directory, as an index keeps it."""

    name: str
    department: str | None = None
    email: str | None = None


AnyKnown = TypeVar("AnyKnown", bound=Known)


class Directory(Generic[AnyKnown]):
    """The people and departments of the settings."""

    def __init__(self, people: Sequence[AnyKnown], departments: Sequence[str]) -> None:
        self.people = people
        self.departments = departments
        self._asked: dict[str, str | None] = {}
        self._found: dict[str, bool] = {}

    @cached_property
    def by_name(self) -> dict[str, list[AnyKnown]]:
        """The people by name; several where a name is shared."""
        found: dict[str, list[AnyKnown]] = {}
        for one in self.people:
            found.setdefault(one.name.casefold(), []).append(one)
        return found

    def colleague(self, text: str) -> AnyKnown | None:
        """Return whom a name means, `张伟` or `张伟（市场部）`; none where nobody or more than one bears it."""
        named = person(text)
        if named is None:
            return None
        found = self.by_name.get(named.name.casefold(), [])
        if named.department is not None and len(found) > 1:
            found = [one for one in found if one.department == named.department]
        return found[0] if len(found) == 1 else None

    def same(self, one: object, other: object) -> bool:
        """Whether two notations mean one person; a department left out is the one that the directory has."""
        if one == other:
            return True
        if not (isinstance(one, str) and isinstance(other, str) and same_person(one, other)):
            return False
        return len(self.by_name.get(str(getattr(person(one), "name", "")).casefold(), ())) <= 1

    def department(self, text: str) -> str | None:
        """Return the department that a name belongs to, or that it is; none where it is not known."""
        if text not in self._asked:  # the same names stand in every record
            self._asked[text] = self._department(text)
        return self._asked[text]

    def knows(self, text: str) -> bool:
        """Whether a text names somebody of the directory, whatever department it adds, or a department, or a group."""
        if text not in self._found:
            named = person(text)
            name = named.name if named else ""
            self._found[text] = (
                name.casefold() in self.by_name or text in self.departments or means_many(name)
            )
        return self._found[text]

    def of_all(self, names: Iterable[str]) -> set[str]:
        """Return the departments that some names belong to."""
        asked = self._asked
        return {found for name in names if (found := asked[name] if name in asked else self.department(name))}

    def _department(self, text: str) -> str | None:
        if text in self.departments:
            return text
        named = person(text)
        if named is not None and named.department is not None:
            return named.department
        colleague = self.colleague(text)
        return colleague.department if colleague else None
