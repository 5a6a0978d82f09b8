"""MP37x: what keeps an archive from being written or read."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, Rule, Words

ARCHIVE_OTHER = Rule(
    "MP370",
    "archive-other",
    ERROR,
    en=Words(
        "a file of this name is there already, with other content",
        "give the release another version, name another folder with --out, or overwrite it with --force; nothing was written",
    ),
    zh=Words(
        "该位置已有同名文件，且内容不同",
        "请更改版本号、用 --out 指定其他目录，或用 --force 覆盖；本次未写入任何文件",
    ),
    is_refusal=True,
)

ARCHIVE_UNNAMED = Rule(
    "MP371",
    "archive-unnamed",
    ERROR,
    en=Words(
        "a release needs a {key}, and miniport.yaml has none",
        "add a line to miniport.yaml, {key}: {example}, or name it with {option}",
    ),
    zh=Words(
        "发布归档需要 {key}，但 miniport.yaml 中没有设置",
        "请在 miniport.yaml 中添加一行 {key}: {example}，或用 {option} 指定",
    ),
    is_refusal=True,
)

ARCHIVE_UNREADABLE = Rule(
    "MP372",
    "archive-unreadable",
    ERROR,
    en=Words(
        "this archive, or its manifest, cannot be read: {found_en}",
        "name an archive that miniport pack wrote; its .manifest.json lies beside it",
    ),
    zh=Words(
        "无法读取该归档或其清单：{found_zh}",
        "请指定由 miniport pack 生成的归档；其 .manifest.json 应在同一目录",
    ),
    is_refusal=True,
)

ARCHIVE_DIFFERS = Rule(
    "MP373",
    "archive-differs",
    ERROR,
    en=Words("{found_en}", "pack again from the commit that its manifest names, and do not use {archive}"),
    zh=Words("归档 {found_zh}", "请从清单所记录的提交重新打包，不要使用 {archive}"),
)

LINK_PAGE_ABSENT = Rule(
    "MP374",
    "link-page-absent",
    ERROR,
    en=Words('there is no page "{page}" on {target}', "{near_en}"),
    zh=Words("{target} 上没有页面 “{page}”", "{near_zh}"),
    is_refusal=True,
)

LINK_NEEDS = Rule(
    "MP375",
    "link-needs",
    ERROR,
    en=Words("a link into {target} needs {what_en}", "{cure_en}"),
    zh=Words("{target} 的链接需要{what_zh}", "{cure_zh}"),
    is_refusal=True,
)

LINK_NAME_TAKEN = Rule(
    "MP378",
    "link-name-taken",
    NOTE,
    en=Words(
        '{target} keeps "{name}" of a link for itself: the link says "{written}", and the page gets it as "{name}"',
        'where you write a link to {target} by hand, write "{written}" as well',
    ),
    zh=Words(
        "{target} 会自行使用链接中的 “{name}”：链接里写作 “{written}”，页面收到的仍是 “{name}”",
        "手写指向 {target} 的链接时，也请写 “{written}”",
    ),
)
