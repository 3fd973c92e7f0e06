"""The merge driver as git calls it: in a merge, a rebase, a cherry-pick, out of the stash, and where it is missing."""

import subprocess
import sys

import pytest

from commcoord import merge_driver
from commcoord.store.merging import installing
from tests.store.gits import made

PATH = "records/2023Q4/minutes/minutes-20231020-7qk2.yaml"
RECORD = """\
kind: minutes
id: minutes-20231020-7qk2
title: 对接会
scenario: routine
step: followup
date: 2023-10-20
place: 301会议室   # 三楼
actions:
  - {id: a-3f9k, what: 提交清单, due: 2023-10-22, status: open}
"""
OURS = RECORD + "  - {id: a-aaaa, what: 我们的}\n"
THEIRS = RECORD + "  # 他们的话\n  - {id: a-bbbb, what: 他们的}\n"
BOTH = OURS + "  # 他们的话\n  - {id: a-bbbb, what: 他们的}\n"


pytestmark = pytest.mark.usefixtures("person")


@pytest.fixture
def clone(tmp_path):
    clone = made(tmp_path / "公司 repo")
    clone.commit("base", **{PATH: RECORD})
    return clone


def parted(clone, ours, theirs, path=PATH):
    """Commit one version on `main` and another on `theirs`."""
    clone.git("checkout", "--quiet", "-b", "theirs")
    clone.commit("theirs", **{path: theirs})
    clone.git("checkout", "--quiet", "main")
    clone.commit("ours", **{path: ours})


def test_two_additions_at_the_same_place_merge(clone):
    parted(clone, OURS, THEIRS)

    clone.git("merge", "--no-edit", "theirs")

    assert clone.read(PATH) == BOTH


def test_they_rebase(clone):
    parted(clone, OURS, THEIRS)

    clone.git("rebase", "theirs")

    assert "a-aaaa" in clone.read(PATH)
    assert "a-bbbb" in clone.read(PATH)


def test_they_are_cherry_picked(clone):
    parted(clone, OURS, THEIRS)

    clone.git("cherry-pick", "theirs")

    assert clone.read(PATH) == BOTH


def test_they_come_out_of_the_stash(clone):
    clone.write(PATH, THEIRS)
    clone.git("stash", "push", "--quiet")
    clone.commit("ours", **{PATH: OURS})

    clone.git("stash", "pop")

    assert clone.read(PATH) == BOTH


def test_a_disagreement_stands_in_the_file_at_its_field_only(clone):
    parted(clone, RECORD.replace("301会议室", "302"), RECORD.replace("301会议室", "303"))

    clone.git("merge", "--no-edit", "theirs", code=1)

    assert clone.read(PATH) == RECORD.replace(
        "place: 301会议室   # 三楼\n",
        "<<<<<<< ours\nplace: 302   # 三楼\n=======\nplace: 303   # 三楼\n>>>>>>> theirs\n",
    )
    assert "UU" in clone.git("status", "--porcelain")


def test_without_the_program_git_shows_both_sides(clone):
    clone.git("config", installing.DRIVER, installing.FALLBACK.format(program="/nowhere/commcoord-merge"))
    parted(clone, OURS, THEIRS)

    clone.git("merge", "--no-edit", "theirs", code=1)

    assert "<<<<<<< ours" in clone.read(PATH)
    assert "a-aaaa" in clone.read(PATH)
    assert "a-bbbb" in clone.read(PATH)


def test_without_the_program_what_git_can_merge_is_merged(clone):
    clone.git("config", installing.DRIVER, installing.FALLBACK.format(program="/nowhere/commcoord-merge"))
    parted(clone, RECORD.replace("对接会", "评审会"), THEIRS)

    clone.git("merge", "--no-edit", "theirs")

    assert "评审会" in clone.read(PATH)
    assert "a-bbbb" in clone.read(PATH)


def test_without_any_setting_the_files_merge_as_text(clone):
    clone.git("config", "--unset", installing.DRIVER)
    parted(clone, RECORD.replace("对接会", "评审会"), THEIRS)

    clone.git("merge", "--no-edit", "theirs")

    assert "评审会" in clone.read(PATH)
    assert "a-bbbb" in clone.read(PATH)


def test_a_file_that_cannot_be_read_is_left_to_git(clone):
    parted(clone, "kind: [\n" + RECORD, THEIRS)

    clone.git("merge", "--no-edit", "theirs")

    assert clone.read(PATH) == "kind: [\n" + THEIRS


@pytest.mark.parametrize(
    "name",
    ["-rf.yaml", "名字 有空格.yaml", "it's $(touch x) `y`.yaml", "e\u0301.yaml", "\u00e9.yaml", "--.yaml"],
)
def test_no_name_of_a_file_confuses_it(clone, name):
    path = f"records/2023Q4/minutes/{name}"
    clone.commit("base", **{path: RECORD})
    parted(clone, OURS, THEIRS, path)

    clone.git("merge", "--no-edit", "theirs")

    assert clone.read(path) == BOTH
    assert not (clone.root / "x").exists()


