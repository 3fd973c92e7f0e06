"""What goes wrong at the edge: one clear sentence, the exit code of the contract, and nothing typed is lost."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import EXAMPLE_DAY


def test_no_repository(repository, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    refused = repository("-C", str(elsewhere), "list", code=3)

    assert "commcoord init" in refused.err


def test_a_folder_that_is_not_there(repository):
    assert "no folder" in repository("-C", "nowhere", "list", code=3).err


@pytest.mark.parametrize(
    "command", [["list"], ["check"], ["new", "plan", "--title", "x", "--scenario", "routine"]]
)
def test_a_folder_beside_is_not_the_one_that_a_call_stands_in(repository, monkeypatch, command):
    (repository.root / "../beside").mkdir()
    monkeypatch.chdir(repository.root)

    assert "commcoord init" in repository("-C", "../beside", *command, code=3).err
    assert not list(repository.root.glob("records/*/*/*.yaml"))


def test_a_link_to_a_folder_leads_to_the_repository_around_that(company, tmp_path):
    (tmp_path / "link").symlink_to(company.root / "records", target_is_directory=True)

    assert company("-C", str(tmp_path / "link"), "list").out == company("list").out


def test_a_folder_beside_does_not_speak_the_language_of_this_one(company, monkeypatch):
    (company.root / "../beside").mkdir()
    monkeypatch.chdir(company.root)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    assert "error:" in company("-C", "../beside", "list", lang="", code=3).err


def test_the_last_of_several_languages_is_spoken(company):
    assert "条记录" in company("--lang", "en", "status", "--lang", "zh-Hans").out
    assert "条记录" not in company("--lang=zh-Hans", "status", "--lang=en").out


@pytest.mark.parametrize("quiet", ["--quiet", "-q"])
@pytest.mark.parametrize("command", [["list"], ["search", "推广"], ["status"], ["check"], ["followup"]])
def test_who_wants_quiet_hears_no_talk(company, command, quiet):
    assert not company(*command, quiet, code=None).err
    assert not company(quiet, *command, code=None).err


def test_an_unknown_record(company):
    assert "nowhere-to-be-found" in company("show", "nowhere-to-be-found", code=2).err


def test_an_ambiguous_name_lists_the_candidates(company):
    refused = company("show", "新品推广", code=2)

    assert refused.err.count("20231020") >= 2


def test_a_record_is_found_in_every_way(company):
    ways = (
        "minutes-20231020-7qk2",
        "7qk2",
        "minutes-20231020-7q",
        "records/2023Q4/minutes/minutes-20231020-7qk2.yaml",
    )
    found = {json.loads(company("show", way, "--json").out)["id"] for way in ways}

    assert found == {"minutes-20231020-7qk2"}


@pytest.mark.parametrize(
    "spoilt", [lambda text: text + "脏\n", lambda text: text.replace("\nstep: ", "\nstep: x")]
)
@pytest.mark.parametrize(
    "words", [("progress", "a-61sg", "三"), ("done", "61sg"), ("hold", "y6db", "--leftover", "61sg")]
)
def test_an_item_in_a_file_that_cannot_be_read_names_the_file(company, spoilt, words):
    path = next(
        one for one in company.root.glob("records/*/minutes/*") if "id: a-61sg" in one.read_text("utf-8")
    )
    path.write_text(spoilt(path.read_text("utf-8")), encoding="utf-8")

    assert path.name in company(*words, code=3).err
    assert "a-zzzz" in company("progress", "a-zzzz", "三", code=2).err


@pytest.mark.parametrize(
    "words", [("list",), ("list", "--json"), ("search", "推广"), ("export", "--to", "json")]
)
def test_files_that_cannot_be_read_are_counted_beside_a_list(company, words):
    before = company(*words)
    (company.root / "records/2023Q4/plan/plan-20231101-aaaa.yaml").write_bytes(b"- a\n")
    after = company(*words)

    assert after.out == before.out
    assert "cannot be read" not in before.err
    assert "1 file cannot be read" in after.err


def test_an_unknown_command_names_the_nearest(repository):
    assert "followup" in repository("folowup", code=2).err


def test_an_unknown_option_is_wrong_use(repository):
    assert "--tilte" in repository("new", "plan", "--tilte", "x", code=2).err


def test_an_unknown_language_is_wrong_use(repository):
    assert "zh-Hans" in repository("--lang", "fr", "list", code=2).err


def test_a_time_that_is_none_is_wrong_use(repository):
    assert "yesterdayish" in repository("--as-of", "yesterdayish", "list", code=2).err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"kind: plan\n\ttitle: x\n", "tab"),
        (b"kind: plan\nkind: plan\n", "kind"),
        (b"kind: &a plan\n", "anchor"),
        (b"<<<<<<< ours\nkind: plan\n=======\nkind: task\n>>>>>>> theirs\n", "conflict"),
        ("kind: plan\ntitle: 新品\n".encode("gbk"), "GBK"),
        (b"kind: plan\ntitle: \xff\xfe\n", "UTF-8"),
        (b"- a\n- b\n", ""),
        (b"", ""),
    ],
)
def test_an_unreadable_file_is_named_and_the_others_are_served(company, content, said):
    path = company.root / "records/2023Q4/plan/plan-20231101-aaaa.yaml"
    path.write_bytes(content)
    listed = json.loads(company("list", "--json", now=EXAMPLE_DAY).out)
    refused = company("show", "plan-20231101-aaaa", code=3)

    assert len(listed) > 40
    assert "plan-20231101-aaaa.yaml:" in refused.err
    assert said in refused.err
    assert path.read_bytes() == content


def test_a_wrong_field_is_told_and_the_rest_is_still_served(company):
    path = company.root / "records/2023Q4/minutes/minutes-20231020-7qk2.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("chair:", "chiar:"), encoding="utf-8")
    shown = json.loads(company("show", "minutes-20231020-7qk2", "--json", now=EXAMPLE_DAY).out)

    assert shown["actions"]


FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from commcoord.cli import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of this kind")
def test_a_full_disk_keeps_the_old_file_and_shows_what_was_typed(repository):
    made = json.loads(
        repository(
            "new", "plan", "--title", "Launch", "--scenario", "routine", "--json", now="2023-10-20 09:00"
        ).out
    )
    before = repository.file(made["path"])
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            FULL,
            "-C",
            str(repository.root),
            "goal",
            made["id"],
            "--goal",
            "Settle the budget",
        ],
        env={
            "PATH": os.environ["PATH"],
            "COMMCOORD_LANG": "en",
            "LANG": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1",  # a compiled file that is cut short would break whoever comes next
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 3
    assert "Settle the budget" in done.stderr
    assert "Traceback" not in done.stderr
    assert repository.file(made["path"]) == before


def test_text_of_a_record_never_reaches_the_terminal_as_a_command(repository):
    title = "\\x1b]52;c;ZXZpbA==\\x07 [bold]:warning:[/bold]"
    made = repository(
        "new", "plan", "--set", f'title="{title}"', "--scenario", "routine", code=None, now="2023-10-20 09:00"
    )
    listed = repository("list")

    assert "\x1b" not in made.out + made.err + listed.out + listed.err


@pytest.mark.parametrize(
    "command", [["list"], ["show", "7qk2"], ["search", "物流"], ["status"], ["trace", "7qk2"]]
)
def test_an_answer_in_a_pipe_has_neither_colours_nor_drawings(company, command):
    answer = company(*command, now=EXAMPLE_DAY)

    assert answer.out
    assert not any(mark in answer.out for mark in ("\x1b", "│", "─", "┃"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("new", "plan", "--title", "x"),
            "场景有：部门间协作（cross-department）、跨层级同步（cross-level）",
        ),
        (
            ("new", "plan", "--title", "x", "--scenario", "外星"),
            "应为以下之一：部门间协作（cross-department）、",
        ),
        (("list", "--scenario", "外星"), "不在可选范围内：部门间协作（cross-department）、"),
        (("followup", "--scenario", "外星"), "部门间协作（cross-department）、"),
        (("prepare", "年货节方案", "--material", "x（外星）"), "应为以下之一：背景资料（background）、"),
        (("channel", "年货节方案", "--means", "传真"), "应为以下之一：电话（phone）、即时消息（im）、"),
    ],
)
def test_in_chinese_a_word_of_the_files_is_named_with_what_it_is_called(company, arguments, told):
    assert told in company(*arguments, lang="zh-Hans", code=2).err


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_search_without_a_hit_is_an_answer_of_no(company, form):
    assert "推广" in company("search", "推广", *form).out
    assert "nowhere-to-be-found" not in company("search", "nowhere-to-be-found", *form, code=1).out


def test_one_open_item_is_told_as_one(repository):
    made = json.loads(repository("new", "plan", "--title", "x", "--scenario", "routine", "--json").out)
    repository("goal", made["id"], "--action", "Deliver the list @Cara Diaz !2023-10-22", code=None)

    assert "1 open item, " in repository("status").out


def test_a_wrong_setting_names_the_schema_of_the_settings(repository):
    path = repository.root / "commcoord.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")

    assert "commcoord schema settings" in repository("check", code=1).out
