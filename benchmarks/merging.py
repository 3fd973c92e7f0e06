"""How fast the merge driver is: alone against a bare interpreter, and in a rebase against git's own text merge.

Times are those of the processor, user and system together, which other programs on the machine disturb least.
Run with the interpreter that commcoord is installed in: `python benchmarks/merging.py [COMMITS]`.
"""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from commcoord.store.merging import installing

ENVIRONMENT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{role}_NAME": "bench" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_EMAIL": "bench@example.com" for role in ("AUTHOR", "COMMITTER")},
}
RUNS = 25
ACTIONS = 20
IMPORTS = "import commcoord.merge_driver, commcoord.errors, commcoord.store.merging.writing, yaml_rs"
"""What a start of the driver is: the interpreter, and its modules."""

RECORD = Path("records/2023Q4/minutes/minutes-20231020-7qk2.yaml")


def record(actions: int) -> str:
    head = (
        "kind: minutes\nid: minutes-20231020-7qk2\ntitle: 新品推广方案对接会\nscenario: cross-department\n"
        "step: followup\ndate: 2023-10-20\nplace: 301会议室   # 三楼\nactions:\n"
    )
    return head + "".join(
        f"  - id: a-{number:04}\n    what: 提交第{number}份清单\n    owner: 王强（销售部）\n"
        "    due: 2023-10-22\n    status: open\n"
        for number in range(actions)
    )


def spent() -> float:
    """Return the seconds of the processor that ended child processes have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def median(run: Callable[[], object]) -> float:
    run()
    times = []
    for _ in range(RUNS):
        began = spent()
        run()
        times.append(spent() - began)
    return statistics.median(times) * 1000


def driver(folder: Path) -> None:
    base = record(ACTIONS)
    (folder / "base").write_text(base, encoding="utf-8")
    (folder / "theirs").write_text(base.replace("第3份", "第三份"), encoding="utf-8")
    ours = base + "  - {id: a-neu1, what: 新}\n"
    program = shutil.which("commcoord-merge", path=str(Path(sys.executable).parent))

    def merged() -> None:
        (folder / "ours").write_text(ours, encoding="utf-8")
        subprocess.run([program, "base", "ours", "theirs"], cwd=folder, check=True)

    parsing = (
        "from commcoord.store.yaml_bulk import read_tree\n"
        "for name in ('base', 'ours', 'theirs', 'ours'): read_tree(open(name, 'rb').read())"
    )
    (folder / "ours").write_text(ours, encoding="utf-8")
    bare = median(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    parsed = median(lambda: subprocess.run([sys.executable, "-c", parsing], cwd=folder, check=True))
    whole = median(merged)
    print(f"python -c pass                                {bare:7.1f} ms")
    print(f"reading the four versions, process and all    {parsed:7.1f} ms")
    print(f"commcoord-merge                               {whole:7.1f} ms")
    print(f"  without the reading: {(whole - (parsed - bare)) / bare:.2f} x python -c pass (at most 3)")


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", root, *arguments], check=True, env=ENVIRONMENT, stdout=subprocess.DEVNULL)


def branches(root: Path, commits: int, *, apart: bool) -> None:
    """Make `commits` commits on a branch that all touch a record which `main` changed, too."""
    text = record(ACTIONS)
    git(root, "init", "--quiet", "--initial-branch=main")
    (root / RECORD).parent.mkdir(parents=True)
    (root / ".gitattributes").write_text(f"{installing.ATTRIBUTE}\n", encoding="utf-8")
    write(root, text, "base")
    git(root, "switch", "--quiet", "-c", "work")
    work = text
    for number in range(commits):
        action = number % ACTIONS
        work = re.sub(f"提交.*第{action}份", f"提交{number}改第{action}份", work)
        write(root, work, f"work {number}")
    git(root, "switch", "--quiet", "main")
    write(
        root,
        text.replace("301会议室", "302会议室") if apart else text + "  - {id: a-neu1, what: 新}\n",
        "main",
    )


def write(root: Path, text: str, message: str) -> None:
    (root / RECORD).write_text(text, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)


def rebase(folder: Path, commits: int) -> None:
    source = folder / "source"
    source.mkdir()
    branches(source, commits, apart=True)
    seconds = {}
    for name, command in (("text", None), ("driver", installing.command())):
        root = folder / name
        shutil.copytree(source, root)
        if command:
            git(root, "config", installing.DRIVER, command)
        git(root, "switch", "--quiet", "work")
        began = spent()
        git(root, "rebase", "--quiet", "main")
        seconds[name] = spent() - began
    began = spent()
    for _ in range(commits):
        subprocess.run(["sh", "-c", f"{sys.executable} -c '{IMPORTS}' || exit 1"], check=True)
    starts = spent() - began
    print(f"rebase of {commits} commits, git's text merge   {seconds['text']:7.2f} s")
    print(f"rebase of {commits} commits, commcoord-merge    {seconds['driver']:7.2f} s")
    print(f"{commits} starts of the driver alone              {starts:7.2f} s")
    print(f"  without the starts: {(seconds['driver'] - starts) / seconds['text']:.2f} x git's (at most 2)")


def main() -> None:
    commits = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as name:
        driver(Path(name))
    with tempfile.TemporaryDirectory() as name:
        rebase(Path(name), commits)


if __name__ == "__main__":
    main()
