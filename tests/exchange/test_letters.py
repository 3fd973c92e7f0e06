"""Mails that every program can read, and that no record's text can break."""

import email
import email.policy
import mailbox
from datetime import UTC, datetime
from email.headerregistry import Address

from hypothesis import given, settings
from hypothesis import strategies as st

from commcoord.exchange import letters

ZHANG = Address("张伟", "zhangwei", "example.com")
NOW = datetime(2023, 10, 20, 17, 0, tzinfo=UTC)


def read_back(text):
    return email.message_from_string(text, policy=email.policy.default)


@given(subject=st.text(max_size=60), text=st.text(st.characters(codec="utf-8"), max_size=200))
@settings(deadline=None, max_examples=60)
def test_whatever_a_record_says_there_is_one_receiver_and_one_subject(subject, text):
    mail = read_back(letters.mailbox([letters.letter([ZHANG], subject, text, at=NOW)]))

    assert [one.addr_spec for one in mail["To"].addresses] == ["zhangwei@example.com"]
    assert set(mail.keys()) == {
        "Subject",
        "To",
        "Date",
        "X-Unsent",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
    }
    assert mail.defects == []


def test_text_and_html_are_alternatives():
    mail = read_back(letters.mailbox([letters.letter([ZHANG], "纪要", "决议", "<p>决议</p>", at=NOW)]))

    assert mail.get_body(["plain"]).get_content().strip() == "决议"
    assert mail.get_body(["html"]).get_content().strip() == "<p>决议</p>"


def test_several_mails_are_a_mailbox_even_where_a_line_begins_with_from(tmp_path):
    (tmp_path / "box").write_text(
        letters.mailbox(
            [letters.letter([ZHANG], str(number), "From here on\nnothing", at=NOW) for number in range(3)]
        )
    )
    box = mailbox.mbox(tmp_path / "box")

    assert [one["Subject"] for one in box] == ["0", "1", "2"]
    box.close()
