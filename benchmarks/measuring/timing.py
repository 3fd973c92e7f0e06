"""Times programs: turn by turn, so that a busy moment of the machine falls on all of them, and takes medians."""

import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

POLLED = 0.01
"""Seconds between two looks at the memory of a running program, at first; a hundredth of its time later on."""


@dataclass(frozen=True)
class Case:
    """A program to be timed, and what must be done, untimed, before each of its runs."""

    name: str
    command: Sequence[str]
    folder: Path
    environment: dict[str, str]
    prepare: Callable[[], object] | None = None

    @property
    def work(self) -> str:
        """What is done, without how: list, for `list, after one edit`."""
        return self.name.partition(",")[0]


@dataclass(frozen=True)
class Took:
    """What one run cost: seconds on the clock, those of the processor, user and system together, and megabytes."""

    seconds: float
    processor: float
    memory: float = 0.0


@dataclass
class Runs:
    """What all runs of one case cost."""

    took: list[Took] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        return statistics.median(one.seconds for one in self.took)

    @property
    def processor(self) -> float:
        return statistics.median(one.processor for one in self.took)

    @property
    def memory(self) -> float:
        return max(one.memory for one in self.took)


def by_turns(cases: Iterable[Case], runs: int) -> dict[str, Runs]:
    """Run each case once as a warm-up where it needs nothing prepared, then all of them by turns, so many times."""
    cases = list(cases)
    measure = hyperfined if shutil.which("hyperfine") else clocked
    for case in cases:
        if case.prepare is None:
            clocked(case)
    return _turns(cases, runs, measure)


def weighed_by_turns(cases: Iterable[Case], runs: int) -> dict[str, Runs]:
    """Run all cases by turns, so many times, with a look at their memory."""
    return _turns(list(cases), runs, weighed)


def _turns(cases: list[Case], runs: int, measure: Callable[[Case], Took]) -> dict[str, Runs]:
    found = {case.name: Runs() for case in cases}
    for _turn in range(runs):
        for case in cases:
            found[case.name].took.append(measure(prepared(case)))
    return found


def prepared(case: Case) -> Case:
    """Do what must be done before a run, and return the case."""
    if case.prepare:
        case.prepare()
    return case


def clocked(case: Case) -> Took:
    """Run a case once and look at the clock and at what the system says it used."""
    began = time.perf_counter()
    process = _started(case)
    _pid, _status, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return Took(time.perf_counter() - began, used.ru_utime + used.ru_stime)


def hyperfined(case: Case) -> Took:
    """Let hyperfine run a case once; it knows how to take the start of a process out of the time."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        words = " ".join(f"'{word}'" for word in case.command)
        options = ("--shell=none", "--runs=1", "--warmup=0", "--ignore-failure", "--style=none")
        subprocess.run(
            ["hyperfine", *options, "--export-json", report, words],
            cwd=case.folder,
            env=case.environment,
            capture_output=True,
            check=True,
        )
        run = json.loads(report.read_text("utf-8"))["results"][0]
    return Took(run["times"][0], run["user"] + run["system"])


def weighed(case: Case) -> Took:
    """Run a case once and tell the megabytes, too, that it and the processes it starts hold together at their peak.

    What several processes share is counted once. Where the system does not tell while they run, it is what the largest
    of them says of itself at its end, and this script's own size if that is larger.
    """
    began, process, peak = time.perf_counter(), _started(case), 0
    while True:
        pid, _status, used = os.wait4(process.pid, os.WNOHANG)
        lasted = time.perf_counter() - began
        if pid:
            process.returncode = 0
            return Took(lasted, used.ru_utime + used.ru_stime, (peak or used.ru_maxrss) / 1024)
        family = _family(process.pid)
        together = sum(_kilobytes(one, "smaps_rollup", "Pss:") for one in family)
        peak = max(peak, together, *(_kilobytes(one, "status", "VmHWM:") for one in family))
        time.sleep(max(POLLED, lasted / 100))


def _started(case: Case) -> "subprocess.Popen[bytes]":
    null = subprocess.DEVNULL
    return subprocess.Popen(case.command, cwd=case.folder, env=case.environment, stdout=null, stderr=null)


def _family(pid: int) -> list[int]:
    """Return a process and all that it started, where the system tells."""
    found = [pid]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            found += map(int, _read(children).split())
    return found


def _kilobytes(pid: int, file: str, name: str) -> int:
    """Return what the system says of a process in a line of that name; nothing where it has just ended."""
    for line in _read(Path(f"/proc/{pid}/{file}")).splitlines():
        if line.startswith(name):
            return int(line.split()[1])
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:  # it has ended meanwhile, or this system has no such file
        return ""
