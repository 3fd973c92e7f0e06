"""Any bytes at all: `commcoord check` ends soon, without a traceback, and tells what is wrong."""

import io
import json
import os
import subprocess
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from commcoord import cli
from commcoord.language import messages
from commcoord.render.findings.report import formats

EXAMPLES = Path(__file__).parents[2] / "examples"
PLACE = "records/2023Q4/plan/plan-20231108-a7nc.yaml"
NOW = "2023-12-29 17:00"
SECONDS = 1.0
"""Of the processor, for one file."""
MEGABYTES = 150
REQUIRED = {"kind", "id", "title", "scenario", "step", "date"}

RECORDS = [
    path.read_bytes() for path in sorted(EXAMPLES.glob("*/**/*.yaml")) if path.name != "commcoord.yaml"
]
TEMPTING = (
    *(b"&a", b"*a", b"<<: ", b"!!python/object:os.system ", b"---\n", b"%YAML 1.1\n"),
    *(
        b"\t",
        b"\x00",
        b"\xff",
        b"\xe4\xb8",
        b"\xef\xbb\xbf",
        b"\r",
        b"\r\n",
        b"\xe2\x80\xa8",
        b"\xe2\x80\xae",
    ),
    *(b"{", b"[", b"]", b"- " * 40, b"? ", b": ", b"'", b'"', b"|\n", b"\n" + b" " * 60, b"<<<<<<< HEAD\n"),
    *(b"9999-12-31", b"0001-01-01", b"2023-02-30", b"-0", b"1e999", b"9" * 5000, b"99999wd"),
    *(b"2023-10-20T10:00+99:99", b"\x1b[31m", b"::error::x%0A"),
    *("：".encode(), "㍿".encode() * 50, "下周五".encode() * 30, "10月27日17万元".encode() * 30),
)
VALUES = (
    *(
        "",
        "[]",
        "{}",
        "[[]]",
        "{a: b}",
        "-1",
        "true",
        "~",
        '"\\uD800"',
        "x" * 3000,
        "[张伟, 李娜]",
        "张伟、李娜",
    ),
    *("9999-12-31", "0001-01-01 00:00", "999999h", "2023-10-20 14:00", "2023-10-20 14:00+08:00", "下周五"),
)


@st.composite
def mutated(draw) -> bytes:
    """Draw a record of the examples with a few places cut, doubled or replaced by something tempting."""
    content = draw(st.sampled_from(RECORDS))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 40)))
        doubled, deleted = st.just(content[start:end] * 2), st.just(b"")
        new = draw(st.one_of(st.sampled_from(TEMPTING), doubled, deleted, st.binary(max_size=6)))
        content = content[:start] + new + content[end:]
    return content


@st.composite
def swapped(draw) -> bytes:
    """Draw a record in which values were exchanged for others: it is often YAML, and often no record."""
    lines = draw(st.sampled_from(RECORDS)).decode("utf-8", "replace").splitlines()
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(lines) - 1))
        key, colon, _value = lines[place].partition(": ")
        lines[place] = f"{key}: {draw(st.sampled_from(VALUES))}" if colon else lines[place]
    return ("\n".join(lines) + "\n").encode()


ANYTHING = st.one_of(mutated(), swapped(), st.binary(max_size=200))


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A repository with the example company's settings and nothing else."""
    folder = tmp_path_factory.mktemp("company")
    (folder / "commcoord.yaml").write_bytes((EXAMPLES / "appliance-maker" / "commcoord.yaml").read_bytes())
    (folder / PLACE).parent.mkdir(parents=True)
    program(folder, HEAD)  # modules are compiled
    assert cli.run(["-C", str(folder), "check", "--json"])  # and imported, which is no file's fault either
    return folder


@pytest.fixture(autouse=True)
def at_that_time(monkeypatch):
    monkeypatch.setenv("COMMCOORD_NOW", NOW)
    monkeypatch.setenv("COMMCOORD_LANG", "en")
    monkeypatch.setenv(
        "COMMCOORD_TRACEBACK", "1"
    )  # what was not foreseen is raised, so that it fails the test