def test_histories_that_cross_keep_a_disagreement(clone):
    """Both merged the other and decided differently: git makes a base of two, and nobody's answer may pass as old."""
    parted(clone, RECORD.replace("301会议室", "302"), RECORD.replace("301会议室", "303"))
    clone.git("branch", "their-first", "theirs")
    clone.git("branch", "our-first", "main")
    for branch, other, answer in (("main", "their-first", "302"), ("theirs", "our-first", "303")):
        clone.git("checkout", "--quiet", branch)
        clone.git("merge", "--no-edit", other, code=1)
        clone.commit("decided", **{PATH: RECORD.replace("301会议室", answer)})

    clone.git("merge", "--no-edit", "main", code=1)

    assert "place: 302" in clone.read(PATH)
    assert "place: 303" in clone.read(PATH)


def test_the_trial_of_doctor_tells_a_driver_that_works():
    assert installing.works(installing.command())
    assert not installing.works("/nowhere/commcoord-merge %O %A %B")
    assert not installing.works(installing.FALLBACK.format(program="/nowhere/commcoord-merge"))


def test_installing_again_changes_nothing(clone):
    assert installing.installed(clone.root)
    clone.git("config", installing.DRIVER, "old")
    assert not installing.installed(clone.root)
    installing.install(clone.root)


@pytest.mark.parametrize("arguments", [[], ["a"], ["a", "b", "c", "d", "e", "f"]])
def test_wrong_use_leaves_the_merge_to_git(arguments, capsys):
    assert merge_driver.run(arguments) == merge_driver.IMPOSSIBLE
    assert "usage" in capsys.readouterr().err


def test_it_starts_without_what_it_does_not_need(tmp_path):
    pytest.importorskip("yaml_rs")
    for name, text in (("base", RECORD), ("ours", OURS), ("theirs", THEIRS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    script = (
        "import sys\nfrom commcoord import merge_driver\n"
        "assert merge_driver.run(['base', 'ours', 'theirs']) == merge_driver.CLEAN\n"
        "unwanted = {'typer', 'pydantic', 'rich', 'ruamel.yaml', 'commcoord.workspace'} & set(sys.modules)\n"
        "assert not unwanted, unwanted"
    )

    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=True)

    assert (tmp_path / "ours").read_text(encoding="utf-8") == BOTH


def test_what_nobody_foresaw_is_left_to_git(tmp_path):
    """An exit of 1 would say that the file has its markers; a program that broke has written none."""
    script = (
        "import sys\nfrom commcoord import merge_driver\n"
        "def broken(*_versions):\n    raise KeyError('unforeseen')\n"
        "merge_driver.run = broken\nmerge_driver.main()"
    )

    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, check=False, capture_output=True)

    assert done.returncode == merge_driver.IMPOSSIBLE


SETTINGS = """\
version: 1
organisation: 远航家电   # 总部
departments: [市场部, 产品部]
people:
  # 市场
  - {name: 张伟, department: 市场部}
  - {name: 李娜, department: 产品部}
categories:
  物流延迟: 市场部
"""


def test_settings_merge_as_records_do(clone):
    clone.commit("settings", **{"commcoord.yaml": SETTINGS})
    ours = SETTINGS.replace("产品部]", "产品部, 销售部]") + "  质量: 产品部\n"
    theirs = SETTINGS.replace("产品部]", "产品部, 物流部]").replace("市场部\n", "物流部\n")
    parted(
        clone,
        ours.replace("categories", "  - {name: 王强, department: 销售部}\ncategories"),
        theirs.replace("categories", "  # 物流\n  - {name: 赵敏, department: 物流部}\ncategories"),
        "commcoord.yaml",
    )

    clone.git("merge", "--no-edit", "theirs")

    assert clone.read("commcoord.yaml") == SETTINGS.replace("产品部]", "产品部, 销售部, 物流部]").replace(
        "categories:\n  物流延迟: 市场部\n",
        "  - {name: 王强, department: 销售部}\n  # 物流\n  - {name: 赵敏, department: 物流部}\n"
        "categories:\n  物流延迟: 物流部\n  质量: 产品部\n",
    )


def test_a_disagreement_about_settings_stands_at_its_field(clone):
    clone.commit("settings", **{"commcoord.yaml": SETTINGS})
    parted(
        clone,
        SETTINGS.replace("张伟, department: 市场部", "张伟, department: 产品部"),
        SETTINGS.replace("张伟, department: 市场部", "张伟, department: 销售部"),
        "commcoord.yaml",
    )

    clone.git("merge", "--no-edit", "theirs", code=1)

    assert clone.read("commcoord.yaml") == SETTINGS.replace(
        "  - {name: 张伟, department: 市场部}\n",
        "<<<<<<< ours\n  - {name: 张伟, department: 产品部}\n=======\n"
        "  - {name: 张伟, department: 销售部}\n>>>>>>> theirs\n",
    )
