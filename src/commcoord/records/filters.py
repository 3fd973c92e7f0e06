"""Which records a person wants to see: by kind, step, scenario, person, department, counterpart, quarter."""

from typing import NamedTuple

from commcoord.language.folding import folded
from commcoord.records.ids import days_of


class Filter(NamedTuple):
    """What is asked for; what is empty lets everything through."""

    kind: str = ""
    step: str = ""
    scenario: str = ""
    who: str = ""
    department: str = ""
    counterpart: str = ""
    quarter: str = ""
    series: str = ""

    @property
    def words(self) -> dict[str, str]:
        """The fields of a row that must be a word that is asked for, with the word."""
        return {
            field: word for field in ("kind", "step", "scenario", "series") if (word := getattr(self, field))
        }

    @property
    def days(self) -> tuple[str, str]:
        """The days of the quarter that is asked for, the first and the last; any day where none is asked for."""
        return days_of(self.quarter) if self.quarter else ("", "9999-12-31")

    @property
    def asks_for_names(self) -> bool:
        """Whether more is asked for than words and days."""
        return bool(self.who or self.department or self.counterpart)

    def names_pass(self, people: str, departments: str, counterpart: str | None) -> bool:
        """Whether the people, departments and counterpart of a row are such as are asked for."""
        from commcoord.language.names import same_person  # most lists ask for nobody
        from commcoord.records.row import parted

        return (
            (not self.who or any(same_person(self.who, name) for name in parted(people)))
            and (not self.department or self.department in parted(departments))
            and (not self.counterpart or folded(self.counterpart) in folded(counterpart or ""))
        )
