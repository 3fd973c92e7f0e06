"""`commcoord render`, as a person types it."""

import pytest

from tests.conftest import EXAMPLE_DAY


def test_markdown_goes_to_stdout_in_the_language_of_the_repository_or_another(company):
    assert company("render", "7qk2", lang="zh-Hans").out.startswith("# 会议纪要表：新品推广方案对接会\n")
    assert company("render", "7qk2", "--lang", "zh-Hant", lang="").out.startswith("# 會議紀要表：")
    assert company("render", "7qk2", lang="en").out.startswith("# Minutes: 新品推广方案对接会\n")


@pytest.mark.parametrize(
    ("to", "beginning"),
    [
        ("md", b"# Minutes"),
        ("html", b"<!DOCTYPE html>"),
        ("docx", b"PK"),
        ("eml", b"Subject:"),
        ("ics", b"BEGIN:VCAL"),
    ],
)
def test_every_format_goes_to_a_file(company, tmp_path, to, beginning):
    path = tmp_path / f"out.{to}"
    answer = company("render", "7qk2", "--to", to, "-o", str(path), now=EXAMPLE_DAY)

    assert path.read_bytes().startswith(beginning)
    assert answer.out == ""
    assert answer.err == f"Written: {path}\n"


def test_an_unknown_format_or_audience_is_wrong_use(company):
    assert (
        "“pdf” is none of docx, eml, html, ics, md, xlsx."
        in company("render", "7qk2", "--to", "pdf", code=2).err
    )
    assert (
        "“all” is none of internal, participants, external."
        in company("render", "7qk2", "--audience", "all", code=2).err
    )


def test_parts_for_the_inside_stay_inside(company):
    inside = company("render", "b6t4", "--audience", "internal", lang="zh-Hans")
    outside = company("render", "b6t4", "--audience", "external", lang="en")

    assert "净化器" in inside.out
    assert "净化器" not in outside.out
    assert "Left out for external" in outside.err


def test_a_record_for_participants_does_not_go_outside(company):
    answer = company("render", "p6wn", "--audience", "external", code=1)

    assert "minutes-20231108-p6wn is for participants; it is not shown to external." in answer.err
    assert answer.out == ""


def leaking(company, words):
    path = company.root / "records/2023Q4/minutes/minutes-20231103-b6t4.yaml"
    text = path.read_text("utf-8")
    place = text.index("next_steps: ") + len("next_steps: ")
    path.write_text(f"{text[:place]}{words}，{text[place:]}", "utf-8")


def test_what_was_left_out_and_stands_elsewhere_is_refused_by_name(company, tmp_path):
    leaking(company, "孙浩手上的空气净化器需求顺延")
    answer = company("render", "b6t4", "--audience", "external", "-o", str(tmp_path / "out.md"), code=1)

    assert "and yet stands elsewhere in the record: “孙浩手上的空气净化器需求顺延”" in answer.err
    assert not (tmp_path / "out.md").exists()


def test_numbers_of_persons_are_flagged_outside_only(company):
    leaking(company, "请打13812345678")

    assert "a telephone number …5678 is in it" in company("render", "b6t4", "--audience", "external").err
    assert "telephone" not in company("render", "b6t4", "--audience", "internal").err


def test_a_company_has_its_own_template(company):
    folder = company.root / "templates" / "md"
    folder.mkdir(parents=True)
    own = (
        "{% extends 'builtin/md/minutes.md.j2' %}{% block title %}# {{ form.organisation }}\n\n{% endblock %}"
    )
    (folder / "minutes.md.j2").write_text(own, "utf-8")

    assert company("render", "7qk2", lang="zh-Hans").out.startswith("# 远航家电\n\n| 会议名称 |")


def test_a_file_that_cannot_be_written_is_said(company, tmp_path):
    answer = company("render", "7qk2", "-o", str(tmp_path), code=3)

    assert f"{tmp_path} cannot be written" in answer.err
