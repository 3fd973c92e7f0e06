"""The fast commands stay fast: nobody waits for a library that a command does not use.

One line of the table: the arguments, and the modules that must not have been imported when the command is done.
"""

import os
import subprocess
import sys

import pytest

from commcoord.store.shipped import put_example

PARSER = {"typer", "pydantic", "rich"}
READERS = {"ruamel", "yaml_rs", "jinja2", "sqlite3"}
OFFICE = {"openpyxl", "xlsxwriter", "docx", "icalendar"}
CALENDARS = {"chinese_calendar", "holidays"}
METADATA = {"importlib.metadata", "importlib_metadata"}

EVERYTHING = PARSER | READERS | OFFICE | CALENDARS | METADATA

MUST_NOT_IMPORT = [
    ("--version", EVERYTHING | {"gettext", "pathlib"}),
    ("--help", EVERYTHING),
    ("--lang zh-Hans --help", EVERYTHING),
    ("when --help", EVERYTHING - {"typer"}),
]

RUN = """
import os, sys
from commcoord.__main__ import main
first, leave = os.getpid(), os._exit
os._exit = lambda code: sys.exit(code) if os.getpid() == first else leave(code)
try:
    main()
except SystemExit as end:
    assert end.code in (None, 0, 1)
finally:
    sys.stderr.write("\\n".join(sys.modules))
"""


def modules_after(arguments: str) -> tuple[str, set[str]]:
    """Run commcoord in a process of its own; return what it answered and which modules it had imported."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments.split()],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    imported = set(done.stderr.splitlines())
    assert "commcoord" in imported
    return done.stdout, imported


@pytest.mark.parametrize(("arguments", "unwanted"), MUST_NOT_IMPORT)
def test_a_command_imports_nothing_that_it_does_not_use(arguments, unwanted):
    answer, imported = modules_after(arguments)

    assert answer
    assert imported & unwanted == set()


FROM_ROWS = [
    "list",
    "list plan --who 张伟 --json",
    "search 物流",
    "today 张伟 --json",
    "status",
    "trace minutes-20231020-7qk2",
    "followup",
    "followup --who 张伟 --json",
]
READING = {
    "typer",
    "pydantic",
    "ruamel",
    "yaml_rs",
    "jinja2",
    "rich",
    "chinese_calendar",
    "dataclasses",
    "subprocess",
}


FROM_FEW_FILES = [
    "show minutes-20231020-7qk2",
    "show minutes-20231020-7qk2 --json",
    "show 7qk2 --lang zh-Hans",
]


@pytest.fixture(scope="module")
def known_company(tmp_path_factory):
    """The example company, with an index that says how it is."""
    root = tmp_path_factory.mktemp("startup") / "company"
    put_example(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "COMMCOORD_NOW", "2023-12-29 17:00")
        modules_after(f"-C {root} list")
        modules_after(f"-C {root} search 物流")
        yield root


@pytest.mark.parametrize("arguments", FROM_ROWS)
def test_what_answers_from_rows_reads_no_record(known_company, arguments):
    answer, imported = modules_after(f"-C {known_company} {arguments}")

    assert answer
    assert imported & READING == set()


@pytest.mark.parametrize("arguments", FROM_FEW_FILES)
def test_what_answers_from_few_files_waits_for_no_model(known_company, arguments):
    answer, imported = modules_after(f"-C {known_company} {arguments}")

    assert answer
    assert imported & (READING - {"yaml_rs", "chinese_calendar"}) == set()


def test_a_check_waits_for_no_rule_where_nothing_changed_and_for_no_model_after_an_edit(tmp_path):
    root = tmp_path / "company"
    put_example(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "COMMCOORD_NOW", "2023-12-29 17:00")
        first, _imported = modules_after(f"-C {root} check --json")
        for path in root.rglob("*.yaml"):
            os.utime(path, (0, 0))
        modules_after(f"-C {root} check --json")
        again, imported = modules_after(f"-C {root} check --json")
        record = next(root.rglob("minutes-20231020-7qk2.yaml"))
        record.write_text(record.read_text("utf-8").replace("title: ", "title: 新的"), "utf-8")
        edited, besides = modules_after(f"-C {root} check --json")

    assert first == again
    assert imported & (READING - {"dataclasses"} | {"commcoord.rules.judge", "commcoord.judging"}) == set()
    assert "commcoord.rules.judge" in besides
    assert besides & {"typer", "pydantic", "ruamel", "jinja2", "rich", "subprocess"} == set()
    assert edited.count('"rule"') == first.count('"rule"')
