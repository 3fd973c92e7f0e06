"""Tell which fields of a record could not be read, so that nobody takes what is shown for all that is written."""

from typing import TYPE_CHECKING

from commcoord.language.messages import Several, _

if TYPE_CHECKING:
    from commcoord.records.source import Source
    from commcoord.session import Session


def unread(source: "Source") -> list[str]:
    """Return the dotted paths of the fields that were left out because they cannot be read."""
    return list(dict.fromkeys(".".join(map(str, fault.path)) for fault in source.wrong))


def tell_unread(session: "Session", source: "Source") -> None:
    """Say which fields are not shown, and which command says why; nothing where all could be read."""
    fields = unread(source)
    if fields:
        session.console.warn(
            _(
                "Not shown, because it cannot be read: {fields}. See: commcoord check {path}",
                fields=Several(fields),
                path=source.path,
            ),
            "warning",
        )
