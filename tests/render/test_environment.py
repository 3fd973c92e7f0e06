"""Templates: found in the company's folder first, extended block by block, kept in bounds, told of with their line."""

import pytest

from commcoord.errors import ImpossibleError
from commcoord.language import messages
from commcoord.render import child, environment, loading

BUILT_IN = {
    "form.md.j2": "# {{ title }}\n{% block body %}| {{ title }} |\n{% endblock %}",
    "form.html.j2": "<h1>{{ title }}</h1>{% block body %}<p>{{ title }}</p>{% endblock %}",
    "form.txt.j2": "{{ title }} {{ _('{count} records', count=3) }}",
}


@pytest.fixture(autouse=True)
def built_in(tmp_path, monkeypatch):
    folder = tmp_path / "built-in"
    folder.mkdir()
    for name, text in BUILT_IN.items():
        (folder / name).write_text(text, "utf-8")
    monkeypatch.setattr(loading, "shipped", lambda _name: folder)
    monkeypatch.setattr(environment, "has_templates", lambda _company: False)
    return folder


@pytest.fixture
def company(tmp_path):
    folder = tmp_path / "templates"
    folder.mkdir()

    def write(name, text):
        (folder / name).write_text(text, "utf-8")
        return folder

    return write


def refusal(company, name, **context):
    with pytest.raises(ImpossibleError) as refused:
        environment.rendered_here(name, context, company)
    return refused.value.message.english


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("form.md.j2", "# a\\|\\*b\n| a\\|\\*b |\n"),
        ("form.html.j2", "<h1>a|*b</h1><p>a|*b</p>"),
        ("form.txt.j2", "a|*b 3 records"),
    ],
)
def test_a_format_escapes_by_its_own_rules(name, wanted):
    assert environment.rendered(name, {"title": "a|*b"}) == wanted


def test_html_is_escaped_whatever_the_ending_before_it():
    assert "&lt;script&gt;" in environment.rendered("form.html.j2", {"title": "<script>"})


def test_a_company_replaces_one_block_and_keeps_the_rest(company):
    folder = company(
        "form.md.j2", "{% extends 'builtin/form.md.j2' %}{% block body %}*{{ title }}*{% endblock %}"
    )

    assert environment.rendered_here("form.md.j2", {"title": "x"}, folder) == "# x\n*x*"


def test_none_is_nothing_and_what_is_unknown_is_refused(company):
    folder = company("own.md.j2", "{{ title }}.\n{{ titel }}")

    assert environment.rendered_here("form.txt.j2", {"title": None}) == " 3 records"
    assert refusal(folder, "own.md.j2", title=None) == "The template own.md.j2, line 2: 'titel' is undefined"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("\n{% if %}", 2, "Expected an expression"),
        ("\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ("{{ title.__class__.__mro__ }}", 1, "access to attribute '__class__'"),
        ("{{ title.format.__globals__ }}", 1, "__globals__"),
        ("{{ 'a' * 99999999 }}", 1, "repeat a text too often"),
        ("{{ [1] * 9999 * 9999 }}", 1, "repeat a text too often"),
        ("{{ 9 ** 9 ** 9 }}", 1, "this power is too large"),
        ("{{ range(9999999) }}", 1, "Range too big"),
        ("{{ lipsum() }}", 1, "'lipsum' is undefined"),
        ("{{ title | nonsense }}", 1, "No filter named 'nonsense'"),
        ("{{ title.wrong() }}", 1, "has no attribute 'wrong'"),
    ],
)
def test_a_broken_or_hostile_template_is_told_with_its_line(company, text, line, reason):
    told = refusal(company("own.txt.j2", text), "own.txt.j2", title="x")

    assert told.startswith(f"The template own.txt.j2, line {line}: ")
    assert reason in told


@pytest.mark.parametrize(
    "name", ["../secret.md.j2", "/etc/passwd", "a/../../secret.md.j2", "form.html.j2", "x"]
)
def test_nothing_outside_the_folders_is_included(company, tmp_path, name):
    (tmp_path / "secret.md.j2").write_text("secret", "utf-8")
    folder = company("own.md.j2", f"{{% include '{name}' %}}")

    assert refusal(folder, "own.md.j2") == f"There is no template {name}."


def test_a_link_out_of_the_folder_is_not_followed(company, tmp_path):
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    folder = company("own.md.j2", "{% include 'link.md.j2' %}")
    (folder / "link.md.j2").symlink_to(tmp_path / "secret.txt")

    assert refusal(folder, "own.md.j2") == "There is no template link.md.j2."


def test_output_without_end_is_stopped(company, monkeypatch):
    monkeypatch.setattr(environment, "LARGEST_OUTPUT", 1000)
    folder = company("own.txt.j2", "{% for i in range(9999) %}{{ title }}{% endfor %}")

    assert (
        refusal(folder, "own.txt.j2", title="x" * 10)
        == "The template own.txt.j2 writes more than 1000 characters."
    )


@pytest.mark.parametrize("found", [b"\xff\xfe", b"x" * 1_000_001])
def test_a_template_that_is_no_text_is_refused(company, found):
    folder = company("own.txt.j2", "")
    (folder / "own.txt.j2").write_bytes(found)

    assert refusal(folder, "own.txt.j2").startswith("The template own.txt.j2 is ")


def test_only_plain_values_reach_a_template():
    with pytest.raises(TypeError, match="not JSON serializable"):
        environment.rendered("form.txt.j2", {"title": object()})


def test_the_child_renders_and_speaks_the_language(company):
    folder = company("own.txt.j2", "{{ title }} {{ _('yes') }}")

    said = messages.translated("yes", "zh-Hans")
    assert child.rendered_apart("own.txt.j2", {"title": "会"}, folder, "zh-Hans") == f"会 {said}"


def test_the_child_tells_a_fault_with_its_line(company):
    folder = company("own.txt.j2", "\n{{ nobody }}")

    with pytest.raises(ImpossibleError, match=r"own\.txt\.j2, line 2: 'nobody' is undefined"):
        child.rendered_apart("own.txt.j2", {}, folder, "en")


def test_the_child_is_stopped_in_time(company):
    folder = company(
        "own.txt.j2", "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    )

    with pytest.raises(ImpossibleError, match=r"own\.txt\.j2 was stopped after 1\.5 seconds"):
        child.rendered_apart("own.txt.j2", {}, folder, "en", longest=1.5)


def test_the_child_is_stopped_before_it_fills_the_memory(company):
    folder = company("own.txt.j2", "{{ '%2000000000d' % 1 }}")

    with pytest.raises(ImpossibleError, match=r"own\.txt\.j2 uses too much memory"):
        child.rendered_apart("own.txt.j2", {}, folder, "en")


def test_a_company_with_templates_is_rendered_apart(company, monkeypatch):
    monkeypatch.setattr(environment, "has_templates", loading.has_templates)
    folder = company("own.txt.j2", "{{ title }}")

    assert environment.rendered("own.txt.j2", {"title": "x"}, folder) == "x"
    assert loading.has_templates(folder)
    assert not loading.has_templates(folder / "missing")
