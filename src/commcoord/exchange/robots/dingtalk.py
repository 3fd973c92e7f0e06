"""DingTalk 钉钉: Markdown, signed in the address (open.dingtalk.com, custom robots: security settings)."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote_plus

HOSTS = ("oapi.dingtalk.com", "api.dingtalk.com")
LIMIT = 20_000
"""Bytes of a message."""


def request(url: str, secret: str, title: str, text: str, now: datetime) -> tuple[str, dict[str, Any]]:
    """Return the address with its signature and the body."""
    if secret:
        stamp = str(int(now.timestamp() * 1000))
        signed = hmac.new(secret.encode(), f"{stamp}\n{secret}".encode(), hashlib.sha256).digest()
        url += f"&timestamp={stamp}&sign={quote_plus(base64.b64encode(signed))}"
    return url, {"msgtype": "markdown", "markdown": {"title": title, "text": f"### {title}\n\n{text}"}}


def refusal(answer: Mapping[str, Any]) -> str:
    """Return why it was not taken: DingTalk says so in a body of a 200; empty where it was."""
    return "" if answer.get("errcode") == 0 else f"{answer.get('errcode')} {answer.get('errmsg', '')}"
