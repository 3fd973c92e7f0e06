"""What the tests of whole commands share: a records repository of their own, and a way to call the program in it."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from commcoord import cli
from commcoord.language import messages
from commcoord.store import setup
from commcoord.store.shipped import put_example

# A machine that others use too is no fault of what is tested.
settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")

# What a shell starts in the background ignores Ctrl-C, and what `nohup` starts that its terminal was closed; so would
# everything that is tested for them.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

EXAMPLE_DAY = "2023-12-29 17:00"


@dataclass
class Answer:
    """What a call of the program left behind."""

    code: int
    out: str
    err: str


class Program:
    """The program, called in a records repository as a person would on a command line."""

    def __init__(self, root: Path, capsys, monkeypatch) -> None:
        self.root = root
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: str, now: str = "", lang: str = "en", code: int | None = 0) -> Answer:
        if now:
            self._monkeypatch.setenv("COMMCOORD_NOW", now)
        self._monkeypatch.setenv("COMMCOORD_LANG", lang)
        self._monkeypatch.setenv("COMMCOORD_TRACEBACK", "1")
        self._capsys.readouterr()
        ended = cli.run(["-C", str(self.root), *arguments])
        messages.use("en")
        said = self._capsys.readouterr()
        answer = Answer(ended, said.out, said.err)
        if code is not None:
            assert ended == code, f"{arguments}: exit {ended}\n{answer.out}\n{answer.err}"
        return answer

    def file(self, path: str) -> str:
        """Return the text of a file of the repository."""
        return (self.root / path).read_text(encoding="utf-8")


SETTINGS = """\
version: 1
organisation: 远航家电
language: zh-Hans
timezone: Asia/Shanghai
calendar: CN
departments: [市场部, 产品部, 销售部, 客服部, 物流部, Marketing, Product, Sales]
people:
  - {name: 张伟, department: 市场部, title: 经理, email: zhangwei@example.com}
  - {name: 李娜, department: 产品部, email: lina@example.com}
  - {name: 王强, department: 销售部, email: wangqiang@example.com}
  - {name: 赵敏, department: 客服部, email: zhaomin@example.com}
  - {name: Ann Lee, department: Marketing, title: manager, email: ann@example.com}
  - {name: Ben Cole, department: Product, email: ben@example.com}
  - {name: Cara Diaz, department: Sales, email: cara@example.com}
categories: {物流延迟: 物流部, 响应迟缓: 客服部, slow answer: Sales}
"""


@pytest.fixture(autouse=True)
def english():
    """Give each test the language that the program has before anybody chooses one, whatever the last one chose."""
    messages.use("en")


@pytest.fixture
def repository(tmp_path, capsys, monkeypatch):
    """An empty records repository with a directory of people in both languages."""
    root = tmp_path / "company"
    root.mkdir()
    (root / "commcoord.yaml").write_text(SETTINGS, encoding="utf-8")
    for _sentence in setup.made(root, ""):
        pass
    return Program(root, capsys, monkeypatch)


@pytest.fixture
def company(tmp_path, capsys, monkeypatch):
    """A copy of the example company, to be called with `now=EXAMPLE_DAY`."""
    root = tmp_path / "appliance-maker"
    put_example(root)
    for _sentence in setup.made(root, ""):
        pass
    monkeypatch.setenv("COMMCOORD_NOW", EXAMPLE_DAY)
    return Program(root, capsys, monkeypatch)


PERSON = {
    "GIT_AUTHOR_NAME": "张伟",
    "GIT_AUTHOR_EMAIL": "zhangwei@example.com",
    "GIT_COMMITTER_NAME": "张伟",
    "GIT_COMMITTER_EMAIL": "zhangwei@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


@pytest.fixture
def person(monkeypatch):
    """Whoever commits with git, deaf to the settings of whoever runs the tests."""
    for name, value in PERSON.items():
        monkeypatch.setenv(name, value)
