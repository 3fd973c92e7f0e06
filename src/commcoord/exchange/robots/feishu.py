"""Feishu 飞书 (Lark): a card with Markdown, signed in the body (open.feishu.cn, custom bot guide)."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any

HOSTS = ("open.feishu.cn", "open.larksuite.com")
LIMIT = 18_000
"""Bytes of a message; a whole request has at most 20 kB."""


def request(url: str, secret: str, title: str, text: str, now: datetime) -> tuple[str, dict[str, Any]]:
    """Return the address and the body; the time and the secret are the key of the signature, over nothing."""
    body: dict[str, Any] = {
        "msg_type": "interactive",
        "card": {
            "header": {"title": {"tag": "plain_text", "content": title}},
            "elements": [{"tag": "markdown", "content": text}],
        },
    }
    if secret:
        stamp = str(int(now.timestamp()))
        signed = hmac.new(f"{stamp}\n{secret}".encode(), b"", hashlib.sha256).digest()
        body = {"timestamp": stamp, "sign": base64.b64encode(signed).decode()} | body
    return url, body


def refusal(answer: Mapping[str, Any]) -> str:
    """Return why it was not taken; empty where it was: `code`, in older answers `StatusCode`, is 0."""
    code = answer.get("code", answer.get("StatusCode"))
    return "" if code == 0 else f"{code} {answer.get('msg', answer.get('StatusMessage', ''))}"
