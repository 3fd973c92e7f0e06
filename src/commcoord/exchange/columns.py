"""The columns of lists of records and items, as `export` writes and `import` reads them: the fields' own names."""

RECORDS = (
    "id", "kind", "title", "scenario", "step", "date", "series", "goal", "people.owner",
    "people.counterpart.organisation", "people.counterpart.contact", "start", "end", "place", "status",
    "archive.category", "archive.conclusion", "links",
)  # fmt: skip
ITEMS = (
    "id", "what", "owner", "department", "due", "status", "done_on", "risk", "needs.what", "needs.of", "evidence",
    "record", "kind", "title", "scenario",
)  # fmt: skip
NOT_OUTSIDE = frozenset({
    "goal", "series", "step", "links", "department", "risk", "needs.what", "needs.of", "evidence",
    "archive.category", "archive.conclusion",
})  # fmt: skip
"""What only our own people see of the lists; the rest is what both sides know."""
LISTS = frozenset({"links"})
SEPARATOR = "; "
"""Between the values of a list within one cell."""
