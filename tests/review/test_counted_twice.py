"""Every figure once more, by plain loops over the written trees: the two must agree on any repository.

The loops are written from the contract's definitions and know nothing of the review's own code.
"""

from datetime import date, datetime, timedelta
from statistics import median

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commcoord.records.vocabulary import ITEM_FIELDS, KINDS, MEANS, SCENARIOS
from commcoord.review.period import period_called
from commcoord.review.report import review_of
from tests.review.conftest import view_of

NOW = datetime(2023, 12, 8, 12, 0)  # noqa: DTZ001  the loops below reckon in the repository's own zone
BEGIN, END = date(2023, 10, 1), date(2023, 12, 31)
BEFORE = date(2023, 7, 1), date(2023, 9, 30)
DEPARTMENTS = ["Sales", "Quality", "Logistics"]
PEOPLE = {"Ann": "Sales", "Bob": "Quality", "Cid": "Logistics"}
CATEGORIES = {"late delivery": "Logistics", "noise": "Quality"}
SETTINGS = {
    "departments": DEPARTMENTS,
    "people": [{"name": name, "department": place} for name, place in PEOPLE.items()],
    "categories": CATEGORIES,
    "calendar": "none",
}

# ── repositories ────────────────────────────────────────────────────────────────────────────────────

days = st.dates(date(2023, 8, 20), date(2023, 12, 20))
dues = st.sampled_from([NOW.date() + timedelta(days=away) for away in (-40, -9, -1, 0, 1, 7)])
owners = st.sampled_from([*PEOPLE, "Dan", "Eve (Quality)", None])


def moment(day, minutes):
    return f"{datetime.combine(day, datetime.min.time()) + timedelta(minutes=minutes):%Y-%m-%d %H:%M}"


@st.composite
def items(draw, number):
    due = draw(st.none() | dues | dues)
    status = draw(st.sampled_from(["open", "blocked", "done", "done", "done", "cancelled", None]))
    item = {
        "id": f"a-{number:04d}",
        "what": "the list",
        "owner": draw(owners),
        "due": due and str(due),
        "status": status,
    }
    if status == "done" and draw(st.integers(0, 4)):
        item["done_on"] = str(min((due or NOW.date()) + timedelta(days=draw(st.integers(-3, 2))), NOW.date()))
    if due and draw(st.booleans()):
        earlier = due - timedelta(days=draw(st.integers(1, 3)))
        item["log"] = [{"on": "2023-07-01", "note": "later", "due": {"from": str(earlier), "to": str(due)}}]
    return {key: value for key, value in item.items() if value is not None}


@st.composite
def records(draw, number):
    kind, day = draw(st.sampled_from(KINDS)), draw(days)
    record = {
        "kind": kind,
        "id": f"{kind}-{day:%Y%m%d}-{number:04d}",
        "title": "a | b",
        "scenario": draw(st.sampled_from(SCENARIOS)),
        "step": draw(st.sampled_from(["hold", "followup"])),
        "date": str(day),
        "people": {"owner": draw(owners)},
        "channel": {
            "urgent": draw(st.booleans()),
            "important": draw(st.booleans()),
            "complex": draw(st.booleans()),
            "means": draw(st.lists(st.sampled_from(MEANS), unique=True, max_size=2)),
        },
        ITEM_FIELDS[kind]: [draw(items(number * 10 + place)) for place in range(draw(st.integers(0, 2)))],
    }
    if draw(st.booleans()):
        record["people"]["counterpart"] = {"organisation": draw(st.sampled_from(["ABC. Ltd", "Nord"]))}
    if draw(st.integers(0, 5)) == 0:
        record["cancelled"] = {"because": "no", "on": "2023-06-01"}
    if kind != "task":
        start = draw(st.integers(480, 1020))
        record["start"], record["end"] = moment(day, start), moment(day, start + 60)
    if kind in ("plan", "minutes"):
        record["materials"] = [
            {"title": "m"}
            | (
                {"sent": moment(day, start - draw(st.sampled_from([30, 1439, 1440, 1441, 3000])))}
                if draw(st.integers(0, 4))
                else {}
            )
            for _ in range(draw(st.integers(0, 2)))
        ]
    if kind == "minutes" and draw(st.integers(0, 4)):
        record["circulated"] = {
            "at": moment(day, start + 60 + draw(st.sampled_from([20, 300, 1439, 1440, 1441, 4000]))),
            "to": ["all"],
        }
    return record | (draw(feedback_fields(day)) if kind == "feedback" else {})