def check(root: Path, content: bytes, *arguments: str) -> tuple[int, str]:
    """Check a repository that holds this one file, within the time; return the exit code and the answer."""
    (root / PLACE).write_bytes(content)
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    began = time.process_time()
    with redirect_stdout(out), redirect_stderr(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")):
        code = cli.run(["-C", str(root), "check", *arguments])
    spent = time.process_time() - began
    messages.use("en")
    assert spent < SECONDS, f"{spent:.2f} s"
    out.flush()
    return code, out.buffer.getvalue().decode()


def is_a_record(content: bytes) -> bool:
    """Say by another reader than ours whether something is a mapping with the fields that each record has."""
    found = YAML(typ="safe", pure=True).load(content.decode("utf-8"))
    return isinstance(found, dict) and set(found) >= REQUIRED


def answered_well(root: Path, content: bytes) -> None:
    code, answer = check(root, content, "--json", "--verbose")
    found = json.loads(answer)

    lines = content.decode("utf-8", "replace").count("\n") + 1
    assert all(1 <= one["line"] <= lines + 1 and one["column"] >= 1 for one in found)
    assert all(one["message"] and one["path"] == PLACE for one in found)
    assert code == int(any(one["severity"] == "error" for one in found))
    assert found or is_a_record(content)
    assert (root / PLACE).read_bytes() == content


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(content=ANYTHING)
@example(content=b"")
@example(content=b"\n \n")
@example(content=b"kind: plan\n")
def test_any_bytes_get_an_answer_in_time(root, content):
    answered_well(root, content)


@pytest.mark.slow
@settings(max_examples=5000, suppress_health_check=list(HealthCheck))
@given(content=ANYTHING)
def test_any_bytes_get_an_answer_in_time_at_length(root, content):
    answered_well(root, content)


@settings(max_examples=50, suppress_health_check=list(HealthCheck))
@given(content=ANYTHING, form=st.sampled_from(formats()), language=st.sampled_from(["zh-Hans", "zh-Hant"]))
def test_every_format_and_language_can_tell_it(root, content, form, language):
    code, answer = check(root, content, "--format", form, "--lang", language)

    assert code in (0, 1)
    assert answer or not code


HEAD = b"kind: plan\nid: plan-20231108-a7nc\nscenario: routine\nstep: followup\ndate: 2023-11-08\n"
HOSTILE = {
    "brackets": b"x: " + b"[" * 5000,
    "braces": b"x: " + b"{a: " * 5000,
    "dashes": b"- " * 20000,
    "aliases": b"a: &a [x]\nb: [" + b"*a, " * 2000 + b"]\n",
    "merge keys": b"a: &a {x: y}\n" + b"".join(b"a%d: &a%d {<<: *a, y: z}\n" % (n, n) for n in range(300)),
    "long text": b"title: " + b"a" * 900_000 + b"\n",
    "many items": b"actions:\n" + b"  - {what: x}\n" * 20000,
    "letters as keys": ("x: {" + ",".join(map(chr, range(0x4E00, 0x9F00))) + "}\n").encode(),
    "many keys": b"".join(b"k%d: 1\n" % number for number in range(40000)),
    "many numbers": b"outcomes: [" + b"1, " * 49000 + b"]\n",
    "many people": b"people: {takes_part: [" + "张伟（市场部）, ".encode() * 6000 + b"]}\n",
    "quotes": b"'" * 50000,
    "colons": b"goal: " + b"a:" * 100_000 + b"\n",
    "comment": b"# " * 400_000,
    "dates": ("goal: " + "下周五前" * 20000).encode(),
    "digits": b"goal: " + b"1" * 200_000,
    "figures": ("decisions:\n" + "  - {what: 预算17万元, by: 张伟}\n" * 4000).encode(),
    "zeros": b"\0" * 900_000,
    "two megabytes": b"# x\n" * 600_000,
}


@pytest.fixture(scope="module")
def idle(root) -> float:
    """Seconds of the processor for a file that is no work."""
    return min(program(root, HEAD)[1] for _ in range(3))


@pytest.mark.parametrize("content", [HEAD + each for each in HOSTILE.values()], ids=HOSTILE)
def test_large_and_hostile_files_are_bounded_in_time_and_memory(root, idle, content):
    """A program of its own each, so that its memory can be told; what it needs to start is not the file's fault."""
    code, seconds, memory, answer = program(root, content)

    assert code == 1
    assert json.loads(answer)
    assert seconds - idle < 2 * SECONDS  # other programs slow down even the processor's own time
    assert memory < MEGABYTES


MEASURED = """\
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
figures = [done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]
print(json.dumps([*figures, done.stdout.decode()]))
"""
"""A program between this one and what is measured: a new process counts the memory of the one that it came from."""


def program(root: Path, content: bytes) -> tuple[int, float, float, str]:
    """Run the program itself; return its exit code, seconds of the processor, megabytes at most, and its answer."""
    environment = {**os.environ, "COMMCOORD_NOW": NOW, "COMMCOORD_LANG": "en"}
    (root / PLACE).write_bytes(content)
    command = [sys.executable, "-m", "commcoord", "-C", str(root), "check", "--json"]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *command], capture_output=True, check=True, env=environment
    )
    code, seconds, megabytes, answer = json.loads(done.stdout)
    return code, seconds, megabytes, answer
