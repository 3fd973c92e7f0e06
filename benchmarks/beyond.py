"""What helps beyond 100,000 records: a clone of the last quarters only, and old quarters in a repository of their own.

    python benchmarks/beyond.py 100000 [--write]

prints how long a clone takes, how much it holds, and how soon the first and the next `followup` answer: for the whole
repository, for a partial clone with a sparse checkout of the last four quarters, and for a repository from which the
older quarters were taken out. `--write` puts the table into docs/performance.md.
"""

import argparse
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from measuring import page, work
from measuring.timing import Case, by_turns, clocked

QUARTERS = 4
RUNS = 5


def sparse(source: Path, place: Path) -> None:
    """Clone without the contents of files, and check out the last quarters, which brings only theirs."""
    work.git(source.parent, "clone", "--quiet", "--filter=blob:none", "--sparse", source.as_uri(), str(place))
    work.git(place, "sparse-checkout", "set", *_last(source))


def whole(source: Path, place: Path) -> None:
    """Clone everything."""
    work.git(source.parent, "clone", "--quiet", source.as_uri(), str(place))


def archived(source: Path, place: Path) -> None:
    """Clone a repository from which the older quarters were moved to another; its history still has them."""
    archive = source.with_name("archived-source")
    if not archive.exists():
        whole(source, archive)
        older = sorted(f"records/{path.name}" for path in (archive / "records").iterdir())[:-QUARTERS]
        if older:
            work.git(archive, "rm", "-r", "--quiet", *older)
            work.git(archive, "commit", "--quiet", "--message", "Move the older quarters to the archive")
    work.git(source.parent, "clone", "--quiet", "--depth=1", archive.as_uri(), str(place))


WAYS: dict[str, Callable[[Path, Path], None]] = {
    "everything": whole,
    f"partial clone, the last {QUARTERS} quarters checked out": sparse,
    "older quarters in a repository of their own, shallow clone": archived,
}


def _last(source: Path) -> list[str]:
    return sorted(f"records/{path.name}" for path in (source / "records").iterdir())[-QUARTERS:]


def line(name: str, way: Callable[[Path, Path], None], repository: work.Repository) -> str:
    """Return the figures of one way to have the records."""
    source, place = repository.root, repository.root.with_name("place")
    way(source, place)  # once untimed: it makes what it clones from
    shutil.rmtree(place)
    began = time.perf_counter()
    way(source, place)
    took = time.perf_counter() - began
    records = sum(1 for _path in place.glob("records/*/*/*.yaml"))
    held = subprocess.run(["du", "-sm", place], capture_output=True, text=True, check=True).stdout.split()[0]
    case = Case("followup", repository.command("followup"), place, work.environment())
    first = clocked(case).seconds
    warm = by_turns([case], RUNS)["followup"].seconds
    astray = _astray(repository, place)
    shutil.rmtree(place)
    return f"| {name} | {records:,} | {took:.1f} s | {held} MB | {first:.2f} s | {warm:.2f} s | {astray:,} |"


def _astray(repository: work.Repository, place: Path) -> int:
    """Return how many links lead to a record that was not cloned."""
    command = [*repository.command("check"), "--select", "CC004", "--format", "json"]
    ran = subprocess.run(command, cwd=place, env=work.environment(), capture_output=True, check=False)
    return len(json.loads(ran.stdout))


def main() -> None:
    """Measure each way, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("records", type=int, nargs="?", default=100_000)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the generated repository there")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="commcoord-beyond-") as folder:
        repository = work.generated(Path(folder), asked.records, asked.keep)
        work.git(repository.root, "config", "uploadpack.allowFilter", "true")
        lines = [
            "| what is cloned | records | clone | on disk | first `followup` | next `followup` | links astray |"
        ]
        lines += ["|---|---:|---:|---:|---:|---:|---:|"]
        lines += [line(name, way, repository) for name, way in WAYS.items()]
    print("\n".join(lines))
    if asked.write:
        page.written(page.PAGE, "beyond", "\n".join(lines))


if __name__ == "__main__":
    main()
