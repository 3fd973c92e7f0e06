"""The README's transcripts are run as they stand, in a folder of their own."""

import pytest

from tests.test_house import ROOT
from tests.transcripts import Shell, commands_of, matches

PAGES = ("README.md", "README.zh-CN.md")


@pytest.mark.parametrize("page", PAGES)
def test_a_reader_sees_what_the_page_shows(page, tmp_path):
    typed = commands_of(ROOT / page)
    shell = Shell(tmp_path)

    assert len(typed) > 10
    for line, shown in typed:
        screen = shell.types(line)
        assert matches(shown, screen), f"$ {line}\n--- the page\n{shown}\n--- the screen\n{screen}"


def test_an_ellipsis_stands_for_any_text():
    assert matches("Written: …/a.yaml\n…\nend", "Written: records/a.yaml\none\ntwo\nend\n")
    assert not matches("Written: …/b.yaml", "Written: records/a.yaml\n")
