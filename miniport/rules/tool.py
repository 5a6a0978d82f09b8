"""MP8xx: what is written in a language that needs a tool."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, WARNING, Rule, Words

TOOL_UNNAMED = Rule(
    "MP800",
    "tool-unnamed",
    ERROR,
    en=Words(
        "{language} needs {tool}, which neither package.json, the lock file nor miniport.yaml names",
        'run npm install --save-dev {tool}, or write "tools: {{{key}: {tool}}}" in miniport.yaml',
    ),
    zh=Words(
        "{language} 需要 {tool}，但 package.json、锁文件和 miniport.yaml 都没有声明它",
        "请运行 npm install --save-dev {tool}，或在 miniport.yaml 中写 tools: {{{key}: {tool}}}",
    ),
    is_blocking=True,
)

TOOL_ABSENT = Rule(
    "MP801",
    "tool-absent",
    ERROR,
    en=Words("{language} needs {tool}, which is not installed", "install it: {cure}"),
    zh=Words("{language} 需要 {tool}，但它没有安装", "请安装：{cure}"),
    is_blocking=True,
)

STYLE_NOT_COMPILED = Rule(
    "MP802",
    "style-not-compiled",
    ERROR,
    en=Words(
        "{language} cannot read this: {found}",
        "mend the sheet; what it imports must lie inside the workspace",
    ),
    zh=Words("{language} 无法处理此处：{found}", "请修正样式文件；它引入的文件必须位于工作区内"),
    is_blocking=True,
)

SCRIPT_NOT_COMPILED = Rule(
    "MP803",
    "script-not-compiled",
    ERROR,
    en=Words("{tool} cannot lower this: {found}", "write it in an earlier way, or raise targets.<name>.es"),
    zh=Words("{tool} 无法降级此处：{found}", "请改用较早的写法，或提高 targets.<name>.es"),
)

NOT_MINIFIED = Rule(
    "MP804",
    "not-minified",
    WARNING,
    en=Words(
        "{tool} cannot make a text small: {found}",
        "nothing is lost: miniport made it small itself; mend what the tool tells of, or name another one",
    ),
    zh=Words(
        "{tool} 无法压缩一段文本：{found}",
        "没有丢失内容：miniport 已自行压缩；请修正工具指出的问题，或改用其他工具",
    ),
)

SHEETS_TREATED_ELSEWHERE = Rule(
    "MP805",
    "sheets-treated-elsewhere",
    NOTE,
    en=Words(
        "the project has {found}, which a build does not run: sheets stay as they are written",
        "nothing to do where no sheet relies on it; else write what it adds, such as -webkit- prefixes",
    ),
    zh=Words(
        "项目中有 {found}，构建时不会运行它：样式保持原样",
        "若样式不依赖它则无需处理；否则请自行写出它所添加的内容，例如 -webkit- 前缀",
    ),
)
