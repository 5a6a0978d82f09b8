"""MP4xx: style sheets, and how templates are put together."""

from __future__ import annotations

from miniport.diagnostics import ERROR, WARNING, Rule, Words

STYLE_UNCLOSED_COMMENT = Rule(
    "MP400",
    "style-unclosed-comment",
    ERROR,
    en=Words(
        "this comment is never closed",
        "add */ where the comment ends; the rest of the file counts as comment",
    ),
    zh=Words("这个注释没有闭合", "请在注释结尾处加上 */，否则文件余下的内容都会被当作注释"),
)

STYLE_UNCLOSED_STRING = Rule(
    "MP401",
    "style-unclosed-string",
    ERROR,
    en=Words("this text is not closed on its line", "add the missing {quote}"),
    zh=Words("字符串在本行内没有闭合", "请补上缺少的 {quote}"),
)

STYLE_UNCLOSED = Rule(
    "MP402",
    "style-unclosed",
    ERROR,
    en=Words("this {opened} is never closed", "add the missing {closing}"),
    zh=Words("这个 {opened} 没有闭合", "请补上缺少的 {closing}"),
)

STYLE_STRAY_BRACE = Rule(
    "MP403",
    "style-stray-brace",
    ERROR,
    en=Words("this }} closes nothing", "remove it, or add the {{ it belongs to"),
    zh=Words("这个 }} 没有对应的 {{", "请删除它，或补上对应的 {{"),
)

STYLE_STRAY_TEXT = Rule(
    "MP404",
    "style-stray-text",
    WARNING,
    en=Words("{found} is no declaration", "write name: value; or remove it"),
    zh=Words("{found} 不是样式声明", "请写成 name: value; 或删除它"),
)

STYLE_LINE_COMMENT = Rule(
    "MP405",
    "style-line-comment",
    WARNING,
    en=Words(
        "// starts no comment in a style sheet: what follows it up to ; or }} is lost", "write /* ... */"
    ),
    zh=Words("样式文件中 // 不是注释，它会使后面直到 ; 或 }} 的内容失效", "请改用 /* ... */"),
)

STYLE_IMPORT_CYCLE = Rule(
    "MP406",
    "style-import-cycle",
    ERROR,
    en=Words(
        'the import of "{request}" leads back to a file that is being imported',
        "remove one of the imports: {cycle}",
    ),
    zh=Words("导入 “{request}” 形成了循环", "请去掉其中一个导入：{cycle}"),
)

STYLE_REMOTE_IMPORT = Rule(
    "MP407",
    "style-remote-import",
    WARNING,
    en=Words(
        'the style sheet "{request}" lies outside the project and is left out',
        "copy it into the project and import that file",
    ),
    zh=Words("样式表 “{request}” 不在项目内，已被忽略", "请把它复制到项目中再导入"),
)

STYLE_ATTRIBUTE_SELECTOR = Rule(
    "MP408",
    "style-attribute-selector",
    WARNING,
    en=Words(
        "the attribute selector {found} does not work on {target}",
        "give the element a class and select that",
    ),
    zh=Words("{target} 不支持属性选择器 {found}", "请给元素加上 class 并用类选择器"),
)

STYLE_RPX_IN_CONDITION = Rule(
    "MP409",
    "style-rpx-in-condition",
    WARNING,
    en=Words(
        "{length} in a media query says the same on every screen", "write px here; it is taken as {taken}"
    ),
    zh=Words("媒体查询中的 {length} 在任何屏幕上结果都相同", "此处请使用 px；目前按 {taken} 处理"),
)

STYLE_SELECTOR = Rule(
    "MP410",
    "style-selector",
    WARNING,
    en=Words(
        "the selector breaks off at {found}; browsers drop the whole rule", "mend or remove this selector"
    ),
    zh=Words("选择器在 {found} 处有误，浏览器会忽略整条规则", "请修正或删除该选择器"),
)

STYLE_NESTED_RULE = Rule(
    "MP411",
    "style-nested-rule",
    WARNING,
    en=Words(
        "a rule inside a rule is not understood by mini-programs nor by older web views",
        "write the selector out at the top level",
    ),
    zh=Words("小程序和较旧的 WebView 不支持规则嵌套", "请把选择器完整地写在最外层"),
)

STYLE_IMPORT_FLOOD = Rule(
    "MP412",
    "style-import-flood",
    ERROR,
    en=Words(
        "one style sheet takes in more than {limit} imports",
        "import each file once; files that import one another twice over double with each step",
    ),
    zh=Words("单个样式表引入的文件超过 {limit} 次", "每个文件只导入一次；层层重复导入会成倍增长"),
)

