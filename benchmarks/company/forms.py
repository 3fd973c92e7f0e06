"""The four records of a matter as a careful team would have them on the last day, with a fault here and there."""

from collections.abc import Iterable
from datetime import date

from company.items import Item, kept, promised, written
from company.matters import Matter, before
from company.people import BOARD, LAST_DAY, weekday

BEFORE = ("goal", "people", "channel", "prepare")


def head(matter: Matter, kind: str, title: str, step: str, *links: str) -> str:
    """Return the fields with which every record begins."""
    scenario = matter.other.scenario if kind == "feedback" else matter.scenario
    return (
        f"# yaml-language-server: $schema=../../../.commcoord/schemas/{kind}.json\n"
        f"kind: {kind}\nid: {matter.ids[kind]}\ntitle: {title}\nscenario: {scenario}\nstep: {step}\n"
        f"date: {matter.on(kind)}\n" + (f"links: [{', '.join(links)}]\n" if links else "")
    )


def purpose(matter: Matter) -> str:
    """Return a goal and its three core results; once in a while there are but two."""
    goal, outcomes = matter.company.one(matter.wording.goals)
    told = outcomes[:2] if matter.company.rarely(0.006) else outcomes
    return f"goal: {matter.fill(goal)}\noutcomes: [{', '.join(told)}]\n"


def people(owner: str, decides: str, executes: list[str], takes_part: list[str]) -> str:
    """Return who owns, decides, does and takes part; the board is informed."""
    return (
        f"people:\n  owner: {owner}\n  decides: [{decides}]\n  executes: [{', '.join(executes)}]\n"
        f"  takes_part: [{', '.join(dict.fromkeys(takes_part))}]\n  informed: [{BOARD}]\n"
    )


def history(by: str, ahead: date, *passed: tuple[str, str]) -> str:
    """Return when each step was passed: those before the talk on a day ahead, the others as given."""
    name = by.split("（", maxsplit=1)[0].split(" (", maxsplit=1)[0]
    early = [(step, f"{ahead} 09:{10 + 5 * place:02}") for place, step in enumerate(BEFORE)]
    lines = [f"  - {{step: {step}, at: {at}, by: {name}}}" for step, at in (*early, *passed)]
    return "\n".join(["history:", *lines]) + "\n"


def filed(matter: Matter, on: date, category: str = "") -> str:
    """Return what was filed, and what was learned."""
    wording = matter.wording
    named = f"  category: {category}\n  cause: {matter.say(wording.causes)}\n" if category else ""
    return (
        f"archive:\n  conclusion: {matter.say(wording.conclusions)}\n{named}"
        f"  worked: [{matter.say(wording.worked)}]\n  improve: [{matter.say(wording.improve)}]\n  on: {on}\n"
    )


def filing_day(matter: Matter, items: Iterable[Item], earliest: date) -> date | None:
    """Return when a record was filed, or nothing where an item is open or nobody has got to it yet."""
    days = [one.done_on for one in items]
    if None in days:
        return None
    day = weekday(max([earliest, *(day for day in days if day)]), matter.company.chance.randint(1, 6))
    return day if day <= LAST_DAY else None


def plan(matter: Matter) -> str:
    """Return the plan of the meeting."""
    owner, recorder, *doers = matter.people
    early = before(before(before(matter.day)))
    items = kept(matter, [recorder, doers[0]], early, before(matter.day))
    done = filing_day(matter, items, weekday(matter.day, 5))
    title = matter.say(matter.wording.titles["series" if matter.series else "plan"])
    passed = [("hold", f"{matter.day} 15:10")]
    passed += [("followup", f"{matter.day} 17:40"), ("archive", f"{done} 16:00")] if done else []
    links = () if matter.series else (matter.ids["feedback"],)
    return (
        head(matter, "plan", title, "done" if done else "followup", *links)
        + (f"series: {matter.series}\n" if matter.series else "")
        + purpose(matter)
        + _asks(matter)
        + people(owner, owner, [recorder, *doers], matter.people)
        + _channel(matter)
        + _agenda(matter)
        + f"start: {matter.day} 14:00\nend: {matter.day} 15:00\nplace: {matter.say(matter.wording.places)}\n"
        + written("actions", items)
        + (filed(matter, done) if done else "")
        + history(owner, before(early), *passed)
    )


def _asks(matter: Matter) -> str:
    if matter.series:
        return ""
    first, second = matter.company.one(matter.wording.asks)
    return (
        f"asks:\n  - {{who: {matter.departments[2]}, what: {matter.fill(first)}, urgent: true, important: true}}\n"
        f"  - {{who: {matter.departments[3]}, what: {matter.fill(second)}, urgent: false, important: true}}\n"
    )


