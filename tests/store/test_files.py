"""A file is old or new, never half; a second writer waits, and never overwrites what it has not seen."""

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commcoord.errors import ImpossibleError, UsageError
from commcoord.store import files
from commcoord.store.files import ChangedMeanwhileError, write_atomically, write_out
from commcoord.store.locks import exclusive

posix = pytest.mark.skipif(os.name == "nt", reason="modes, signals and limits as POSIX has them")


def write(root, name, content, expected=None):
    write_atomically(root / name, content, expected=expected, root=root)


def leftovers(root):
    return [path for path in root.rglob("*") if path.suffix == ".tmp"]


def process(script, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_new_file_is_written_with_its_folders(tmp_path):
    write(tmp_path, "records/2023Q4/会议.yaml", "新".encode())

    assert (tmp_path / "records/2023Q4/会议.yaml").read_text("utf-8") == "新"
    assert leftovers(tmp_path) == []


@posix
def test_modes_are_the_usual_ones_and_are_kept(tmp_path):
    old = os.umask(0o022)
    try:
        write(tmp_path, "a.yaml", b"1")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o644

    (tmp_path / "a.yaml").chmod(0o640)
    write(tmp_path, "a.yaml", b"2", expected=b"1")
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("present", "expected", "words"),
    [
        (b"theirs", b"old", "changed"),
        (None, b"old", "removed"),
        (b"theirs", None, "changed"),
        (b"", None, "changed"),
    ],
)
def test_what_was_not_seen_is_not_overwritten(tmp_path, present, expected, words):
    path = tmp_path / "a.yaml"
    if present is not None:
        path.write_bytes(present)

    with pytest.raises(ChangedMeanwhileError, match=words):
        write(tmp_path, "a.yaml", b"mine", expected=expected)
    assert (path.read_bytes() if path.exists() else None) == present


def test_a_file_that_is_as_wanted_already_is_left_alone(tmp_path):
    write(tmp_path, "a.yaml", b"same")
    before = (tmp_path / "a.yaml").stat()
    write(tmp_path, "a.yaml", b"same", expected=b"same")

    assert (tmp_path / "a.yaml").stat().st_ino == before.st_ino


@posix
def test_a_file_is_written_where_folders_cannot_be_settled(tmp_path, monkeypatch):
    fsync = os.fsync

    def of_files_only(number):
        if stat.S_ISDIR(os.fstat(number).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(number)

    monkeypatch.setattr(os, "fsync", of_files_only)
    write_atomically(tmp_path / "a.yaml", b"new\n", expected=None, root=tmp_path)

    assert (tmp_path / "a.yaml").read_bytes() == b"new\n"


@posix
def test_links_that_lead_out_are_refused_and_those_inside_stay_links(tmp_path):
    root, outside = tmp_path / "repo", tmp_path / "repo-evil"
    root.mkdir()
    outside.mkdir()
    (root / "out").symlink_to(outside)
    (outside / "victim.yaml").write_bytes(b"old")
    (root / "victim.yaml").symlink_to(outside / "victim.yaml")
    (root / "real.yaml").write_bytes(b"old")
    (root / "link.yaml").symlink_to("real.yaml")

    for name in ("out/new.yaml", "victim.yaml", "../repo-evil/new.yaml"):
        with pytest.raises(ImpossibleError, match="outside"):
            write(root, name, b"new", expected=b"old")
    write(root, "link.yaml", b"new", expected=b"old")

    assert [path.name for path in outside.iterdir()] == ["victim.yaml"]
    assert (outside / "victim.yaml").read_bytes() == b"old"
    assert (root / "link.yaml").is_symlink()
    assert (root / "real.yaml").read_bytes() == b"new"


@pytest.mark.parametrize(
    "name",
    [
        "con.yaml",
        "NUL",
        "a:b.yaml",
        "a?.yaml",
        "a|b",
        "a.",
        "a ",
        "-rf.yaml",
        "议" * 86,
        ".git/config",
        "x/.GIT/hooks/y",
        "COM1.txt",
    ],
)
def test_names_that_not_every_system_holds_are_refused(tmp_path, name):
    with pytest.raises(ImpossibleError, match="cannot be called"):
        write(tmp_path, name, b"x")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "read-only"),
        (errno.EROFS, "read-only"),
        (errno.ENOSPC, "disk is full"),
        (errno.EIO, "cannot be written"),
    ],
)
@pytest.mark.parametrize("step", ["_write_new", "_rename"])
def test_the_systems_refusals_become_sentences_and_the_old_file_stays(
    tmp_path, monkeypatch, number, words, step
):
    def refuse(temporary, *_rest):
        temporary.write_bytes(b"half")
        raise OSError(number, os.strerror(number))

    (tmp_path / "a.yaml").write_bytes(b"old")
    monkeypatch.setattr(files, step, refuse)

    with pytest.raises(ImpossibleError, match=words):
        write(tmp_path, "a.yaml", b"new", expected=b"old")
    assert (tmp_path / "a.yaml").read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_a_repository_in_which_no_lock_can_be_made_is_a_sentence(tmp_path):
    (tmp_path / ".commcoord").write_text("a file, not a folder", "utf-8")

    with pytest.raises(ImpossibleError, match="cannot be written"):
        write(tmp_path, "a.yaml", b"x")


