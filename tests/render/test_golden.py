"""The four forms of the example company, line by line, in three languages; `--snapshot-update` writes them anew."""

from datetime import datetime

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from commcoord.language import messages
from commcoord.render import plain
from commcoord.render.composing import composed
from commcoord.render.to import md
from commcoord.store.shipped import shipped
from commcoord.workspace import Workspace

RECORDS = {
    "plan": "plan-20231020-m4x9",
    "minutes": "minutes-20231020-7qk2",
    "task": "task-20231023-n5c8",
    "feedback": "feedback-20231018-a8ct",
}


class Markdown(SingleFileSnapshotExtension):
    """One readable file a form."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"


class Text(SingleFileSnapshotExtension):
    """The text of a mail."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture(scope="module")
def workspace():
    root = shipped("examples") / "appliance-maker"
    return Workspace.open(root, lambda zone: datetime(2023, 12, 29, 17, tzinfo=zone))


@pytest.fixture(autouse=True)
def _language():
    yield
    messages.use("en")


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("kind", RECORDS)
def test_a_form_reads_as_it_did(kind, language, workspace, snapshot):
    messages.use(language)
    found = composed(workspace.view.record(RECORDS[kind]), workspace.view, "internal", language)

    assert md.rendered(found) == snapshot(name=f"{kind}.{language}", extension_class=Markdown)


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("kind", RECORDS)
def test_the_text_of_a_mail_reads_as_it_did(kind, language, workspace, snapshot):
    messages.use(language)
    found = composed(workspace.view.record(RECORDS[kind]), workspace.view, "internal", language)

    assert plain.rendered(found) == snapshot(name=f"{kind}.{language}", extension_class=Text)
