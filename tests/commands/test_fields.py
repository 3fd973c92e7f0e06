"""Every field of the contract can be written by a command and read back."""

import json

import pytest

SHARED = {
    "links": ("[plan-20231013-m4x9]", ["plan-20231013-m4x9"]),
    "series": ("周例会", "周例会"),
    "goal": ("定下推广渠道和预算", "定下推广渠道和预算"),
    "outcomes": ("[卖点一致, 渠道选定, 预算分配]", ["卖点一致", "渠道选定", "预算分配"]),
    "asks": (
        "[{who: 销售部, what: 增加门店体验活动, urgent: false, important: true}]",
        [{"who": "销售部", "what": "增加门店体验活动", "urgent": False, "important": True}],
    ),
    "people.owner": ("张伟（市场部）", "张伟（市场部）"),
    "people.decides": ("[张伟（市场部）]", ["张伟（市场部）"]),
    "people.executes": ("[李娜（产品部）]", ["李娜（产品部）"]),
    "people.takes_part": ("[王强（销售部）]", ["王强（销售部）"]),
    "people.informed": ("[公司管理层]", ["公司管理层"]),
    "people.counterpart": (
        "{organisation: ABC科技, type: customer, contact: 王芳, authority: [确认方案], limit: 不能批准付款}",
        {"organisation": "ABC科技", "type": "customer", "contact": "王芳", "authority": ["确认方案"], "limit": "不能批准付款"},
    ),
    "channel": (
        (
            "{urgent: false, important: true, complex: true, formal: false, means: [meeting, email], because: 习惯, "
            "subject: 预算, cc: [公司管理层], confirmation: {asked: 2023-10-20, received: 2023-10-21}, "
            "written_record: docs/note.md}"
        ),
        {
            "urgent": False, "important": True, "complex": True, "formal": False, "means": ["meeting", "email"],
            "because": "习惯", "subject": "预算", "cc": ["公司管理层"],
            "confirmation": {"asked": "2023-10-20", "received": "2023-10-21"}, "written_record": "docs/note.md",
        },
    ),
    "materials": (
        "[{title: 用户调研数据, type: background, link: docs/survey.pdf, sent: 2023-10-19 10:00}]",
        [{"title": "用户调研数据", "type": "background", "link": "docs/survey.pdf", "sent": "2023-10-19 10:00"}],
    ),
    "agenda": ("[{topic: 核心卖点回顾, minutes: 20, lead: 李娜}]", [{"topic": "核心卖点回顾", "minutes": 20, "lead": "李娜"}]),
    "place": ("301会议室", "301会议室"),
    "facts": (
        "[{id: f-8w2d, what: 总预算17万元, confirmed_by: 王强, on: 2023-10-20}]",
        [{"id": "f-8w2d", "what": "总预算17万元", "confirmed_by": "王强", "on": "2023-10-20"}],
    ),
    "circulated": (
        "{at: 2023-10-20 17:00, to: [全体参会人], by: email}",
        {"at": "2023-10-20 17:00", "to": ["全体参会人"], "by": "email"},
    ),
    "overrides": (
        "[{step: channel, because: 客户只用电话, by: 张伟, on: 2023-10-12}]",
        [{"step": "channel", "because": "客户只用电话", "by": "张伟", "on": "2023-10-12"}],
    ),
    "allow": ("[{rule: CC103, because: 两项足够}]", [{"rule": "CC103", "because": "两项足够"}]),
    "audience": ("participants", "participants"),
    "cancelled": (
        "{because: 改为邮件, on: 2023-10-18, by: 张伟}",
        {"because": "改为邮件", "on": "2023-10-18", "by": "张伟"},
    ),
    "archive": (
        "{conclusion: 已定, category: 物流延迟, cause: 漏单, worked: [提前发材料], improve: [缺席派代表], on: 2023-10-30}",
        {
            "conclusion": "已定", "category": "物流延迟", "cause": "漏单", "worked": ["提前发材料"], "improve": ["缺席派代表"],
            "on": "2023-10-30",
        },
    ),
    "history": (
        "[{step: goal, at: 2023-10-12 09:00, by: 张伟}]",
        [{"step": "goal", "at": "2023-10-12 09:00", "by": "张伟"}],
    ),
}  # fmt: skip
ITEM = (
    (
    "[{id: a-3f9k, what: 提交门店活动场地清单, owner: 王强（销售部）, due: 2023-10-22, status: blocked, risk: 门店场地未确认, "
    "needs: {what: 场地合同, of: 采购部}, every: 7d, after: [a-7h2m], evidence: docs/sites.xlsx, done_on: 2023-10-22, "
    "audience: internal, log: [{on: 2023-10-21, by: 王强, note: 已联系 8 家门店, status: doing, "
    "due: {from: 2023-10-21, to: 2023-10-22}}]}]"
    ),
    [
        {
            "id": "a-3f9k", "what": "提交门店活动场地清单", "owner": "王强（销售部）", "due": "2023-10-22", "status": "blocked",
            "risk": "门店场地未确认", "needs": {"what": "场地合同", "of": "采购部"}, "every": "7d", "after": ["a-7h2m"],
            "evidence": "docs/sites.xlsx", "done_on": "2023-10-22", "audience": "internal",
            "log": [
                {
                    "on": "2023-10-21", "by": "王强", "note": "已联系 8 家门店", "status": "doing",
                    "due": {"from": "2023-10-21", "to": "2023-10-22"},
                }
            ],
        }
    ],
)  # fmt: skip
TIMES = {
    "start": ("2023-10-20 14:00", "2023-10-20 14:00"),
    "end": ("2023-10-20 15:30+08:00", "2023-10-20 15:30+08:00"),
}
STAMP = ("{at: 2023-10-20 09:00, by: 赵敏}", {"at": "2023-10-20 09:00", "by": "赵敏"})
OF_KIND = {
    "plan": {
        **TIMES,
        "audience_departments": ("[销售部]", ["销售部"]),
        "deliverables": ("[推广方案]", ["推广方案"]),
        "actions": ITEM,
    },
    "minutes": {
        **TIMES,
        "chair": ("张伟", "张伟"),
        "recorder": ("李娜", "李娜"),
        "attendees": ("[张伟, 李娜]", ["张伟", "李娜"]),
        "absent": ("[{who: 王强, why: 出差}]", [{"who": "王强", "why": "出差"}]),
        "cc": ("[公司管理层]", ["公司管理层"]),
        "topics": (
            "[{topic: 预算, notes: 数据不全, outcome: deferred}]",
            [{"topic": "预算", "notes": "数据不全", "outcome": "deferred"}],
        ),
        "decisions": (
            "[{id: d-5c7w, what: 预算17万元, by: 张伟, replaces: d-2h8x}]",
            [{"id": "d-5c7w", "what": "预算17万元", "by": "张伟", "replaces": "d-2h8x"}],
        ),
        "leftover": ("[a-3f9k]", ["a-3f9k"]),
        "next_steps": ("销售部落实场地", "销售部落实场地"),
        "actions": ITEM,
    },
    "task": {
        "start": ("2023-10-23", "2023-10-23"),
        "end": ("2023-12-31", "2023-12-31"),
        "initiator": ("市场部", "市场部"),
        "collaborators": ("[销售部]", ["销售部"]),
        "milestones": ITEM,
    },
    "feedback": {
        **TIMES,
        "said": ("[至今没有收到]", ["至今没有收到"]),
        "measures": ITEM,
        "status": ("in_progress", "in_progress"),
        "acknowledged": STAMP,
        "answered": STAMP,
        "solved": ("{at: 2023-10-20 09:00}", {"at": "2023-10-20 09:00"}),
        "accepted": STAMP,
        "waits": (
            "[{from: 2023-10-18, to: 2023-10-20, for: 客户确认}]",
            [{"from": "2023-10-18", "to": "2023-10-20", "for": "客户确认"}],
        ),
        "severity": ("high", "high"),
    },
}


