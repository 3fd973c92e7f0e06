"""Robots of group chats: a real server on the loopback interface, and only what it says that it took is told."""

import base64
import contextlib
import hashlib
import hmac
import json
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from commcoord.errors import ImpossibleError, UsageError
from commcoord.exchange import webhooks

NOW = datetime(2023, 12, 29, 9, 0, tzinfo=UTC)
TAKEN = {
    "dingtalk": {"errcode": 0, "errmsg": "ok"},
    "wecom": {"errcode": 0, "errmsg": "ok"},
    "feishu": {"code": 0, "msg": "success"},
}
REFUSED = {
    "dingtalk": {"errcode": 310000, "errmsg": "sign not match"},
    "wecom": {"errcode": 93000, "errmsg": "invalid webhook url"},
    "feishu": {"code": 19021, "msg": "sign match fail"},
}
KINDS = sorted(TAKEN)


@contextlib.contextmanager
def chat(answer=b"{}", status=200, wait=0.0, location=""):
    """Run a server that answers every message so; yield its address and the messages."""
    heard = []

    class Chat(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((self.path, json.loads(body)))
            time.sleep(wait)
            if answer is None:
                self.connection.close()
                return
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.end_headers()
            self.wfile.write(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

        do_GET = do_POST  # noqa: N815  as the library calls it

        def log_message(self, *_arguments):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Chat)
    server.handle_error = lambda *_arguments: None
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/send?access_token=geheim", heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def hook(kind, url, secret="", timeout=5.0):
    return webhooks.Hook(kind, url, secret, timeout)


def say(kind, url, secret="", timeout=5.0):
    webhooks.tell(hook(kind, url, secret, timeout), "跟进", "- 逾期 3 天", NOW)


@pytest.mark.parametrize("kind", KINDS)
def test_a_message_in_the_form_of_each(kind):
    with chat(TAKEN[kind]) as (url, heard):
        say(kind, url)

    ((path, body),) = heard
    assert path == "/send?access_token=geheim"
    assert body == {
        "dingtalk": {"msgtype": "markdown", "markdown": {"title": "跟进", "text": "### 跟进\n\n- 逾期 3 天"}},
        "wecom": {"msgtype": "markdown", "markdown": {"content": "### 跟进\n- 逾期 3 天"}},
        "feishu": {"msg_type": "interactive", "card": {"header": {"title": {"tag": "plain_text", "content": "跟进"}}, "elements": [{"tag": "markdown", "content": "- 逾期 3 天"}]}},
    }[kind]  # fmt: skip


def test_dingtalk_signs_in_the_address():
    with chat(TAKEN["dingtalk"]) as (url, heard):
        say("dingtalk", url, "SEC1")

    asked = parse_qs(urlsplit(heard[0][0]).query)
    expected = hmac.new(b"SEC1", f"{asked['timestamp'][0]}\nSEC1".encode(), hashlib.sha256).digest()
    assert asked["timestamp"] == ["1703840400000"]
    assert base64.b64decode(asked["sign"][0]) == expected


def test_feishu_signs_in_the_body():
    with chat(TAKEN["feishu"]) as (url, heard):
        say("feishu", url, "SEC1")

    body = heard[0][1]
    assert body["timestamp"] == "1703840400"
    assert base64.b64decode(body["sign"]) == hmac.new(b"1703840400\nSEC1", b"", hashlib.sha256).digest()


@pytest.mark.parametrize("kind", KINDS)
def test_a_refusal_in_the_body_of_a_200_is_a_refusal(kind):
    with chat(REFUSED[kind]) as (url, _heard), pytest.raises(ImpossibleError, match=r"sign|invalid"):
        say(kind, url)


@pytest.mark.parametrize(
    ("behaviour", "sentence"),
    [
        ({"answer": b"", "status": 500}, "HTTP 500"),
        ({"answer": b"<html>", "status": 200}, "no sensible answer"),
        ({"answer": b"[]", "status": 200}, "no sensible answer"),
        ({"answer": b"{}", "status": 200}, "None"),
        ({"answer": None}, "did not take the message"),
        ({"answer": b"{}", "wait": 0.6}, "no answer"),
        ({"answer": b"", "status": 302, "location": "file:///etc/passwd"}, "HTTP 302"),
        ({"answer": b"", "status": 307, "location": "http://127.0.0.1:9/"}, "HTTP 307"),
    ],
)
def test_whatever_else_happens_is_a_sentence_without_the_address(behaviour, sentence):
    with chat(**behaviour) as (url, _heard), pytest.raises(ImpossibleError, match=sentence) as refusal:
        say("wecom", url, timeout=0.3)

    assert "geheim" not in str(refusal.value)


def test_why_a_robot_refused_is_said_in_the_language_in_use():
    with chat(answer=b"<html>", status=200) as (url, _heard), pytest.raises(ImpossibleError) as refusal:
        say("wecom", url, timeout=0.3)

    said = refusal.value.message.in_language("zh-Hans")
    assert said == "wecom 机器人没有接受消息：收到的回应无法识别"


def test_nobody_listens():
    with chat() as (url, _heard):
        pass
    with pytest.raises(ImpossibleError, match="did not take the message"):
        say("wecom", url)


@pytest.mark.parametrize(
    "url",
    [
        "http://oapi.dingtalk.com/robot/send?access_token=x", "https://evil.example.com/robot/send", "file:///etc/passwd",
        "https://oapi.dingtalk.com@evil.example.com/", "https://oapi.dingtalk.com.evil.example.com/", "https://127.0.0.1/",
        "https://oapi.dingtalk.com:8443/", "https://oapi.dingtalk.com/\nHost: evil", "https://[oapi.dingtalk.com/", "ftp://oapi.dingtalk.com/",
    ],
)  # fmt: skip
def test_only_known_hosts_over_https(url):
    with pytest.raises(UsageError, match="COMMCOORD_DINGTALK_URL"):
        webhooks.hook_from("dingtalk", {"COMMCOORD_DINGTALK_URL": url})


def test_this_machine_only_when_a_test_asks():
    environment = {"COMMCOORD_WECOM_URL": "http://127.0.0.1:8080/send"}

    assert webhooks.hook_from("wecom", environment, loopback=True)
    with pytest.raises(UsageError):
        webhooks.hook_from("wecom", environment)


def test_a_known_host_is_taken_and_its_address_not_shown():
    found = webhooks.hook_from(
        "dingtalk",
        {
            "COMMCOORD_DINGTALK_URL": "https://oapi.dingtalk.com/robot/send?access_token=geheim",
            "COMMCOORD_DINGTALK_SECRET": "SEC1",
        },
    )

    assert found
    assert "geheim" not in repr(found) + found.whom
    assert "SEC1" not in repr(found)
    assert webhooks.hook_from("feishu", {}) is None
