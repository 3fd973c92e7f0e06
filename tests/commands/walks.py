"""Eight walks: each of the four records through all seven steps, in Chinese and in English.

A walk is what a person says at each moment: the time, the command, and its options. `ID` stands for the record. The
same walks are done by options in a pipe and by typing on a terminal.
"""

from dataclasses import dataclass

Said = tuple[str, ...]


@dataclass(frozen=True)
class Moment:
    """One command at one time."""

    now: str
    command: Said
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Walk:
    """A kind of record, the language it is walked in, and the moments in their order; the first one makes it."""

    kind: str
    lang: str
    moments: tuple[Moment, ...]

    def __str__(self) -> str:
        return f"{self.kind}-{self.lang}"


def at(now: str, *command: str, **options: str | list[str]) -> Moment:
    """Return a moment; an option with several values is given several times."""
    pairs = [
        (f"--{name.replace('_', '-')}", value)
        for name, values in options.items()
        for value in (values if isinstance(values, list) else [values])
    ]
    return Moment(now, command, tuple(pairs))


PLAN_ZH = Walk(
    "plan",
    "zh-Hans",
    (
        at("2023-10-12 09:00", "new", "plan", title="新品推广方案对接会", scenario="cross-department", date="2023-10-20"),
        at("2023-10-12 09:05", "goal", "ID", goal="定下推广渠道和预算", outcome=["卖点一致", "渠道选定", "预算分配"]),
        at("2023-10-12 09:10", "people", "ID", owner="张伟", decides="张伟", executes="李娜"),
        at("2023-10-12 09:15", "channel", "ID", important="", complex="", means="meeting"),
        at(
            "2023-10-18 10:00", "prepare", "ID", start="14:00", end="15:30", place="301会议室",
            material=["用户调研数据 (background)", "问题清单 (questions)", "备选方案 (alternatives)"],
            sent="2023-10-18 10:00", agenda=["开场 5", "讨论 60 @李娜", "总结 10"],
        ),
        at("2023-10-20 15:40", "hold", "ID", action="提交门店活动场地清单 @李娜 !2023-10-22"),
        at("2023-10-20 16:00", "followup", "ID"),
        at("2023-10-22 10:00", "done", "门店活动场地清单", evidence="docs/sites.xlsx"),
        at("2023-10-23 09:00", "archive", "ID", conclusion="渠道和预算已定"),
    ),
)  # fmt: skip
PLAN_EN = Walk(
    "plan",
    "en",
    (
        at("2023-10-12 09:00", "new", "plan", title="Spring launch", scenario="cross-department", date="2023-10-20"),
        at(
            "2023-10-12 09:05", "goal", "ID", goal="Settle the channels and the budget of the launch",
            outcome=["channels chosen", "budget shared out", "dates fixed"],
        ),
        at("2023-10-12 09:10", "people", "ID", owner="Ann Lee", decides="Ann Lee", executes="Ben Cole"),
        at("2023-10-12 09:15", "channel", "ID", important="", means="meeting"),
        at(
            "2023-10-18 10:00", "prepare", "ID", start="14:00", end="15:30", place="Room 301",
            material=["Customer survey (background)", "Open questions (questions)", "Three options (alternatives)"],
            sent="2023-10-18 10:00", agenda=["Opening 5", "Discussion 60 @Ben Cole", "Summary 10"],
        ),
        at("2023-10-20 15:40", "hold", "ID", action="Send the list of shop sites @Ben Cole !2023-10-22"),
        at("2023-10-20 16:00", "followup", "ID"),
        at("2023-10-22 10:00", "done", "shop sites", evidence="docs/sites.xlsx"),
        at("2023-10-23 09:00", "archive", "ID", conclusion="Channels and budget are settled"),
    ),
)  # fmt: skip
MINUTES_ZH = Walk(
    "minutes",
    "zh-Hans",
    (
        at("2023-10-20 09:00", "new", "minutes", title="交付协调会", scenario="routine", date="2023-10-20"),
        at("2023-10-20 09:01", "goal", "ID", goal="定下本周交付顺序", outcome=["交付顺序确定", "人手排定", "风险列出"]),
        at("2023-10-20 09:02", "people", "ID", owner="张伟", decides="张伟", takes_part=["李娜", "王强"]),
        at("2023-10-20 09:03", "channel", "ID", means="meeting"),
        at("2023-10-20 09:04", "prepare", "ID", start="10:00", end="10:30", agenda=["开场 5", "讨论 20", "总结 5"]),
        at(
            "2023-10-20 10:40", "hold", "ID", chair="张伟", recorder="李娜", attendee=["张伟", "李娜", "王强"],
            topic="交付顺序: 华东区催得最紧 (decided)", decision="先交付华东区订单 @张伟",
            action="提交华东区发货清单 @王强 !2023-10-22",
        ),
        at(
            "2023-10-20 11:00", "followup", "ID", circulated="2023-10-20 11:00", circulated_to="全体参会人",
            circulated_by="email",
        ),
        at("2023-10-22 10:00", "done", "华东区发货清单", evidence="docs/list.xlsx"),
        at("2023-10-23 09:00", "archive", "ID", conclusion="华东区订单先行交付"),
    ),
)  # fmt: skip
MINUTES_EN = Walk(
    "minutes",
    "en",
    (
        at("2023-10-20 09:00", "new", "minutes", title="Delivery meeting", scenario="routine", date="2023-10-20"),
        at(
            "2023-10-20 09:01", "goal", "ID", goal="Fix the order of this week's deliveries",
            outcome=["order fixed", "people assigned", "risks listed"],
        ),
        at("2023-10-20 09:02", "people", "ID", owner="Ann Lee", decides="Ann Lee", takes_part=["Ben Cole", "Cara Diaz"]),
        at("2023-10-20 09:03", "channel", "ID", means="meeting"),
        at("2023-10-20 09:04", "prepare", "ID", start="10:00", end="10:30", agenda=["Opening 5", "Discussion 20", "Summary 5"]),
        at(
            "2023-10-20 10:40", "hold", "ID", chair="Ann Lee", recorder="Ben Cole",
            attendee=["Ann Lee", "Ben Cole", "Cara Diaz"], topic="Order: the east presses most (decided)",
            decision="Eastern orders go first @Ann Lee", action="Send the eastern delivery list @Cara Diaz !2023-10-22",
        ),
        at(
            "2023-10-20 11:00", "followup", "ID", circulated="2023-10-20 11:00", circulated_to="all attendees",
            circulated_by="email",
        ),
        at("2023-10-22 10:00", "done", "delivery list", evidence="docs/list.xlsx"),
        at("2023-10-23 09:00", "archive", "ID", conclusion="Eastern orders go first"),
    ),
)  # fmt: skip
TASK_ZH = Walk(
    "task",
    "zh-Hans",
    (
        at("2023-10-23 09:00", "new", "task", title="云汐上市推广", scenario="cross-department", date="2023-10-23"),
        at(
            "2023-10-23 09:01", "goal", "ID", goal="元旦前完成八家门店的体验活动",
            outcome=["活动办完", "宣传页到店", "效果报告交出"],
        ),
        at(
            "2023-10-23 09:02", "people", "ID", owner="张伟", decides="张伟", executes="王强", initiator="市场部",
            collaborator="销售部",
        ),
        at("2023-10-23 09:03", "channel", "ID", means="meeting"),
        at("2023-10-23 09:04", "prepare", "ID", start="2023-10-23", end="2023-12-31"),
        at("2023-10-23 09:05", "hold", "ID", action="交付八家门店体验台安装照片 @王强 !2023-12-20"),
        at("2023-10-23 09:06", "followup", "ID"),
        at("2023-11-20 10:00", "progress", "体验台安装照片", "四家已装好"),
        at("2023-12-19 10:00", "done", "体验台安装照片", evidence="docs/photos.zip"),
        at("2023-12-20 09:00", "archive", "ID", conclusion="八家门店活动全部完成"),
    ),
)  # fmt: skip
TASK_EN = Walk(
    "task",
    "en",
    (
        at("2023-10-23 09:00", "new", "task", title="Launch in shops", scenario="cross-department", date="2023-10-23"),
        at(
            "2023-10-23 09:01", "goal", "ID", goal="Finish the demonstrations in eight shops by New Year",
            outcome=["demonstrations held", "leaflets in shops", "report delivered"],
        ),
        at(
            "2023-10-23 09:02", "people", "ID", owner="Ann Lee", decides="Ann Lee", executes="Cara Diaz",
            initiator="Marketing", collaborator="Sales",
        ),
        at("2023-10-23 09:03", "channel", "ID", means="meeting"),
        at("2023-10-23 09:04", "prepare", "ID", start="2023-10-23", end="2023-12-31"),
        at("2023-10-23 09:05", "hold", "ID", action="Deliver photographs of the stands in eight shops @Cara Diaz !2023-12-20"),
        at("2023-10-23 09:06", "followup", "ID"),
        at("2023-11-20 10:00", "progress", "photographs", "four shops are ready"),
        at("2023-12-19 10:00", "done", "photographs", evidence="docs/photos.zip"),
        at("2023-12-20 09:00", "archive", "ID", conclusion="All eight shops are done"),
    ),
)  # fmt: skip
FEEDBACK_ZH = Walk(
    "feedback",
    "zh-Hans",
    (
        at("2023-10-18 09:00", "new", "feedback", title="洗碗机晚到投诉", scenario="customer", date="2023-10-18"),
        at(
            "2023-10-18 09:01", "goal", "ID", goal="两周内补送到货并给出改进措施",
            outcome=["货物送达", "客户接受", "原因查明"],
        ),
        at(
            "2023-10-18 09:02", "people", "ID", owner="赵敏", decides="赵敏", counterpart="ABC科技", contact="王芳",
            authority="确认补送方案", limit="不能批准付款",
        ),
        at("2023-10-18 09:03", "channel", "ID", means="phone"),
        at("2023-10-18 09:04", "prepare", "ID", start="09:00"),
        at(
            "2023-10-18 10:30", "hold", "ID", said="约定十月十日到货，至今没有收到", acknowledged="10:00",
            acknowledged_by="赵敏", action="补送洗碗机到客户仓库 @赵敏 !2023-10-27",
        ),
        at("2023-10-19 10:00", "followup", "ID", answered="2023-10-19 10:00", answered_by="赵敏"),
        at("2023-10-25 10:00", "done", "补送洗碗机", evidence="docs/receipt.pdf"),
        at(
            "2023-10-26 09:00", "archive", "ID", conclusion="已补送，客户接受", category="物流延迟", cause="承运商漏单",
            improve="每日核对承运商签收单", solved="2023-10-25 10:00", accepted="2023-10-25 11:00", status="closed",
        ),
    ),
)  # fmt: skip
FEEDBACK_EN = Walk(
    "feedback",
    "en",
    (
        at("2023-10-18 09:00", "new", "feedback", title="Complaint about a late answer", scenario="customer", date="2023-10-18"),
        at(
            "2023-10-18 09:01", "goal", "ID", goal="Deliver the missing answer and agree on contact times",
            outcome=["answer delivered", "customer content", "cause found"],
        ),
        at(
            "2023-10-18 09:02", "people", "ID", owner="Cara Diaz", decides="Cara Diaz", counterpart="Northwind",
            contact="Eva Berg", authority="accept the answer", limit="may not approve payments",
        ),
        at("2023-10-18 09:03", "channel", "ID", means="phone"),
        at("2023-10-18 09:04", "prepare", "ID", start="09:00"),
        at(
            "2023-10-18 10:30", "hold", "ID", said="Nobody answered my question of last month", acknowledged="10:00",
            acknowledged_by="Cara Diaz", action="Deliver the answer in writing @Cara Diaz !2023-10-27",
        ),
        at("2023-10-19 10:00", "followup", "ID", answered="2023-10-19 10:00", answered_by="Cara Diaz"),
        at("2023-10-25 10:00", "done", "answer in writing", evidence="docs/receipt.pdf"),
        at(
            "2023-10-26 09:00", "archive", "ID", conclusion="Answered and accepted", category="slow answer",
            cause="No deputy was named", improve="Name a deputy for every absence", solved="2023-10-25 10:00",
            accepted="2023-10-25 11:00", status="closed",
        ),
    ),
)  # fmt: skip

WALKS = (PLAN_ZH, PLAN_EN, MINUTES_ZH, MINUTES_EN, TASK_ZH, TASK_EN, FEEDBACK_ZH, FEEDBACK_EN)