@pytest.mark.parametrize("kind", OF_KIND)
def test_every_field_is_written_and_read_back(repository, kind):
    fields = SHARED | OF_KIND[kind]
    sets = [part for name, (typed, _meant) in fields.items() for part in ("--set", f"{name}={typed}")]
    made = repository(
        "new", kind, "--title", "字段", "--scenario", "customer", "--date", "2023-10-20", *sets, "--json",
        now="2023-10-12 09:00",
    )  # fmt: skip
    shown = json.loads(repository("show", json.loads(made.out)["id"], "--json").out)

    for name, (_typed, meant) in fields.items():
        found = shown
        for key in name.split("."):
            found = found[key]
        assert found == meant, name


@pytest.mark.parametrize("kind", OF_KIND)
def test_every_field_is_written_one_by_one_into_a_record_that_is_there(repository, kind):
    made = repository(
        "new",
        kind,
        "--title",
        "字段",
        "--scenario",
        "customer",
        "--date",
        "2023-10-20",
        "--json",
        now="2023-10-12 09:00",
    )
    record = json.loads(made.out)["id"]
    for name, (typed, _meant) in (SHARED | OF_KIND[kind]).items():
        if name != "cancelled":  # a cancelled record has no gates
            repository("goal", record, "--set", f"{name}={typed}", code=None)
    shown = json.loads(repository("show", record, "--json").out)

    assert shown[next(iter(OF_KIND[kind]))] == OF_KIND[kind][next(iter(OF_KIND[kind]))][1]
    assert shown["channel"] == SHARED["channel"][1]
    assert shown["archive"] == SHARED["archive"][1]


def test_a_list_grows_and_an_item_is_set_by_its_id(repository):
    made = repository(
        "new", "minutes", "--title", "字段", "--scenario", "routine", "--set", f"actions={ITEM[0]}", "--set", "cc=[a]",
        "--set", "cc+=b", "--json", now="2023-10-20 09:00",
    )  # fmt: skip
    record = json.loads(made.out)["id"]
    repository(
        "goal", record, "--set", "actions.a-3f9k.due=2023-11-01", "--set", "actions.0.risk=无", code=None
    )
    shown = json.loads(repository("show", record, "--json").out)

    assert shown["cc"] == ["a", "b"]
    assert shown["actions"][0]["due"] == "2023-11-01"
    assert shown["actions"][0]["risk"] == "无"


@pytest.mark.parametrize(
    ("assignment", "said"),
    [
        ("gaol=x", "goal"),
        ("channel.maens=[im]", "means"),
        ("goal", "FIELD=VALUE"),
        ("actions.a-zzzz.due=2023-10-20", "a-zzzz"),
        ("date=2023-02-30", "2023-02-30"),
        ("channel.urgent=perhaps", "perhaps"),
        ("goal=*x", "*x"),
        ("title.x=一段很长的话", "一段很长的话"),
        ("title.x.y=1", "title"),
        ("title.x.y+=1", "title"),
        ("date.x.y.z=1", "date"),
        (f"outcomes.{'9' * 5000}=1", "outcomes"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_text(repository, assignment, said):
    made = repository(
        "new", "plan", "--title", "字段", "--scenario", "routine", "--json", now="2023-10-20 09:00"
    )
    path = json.loads(made.out)["path"]
    before = repository.file(path)
    refused = repository("goal", json.loads(made.out)["id"], "--set", assignment, code=2)

    assert said in refused.err
    assert repository.file(path) == before
