"""The habits of the house, kept by machine: small functions, small modules, honest names, nothing caught blindly."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "commcoord"
MODULES = sorted(SOURCE.rglob("*.py"))
PURE_ROOMS = ("records", "steps", "rules", "chase", "review", "language")

LONGEST_FUNCTION = 50  # lines
LONGEST_MODULE = 300  # lines that are neither empty nor a comment
UNDOCUMENTED = 5  # lines: a public function longer than this says what it is for
EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common|data|info|stuff)($|_)")

each_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return node.end_lineno - node.lineno + 1


@each_module
def test_no_function_is_long(path):
    assert [(node.name, length(node)) for node in functions(path) if length(node) > LONGEST_FUNCTION] == []


@each_module
def test_no_module_is_long(path):
    lines = [line.strip() for line in path.read_text("utf-8").splitlines()]

    assert sum(bool(line) and not line.startswith("#") for line in lines) <= LONGEST_MODULE


@each_module
def test_a_module_is_named_after_what_it_is_about(path):
    assert not EMPTY_NAMES.search(path.stem)


def public_functions(path: Path) -> Iterator[ast.FunctionDef]:
    """The functions that others may call: of the module and of its classes, not those within functions."""
    top = tree(path).body
    inside = [node for one in top if isinstance(one, ast.ClassDef) for node in one.body]
    return (node for node in (*top, *inside) if isinstance(node, ast.FunctionDef))


@each_module
def test_public_functions_say_what_they_are_for(path):
    silent = [
        node.name
        for node in public_functions(path)
        if not node.name.startswith("_") and length(node) > UNDOCUMENTED and ast.get_docstring(node) is None
    ]

    assert silent == []


@each_module
def test_nothing_catches_everything(path):
    if path == SOURCE / "cli.py":  # the one boundary, where what was not foreseen becomes a sentence
        return
    handlers = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler)]
    everything = [
        node.lineno
        for node in handlers
        if node.type is None or ast.unparse(node.type) in ("Exception", "BaseException")
    ]

    assert everything == []


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_a_pure_room_has_no_clock(room):
    """The time comes in as a value, so that any past day can be replayed."""
    asked = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in (SOURCE / room).rglob("*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in ("now", "utcnow", "today", "monotonic")
        if ast.unparse(node.value).split(".")[-1] in ("datetime", "date", "time")
    ]

    assert asked == []


@pytest.mark.parametrize(
    "room", sorted(path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists())
)
def test_the_tests_mirror_the_source(room):
    """A room that has modules has tests of its own."""
    modules = [path for path in (SOURCE / room).rglob("*.py") if path.name != "__init__.py"]
    tests = list((ROOT / "tests" / room).rglob("test_*.py"))

    assert bool(modules) <= bool(tests)


def tracked_texts() -> Iterator[tuple[str, str]]:
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    ).stdout
    for name in names.strip("\0").split("\0"):
        path = ROOT / name
        if path.is_file() and path.suffix not in (".docx", ".xlsx", ".png"):
            yield name, path.read_text("utf-8", errors="replace")


def test_no_tracked_file_names_a_machine():
    """The folders of one person's machine are nobody else's."""
    machine = re.compile(r"(?<![\w.~:/-])/(?:home|Users|root|work)/\w[\w./-]*")

    assert [(name, found[0]) for name, text in tracked_texts() if (found := machine.search(text))] == []


def test_the_pins_come_from_wherever_the_user_gets_packages():
    """The pins name versions and hashes; which registry to ask is the affair of the machine."""
    pins = (ROOT / "requirements-dev.txt").read_text("utf-8")

    assert not re.search(r"index|find-links|://", pins)
    assert len(re.findall(r"^\S+==", pins, re.MULTILINE)) == len(
        re.findall(r"^\S+==.*\n    --hash=sha256:", pins, re.MULTILINE)
    )