@st.composite
def feedback_fields(draw, day):
    found, after = {}, 1020
    for name in ("acknowledged", "answered", "solved", "accepted"):
        after += draw(st.integers(1, 6000))
        if draw(st.integers(0, 3)):
            found[name] = {"at": moment(day, after)}
    all_past = all(stamp["at"] <= f"{NOW:%Y-%m-%d %H:%M}" for stamp in found.values())
    if all_past:
        found["status"] = draw(st.sampled_from(["received", "waiting", "closed", "closed", "closed"]))
    if draw(st.integers(0, 3)):
        found["archive"] = {"category": draw(st.sampled_from([*CATEGORIES, "other | *thing*"]))}
    return found


repositories = st.sampled_from([0, 1, 6, 14]).flatmap(
    lambda size: st.tuples(*[records(number) for number in range(size)])
)

# ── the same figures by plain loops ─────────────────────────────────────────────────────────────────


def when(text):
    found = datetime.fromisoformat(text)
    return found if found <= NOW else None


def counted(trees, first=BEGIN, last=END):
    """The records of a period: there by now, not called off."""
    return [
        one
        for one in trees
        if first <= date.fromisoformat(one["date"]) <= last
        and "cancelled" not in one
        and (one["kind"] == "plan" or date.fromisoformat(one["date"]) <= NOW.date())
    ]


def department(owner):
    if owner is None or owner == "Dan":
        return ""
    return "Quality" if owner.startswith("Eve") else PEOPLE[owner]


def share(part, whole):
    return round(part / whole, 4) if whole else None


def items_of(trees):
    return [item for one in trees for item in one[ITEM_FIELDS[one["kind"]]]]


def loop_minutes(trees):
    found = {"held": 0, "on_time": 0, "late": 0, "never": 0, "not_yet": 0}
    for one in trees:
        if one["kind"] != "minutes" or datetime.fromisoformat(one["end"]) >= NOW:
            continue
        found["held"] += 1
        due = datetime.fromisoformat(one["end"]) + timedelta(hours=24)
        sent = when(one["circulated"]["at"]) if "circulated" in one else None
        if sent is not None:
            found["on_time" if sent <= due else "late"] += 1
        else:
            found["never" if due < NOW else "not_yet"] += 1
    return found | {"rate": share(found["on_time"], found["held"] - found["not_yet"])}


def loop_materials(trees):
    found = {"needed": 0, "on_time": 0, "late": 0, "not_yet": 0}
    for one in trees:
        channel = one["channel"]
        weighty = channel["important"] or channel["complex"]
        if (
            one["kind"] not in ("plan", "minutes")
            or channel["urgent"]
            or one["scenario"] == "emergency"
            or not weighty
        ):
            continue
        found["needed"] += 1
        due = datetime.fromisoformat(one["start"]) - timedelta(hours=24)
        sent = [when(material["sent"]) if "sent" in material else None for material in one["materials"]]
        if sent and None not in sent:
            found["on_time" if max(sent) <= due else "late"] += 1
        else:
            found["late" if due < NOW else "not_yet"] += 1
    return found | {"rate": share(found["on_time"], found["on_time"] + found["late"])}


def loop_actions(items):
    names = ("done", "done_on_time", "done_late", "done_undated", "open", "overdue", "blocked", "cancelled")
    found = dict.fromkeys(("total", *names), 0)
    for item in items:
        status, due = item.get("status", "open"), item.get("due")
        if status == "cancelled":
            found["cancelled"] += 1
            continue
        found["total"] += 1
        first = item["log"][0]["due"]["from"] if "log" in item else due
        if status == "done":
            found["done"] += 1
            done_on = item.get("done_on")
            found[
                "done_undated"
                if not (done_on and first)
                else "done_on_time"
                if done_on <= first
                else "done_late"
            ] += 1
        else:
            found["open"] += 1
            found["blocked"] += status == "blocked"
            found["overdue"] += bool(due) and date.fromisoformat(due) < NOW.date()
    found["completion_rate"] = share(found["done"], found["total"])
    found["on_time_rate"] = share(found["done_on_time"], found["done_on_time"] + found["done_late"])
    return found


def end_of_working_day(day, count):
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return datetime.combine(day, datetime.max.time()).replace(microsecond=0)


