"""MP644 to MP649, MP654 to MP659, MP670: what templates and components say of one another."""

from __future__ import annotations

from miniport.diagnostics import ERROR, WARNING, Rule, Words

REF_WITHOUT_METHOD = Rule(
    "MP644",
    "ref-without-method",
    ERROR,
    en=Words(
        'no method "{name}" receives this component{near_en}',
        "write a method of that name: it is called with the instance",
    ),
    zh=Words("没有接收该组件的方法 “{name}”{near_zh}", "请编写同名方法，它会以组件实例为参数被调用"),
)

EVENT_NOT_CALLED = Rule(
    "MP645",
    "event-not-called",
    WARNING,
    en=Words(
        "the component <{tag}> never calls {name}{near_en}",
        "have it call this.props.{name}; its tag itself draws nothing that could be touched: listen on an element around it",
    ),
    zh=Words(
        "组件 <{tag}> 从不调用 {name}{near_zh}",
        "请在组件中调用 this.props.{name}；组件标签本身不渲染节点，触摸事件请绑定到外层元素",
    ),
)

MODULE_NAME_TWICE = Rule(
    "MP646",
    "module-name-twice",
    ERROR,
    en=Words('two script modules are called "{name}" here', "give one of them another name"),
    zh=Words("此处有两个名为 “{name}” 的脚本模块", "请为其中一个改名"),
)

LABEL_FOR_NOTHING = Rule(
    "MP647",
    "label-for-nothing",
    WARNING,
    en=Words('no element has the id "{name}"{near_en}', "give the control that id, or put it into the label"),
    zh=Words("没有 id 为 “{name}” 的元素{near_zh}", "请为表单控件添加该 id，或将其放入 label 中"),
)

ID_TWICE = Rule(
    "MP648",
    "id-twice",
    WARNING,
    en=Words('"{name}" is the id of an element further up, too', "give each element an id of its own"),
    zh=Words("前面已有元素使用 id “{name}”", "请为每个元素使用不同的 id"),
)

TEMPLATE_NOT_GIVEN = Rule(
    "MP649",
    "template-not-given",
    WARNING,
    en=Words(
        'the template "{name}" sees only what it is given, and nobody gives it "{word}"{near_en}',
        'pass it where the template is drawn: data="{{{{{word}: …}}}}"',
    ),
    zh=Words(
        "模板 “{name}” 只能看到传入的数据，而没有任何地方传入 “{word}”{near_zh}",
        '请在使用模板处传入：data="{{{{{word}: …}}}}"',
    ),
)

TEMPLATE_GIVEN_IN_VAIN = Rule(
    "MP654",
    "template-given-in-vain",
    WARNING,
    en=Words('the template "{name}" does not use "{key}"{near_en}', "correct the name"),
    zh=Words("模板 “{name}” 没有使用 “{key}”{near_zh}", "请更正名称"),
)

PROPERTY_TYPE = Rule(
    "MP655",
    "property-type",
    WARNING,
    en=Words(
        '{name} of <{tag}> is {wanted_en} by its default; "{value}" is a text',
        'write {name}="{{{{{written}}}}}"{more_en}',
    ),
    zh=Words(
        "<{tag}> 的 {name} 默认值是{wanted_zh}，而 “{value}” 是文本",
        '请写成 {name}="{{{{{written}}}}}"{more_zh}',
    ),
)

LIST_WITHOUT_LABEL = Rule(
    "MP656",
    "list-without-label",
    WARNING,
    en=Words("{name} of <{tag}> holds objects, and nothing says what to show of them", 'add {label}="…"'),
    zh=Words("<{tag}> 的 {name} 是对象列表，但没有指定显示哪个字段", '请添加 {label}="…"'),
)

IMPORTS_NOTHING = Rule(
    "MP659",
    "imports-nothing",
    WARNING,
    en=Words(
        '"{file}" defines no template, so nothing is imported',
        "write <include>, or name the file with the templates",
    ),
    zh=Words("“{file}” 没有定义模板，引入后没有任何内容", "请改用 <include>，或指定定义了模板的文件"),
)

INCLUDES_NOTHING = Rule(
    "MP670",
    "includes-nothing",
    WARNING,
    en=Words(
        '"{file}" holds named templates only, and those an include leaves out',
        'write <import>, and <template is="…">',
    ),
    zh=Words("“{file}” 只有具名模板，include 不会包含它们", '请改用 <import> 和 <template is="…">'),
)
