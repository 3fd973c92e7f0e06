"""How fast the merge driver is: alone beside a bare interpreter, and in a rebase beside git's own merge of texts.

    python benchmarks/merging.py [--commits 200] [--rounds 5] [--runs 25]

with the interpreter that commcoord is installed in. Times are those of the processor, user and system together, which
other programs on the machine disturb least. What is compared takes turns, and the median of all turns counts.
"""

import argparse
import os
import resource
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

try:
    from commcoord.store.merging import installing
    from commcoord.store.yaml_bulk import read_tree
except ImportError as missing:
    sys.exit(f"{missing}: run this with the interpreter that commcoord is installed in")

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{role}_NAME": "bench" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_EMAIL": "bench@example.com" for role in ("AUTHOR", "COMMITTER")},
}
RECORD = Path("records/2023Q4/minutes/minutes-20231020-7qk2.yaml")
ACTIONS = 20
HEAD = """\
kind: minutes
id: minutes-20231020-7qk2
title: 新品推广方案对接会
scenario: cross-department
step: followup
date: 2023-10-20
goal: 定下推广渠道和预算
place: 301会议室   # 三楼
decisions:
  - {id: d-0001, what: 线上为主}
actions:
"""
ACTION = """\
  - id: a-%04d
    what: 提交清单
    owner: 王强（销售部）
    risk: 未定
    every: 7d
    due: 2023-10-22
    status: open
    log:
      - {on: 2023-10-21, by: 王强, note: 已开始}
"""
BASE = HEAD + "".join(ACTION % number for number in range(ACTIONS))
MAIN = BASE.replace("301会议室", "302会议室").replace("risk: 未定", "risk: 场地未确认")
"""What stands on `main` by now: a field of the record, and one of each action."""

Runs = dict[str, list[float]]


