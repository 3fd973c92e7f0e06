"""What people say as a whole answer in any record: it stands in many texts and gives nothing away by itself."""

from commcoord.language.wording.lists import words

EVERYDAY = frozenset(
    "".join(one.split())
    for one in words("""
        不同意, 已同意, 都同意, 均同意, 全体同意, 全體同意, 一致同意, 原则同意, 原則同意, 同意方案, 已通过, 已通過,
        未通过, 未通過, 不通过, 不通過, 一致通过, 一致通過, 全票通过, 已批准, 未批准, 不批准, 已核准, 不核准, 已否决,
        已否決, 已采纳, 已採納, 不采纳, 不採納, 已接受, 不接受, 可接受, 没问题, 沒問題, 有问题, 有問題, 无问题, 無問題,
        无异议, 無異議, 有异议, 有異議, 没意见, 沒意見, 无意见, 無意見, 没有意见, 沒有意見, 不支持, 不可行, 不适用,
        不適用, 不清楚, 不确定, 不確定, 不知道, 待确认, 待確認, 待讨论, 待討論, 待定中, 待补充, 待補充, 待评估, 待評估,
        待回复, 待回覆, 待答复, 待答覆, 待处理, 待處理, 待审批, 待審批, 待审核, 待審核, 未确定, 未確定, 未确认, 未確認,
        已确认, 已確認, 已确定, 已確定, 已完成, 未完成, 已办结, 已結案, 已结案, 已解决, 已解決, 未解决, 未解決, 已处理,
        已處理, 处理中, 處理中, 进行中, 進行中, 讨论中, 討論中, 已讨论, 已討論, 已发送, 已發送, 已收到, 已知悉, 已知晓,
        已回复, 已回覆, 已答复, 已答覆, 已取消, 已延期, 已推迟, 已暂停, 已暫停, 已开始, 已開始, 未开始, 未開始, 已更新,
        已提交, 未提交, 已通知, 已安排, 已落实, 已落實, 按计划, 按計畫, 按原计划, 照原計畫, 照计划, 照计划办, 照旧办,
        继续跟进, 繼續跟進, 持续跟进, 持續跟進, 继续讨论, 繼續討論, 继续观察, 繼續觀察, 继续推进, 继续进行, 繼續進行,
        下次讨论, 下次討論, 下次再议, 下次再議, 会后讨论, 會後討論, 会后再议, 另行通知, 另行讨论, 另行討論, 另行安排,
        暂时没有, 暫時沒有, 暂不处理, 暂不考虑, 暫不考慮, 暂不讨论, 暂不决定, 没有变化, 沒有變化, 无变化, 無變化,
        见附件, 見附件, 见附表, 見附表, 见上文, 見上文, 见下文, 見下文, 见纪要, 見紀錄, 详见附件, 詳見附件, 如上所述,
        讨论方案, 討論方案, 汇报进度, 匯報進度, 进度汇报, 進度匯報, 情况汇报, 情況匯報, 总结发言, 开场白, 開場白,
        参会人, 參會人, 参会人员, 與會人員, 全体人员, 全體人員, 负责人, 負責人, 各部门, 各部門, 相关部门, 相關部門,
        供应商, 供應商, 合作方, 客户方, 客戶方, 对方同意, 對方同意, 我方同意, 双方同意, 雙方同意, 客户同意, 客戶同意,
        as planned, as discussed, as agreed, as before, as proposed, as above, see above, see below, see attached,
        all agreed, all agree, we agree, we agreed, not agreed, not yet agreed, agreed by all, approved by all,
        not approved, to be confirmed, to be decided, to be discussed, to be done, still open, in progress, not started,
        no change, no changes, no objection, no objections, no comment, no comments, no decision, not applicable,
        nothing new, nothing to report, for information, follow up, next meeting, next time, carry on, go ahead,
        under discussion, under review, on schedule, on time, on hold, well received, work in progress
    """)
)
"""Without blanks and marks, in small letters."""
