"""MP9xx: target packs."""

from __future__ import annotations

from miniport.diagnostics import NOTE, Rule, Words

PACK_OVERRIDDEN = Rule(
    "MP900",
    "pack-overridden",
    NOTE,
    en=Words(
        "your facts on {fact} replace those of the pack {target}: {after} instead of {before}",
        "take the row away once the pack says the same",
    ),
    zh=Words(
        "项目中关于 {fact} 的事实覆盖了目标包 {target}：{after}，原为 {before}",
        "目标包更新为相同内容后，请删除该行",
    ),
)
