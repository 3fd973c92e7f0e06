"""Real mail servers on the loopback interface: one that takes mails, and those that misbehave."""

import contextlib
import email
import email.policy
import socket
import threading
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # aiosmtpd speaks of its own future
    from aiosmtpd.controller import Controller


class Taking:
    """Takes mails and keeps them; refuses some addresses; breaks off at a mail, by its number."""

    def __init__(self, refused=(), breaks_at=None):
        self.refused, self.breaks_at, self.mails, self.tried = refused, breaks_at, [], 0

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):  # noqa: N802, ARG002  as aiosmtpd calls it
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802, ARG002
        self.tried += 1
        if self.tried == self.breaks_at:
            server.transport.abort()
            return "451 never heard"
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.mails.append((sorted(envelope.rcpt_tos), mail))
        return "250 taken"

    @property
    def receivers(self):
        return [to for to, _mail in self.mails]


@contextlib.contextmanager
def served(handler):
    """Run a server with that handler and yield its port."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        controller = Controller(handler, hostname="127.0.0.1", port=0)
        controller.port = free_port()
        controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@contextlib.contextmanager
def silent():
    """Run a server that accepts a connection and never says anything; yield its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@contextlib.contextmanager
def answering(answer):
    """Run a server that sends these bytes to whoever connects and closes; yield its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def run():
            with contextlib.suppress(OSError):
                while True:
                    connection, _address = listening.accept()
                    with connection:
                        connection.sendall(answer)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            with contextlib.suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def free_port():
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def environment(port, **changes):
    """Return the settings that lead to a server on the loopback interface."""
    names = {
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "TLS": "none",
        "FROM": "office@example.com",
        "TIMEOUT": "1",
    } | changes
    return {f"COMMCOORD_SMTP_{name}": value for name, value in names.items()}
