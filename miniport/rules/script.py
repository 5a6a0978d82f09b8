"""MP120 to MP129, MP180 to MP199: scripts, TypeScript and the level of the language."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, WARNING, Rule, Words

SCRIPT_SYNTAX = Rule(
    "MP120",
    "script-syntax",
    ERROR,
    en=Words(
        'the script cannot be read at "{found}"',
        "correct what stands here or right behind it; a file that is no script of the app can be left out by exclude",
    ),
    zh=Words(
        "脚本在 “{found}” 处无法解析", "请检查此处及紧随其后的内容；若该文件不是应用的脚本，可用 exclude 排除"
    ),
    is_blocking=True,
)

SCRIPT_INCOMPLETE = Rule(
    "MP121",
    "script-incomplete",
    ERROR,
    en=Words(
        'a "{found}" seems to be missing before "{before}"',
        "put it there, or look at the brackets and commas above",
    ),
    zh=Words("“{before}” 之前似乎缺少 “{found}”", "请在该处补上，或检查上文的括号和逗号"),
    is_blocking=True,
)

SCRIPT_UNCLOSED = Rule(
    "MP188",
    "script-unclosed",
    ERROR,
    en=Words('the "{found}" of line {line} is never closed', 'put "{closing}" where it ends'),
    zh=Words("第 {line} 行的 “{found}” 没有闭合", "请在其结束处补上 “{closing}”"),
    is_blocking=True,
)

DECORATOR_LEFT = Rule(
    "MP189",
    "decorator-left",
    ERROR,
    en=Words(
        "{found} is a decorator, which no edition of JavaScript has: engines stop here",
        "call it as a function instead, or let esbuild compile it "
        "(tools: {{script: esbuild}} in miniport.yaml); in TypeScript that of a class is compiled",
    ),
    zh=Words(
        "{found} 是装饰器，任何版本的 JavaScript 都没有：引擎会在此处停止",
        "请改为普通的函数调用，或让 esbuild 编译（在 miniport.yaml 中写 tools: {{script: esbuild}}）；"
        "TypeScript 中类的装饰器会被编译",
    ),
    is_blocking=True,
)

DUPLICATE_DECLARATION = Rule(
    "MP122",
    "duplicate-declaration",
    ERROR,
    en=Words('"{name}" is declared twice in one scope', "rename one of the two, or take it away"),
    zh=Words("“{name}” 在同一作用域内重复声明", "请重命名或删除其中一个"),
    is_blocking=True,
)

AWAIT_OUTSIDE_FUNCTION = Rule(
    "MP123",
    "await-outside-function",
    ERROR,
    en=Words(
        '"await" stands outside of an async function',
        "put it into an async function; modules cannot wait for anything",
    ),
    zh=Words("“await” 出现在 async 函数之外", "请将其移入 async 函数；小程序模块不支持顶层 await"),
    is_blocking=True,
)

NOT_STRICT = Rule(
    "MP124",
    "not-strict",
    ERROR,
    en=Words(
        'an ES module is strict and does not allow "{found}"',
        "write it another way, or use require and exports",
    ),
    zh=Words("ES 模块始终处于严格模式，不允许使用 “{found}”", "请改用其他写法，或改用 require 与 exports"),
    is_blocking=True,
)

IMPORT_META = Rule(
    "MP125",
    "import-meta",
    WARNING,
    en=Words("mini-programs have no import.meta", "take it away; it reads as an empty object"),
    zh=Words("小程序不支持 import.meta", "请移除；它会被当作空对象"),
)

UNDECLARED_EXPORT = Rule(
    "MP126",
    "undeclared-export",
    ERROR,
    en=Words(
        '"{name}" is exported but declared nowhere in this file',
        "declare it, or take it out of the export list",
    ),
    zh=Words("导出了 “{name}”，但本文件中没有声明它", "请声明该名称，或将其从导出列表中移除"),
    is_blocking=True,
)

DUPLICATE_EXPORT = Rule(
    "MP127",
    "duplicate-export",
    ERROR,
    en=Words('"{name}" is exported twice', "take one of the two away"),
    zh=Words("“{name}” 被重复导出", "请删除其中一个导出"),
    is_blocking=True,
)

IMPORT_ASSIGNED = Rule(
    "MP128",
    "import-assigned",
    ERROR,
    en=Words('"{name}" is an import and cannot be assigned to', "copy it to a variable of your own first"),
    zh=Words("“{name}” 是导入的绑定，不能重新赋值", "请先将其复制到自己的变量中"),
)

SCRIPT_TOO_DEEP = Rule(
    "MP129",
    "script-too-deep",
    ERROR,
    en=Words(
        "the script is nested more than {limit} levels deep",
        "write it with fewer brackets in one another, or exclude the file",
    ),
    zh=Words("脚本的嵌套超过 {limit} 层", "请减少括号的嵌套层数，或将该文件排除"),
    is_blocking=True,
)

SYNTAX_OF_NOWHERE = Rule(
    "MP180",
    "syntax-of-nowhere",
    ERROR,
    en=Words(
        "{target} takes {level} at most, and {found_en} is newer",
        "write it in older words, or let a compiler of your own do so",
    ),
    zh=Words(
        "{target} 最高支持 {level}，而{found_zh}更新",
        "请改用较旧的写法，或先用自己的编译工具转换",
    ),
)

VALUE_OF_NOWHERE = Rule(
    "MP181",
    "value-of-nowhere",
    ERROR,
    en=Words(
        "{target} has no {name}, and no polyfill brings it",
        "use numbers, texts or a library of the kind",
    ),
    zh=Words(
        "{target} 没有 {name}，polyfill 也无法提供",
        "请改用数字、文本或相应的库",
    ),
)

TYPESCRIPT_NAMESPACE = Rule(
    "MP190",
    "typescript-namespace",
    ERROR,
    en=Words(
        'a namespace with values is not erased: "{found}"',
        "make it a module of its own, or an object",
    ),
    zh=Words("含有值的 namespace 无法擦除：“{found}”", "请改为单独的模块文件，或普通对象"),
    is_blocking=True,
)

TYPESCRIPT_IMPORT_ALIAS = Rule(
    "MP191",
    "typescript-import-alias",
    ERROR,
    en=Words('an alias made by import is not erased: "{found}"', "write it as a const, or as a type"),
    zh=Words("import 形式的别名无法擦除：“{found}”", "请改为 const，或 type 别名"),
    is_blocking=True,
)

TYPESCRIPT_IMPORT_REQUIRE = Rule(
    "MP192",
    "typescript-import-require",
    ERROR,
    en=Words('an import by require is not erased: "{found}"', 'write: import name from "..."'),
    zh=Words("import … = require() 无法擦除：“{found}”", "请改写为：import name from “...”"),
    is_blocking=True,
)

TYPESCRIPT_EXPORT_ASSIGNMENT = Rule(
    "MP193",
    "typescript-export-assignment",
    ERROR,
    en=Words('an export by assignment is not erased: "{found}"', "write export default"),
    zh=Words("export = 无法擦除：“{found}”", "请改为 export default"),
    is_blocking=True,
)

TYPESCRIPT_DECORATOR = Rule(
    "MP194",
    "typescript-decorator",
    ERROR,
    en=Words(
        'only the decorator of a class declaration is compiled, not this one: "{found}"',
        "call it as a function behind the class, or let tsc compile this file first",
    ),
    zh=Words(
        "只编译类声明上的装饰器，不支持此处的装饰器：“{found}”",
        "请在类之后以函数方式调用，或先用 tsc 编译该文件",
    ),
    is_blocking=True,
)

TSCONFIG_MISSING = Rule(
    "MP195",
    "tsconfig-missing",
    WARNING,
    en=Words(
        '"{request}" leads to no file; its paths do not count',
        "mend the path, or install the package that it names",
    ),
    zh=Words("“{request}” 没有对应的文件，其中的 paths 不会生效", "请修正路径，或安装它所在的包"),
)

TSCONFIG_CYCLE = Rule(
    "MP196",
    "tsconfig-cycle",
    ERROR,
    en=Words(
        '"{request}" extends a file that extends this one',
        "take one of them out of the circle",
    ),
    zh=Words("“{request}” 与本文件互相 extends", "请去掉其中一个 extends"),
)

SYNTAX_TOO_NEW = Rule(
    "MP197",
    "syntax-too-new",
    ERROR,
    en=Words(
        "the level {level} does not know {found_en}, which came with {since}",
        "write it in an earlier way, let esbuild lower it (tools: {{script: esbuild}} in miniport.yaml), "
        "or raise targets.<name>.es where the engines allow it",
    ),
    zh=Words(
        "语言级别 {level} 不支持{found_zh}，它自 {since} 起才有",
        "请改用较早的写法，或让 esbuild 降级（在 miniport.yaml 中写 tools: {{script: esbuild}}）；"
        "若运行环境允许，也可提高 targets.<name>.es",
    ),
)

LEVEL_UNPROVED = Rule(
    "MP198",
    "level-unproved",
    NOTE,
    en=Words(
        "syntax newer than {level} was lowered; no probe has told yet which level {target} really has",
        "run the probe on a device, or set targets.{target}.es in miniport.yaml",
    ),
    zh=Words(
        "已将高于 {level} 的语法降级；{target} 真实支持的语言级别尚未在真机上探测",
        "请在真机上运行探测项目，或在 miniport.yaml 中设置 targets.{target}.es",
    ),
)

READ_TOO_EARLY = Rule(
    "MP199",
    "read-too-early",
    WARNING,
    en=Words(
        '"{name}" is read before line {line} declares it: that throws, or gives undefined where const became var',
        "move the declaration up, or the read into a function that is called later",
    ),
    zh=Words(
        "在第 {line} 行声明 “{name}” 之前就读取了它：会抛出异常，若 const 被编译为 var 则得到 undefined",
        "请把声明移到前面，或把读取放进稍后调用的函数里",
    ),
)
