"""Mails to a server: its settings from the environment, TLS unless told otherwise, what it took told exactly."""

import smtplib
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import make_msgid

from commcoord.console import one_line
from commcoord.errors import ImpossibleError, UsageError
from commcoord.exchange.addresses import address_of
from commcoord.language.messages import Message, Several

PORTS = {"starttls": 587, "ssl": 465, "none": 25}
LOOPBACK = ("localhost", "127.0.0.1", "::1")
KEYRING = "commcoord-smtp"
"""Under which name the keyring of the system keeps the password."""


@dataclass(frozen=True)
class Server:
    """How to reach a mail server; `timeout` in seconds bounds every answer that it owes."""

    host: str
    port: int
    tls: str
    """`starttls`, `ssl` or `none`."""
    sender: Address
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 20.0


def server_from(environment: Mapping[str, str]) -> Server:
    """Return the server of COMMCOORD_SMTP_HOST, _PORT, _TLS, _FROM, _USER and _PASSWORD, or the keyring's password.

    Raises UsageError where something is missing or wrong, or a password would travel unprotected.
    """
    host, sender = (environment.get(f"COMMCOORD_SMTP_{name}", "").strip() for name in ("HOST", "FROM"))
    tls = environment.get("COMMCOORD_SMTP_TLS", "").strip().casefold() or "starttls"
    user = environment.get("COMMCOORD_SMTP_USER", "").strip()
    address = address_of("", sender)
    if not host:
        raise _wrong("COMMCOORD_SMTP_HOST", Message("name the mail server there"))
    if address is None:
        raise _wrong("COMMCOORD_SMTP_FROM", Message("put there the address that mails come from"))
    if tls not in PORTS:
        raise _wrong("COMMCOORD_SMTP_TLS", Message("Use one of {known}.", known=Several(PORTS)))
    password = environment.get("COMMCOORD_SMTP_PASSWORD", "") or (_from_keyring(user) if user else "")
    if password and tls == "none" and host not in LOOPBACK:
        raise _wrong("COMMCOORD_SMTP_TLS", Message("a password does not travel without TLS"))
    return Server(host, _port(environment, tls), tls, address, user, password, _timeout(environment))


def _port(environment: Mapping[str, str], tls: str) -> int:
    text = environment.get("COMMCOORD_SMTP_PORT", "").strip()
    if text and not (text.isascii() and text.isdecimal() and 0 < int(text) < 65536):  # noqa: PLR2004  TCP's ports
        raise _wrong("COMMCOORD_SMTP_PORT", Message("a port is a number below 65536"))
    return int(text) if text else PORTS[tls]


def _timeout(environment: Mapping[str, str]) -> float:
    text = environment.get("COMMCOORD_SMTP_TIMEOUT", "").strip()
    try:
        seconds = float(text) if text else Server.timeout
    except ValueError as error:
        raise _wrong("COMMCOORD_SMTP_TIMEOUT", Message("a number of seconds is wanted")) from error
    return min(max(seconds, 0.1), 600.0)


def _from_keyring(user: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ModuleNotFoundError:
        return ""
    try:
        return keyring.get_password(KEYRING, user) or ""
    except KeyringError:
        return ""


def _wrong(name: str, hint: Message) -> UsageError:
    return UsageError(Message("{name} is missing or wrong.", name=name), hint)


class Post:
    """An open connection to the server."""

    def __init__(self, server: Server, connection: smtplib.SMTP) -> None:
        self._server = server
        self._connection = connection

    def send(self, mail: EmailMessage) -> dict[str, str]:
        """Send a mail and return the addresses that the server did not take, each with what it said.

        Raises ImpossibleError where the mail reached nobody for another reason.
        """
        del mail["From"], mail["X-Unsent"], mail["Message-ID"]
        mail["From"] = self._server.sender
        mail["Message-ID"] = make_msgid(domain=self._server.sender.domain)
        try:
            refused = self._connection.send_message(mail)
        except smtplib.SMTPRecipientsRefused as error:
            refused = error.recipients
        except (smtplib.SMTPException, OSError) as error:
            raise _said(self._server, error) from error
        return {who: one_line(f"{code} {_decoded(answer)}")[:200] for who, (code, answer) in refused.items()}


@contextmanager
def connected(server: Server) -> Iterator[Post]:
    """Open a connection for the block; raises ImpossibleError where the server cannot be reached or refuses."""
    try:
        connection = _opened(server)
    except (smtplib.SMTPException, OSError) as error:
        raise _said(server, error) from error
    try:
        yield Post(server, connection)
    finally:
        with suppress(smtplib.SMTPException, OSError):  # what it took, it has; its goodbye is not needed
            connection.quit()
        connection.close()


def _opened(server: Server) -> smtplib.SMTP:
    protected = ssl.create_default_context()
    if server.tls == "ssl":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=server.timeout, context=protected
        )
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        if server.tls == "starttls":
            connection.starttls(context=protected)
        if server.password:
            connection.login(server.user, server.password)
    except (smtplib.SMTPException, OSError):
        connection.close()
        raise
    return connection


def _said(server: Server, error: Exception) -> ImpossibleError:
    """Return what went wrong in a sentence, without anything secret."""
    place = f"{server.host}:{server.port}"
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return ImpossibleError(
            Message("The mail server {place} does not know this user or password.", place=place),
            Message("See COMMCOORD_SMTP_USER and COMMCOORD_SMTP_PASSWORD."),
        )
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):  # smtplib wraps it
        return ImpossibleError(
            Message(
                "The mail server {place} gave no answer for {seconds} seconds.",
                place=place,
                seconds=f"{server.timeout:g}",
            )
        )
    if isinstance(error, smtplib.SMTPServerDisconnected | ConnectionError):
        return ImpossibleError(Message("The mail server {place} broke off the connection.", place=place))
    return ImpossibleError(
        Message(
            "The mail server {place} refused: {reason}", place=place, reason=one_line(_reason(error))[:300]
        )
    )


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_decoded(error.smtp_error)}"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__


def _decoded(answer: bytes | str) -> str:
    return answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
