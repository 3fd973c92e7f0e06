"""The words of actions: verbs that deliver, verbs that do not, and things nobody can hold."""

import re

from commcoord.language.wording.delivered import DOCUMENT_EN
from commcoord.language.wording.lists import inflected, pattern, words

# Verbs of effort: they say that somebody will be busy, not what will be there afterwards.
VAGUE = pattern(
    words("""
        推进, 推动, 推行, 力推, 跟进, 跟踪, 追踪, 跟一下, 跟一跟, 跟催, 加强, 强化, 配合, 尽量, 尽力, 全力,
        继续, 关注, 关心, 做好, 抓好, 狠抓, 紧抓, 严抓, 抓紧, 抓实, 抓落实, 完善, 优化, 落实(?!到), 保持,
        协助, 支持, 帮忙, 帮助, 重视, 研究, 努力, 提升, 提高, 对接, 加快, 加速, 了解, 摸清, 摸底, 统筹,
        协调(?!出), 处理, 促进, 深化, 细化, 深入, 开展, 持续, 积极, 改进, 改善, 看看, 看一下, 看一看, 想想,
        想办法, 想一想, 考虑, 思考, 沟通, 讨论, 探索, 力争, 争取, 督促, 督办, 监督, 巩固, 夯实, 梳理,
        进一步, 推一推, 盯紧, 盯一下, 盯住, 盯着, 紧盯, 加大, 增强, 注意, 多多, 多和, 多与, 多跟, 参与,
        跑一下, 商量, 把控, 把关, 管控, 管好, 控制好, 维护好, 引导, 营造, 打造, 发挥, 调动, 贯彻, 执行好,
        应对, 防范, 杜绝, 保障, 大力, 切实, 认真, 扎实, 全面, 联络, 联动, 协同, 衔接, 交流, 学习, 钻研,
        琢磨, 规划好, 牵头, 主抓, 负责, 留意, 关照, 照顾, 照应, 安抚好, 稳住, 稳定, 理顺, 打通, 拉通, 对齐,
        沉淀, 赋能, 挖掘, 拓展, 扩大, 降本增效, 解决好
    """),
    inflected("""
        refine, mind, listen, care, commit to, stick to, respect, uphold, embrace, get on with,
        move towards, move toward, move on with, sustain, preserve, safeguard, protect, invest in, rethink,
        revisit, reflect on, watch out, hurry, take action, take steps, take measures, push, drive, follow,
        strengthen, try to, try, improve, support, stay, look into, look after, look at, help,
        pay attention, pay more attention, think, consider, liaise, coordinate, continue, handle,
        deal with, foster, see whether, see if, see what, see to, promote, raise awareness, watch, monitor,
        facilitate, enhance, investigate, engage, address, explore, discuss, assist, focus, touch base,
        manage, speed up, accelerate, boost, encourage, optimise, optimize, take care, check in, check on,
        sort out, move forward, tighten, intensify, cooperate, talk, find ways, find out, figure out, gain,
        step up, ramp up, scale up, deepen, broaden, streamline, maintain, leverage, advance, progress,
        aim, strive, seek, attempt, endeavour, endeavor, attend to, look for ways, communicate,
        collaborate, contribute, observe, track, oversee, supervise, reinforce, be aware, be careful,
        chase, nurture, cultivate, maximise, maximize, minimise, minimize, expedite, advocate, champion,
        evaluate, assess, understand, familiarise, familiarize, learn, study, analyse, analyze, reach out,
        connect, develop, build up, prioritise, prioritize, deal, cope, get going, get moving
    """)
    + words("""
        do (?:our|their|his|her|its|your|the) best, make (?:progress|efforts?|every effort|sure),
        get ready, prepare (?:well |properly |carefully )?for, be prepared, keep an eye,
        give .{0,20}attention, take .{0,20}seriously, get to grips, bear in mind, tried to, thought about,
        keep(?:s|ing)?(?! (?:the )?(?:minutes|records?|an? (?:log|list|record|register|diary))(?![a-z]))
    """)
    + [rf"work(?:s|ed|ing)?(?! out (?:an?|the) (?:[a-z-]{{1,20}} ){{0,3}}{DOCUMENT_EN}(?![a-z]))"],
    unless_before="表|会(?!议|员)|单|记录|报告|计划书|计划表|协议|人|函|方案|清单|手册|书|纪要|系统|组|费|意见|邮件|群",
)

# 推进方案 pushes a plan forward, though it may name one for pushing: where nothing comes after, it is the verb.
PUSHED = re.compile(
    "(?:推进|推动|力推|跟进|落实|配合)(?=(?:方案|协议|报告|清单)(?:的?(?:落地|实施|执行|撰写|整理|签订|工作))?$)"
)

