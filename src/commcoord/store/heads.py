"""What an index returns of a file whose record somebody may want to look into."""

from typing import NamedTuple


class Head(NamedTuple):
    """What is known of a file and its record without looking into it."""

    file: int
    path: str
    name: str
    latest: str | None
    """No day that the file names is later; none, like the others, where it holds no record that can be read."""
    kind: str | None
    day: str | None
    half: str | None
    """What is asked often of the record, where that was wanted."""
