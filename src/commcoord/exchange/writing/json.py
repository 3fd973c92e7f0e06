"""Records as JSON, the same in every language."""

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commcoord.exchange.lists import Listing


def written(listing: "Listing", *, items: bool) -> str:
    """Return a list of the records, or of their items with the record that each belongs to."""
    return json.dumps(listing.objects(items=items), ensure_ascii=False, indent=2, default=str) + "\n"
