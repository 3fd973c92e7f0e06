"""The rows of the table: what was timed, what it must not exceed, and whether it does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Figures = Mapping[str, Mapping[str, float]]
"""By case: seconds on the clock, seconds of the processor, and megabytes where they were looked at."""


@dataclass(frozen=True)
class Bound:
    """At most so many times another case, or so many seconds or megabytes where no other is named."""

    most: float
    of: str = ""
    what: str = "seconds"

    def __str__(self) -> str:
        if self.of:
            return f"≤ {self.most:g} × {NAMES.get(self.of, self.of)}"
        return f"≤ {self.most:g} {'MB' if self.what == 'memory' else 's'}"

    def reached(self, name: str, figures: Figures) -> float | None:
        """Return what is to be held against the bound, or nothing where the other case was not timed."""
        if not self.of:
            return figures[name][self.what]
        if self.of not in figures:
            return None
        return figures[name][self.what] / figures[self.of][self.what]


NAMES = {
    "git status": "`git status`",
    "task overdue": "`task overdue`",
    "task annotate": "`task annotate`",
    "python -c pass": "`python -c pass`",
    "todoman, cold": "todoman's cold run",
    "check, cold": "cold",
    "doorstop": "doorstop's check",
    "followup, beside edits": "warm",
    "list, beside edits": "warm",
    "search, beside edits": "warm",
}
OFTEN = (Bound(6, "git status"),)
CHASE = (Bound(0.5, "task overdue"), *OFTEN)
OFTEN_EDITED = (Bound(6.6, "git status"),)
"""What is allowed without an edit, and a tenth."""
CHASE_EDITED = (Bound(0.55, "task overdue"), *OFTEN_EDITED)
ROWS: dict[str, tuple[str, tuple[Bound, ...]]] = {
    "followup": ("`followup`, warm", CHASE),
    "followup --who": ("`followup --who 张伟`, warm", CHASE),
    "list": ("`list`, warm", OFTEN),
    "search": ("`search 物流`, warm", OFTEN),
    "today": ("`today 张伟`, warm", ()),
    "show": ("`show ID`, warm", ()),
    "followup, after one edit": (
        "`followup` after one edit",
        (Bound(1.1, "followup, beside edits"), *CHASE_EDITED),
    ),
    "list, after one edit": ("`list` after one edit", (Bound(1.1, "list, beside edits"), *OFTEN_EDITED)),
    "search, after one edit": (
        "`search 物流` after one edit",
        (Bound(1.1, "search, beside edits"), *OFTEN_EDITED),
    ),
    "followup, after progress": (
        "`followup` after `progress` of an action",
        (Bound(1.1, "followup, beside edits"), *CHASE_EDITED),
    ),
    "list, after progress": (
        "`list` after `progress` of an action",
        (Bound(1.1, "list, beside edits"), *OFTEN_EDITED),
    ),
    "search, after progress": (
        "`search 物流` after `progress` of an action",
        (Bound(1.1, "search, beside edits"), *OFTEN_EDITED),
    ),
    "progress": ("`progress` of an action, written", (Bound(1, "task annotate"),)),
    "new": ("`new plan --dry-run`", ()),
    "render": ("`render ID`", ()),
    "list, cold": ("first run (`list`) on a fresh clone", (Bound(2.5), Bound(0.85, "todoman, cold"))),
    "search, cold": ("`search 物流` on a fresh clone", (Bound(2.5),)),
    "followup, cold": ("`followup` on a fresh clone", (Bound(3),)),
    "check, cold": ("`check` on a fresh clone", (Bound(4), Bound(0.05, "doorstop"))),
    "check, after one edit": ("`check` after one edit", (Bound(0.3), Bound(0.1, "check, cold"))),
    "review, cold": ("`review` on a fresh clone", (Bound(4), Bound(300, what="memory"))),
    "review": ("`review`, warm", (Bound(1.5), Bound(300, what="memory"))),
    "version": ("`--version`", (Bound(3, "python -c pass"),)),
    "help": ("`--help`", (Bound(6, "python -c pass"),)),
    "completion": ("completion of an id", (Bound(0.15),)),
}
LIGHT = ("followup", "list", "search", "today", "show", "list, cold", "check, cold")
"""What must stay below the bound on memory."""
PEERS = {
    "python -c pass": "`python -c pass`",
    "git status": "`git status`",
    "task overdue": "Taskwarrior, `task overdue`",
    "task annotate": "Taskwarrior, `task annotate`, written",
    "todoman, warm": "todoman, `todo list`",
    "todoman, cold": "todoman without its cache",
    "doorstop": "doorstop, its check",
}
MEMORY = Bound(150, what="memory")


def lines(figures: Figures) -> Iterator[str]:
    """Yield the table of one size in Markdown."""
    yield "| work | seconds | processor | × `git status` | memory | bound | reached | met |"
    yield "|---|---:|---:|---:|---:|---|---|---|"
    for name, (title, bounds) in ROWS.items():
        if name in figures:
            yield _line(title, figures[name], bounds, name, figures)
    held = {name: figures[name]["memory"] for name in LIGHT if "memory" in figures.get(name, {})}
    if held:
        most = max(held, key=held.__getitem__)
        title = f"memory, at most: {ROWS[most][0]}"
        yield _line(title, {"memory": held[most]}, (MEMORY,), most, figures)
    for name, title in PEERS.items():
        if name in figures:
            yield _line(f"*{title}*", figures[name], (), name, figures)


def _line(
    title: str, own: Mapping[str, float], bounds: tuple[Bound, ...], name: str, figures: Figures
) -> str:
    told = [(bound, bound.reached(name, figures)) for bound in bounds]
    seconds = own.get("seconds")
    looked = figures.get("git status", {}).get("seconds")
    cells = (
        title,
        _number(seconds),
        _number(own.get("processor")),
        f"{seconds / looked:.1f}" if seconds and looked else "",
        f"{own['memory']:.0f} MB" if "memory" in own else "",
        "; ".join(str(bound) for bound, _reached in told),
        "; ".join(_reached(bound, value) for bound, value in told),
        verdict(told),
    )
    return f"| {' | '.join(cells)} |"


def _reached(bound: Bound, value: float | None) -> str:
    if value is None:
        return "not compared"
    return f"{value:.2f} ×" if bound.of else f"{value:.0f} MB" if bound.what == "memory" else f"{value:.2f} s"


def verdict(told: list[tuple[Bound, float | None]]) -> str:
    """Tell whether each bound of a row is met."""
    return "; ".join(
        "?" if value is None else "yes" if value <= bound.most else "**no**" for bound, value in told
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def growth(sizes: Mapping[int, Figures]) -> Iterator[str]:
    """Yield a table of the same work at several sizes; beside each time, how much it grew."""
    counts = sorted(sizes)
    yield "| work | " + " | ".join(f"{count:,} records" for count in counts) + " |"
    yield "|---|" + "---:|" * len(counts)
    for name, (title, _bounds) in ROWS.items():
        cells, before = [], None
        for count in counts:
            own = sizes[count].get(name)
            cells.append(_grown(own, before, count))
            before = (own["seconds"], count) if own else None
        if any(cells):
            yield f"| {title} | {' | '.join(cells)} |"


def _grown(own: Mapping[str, float] | None, before: tuple[float, int] | None, count: int) -> str:
    if own is None:
        return ""
    told = f"{own['seconds']:.3f} s"
    if "memory" in own:
        told += f", {own['memory']:.0f} MB"
    return (
        told
        if before is None
        else f"{told} ({own['seconds'] / before[0]:.1f} × the time for {count / before[1]:g} × the records)"
    )
