"""Repositories for reviews: written out as trees, or the example company's files."""

from copy import deepcopy
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from commcoord.records.calendars import calendar_for
from commcoord.records.settings import Settings
from commcoord.records.source import source_of
from commcoord.records.validating import parsed
from commcoord.records.view import View
from commcoord.review.period import period_called
from commcoord.review.report import review_of
from commcoord.store.yaml_bulk import read_tree

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "appliance-maker"
ZONE = ZoneInfo("Asia/Shanghai")


def view_of(trees, settings=None, now="2023-12-29 17:00", calendar="none"):
    """The replayed view of records given as trees."""
    found, wrong = parsed(Settings, settings or {})
    assert not wrong
    sources = tuple(source_of(f"records/{place}.yaml", deepcopy(tree)) for place, tree in enumerate(trees))
    moment = datetime.fromisoformat(now).replace(tzinfo=ZONE)
    return View(sources, found, moment, calendar_for(calendar)).replayed


@pytest.fixture
def review():
    """Return the review of a period of records given as trees."""

    def reviewed(trees, period="2023Q4", **how):
        return review_of(view_of(trees, **how), period_called(period))

    return reviewed


@pytest.fixture(scope="session")
def example():
    """Return the review of a period of the example company as of a moment."""
    settings = read_tree((EXAMPLE / "commcoord.yaml").read_bytes())
    trees = [read_tree(path.read_bytes()) for path in sorted((EXAMPLE / "records").rglob("*.yaml"))]

    def reviewed(period="2023Q4", now="2023-12-29 17:00"):
        return review_of(view_of(trees, settings, now, "CN"), period_called(period))

    return reviewed
