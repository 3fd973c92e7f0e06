"""What a rule is: a module that satisfies this protocol. The folder is the registry."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from commcoord.records.vocabulary import STEPS

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.source import Source
    from commcoord.records.view import View
    from commcoord.rules.finding import Finding, Severity

FILES = "files"
"""The folder of the rules about files, which look at sources instead of records and belong to no step."""


class Check(Protocol):
    """Looks at one record, with what it inherits, and says what is at fault."""

    def __call__(self, record: "Record", view: "View") -> Iterable["Finding"]:
        """Yield a finding a fault."""


class Inspection(Protocol):
    """Looks at one file, whether it could be read or not."""

    def __call__(self, source: "Source", view: "View") -> Iterable["Finding"]:
        """Yield a finding a fault."""


class Rule(NamedTuple):
    """A rule as its module declares it: `ID`, `SEVERITY`, a docstring, and `check` or `inspect`."""

    id: str
    name: str
    severity: "Severity"
    step: str
    """The step whose gate it belongs to, or `files`."""
    manual: str
    check: Check | None
    inspect: Inspection | None


def _rule(folder: str, module: ModuleType) -> Rule:
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    manual = module.__doc__ or ""
    check, inspect = getattr(module, "check", None), getattr(module, "inspect", None)
    return Rule(module.ID, name, module.SEVERITY, folder, manual, check, inspect)


@cache
def rules_of(step: str) -> tuple[Rule, ...]:
    """Return the rules in the folder of a step, by id."""
    folder = Path(__file__).parent / step
    names = sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))
    modules = [import_module(f"commcoord.rules.{step}.{name}") for name in names]
    return tuple(sorted((_rule(step, module) for module in modules), key=lambda rule: rule.id))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, by id."""
    found = [rule for step in (FILES, *STEPS) for rule in rules_of(step)]
    return tuple(sorted(found, key=lambda rule: rule.id))


@cache
def rules_meant(word: str) -> tuple[Rule, ...]:
    """Return the rule with that id or name, or all whose ids begin so (`CC1`), in any case; none of an empty word."""
    typed = word.strip().casefold()
    if not typed:
        return ()
    return tuple(rule for rule in all_rules() if rule.name == typed or rule.id.casefold().startswith(typed))


@cache
def rule_called(word: str) -> Rule | None:
    """Return the rule with that id or name, in any case."""
    return next((rule for rule in all_rules() if word.casefold() in (rule.id.casefold(), rule.name)), None)