def spent() -> float:
    """Return the seconds of the processor that ended child processes have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def by_turns(cases: dict[str, Callable[[], object]], turns: int) -> Runs:
    """Run all cases once, and then by turns; return the seconds of the processor that each took in each turn."""
    taken: Runs = {name: [] for name in cases}
    for turn in range(turns + 1):
        for name, run in cases.items():
            began = spent()
            run()
            if turn:
                taken[name].append(spent() - began)
    return taken


def called(command: Iterable[str], folder: Path) -> None:
    """Run a program, whatever it prints."""
    subprocess.run(
        list(command),
        cwd=folder,
        check=True,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


# ------------------------------------------------------------------------------------------------ the driver alone


def alone(folder: Path, runs: int) -> None:
    """Print what one merge takes where pieces are put together and where the versions must be read."""
    parsing = (
        "from commcoord.store.yaml_bulk import read_tree\n"
        "for name in ('base', 'ours', 'theirs', 'ours'): read_tree(open(name, 'rb').read())"
    )
    written(folder / "base", BASE)
    written(folder / "kept", MAIN)
    written(folder / "theirs", BASE.replace("提交清单", "交清单", 1))
    written(folder / "both", BASE.replace("- {on: 2023-10-21, by: 王强", "- {on: 2023-10-21, by: 李娜", 1))
    written(folder / "log", BASE + "      - {on: 2023-10-22, by: 李娜, note: 已完成}\n")
    written(folder / "other", BASE + "      - {on: 2023-10-23, by: 王强, note: 已验收}\n")

    def merged(ours: str, theirs: str) -> Callable[[], None]:
        def merge() -> None:
            shutil.copyfile(folder / ours, folder / "ours")
            called([*installing.program(), "base", "ours", theirs], folder)

        return merge

    taken = by_turns(
        {
            "python -c pass": lambda: called([sys.executable, "-c", "pass"], folder),
            "the driver, by pieces": merged("kept", "theirs"),
            "the driver, by reading": merged("log", "other"),
            "reading the four versions": lambda: called([sys.executable, "-c", parsing], folder),
        },
        runs,
    )
    found = {name: statistics.median(each) * 1000 for name, each in taken.items()}
    for name, milliseconds in found.items():
        print(f"{name:32}{milliseconds:8.1f} ms")
    bare, pieces, reading, parsed = found.values()
    print(f"  by pieces:                {pieces / bare:.2f} x python -c pass (at most 3)")
    print(f"  by reading, without that: {(reading - parsed + bare) / bare:.2f} x python -c pass (at most 3)")


def written(path: Path, text: str) -> None:
    """Write a record, with the line breaks that git gives it."""
    path.write_text(text, encoding="utf-8", newline="\n")


# -------------------------------------------------------------------------------------------------------- a rebase


def versions(count: int) -> Iterable[str]:
    """Yield the record after each commit of a branch: all that people do to actions, in their turn."""
    text = BASE
    for number in range(count):
        action = number // len(DEEDS) % ACTIONS
        before, start, item = text.partition(f"  - id: a-{action:04}\n")
        item, *others = item.split("  - id: ", 1)
        item = DEEDS[number % len(DEEDS)](item, number)
        text = before + start + "  - id: ".join([item, *others])
        yield text


def reworded(item: str, number: int) -> str:
    return f"    what: 提交第{number}版清单\n" + item.partition("\n")[2]


def rescheduled(item: str, number: int) -> str:
    before, _due, after = item.partition("    due: ")
    return f"{before}    due: 2023-11-{number % 28 + 1:02}\n" + after.partition("\n")[2]


def gone_on(item: str, number: int) -> str:
    before, _status, after = item.partition("    status: ")
    state = "doing" if number < len(DEEDS) * ACTIONS else "done"
    return f"{before}    status: {state}   # {number}\n" + after.partition("\n")[2]


def noted(item: str, number: int) -> str:
    return item + f"      - {{on: 2023-10-25, by: 王强, note: 第{number}次}}\n"


DEEDS = (reworded, rescheduled, gone_on, noted)


def git(root: Path, *arguments: str) -> None:
    """Run git in a repository."""
    called(["git", "-C", str(root), *arguments], root)


def committed(root: Path, text: str, message: str) -> None:
    """Commit a version of the record."""
    written(root / RECORD, text)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)


def branches(root: Path, commits: int) -> None:
    """Make a repository with `work`, whose commits all touch a record, and `main`, which changed it meanwhile."""
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "gc.auto", "0")
    (root / RECORD).parent.mkdir(parents=True)
    (root / ".gitattributes").write_text(f"{installing.ATTRIBUTE}\n", encoding="utf-8")
    committed(root, BASE, "base")
    git(root, "switch", "--quiet", "-c", "work")
    for number, text in enumerate(versions(commits)):
        committed(root, text, f"work {number}")
    git(root, "switch", "--quiet", "main")
    committed(root, MAIN, "main")
    git(root, "switch", "--quiet", "work")


def rebase(folder: Path, commits: int, rounds: int) -> None:
    """Print what a rebase takes with the driver, beside git's own merge of texts and as many starts of a process."""
    source = folder / "source"
    source.mkdir()
    branches(source, commits)
    trees = {}

    def rebased(command: str) -> Callable[[], None]:
        def run() -> None:
            root = folder / "clone"
            shutil.rmtree(root, ignore_errors=True)
            shutil.copytree(source, root)
            if command:
                git(root, "config", installing.DRIVER, command)
            git(root, "rebase", "--quiet", "main")
            trees[command] = read_tree((root / RECORD).read_bytes())

        return run

    def started(*program: str) -> Callable[[], None]:
        command = installing.FALLBACK.format(program=shlex.join(program))

        def run() -> None:
            for _ in range(commits):
                called(["sh", "-c", command], folder)

        return run

    taken = by_turns(
        {
            "git's merge of texts": rebased(""),
            "the driver": rebased(installing.command()),
            "starts of python": started(sys.executable, "-c", "pass"),
            "its lighter starts": started(*installing.program()[:-1], "-c", "pass"),
        },
        rounds,
    )
    if len({str(tree) for tree in trees.values()}) != 1:
        sys.exit("the rebases did not come to the same record")
    told(taken, commits)


def told(taken: Runs, commits: int) -> None:
    """Print each turn, and how often git's own time the driver takes beyond as many starts of a process."""
    print(f"a rebase of {commits} commits, seconds:   " + "   ".join(taken))
    beyond: dict[str, list[float]] = {"python -c pass": [], "the lighter start of the driver": []}
    for texts, driver, *starts in zip(*taken.values(), strict=True):
        print(f"{texts:51.2f}{driver:13.2f}{starts[0]:19.2f}{starts[1]:21.2f}")
        for ratios, start in zip(beyond.values(), starts, strict=True):
            ratios.append((driver - start) / texts)
    for start, ratios in beyond.items():
        middle = statistics.median(ratios)
        print(f"  beyond {commits} x {start}: {middle:.2f} x git's, {min(ratios):.2f} to {max(ratios):.2f}")


def main() -> None:
    """Measure what the options say."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--commits", type=int, default=200)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--runs", type=int, default=25)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        alone(Path(name), chosen.runs)
    with tempfile.TemporaryDirectory() as name:
        rebase(Path(name), chosen.commits, chosen.rounds)


if __name__ == "__main__":
    main()
