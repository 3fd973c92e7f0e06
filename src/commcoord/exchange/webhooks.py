"""Messages to the robot of a group chat: to known hosts over https only, bounded, and believed only when it says so."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from hashlib import sha256
from http.client import HTTPException
from importlib import import_module
from pathlib import Path
from typing import IO, Any, Protocol, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from commcoord.console import one_line
from commcoord.errors import ImpossibleError, UsageError
from commcoord.language.messages import Message

LOOPBACK = ("127.0.0.1", "localhost")
TIMEOUT = 10.0
"""Seconds for every answer that the robot owes."""
LARGEST_ANSWER = 65_536
"""Bytes."""


class Robot(Protocol):
    """What a module of `robots/` says of one kind."""

    HOSTS: tuple[str, ...]
    LIMIT: int

    def request(
        self, url: str, secret: str, title: str, text: str, now: datetime
    ) -> tuple[str, dict[str, Any]]:
        """Return where to send what."""

    def refusal(self, answer: Mapping[str, Any]) -> str:
        """Return why the robot did not take it; empty where it did."""


@dataclass(frozen=True)
class Hook:
    """One robot that messages can go to; its address is a secret, so it is never shown."""

    kind: str
    url: str = field(repr=False)
    secret: str = field(default="", repr=False)
    timeout: float = TIMEOUT

    @property
    def robot(self) -> Robot:
        """What its kind asks for."""
        return cast("Robot", robots()[self.kind])

    @property
    def whom(self) -> str:
        """What the memory of reminders knows it by: the kind, and a digest of the address."""
        return f"{self.kind}:{sha256(self.url.encode()).hexdigest()[:12]}"


@cache
def robots() -> dict[str, Any]:
    """Return every kind of robot: the folder is the registry."""
    names = sorted(path.stem for path in (Path(__file__).parent / "robots").glob("[!_]*.py"))
    return {name: import_module(f"commcoord.exchange.robots.{name}") for name in names}


def hook_from(kind: str, environment: Mapping[str, str], *, loopback: bool = False) -> Hook | None:
    """Return the robot of COMMCOORD_<KIND>_URL and _SECRET; none where no address is set.

    Raises UsageError where the address is not https of a host of that kind; `loopback` lets http to this machine
    pass, which only a test asks for.
    """
    url = environment.get(f"COMMCOORD_{kind.upper()}_URL", "").strip()
    if not url:
        return None
    try:
        parts = urlsplit(url)
        here = loopback and parts.scheme == "http" and parts.hostname in LOOPBACK
        known = (
            parts.scheme == "https" and parts.hostname in robots()[kind].HOSTS and parts.port in (None, 443)
        )
    except ValueError:
        here = known = False
    if not (here or known) or not url.isascii() or not url.isprintable() or " " in url or parts.username:
        raise UsageError(
            Message("COMMCOORD_{kind}_URL is no address of such a robot.", kind=kind.upper()),
            Message("It begins with https://{host}/", host=robots()[kind].HOSTS[0]),
        )
    return Hook(kind, url, environment.get(f"COMMCOORD_{kind.upper()}_SECRET", ""))


def tell(hook: Hook, title: str, text: str, now: datetime) -> None:
    """Send a message; raises ImpossibleError, without the secret address, unless the robot says that it took it."""
    url, body = hook.robot.request(hook.url, hook.secret, title, text, now)
    content = json.dumps(body, ensure_ascii=False).encode()
    reason: str | Message
    try:
        reason = hook.robot.refusal(_answer(url, content, hook.timeout))
    except HTTPError as error:
        reason = f"HTTP {error.code}"
        error.close()
    except TimeoutError:
        reason = Message("no answer for {seconds} seconds", seconds=f"{hook.timeout:g}")
    except URLError as error:
        reason = getattr(error.reason, "strerror", None) or Message("no connection")
    except (OSError, HTTPException, ValueError, TypeError) as error:  # the answer is no JSON, or no object
        reason = getattr(error, "strerror", None) or Message("no sensible answer")
    if reason:
        raise ImpossibleError(
            Message(
                "The robot of {kind} did not take the message: {reason}",
                kind=hook.kind,
                reason=reason if isinstance(reason, Message) else one_line(reason)[:300],
            )
        )


def _answer(url: str, content: bytes, timeout: float) -> Mapping[str, Any]:
    request = Request(url, content, {"Content-Type": "application/json; charset=utf-8"}, method="POST")  # noqa: S310  hook_from() has looked at the scheme
    with build_opener(_NoRedirect).open(request, timeout=timeout) as response:
        found = json.loads(response.read(LARGEST_ANSWER))
    if not isinstance(found, dict):
        raise TypeError("an object is wanted")
    return found


class _NoRedirect(HTTPRedirectHandler):
    """A robot that sends elsewhere is not the robot that was meant."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        """Follow nothing, so that the answer is an HTTPError."""
        _ = req, fp, code, msg, headers, newurl
        return None
