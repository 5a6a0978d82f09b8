"""MP100 to MP119, MP130 to MP149: templates and the expressions in them."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, WARNING, Rule, Words

UNCLOSED_ELEMENT = Rule(
    "MP100",
    "unclosed-element",
    WARNING,
    en=Words(
        "<{name}> is never closed; it ends {ends_en}",
        "close it with </{name}>, or write <{name} />{meant_en}",
    ),
    zh=Words("<{name}> 没有闭合，将延续到{ends_zh}", "请用 </{name}> 闭合，或写成 <{name} />{meant_zh}"),
)

STRAY_CLOSE_TAG = Rule(
    "MP101",
    "stray-close-tag",
    WARNING,
    en=Words("</{name}> closes nothing{so_en}", "take it out, or open the element before it"),
    zh=Words("</{name}> 没有对应的开始标签{so_zh}", "请删除它，或在前面补上开始标签"),
)

DUPLICATE_ATTRIBUTE = Rule(
    "MP102",
    "duplicate-attribute",
    WARNING,
    en=Words(
        'the attribute "{name}" stands twice on <{tag}>; the first one counts', "take one of the two out"
    ),
    zh=Words("<{tag}> 上的属性 “{name}” 重复，以第一个为准", "请删除其中一个"),
)

UNQUOTED_VALUE = Rule(
    "MP103",
    "unquoted-value",
    NOTE,
    en=Words('the value of "{name}" has no quotes', 'write {name}="..."; not every platform accepts it bare'),
    zh=Words("属性 “{name}” 的值没有引号", '请写成 {name}="..."；并非所有平台都接受不带引号的值'),
)

ATTRIBUTES_TOUCH = Rule(
    "MP104",
    "attributes-touch",
    NOTE,
    en=Words('no space before the attribute "{name}"', "put a space between the attributes"),
    zh=Words("属性 “{name}” 前缺少空格", "请用空格分隔各个属性"),
)

STRAY_IN_TAG = Rule(
    "MP105",
    "stray-in-tag",
    ERROR,
    en=Words('"{found}" in the tag <{tag}> belongs to no attribute', "take it out; look for a missing quote"),
    zh=Words("标签 <{tag}> 中的 “{found}” 不属于任何属性", "请删除；并检查前面是否缺少引号"),
)

UNFINISHED_TAG = Rule(
    "MP106",
    "unfinished-tag",
    ERROR,
    en=Words('the tag <{name} has no ">"', 'end the tag with ">"'),
    zh=Words("标签 <{name} 缺少 “>”", "请用 “>” 结束该标签"),
)

UNCLOSED_QUOTE = Rule(
    "MP107",
    "unclosed-quote",
    ERROR,
    en=Words('the value of "{name}" has no closing quote', "close the value with {quote}"),
    zh=Words("属性 “{name}” 的值缺少结束引号", "请用 {quote} 结束该值"),
)

UNCLOSED_COMMENT = Rule(
    "MP108",
    "unclosed-comment",
    ERROR,
    en=Words("the comment has no end; everything after it is lost", 'end it with "-->"'),
    zh=Words("注释没有结束，其后的内容全部失效", "请用 “-->” 结束注释"),
)

UNCLOSED_MUSTACHE = Rule(
    "MP109",
    "unclosed-mustache",
    ERROR,
    en=Words('"{{{{" has no "}}}}"', 'close the expression with "}}}}"'),
    zh=Words("“{{{{” 缺少对应的 “}}}}”", "请用 “}}}}” 结束表达式"),
)

STRAY_ANGLE_BRACKET = Rule(
    "MP110",
    "stray-angle-bracket",
    WARNING,
    en=Words('"<" begins no tag here and is taken as text', "write {{{{'<'}}}} where the sign is meant"),
    zh=Words("此处的 “<” 不是标签的开头，按文本处理", "若确需显示该符号，请写成 {{{{'<'}}}}"),
)

EXPRESSION_UNREADABLE = Rule(
    "MP111",
    "expression-unreadable",
    ERROR,
    en=Words(
        '"{found}" does not belong here in the expression', "mend the expression; it is left out until then"
    ),
    zh=Words("表达式中此处不应出现 “{found}”", "请修正该表达式；在此之前它不会生效"),
)

EXPRESSION_INCOMPLETE = Rule(
    "MP112",
    "expression-incomplete",
    ERROR,
    en=Words("the expression ends too early", "complete it; look for a missing bracket or operand"),
    zh=Words("表达式不完整", "请补全表达式；检查是否缺少括号或操作数"),
)

EXPRESSION_TOO_DEEP = Rule(
    "MP113",
    "expression-too-deep",
    ERROR,
    en=Words(
        "the expression is nested more than {limit} levels deep", "compute a part of it in the page's script"
    ),
    zh=Words("表达式嵌套超过 {limit} 层", "请将其中一部分移到页面脚本中计算"),
)

FUNCTION_IN_EXPRESSION = Rule(
    "MP114",
    "function-in-expression",
    ERROR,
    en=Words(
        "a function cannot be written inside a template", "put it into a script module and call it by name"
    ),
    zh=Words("模板中不能书写函数体", "请将函数放入 sjs/wxs 模块，再按名称调用"),
)

ENTITY_IN_EXPRESSION = Rule(
    "MP115",
    "entity-in-expression",
    ERROR,
    en=Words(
        '"{found}" is not resolved inside an expression', "write the sign itself; < > and & may stand there"
    ),
    zh=Words("表达式中的 “{found}” 不会被转义还原", "请直接书写该符号，表达式中可以使用 < > 和 &"),
)

ELSE_WITHOUT_IF = Rule(
    "MP116",
    "else-without-if",
    ERROR,
    en=Words(
        '"{name}" on <{tag}> follows no element with a condition',
        "put it right after the element with the if; only comments and white space may stand between",
    ),
    zh=Words(
        "<{tag}> 上的 “{name}” 前面没有带条件的兄弟元素",
        "请紧跟在带 if 的元素之后书写，两者之间只能有注释和空白",
    ),
)

SEVERAL_CONDITIONS = Rule(
    "MP117",
    "several-conditions",
    ERROR,
    en=Words(
        '<{tag}> has a second condition: "{name}"', "keep one condition per element; nest a <block> inside"
    ),
    zh=Words("<{tag}> 上有第二个条件指令 “{name}”", "每个元素只能有一个条件指令，请改为嵌套 <block>"),
)

LITERAL_UNCLOSED = Rule(
    "MP118",
    "literal-unclosed",
    ERROR,
    en=Words("the literal that begins with {quote} has no end", "close it with {quote}"),
    zh=Words("以 {quote} 开头的字面量没有结束", "请用 {quote} 结束它"),
)

DATA_NOT_PAIRS = Rule(
    "MP119",
    "data-not-pairs",
    ERROR,
    en=Words(
        'the data of a template must be names and pairs, not "{found}"',
        'write data="{{{{a, b: c, ...d}}}}", without braces around it',
    ),
    zh=Words(
        "模板的 data 只能由名称和键值对组成，不能是 “{found}”",
        '请写成 data="{{{{a, b: c, ...d}}}}"，外面不要再加花括号',
    ),
)

LOOP_OVER_TEXT = Rule(
    "MP131",
    "loop-over-text",
    WARNING,
    en=Words(
        '"{name}" goes over the characters of the text "{value}", not over data',
        "did you mean {cure}?",
    ),
    zh=Words(
        "“{name}” 遍历的是文本 “{value}” 的各个字符，而不是数据",
        "是否想写 {cure}？",
    ),
)

LOOP_WITHOUT_KEY = Rule(
    "MP132",
    "loop-without-key",
    NOTE,
    en=Words(
        "the loop on <{tag}> has no key",
        "write {key} with the name of a property that is each entry's own, or *this for plain values; without it entries that move lose what was typed into them",
    ),
    zh=Words(
        "<{tag}> 上的循环没有 key",
        "请写 {key}，值为每一项各自唯一的属性名，或用 *this 表示值本身；缺少 key 时，移动的项会丢失已输入的内容",
    ),
)

FOREIGN_DIRECTIVE = Rule(
    "MP133",
    "foreign-directive",
    ERROR,
    en=Words(
        '"{name}" is written as another dialect has it and does nothing here',
        "write {near}",
    ),
    zh=Words(
        "“{name}” 是其他方言的写法，在这里不起作用",
        "请写成 {near}",
    ),
)

FOREIGN_KEY = Rule(
    "MP169",
    "foreign-key",
    WARNING,
    en=Words(
        '"{name}" is written as another dialect has it, so the loop has no key here',
        "write {near}; without it entries that move lose what was typed into them",
    ),
    zh=Words(
        "“{name}” 是其他方言的写法，此处的循环没有 key",
        "请写成 {near}；缺少 key 时，移动的项会丢失已输入的内容",
    ),
)

EVENT_SPELLING = Rule(
    "MP134",
    "event-spelling",
    ERROR,
    en=Words(
        '"{name}" listens to nothing: events are spelled otherwise in this dialect',
        "spell the attribute {near}{method_en}",
    ),
    zh=Words(
        "“{name}” 不会监听任何事件：该方言的事件写法不同",
        "请把属性名写成 {near}{method_zh}",
    ),
)

CONDITION_IS_TEXT = Rule(
    "MP135",
    "condition-is-text",
    WARNING,
    en=Words(
        '"{name}" is given the text "{value}", which is always true',
        "write {cure}",
    ),
    zh=Words(
        "“{name}” 的值是文本 “{value}”，条件恒为真",
        "请写成 {cure}",
    ),
)

TEXT_IS_TRUE = Rule(
    "MP136",
    "text-is-true",
    WARNING,
    en=Words(
        '"{name}" is given the text "{value}", and any text turns it on',
        "write {cure}",
    ),
    zh=Words(
        "“{name}” 的值是文本 “{value}”，任何非空文本都会使其生效",
        "请写成 {cure}",
    ),
)

STYLE_IMPORTANT = Rule(
    "MP140",
    "style-important",
    WARNING,
    en=Words(
        "{target} does not know !important in a style attribute",
        "write it in a class of the style sheet, or make the other rule weaker",
    ),
    zh=Words(
        "{target} 的 style 属性不支持 !important",
        "请写到样式文件的 class 中，或降低另一条规则的优先级",
    ),
)

TAG_CASE = Rule(
    "MP141",
    "tag-case",
    ERROR,
    en=Words(
        "<{name}> is not read as <{lower}>: tags are written in lower case",
        "write <{lower}>",
    ),
    zh=Words("<{name}> 不会被当作 <{lower}>：标签必须小写", "请写成 <{lower}>"),
)

ATTRIBUTE_CASE = Rule(
    "MP142",
    "attribute-case",
    NOTE,
    en=Words(
        '"{name}" of <{owner}> is written "{known}" in the documentation, which promises no other spelling',
        'write "{known}"',
    ),
    zh=Words(
        "<{owner}> 的 “{name}” 在文档中写作 “{known}”，不保证其他写法生效",
        "请写成 “{known}”",
    ),
)

KEY_NO_NAME = Rule(
    "MP145",
    "key-no-name",
    NOTE,
    en=Words(
        '{key} takes the name of a property of each item, and no item has "{value}"', 'write {key}="{cure}"'
    ),
    zh=Words("{key} 应为列表项的某个属性名，而列表项没有 “{value}”", '请写成 {key}="{cure}"'),
)

OBJECT_AS_TEXT = Rule(
    "MP146",
    "object-as-text",
    WARNING,
    en=Words(
        "an object is no text: older clients draw nothing of this page", "write the member that is meant"
    ),
    zh=Words("对象不能作为文本显示，旧版客户端会因此整页空白", "请写出要显示的成员"),
)

LOOP_WORD_ALONE = Rule(
    "MP147",
    "loop-word-alone",
    WARNING,
    en=Words("{name} does nothing without {loop} on the same element", "add {loop}, or take it away"),
    zh=Words("同一元素上没有 {loop} 时 {name} 不起作用", "请添加 {loop}，或删除它"),
)

ATTRIBUTE_MISSING = Rule(
    "MP148",
    "attribute-missing",
    WARNING,
    en=Words("<{tag}> does nothing without {missing_en}", "add {missing_en}"),
    zh=Words("<{tag}> 没有 {missing_zh} 时不起作用", "请添加 {missing_zh}"),
)

ATTRIBUTE_NUMBER = Rule(
    "MP149",
    "attribute-number",
    WARNING,
    en=Words('{name} of <{tag}> is a number; "{value}" is none', "write digits only, or an expression"),
    zh=Words("<{tag}> 的 {name} 应为数字，而 “{value}” 不是", "请只写数字，或使用表达式"),
)

HANDLER_AS_VALUE = Rule(
    "MP137",
    "handler-as-value",
    WARNING,
    en=Words(
        "{event} takes the name of a method; {{{{{name}}}}} looks for a value of data",
        'write {event}="{name}"',
    ),
    zh=Words("{event} 应为方法名，而 {{{{{name}}}}} 会去 data 中取值", '请写成 {event}="{name}"'),
)

SINGLE_BRACES = Rule(
    "MP138",
    "single-braces",
    WARNING,
    en=Words("{found} is shown as it stands: a value wants two braces", "write {{{found}}}"),
    zh=Words("{found} 会原样显示：取值需要双层花括号", "请写成 {{{found}}}"),
)

DATA_AS_TEXT = Rule(
    "MP139",
    "data-as-text",
    WARNING,
    en=Words(
        '"{value}" gives the template nothing: data wants names and values', 'write data="{{{{{value}}}}}"'
    ),
    zh=Words("“{value}” 没有向模板传入任何数据：data 需要名称和值", '请写成 data="{{{{{value}}}}}"'),
)

ENTITY_AS_TEXT = Rule(
    "MP163",
    "entity-as-text",
    WARNING,
    en=Words(
        "{found} is shown as it stands, but in <text decode>",
        "write the sign itself, or put it into <text decode>",
    ),
    zh=Words("除 <text decode> 外，{found} 会原样显示", "请直接书写该符号，或放入 <text decode>"),
)

ELSE_WITH_CONDITION = Rule(
    "MP164",
    "else-with-condition",
    WARNING,
    en=Words(
        "{name} takes no condition: this one is never asked", "make it an elif, or take the condition away"
    ),
    zh=Words("{name} 不接受条件，此处的条件不会被判断", "请改用 elif，或删除条件"),
)

ASSIGNS_IN_TEMPLATE = Rule(
    "MP165",
    "assigns-in-template",
    WARNING,
    en=Words(
        "a template changes no data: what is assigned here is lost",
        "compare with ==, or call setData in a method",
    ),
    zh=Words("模板不能修改数据，此处的赋值会丢失", "请使用 == 比较，或在方法中调用 setData"),
)

OUTSIDE_OF_HOLDER = Rule(
    "MP166",
    "outside-of-holder",
    WARNING,
    en=Words("{what} does nothing outside of a <{holder}>", "put a <{holder}> around it"),
    zh=Words("不在 <{holder}> 内的 {what} 不起作用", "请将其放入 <{holder}> 中"),
)

FIELD_WITHOUT_NAME = Rule(
    "MP167",
    "field-without-name",
    WARNING,
    en=Words(
        "what is entered into this <{tag}> reaches nobody: it has no name, and nothing listens to it",
        "add a name: the form hands its value over under it",
    ),
    zh=Words(
        "没有地方能取到该 <{tag}> 的值：它没有 name，也没有绑定事件", "请添加 name，表单会以此提交它的值"
    ),
)

END_TAG_OF_ANOTHER = Rule(
    "MP168",
    "end-tag-of-another",
    WARNING,
    en=Words(
        "</{written}> closes nothing; <{name}> of line {line} is open here, and ends only where its parent does",
        "write </{name}>",
    ),
    zh=Words(
        "</{written}> 没有对应的开始标签；第 {line} 行的 <{name}> 在此处仍未闭合，将延续到父元素结束处",
        "请写成 </{name}>",
    ),
)

BLANK_MAKES_TEXT = Rule(
    "MP177",
    "blank-makes-text",
    WARNING,
    en=Words(
        "with white space beside its {{{{ }}}} {name} is given a text{so_en}",
        "take the white space between quote and braces out",
    ),
    zh=Words("{{{{ }}}} 旁有空白时，{name} 得到的是文本{so_zh}", "请删除引号与花括号之间的空白"),
)
