"""`today`: a person's morning."""

import json
import os
import pty
import select
import subprocess
import sys

import pytest


def morning(company, *arguments, **values):
    return json.loads(company("today", "--json", *arguments, **values).out)


def test_it_has_the_meetings_and_the_list_of_one_person(company):
    answer = morning(company, "徐丽", now="2023-12-29 08:30")

    assert [one["record"] for one in answer["meetings"]] == ["plan-20231229-g8mw"]
    assert answer["items"] == json.loads(company("followup", "--who", "徐丽", "--json").out)["items"]


def test_a_meeting_is_there_once_though_it_has_minutes(company):
    answer = morning(company, "张伟", now="2023-10-20 08:30")

    assert [one["record"] for one in answer["meetings"]] == ["plan-20231020-m4x9"]


def test_without_a_name_it_is_gits_user(company, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.name")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "徐丽")

    assert morning(company)["who"] == "徐丽"


@pytest.mark.parametrize(
    ("written", "name"), [("徐丽".encode(), "徐丽"), ("徐丽".encode("gb18030"), ""), (b"", "")]
)
def test_gits_user_is_read_as_utf_8_whatever_the_system_writes(tmp_path, written, name):
    """On Chinese Windows a program would take it for GBK, and where no language is set up for ASCII."""
    (tmp_path / "settings").write_bytes(b"[user]\n name = " + written + b"\n")
    asked = f"from commcoord.session import Session; print(ascii(Session(Path({str(tmp_path)!r})).caller))"
    environment = {"GIT_CONFIG_GLOBAL": str(tmp_path / "settings"), "LC_ALL": "C"}
    environment |= {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    (tmp_path / "commcoord.yaml").write_text("version: 1\n")
    done = subprocess.run(
        [sys.executable, "-c", f"from pathlib import Path; {asked}"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.stderr) == (f"{name!a}\n", "")


def test_an_unknown_name_is_wrong_use(company):
    assert "孙浩" in company("today", "孙号", code=2).err


def test_in_a_pipe_it_is_columns(company):
    lines = company("today", "徐丽", now="2023-12-29 08:30").out.splitlines()

    assert lines[0].split("\t")[:2] == ["meeting", "plan-20231229-g8mw"]
    assert all("\t" in line for line in lines)


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("columns", [60, 80])
def test_on_a_screen_it_fits_and_no_id_is_cut(company, language, columns):
    from commcoord.language.widths import width

    text = _on_screen(company, language, 14, columns)
    lines = text.splitlines()

    assert len(lines) <= 13
    assert max(map(width, lines)) <= columns
    assert "m-2z6n" in text
    assert "plan-20231229-g8mw" in text


def test_what_a_screen_has_no_room_for_is_named_by_the_list_of_the_same_person(company):
    assert "1 more: commcoord followup --who '徐丽'\n" in _on_screen(company, "en", 8, 80)


def _on_screen(company, language, height, columns):
    import fcntl
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", height, columns, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
    environment |= {
        "COMMCOORD_NOW": "2023-12-29 08:30",
        "COMMCOORD_LANG": language,
        "NO_COLOR": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    with subprocess.Popen(
        [sys.executable, "-m", "commcoord", "-C", str(company.root), "today", "徐丽"],
        stdin=follower, stdout=follower, stderr=follower, env=environment,
    ) as shown:  # fmt: skip
        os.close(follower)
        text = _read(leader)
        assert shown.wait(60) == 0
    return text.replace("\r", "")


def _read(leader):
    parts = []
    while select.select([leader], [], [], 60)[0]:
        try:
            part = os.read(leader, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        parts.append(part)
    os.close(leader)
    return b"".join(parts).decode("utf-8")
