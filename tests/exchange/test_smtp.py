"""Mails to real servers: settings, refusals, silence; what was not taken is told, and nothing is said of secrets."""

from datetime import UTC, datetime
from email.headerregistry import Address

import pytest

from commcoord.errors import ImpossibleError, UsageError
from commcoord.exchange import smtp
from commcoord.exchange.letters import letter
from tests import post

NOW = datetime(2023, 10, 20, 17, 0, tzinfo=UTC)
ZHANG, LI = Address("张伟", "zhangwei", "example.com"), Address("李娜", "lina", "example.com")


def sent(port, *to, **changes):
    server = smtp.server_from(post.environment(port, **changes))
    with smtp.connected(server) as connection:
        return connection.send(letter(to or [ZHANG], "纪要", "决议", at=NOW))


def test_a_mail_arrives_with_a_sender_and_is_no_draft_any_more():
    handler = post.Taking()
    with post.served(handler) as port:
        refused = sent(port, ZHANG, LI)

    ((receivers, mail),) = handler.mails
    assert refused == {}
    assert receivers == ["lina@example.com", "zhangwei@example.com"]
    assert (mail["Subject"], mail["From"], mail["X-Unsent"]) == ("纪要", "office@example.com", None)
    assert mail["Message-ID"].endswith("@example.com>")


def test_a_refused_address_is_returned_and_the_others_have_their_mail():
    handler = post.Taking(refused=["lina@example.com"])
    with post.served(handler) as port:
        refused = sent(port, ZHANG, LI)

    assert refused == {"lina@example.com": "550 no such mailbox"}
    assert handler.receivers == [["zhangwei@example.com"]]


def test_a_silent_server_is_given_up():
    with post.silent() as port, pytest.raises(ImpossibleError, match=r"no answer for 0\.5 seconds"):
        sent(port, TIMEOUT="0.5")


def test_nobody_listens():
    with pytest.raises(ImpossibleError, match=r"refused|broke off"):
        sent(post.free_port())


def test_a_server_that_breaks_off_took_nothing():
    handler = post.Taking(breaks_at=1)
    with post.served(handler) as port, pytest.raises(ImpossibleError, match="broke off"):
        sent(port)


@pytest.mark.parametrize(
    "greeting", [b"", b"554 go away\r\n", b"\xff\xfe nonsense\r\n", b"220 \x1b[31mred\r\n"]
)
def test_a_strange_greeting_is_a_sentence(greeting):
    with post.answering(greeting) as port, pytest.raises(ImpossibleError) as refusal:
        sent(port)

    assert "\x1b" not in str(refusal.value)


def test_without_tls_nothing_is_sent_unless_told_so():
    handler = post.Taking()
    with post.served(handler) as port, pytest.raises(ImpossibleError, match="STARTTLS"):
        sent(port, TLS="")

    assert handler.mails == []


def test_a_wrong_password_is_a_sentence_without_it():
    secret = {"USER": "zhang", "PASSWORD": "geheim"}
    with post.served(post.Taking()) as port, pytest.raises(ImpossibleError) as refusal:
        sent(port, **secret)

    assert "geheim" not in str(refusal.value) + repr(smtp.server_from(post.environment(1, **secret)))


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"HOST": ""}, "COMMCOORD_SMTP_HOST"),
        ({"FROM": "office@example.com, evil@example.com"}, "COMMCOORD_SMTP_FROM"),
        ({"FROM": "office@example.com\nBcc: evil@example.com"}, "COMMCOORD_SMTP_FROM"),
        ({"TLS": "maybe"}, "COMMCOORD_SMTP_TLS"),
        ({"PORT": "99999"}, "COMMCOORD_SMTP_PORT"),
        ({"PORT": "smtp"}, "COMMCOORD_SMTP_PORT"),
        ({"TIMEOUT": "soon"}, "COMMCOORD_SMTP_TIMEOUT"),
        ({"HOST": "mail.example.com", "USER": "zhang", "PASSWORD": "x"}, "COMMCOORD_SMTP_TLS"),
    ],
)
def test_wrong_settings_are_named(changes, name):
    with pytest.raises(UsageError, match=name):
        smtp.server_from(post.environment(25, **changes))


def test_tls_and_its_port_are_the_default():
    server = smtp.server_from(
        {"COMMCOORD_SMTP_HOST": "mail.example.com", "COMMCOORD_SMTP_FROM": "office@example.com"}
    )

    assert (server.tls, server.port) == ("starttls", 587)
