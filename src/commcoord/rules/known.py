"""What a repository's settings call rules or mail addresses, and are none."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.records.mailboxes import is_mailbox
from commcoord.records.parsing import WrongField
from commcoord.rules.rule import all_rules, rules_meant

if TYPE_CHECKING:
    from commcoord.records.settings import RuleSettings, Settings


def wrong_words(settings: "Settings") -> Iterator[WrongField]:
    """Yield what the settings name and what there is not: rules, and addresses that no mail reaches."""
    yield from unknown_rules(settings.rules)
    for place, colleague in enumerate(settings.people):
        if colleague.email and not is_mailbox(colleague.email):
            word = Message("“{text}” is no mail address, like zhangwei@example.com", text=colleague.email)
            yield WrongField(("people", place, "email"), word)


def unknown_rules(settings: "RuleSettings") -> Iterator[WrongField]:
    """Yield the names of rules that are switched off or given a severity, and that no rule has."""
    for place, name in enumerate(settings.ignore):
        if not rules_meant(name):
            yield WrongField(("rules", "ignore", place), unknown_rule(name))
    for name in settings.severity:
        if not rules_meant(name):
            yield WrongField(("rules", "severity", name), unknown_rule(name))


def unknown_rule(name: str) -> Message:
    """Return what is said of a name that no rule has, with the nearest that one has."""
    known = {called.casefold(): called for rule in all_rules() for called in (rule.id, rule.name)}
    near = get_close_matches(name.strip().casefold(), known, 1, 0.6)
    if near:
        return Message("“{word}” is no rule; did you mean {near}?", word=name, near=known[near[0]])
    return Message("“{word}” is no rule.", word=name)