def _channel(matter: Matter) -> str:
    """Return how the meeting was called, and what was sent before it."""
    if matter.scenario == "routine":
        return "channel: {urgent: false, important: false, complex: false, formal: false, means: [meeting]}\n"
    if matter.scenario == "emergency":
        return (
            "channel: {urgent: true, important: true, complex: false, formal: false, means: [phone, meeting],"
            f" written_record: {matter.ids['minutes']}}}\n"
        )
    late = matter.company.rarely(0.015)
    sent = f"{matter.day} 09:30" if late else f"{before(before(matter.day))} 16:00"
    lines = [
        f"  - {{title: {matter.fill(title)}, type: {type_}, link: docs/{matter.day:%Y%m}/{type_}.pdf, sent: {sent}}}\n"
        for title, type_ in zip(
            matter.wording.materials, ("background", "questions", "alternatives"), strict=True
        )
    ]
    return (
        "channel: {urgent: false, important: true, complex: true, formal: false, means: [meeting]}\nmaterials:\n"
        + "".join(lines)
    )


def _agenda(matter: Matter) -> str:
    lines = [
        f"  - {{topic: {matter.fill(topic)}, minutes: {minutes}}}\n"
        for topic, minutes in zip(matter.wording.agenda, (5, 45, 10), strict=True)
    ]
    return "agenda:\n" + "".join(lines)


def minutes(matter: Matter) -> str:
    """Return the minutes of that meeting."""
    owner, recorder, *doers = matter.people
    items = promised(matter, "actions", [recorder, *doers], matter.day)
    done = filing_day(matter, items, weekday(matter.day, 5))
    title = matter.say(matter.wording.titles["series" if matter.series else "minutes"])
    leftover = _leftover(matter, items)
    passed = [("hold", f"{matter.day} 15:20")]
    sent = _circulated(matter)
    passed += [("followup", sent or f"{matter.day} 17:40"), ("archive", f"{done} 16:10")] if done else []
    to = f"{matter.wording.everybody}, {BOARD}"
    return (
        head(matter, "minutes", title, "done" if done else "followup", matter.ids["plan"])
        + (f"series: {matter.series}\n" if matter.series else "")
        + f"start: {matter.day} 14:00\nend: {matter.day} 15:00\nplace: {matter.say(matter.wording.places)}\n"
        + f"chair: {owner}\nrecorder: {recorder}\nattendees: [{', '.join(dict.fromkeys(matter.people))}]\n"
        + _discussed(matter, owner)
        + leftover
        + f"next_steps: {matter.say(matter.wording.next_steps)}\n"
        + written("actions", items)
        + (f"circulated: {{at: {sent}, to: [{to}], by: email}}\n" if sent else "")
        + (filed(matter, done) if done else "")
        + history(owner, before(before(matter.day)), *passed)
    )


def _discussed(matter: Matter, decider: str) -> str:
    """Return topics, the decision, and the fact that repeats its figure; now and then nobody read it back."""
    chance, wording = matter.company, matter.wording
    number = chance.chance.randint(2, 90)
    decision, fact = chance.one(wording.decisions)
    confirmed = matter.people[2].split("（")[0].split(" (")[0]
    outcomes = zip(wording.topics, ("information", "decided"), strict=True)
    return (
        "topics:\n"
        + "".join(
            f"  - topic: {matter.fill(topic)}\n    notes: {matter.say(wording.notes)}\n    outcome: {outcome}\n"
            for topic, outcome in outcomes
        )
        + f"decisions:\n  - {{id: {chance.name('d')}, what: {matter.fill(decision, number)}, by: {decider}}}\n"
        + (
            ""
            if chance.rarely(0.02)
            else f"facts:\n  - {{id: {chance.name('f')}, what: {matter.fill(fact, number)}, confirmed_by: {confirmed},"
            f" on: {matter.day}}}\n"
        )
    )


def _leftover(matter: Matter, items: list[Item]) -> str:
    """Return what the meeting before left open, and remember what this one leaves."""
    if not matter.series:
        return ""
    known = matter.company.in_series.setdefault(matter.series, {})
    left = [name for name, done in known.items() if done is None or done > matter.day]
    matter.company.in_series[matter.series] = {name: known[name] for name in left} | {
        one.name: one.done_on for one in items
    }
    told = f"[{', '.join(left)}]" if left and not matter.company.rarely(0.01) else "none"
    return f"leftover: {told}\n"


