"""What is done in offices under several names: who may not sign a contract may neither 签订 nor 签署 one."""

_AFTER = "[之以]?后"
"""What makes an act a time: 合同签订后 is said of what somebody else may have signed."""
ACTS = (
    (
        "签订|签署|签字|签约|签下|签",
        f"签(?:[订署字下约](?!{_AFTER})|(?![订署字下约收到名证批报发]|{_AFTER}))",
    ),
    ("降价|价格下调|下调价格|打折|让价", "降价|价格下调|下调价格|打[0-9.一二三四五六七八九]*折|让价"),
    ("变更|修改|更改|改动", "变更|修改|更改|改动"),
)
"""The names of an act at the beginning of a limit, the longest first, and how a promise says it."""
THINGS = {
    "付款": "付款|支付|打款|汇款",
    "支付": "付款|支付|打款|汇款",
    "交期": "交期|交货|发货",
    "交货期": "交期|交货|发货",
    "交货日期": "交期|交货|发货",
}
"""Things of a limit that promises name otherwise."""
