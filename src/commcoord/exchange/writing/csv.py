"""Records as CSV that Excel opens as it is: UTF-8 with a mark, and no text that it would take for a formula."""

import csv
from io import StringIO
from typing import TYPE_CHECKING

from commcoord.exchange.formulas import guarded

if TYPE_CHECKING:
    from commcoord.exchange.lists import Listing

MARK = "\ufeff"
"""Without it Excel reads Chinese in the code page of the country."""


def written(listing: "Listing", *, items: bool) -> str:
    """Return a table of the records, or of their items."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(listing.columns(items=items))
    writer.writerows([guarded(str(cell)) for cell in row] for row in listing.rows(items=items))
    return MARK + target.getvalue()
