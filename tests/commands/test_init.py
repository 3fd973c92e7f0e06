"""Making and repairing a records repository."""

import subprocess

import pytest


def test_init_makes_a_repository_and_says_what_it_did(repository, tmp_path):
    made = repository("init", str(tmp_path / "new"), "--organisation", "Acme", "--timezone", "Europe/Berlin")
    root = tmp_path / "new"

    assert made.out.strip() == str(root)
    assert "organisation: Acme" in (root / "commcoord.yaml").read_text(encoding="utf-8")
    assert "merge=commcoord" in (root / ".gitattributes").read_text(encoding="utf-8")
    assert (root / ".commcoord/schemas/minutes.json").exists()
    assert repository("-C", str(root), "new", "plan", "--title", "x", "--scenario", "routine").code == 0


def test_run_again_it_repairs_and_never_overwrites(repository, tmp_path):
    root = tmp_path / "new"
    repository("init", str(root))
    (root / "commcoord.yaml").write_text("version: 1\norganisation: Mine\n", encoding="utf-8")
    (root / ".gitignore").write_text("*.bak", encoding="utf-8")
    (root / ".commcoord/schemas/plan.json").unlink()
    repaired = repository("init", str(root))

    assert "Mine" in (root / "commcoord.yaml").read_text(encoding="utf-8")
    assert (root / ".gitignore").read_text(encoding="utf-8").splitlines() == ["*.bak", "/.commcoord/"]
    assert (root / ".commcoord/schemas/plan.json").exists()
    assert "Wrote commcoord.yaml" not in repaired.err
    assert "Nothing to do" in repository("init", str(root)).err


def test_inside_a_git_repository_it_makes_none(repository, tmp_path):
    subprocess.run(["git", "init", "-q", str(tmp_path / "git")], check=True)
    made = repository("init", str(tmp_path / "git"))

    assert "git repository" not in made.err


def test_a_rehearsal_writes_nothing(repository, tmp_path):
    root = tmp_path / "new"
    said = repository("init", str(root), "--pre-commit", "--organisation", "Acme", "--dry-run")

    assert "commcoord.yaml" in said.err
    for name in ("commcoord.yaml", ".gitattributes", ".gitignore", ".pre-commit-config.yaml"):
        assert f"--- /dev/null\n+++ b/{name}\n" in said.out
    assert "\n+organisation: Acme\n" in said.out
    assert not root.exists()


def test_a_rehearsed_repair_shows_only_what_changes(repository, tmp_path):
    root = tmp_path / "new"
    repository("init", str(root))
    assert repository("init", str(root), "--dry-run").out == ""
    (root / ".gitignore").write_text("*.bak", encoding="utf-8")

    assert repository("init", str(root), "--dry-run").out == (
        "--- a/.gitignore\n+++ b/.gitignore\n@@ -1 +1,2 @@\n"
        "-*.bak\n\\ No newline at end of file\n+*.bak\n+/.commcoord/\n"
    )
    assert (root / ".gitignore").read_text(encoding="utf-8") == "*.bak"


def test_pre_commit_is_set_up_where_asked_for(repository, tmp_path):
    root = tmp_path / "new"
    repository("init", str(root), "--pre-commit")

    assert "commcoord check --staged" in (root / ".pre-commit-config.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "typed", "told"),
    [
        ("--timezone", "Mars/X", "Write it as Asia/Shanghai."),
        ("--timezone", "北京", "Write it as Asia/Shanghai."),
        ("--timezone", "asia/shanghai", "Did you mean Asia/Shanghai"),
        ("--timezone", "Shanghai", "Did you mean Asia/Shanghai"),
        ("--timezone", "../etc/passwd", "Write it as Asia/Shanghai."),
        ("--calendar", "XX", "Write CN, another ISO country code, or none."),
        ("--calendar", "中国", "Write CN, another ISO country code, or none."),
    ],
)
def test_a_zone_or_calendar_that_is_none_is_refused(repository, tmp_path, option, typed, told):
    refused = repository("init", str(tmp_path / "new"), option, typed, code=2)

    assert f"“{typed}”" in refused.err
    assert told in refused.err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("typed", "written"), [("cn", "CN"), ("None", "none"), ("de", "DE"), ("deu", "DEU"), ("CN", "CN")]
)
def test_a_calendar_is_taken_in_small_letters_too(repository, tmp_path, typed, written):
    repository("init", str(tmp_path / "new"), "--calendar", typed)

    assert f"calendar: {written}\n" in (tmp_path / "new/commcoord.yaml").read_text(encoding="utf-8")


def test_the_systems_zone_is_taken_only_where_there_is_one_of_that_name(repository, tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "Mars/X")
    repository("init", str(tmp_path / "new"))

    assert "timezone: UTC\n" in (tmp_path / "new/commcoord.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["a: [", "", "version: 1\nversion: 2\n", "calendar: XX\n"])
def test_settings_that_are_wrong_are_not_called_complete(repository, text):
    (repository.root / "commcoord.yaml").write_text(text, encoding="utf-8")
    told = repository("init")

    assert "Nothing to do" not in told.err
    assert "commcoord.yaml" in told.err
    assert "Next: commcoord doctor" in told.err
    assert repository.file("commcoord.yaml") == text


@pytest.mark.parametrize("name", ["rec", "a/b"])
def test_a_new_folder_inside_a_git_repository_is_part_of_it(repository, tmp_path, name):
    outer = tmp_path / "outer"
    subprocess.run(["git", "init", "-q", str(outer)], check=True)
    assert "git repository" not in repository("init", str(outer / name), "--dry-run").err
    made = repository("init", str(outer / name))

    assert "git repository" not in made.err
    assert not (outer / name / ".git").exists()
    subprocess.run(["git", "-C", str(outer), "add", "--all"], check=True)
    assert "Nothing to do" in repository("init", str(outer / name)).err
