"""A form as a mail."""

from email import message_from_string
from email.policy import default

from commcoord.records.settings import Colleague, Settings
from commcoord.render.composing import composed
from commcoord.render.to import eml
from tests.render.conftest import MINUTES, view_of

SETTINGS = Settings(
    people=[
        Colleague(name="张伟", department="市场部", email="zhangwei@example.com"),
        Colleague(name="李娜", department="产品部", email="lina@example.com, evil@example.com"),
        Colleague(name="林志远", department="公司管理层", email="lin@example.com"),
    ]
)


def mail(text=MINUTES, audience="participants"):
    view = view_of(text, settings=SETTINGS)
    return message_from_string(
        eml.rendered(composed(view.sources[0].record, view, audience, "zh-Hans")), policy=default
    )


def test_it_goes_to_those_who_were_there_and_copies_to_the_others():
    assert [one.addr_spec for one in mail()["To"].addresses] == ["zhangwei@example.com"]
    assert [one.addr_spec for one in mail()["Cc"].addresses] == ["lin@example.com"]


def test_an_address_that_is_two_reaches_nobody():
    assert "evil" not in eml.rendered(_composed())


def test_outside_it_has_no_address_yet():
    assert mail(audience="external")["To"] is None
    assert mail(audience="external")["Cc"] is None


def test_it_has_the_form_as_text_and_as_a_page():
    found = mail()

    assert found["Subject"] == "会议纪要表 2023-10-20 新品推广方案对接会"
    assert "会议名称：新品推广方案对接会" in found.get_body(("plain",)).get_content().splitlines()
    assert "<h1>会议纪要表</h1>" in found.get_body(("html",)).get_content()


def test_a_title_breaks_no_header():
    found = mail(MINUTES.replace("title: 新品推广方案对接会", 'title: "x\\nBcc: evil@example.com"'))

    assert found["Bcc"] is None
    assert found["Subject"] == "会议纪要表 2023-10-20 x Bcc: evil@example.com"


def test_the_same_record_gives_the_same_mail():
    assert eml.rendered(_composed()) == eml.rendered(_composed())


def _composed():
    view = view_of(MINUTES, settings=SETTINGS)
    return composed(view.sources[0].record, view, "participants", "zh-Hans")
