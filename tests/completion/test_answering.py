"""What may stand where the cursor is."""

import pytest

from commcoord.commands.quality.stats import GROUPS
from commcoord.completion.answering import candidates


@pytest.fixture
def offered(company, monkeypatch):
    """Return a way to ask for candidates in the example company, by the words typed so far."""
    monkeypatch.chdir(company.root)

    def ask(*words):
        return [text for text, _about in candidates(words)]

    return ask


def test_commands_come_with_what_they_do(offered):
    assert {"goal", "followup", "circulate", "completion"} <= set(offered(""))
    assert offered("fol") == ["followup"]
    assert offered("help", "circ") == ["circulate"]
    assert dict(candidates(["circ"]))["circulate"].startswith("Send minutes")


def test_records_newest_first_and_only_those_that_fit(offered):
    assert offered("show", "minutes-20231226")[0] == "minutes-20231226-y6db"
    assert offered("show", "y6db") == ["minutes-20231226-y6db"]
    assert {one.partition("-")[0] for one in offered("circulate", "")} == {"minutes"}
    assert offered("-C", "records", "--lang", "en", "show", "y6db") == ["minutes-20231226-y6db"]


def test_only_open_items(offered):
    found = offered("done", "")

    assert "a-re5g" in found
    assert "a-3f9k" not in found
    assert offered("done", "re5") == ["a-re5g"]


def test_people_departments_rules_and_words(offered):
    assert offered("followup", "--who", "张") == ["张伟"]
    assert offered("followup", "--who", "Gr") == ["Grace Liu"]
    assert offered("followup", "--department", "物") == ["物流部"]
    assert offered("explain", "CC103") == ["CC103"]
    assert offered("explain", "goal-") == ["goal-missing", "goal-without-result"]
    assert offered("new", "pl") == ["plan"]
    assert offered("list", "--scenario", "sup") == ["supplier"]
    assert offered("review", "2023") == ["2023Q4", "2023Q3"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["render", "y6db", "--to", ""], {"md", "html", "docx", "xlsx", "eml", "ics"}),
        (["export", "--to", ""], {"xlsx", "csv", "json", "ics"}),
        (["check", "--format", ""], {"text", "json", "github", "gitlab", "sarif"}),
        (["followup", "--format", "i"], {"ics"}),
        (["stats", "--by", ""], {*GROUPS}),
        (["list", "--series", "周"], {"周例会"}),
        (["list", "--counterpart", "Hans"], {"Hansen Retail"}),
        (["archive", "y6db", "--category", "物流"], {"物流延迟"}),
        (["progress", "a-re5g", "--status", ""], {"open", "doing"}),
        (["followup", "y6db", "--status", "sol"], {"solved"}),
        (["hold", "y6db", "--severity", ""], {"low", "normal", "high"}),
        (["hold", "y6db", "--leftover", "re5"], {"a-re5g"}),
        (["goal", "y6db", "--title", ""], set()),
        (["show", "--json", "y6db"], {"minutes-20231226-y6db"}),
    ],
)
def test_the_values_of_options(offered, words, found):
    assert set(offered(*words)) == found


def test_options_of_a_command_and_of_all(offered):
    assert "--department" in offered("followup", "--de")
    assert offered("when", "--js") == ["--json"]
    assert "--as-of" in offered("--a")


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense", ""],
        ["nonsense", "--"],
        ["show", "$(touch x)"],
        ["-C", "/nowhere/at/all", "show", ""],
        ["--lang", "e"],
        [""] * 3,
    ],
)
def test_what_cannot_be_known_offers_nothing_and_fails_at_nothing(offered, words):
    assert all(isinstance(one, str) for one in offered(*words))


def test_outside_of_a_repository_commands_are_completed_and_ids_are_not(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert candidates(["show", ""]) == []
    assert dict(candidates(["sho"]))


def test_bash_gets_spaces_escaped_and_powershell_marks_its_last_word(company, monkeypatch):
    monkeypatch.chdir(company.root)

    assert (
        company("__complete", "bash", "--", "followup", "--who", "Grace\\ L").out == "Grace\\ Liu\tExport\n"
    )
    assert company("__complete", "powershell", "--", "followup", "--who", "=Gr").out == "Grace Liu\tExport\n"
