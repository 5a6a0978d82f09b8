"""MP32x: findings that somebody said are known."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, WARNING, Rule, Words

SUPPRESSION_UNUSED = Rule(
    "MP320",
    "suppression-unused",
    WARNING,
    en=Words('"{word}" suppresses nothing {where_en}', "take it out{way_en}"),
    zh=Words("“{word}” {where_zh}没有屏蔽任何问题", "请删除它{way_zh}"),
)

SUPPRESSION_UNKNOWN_RULE = Rule(
    "MP321",
    "suppression-unknown-rule",
    WARNING,
    en=Words('there is no rule "{word}" to suppress', "name rules by code (MP203) or name{near_en}"),
    zh=Words("没有可屏蔽的规则 “{word}”", "请用代码（MP203）或名称指定规则{near_zh}"),
)

SUPPRESSION_WITHOUT_RULE = Rule(
    "MP322",
    "suppression-without-rule",
    WARNING,
    en=Words(
        "the comment names no rule, and suppresses nothing",
        "write the codes behind it: miniport-disable-next-line MP203 -- reason",
    ),
    zh=Words(
        "注释没有写明规则，不会屏蔽任何问题",
        "请在其后写上代码：miniport-disable-next-line MP203 -- 原因",
    ),
)

SUPPRESSION_OF_BLOCKING = Rule(
    "MP323",
    "suppression-of-blocking",
    WARNING,
    en=Words(
        '"{word}" cannot be suppressed: without what it asks for the target is not built',
        "mend what it names, or leave the page out for this target (targets.<name>.pages.exclude)",
    ),
    zh=Words(
        "“{word}” 不能屏蔽：缺少它所要求的内容，目标就无法构建",
        "请修复它指出的问题，或在该目标中排除此页面（targets.<name>.pages.exclude）",
    ),
)

BASELINE_UNREADABLE = Rule(
    "MP324",
    "baseline-unreadable",
    ERROR,
    en=Words(
        'the baseline "{file}" cannot be read: {found_en}', "write it anew: miniport check --update-baseline"
    ),
    zh=Words("无法读取基线文件 “{file}”：{found_zh}", "请重新生成：miniport check --update-baseline"),
    is_refusal=True,
)

BASELINE_STALE = Rule(
    "MP325",
    "baseline-stale",
    NOTE,
    en=Words(
        "findings of the baseline that occur no more: {number}",
        "take them out: miniport check --update-baseline",
    ),
    zh=Words("基线中已不再出现的问题：{number} 项", "请将其移除：miniport check --update-baseline"),
)
