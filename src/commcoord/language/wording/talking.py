"""The words of goals: verbs of talking, names of talks, and verbs of result."""

from commcoord.language.wording.lists import inflected, pattern, words

# Verbs that name an activity; what they govern is a topic.
TALK = pattern(
    words("""
        讨论(?!区(?![域间别分块县级])|群(?![体众])),
        沟通(?!群(?![体众])|渠道(?:定|确定|建|开通|打通|上线)),
        交流(?!群(?![体众])|区(?![域间别分块县级])), 了解, 商议, 交换意见, 交换看法, 听取, 跟进, 推进, 推动, 对接,
        协调(?!出), 学习,
        探讨, 研究, 研讨, 通报, 通气, 聊, 介绍, 同步, 汇报, 梳理, 分析, 商讨, 磋商, 洽谈, 商谈, 座谈, 走访,
        分享, 加强, 促进, 征求, 征集, 碰一?下, 碰头, 碰撞, 谈一?谈, 谈及, 商量, 议一议, 熟悉, 认识, 拜访,
        参观, 考察, 调研, 布置, 部署, 传达, 宣讲, 宣贯, 评估, 回顾, 总结, 复盘, 关注, 改进(?!措施), 改善,
        提升(?!到|至), 咨询, 请教, 讨教, 摸底, 摸清, 摸排, 会晤, 会谈, 见面, 展望, 解读, 说明, 讲解, 通告,
        反映, 头脑风暴, 集思广益, 建言, 倾听, 收集意见, 听听, 看看, 看一下, 问问, 询问, 打听, 过一遍,
        过一下, 理一理, 关心, 慰问, 联络, 联系, 维护关系, 增进, 深化, 探索, 思考, 考虑, 论证, 酝酿, 吹风,
        动员
    """),
    inflected("""
        discuss, talk, chat, speak, exchange, share, learn, explore, touch base, go over, look at,
        look into, brainstorm, update, understand, catch up, introduce, consider, review, study, hear,
        listen, push, align, coordinate, communicate, meet, work on, examine, present, inform, analyse,
        analyze, think, sync, know more, debate, evaluate, assess, report on, walk through, check in,
        investigate, sound out, ask, gather, collect (?:views|feedback|suggestions|ideas|opinions|input),
        swap, prepare for, reflect, consult, negotiate, liaise, connect, engage, raise, address, touch on,
        revisit, follow up, outline, explain, familiarise, familiarize, interview, visit, canvass, survey,
        poll, deliberate, recap, summarise, summarize, brief, highlight, improve communication, strengthen,
        promote, tour, network
    """)
    + words("""
        have an? (?:open |first |short |frank )?(?:conversation|chat|talk|look|discussion|meeting|word),
        find out, get (?:to know|an overview|an idea|a sense|a feel|a picture|feedback|input|an update),
        keep in touch, hold (?:an? )?(?:talks?|discussions?|meetings?|sessions?), met, heard, catching up,
        take stock, keep .{0,20} (?:informed|posted|in the loop), give an (?:update|overview|introduction)
    """),
    unless_before="组|会|平台|计划表|记录|表",
)

# Names of talks: a goal that ends or begins so names an occasion or a subject.
TALK_NAME = pattern(
    words("""
        方案, 计划, 规划, 情况, 状况, 形势, 进展, 进度, 事宜, 工作, 问题, 事项, 事情, 的事, 会, 大会, 会议,
        论坛, 沙龙, 汇报, 总结, 讨论(?!区(?![域间别分块县级])|群(?![体众])),
        沟通(?!群(?![体众])|渠道(?:定|确定|建|开通|打通|上线)),
        交流(?!群(?![体众])|区(?![域间别分块县级])), 筹备, 准备, 建设, 同步, 动态, 专题, 议题, 布局, 思路,
        意见, 看法, 心得, 体会, 经验, 建议, 想法, 政策, 流程, 策略, 战略, 管理, 分析, 培训, 合作, 协作,
        关系, 机制, 氛围, 文化, 安全, 质量, 改版, 搬迁, 改造, 优化
    """),
    words("""
        meetings?, discussions?(?! (?:forum|group|board|channel)s?),
        kick-?off, reviews?, sync, updates?, conversations?, talks?, exchanges?,
        sessions?, round ?tables?, workshops?, negotiations?, calls?, chats?, overviews?, situations?,
        ideas?, views?, opinions?, feedback, retrospectives?, retro, stand-?up, briefings?, presentations?,
        introductions?, consultations?, brainstorming, plans?, planning, campaigns?, polic(?:y|ies),
        issues?, matters?, news, status, progress, topics?, forum(?! (?:online|live)), town hall, check-?in, debriefs?,
        interviews?, visits?, trends?, outlook, roadmap, strategy, challenges?, questions?, points?,
        thoughts?, concerns?, lessons, preparations?, states?, catch-ups?, suggestions?, impressions?,
        background, basics, handling, management, organi[sz]ation, experiences?, options?, possibilities,
        budget, operations, development, cooperation, collaboration
    """),
)
ABOUT = pattern(
    words("关于, 有关, 针对, 围绕, 就(?!位|绪|地)"), words("about, on, regarding, concerning, re, around")
)

