"""Times commcoord and what people would use instead, side by side, and tells whether its bounds are met.

    python benchmarks/commands.py                          10,000 records, beside git, Taskwarrior, todoman and doorstop
    python benchmarks/commands.py --sizes 1000 10000 100000
    python benchmarks/commands.py --write                  and put the tables into docs/performance.md

Run it with the interpreter that commcoord is installed in. Peers are looked for on the search path; todoman and
doorstop are installed from the package index into a folder of their own where they are missing. hyperfine does the
timing where it is installed. The peers have their turn at the first size only; the others tell how it grows.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from measuring import page, peers, table, work
from measuring.timing import Case, by_turns, weighed_by_turns

Figures = dict[str, dict[str, float]]
PER_RECORD = 3
"""Actions of a record; Taskwarrior gets as many tasks."""


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000], metavar="RECORDS")
    parser.add_argument("--runs", type=int, default=9, help="of what is quick; medians are taken")
    parser.add_argument("--cold-runs", type=int, default=3, help="of first answers on fresh clones")
    parser.add_argument(
        "--doorstop", type=int, default=2_000, metavar="ITEMS", help="2,000 take its check some seconds"
    )
    parser.add_argument(
        "--peers", type=Path, metavar="FOLDER", help="keep the peers' virtual environments there"
    )
    parser.add_argument("--only", nargs="+", metavar="WORK", help=f"of {', '.join(work.WARM)}")
    parser.add_argument("--no-peers", action="store_true", help="only git and the bare interpreter")
    parser.add_argument(
        "--results", type=Path, metavar="FILE", help="keep the figures there, and add to what it has"
    )
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep the generated repositories there, too"
    )
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    return parser.parse_args()


def measured(asked: argparse.Namespace, count: int, others: peers.Peers | None) -> Figures:
    """Return the figures of one size: warm, beside edits, on fresh clones, and the memory of each."""
    folder = Path(tempfile.mkdtemp(prefix="commcoord-bench-", dir=others.folder if others else None))
    repository = work.generated(folder, count, asked.keep)
    ours = [repository.warm(), repository.edited(), repository.fresh()]
    warm, edited, cold = (
        [case for case in cases if case.work in (asked.only or work.WARM)] for cases in ours
    )
    ours_warm = list(warm)
    warm += peers.bare(repository.root)
    doorstop: list[Case] = []
    if others:
        todo_warm, todo_cold = peers.todoman(others, count)
        warm += [*peers.taskwarrior(others, count * PER_RECORD), *todo_warm]
        cold += todo_cold
        doorstop = peers.doorstop(others, asked.doorstop)
    found: Figures = {}
    for took in (
        *(by_turns(cases, asked.runs) for cases in (warm, edited)),
        by_turns(cold, asked.cold_runs),
        by_turns(doorstop, 1),
    ):
        found |= {name: {"seconds": runs.seconds, "processor": runs.processor} for name, runs in took.items()}
    # Apart, for a program that is weighed again and again takes a tenth longer.
    for name, runs in weighed_by_turns([*ours_warm, *cold], 1).items():
        found[name]["memory"] = runs.memory
    if doorstop:
        found["doorstop"] = {
            what: value * count / asked.doorstop for what, value in found["doorstop"].items()
        }
    shutil.rmtree(folder)
    return found


def surroundings(others: peers.Peers | None, asked: argparse.Namespace, load: list[float]) -> list[str]:
    """Return what the figures depend on, a line each."""
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    versions = {"commcoord": version("commcoord"), "Python": platform.python_version(), "git": git}
    versions |= others.versions if others else {}
    named = ", ".join(f"{name} {number}" for name, number in versions.items())
    loads = f"load {load[0]:.1f} at the start and {os.getloadavg()[0]:.1f} at the end"
    runs = f"medians of {asked.runs} runs by turns, {asked.cold_runs} on fresh clones"
    lines = [f"- {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, {loads}; {runs}.", f"- {named}."]
    if others and "doorstop" in others.versions:
        lines.append(f"- doorstop checked {asked.doorstop:,} items; for other numbers its time is scaled.")
    return [*lines, *(f"- {line}." for line in (others.missing if others else []))]


def report(asked: argparse.Namespace, results: dict[str, dict[str, object]]) -> None:
    """Print the tables, and write them into the page where that is asked for."""
    sizes: dict[int, Figures] = {int(count): one["figures"] for count, one in results.items()}  # type: ignore[misc]
    first = next(iter(results))
    about = "\n".join(results[first]["about"])  # type: ignore[arg-type]
    tables = {
        "measured": f"{int(first):,} records:\n\n{about}\n\n" + "\n".join(table.lines(sizes[int(first)]))
    }
    if len(sizes) > 1:
        tables["growth"] = "\n".join(table.growth(sizes))
    for name, text in tables.items():
        print(text, end="\n\n")
        if asked.write:
            page.written(page.PAGE, name, text)


def main() -> None:
    """Measure each size, and tell."""
    asked = options()
    results = json.loads(asked.results.read_text("utf-8")) if asked.results and asked.results.exists() else {}
    with tempfile.TemporaryDirectory(prefix="commcoord-peers-") as folder:
        for place, count in enumerate(asked.sizes):
            load = list(os.getloadavg())
            others = None if asked.no_peers or place else peers.Peers(Path(folder), asked.peers)
            figures = measured(asked, count, others)
            results[str(count)] = {"figures": figures, "about": surroundings(others, asked, load)}
            if asked.results:
                asked.results.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    report(asked, results)


if __name__ == "__main__":
    main()
