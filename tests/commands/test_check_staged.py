"""`commcoord check --staged`, alone and called by pre-commit."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.test_check import PLACE, PLAN

NOW = "2023-10-19 09:00"
CHINESE = "records/2023Q4/plan/计划 一.yaml"
HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"


@pytest.fixture
def staged(repository, monkeypatch):
    """A repository under git, a way to write and stage, and a way to check what is staged."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ann Lee")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ann@example.com")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)

    def check(*arguments, code=1):
        return json.loads(repository("check", "--staged", "--json", *arguments, now=NOW, code=code).out)

    def write(path, text):
        place = repository.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def git(*arguments, check=True):
        return subprocess.run(
            ["git", *arguments], cwd=repository.root, check=check, capture_output=True, encoding="utf-8"
        )

    check.root, check.write, check.git, check.run = repository.root, write, git, repository
    return check


def test_only_what_is_staged_is_checked(staged):
    staged.write(PLACE, PLAN)

    assert staged(code=0) == []
    staged.git("add", PLACE)
    assert [one["rule"] for one in staged()] == ["CC102", "CC103"]
    staged.git("commit", "-qm", "plan")
    assert staged(code=0) == []


def test_the_index_counts_and_not_the_folder(staged):
    staged.write(PLACE, PLAN)
    staged.git("add", PLACE)
    staged.write(PLACE, PLAN.replace("讨论预算 ", "定下预算").replace("预算分配]", "预算分配, 分工]"))

    found = staged()
    assert [(one["rule"], one["line"], one["column"]) for one in found] == [("CC102", 7, 7), ("CC103", 8, 1)]
    (staged.root / PLACE).unlink()
    assert staged() == found


def test_links_lead_to_what_is_committed_or_staged(staged):
    staged.write(PLACE, PLAN.replace("goal: ", "links: [task-20231018-m4x9]\ngoal: "))
    staged.write(
        "records/2023Q4/task/task-20231018-m4x9.yaml",
        PLAN.replace("plan-20231020-7qk2", "task-20231018-m4x9"),
    )
    staged.git("add", PLACE)

    assert "CC004" in [one["rule"] for one in staged()]
    staged.git("add", "records")
    assert "CC004" not in [one["rule"] for one in staged()]


def test_chinese_names_and_spaces_are_whole(staged):
    staged.write(CHINESE, PLAN)
    staged.git("add", ".")

    assert {one["path"] for one in staged("--select", "CC006", code=0)} == {CHINESE}


def test_settings_are_those_that_are_staged(staged):
    settings = staged.root / "commcoord.yaml"
    settings.write_text(settings.read_text("utf-8") + "rules: {ignore: [CC102]}\n", "utf-8")
    staged.write(PLACE, PLAN)
    staged.git("add", ".")
    settings.write_text(settings.read_text("utf-8").replace("[CC102]", "[]"), "utf-8")

    assert [one["rule"] for one in staged(code=0)] == ["CC103"]


def test_paths_choose_among_what_is_staged(staged):
    staged.write(PLACE, PLAN)
    staged.git("add", ".")

    assert staged("records/2023Q4/plan", code=1)
    assert staged("templates", code=0) == []


def test_what_is_staged_is_not_mended(staged):
    assert (
        "--fix mends what lies in the folder" in staged.run("check", "--staged", "--fix", now=NOW, code=2).err
    )


def commit_with_hook(staged, config, *, where="."):
    (staged.root / where / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(staged.root.parent / "pre-commit"),
        "COMMCOORD_LANG": "en",
        "COMMCOORD_NOW": NOW,
    }
    run = [sys.executable, "-m", "pre_commit"]
    top = (staged.root / where).resolve()
    subprocess.run([*run, "install"], cwd=top, check=True, capture_output=True, env=os.environ | environment)
    subprocess.run(["git", "add", "-A"], cwd=top, check=True)
    return subprocess.run(
        ["git", "commit", "-qm", "records"],
        cwd=top,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
    )


def as_local(hook_id: str, entry: str = "") -> str:
    """Return the configuration of one of our hooks, with the program that is installed: no network is needed."""
    hook = HOOKS.read_text("utf-8").split(f"- id: {hook_id}\n")[1].split("- id:")[0]
    hook = hook.replace("language: python", "language: system")
    lines = "".join(f"      {line}\n" for line in hook.splitlines())
    config = f"repos:\n  - repo: local\n    hooks:\n      - id: {hook_id}\n{lines}"
    return config.replace("entry: commcoord", entry or "entry: commcoord")


def test_pre_commit_refuses_a_commit_with_an_error_and_lets_the_mended_one_pass(staged):
    staged.write(CHINESE, PLAN)
    config = as_local("commcoord-check")
    refused = commit_with_hook(staged, config)

    assert refused.returncode == 1
    assert f"{CHINESE}:7:7: CC102 goal-without-result" in refused.stdout + refused.stderr

    staged.write(CHINESE, PLAN.replace("讨论预算 ", "定下预算 "))
    passed = commit_with_hook(staged, config)
    assert passed.returncode == 0, passed.stdout + passed.stderr


@pytest.mark.parametrize(
    ("hook", "entry"), [("commcoord-check", "entry: commcoord -C company"), ("commcoord-fix", "")]
)
def test_pre_commit_finds_records_in_a_folder_of_the_repository(staged, hook, entry):
    above = staged.root.parent
    for path in (staged.root / ".git").rglob("*"):
        path.chmod(0o700)
    (staged.root / ".git").rename(above / "old-git")
    subprocess.run(["git", "init", "-q", above], check=True)
    (above / ".gitignore").write_text("/old-git/\n/pre-commit/\n", encoding="utf-8")
    staged.write(PLACE, PLAN)
    refused = commit_with_hook(staged, as_local(hook, entry).replace("stages: [manual]", ""), where="..")

    assert refused.returncode == 1
    assert f"{PLACE}:7:7: CC102" in refused.stdout + refused.stderr


def test_the_published_hooks_are_what_pre_commit_reads():
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS)],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stdout
