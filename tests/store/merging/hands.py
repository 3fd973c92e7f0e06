"""Two people who change one record apart from each other: generated, repeatable from a seed.

Every text that a hand writes is unlike any other, so that a test can look for each of them in the result.
"""

import copy
import random
from dataclasses import dataclass, field

from commcoord.store.yaml_patching import emitted, patched
from commcoord.store.yaml_reading import read

ITEMS = 4
AREAS = 12

BASE = {
    "kind": "minutes",
    "id": "minutes-20231020-7qk2",
    "title": "新品推广方案对接会",
    "scenario": "cross-department",
    "step": "hold",
    "date": "2023-10-20",
    "goal": "定下推广渠道和预算",
    "outcomes": ["卖点一致", "渠道选定", "预算分配"],
    "asks": [{"who": "销售部", "what": "增加门店体验活动", "urgent": "false", "important": "true"}],
    "people": {"owner": "张伟（市场部）", "decides": ["张伟（市场部）"], "informed": ["公司管理层"]},
    "channel": {"means": ["meeting"], "because": "要当面谈"},
    "agenda": [{"topic": "开场", "minutes": "5"}, {"topic": "卖点", "minutes": "20", "lead": "李娜"}],
    "attendees": ["张伟", "李娜", "王强"],
    "topics": [{"topic": "渠道", "notes": "第一行\n第二行\n第三行\n第四行\n"}],
    "decisions": [{"id": "d-1aaa", "what": "线上为主"}, {"id": "d-2aaa", "what": "九折"}],
    "facts": [{"id": "f-1aaa", "what": "总预算17万元"}],
    "actions": [
        {
            "id": f"a-{number}bbb",
            "what": f"提交第{number}份清单",
            "owner": "王强（销售部）",
            "due": "2023-10-22",
            "status": "open",
            "log": [{"on": "2023-10-21", "by": "王强", "note": f"开始{number}"}],
        }
        for number in range(ITEMS)
    ],
    "history": [{"step": "goal", "at": "2023-10-12 09:00", "by": "张伟"}],
}


@dataclass
class Hand:
    """One side: its tree, what it wrote, and which areas of the record it touched."""

    name: str
    random: random.Random
    tree: dict
    written: list[str] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)
    comment: str = ""

    def word(self) -> str:
        self.written.append(f"{self.name}{len(self.written)}话{self.random.randrange(10**9)}完")
        return self.written[-1]

    def change(self, area: int) -> None:
        if area < ITEMS:
            self.touched.add(f"a-{area}bbb")
            self._change_action(next(one for one in self.tree["actions"] if one["id"] == f"a-{area}bbb"))
        else:
            name = FIELDS[area - ITEMS]
            self.touched.add(name)
            getattr(self, f"_{name}")()

    def _change_action(self, action: dict) -> None:
        what = self.random.randrange(6)
        if what == 0:
            action["what"] = self.word()
        elif what == 1:
            action["due"] = f"2023-11-{self.random.randrange(1, 29):02}"
        elif what == 2:
            action["status"] = self.random.choice(["doing", "done", "blocked"])
        elif what == 3:
            action["evidence"] = self.word()
        elif what == 4 and self.random.random() < 0.3:
            self.tree["actions"].remove(action)
        else:
            day = f"2023-10-{self.random.randrange(21, 31)}"
            action.setdefault("log", []).append({"on": day, "by": self.name, "note": self.word()})

    def _new_items(self) -> None:
        letters = "".join(self.random.choices("0123456789abcdef", k=6))
        place = self.random.randrange(len(self.tree["actions"]) + 1)
        self.tree["actions"].insert(place, {"id": f"a-{letters}", "what": self.word(), "status": "open"})
        self.tree["decisions"].append({"id": f"d-{letters}", "what": self.word()})

    def _lists(self) -> None:
        self.tree["attendees"].append(self.word())
        self.tree["people"].setdefault("informed", []).append(self.word())
        self.tree["history"].append({"step": "people", "at": "2023-10-13 09:00", "by": self.word()})

    def _goal(self) -> None:
        self.tree["goal"] = self.word()

    def _outcomes(self) -> None:
        self.tree["outcomes"][self.random.randrange(3)] = self.word()

    def _place(self) -> None:
        self.tree["place"] = self.word()

    def _notes(self) -> None:
        lines = self.tree["topics"][0]["notes"].split("\n")
        lines[self.random.randrange(4)] = self.word()
        self.tree["topics"][0]["notes"] = "\n".join(lines)

    def _agenda(self) -> None:
        self.tree["agenda"][self.random.randrange(2)]["lead"] = self.word()

    def _channel(self) -> None:
        self.tree["channel"][self.random.choice(["because", "subject"])] = self.word()

    def text(self, base: str) -> str:
        text = patched(read(base.encode()), self.tree)
        if self.random.random() < 0.3:
            lines = text.split("\n")
            place = next(index for index, line in enumerate(lines) if line.startswith("agenda"))
            lines.insert(place, f"# {self.word()}")
            text = "\n".join(lines)
        return text


FIELDS = ("new_items", "lists", "goal", "outcomes", "place", "notes", "agenda", "channel")
SHARED = {"new_items", "lists"}
"""Areas in which both hands may write without touching the same thing."""


def base_text() -> str:
    return emitted(BASE, None)


def pair(seed: int, *, apart: bool = False) -> tuple[Hand, Hand]:
    """Return two hands that changed the record; `apart` keeps them from the same areas."""
    source = random.Random(seed)  # noqa: S311  repeatable, not secret
    hands = [Hand(name, source, copy.deepcopy(BASE)) for name in ("甲", "乙")]
    areas = list(range(AREAS))
    source.shuffle(areas)
    free = [areas[:6], areas[6:]] if apart else [areas, areas]
    for hand, own in zip(hands, free, strict=True):
        for area in source.sample(own, source.randrange(1, 5)):
            hand.change(area)
    return hands[0], hands[1]
