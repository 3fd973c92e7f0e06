"""Completion in real shells on a real terminal, over records that try to run commands.

bash is everywhere; zsh and fish are tried where they are installed. PowerShell's script is only looked at.
"""

import os
import shutil
import sys
from pathlib import Path

import pexpect
import pytest

HOSTILE = "$(touch PWNED) `touch PWNED` '; touch PWNED; ' \" && touch PWNED # \\$(touch PWNED) %F{red} ~ !! <(touch PWNED)"
STARTING = {
    "bash": ("bash", ["--norc", "--noprofile", "-i"], 'PS1="READY> "; eval "$(commcoord completion bash)"'),
    "zsh": ("zsh", ["-f", "-i"], 'PS1="READY> "; source <(commcoord completion zsh)'),
    "fish": (
        "fish",
        ["--no-config", "-i"],
        "function fish_prompt; echo -n 'READY> '; end; commcoord completion fish | source",
    ),
}
INSTALLED = [name for name in STARTING if name == "bash" or shutil.which(name)]


@pytest.fixture
def hostile(repository):
    """A repository whose titles, names and file names want to be run."""
    folder = repository.root / "records/2023Q4/minutes"
    folder.mkdir(parents=True)
    quoted = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    record = f'kind: minutes\nid: minutes-20231020-7qk2\ntitle: "{quoted}"\nscenario: routine\nstep: hold\ndate: 2023-10-20\n'
    actions = f'actions:\n  - {{id: a-3f9k, what: "{quoted}", owner: 张伟, due: 2023-10-22}}\n'
    (folder / "minutes-20231020-7qk2.yaml").write_text(record + actions, encoding="utf-8")
    for name in ("$(touch PWNED).yaml", "`touch PWNED`.yaml", "minutes-20231020-$(touch PWNED).yaml"):
        (folder / name).write_text(record.replace("7qk2", "zzzz"), encoding="utf-8")
    settings = repository.root / "commcoord.yaml"
    settings.write_text(
        settings.read_text("utf-8").replace(
            "people:\n", f'people:\n  - {{name: "{quoted}", department: "{quoted}"}}\n'
        ),
        encoding="utf-8",
    )
    return repository.root


@pytest.fixture(params=INSTALLED)
def shell(request, hostile):
    """A shell in that repository with completion loaded, waiting for keys."""
    program, arguments, start = STARTING[request.param]
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(hostile), "TERM": "xterm",
        "LC_ALL": "C.UTF-8", "COMMCOORD_LANG": "en", "HISTFILE": "",
    }  # fmt: skip
    child = pexpect.spawn(
        program,
        arguments,
        cwd=str(hostile),
        env=environment,
        encoding="utf-8",
        timeout=30,
        dimensions=(40, 200),
    )
    child.delaybeforesend = 0.2
    child.sendline(start)
    child.expect("READY> ")
    child.sendline("echo LOADED-$(echo yes)")
    child.expect("LOADED-yes")
    child.expect("READY> ")
    yield child
    child.close(force=True)


def completed(shell, typed, expected):
    """Type a line, press TAB, and wait until the whole line is as expected."""
    shell.send(typed)
    shell.send("\t")
    shell.send("\x01")  # to the beginning of the line
    shell.send("echo RESULT: ")
    shell.send("\r")
    shell.expect_exact(f"RESULT: {expected}")


def test_ids_people_and_commands_are_completed_and_nothing_is_run(shell, hostile):
    completed(shell, "commcoord foll", "commcoord followup")
    completed(shell, "commcoord show minu", "commcoord show minutes-20231020-7qk2")
    completed(shell, "commcoord done ", "commcoord done a-3f9k")
    completed(shell, "commcoord followup --who 李", "commcoord followup --who 李娜")
    shell.send("commcoord followup --who \t\t")  # a list of everything that there is
    shell.send("\x15")  # forget the line
    shell.send("commcoord show $(touch PWNED\t\t")
    shell.send("\x15")  # forget the line
    completed(shell, "commcoord explain CC10", "commcoord explain CC10")

    assert list(hostile.rglob("PWNED*")) == []


def test_powershells_script_evaluates_nothing(repository):
    script = repository("completion", "powershell").out

    assert "Register-ArgumentCompleter -Native -CommandName commcoord" in script
    assert "Invoke-Expression" not in "".join(
        line for line in script.splitlines() if not line.startswith("#")
    )
    assert "Set-ExecutionPolicy" not in script


def test_an_unknown_shell_is_wrong_use(repository):
    assert "bash, zsh, fish, powershell" in repository("completion", "tcsh", code=2).err
