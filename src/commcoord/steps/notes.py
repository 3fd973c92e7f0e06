"""Quick notes into the structure of minutes or feedback; what has no place of its own is refused, never dropped."""

from typing import TYPE_CHECKING, Any

from commcoord.errors import UsageError
from commcoord.language.messages import Message
from commcoord.language.quick_notes import QuickAction, quick_notes
from commcoord.records import editing
from commcoord.records.outline import MODELS
from commcoord.records.vocabulary import ITEM_FIELDS
from commcoord.steps import forms

if TYPE_CHECKING:
    from commcoord.language.quick_notes import QuickTopic
    from commcoord.steps.setting import Setting


def write_notes(tree: dict[str, Any], text: str, setting: "Setting") -> None:
    """Write quick notes into a tree: topics with their notes, decisions, actions and facts.

    In feedback, what is no action or fact is what the other side said. A deadline that is no date stays in the words
    of its action, and is told. Raises UsageError where the kind of record has no place for a discussion.
    """
    topics = quick_notes(text)
    if setting.kind == "minutes":
        _add(
            tree, setting, "topics", _merged(tree, [_topic(one) for one in topics if one.topic or one.notes])
        )
        _add(
            tree,
            setting,
            "decisions",
            [forms.decided(one, setting) for topic in topics for one in topic.decisions],
        )
    else:
        _add(tree, setting, "said", [line for topic in topics for line in _words(topic)])
    _add(
        tree,
        setting,
        ITEM_FIELDS[setting.kind],
        [_action(one, setting) for topic in topics for one in topic.actions],
    )
    _add(tree, setting, "facts", [forms.confirmed(one, setting) for topic in topics for one in topic.facts])


def _add(tree: dict[str, Any], setting: "Setting", field: str, values: list[Any]) -> None:
    if not values:
        return
    if field == "said" and setting.kind != "feedback":
        raise UsageError(
            Message(
                "A {kind} has no place for notes of a discussion: {text}",
                kind=setting.kind,
                text=" / ".join(values),
            ),
            Message("Write minutes with: commcoord new minutes --from {id}", id=tree["id"]),
        )
    editing.add(tree, MODELS[setting.kind], field, values)


def _topic(quick: "QuickTopic") -> dict[str, Any]:
    found = {
        "topic": quick.topic,
        "notes": "\n".join(quick.notes),
        "outcome": "decided" if quick.decisions else "",
    }
    return {key: value for key, value in found.items() if value}


def _merged(tree: dict[str, Any], topics: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Write notes into a topic that is there already, as a series carries it over; return those that are new."""
    present = {one.get("topic"): one for one in tree.get("topics") or [] if isinstance(one, dict)}
    new = []
    for topic in topics:
        known = present.get(topic.get("topic")) if topic.get("topic") else None
        if known is None:
            new.append(topic)
            continue
        notes = [text for text in (known.get("notes"), topic.get("notes")) if text]
        known.update(
            {
                key: value
                for key, value in (("notes", "\n".join(notes)), ("outcome", topic.get("outcome")))
                if value
            }
        )
    return new


def _words(quick: "QuickTopic") -> list[str]:
    return [*([quick.topic] if quick.topic else []), *quick.notes, *(one.what for one in quick.decisions)]


def _action(quick: QuickAction, setting: "Setting") -> dict[str, Any]:
    if not quick.deadline:
        return forms.promised(quick, "", setting)
    try:
        due = forms.day(quick.deadline, setting)
    except UsageError:
        setting.no_dates.append(quick.deadline)
        kept = QuickAction(quick.undated, quick.owners)
        return forms.promised(kept, "", setting)
    return forms.promised(quick, due, setting)
