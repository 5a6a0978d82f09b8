"""MP160 to MP169: script modules of templates, a smaller language than scripts."""

from __future__ import annotations

from miniport.diagnostics import ERROR, Rule, Words

MODULE_SYNTAX = Rule(
    "MP160",
    "module-syntax",
    ERROR,
    en=Words(
        'a script module of templates cannot hold "{found}"',
        "{instead_en}",
    ),
    zh=Words("模板的脚本模块中不能使用 “{found}”", "{instead_zh}"),
)

MODULE_NAME = Rule(
    "MP161",
    "module-name",
    ERROR,
    en=Words(
        '"{name}" is not there in script modules of templates',
        "hand its value over as an argument, or compute it in the page's script{near_en}",
    ),
    zh=Words(
        "模板的脚本模块中没有 “{name}”",
        "请把它的值作为参数传入，或在页面脚本中计算{near_zh}",
    ),
)

MODULE_REQUEST = Rule(
    "MP162",
    "module-request",
    ERROR,
    en=Words(
        'a script module of templates imports only such modules ({suffix}), not "{request}"',
        "move what it needs into a {suffix} file, or compute the value in the page's script",
    ),
    zh=Words(
        "模板的脚本模块只能引入 {suffix} 文件，不能引入 “{request}”",
        "请把所需内容移到 {suffix} 文件中，或在页面脚本中计算该值",
    ),
)
