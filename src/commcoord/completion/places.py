"""What is completed where: after which option, at the place of which command's argument."""

from collections.abc import Callable, Iterable
from pathlib import Path

from commcoord.completion.repository import Candidate, Offers
from commcoord.records.vocabulary import (
    AUDIENCES,
    KINDS,
    MEANS,
    SCENARIOS,
    STATES,
    STEPS,
)

Source = Callable[[Offers], Iterable[Candidate]]
SHELLS = ("bash", "zsh", "fish", "powershell")


def _words(*words: str) -> Source:
    return lambda _offers: [(word, "") for word in words]


def _items_and_records(offers: Offers) -> Iterable[Candidate]:
    yield from offers.items()
    yield from offers.records()


def _people_and_departments(offers: Offers) -> Iterable[Candidate]:
    yield from offers.people()
    yield from offers.departments()


def rules(_offers: Offers) -> Iterable[Candidate]:
    """Yield the rules' ids and names from the names and first lines of their files, without importing them."""
    folder = Path(__file__).parent.parent / "rules"
    for path in sorted(folder.glob("*/*.py")):
        text = path.read_text(encoding="utf-8")
        found = text.partition('\nID = "')[2].partition('"')[0]
        if found:
            yield found, text.partition("\n")[0].strip('"')
            yield path.stem.replace("_", "-"), found


AFTER_OPTION: dict[str, Source] = {
    **dict.fromkeys(
        (
            *("--who", "--person", "--by", "--owner", "--chair", "--recorder", "--decides", "--executes"),
            *("--attendee", "--copy", "--acknowledged-by", "--answered-by"),
        ),
        Offers.people,
    ),
    **dict.fromkeys(
        ("--takes-part", "--informed", "--of", "--cc", "--circulated-to"), _people_and_departments
    ),
    **dict.fromkeys(
        ("--department", "--initiator", "--collaborator", "--audience-department"), Offers.departments
    ),
    **dict.fromkeys(("--from", "--link"), Offers.records),
    "--leftover": Offers.items,
    "--series": Offers.series,
    "--counterpart": Offers.counterparts,
    "--category": Offers.categories,
    "--scenario": _words(*SCENARIOS),
    "--means": _words(*MEANS),
    "--step": _words(*STATES),
    "--kind": _words(*KINDS),
    "--audience": _words(*AUDIENCES),
    "--quarter": Offers.quarters,
    "--group": _words("urgency", "person", "department", "record"),
    "--fail-on": _words("overdue", "due", "any"),
    **dict.fromkeys(("--select", "--ignore"), rules),
    "--lang": _words("zh-Hans", "zh-Hant", "en"),
}
"""By an option's name, what its value may be; what is not here is left to the shell, which knows files."""

OF_COMMAND: dict[tuple[str, str], Source] = {
    ("stats", "--by"): _words(
        "kind", "scenario", "department", "person", "counterpart", "category", "week", "month"
    ),
}
"""By a command and its option, where the option's value is another one than elsewhere."""

AT_ARGUMENT: dict[str, Source] = {
    **dict.fromkeys((*STEPS, "next", "show", "render", "trace", "resolve", "log"), Offers.records),
    **dict.fromkeys(("done", "progress", "block", "reopen"), Offers.items),
    **dict.fromkeys(("reschedule", "cancel"), _items_and_records),
    "circulate": lambda offers: offers.records("minutes"),
    **dict.fromkeys(("new", "list", "schema"), _words(*KINDS)),
    "explain": rules,
    "review": Offers.quarters,
    "notify": _words("dingtalk", "feishu", "wecom"),
    "today": Offers.people,
    "completion": _words(*SHELLS),
}
"""By a command's name, what its first argument may be."""
