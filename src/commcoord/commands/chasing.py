"""What the commands of the chase share: whose part of the list is asked for, and what must be said beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from commcoord.chase.attention import Attention
from commcoord.chase.choosing import concerns, near, people_known, touches
from commcoord.chase.watch import Watch
from commcoord.commands.lacking import say_unreadable
from commcoord.errors import ImpossibleError, UsageError
from commcoord.language.labels import value_called, words_named
from commcoord.language.messages import Message, Several, _
from commcoord.records.row import parted
from commcoord.records.vocabulary import SCENARIOS
from commcoord.session import Session

COUNTED_IN_WORKDAYS = ("acknowledge-due", "answer-due", "solve-due", "review-due")
"""The clocks that run in working days as the settings come."""


class Asked(NamedTuple):
    """Whose part of the list is asked for; what is empty asks for all."""

    who: str = ""
    department: str = ""
    scenario: str = ""
    within: int | None = None


def listed(session: Session, asked: Asked) -> list[Attention]:
    """Return the part of the chase list that is asked for, most pressing first.

    Raises UsageError with near names for a person, department or scenario that nobody knows.
    """
    register = session.register
    found = register.attentions(asked.within)
    _demand_known(session, asked, found)
    scenario = value_called(asked.scenario, SCENARIOS) if asked.scenario else ""
    chosen = [
        one
        for one in found
        if (not asked.who or concerns(one, asked.who))
        and (not asked.department or touches(one, asked.department, register.directory))
        and scenario in ("", one.watch.scenario)
    ]
    say_beside(session, [one.watch for one in chosen])
    return chosen


def caller(session: Session) -> str:
    """Return who asks for their own part: git's user; raises ImpossibleError where git knows none."""
    if session.caller:
        return session.caller
    raise ImpossibleError(
        Message("git does not know your name."),
        Message("Tell it with: git config user.name 张伟 — or name somebody with --who."),
    )


def _demand_known(session: Session, asked: Asked, found: list[Attention]) -> None:
    register = session.register
    if asked.who and not any(concerns(one, asked.who) for one in found):
        owners = [name for row in register.rows for name in parted(row.owners)]
        known = people_known(register.directory, owners, found)
        if not _is_known_person(asked.who, known, session):
            raise _unknown(Message("Nobody is called “{name}”.", name=asked.who), asked.who, known)
    departments = departments_known(found, register.directory.departments)
    if asked.department and asked.department not in departments:
        sentence = Message("No department is called “{name}”.", name=asked.department)
        raise _unknown(sentence, asked.department, departments)
    if asked.scenario and value_called(asked.scenario, SCENARIOS) is None:
        sentence = Message("“{text}” is no scenario.", text=asked.scenario)
        raise UsageError(sentence, Message("Use one of {known}.", known=words_named(SCENARIOS)))


def _is_known_person(who: str, known: list[str], session: Session) -> bool:
    from commcoord.language.names import person

    named = person(who)
    return named is not None and (
        named.name in known or session.register.directory.colleague(who) is not None
    )


def departments_known(found: list[Attention], configured: Sequence[str]) -> list[str]:
    """Return the departments of the settings and of everybody whose move something is."""
    return list(
        dict.fromkeys([*configured, *(one.watch.department for one in found if one.watch.department)])
    )


def _unknown(sentence: Message, name: str, known: list[str]) -> UsageError:
    meant = near(name, known)
    if meant:
        return UsageError(sentence, Message("Did you mean {near}?", near=Several(meant)))
    if not known:
        return UsageError(sentence, Message("None are known here yet: add them to commcoord.yaml."))
    return UsageError(sentence, Message("Known are {known}.", known=Several(known[:20])))


def say_beside(session: Session, watches: list[Watch]) -> None:
    """Tell what makes the list less than certain: files that cannot be read, years without known holidays."""
    say_unreadable(session)
    days = [one.due_day for one in watches if one.type in COUNTED_IN_WORKDAYS and one.due_day]
    if days:
        for year in session.register.unknown_years(min(days), max(days)):
            session.console.warn(
                _(
                    "The public holidays of {year} are not known yet: Monday to Friday are counted as working days.",
                    year=year,
                ),
                "warning",
            )
