"""MP243 to MP249: values of another type than an API takes or answers."""

from __future__ import annotations

from miniport.diagnostics import WARNING, Rule, Words

PARAMETER_TYPE = Rule(
    "MP243",
    "parameter-type",
    WARNING,
    en=Words('{name} takes {wanted_en} as "{parameter}"; it is given {found}', "give it {wanted_en}"),
    zh=Words("{name} 的 “{parameter}” 应为{wanted_zh}，此处传入了 {found}", "请传入{wanted_zh}"),
)

ANSWER_TYPE = Rule(
    "MP244",
    "answer-type",
    WARNING,
    en=Words(
        "the {member} that {name} answers is {wanted_en}, so it is never the same as {found}",
        "compare it with {wanted_en}",
    ),
    zh=Words("{name} 返回的 {member} 是{wanted_zh}，永远不会全等于 {found}", "请与{wanted_zh}比较"),
)

ANSWER_VALUE = Rule(
    "MP245",
    "answer-value",
    WARNING,
    en=Words('{name} never answers "{value}" as {member}; did you mean "{near}"?', 'write "{near}"'),
    zh=Words("{name} 的 {member} 不会是 “{value}”；是否想写 “{near}”？", "请写成 “{near}”"),
)

PARAMETER_EMPTY = Rule(
    "MP246",
    "parameter-empty",
    WARNING,
    en=Words("{name} fails with an empty {parameter}", "give {parameter} a text"),
    zh=Words("{parameter} 为空时 {name} 会失败", "请为 {parameter} 传入文本"),
)