def loop_feedback(trees):
    mine = [one for one in trees if one["kind"] == "feedback"]
    found = {"total": len(mine)}
    stamps = ("acknowledged", "answered", "solved")
    for place, (name, limit) in enumerate(zip(stamps, (1, 3, 10), strict=True)):
        on_time = late = 0
        for one in mine:
            due = end_of_working_day(date.fromisoformat(one["date"]), limit)
            times = [when(one[later]["at"]) for later in stamps[place:] if later in one]
            met = next((time for time in times if time is not None), None)
            on_time += met is not None and met <= due
            late += (met or NOW) > due
        found |= {
            f"{name}_on_time": on_time,
            f"{name}_late": late,
            f"{name}_rate": share(on_time, on_time + late),
        }
    lengths = []
    for one in mine:
        end = one.get("accepted") or one.get("solved")
        if one.get("status") == "closed" and end:
            lengths.append(
                (datetime.fromisoformat(end["at"]) - datetime.fromisoformat(one["start"])) / timedelta(days=1)
            )
    return found | {"median_days_to_close": round(median(lengths), 1) if lengths else None}


def by_category(trees):
    found = {}
    for one in trees:
        if one["kind"] == "feedback" and "archive" in one:
            found.setdefault(one["archive"]["category"], []).append(one["id"])
    return found


def loop_problems(trees):
    now, before = by_category(counted(trees)), by_category(counted(trees, *BEFORE))
    among = sum(len(names) for names in now.values())
    return {
        category: {
            "department": CATEGORIES.get(category),
            "count": len(names),
            "share": share(len(names), among),
            "previous": len(before.get(category, [])),
            "change": len(names) - len(before.get(category, [])),
            "recurring": category in before,
            "records": sorted(names),
        }
        for category, names in now.items()
    }


def tally(things):
    found = {}
    for thing in things:
        found[thing] = found.get(thing, 0) + 1
    return found


def without_zeros(counts):
    return {name: number for name, number in counts.items() if number}


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(repositories)
def test_every_figure_agrees_with_a_plain_loop(trees):
    found = review_of(view_of(trees, SETTINGS, f"{NOW:%Y-%m-%d %H:%M}"), period_called("2023Q4")).as_json()
    mine = counted(trees)

    assert found["records"]["total"] == len(mine)
    assert without_zeros(found["records"]["by_kind"]) == tally(one["kind"] for one in mine)
    assert without_zeros(found["records"]["by_scenario"]) == tally(one["scenario"] for one in mine)
    assert without_zeros(found["records"]["by_means"]) == tally(
        way for one in mine for way in one["channel"]["means"]
    )
    assert found["records"]["by_department"] == tally(department(one["people"].get("owner")) for one in mine)
    assert found["records"]["by_counterpart"] == tally(
        one["people"]["counterpart"]["organisation"] for one in mine if "counterpart" in one["people"]
    )
    assert found["minutes"] | loop_minutes(mine) == found["minutes"]
    assert found["materials"] | loop_materials(mine) == found["materials"]
    assert found["actions"] | loop_actions(items_of(mine)) == found["actions"]
    for name, figures in found["actions"]["by_department"].items():
        assert figures == loop_actions(
            [item for item in items_of(mine) if department(item.get("owner")) == name]
        )
    assert found["feedback"] | loop_feedback(mine) == found["feedback"]
    assert without_zeros(found["feedback"]["by_category"]) == tally(
        one.get("archive", {}).get("category", "") for one in mine if one["kind"] == "feedback"
    )
    problems = {one["category"]: one | {"records": sorted(one["records"])} for one in found["problems"]}
    assert problems.keys() == loop_problems(trees).keys()
    for category, figures in loop_problems(trees).items():
        assert problems[category] | figures == problems[category]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(repositories)
def test_figures_add_up_and_name_their_records(trees):
    reviewed = review_of(view_of(trees, SETTINGS, f"{NOW:%Y-%m-%d %H:%M}"), period_called("2023Q4"))
    actions, minutes, records = (reviewed.figures[name] for name in ("actions", "minutes", "records"))

    assert actions["total"].value == actions["done"].value + actions["open"].value
    assert minutes["held"].value == sum(
        minutes[name].value for name in ("on_time", "late", "never", "not_yet")
    )
    for figures in (records["by_kind"], records["by_scenario"], records["by_department"]):
        assert sum(one.value for one in figures.values()) == records["total"].value
    for group in (actions, minutes, records["by_kind"]):
        for name, one in group.items():
            if hasattr(one, "refs") and isinstance(one.value, int):
                assert (name, len(one.refs)) == (name, one.value)
