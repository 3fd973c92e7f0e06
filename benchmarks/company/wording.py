"""What the people of the generated company write, in Chinese, and in English in its export office.

`{thing}` stands for what a matter is about, `{number}` for a figure, `{department}` for a department.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """The sentences of one language; of each tuple one is taken by chance."""

    things: tuple[str, ...]
    titles: dict[str, tuple[str, ...]]
    goals: tuple[tuple[str, tuple[str, str, str]], ...]
    asks: tuple[tuple[str, str], ...]
    materials: tuple[str, str, str]
    agenda: tuple[str, str, str]
    topics: tuple[str, str]
    places: tuple[str, ...]
    notes: tuple[str, ...]
    decisions: tuple[tuple[str, str], ...]
    promises: tuple[str, ...]
    vague: tuple[str, ...]
    needs: tuple[str, ...]
    delivered: tuple[str, ...]
    late: tuple[str, ...]
    going: tuple[str, ...]
    explained: tuple[str, ...]
    stuck: tuple[str, ...]
    said: tuple[str, ...]
    wishes: tuple[str, ...]
    next_steps: tuple[str, ...]
    conclusions: tuple[str, ...]
    causes: tuple[str, ...]
    worked: tuple[str, ...]
    improve: tuple[str, ...]
    everybody: str
    board: str


CHINESE = Wording(
    things=(
        *(
            "物流线路",
            "门店陈列",
            "配件清单",
            "报价单",
            "验收标准",
            "数据接口",
            "培训教材",
            "包装方案",
            "检测报告",
        ),
        *(
            "排产计划",
            "售后手册",
            "退换货流程",
            "仓位图",
            "质检工位",
            "年度合同",
            "样机",
            "宣传页",
            "巡检表",
            "对账单",
        ),
    ),
    titles={
        "plan": ("{thing}对接会计划", "{thing}评审会计划", "{thing}协调会计划"),
        "minutes": ("{thing}对接会", "{thing}评审会", "{thing}协调会"),
        "task": ("改进{thing}", "{thing}落地", "{thing}整改"),
        "feedback": ("{other}反映{thing}有误", "{other}询问{thing}", "{other}投诉{thing}延误"),
        "series": ("{series} {day.month}月{day.day}日",),
    },
    goals=(
        ("定下{thing}的负责人、期限和预算", ("负责人确定", "期限确定", "预算确定")),
        ("确定{thing}的定稿版本并发到各门店", ("差异清点完毕", "定稿版本选定", "发放名单确认")),
        ("把{thing}引起的返工降到每月两起以内", ("原因查明", "改法选定", "试行范围确定")),
        ("月内完成{thing}的更换并恢复正常交付", ("更换日期确定", "替代办法落实", "交付顺序排定")),
    ),
    asks=(
        ("本周拿到{thing}的现状数据", "{thing}的改动要先经本部门确认"),
        ("旺季前换上新的{thing}", "培训安排在淡季进行"),
        ("客户提出的{thing}问题要有书面答复", "费用不高于去年同期"),
    ),
    materials=("{thing}现状数据", "{thing}问题清单", "{thing}两案对比"),
    agenda=("开场：目标与预期结果", "{thing}两案比较", "总结与复述"),
    topics=("{thing}现状", "方案比较"),
    places=("301会议室", "201会议室", "二楼培训室", "一号车间会议角", "腾讯会议"),
    notes=(
        "各方就{thing}的现状交换了数据，第 {number} 批的问题集中在交接环节，逐项列入行动；仓库补充，夜班的交接单常常缺签字",
        "比较了两个方案的费用和周期：自行处理约 {number} 万元，委托外部约需三周，先做小范围试点，效果好再铺开",
        "客户希望每周收到一次进展，客服部统一口径，{thing}由专人维护，旧版本从共享文件夹里撤下",
        "上次的 {number} 条意见大部分已经改完，剩下的涉及供应商图纸，等对方书面确认后再动",
        "财务书面意见同意总额，分摊办法按使用部门的人数；{thing}的历史费用由各部门自己核对",
    ),
    decisions=(
        ("先按 {number} 台试点，由{department}立项", "试点数量 {number} 台"),
        ("{thing}的预算上限定为 {number} 万元，由{department}列支", "预算上限 {number} 万元"),
        ("首批发放 {number} 家门店，其余门店第二批再发", "首批 {number} 家门店"),
    ),
    promises=(
        "提交{thing}初稿",
        "与供应商核对{thing}并签字",
        "把{thing}发给各门店",
        "完成{thing}第二版修订",
        "列出{thing}的差异清单",
        "交付{thing}的试用报告",
        "发布新版{thing}",
    ),
    vague=("继续推进{thing}", "加强{thing}的管理", "配合做好{thing}"),
    needs=("审批后的预算", "供应商的盖章图纸", "测试环境的账号", "一名会操作的师傅"),
    delivered=("已经按约定交付并归入文件夹", "对方签收，原件在文件柜", "评审通过，已发各部门"),
    late=("图纸返工一次，晚了几天，交付件已归档", "对方盖章排队，拿到后当天交付"),
    going=("已联系对方，等书面回复", "初稿过半，先发给同事看", "数据收齐，正在整理"),
    explained=("等供应商补件，补到后三天内交付，已告知召集人", "人手调去旺季发货，新的完成日期正在商定"),
    stuck=("卡在审批，已请对方负责人出面", "缺件，没有替代料，已报负责人"),
    said=(
        "{thing}第 {number} 批和约定的不一样，仓库没法直接用",
        "上个月问过一次{thing}，一直没有书面的说法",
        "送来的{thing}少了两页，现场只好停下来等",
        "{thing}的交付比通知上写的晚了四天，门店排好的活动只能改期",
    ),
    wishes=(
        "希望收到书面答复，并说明今后怎样避免",
        "希望有固定的联系人，有变动提前说",
        "能补上就行，不要求赔偿",
    ),
    next_steps=("各人按行动项交付，纪要当天发出", "建立跟踪任务，按月对一次进度"),
    conclusions=("各项行动已完成，结果发给相关部门", "按期交付，客户书面确认", "问题解决，做法写进手册"),
    causes=(
        "改版时没有通知下游部门，交接单上也没有版本号",
        "旺季运力不足，备用承运商没有签约",
        "来料抽检比例偏低，问题到装配才发现",
    ),
    worked=(
        "逐条复述数字，会后没有返工",
        "当天受理，对方没有升级",
        "材料提前发出，会上只谈选择",
        "行动项各有一人负责",
    ),
    improve=(
        "改版通知由产品部签发到下游",
        "外部依赖要写进风险",
        "旺季前签好备用承运商",
        "缺席部门会前要有代表",
    ),
    everybody="全体参会人",
    board="公司管理层",
)

ENGLISH = Wording(
    things=("packing list", "price sheet", "user manual", "customs file", "spare part kit", "label artwork"),
    titles={
        "plan": ("Plan: settle the {thing}", "Plan: review of the {thing}"),
        "minutes": ("Review of the {thing}", "Meeting on the {thing}"),
        "task": ("Renew the {thing}", "Roll out the {thing}"),
        "feedback": ("{other}: faults in the {thing}", "{other} asks for the {thing}"),
        "series": ("{series} {day:%d.%m.}",),
    },
    goals=(
        (
            "Settle the owner, the deadline and the budget of the {thing}",
            ("Owner named", "Date set", "Budget set"),
        ),
        (
            "Release the final {thing} to all dealers",
            ("Differences listed", "Version chosen", "Dealers confirmed"),
        ),
    ),
    asks=(("Have the {thing} before the next shipment", "See every change of the {thing} first"),),
    materials=("Figures on the {thing}", "Open questions on the {thing}", "Two options for the {thing}"),
    agenda=("Opening: goal and expected result", "Two options for the {thing}", "Summary and read-back"),
    topics=("State of the {thing}", "Options"),
    places=("Room 301", "Video call"),
    notes=(
        "Both sides went through batch {number}; the faults come from the hand-over, and each became an action below.",
        "In-house would cost about {number} thousand euro, an agency takes three weeks; a small trial comes first.",
        "The dealers want one contact and one version; the old {thing} was taken out of the shared folder.",
    ),
    decisions=(
        ("Start with {number} units", "{number} units for the trial"),
        ("Send the new {thing} to {number} dealers", "{number} dealers"),
    ),
    promises=(
        "Deliver the first draft of the {thing}",
        "Send the corrected {thing} to the dealers",
        "Submit the list of differences in the {thing}",
        "Publish the new {thing}",
    ),
    vague=("Push the {thing} forward", "Look into the {thing}"),
    needs=("an approved budget", "the signed drawing", "an account for the test system"),
    delivered=("Delivered as agreed and filed", "Signed by the dealer, original in the cabinet"),
    late=(
        "One round more with the agency, filed now",
        "Stamped a few days later than planned, delivered the same day",
    ),
    going=("Asked the dealer, waiting for the written answer", "Half of the draft is with colleagues"),
    explained=(
        "Waits for a part; delivered within three days of its arrival",
        "A new date is being agreed with the dealer",
    ),
    stuck=("Stuck in approval; the owner has been told", "No part and no substitute; reported to the owner"),
    said=(
        "The {thing} of batch {number} is not what we agreed",
        "We asked for the {thing} last month and have nothing in writing",
    ),
    wishes=("We would like a written answer that says how it will be avoided", "One contact person, please"),
    next_steps=("Everybody delivers by the dates below", "A task follows up every month"),
    conclusions=(
        "All actions done, results sent to those concerned",
        "Delivered in time and confirmed in writing",
    ),
    causes=("The agency worked from an old version, and nobody compares the version numbers",),
    worked=("Figures were read back, nothing had to be done twice", "Acknowledged on the same day"),
    improve=(
        "The export office signs every version that leaves",
        "Outside dependencies belong among the risks",
    ),
    everybody="All attendees",
    board="Management",
)
