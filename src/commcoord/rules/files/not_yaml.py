"""The file cannot be read as one YAML document.

What: the file is not UTF-8, or not YAML, or holds more than one document; it has tabs in its indentation, a key
twice, an anchor, an alias or a tag, or control characters that make people and programs read different things.

Why: what a machine cannot read for certain is neither chased nor counted, and two readers may take it for two
different records.

Bad:
    title: 新品推广方案对接会
    title: 新品推广方案评审会

Good:
    title: 新品推广方案对接会

Bad (en):
    title: Launch plan: channels and budget

Good (en):
    title: "Launch plan: channels and budget"
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from commcoord.language.messages import Message
from commcoord.rules.finding import Finding

if TYPE_CHECKING:
    from commcoord.records.source import Source
    from commcoord.records.view import View

ID = "CC001"
SEVERITY = "error"


def inspect(source: "Source", view: "View") -> Iterator[Finding]:
    """Find a file that is not one YAML document; its `unreadable` says in which line."""
    _ = view
    if source.unreadable is not None and not source.unreadable.marker:
        yield Finding(
            source.unreadable.message,
            hint=Message("Mend that place in an editor; nothing else can be said of the file until then."),
        )
