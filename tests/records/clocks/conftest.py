"""A repository of one record, looked at on a day that the test names."""

from datetime import datetime

import pytest

from commcoord.records.calendars import calendar_for
from commcoord.records.settings import Settings
from commcoord.records.source import source_of
from commcoord.records.validating import parsed
from commcoord.records.view import View
from commcoord.store.yaml_reading import read


@pytest.fixture
def seen():
    """Return the view of some records, each a YAML text, at a time of Shanghai."""

    def look(now, *texts, settings=""):
        chosen, wrong = parsed(Settings, read(settings.encode()).tree if settings else {})
        assert not wrong
        sources = [source_of(f"{place}.yaml", read(text.encode()).tree) for place, text in enumerate(texts)]
        assert not [one.wrong for one in sources if one.wrong]
        moment = datetime.fromisoformat(now).replace(tzinfo=chosen.zone)
        return View(tuple(sources), chosen, moment, calendar_for(chosen.calendar))

    return look
