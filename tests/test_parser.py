"""`--help` and complaints in the language in use: no word of the parser is left in English."""

import re
from typing import Annotated

import pytest
import typer

from commcoord import cli
from commcoord.language import messages
from commcoord.parser import Command, Group, complaint, page

OURS = {"commcoord", "new", "show", "help", "title", "days", "KIND", "DAYS", "x"}


def tiny() -> typer.Typer:
    """A program with one of everything that typer has words for."""
    app = typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False)

    @app.callback()
    def main() -> None:
        """一个小程序。"""

    @app.command(cls=Command)
    def new(
        kind: Annotated[str, typer.Argument(metavar="KIND")],
        title: Annotated[str, typer.Option(metavar="文字", help="标题")],
        days: Annotated[int, typer.Option(metavar="天数", envvar="DAYS", min=1)] = 3,
    ) -> None:
        """新建"""

    @app.command(cls=Command)
    def show() -> None:
        """查看"""

    return app


def answer(capsys, *arguments: str) -> str:
    """What somebody sees who types these arguments."""
    try:
        tiny()(arguments, standalone_mode=False, prog_name="commcoord")
    except typer.TyperException as error:
        return complaint(error)
    return capsys.readouterr().out


@pytest.fixture(params=["zh-Hans", "zh-Hant"])
def chinese(request):
    messages.use(request.param)
    yield request.param
    messages.use("en")


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    "arguments",
    ["--help", "new --help", "", "nwe", "foo", "new", "new KIND --title", "new KIND --titel x",
     "new KIND --title x --days x", "new KIND --title x --days 0", "show x"],
)  # fmt: skip
def test_no_english_word_of_the_parser_is_left(capsys, arguments):
    said = answer(capsys, *arguments.split())

    assert re.search(r"[\u4e00-\u9fff]", said)
    assert set(re.findall(r"[A-Za-z]+", said)) <= OURS | set(arguments.replace("-", " ").split())


def test_a_help_page_in_chinese(capsys):
    messages.use("zh-Hans")

    said = answer(capsys, "new", "--help")

    messages.use("en")
    assert said == (
        "用法：commcoord new [选项] {KIND}\n\n"
        "  新建\n\n"
        "参数：\n"
        "  KIND  [必填]\n\n"
        "选项：\n"
        "  --title 文字  标题 [必填]\n"
        "  --days 天数   [环境变量：DAYS; 默认：3; x>=1]\n"
        "  --help        显示这份说明，然后退出。\n"
    )


def test_a_long_explanation_stays_in_its_column(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    app = typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False)

    @app.command(cls=Command)
    def new(
        departments_that_must_hear: Annotated[str, typer.Option(metavar="文字", help="谁该知道，" * 8)] = "",
        on: Annotated[str, typer.Option(metavar="日期", help="day")] = "",
    ) -> None:
        """Keeps a record of what was said to whom, and by when it must be answered."""

    app(["--help"], standalone_mode=False, prog_name="new")

    assert capsys.readouterr().out == (
        "Usage: new [OPTIONS]\n\n"
        "  Keeps a record of what was said to whom, and by when it\n"
        "  must be answered.\n\n"
        "Options:\n"
        "  --departments-that-must-hear 文字\n"
        "                                  谁该知道，谁该知道，谁该\n"
        "                                  知道，谁该知道，谁该知\n"
        "                                  道，谁该知道，谁该知道，\n"
        "                                  谁该知道，\n"
        "  --on 日期                       day\n"
        "  --help                          Show this message and\n"
        "                                  exit.\n"
    )


def test_options_stand_under_the_heading_that_they_name(capsys):
    app = typer.Typer(cls=Group, rich_markup_mode=None, add_completion=False)

    @app.command(cls=Command)
    def new(
        title: Annotated[str, typer.Option(metavar="X")] = "",
        lang: Annotated[str, typer.Option(metavar="X", rich_help_panel="Options of every command")] = "",
    ) -> None:
        """Makes a record."""

    app(["--help"], standalone_mode=False, prog_name="new")

    assert capsys.readouterr().out.endswith(
        "Options:\n  --title X\n  --help     Show this message and exit.\n\nOptions of every command:\n  --lang X\n"
    )


def test_a_complaint_in_english(capsys):
    assert answer(capsys, "new", "KIND", "--titel", "x") == (
        "Usage: commcoord new [OPTIONS] {KIND}\n"
        "Try 'commcoord new --help' for help.\n\n"
        "Error: No such option: --titel (Possible options: --help, --title)"
    )


def test_a_group_without_a_command_says_what_is_missing(capsys):
    assert "Missing command." in answer(capsys)


def test_a_page_is_the_docstring_of_a_command():
    assert page("What is to be achieved.\n\nAs a result,\nnot as a topic.\n") == (
        "What is to be achieved.\n\nAs a result,\nnot as a topic."
    )


def test_a_page_in_chinese_has_its_summary_and_its_paragraphs_in_chinese():
    messages.use("zh-Hans")
    said = page("Options\n\nCommands")
    messages.use("en")
    assert said == "选项\n\n命令"


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--bogus"], 2, "No such option: --bogus"),
        (["-V"], 2, "No such option: -V"),
        (["--as-of"], 2, "Option --as-of requires an argument."),
        (["--lang"], 2, "Option --lang requires an argument."),
        (["-q"], 2, ""),
        (["--as-of", "2023-10-20"], 2, ""),
        ([], 2, ""),
        (["--help"], 0, ""),
        (["help"], 0, ""),
        (["-q", "-h"], 0, ""),
    ],
)
def test_without_a_command_only_a_call_for_help_is_right(capsys, monkeypatch, options, code, said):
    monkeypatch.setenv("COMMCOORD_LANG", "en")
    ended = cli.run(options)
    answer = capsys.readouterr()

    assert ended == code
    assert answer.err == (f"error: {said}\n" if said else "")
    assert answer.out.startswith("Usage: commcoord [OPTIONS] COMMAND") is not bool(said)
