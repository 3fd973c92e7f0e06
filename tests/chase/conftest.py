"""Records as text, and what the chase says of them on a day."""

from datetime import date, datetime, timedelta

import pytest

from commcoord.chase.attention import attentions
from commcoord.records.calendars import calendar_for
from commcoord.records.settings import Settings
from commcoord.records.source import source_of
from commcoord.records.validating import parsed
from commcoord.records.view import View
from commcoord.store.yaml_reading import read

SETTINGS = """
departments: [市场部, 产品部, 销售部, 法务部]
people:
  - {name: 张伟, department: 市场部, email: zhangwei@example.com}
  - {name: 王强, department: 销售部, email: wangqiang@example.com}
  - {name: 李娜, department: 产品部}
"""


class Chase:
    """Records, looked at on different days."""

    def __init__(self, *texts, settings=SETTINGS):
        self.settings = parsed(Settings, read(settings.encode()).tree)[0]
        trees = [read(text.encode()).tree for text in texts]
        self.sources = tuple(source_of(f"records/{number}.yaml", tree) for number, tree in enumerate(trees))
        assert [one.wrong for one in self.sources] == [[]] * len(texts)
        self.calendar = calendar_for(self.settings.calendar)

    def view(self, moment):
        now = datetime.fromisoformat(moment).replace(tzinfo=self.settings.zone)
        return View(self.sources, self.settings, now, self.calendar)

    def on(self, moment, within=None):
        """Return what the chase says at that moment."""
        return attentions(self.view(moment), within)

    def said(self, moment, type_=""):
        """Return the types and severities said at that moment: `minutes-uncirculated late`."""
        found = [f"{one.watch.type} {one.severity}" for one in self.on(moment)]
        return [one for one in found if one.startswith(type_)]

    def days(self, type_, first, last, clock="12:00"):
        """Return what is said of one type at noon, day by day, as far as it changes: `{day: severity}`."""
        changes, before = {}, None
        day = date.fromisoformat(first)
        while day <= date.fromisoformat(last):
            said = [one.severity for one in self.on(f"{day} {clock}") if one.watch.type in type_.split()]
            now = " ".join(said)
            if now != (before or ""):
                changes[f"{day:%m-%d}"] = now
            before, day = now, day + timedelta(days=1)
        return changes


@pytest.fixture
def chase():
    return Chase
