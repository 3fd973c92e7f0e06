"""The page of all rules for the documentation, made of the same docstrings that `explain` shows.

`python -m commcoord.rules.page` prints it; `make docs` puts it where it belongs.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.records.vocabulary import STEPS
from commcoord.rules.manual import manual_of
from commcoord.rules.rule import FILES, rules_of

if TYPE_CHECKING:
    from commcoord.rules.rule import Rule

HEADINGS = {
    FILES: "Files and ids",
    "goal": "Goal 明确目标与诉求",
    "people": "People 确定对象与职责",
    "channel": "Channel 选择渠道",
    "prepare": "Preparation 准备材料与议程",
    "hold": "Holding it 执行与同步",
    "followup": "Follow-up 跟进闭环",
    "archive": "Filing 归档沉淀",
}
INTRODUCTION = """\
# The rules

What `commcoord check` finds, made from the rules' own pages by `make docs`; on a terminal, `commcoord explain RULE`.
An **error** shuts the gate of its step and makes `check` exit 1, a **warning** is shown, an **info** only with
`--verbose`. A rule looks at a record once the record has reached the rule's step. What can no longer be mended is a
warning from then on. What a record takes from its plan is judged in the plan.

A repository switches rules off, or changes their severity, in `commcoord.yaml`:
```yaml
rules: {ignore: [agenda-without-frame], severity: {CC608: info}}
```
Ids and names count in any case, and the beginning of ids means them all: `CC1`. A name that no rule has is a fault of
the settings.
A record switches one off with a reason: `allow: [{rule: CC103, because: the board wanted two}]`.

The examples show only what matters: YAML laid over a record without fault. More records follow after `---`;
`# as of` is the time of the check, `# at` the file's path, `settings:` stands for `commcoord.yaml`.
"""


def page() -> str:
    """Return the page as Markdown, in English with the examples of both languages."""
    return "\n".join([INTRODUCTION, *_contents(), *_sections()])


def _contents() -> Iterator[str]:
    yield "| rule | severity | fault |"
    yield "|---|---|---|"
    for step in (FILES, *STEPS):
        for rule in rules_of(step):
            fault = manual_of(rule.manual).fault
            yield f"| [{rule.id} {rule.name}](#{rule.id.lower()}-{rule.name}) | {rule.severity} | {fault} |"


def _sections() -> Iterator[str]:
    for step in (FILES, *STEPS):
        if rules_of(step):
            yield f"\n## {HEADINGS[step]}"
        for rule in rules_of(step):
            yield from _section(rule)


def _section(rule: "Rule") -> Iterator[str]:
    manual = manual_of(rule.manual)
    yield f"\n### {rule.id} {rule.name}\n\n**{rule.severity}.** {manual.fault}\n"
    yield f"**What:** {manual.what}\n\n**Why:** {manual.why}\n"
    for example in (manual.chinese, manual.english):
        yield f"Bad:\n```yaml\n{example.bad}\n```\nGood:\n```yaml\n{example.good}\n```"


if __name__ == "__main__":
    print(page())