# Verbs of result: a part of the goal that has one, outside a topic, names what will be true afterwards.
RESULT = pattern(
    words("""
        确定, 明确, 定下, 敲定, 选定, 决定, 通过(?!率), 批准, 同意, 签订, 签署, 签约, 签字, 签收, 签下,
        签好, 达成, 形成, 选出, 拿出, 拿到, 拿下, 取得, 获得, 获批, 争取, 降到, 降低, 降至, 压到, 压缩,
        提高到, 提升到, 提升至, 增长, 减少, 缩短, 消除, 结案, 输出, 制定, 接受, 认可, 落地, 知晓, 统一,
        一致, 让, 使, 建立, 成立, 采用, 化解, 避免, 保证, 确保, 锁定, 收回, 追回, 到位, 排定, 谈妥, 谈成,
        商定, 议定, 约定, 拍板, 分配, 修复, 修好, 复工, 复产, 结清, 付清, 达到, 实现, 协调出,
        解决(?!方案|办法|问题的思路), 归还, 关闭, 定稿, 定案, 定价, 定版, 表决, 任命, 指定, 划分, 划清,
        分清, 厘清, 理清, 出台, 恢复, 完成, 确认, 验收, 上线, 发布, 交付, 提交, 写进, 写入, 承诺, 认领,
        撤回, 撤销, 放行, 合格, 中标, 选择, 二选一, 裁定, 认定, 敲死, 办妥, 办结, 办好, 拿证, 结束, 止损,
        控制在, 不超过, 翻番, 清零, 零事故, 零投诉, 归零, 转正, 续签, 解除, 终止, 退款, 赔付到, 到账, 到货,
        发货, 交货, 投产, 复电, 通电, 开业, 开工, 竣工, 通车, 给出(?!意见|看法|建议),
        提出(?=[^,。;]{0,8}(?:方案|报价|措施|名单|清单))
    """),
    inflected("""
        approve, agree, decide, sign, settle, pick, restore, adopt, confirm, close, finalise, finalize,
        fix, select, pass, obtain, accept, assign, halve, reduce, increase, lower, solve, resolve,
        complete, deliver, launch, consent, determine, reach, secure, establish, appoint, allocate, commit,
        ship, recover, receive, vote, withdraw, release, achieve, eliminate, prevent, save,
        raise .{0,30} to, grow, win, gain approval, endorse, ratify, award, nominate, name, file, publish,
        issue, conclude, terminate, renew, extend, lock, clear, certify, adjust, cancel, replace, produce,
        draft, define, rank, prioritise, prioritize, double, triple, repay, refund, hire, implement, open,
        stop, return, end with
    """)
    + words("""
        cut, cuts, choose, chooses, chosen, runs? again, works? again, is back, are back, back to normal,
        get .{0,30}(?:consent|approval|signature|confirmation|signed|approved), won, wins, write, written,
        writes, draw up, draw the line, drawn up, final, set, sets, know who,
        bring .{0,30}(?:to|down|under|below), brought, keep .{0,30}(?:under|below|within), take on,
        takes on, withdrew, withdrawn, grew, made, make a decision,
        find (?:an?|the) (?:solution|supplier|partner|replacement), ready, in place, no more,
        (?:everyone|everybody|all (?:[a-z]+ )?|staff|customers) (?:know|understand|accept)s?,
        agreement (?:on|about), decisions? (?:on|about), known(?! [a-z]), understood(?! [a-z])
    """),
)
# Verbs of result that also stand inside the name of a topic: 新品上线计划, 验收情况.
NOMINAL = frozenset(words("""
    恢复, 完成, 确认, 验收, 上线, 发布, 交付, 提交, 签约, 增长, 统一, 一致, 分配, 约定, 使, 让, 发货, 交货,
    到货, 开业, 投产, 安全, 退款, 争取, 结束, 选择, launch, launches, release, releases, increase,
    increases, award, awards, draft, issue, issues, return, returns, close, stop
"""))  # fmt: skip
# What makes talk a decision when it follows at once: 讨论通过, 协商一致.
AT_ONCE = pattern(
    words("""
        通过(?!率), 确定, 决定, 敲定, 达成, 确认(?!流程|书|函), 定下, 定出, 定了, 明确, 选定, 批准,
        解决(?!方案|办法|问题), 一致, 出, 妥, 成(?!本|果|立|员|品|绩)
    """),
    words("and decide"),
)
