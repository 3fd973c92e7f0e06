"""`notify`: one digest to the robot of a group chat, each thing once a day."""

import pytest

from commcoord.exchange.robots import wecom
from tests.exchange.test_webhooks import REFUSED, TAKEN, chat


@pytest.fixture
def told(company, monkeypatch):
    """Return a way to call `notify` with a robot behind it."""

    def call(url, *arguments, kind="wecom", **values):
        monkeypatch.setenv(f"COMMCOORD_{kind.upper()}_URL", url)
        return company("notify", "--loopback", *arguments, **values)

    return call


@pytest.fixture
def short(monkeypatch):
    """Let WeCom take so little that not everything has room."""
    monkeypatch.setattr(wecom, "LIMIT", 1500)


@pytest.mark.usefixtures("short")
def test_a_digest_fits_and_says_how_many_more_there_are(told):
    with chat(TAKEN["wecom"]) as (url, heard):
        answer = told(url, "--within", "90", lang="zh-Hans")

    content = heard[0][1]["markdown"]["content"]
    assert len(content.encode()) <= 1500
    assert "commcoord followup" in content.splitlines()[-1]
    assert "wecom" in answer.err


@pytest.mark.usefixtures("short")
def test_one_thing_once_a_day_and_what_had_no_room_the_next_time(told):
    with chat(TAKEN["wecom"]) as (url, heard):
        for _time in range(9):
            last = told(url, "--within", "90")
        told(url, "--again")
        told(url, now="2023-12-30 09:00")

    first, second, *_more = [message[1]["markdown"]["content"] for message in heard]
    assert "a-re5g" in first
    assert "a-re5g" not in second
    assert "everything was told today already" in last.err
    assert "a-re5g" in heard[-1][1]["markdown"]["content"]


def test_what_was_refused_is_told_again(told):
    with chat(REFUSED["wecom"]) as (url, _heard):
        assert "invalid webhook url" in told(url, code=3).err
    with chat(TAKEN["wecom"]) as (url, heard):
        told(url)

    assert len(heard) == 1


def test_a_records_text_calls_nobody_and_makes_no_link(told, company):
    path = company.root / "records/2023Q4/minutes/minutes-20231206-f8rn.yaml"
    path.write_text(
        path.read_text("utf-8").replace(
            "送达展示样机到门店", '"<at id=all></at> @all [x](http://evil.example.com)"'
        ),
        encoding="utf-8",
    )
    with chat(TAKEN["feishu"]) as (url, heard):
        told(url, kind="feishu")

    content = heard[0][1]["card"]["elements"][0]["content"]
    assert "a-re5g" in content
    assert not set("<>[]@") & set(content)


def test_without_an_address_it_says_which_to_set(company, monkeypatch):
    for kind in ("DINGTALK", "WECOM", "FEISHU"):
        monkeypatch.delenv(f"COMMCOORD_{kind}_URL", raising=False)

    assert "COMMCOORD_WECOM_URL" in company("notify", code=2).err
    assert "To follow up, 2023-12-29 Fri" in company("notify", "--dry-run").out


def test_an_unknown_robot_is_wrong_use(company):
    assert "dingtalk, feishu, wecom" in company("notify", "slack", code=2).err