@pytest.mark.parametrize(("times", "written"), [(3, True), (99, False)])
def test_a_busy_file_on_windows_is_tried_again_for_a_while(tmp_path, monkeypatch, times, written):
    replace, calls = Path.replace, []

    def busy(self, target):
        calls.append(target)
        if len(calls) <= times:
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = 32
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)

    if written:
        write(tmp_path, "a.yaml", b"x")
    else:
        with pytest.raises(ImpossibleError, match="read-only"):
            write(tmp_path, "a.yaml", b"x")
    assert (tmp_path / "a.yaml").exists() == written


LIMITED = """
import resource, sys
from pathlib import Path
from commcoord.errors import ImpossibleError
from commcoord.store.files import write_atomically
root = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(root / "a.yaml", b"n" * 5000, expected=b"old", root=root)
except ImpossibleError as error:
    print(error)
"""


@posix
def test_a_full_disk_leaves_the_old_file(tmp_path):
    (tmp_path / "a.yaml").write_bytes(b"old")
    said, _ = process(LIMITED, tmp_path).communicate(timeout=60)

    assert said.startswith("The disk is full")
    assert (tmp_path / "a.yaml").read_bytes() == b"old"
    assert leftovers(tmp_path) == []


ENDLESS = """
import sys
from pathlib import Path
from commcoord.store.files import write_atomically
root = Path(sys.argv[1])
old = (root / "a.yaml").read_bytes()
print("begun", flush=True)
while True:
    new = (b"B" if old[:1] == b"A" else b"A") * 300_000
    write_atomically(root / "a.yaml", new, expected=old, root=root)
    old = new
"""


def kill_writers(tmp_path, moments):
    """Kill a writer at each moment; return what was found then that is neither the old nor the new text."""
    broken = []
    path = tmp_path / "a.yaml"
    path.write_bytes(b"A" * 300_000)
    for moment in moments:
        writer = process(ENDLESS, tmp_path)
        writer.stdout.readline()
        time.sleep(moment)
        writer.send_signal(signal.SIGKILL)
        writer.communicate(timeout=60)
        found = path.read_bytes()
        broken += [] if found in (b"A" * 300_000, b"B" * 300_000) else [found]
    write(tmp_path, "a.yaml", b"after", expected=path.read_bytes())
    return broken


@posix
def test_a_writer_killed_at_any_moment_leaves_a_whole_file(tmp_path):
    assert kill_writers(tmp_path, [step * 0.0013 for step in range(20)]) == []
    assert leftovers(tmp_path) == []


@posix
@pytest.mark.slow
def test_300_writers_killed_at_random_moments_leave_a_whole_file(tmp_path):
    source = random.Random(300)  # noqa: S311  repeatable, not secret

    assert kill_writers(tmp_path, [source.uniform(0, 0.03) for _ in range(300)]) == []
    assert leftovers(tmp_path) == []


