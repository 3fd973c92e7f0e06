"""What is said where a document is looked at before it leaves, alike for one record and for a list of them."""

from collections.abc import Sequence

from commcoord.errors import RefusedError
from commcoord.language.labels import label
from commcoord.language.messages import Message, Several, _
from commcoord.render.leaks import Searched, leaked, personal_numbers
from commcoord.session import Session


def refuse_leaks(text: str, left_out: Sequence[str], audience: str) -> None:
    """Raise RefusedError where a phrase of what was left out of a record stands in its document."""
    if phrases := leaked(text, left_out):
        raise RefusedError(
            Message(
                "This was left out for {audience}, and yet stands elsewhere in the record: {phrases}",
                audience=Message(label(audience, "en")),
                phrases=_quoted(phrases),
            ),
            Message("Reword it there, or mark that part with `audience:` too. Nothing was rendered."),
        )


def refuse_leaks_of_many(text: str, left_out: Sequence[tuple[str, list[str]]], audience: str) -> None:
    """Raise RefusedError where what was left out of a record stands in a list of many; it names the record."""
    marked = [(name, texts) for name, texts in left_out if texts]
    document = Searched(text if marked else "")
    for name, texts in marked:
        if phrases := document.for_any_of(texts):
            raise RefusedError(
                Message(
                    "This was left out of {id} for {audience}, and yet stands elsewhere in the list: {phrases}",
                    id=name,
                    audience=Message(label(audience, "en")),
                    phrases=_quoted(phrases),
                ),
                Message("Reword it there, or mark that part with `audience:` too. Nothing was exported."),
            )


def _quoted(phrases: Sequence[str]) -> Several:
    return Several(Message("“{text}”", text=one) for one in phrases[:5])


def tell_personal_numbers(session: Session, text: str) -> None:
    """Say which numbers of persons are in a document that goes outside."""
    for kind, last in personal_numbers(text):
        session.console.warn(
            _("Look before you send it: a {kind} {last} is in it.", kind=_(kind), last=last), "warning"
        )
