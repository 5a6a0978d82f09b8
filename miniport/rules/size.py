"""MP55x: what is larger than a platform allows, or than the project wants."""

from __future__ import annotations

from miniport.diagnostics import ERROR, WARNING, Rule, Words

OVER_LIMIT = Rule(
    "MP550",
    "over-limit",
    ERROR,
    en=Words(
        "{what_en} takes {size} bytes; {target} allows {limit} ({source}, {checked})",
        "take out what is not used, load pictures from the network, or move pages into subpackages",
    ),
    zh=Words(
        "{what_zh}占 {size} 字节；{target} 允许 {limit} 字节（{source}，{checked}）",
        "请移除未使用的内容、改为从网络加载图片，或将页面拆分到分包",
    ),
)

OVER_BUDGET = Rule(
    "MP551",
    "over-budget",
    ERROR,
    en=Words(
        "{what_en} takes {size} bytes; the budget of this project is {limit}",
        'make it smaller, or raise "targets.{target}.budgets.{key}" in miniport.yaml',
    ),
    zh=Words(
        "{what_zh}占 {size} 字节；本项目的预算为 {limit} 字节",
        '请减小体积，或在 miniport.yaml 中调高 "targets.{target}.budgets.{key}"',
    ),
)

NEAR_BUDGET = Rule(
    "MP552",
    "near-budget",
    WARNING,
    en=Words(
        "{what_en} takes {size} bytes; this project wants to be warned above {limit}",
        'make it smaller, or raise "targets.{target}.budgets.{key}" in miniport.yaml',
    ),
    zh=Words(
        "{what_zh}占 {size} 字节；本项目要求超过 {limit} 字节时提醒",
        '请减小体积，或在 miniport.yaml 中调高 "targets.{target}.budgets.{key}"',
    ),
)
