"""MP5xx: what is larger, or more, than a platform allows or advises, or than the project wants."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, WARNING, Rule, Words

IMAGE_LARGE = Rule(
    "MP500",
    "image-large",
    NOTE,
    en=Words(
        "the image has {size} KB; up to {limit} KB are advised",
        "make it smaller, save it as WebP, or load it from a server: it is fetched before the app starts",
    ),
    zh=Words(
        "图片大小为 {size} KB，建议不超过 {limit} KB",
        "请压缩图片、改用 WebP，或从服务器加载；代码包中的图片会拖慢应用启动",
    ),
)

TAB_COUNT = Rule(
    "MP503",
    "tab-count",
    WARNING,
    en=Words(
        "tabs in the tab bar: {number}; platforms show {least} to {most}",
        "list {least} to {most} pages in the tab bar, or take the tab bar out",
    ),
    zh=Words(
        "tabBar 有 {number} 项，平台只支持 {least} 到 {most} 项",
        "请在 tabBar 中列出 {least} 到 {most} 个页面，或去掉 tabBar",
    ),
)

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
        "请减小体积，或在 miniport.yaml 中调高 “targets.{target}.budgets.{key}”",
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
        "请减小体积，或在 miniport.yaml 中调高 “targets.{target}.budgets.{key}”",
    ),
)
