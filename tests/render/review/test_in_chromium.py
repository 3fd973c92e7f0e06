"""The page in a real browser, which prints it on A4 and runs nothing; only with `make test-slow`."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from commcoord.language import messages
from commcoord.render.review.document import report
from tests.review.conftest import example  # noqa: F401  a fixture

QUIET = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
]


def chromium(page: Path, *wanted: str) -> str:
    program = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    profile = f"--user-data-dir={page.parent / 'profile'}"
    called = [program, *QUIET, profile, *wanted, page.as_uri()]
    done = subprocess.run(called, capture_output=True, encoding="utf-8", timeout=120, check=True)
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_a_browser_shows_the_page_and_prints_it_on_a4(language, tmp_path, example):  # noqa: F811
    messages.use(language)
    page = tmp_path / "review.html"
    page.write_text(report(example().as_json(), "<script>document.title='run'</script>", "html"), "utf-8")
    messages.use("en")

    seen = chromium(page, "--dump-dom")
    chromium(page, f"--print-to-pdf={tmp_path / 'review.pdf'}", "--no-pdf-header-footer")

    assert seen.count("<svg") == 7
    assert "<title>run" not in seen
    sizes = set(re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", (tmp_path / "review.pdf").read_bytes()))
    assert [(round(float(width)), round(float(height))) for width, height in sizes] == [(595, 842)]
