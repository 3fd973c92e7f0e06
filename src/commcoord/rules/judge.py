"""Asks the rules: which look at a record at its step, which are switched off, what severity counts."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.said import said
from commcoord.records.vocabulary import STEPS, reached
from commcoord.rules.finding import SEVERITIES, Ruling
from commcoord.rules.rule import FILES, rules_meant, rules_of

if TYPE_CHECKING:
    from commcoord.records.record import Record
    from commcoord.records.settings import RuleSettings
    from commcoord.records.source import Source
    from commcoord.records.view import View
    from commcoord.rules.finding import Finding, Severity
    from commcoord.rules.rule import Check, Rule

NAMES_OF_RULES = (("rules", "ignore"), ("rules", "severity"))
"""The settings that name rules."""
Checks = Sequence[tuple["Rule", "Check"]]
"""Rules with what each asks of a record."""


def judged(source: "Source", view: "View") -> list[Ruling]:
    """Return what is at fault with one file: as a file, and by the steps that its record has reached."""
    rulings = list(_inspected(source, view))
    if source.record is not None:
        record = view.effective(source.record)
        steps = _steps_to(record.step) if record.cancelled is None else (FILES,)
        for step, checks in _checks_of(steps, tuple(view.settings.rules.ignore)):
            found = _asked(record, checks, view, source.path)
            rulings += _overridden(record, step, found) if found else ()
    return rulings


@cache
def _steps_to(state: str) -> tuple[str, ...]:
    return (FILES, *(step for step in STEPS if reached(step, state)))


def judged_settings(source: "Source", view: "View") -> list[Ruling]:
    """Return what is at fault with the settings' own fields."""
    rulings = list(_inspected(source, view))
    return [
        one._replace(record="", finding=one.finding._replace(hint=_settings_hint(one.finding.path)))
        for one in rulings
    ]


def _settings_hint(path: tuple[str | int, ...]) -> Message:
    if len(path) > len(NAMES_OF_RULES[0]) and path[:2] in NAMES_OF_RULES:
        return Message("See all of them with: commcoord explain")
    return Message("See the fields that there are with: commcoord schema settings")


def at_step(record: "Record", step: str, view: "View", path: str = "") -> list[Ruling]:
    """Return what the rules of one step find in an effective record; nothing in a cancelled one."""
    if record.cancelled is not None:
        return []
    ((_step, checks),) = _checks_of((step,), tuple(view.settings.rules.ignore))
    return _asked(record, checks, view, path)


def _inspected(source: "Source", view: "View") -> Iterator[Ruling]:
    allowed = _allowed(source.record) if source.record is not None else ()
    for rule in _rules_on(FILES, tuple(view.settings.rules.ignore)):
        if rule.inspect is not None and not _is_among(rule, allowed):
            for finding in rule.inspect(source, view):
                yield _ruling(rule, finding, view, source.id, source.path)


def _asked(record: "Record", checks: Checks, view: "View", path: str) -> list[Ruling]:
    allowed = _allowed(record)
    rulings = []
    for rule, check in checks:
        if _is_among(rule, allowed):
            continue
        for finding in check(record, view):
            if not _echoes(finding, rule, record, view):
                rulings.append(_ruling(rule, finding, view, record.id, path))  # noqa: PERF401  seldom one
    return rulings


def _allowed(record: "Record") -> Collection[str]:
    """Return the rules that a record switches off with a reason, as names are compared."""
    return {one.rule.casefold() for one in record.allow if said(one.because)} if record.allow else ()


def _is_among(rule: "Rule", allowed: Collection[str]) -> bool:
    return bool(allowed) and (rule.id.casefold() in allowed or rule.name in allowed)


@cache
def _checks_of(steps: tuple[str, ...], ignored: tuple[str, ...]) -> list[tuple[str, Checks]]:
    """Return for each step its rules that look at records."""
    return [
        (step, [(rule, rule.check) for rule in _rules_on(step, ignored) if rule.check is not None])
        for step in steps
    ]


def _echoes(finding: "Finding", rule: "Rule", record: "Record", view: "View") -> bool:
    """Whether a finding is about a field that the record takes from its plan, which answers for it itself."""
    field = ".".join(str(key) for key in finding.path)
    taken = view.inherited(view.record(record.id) or record)
    source = next((plan for name, plan in taken.items() if f"{field}.".startswith(f"{name}.")), None)
    plan = view.record(source) if source else None
    if plan is None or plan.cancelled is not None:
        return False
    return rule.step == FILES or reached(rule.step, plan.step)


@cache
def _rules_on(step: str, ignored: tuple[str, ...]) -> tuple["Rule", ...]:
    """Return the rules of a step that the repository has not switched off."""
    off = {rule.id for word in ignored for rule in rules_meant(word)}
    return tuple(rule for rule in rules_of(step) if rule.id not in off)


def _ruling(rule: "Rule", finding: "Finding", view: "View", record: str, path: str) -> Ruling:
    severity = _severity(rule, finding.severity or rule.severity, view.settings.rules)
    return Ruling(rule.id, rule.name, severity, finding, record, path or record)


def _severity(rule: "Rule", found: "Severity", settings: "RuleSettings") -> "Severity":
    """Return what counts here: the repository's word, and a case milder than the rule stays milder."""
    configured = _configured(rule, settings)
    milder = SEVERITIES.index(found) > SEVERITIES.index(rule.severity)
    if configured is None:
        return found
    return max(configured, found, key=SEVERITIES.index) if milder else configured


def _configured(rule: "Rule", settings: "RuleSettings") -> "Severity | None":
    """Return what the repository says of a rule; what it says of this one goes before what it says of many."""
    said = [word for word in settings.severity if rule in rules_meant(word)]
    return settings.severity[max(said, key=lambda word: len(word.strip()))] if said else None


def _overridden(record: "Record", step: str, rulings: list[Ruling]) -> list[Ruling]:
    """Make warnings of the errors of a step whose gate was passed with a reason: somebody answers for them."""
    if not any(one.step == step and said(one.because) for one in record.overrides):
        return rulings
    return [
        Ruling(
            one.rule,
            one.name,
            "warning" if one.severity == "error" else one.severity,
            one.finding,
            one.record,
            one.source,
        )
        for one in rulings
    ]