def _circulated(matter: Matter) -> str:
    """Return when the minutes went out: the same day, late at times, and not yet on the last day."""
    if matter.day == LAST_DAY and matter.company.rarely(0.5):
        return ""
    if matter.company.rarely(0.025) and (late := weekday(matter.day, 2)) <= LAST_DAY:
        return f"{late} 09:30"
    return f"{matter.day} {matter.company.one(('15:40', '16:30', '17:20', '18:05'))}"


def task(matter: Matter) -> str:
    """Return the task that came of it."""
    owner, recorder, *doers = matter.people
    items = promised(matter, "milestones", [recorder, *doers], matter.day)
    done = filing_day(matter, items, weekday(matter.day, 15))
    title = matter.say(matter.wording.titles["task"])
    passed = [("hold", f"{matter.day} 17:45")]
    passed += [("followup", f"{done} 15:00"), ("archive", f"{done} 16:20")] if done else []
    others = ", ".join(dict.fromkeys(matter.departments[2:]))
    return (
        head(
            *(matter, "task", title, "done" if done else "followup"),
            *(matter.ids["minutes"], matter.ids["plan"]),
        )
        + purpose(matter)
        + f"start: {matter.day}\nend: {weekday(matter.day, 40)}\n"
        + f"initiator: {matter.departments[0]}\ncollaborators: [{others}]\n"
        + written("milestones", items)
        + (filed(matter, done) if done else "")
        + history(owner, matter.day, *passed)
    )


def feedback(matter: Matter) -> str:
    """Return what somebody outside had to say about the matter."""
    company, other, day = matter.company, matter.other, matter.on("feedback")
    owner, doer = company.colleagues(other.department, other.department)
    items = promised(matter, "measures", [owner, doer], day)
    answered = weekday(day, 5 if company.rarely(0.03) else company.chance.randint(1, 2))
    solved = weekday(answered, company.chance.randint(1, 5))
    done = None if matter.stuck else filing_day(matter, items, weekday(solved, 1))
    passed = [("hold", f"{day} 11:30")]
    passed += [("followup", f"{done} 15:00"), ("archive", f"{done} 16:30")] if done else []
    links = (matter.ids["task"],) if matter.series else ()
    title = matter.say(matter.wording.titles["feedback"])
    return (
        head(matter, "feedback", title, "done" if done else "followup", *links)
        + purpose(matter)
        + people(owner, owner, [doer], [owner, doer])
        + f"  counterpart: {{organisation: {other.organisation}, type: {other.scenario}, contact: {other.contact},"
        f" authority: [{other.authority}], limit: {other.limit}}}\n"
        + _means(matter, title, day)
        + f"start: {day} 10:00\nend: {day} 10:20\n"
        + f"said:\n  - {matter.say(matter.wording.said)}\n  - {matter.say(matter.wording.wishes)}\n"
        + _clocks(matter, owner, day, answered, solved, done)
        + (f"severity: {company.one(('low', 'normal', 'normal', 'high'))}\n" if company.rarely(0.7) else "")
        + written("measures", items)
        + (filed(matter, done, company.one(other.categories)) if done else "")
        + history(owner, day, *passed)
    )


def _means(matter: Matter, title: str, day: date) -> str:
    if not matter.other.formal:
        return (
            "channel: {urgent: true, important: false, complex: false, formal: false, means: [phone],"
            f" written_record: docs/{day:%Y%m}/call-{day:%d}.md}}\n"
        )
    received = weekday(day, 1)
    heard = f", received: {received}" if received <= LAST_DAY and not matter.company.rarely(0.05) else ""
    return (
        f"channel: {{urgent: true, important: false, complex: false, formal: true, means: [email], subject: {title},"
        f" cc: [{BOARD}], confirmation: {{asked: {day}{heard}}}}}\n"
    )


def _clocks(matter: Matter, owner: str, day: date, answered: date, solved: date, done: date | None) -> str:
    """Return how far it has come: acknowledged on the day, answered and solved when it was."""
    lines = [f"acknowledged: {{at: {day} 11:00, by: {owner}}}"]
    state = "acknowledged"
    if answered <= LAST_DAY and (done or not matter.company.rarely(0.1)):
        state = "answered"
        lines.append(f"answered: {{at: {answered} 16:30, by: {owner}}}")
        if solved <= LAST_DAY and not matter.stuck:
            state = "closed" if done else "solved"
            lines.append(f"solved: {{at: {solved} 16:00}}")
            if done:
                lines.append(f"accepted: {{at: {weekday(solved, 1)} 10:00, by: {matter.other.contact}}}")
    return "\n".join([f"status: {state}", *lines]) + "\n"
