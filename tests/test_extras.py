"""What is said where an extra is not installed."""

import sys

import pytest

from commcoord.errors import ImpossibleError
from commcoord.extras import needed

WAYS = {
    "": "pip install 'commcoord[calendar]'",
    "pipx_metadata.json": "pipx runpip 'my tools' install 'commcoord[calendar]'",
    "uv-receipt.toml": "uv pip install --python '{own}' 'commcoord[calendar]'",
}
"""What an installer leaves in the environment that it made, and how an extra gets there."""


@pytest.mark.parametrize("receipt", WAYS)
def test_it_is_told_how_an_extra_gets_to_where_the_program_lies(tmp_path, monkeypatch, receipt):
    own = tmp_path / "my tools"
    own.mkdir()
    if receipt:
        (own / receipt).touch()
    monkeypatch.setattr(sys, "prefix", str(own))

    with pytest.raises(ImpossibleError) as refused, needed("icalendar"):
        raise ModuleNotFoundError

    assert refused.value.hint.english == f"Install it with: {WAYS[receipt].format(own=own)}"
