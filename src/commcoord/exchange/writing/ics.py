"""Records as one calendar: each communication, and each deadline that is still open."""

from typing import TYPE_CHECKING

from commcoord.render.composing import composed
from commcoord.render.to.ics import calendar_of

if TYPE_CHECKING:
    from commcoord.exchange.lists import Listing


def written(listing: "Listing", *, items: bool) -> str:
    """Return the calendar, with the deadlines alone where items are asked for.

    Raises ImpossibleError where the extra `calendar` is not installed.
    """
    view = listing.view
    found = [composed(view.records[one.id], view, listing.audience) for one in listing.records]
    return calendar_of(found, meetings=not items)
