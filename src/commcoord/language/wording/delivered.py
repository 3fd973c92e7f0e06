"""What an action delivers though it begins with a word of effort: 尽量提交清单, work out a price list."""

from commcoord.language.later import later

_DOCUMENT = (
    "报告|报表|[工采运]单|报价单|清单|名单|(?<!任)表|手册|计划书?|规划书|方案|合同|协议|预算|台账|目录|标书|海报|样品|样机"
    "|图纸|通知|公告|函件?|文案|简报|总结|制度|规范|细则|指南|须知|纪要|视频|档案|凭证"
)
DOCUMENT_EN = (
    "(?:sheet|plan|list|report|manual|form|contract|agreement|handbook|procedure|checklist|schedule|register|log"
    "|table|chart|guide|survey|offer|leaflet|poster|brochure|letter|template|certificate|invoice|budget|policy)s?"
)
"""Things that can be handed over."""
_HANDING = (
    "(?:提交|交付|发送|发布|提供|出具|签订|签署|起草|编写|编制|制作|安装|更换|打印|寄出|寄送|上报|报送|上传|填写|填报"
    "|开具|修复|付清|支付|退还|补发|给出|列出|回复|答复)"
)
_HANDED = (
    "(?:delivered|signed|installed|sent|submitted|ordered|replaced|repaired|bought|printed|published|approved|paid"
    "|shipped|mounted)"
)
_LINK = "(?:the|an?|to|on|up|with|for|of|in|by|into|our|their|that|and)"

NAMED = later(
    rf"[^,;。]*(?:{_DOCUMENT})$"
    rf"|(?: (?!{_LINK} )[a-z0-9-]+){{0,3}} {DOCUMENT_EN}(?: (?:for|of|on|about|to|with|at|in) [^,;]*)?$"
)
"""What follows in the name of such a thing, where an action has no verb: 客户满意度调查报告, safety data sheet."""

ALL_THE_SAME = later(
    r"(?:尽量|尽力|全力|抓紧|积极|认真|切实|继续|加快|努力|进一步|争取|力争|负责)(?:[将把][^,。;]{1,12})?"
    rf"{_HANDING}(?!工作|情况|支持)[^,。;]{{2}}"
    rf"|(?:配合|协助|帮助|帮忙|督促|支持)[^,。;]{{0,10}}?{_HANDING}(?!工作|情况|支持)[^,。;]{{2}}"
    rf"|做好[^,。;]{{0,12}}(?:{_DOCUMENT})$"
    rf"|[a-z]+ (?:(?!{_LINK} )[a-z0-9-]{{1,20}} ){{0,2}}{_HANDED}(?= (?:to|with|at|by|in|on|for|from|and)(?![a-z])|$)"
)
"""A word of effort with a verb behind it that hands something over, or making a thing: 配合财务部提供凭证, 做好报价单.

In English also what is no effort but the name of what was handed over: support contract signed with Acme.
"""
