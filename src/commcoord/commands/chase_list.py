"""The answer of `followup` without an ID: the chase list in one of its forms, or mailed to everybody."""

from commcoord.commands import chase_answer, chasing
from commcoord.commands.typed import FAILING, FORMATS, one_of
from commcoord.session import Session


def answer(
    session: Session,
    *,
    who: str = "",
    mine: bool = False,
    department: str = "",
    scenario: str = "",
    within: int | None = None,
    group: str = "urgency",
    format_: str = "table",
    output: str = "",
    fail_on: str = "",
    send: bool = False,
    again: bool = False,
    dry_run: bool = False,
    as_json: bool = False,
) -> bool:
    """Answer with the part of the list that is asked for; say whether nothing in it is to fail on.

    Raises UsageError for a person, department, scenario, form, grouping or severity unknown.
    """
    failing = FAILING[one_of(fail_on, *FAILING)] if fail_on else ()
    form = "json" if as_json else one_of(format_, *FORMATS)
    asked = chasing.Asked(who or (chasing.caller(session) if mine else ""), department, scenario, within)
    found = chasing.listed(session, asked)
    if send:
        from commcoord.commands.reminding import mail_everybody

        mail_everybody(session, found, who=asked.who, again=again, dry_run=dry_run)
    else:
        chase_answer.answer(session, found, form, group, output, asked.who, dry_run=dry_run)
    return not any(one.severity in failing for one in found)
