"""What the tests of the contract share: records written by hand, as a person with an editor writes them."""

import re
from pathlib import Path

import pytest

ID = re.compile(r"^id: *(\S+)", re.MULTILINE)


def place_of(record: str) -> str:
    """Return where the contract has a record: `<quarter of the date>/<kind>/<id>.yaml`."""
    kind, day, _chance = record.split("-")
    return f"records/{day[:4]}Q{(int(day[4:6]) + 2) // 3}/{kind}/{record}.yaml"


@pytest.fixture
def write(repository):
    """Write the text of a record to its place in the repository and return the path."""

    def written(text: str, path: str = "") -> Path:
        file = repository.root / (path or place_of(ID.search(text)[1]))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file

    return written


@pytest.fixture
def settings(repository):
    """Add lines to the settings, or put others in the place of those that stand there."""

    def changed(lines: str) -> None:
        path = repository.root / "commcoord.yaml"
        text = path.read_text("utf-8")
        for line in lines.splitlines():
            key = line.partition(":")[0]
            text = re.sub(rf"^{key}:.*\n(?:[ ]+.*\n)*", "", text, flags=re.MULTILINE) + line + "\n"
        path.write_text(text, "utf-8")

    return changed
