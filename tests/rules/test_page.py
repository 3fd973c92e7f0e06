"""The page of rules in the documentation is the one that the rules' own docstrings make."""

from pathlib import Path

from commcoord.rules.page import page
from commcoord.rules.rule import all_rules

DOCS = Path(__file__).parent.parent.parent / "docs" / "rules.md"


def test_the_page_in_the_documentation_is_up_to_date():
    assert DOCS.read_text("utf-8") == page() + "\n", "run `make docs`"


def test_every_rule_has_its_row_and_its_section():
    text = page()

    for rule in all_rules():
        assert f"| [{rule.id} {rule.name}](#" in text
        assert f"\n### {rule.id} {rule.name}\n\n**{rule.severity}.**" in text
