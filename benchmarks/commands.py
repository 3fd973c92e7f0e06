"""Times the commands of every day on a records repository beside git, and Taskwarrior where it is installed.

    python benchmarks/commands.py 10000

makes a repository of that many records in a temporary folder (benchmarks/repositories.py) and prints a table in
Markdown: the median of five runs each, all in one go, so that the ratios hold although the machine is shared.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5
HERE = Path(__file__).parent
NOW = "2026-04-01 09:00"
PROGRAM = [sys.executable, "-m", "commcoord"]
COMMANDS = {
    "`followup`, warm": ["followup"],
    "`followup --who 张伟`, warm": ["followup", "--who", "张伟"],
    "`today 张伟`, warm": ["today", "张伟"],
    "`list`, warm": ["list"],
    "`search 物流`, warm": ["search", "物流"],
    "`--version`": ["--version"],
    "`--help`": ["--help"],
}


def seconds(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - began


def median(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    return statistics.median(seconds(command, folder, environment) for _run in range(RUNS))


def tasks(folder: Path, count: int) -> dict[str, str]:
    """Fill Taskwarrior with as many tasks as the repository has actions, and return its environment."""
    place = folder / "task"
    place.mkdir()
    (place / "rc").write_text(f"data.location={place}\nconfirmation=no\n", encoding="utf-8")
    environment = {**os.environ, "TASKRC": str(place / "rc"), "TASKDATA": str(place)}
    lines = [
        json.dumps(
            {
                "description": f"提交清单 {number}",
                "status": "pending",
                "due": f"2026{1 + number % 6:02}15T000000Z",
            }
        )
        for number in range(count)
    ]
    subprocess.run(
        ["task", "import", "-"],
        input="\n".join(lines).encode(),
        env=environment,
        capture_output=True,
        check=False,
    )
    return environment


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    folder = Path(tempfile.mkdtemp(prefix="commcoord-bench-"))
    root = folder / "records"
    subprocess.run(
        [sys.executable, HERE / "repositories.py", root, str(count)], check=True, stdout=subprocess.DEVNULL
    )
    for arguments in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=b", "-c", "user.email=b@invalid", "commit", "-qm", "b"],
    ):
        subprocess.run(["git", *arguments], cwd=root, check=True)
    environment = {
        **os.environ,
        "COMMCOORD_NOW": NOW,
        "COMMCOORD_LANG": "zh-Hans",
        "PYTHONDONTWRITEBYTECODE": "",
    }
    rows = {"`python -c pass`": median([sys.executable, "-c", "pass"], root, environment)}
    rows["`git status`"] = median(["git", "status"], root, environment)
    rows["first `list` on a fresh clone"] = seconds([*PROGRAM, "list"], root, environment)
    rows |= {name: median([*PROGRAM, *arguments], root, environment) for name, arguments in COMMANDS.items()}
    if shutil.which("task"):
        environment = tasks(folder, count * 3)
        seconds(["task", "overdue"], folder, environment)
        rows[f"Taskwarrior's `task overdue` on {count * 3:,} tasks"] = median(
            ["task", "overdue"], folder, environment
        )
    print(
        f"{count:,} records, load {os.getloadavg()[0]:.1f}\n\n| what | seconds | times `git status` |\n|---|---:|---:|"
    )
    for name, took in rows.items():
        print(f"| {name} | {took:.3f} | {took / rows['`git status`']:.1f} |")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
