"""MP150 to MP159, MP178: the text of configuration files."""

from __future__ import annotations

from miniport.diagnostics import ERROR, WARNING, Rule, Words

JSON_UNEXPECTED = Rule(
    "MP150",
    "json-unexpected",
    ERROR,
    en=Words(
        '"{found}" cannot stand here',
        "a value is a text in double quotes, a number, true, false, null, [...] or {{...}}{twin_en}",
    ),
    zh=Words(
        "此处不能出现 “{found}”",
        "值只能是双引号字符串、数字、true、false、null、[...] 或 {{...}}{twin_zh}",
    ),
    is_blocking=True,
)

JSON_TRAILING_COMMA = Rule(
    "MP151",
    "json-trailing-comma",
    ERROR,
    en=Words("a comma with nothing behind it", "remove the comma: JSON allows none after the last entry"),
    zh=Words("逗号后面没有内容", "删除这个逗号：JSON 不允许最后一项后面有逗号"),
    is_blocking=True,
)

JSON_QUOTES = Rule(
    "MP152",
    "json-quotes",
    ERROR,
    en=Words("{found} must stand in double quotes", "write {cure}"),
    zh=Words("{found} 必须用双引号括起来", "请写成 {cure}"),
    is_blocking=True,
)

JSON_COMMENT = Rule(
    "MP153",
    "json-comment",
    ERROR,
    en=Words("JSON has no comments", "remove the comment that starts with {found}"),
    zh=Words("JSON 不支持注释", "请删除以 {found} 开头的注释"),
    is_blocking=True,
)

JSON_MISSING_SEPARATOR = Rule(
    "MP154",
    "json-missing-separator",
    ERROR,
    en=Words(
        '"{separator}" is missing before {found}', 'put a "{separator}" at the end of what stands before it'
    ),
    zh=Words("{found} 前面缺少 “{separator}”", "请在前一项的末尾加上 “{separator}”"),
    is_blocking=True,
)

JSON_UNCLOSED = Rule(
    "MP155",
    "json-unclosed",
    ERROR,
    en=Words("this {opened} is never closed", "add the missing {closing}"),
    zh=Words("这个 {opened} 没有闭合", "请补上缺少的 {closing}"),
    is_blocking=True,
)

JSON_EMPTY = Rule(
    "MP156",
    "json-empty",
    WARNING,
    en=Words(
        "the file is empty, as if it held {{}}",
        "write {{}} where there is nothing to say, or delete the file",
    ),
    zh=Words("文件是空的，视同 {{}}", "没有配置时请写 {{}}，或删除该文件"),
)

JSON_DUPLICATE_KEY = Rule(
    "MP157",
    "json-duplicate-key",
    WARNING,
    en=Words('the key "{key}" is written twice; the last one counts', "remove one of the two entries"),
    zh=Words("键 “{key}” 重复，以最后一个为准", "请删除其中一项"),
)

JSON_TOO_DEEP = Rule(
    "MP158",
    "json-too-deep",
    ERROR,
    en=Words("more than {limit} levels of [ and {{ in one another", "write the file with fewer levels"),
    zh=Words("[ 与 {{ 的嵌套超过 {limit} 层", "请减少嵌套层数"),
    is_blocking=True,
)

JSON_VALUE = Rule(
    "MP159",
    "json-value",
    ERROR,
    en=Words(
        "JSON cannot say {found}",
        "write numbers as 12, -0.5 or 1e3 and words as true, false or null; in a text write a line break as \\n, a tab as \\t, a backslash as \\\\, and a sign beyond U+FFFF as it is",
    ),
    zh=Words(
        "JSON 中不能写 {found}",
        "数字请写成 12、-0.5 或 1e3，单词只能是 true、false 或 null；字符串中换行写成 \\n，制表符写成 \\t，反斜杠写成 \\\\，表情等字符直接书写即可",
    ),
    is_blocking=True,
)

JSON_STILL_OPEN = Rule(
    "MP178",
    "json-still-open",
    ERROR,
    en=Words(
        '"{found}" cannot stand here: the "{opened}" before it is still open',
        'close that "{opened}" with a "{closing}" where its last entry ends, or take it out',
    ),
    zh=Words(
        "此处不能出现 “{found}”：前面的 “{opened}” 还没有闭合",
        "请在该 “{opened}” 的最后一项之后补上 “{closing}”，或删去这个 “{opened}”",
    ),
    is_blocking=True,
)
