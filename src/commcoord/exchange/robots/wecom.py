"""WeCom 企业微信: Markdown of at most 4,096 bytes; the key in the address is all that protects it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

HOSTS = ("qyapi.weixin.qq.com",)
LIMIT = 4096
"""Bytes of a message in UTF-8; WeCom refuses a longer one (developer.work.weixin.qq.com, 群机器人配置说明)."""


def request(url: str, secret: str, title: str, text: str, now: datetime) -> tuple[str, dict[str, Any]]:
    """Return the address and the body; there is nothing to sign with."""
    _ = secret, now
    return url, {"msgtype": "markdown", "markdown": {"content": f"### {title}\n{text}"}}


def refusal(answer: Mapping[str, Any]) -> str:
    """Return why it was not taken: WeCom says so in a body of a 200; empty where it was."""
    return "" if answer.get("errcode") == 0 else f"{answer.get('errcode')} {answer.get('errmsg', '')}"
