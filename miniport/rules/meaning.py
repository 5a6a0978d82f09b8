"""MP7xx: what means another thing elsewhere."""

from __future__ import annotations

from miniport.diagnostics import NOTE, WARNING, Rule, Words

SHARE_ACTS = Rule(
    "MP740",
    "share-acts",
    WARNING,
    en=Words(
        "{name} calls {what}; {target} wants its answer before anyone shares, so it is asked on a tap only",
        "let {name} only read data, and do the rest where the data come from; or set targets.{target}.share to lazy",
    ),
    zh=Words(
        "{name} 调用了 {what}；{target} 需要提前得知分享内容，因此只在用户点击分享按钮时调用它",
        "请让 {name} 只读取数据，其余操作放到数据产生之处；或将 targets.{target}.share 设为 lazy",
    ),
)

OPTIONS_OPEN = Rule(
    "MP741",
    "options-open",
    NOTE,
    en=Words(
        "the options of {name} are known only when they run; {number} parts of the runtime go in for what they may be",
        "nothing to do; to load less, write them as one object with plain names, without spread or mixins",
    ),
    zh=Words(
        "{name} 的选项在运行时才能确定；为其可能的内容加入了运行时的 {number} 个部分",
        "无需处理；如需减小体积，请将选项写成一个键名固定的对象，不用展开语法和 mixins",
    ),
)