# Verbs that leave something behind that others can see.
DELIVERS = pattern(
    words("""
        提交, 交付, 交给, 交回, 交到, 上交, 发送, 发给, 发出, 发到, 发布, 发函, 发全体, 发会议, 发通知,
        发至, 寄出, 寄送, 寄给, 寄达, 寄回, 送达, 送到, 送检, 签订, 签署, 签约, 签收, 签字, 盖章, 完成,
        确认, 出具, 起草, 撰写, 编写, 编制, 修订, 改写, 制定, 制作, 安装, 加装, 拆除, 更换, 替换, 预订,
        打印, 张贴, 收回, 回收, 取得, 取回, 拿到, 领取, 回访, 修好, 修复, 维修好, 确定, 组织, 安排, 交出,
        拿出, 形成, 输出, 上报, 报送, 抄送, 登记, 存档, 存到, 存入, 归档, 采购(?!部), 下单, 付清, 支付,
        付款(?!情况|进度|事宜|条件), 退款, 退还, 补发, 补开, 补齐, 交货, 发货, 到货, 到场, 入库, 出库,
        盘点, 清点, 验收, 通报, 公布, 公示, 上线, 下线, 备货, 拍摄, 拍照, 提供, 召开, 举办, 填写, 填报,
        整理出, 列出, 给出, 答复, 回复, 录入, 上传, 打款, 开票, 开具, 汇报, 测试, 检测, 校准, 调试好, 订购,
        选定, 关闭, 开通, 邀请, 约定, 约见, 敲定, 定下, 选出, 通知, 告知, 更新, 建立, 搭建, 画出, 算出,
        核对, 核算, 录制, 收集, 汇总, 办妥, 办理完, 办结, 翻译, 走访, 拜访, 点检, 改到, 改为, 调整为, 移交,
        归还, 转发, 转给, 聘请, 招聘到, 租下, 搬到, 搬完, 贴在, 贴好, 挂在, 写好, 写出, 做出, 做完, 导出,
        删除, 印刷, 印制, 刊登, 投放, 申请, 申报, 递交, 呈报, 备案, 续签, 解约, 缴纳, 缴清, 清退, 清空,
        清理完, 封存, 贴上, 装上, 换成, 换上, 压到, 降到, 缩短到, 提高到, 增加到, 减到
    """),
    inflected("""
        submit, sign, order, publish, hand, collect, print, install, confirm, draft, book, obtain, replace,
        report, call, fill, deliver, finish, complete, file, fix, repair, post, ship, transfer,
        prepare(?! for| well for| properly for), create, update, record, choose, select, approve, close,
        test, measure, upload, release, present, produce, return, refund, hire, train, visit, invite,
        answer, reply, issue an?, issue the, issue credit, register, list, add, remove, schedule, arrange,
        procure, circulate, translate, mount, count, photograph, email, mail, notify, inform, ask,
        interview, deploy, switch, transport, unload, load, scan, copy, check, inspect, calibrate, weigh,
        paint, clean, label, archive, store, enter, merge, configure, reserve, rent, lease, cancel, pack,
        assemble, dismantle, demonstrate, announce, forward, attach, invoice, reimburse, apply for, renew,
        revise, rewrite, compile, summarise, summarize, document, map, move, convert, distribute,
        introduce, name, appoint
    """)
    + words("""
        sends?, sent, sending, cuts?, brings?, brought, writes?, wrote, written, writing, holds?, held,
        gets?(?! ready| going| moving| to grips), got, pays?(?! attention| more), paid, puts?, draws?,
        drew, drawn, builds?(?! up), built, buys?, bought, sets? up,
        makes? (?:an?|the) (?:list|table|copy|call|video|film|drawing|offer|payment|reservation|appointment),
        takes? (?:photos|minutes|pictures), took, lowers? .{0,40}(?:to|from), shows?, tells?, told
    """),
    unless_before="情况|进度|工作|事宜|能力|水平|效率|质量|率(?!表)",
)

# Things that can only get better or worse: whatever is done to them, nobody can say when it is done.
ABSTRACT = pattern(
    words("""
        安全生产, 力度, 水平, 意识, 效率, 协作, 氛围, 关系, 满意度, 能力, 素质, 作风, 凝聚力, 执行力,
        积极性, 影响力, 竞争力, 精神, 要求, 大局, 动向, 动态, 诉求, 工作
    """),
    words("""
        safety, maintenance, efficiency, communication, cooperation, collaboration, awareness, morale,
        efforts?, attention, understanding, quality, productivity, relationships?, satisfaction,
        visibility, engagement, culture, teamwork, discipline, performance, synerg(?:y|ies), momentum,
        alignment, readiness, transparency
    """),
)
# What stands for an object and is none: 抓紧处理此事, resolve it quickly.
ONLY = pattern(
    words("""
        尽快, 抓紧, 及时, 马上, 立即, 尽早, 再, 请, 大家, 一下, 此事, 这件事, 这个事, 该事, 该问题,
        这个问题, 问题, 好, 下去, 到底, 各部门, 解决, 处理, 应对, 办理, 落实, 执行, 实施
    """),
    words("""
        it, this, that, them, the (?:issue|matter|problem|situation|topic|thing)s?,
        these (?:issues|matters), quickly, soon, properly, carefully, asap, as soon as possible,
        immediately, promptly, now, please, resolves?, solves?, do(?:es)?, handles?, tackles?, settles?,
        clarif(?:y|ies), act, react, respond, takes? action
    """),
)
UNTIL = pattern(
    words("""
        (?:直至|直到|至|到)(?=[^,。;]{0,8}(?:完成|通过|验收|交付|上线|签|恢复|结束|到账|合格|为止)),
        落实到人, (?:到场|到岗|到货|入场|进场)(?=$|[,。;])
    """),
    words("until, so that, by (?:sending|writing|signing|publishing|installing|replacing)"),
)
