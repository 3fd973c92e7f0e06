"""Tell the robot of a group chat what is to be chased.

DingTalk, WeCom and Feishu are known. The address of the robot comes from COMMCOORD_DINGTALK_URL, COMMCOORD_WECOM_URL
or COMMCOORD_FEISHU_URL, the secret that it signs with from …_SECRET. A group is told one thing once a day.
"""

import os
from datetime import UTC, datetime
from typing import Annotated

import typer

from commcoord.chase.attention import Attention
from commcoord.commands import chase_options, options
from commcoord.commands.typed import one_of
from commcoord.errors import UsageError
from commcoord.exchange import webhooks
from commcoord.exchange.chase_message import message, title_of
from commcoord.language.messages import Message, Several, _, plural
from commcoord.session import Session
from commcoord.store.reminded import Reminders


def run(
    ctx: typer.Context,
    robot: Annotated[
        str,
        typer.Argument(
            metavar=_("[ROBOT]"), help=_("dingtalk, wecom or feishu; all that have an address without it")
        ),
    ] = "",
    who: chase_options.Who = "",
    department: chase_options.Department = "",
    scenario: chase_options.Scenario = "",
    within: chase_options.Within = None,
    again: chase_options.Again = False,
    loopback: Annotated[bool, typer.Option("--loopback", hidden=True)] = False,
    dry_run: options.DryRun = False,
) -> None:
    """Tell the robot of a group chat what is to be chased."""
    from commcoord.commands import chasing

    session: Session = ctx.obj
    kinds = [one_of(robot, *webhooks.robots())] if robot else list(webhooks.robots())
    hooks = [hook for kind in kinds if (hook := webhooks.hook_from(kind, os.environ, loopback=loopback))]
    if not hooks and not dry_run:
        raise UsageError(
            Message("No robot has an address."),
            Message("Set {names}.", names=Several(f"COMMCOORD_{kind.upper()}_URL" for kind in kinds)),
        )
    found = chasing.listed(session, chasing.Asked(who, department, scenario, within))
    if dry_run:
        limit = min(webhooks.robots()[kind].LIMIT for kind in kinds)
        session.console.answer(title_of(session.workspace.now), "", *message(found, limit)[0].splitlines())
        return
    for hook in hooks:
        _tell(session, hook, found, again=again)


def _tell(session: Session, hook: webhooks.Hook, found: list[Attention], *, again: bool) -> None:
    """Tell one robot what it was not told today; what it took is remembered."""
    now, memory = session.workspace.now, Reminders(session.workspace.root)
    new = [one for one in found if again or not memory.reminded(hook.whom, one.key, now.date())]
    if not new:
        session.console.say(_("{robot}: everything was told today already.", robot=hook.kind))
        return
    text, told = message(new, hook.robot.LIMIT)
    memory.note("", [], now.date())  # a memory that cannot be written is found out before anybody is told
    signed_at = datetime.now(UTC)  # the signature needs the system's time, whatever day is replayed
    webhooks.tell(hook, title_of(now), text, signed_at)
    memory.note(hook.whom, [one.key for one in told], now.date())
    session.console.say(
        plural("{robot}: told {count} thing.", "{robot}: told {count} things.", len(told), robot=hook.kind),
        "good",
    )
