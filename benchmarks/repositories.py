"""Records repositories of any size, as a company of some hundred people would have them after years.

Four records make a matter: a plan, its minutes, the task that came of it, and a complaint of a customer. Each has
about three actions in Chinese prose, 1.8 kB in all; what is older than two months is done, save for a few.

    python benchmarks/repositories.py DIRECTORY 10000
"""

import random
import sys
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

LAST_DAY = date(2026, 3, 31)
"""The day of the youngest matter; public holidays are known until the end of that year."""
NOW = "2026-04-01 09:00"
PER_DAY = 12
"""Records that a company writes a day; 10,000 are some three years."""
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
DEPARTMENTS = (
    "市场部",
    "产品部",
    "销售部",
    "生产部",
    "设备部",
    "采购部",
    "物流部",
    "质量部",
    "客服部",
    "财务部",
)
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
GIVEN = ("伟", "娜", "强", "敏", "静", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超")
THINGS = (
    "物流线路",
    "门店陈列",
    "配件清单",
    "报价单",
    "验收标准",
    "数据接口",
    "培训教材",
    "包装方案",
    "检测报告",
    "排产计划",
)
DONE = (
    "提交{thing}初稿",
    "与供应商核对{thing}并签字",
    "把{thing}发给各门店",
    "完成{thing}的第 {number} 版修订",
    "列出{thing}的 {number} 项差异",
)
NOTES = (
    "各方就{thing}的现状交换了数据，第 {number} 批的问题集中在交接环节，逐项列入行动",
    "比较了两个方案的费用和周期：自行处理约 {number} 万元，委托外部约需三周，先做小范围试点",
    "客户希望每周收到一次进展，客服部统一口径，{thing}由专人维护并在周五前更新",
)


@dataclass
class Company:
    """Whom the records name, and the chance that makes them, the same for the same seed."""

    chance: random.Random = field(default_factory=lambda: random.Random(20231020))
    people: list[tuple[str, str]] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        names = [first + last for first in SURNAMES for last in GIVEN]
        self.people = [
            (name, DEPARTMENTS[place % len(DEPARTMENTS)]) for place, name in enumerate(names[:200])
        ]

    def name(self, letter: str) -> str:
        """Return a new id of an item."""
        while (found := f"{letter}-{''.join(self.chance.choices(ALPHABET, k=6))}") in self.taken:
            pass
        self.taken.add(found)
        return found

    def somebody(self) -> str:
        """Return a person with the department."""
        name, department = self.chance.choice(self.people)
        return f"{name}（{department}）"

    def words(self, texts: tuple[str, ...]) -> str:
        """Return one of some texts, filled."""
        thing, number = self.chance.choice(THINGS), self.chance.randint(2, 90)
        return self.chance.choice(texts).format(thing=thing, number=number)


def settings(company: Company) -> str:
    """Return a company's commcoord.yaml."""
    people = "\n".join(
        f"  - {{name: {name}, department: {department}, email: p{place}@example.com}}"
        for place, (name, department) in enumerate(company.people)
    )
    return (
        "version: 1\norganisation: 远航家电\nlanguage: zh-Hans\ntimezone: Asia/Shanghai\ncalendar: CN\n"
        f"departments: [{', '.join(DEPARTMENTS)}, 公司管理层]\npeople:\n{people}\n"
        "categories:\n  物流延迟: 物流部\n  产品质量: 质量部\n  数据接口: 产品部\n"
    )


def items(company: Company, field_: str, day: date, *, closed: bool) -> str:
    """Return about three actions, milestones or measures."""
    lines = [f"{field_}:"]
    letter = {"actions": "a", "milestones": "m", "measures": "r"}[field_]
    for _place in range(company.chance.choice((2, 3, 3, 4))):
        due = day + timedelta(days=company.chance.randint(3, 24))
        done = closed or company.chance.random() < 0.3
        status = "done" if done else company.chance.choice(("open", "open", "doing", "blocked"))
        lines += [
            f"  - id: {company.name(letter)}",
            f"    what: {company.words(DONE)}",
            f"    owner: {company.somebody()}",
            f"    due: {due}",
            f"    status: {status}",
        ]
        if status == "blocked":
            lines.append(f"    needs: {{what: 审批后的预算, of: {company.somebody()}}}")
        if done:
            lines += [f"    evidence: docs/{day:%Y%m}/{due:%d}.xlsx", f"    done_on: {min(due, LAST_DAY)}"]
        note = "已经按约定交付并归入文件夹" if done else "已联系对方，等待回复"
        said = min(due if done else day + timedelta(days=1), LAST_DAY)
        lines += [f"    log:\n      - {{on: {said}, by: {company.somebody()[:2]}, note: {note}}}"]
    return "\n".join(lines) + "\n"


def people(company: Company) -> str:
    """Return who decides and who does."""
    return (
        f"people:\n  owner: {company.somebody()}\n  decides: [{company.somebody()}]\n"
        f"  executes: [{company.somebody()}, {company.somebody()}]\n"
        f"  takes_part: [{company.somebody()}, {company.somebody()}]\n  informed: [公司管理层]\n"
    )


def head(company: Company, kind: str, name: str, day: date, step: str, title: str, links: str = "") -> str:
    """Return the fields with which every record begins."""
    scenario = "customer" if kind == "feedback" else company.chance.choice(("cross-department", "routine"))
    linked = f"links: [{links}]\n" if links else ""
    return (
        f"# yaml-language-server: $schema=../../../.commcoord/schemas/{kind}.json\n"
        f"kind: {kind}\nid: {name}\ntitle: {title}\nscenario: {scenario}\nstep: {step}\ndate: {day}\n{linked}"
    )


def history(day: date, *steps: str) -> str:
    """Return when each step was passed."""
    lines = [f"  - {{step: {step}, at: {day} {9 + hour:02}:00, by: 张伟}}" for hour, step in enumerate(steps)]
    return "\n".join(["history:", *lines]) + "\n"


def plan(company: Company, name: str, day: date, closed: bool) -> str:
    """Return a plan of a meeting."""
    ahead = day - timedelta(days=3)
    thing = company.chance.choice(THINGS)
    return (
        head(company, "plan", name, day, "done" if closed else "hold", f"{thing}对接会计划")
        + f"goal: 定下{thing}的负责人、期限和预算\noutcomes: [负责人确定, 期限确定, 预算确定]\n"
        + f"asks:\n  - {{who: 销售部, what: 补齐{thing}的门店数据, urgent: true, important: true}}\n"
        + f"  - {{who: 产品部, what: 说明{thing}的改动范围, urgent: false, important: true}}\n"
        + people(company)
        + "channel: {urgent: false, important: true, complex: true, formal: false, means: [meeting]}\n"
        + f"materials:\n  - {{title: {thing}现状数据, type: background, link: docs/a.pdf, sent: {ahead} 10:00}}\n"
        + f"  - {{title: {thing}问题清单, type: questions, link: docs/b.pdf, sent: {ahead} 10:00}}\n"
        + f"  - {{title: {thing}备选方案, type: alternatives, link: docs/c.pdf, sent: {ahead} 10:00}}\n"
        + "agenda:\n  - {topic: 开场与目标, minutes: 5}\n  - {topic: 方案讨论, minutes: 45}\n  - {topic: 总结, minutes: 10}\n"
        + f"start: {day} 14:00\nend: {day} 15:00\nplace: 301会议室\n"
        + items(company, "actions", ahead, closed=True)
        + history(ahead, "goal", "people", "channel", "prepare", *(("hold", "followup", "archive") * closed))
    )


def minutes(company: Company, name: str, day: date, closed: bool, plan_id: str) -> str:
    """Return the minutes of that meeting."""
    sent = closed or company.chance.random() < 0.7
    number = company.chance.randint(2, 90)
    return (
        head(company, "minutes", name, day, "done" if closed else "followup", "对接会纪要", plan_id)
        + f"series: 周例会{company.chance.randint(1, 40)}\n"
        + f"start: {day} 14:00\nend: {day} 15:00\nplace: 301会议室\nchair: {company.somebody()}\n"
        + f"recorder: {company.somebody()}\nattendees: [{company.somebody()}, {company.somebody()}, {company.somebody()}]\n"
        + f"topics:\n  - {{topic: 现状, notes: {company.words(NOTES)}, outcome: information}}\n"
        + f"  - {{topic: 方案, notes: {company.words(NOTES)}, outcome: decided}}\n"
        + f"decisions:\n  - {{id: {company.name('d')}, what: 先按 {number} 台试点，由物流部立项, by: {company.somebody()}}}\n"
        + f"facts:\n  - {{id: {company.name('f')}, what: 试点数量 {number} 台, confirmed_by: 王强, on: {day}}}\n"
        + items(company, "actions", day, closed=closed)
        + (f"circulated: {{at: {day} 17:40, to: [全体参会人], by: email}}\n" if sent else "")
        + history(day, "goal", "people", "channel", "prepare", "hold", *(("followup", "archive") * closed))
    )


def task(company: Company, name: str, day: date, closed: bool, minutes_id: str) -> str:
    """Return the task that came of it."""
    return (
        head(
            company,
            "task",
            name,
            day,
            "done" if closed else "followup",
            f"改进{company.chance.choice(THINGS)}",
            minutes_id,
        )
        + "goal: 三个月内把交付延误降到每月两起以内\noutcomes: [流程定稿, 系统上线, 门店试用]\n"
        + people(company)
        + f"initiator: 物流部\ncollaborators: [采购部, 销售部]\nstart: {day}\nend: {day + timedelta(days=60)}\n"
        + items(company, "milestones", day, closed=closed)
        + history(day, "goal", "people", "channel", "prepare", "hold", *(("followup", "archive") * closed))
    )


def feedback(company: Company, name: str, day: date, closed: bool, plan_id: str) -> str:
    """Return a customer's complaint about the same matter."""
    later = min(day + timedelta(days=2), LAST_DAY)
    category = company.chance.choice(("物流延迟", "产品质量", "数据接口"))
    filed = f"archive: {{conclusion: 已补发并致歉, category: {category}, worked: [当天受理], improve: [提前预警], on: {later}}}\n"
    return (
        head(
            company,
            "feedback",
            name,
            day,
            "done" if closed else "followup",
            f"{category}投诉：{company.chance.choice(THINGS)}",
            plan_id,
        )
        + people(company)
        + "  counterpart: {organisation: ABC科技, type: customer, contact: 王芳, authority: [确认方案], limit: 不能批准付款}\n"
        + "channel: {urgent: true, important: false, complex: false, formal: false, means: [phone], written_record: docs/call.md}\n"
        + f"start: {day} 10:00\nsaid:\n  - {company.words(NOTES)}\n  - 希望本周内收到书面答复，并说明今后如何避免\n"
        + items(company, "measures", day, closed=closed)
        + f"acknowledged: {{at: {day} 11:00, by: {company.somebody()}}}\n"
        + (f"answered: {{at: {later} 10:00, by: 张伟}}\nsolved: {{at: {later} 16:00}}\n" if closed else "")
        + f"status: {'closed' if closed else 'acknowledged'}\nseverity: normal\n"
        + (filed if closed else "")
        + history(day, "goal", "people", "channel", "prepare", "hold", *(("followup", "archive") * closed))
    )


def matter(company: Company, day: date) -> dict[str, str]:
    """Return the four records of one matter, by their paths."""
    closed = company.chance.random() < (0.98 if (LAST_DAY - day).days > 60 else 0.4)
    part = company.name("x")[2:]
    names = {kind: f"{kind}-{day:%Y%m%d}-{part}" for kind in ("plan", "minutes", "task", "feedback")}
    texts = {
        "plan": plan(company, names["plan"], day, closed),
        "minutes": minutes(company, names["minutes"], day, closed, names["plan"]),
        "task": task(company, names["task"], day, closed, names["minutes"]),
        "feedback": feedback(company, names["feedback"], day, closed, names["plan"]),
    }
    folder = f"records/{day.year}Q{(day.month + 2) // 3}"
    return {f"{folder}/{kind}/{names[kind]}.yaml": text for kind, text in texts.items()}


def write(root: Path, count: int) -> None:
    """Write a repository of so many records into a folder that is not there yet or empty."""
    company = Company()
    root.mkdir(parents=True, exist_ok=True)
    (root / "commcoord.yaml").write_text(settings(company), encoding="utf-8")
    (root / ".gitignore").write_text("/.commcoord/\n", encoding="utf-8")
    for number in range((count + 3) // 4):
        day = LAST_DAY - timedelta(days=number * 4 // PER_DAY)
        for path, text in matter(company, day).items():
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
