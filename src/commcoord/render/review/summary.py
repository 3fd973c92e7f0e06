"""The top of the report: the figures that a head of department looks for, and what needs attention."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from commcoord.language.messages import _, plural
from commcoord.render.review.section import Section
from commcoord.render.review.table import Cell, Column, listed, table

if TYPE_CHECKING:
    from commcoord.render.review.section import Answer
    from commcoord.render.review.table import Table

RATES = (
    ("minutes", "rate", "on_time", ("on_time", "late", "never")),
    ("materials", "rate", "on_time", ("on_time", "late")),
    ("actions", "completion_rate", "done", ("total",)),
    ("actions", "on_time_rate", "done_on_time", ("done_on_time", "done_late")),
    ("feedback", "answered_rate", "answered_on_time", ("answered_on_time", "answered_late")),
    ("feedback", "solved_rate", "solved_on_time", ("solved_on_time", "solved_late")),
)
"""Each rate of the top with the count that it is of, and the counts that it is over."""

MOST_CARDS = 5  # rates among the cards; with three counts they fill two rows


def rate_names() -> dict[tuple[str, str], str]:
    """Return what people call the rates."""
    return {
        ("minutes", "rate"): _("Minutes sent in time"),
        ("materials", "rate"): _("Materials sent in time"),
        ("actions", "completion_rate"): _("Actions done"),
        ("actions", "on_time_rate"): _("Actions done in time"),
        ("feedback", "answered_rate"): _("Feedback answered in time"),
        ("feedback", "solved_rate"): _("Feedback solved in time"),
    }


def cards(answer: "Answer") -> list[dict[str, Any]]:
    """Return the figures for the top of a page: name, value, what it is of, its change and whether that is good."""
    names = rate_names()
    found = [_rate_card(answer, names[one[0], one[1]], *one) for one in RATES[:MOST_CARDS]]
    recurring = [one for one in answer["problems"] if one["recurring"]]
    counted = (
        (_("Records"), answer["records"]["total"], answer["changes"]["records.total"], 0),
        (_("Open and overdue"), answer["actions"]["overdue"], answer["changes"]["actions.overdue"], -1),
    )
    found += [_count_card(*one) for one in counted]
    return [*found, _count_card(_("Problems that keep coming back"), len(recurring), None, -1)]


def _rate_card(
    answer: "Answer", name: str, group: str, key: str, part: str, wholes: tuple[str, ...]
) -> dict[str, Any]:
    change = answer["changes"].get(f"{group}.{key}")
    whole = sum(answer[group][one] for one in wholes)
    return {
        "name": name,
        "value": Cell(answer[group][key], "percent").text,
        "of": f"{answer[group][part]}/{whole}",
        "change": Cell(change, "points").text if change is not None else "",
        "tone": _tone(change, 1),
    }


def _count_card(name: str, value: int, change: int | None, better: int) -> dict[str, Any]:
    return {
        "name": name,
        "value": str(value),
        "of": "",
        "change": Cell(change, "change").text if change is not None else "",
        "tone": _tone(change, better),
    }


def _tone(change: float | None, better: int) -> str:
    """Return whether a change is good or bad news, or neither."""
    direction = (change or 0) * better
    return "good" if direction > 0 else "bad" if direction < 0 else "same"


def summary(answer: "Answer") -> Section:
    """Return the section of the rates with the period before beside them, and of what needs attention."""
    return Section(
        "summary",
        _("At a glance"),
        [_rates(answer)],
        list(_attention(answer)) or [_("Nothing needs attention.")],
    )


def _rates(answer: "Answer") -> "Table":
    names = rate_names()
    columns = [
        Column(_("Figure")),
        Column(_("Rate"), "percent"),
        Column(_("Of"), "text"),
        Column(_("Change against {period}", period=answer["before"]), "points"),
    ]
    rows = []
    for group, key, part, wholes in RATES:
        whole = sum(answer[group][one] for one in wholes)
        change = answer["changes"].get(f"{group}.{key}")
        rows.append([names[group, key], answer[group][key], f"{answer[group][part]}/{whole}", change])
    return table("rates", _("Rates"), columns, rows)


def _attention(answer: "Answer") -> Iterator[str]:
    """Yield a sentence for each thing that somebody should act on."""
    recurring = listed(one["category"] for one in answer["problems"] if one["recurring"])
    if recurring:
        yield _(
            "Problems that were there in {before} too: {names}.", before=answer["before"], names=recurring
        )
    unanswered = listed(one["department"] for one in answer["previous_notices"] if not one["answered"])
    if unanswered:
        yield _(
            "The list of {before} is not answered yet by: {names}.", before=answer["before"], names=unanswered
        )
    yield from _late(answer)


def _late(answer: "Answer") -> Iterator[str]:
    unread = len(answer["not_counted"])
    if unread:
        yield plural(
            "{count} file is no readable record and was not counted.",
            "{count} files are no readable records and were not counted.",
            unread,
        )
    never, overdue = answer["minutes"]["never"], answer["actions"]["overdue"]
    blocked, overrides = answer["actions"]["blocked"], answer["overrides"]["total"]
    if never:
        yield plural(
            "Minutes of {count} meeting were never sent.",
            "Minutes of {count} meetings were never sent.",
            never,
        )
    if overdue:
        yield plural("{count} action is overdue.", "{count} actions are overdue.", overdue)
    if blocked:
        yield plural("{count} action is blocked.", "{count} actions are blocked.", blocked)
    if overrides:
        yield plural(
            "{count} gate was passed against its rules.",
            "{count} gates were passed against their rules.",
            overrides,
        )
