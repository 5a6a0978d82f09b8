"""MP170 to MP179: conditional code."""

from __future__ import annotations

from miniport.diagnostics import ERROR, WARNING, Rule, Words

CONDITION_UNREADABLE = Rule(
    "MP170",
    "condition-unreadable",
    ERROR,
    en=Words(
        "the condition cannot be read from {found} on; it counts as false",
        'write names, "texts" and numbers with ||, &&, !, ==, != and parentheses, as in #if ALIPAY || !(WEIBO && MODE == "test")',
    ),
    zh=Words(
        "条件从 {found} 处起无法解析，按不成立处理",
        "条件由名称、“文本” 和数字组成，可用 ||、&&、!、==、!= 和括号，例如 #if ALIPAY || !(WEIBO && MODE == “test”)",
    ),
)

CONDITION_NAME_UNKNOWN = Rule(
    "MP171",
    "condition-name-unknown",
    WARNING,
    en=Words(
        'no platform, setting or environment has the name "{name}"; it counts as false',
        'give it a value: "define" in miniport.yaml, or, with the prefix MINIPORT_, a line in .env',
    ),
    zh=Words(
        "没有平台、配置或环境变量名为 “{name}”，按不成立处理",
        "请在 miniport.yaml 的 “define” 中为它赋值；带 MINIPORT_ 前缀的也可写在 .env 中",
    ),
)

CONDITION_NAME_MISSPELT = Rule(
    "MP172",
    "condition-name-misspelt",
    WARNING,
    en=Words(
        'nothing has the name "{name}"; it counts as false',
        'did you mean {near}? Otherwise give it a value under "define" in miniport.yaml',
    ),
    zh=Words(
        "没有名为 “{name}” 的条件，按不成立处理",
        "是否想写 {near}？否则请在 miniport.yaml 的 “define” 中为它赋值",
    ),
)

CONDITION_WITHOUT_IF = Rule(
    "MP173",
    "condition-without-if",
    ERROR,
    en=Words(
        "{word} has no #if, #ifdef or #ifndef before it; it is left as a comment",
        "remove it, or write the #if it belongs to",
    ),
    zh=Words(
        "{word} 之前没有对应的 #if、#ifdef 或 #ifndef，按普通注释保留",
        "请删除它，或补上它所属的 #if",
    ),
)

CONDITION_UNCLOSED = Rule(
    "MP174",
    "condition-unclosed",
    ERROR,
    en=Words(
        "{word} has no #endif; its code stays on every target",
        "write an #endif behind the code it is for",
    ),
    zh=Words(
        "{word} 没有对应的 #endif，其中的代码在所有目标上都保留",
        "请在它管辖的代码之后写上 #endif",
    ),
)

CONDITION_AFTER_ELSE = Rule(
    "MP175",
    "condition-after-else",
    ERROR,
    en=Words(
        "{word} stands behind the #else of the same #if; it is left as a comment",
        "move it before the #else, or begin a new #if behind the #endif",
    ),
    zh=Words(
        "{word} 位于同一 #if 的 #else 之后，按普通注释保留",
        "请把它移到 #else 之前，或在 #endif 之后另写 #if",
    ),
)

CONDITION_NEVER = Rule(
    "MP176",
    "condition-never",
    WARNING,
    en=Words(
        "no build keeps what stands behind {found}",
        "mend the condition, or take the code out: no platform is two at once, and a condition above may hold already",
    ),
    zh=Words(
        "任何构建都不会保留 {found} 之后的代码",
        "请修正条件或删除该代码：一次构建只对应一个平台，且前面的条件可能已经成立",
    ),
)
