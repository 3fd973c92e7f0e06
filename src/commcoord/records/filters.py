"""Which records a person wants to see: by kind, step, scenario, person, department, counterpart, quarter."""

from dataclasses import dataclass
from datetime import date

from commcoord.language.folding import folded
from commcoord.language.names import person, same_person
from commcoord.records.ids import quarter_of
from commcoord.records.row import Row, parted


@dataclass(frozen=True)
class Filter:
    """What is asked for; what is empty lets everything through."""

    kind: str = ""
    step: str = ""
    scenario: str = ""
    who: str = ""
    department: str = ""
    counterpart: str = ""
    quarter: str = ""
    series: str = ""

    def passes(self, row: Row) -> bool:
        """Whether a record is one of those asked for."""
        return (
            self.kind in ("", row.kind)
            and self.step in ("", row.step)
            and self.scenario in ("", row.scenario)
            and self.series in ("", row.series)
            and (not self.quarter or self.quarter.upper() == quarter_of(date.fromisoformat(row.date)))
            and (not self.who or any(same_person(self.who, name) for name in parted(row.people)))
            and (not self.department or self.department in parted(row.departments))
            and (not self.counterpart or folded(self.counterpart) in folded(row.counterpart or ""))
        )


def plain_name(text: str | None) -> str:
    """Return a person's name without the department, for lists."""
    found = person(text) if text else None
    return found.name if found else text or ""