STYLE_UNIT = Rule(
    "MP413",
    "style-unit",
    WARNING,
    en=Words(
        '{found}: there is no unit "{unit}"; browsers drop the declaration',
        "write rpx, px or another unit of CSS{near_en}",
    ),
    zh=Words(
        "{found}：没有单位 “{unit}”，浏览器会忽略整条声明",
        "请使用 rpx、px 或其他 CSS 单位{near_zh}",
    ),
)

STYLE_UNIT_APART = Rule(
    "MP414",
    "style-unit-apart",
    WARNING,
    en=Words('in "{found}" a space stands before the unit; browsers drop the declaration', "write {whole}"),
    zh=Words("“{found}” 的单位前有空格，浏览器会忽略整条声明", "请写成 {whole}"),
)

STYLE_SEMICOLON = Rule(
    "MP415",
    "style-semicolon",
    WARNING,
    en=Words(
        '"{first}" and the "{second}" below it count as one declaration, which browsers drop',
        "write a semicolon at the end of the line",
    ),
    zh=Words(
        "“{first}” 与其下的 “{second}” 被当作同一条声明，浏览器会忽略它",
        "请在行尾补上分号",
    ),
)

STYLE_CLASS_RESERVED = Rule(
    "MP416",
    "style-class-reserved",
    WARNING,
    en=Words(
        'class names that begin with "{prefix}" belong to the elements of {target}: {found}',
        "give your element a class of another name",
    ),
    zh=Words(
        "以 “{prefix}” 开头的类名为 {target} 的内置组件所用：{found}",
        "请为元素使用其他名称的 class",
    ),
)

STYLE_URL_RELATIVE = Rule(
    "MP417",
    "style-url-relative",
    WARNING,
    en=Words(
        'style sheets of {target} find local files by absolute paths only, not by "{request}"',
        'write url("/{path}")',
    ),
    zh=Words(
        "{target} 的样式文件只支持以绝对路径引用本地文件，不支持 “{request}”",
        '请写成 url("/{path}")',
    ),
)

TEMPLATE_TOO_DEEP = Rule(
    "MP430",
    "template-too-deep",
    ERROR,
    en=Words(
        "<{tag}> is nested more than {limit} elements deep and is left out",
        "move the inner part into a component, or see whether a tag before it is not closed",
    ),
    zh=Words(
        "<{tag}> 的嵌套超过 {limit} 层，已被省略",
        "请把内层拆成组件，或检查前面是否有未闭合的标签",
    ),
)

INCLUDE_CYCLE = Rule(
    "MP431",
    "include-cycle",
    ERROR,
    en=Words(
        '"{path}" includes itself, directly or through another file; this include is left out',
        "remove one of the includes, or use a <template>, which may call itself",
    ),
    zh=Words(
        "“{path}” 直接或间接地 include 了自身，此处 include 已被省略",
        "请去掉其中一个 include，或改用可以递归调用的 <template>",
    ),
)

INCLUDED_TOO_OFTEN = Rule(
    "MP432",
    "included-too-often",
    ERROR,
    en=Words(
        '"{path}" draws more than {limit} includes; the rest is left out',
        "make a component, or a <template>, of what stands so often",
    ),
    zh=Words(
        "“{path}” 展开的 include 超过 {limit} 个，其余均被省略", "请将反复出现的内容改为组件或 <template>"
    ),
)

STYLE_WORD = Rule(
    "MP423",
    "style-word",
    WARNING,
    en=Words('"{value}" is no value of {name}{near_en}', "write one that {name} has{listed_en}"),
    zh=Words("{name} 没有 “{value}” 这个值{near_zh}", "请使用 {name} 支持的值{listed_zh}"),
)

UNIT_MISSING = Rule(
    "MP424",
    "unit-missing",
    WARNING,
    en=Words("{value} has no unit, so {name} is not set", "write {value}px or {value}rpx"),
    zh=Words("{value} 没有单位，{name} 不会生效", "请写成 {value}px 或 {value}rpx"),
)

VARIABLE_BARE = Rule(
    "MP425",
    "variable-bare",
    WARNING,
    en=Words("{name} alone is no value", "write var({name})"),
    zh=Words("单独的 {name} 不是有效的值", "请写成 var({name})"),
)

DOT_MISSING = Rule(
    "MP426",
    "dot-missing",
    WARNING,
    en=Words("there is no element <{name}>, but elements have a class of that name", "write .{name}"),
    zh=Words("没有 <{name}> 元素，但有元素使用了同名的类", "请写成 .{name}"),
)

CLASS_SLIP = Rule(
    "MP427",
    "class-slip",
    WARNING,
    en=Words('no sheet has a class "{name}"; did you mean "{near}", which nothing uses?', 'write "{near}"'),
    zh=Words("没有样式表定义类 “{name}”；是否想写从未被使用的 “{near}”？", "请写成 “{near}”"),
)