UPDATES = """
import sys
from pathlib import Path
from commcoord.store.files import ChangedMeanwhileError, write_atomically, write_out
from commcoord.store.locks import exclusive
root, name, held = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "held"
path = root / "log.txt"
for number in range(50):
    line = f"{name}-{number}\\n".encode()
    if held:
        with exclusive(root, 60):
            old = path.read_bytes()
            write_atomically(path, old + line, expected=old, root=root)
        continue
    while True:
        old = path.read_bytes()
        try:
            write_atomically(path, old + line, expected=old, root=root)
            break
        except ChangedMeanwhileError:
            pass
"""


@pytest.mark.parametrize("way", ["held", "tried again"])
def test_four_writers_lose_nothing(tmp_path, way):
    (tmp_path / "log.txt").write_bytes(b"")
    writers = [process(UPDATES, tmp_path, name, way) for name in "abcd"]
    for writer in writers:
        _, complaint = writer.communicate(timeout=120)
        assert complaint == ""

    lines = (tmp_path / "log.txt").read_text("utf-8").splitlines()
    assert sorted(lines) == sorted(f"{name}-{number}" for name in "abcd" for number in range(50))


HOLDER = """
import sys, time
from pathlib import Path
from commcoord.store.locks import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_lock_is_waited_for_in_bounds_and_dies_with_its_holder(tmp_path):
    holder = process(HOLDER, tmp_path)
    holder.stdout.readline()
    with pytest.raises(ImpossibleError, match="Another command"), exclusive(tmp_path, 0.2):
        pytest.fail("two writers at once")
    holder.kill()
    holder.communicate(timeout=60)

    write(tmp_path, "a.yaml", b"x")
    assert (tmp_path / "a.yaml").read_bytes() == b"x"


# ── files that somebody named ───────────────────────────────────────────────────────────────────────────────────────


@posix
def test_on_a_full_disk_the_old_file_is_whole(tmp_path):
    import resource  # not on Windows

    path = tmp_path / "report.html"
    path.write_bytes(b"old" * 1000)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, limits[1]))
    try:
        with pytest.raises(ImpossibleError):
            write_out(path, b"new" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)

    assert path.read_bytes() == b"old" * 1000
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.parametrize("name", ["commcoord.yaml", "records/2023Q4/plan/x.yaml", "records/new.yml"])
def test_nothing_is_put_over_what_belongs_to_the_records(tmp_path, name):
    (tmp_path / "commcoord.yaml").write_text("version: 1\n")
    (tmp_path / "records/2023Q4/plan").mkdir(parents=True)

    with pytest.raises(UsageError):
        write_out(tmp_path / name, b"x")
    assert (tmp_path / "commcoord.yaml").read_text() == "version: 1\n"
    write_out(tmp_path / "records.yaml", b"x")
    assert (tmp_path / "records.yaml").read_bytes() == b"x"


@pytest.mark.parametrize(
    "name",
    [
        ".gitattributes",
        ".GitIgnore",
        "docs/.gitignore",
        ".git/config",
        ".commcoord/index.sqlite",
        "templates",
        "templates/md/minutes.md.j2",
    ],
)
def test_nothing_is_put_over_what_git_goes_by_nor_over_a_template(tmp_path, name):
    (tmp_path / "commcoord.yaml").write_text("version: 1\n")
    for folder in (".git", ".commcoord", "docs"):
        (tmp_path / folder).mkdir()
    if name != "templates":
        (tmp_path / "templates/md").mkdir(parents=True)
        (tmp_path / "templates/md/minutes.md.j2").write_text("own")

    with pytest.raises(UsageError, match="belongs to the records"):
        write_out(tmp_path / name, b"x")
    write_out(tmp_path / "docs/templates", b"x")


@posix
def test_a_device_is_written_into_and_a_link_is_followed(tmp_path):
    (tmp_path / "link").symlink_to("there")
    write_out(Path(os.devnull), b"x")
    write_out(tmp_path / "link", b"x")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_bytes() == b"x"


@pytest.mark.parametrize("age", [-(10**8), 10**8])
def test_a_sign_from_another_time_holds_nobody_up(tmp_path, age):
    queue = tmp_path / ".commcoord/locks/queue"
    queue.mkdir(parents=True)
    dead = queue / "00000000000000000001-dead"
    dead.touch()
    os.utime(dead, (time.time() - age, time.time() - age))
    with exclusive(tmp_path, patience=0):
        pass

    assert not dead.exists()
