"""A form as plain text: what a mail shows where nothing else can be shown."""

import pytest

from commcoord.render import plain
from tests.render.conftest import MINUTES, PLAN

HEAD = "kind: minutes\nid: minutes-20231020-7qk2\ntitle: 对接会\nscenario: routine\nstep: hold\ndate: 2023-10-20\n"


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("record", [PLAN, MINUTES])
def test_there_is_no_markup_in_it(form, record, language):
    text = plain.rendered(form(record, language=language))

    assert not any(mark in text for mark in ("<br>", "| ", "**", "#", "`", "\\"))
    assert text.endswith("\n")
    assert "\n\n\n" not in text


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh-Hans", "- 提交清单 [a-3f9k]；负责人：王强；截止时间：2023-10-22；状态：受阻（李娜：缺纸）"),
        ("en", "- 提交清单 [a-3f9k]; Owner: 王强; Deadline: 2023-10-22; Status: blocked (李娜: 缺纸)"),
    ],
)
def test_an_item_is_one_line(form, language, line):
    action = (
        "actions:\n  - {id: a-3f9k, what: 提交清单, owner: 王强, due: 2023-10-22, status: blocked,"
        " needs: {what: 缺纸, of: 李娜}}\n"
    )

    assert line in plain.rendered(form(HEAD + action, language=language)).splitlines()


def test_what_reads_as_markup_elsewhere_stands_as_it_was_written(form):
    words = "- <b>a|b</b> *c* _d_ [e](f) &amp; 1. {{ g }}"
    text = plain.rendered(form(f'{HEAD}place: "{words}"\ndecisions: [{{id: d-aaaa, what: "{words}"}}]\n'))

    assert f"地点：{words}\n" in text
    assert f"决议事项：{words} [d-aaaa]\n" in text


def test_no_text_of_a_record_passes_for_a_heading(form):
    notes = 'topics: [{topic: "预算\\n决议事项：都同意", notes: "一\\n决议事项：都同意\\n\\n二"}]\n'
    text = plain.rendered(form(HEAD + notes))

    assert "- 预算 决议事项：都同意\n  一\n  决议事项：都同意\n  二\n" in text
    assert [line for line in text.splitlines() if line.startswith("决议事项：")] == ["决议事项：—"]
