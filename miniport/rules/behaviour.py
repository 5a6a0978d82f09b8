"""MP18x and MP75x: scripts that run, and do not do what they say."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, WARNING, Rule, Words

CONSTANT_ASSIGNED = Rule(
    "MP182",
    "constant-assigned",
    ERROR,
    en=Words(
        '"{name}" is a constant, and assigning to it throws', "declare it with let, or use another name"
    ),
    zh=Words("“{name}” 是常量，对其赋值会抛出异常", "请用 let 声明，或使用其他名称"),
)

KEY_TWICE = Rule(
    "MP183",
    "key-twice",
    WARNING,
    en=Words('"{name}" stands twice in one object; only the last one counts', "take one of them away"),
    zh=Words("同一对象中有两个 “{name}”，只有最后一个生效", "请删除其中一个"),
)

UNDECLARED_NAME = Rule(
    "MP184",
    "undeclared-name",
    WARNING,
    en=Words('nothing declares "{name}"{near_en}', "declare or import it, or correct the name"),
    zh=Words("没有任何地方声明 “{name}”{near_zh}", "请声明或导入它，或更正名称"),
)

UNREACHED_CODE = Rule(
    "MP185",
    "unreached-code",
    WARNING,
    en=Words(
        "nothing reaches this: the function ends before it", "take it away, or move what ends the function"
    ),
    zh=Words("函数在此之前已结束，此处的代码不会执行", "请删除它，或移动前面结束函数的语句"),
)

ASSIGNED_IN_TEST = Rule(
    "MP186",
    "assigned-in-test",
    WARNING,
    en=Words("the condition assigns to {name} instead of comparing it", "write ==="),
    zh=Words("条件中对 {name} 进行了赋值，而不是比较", "请使用 ==="),
)

TYPE_NEVER = Rule(
    "MP187",
    "type-never",
    WARNING,
    en=Words('typeof never gives "{value}"{near_en}', "correct the word"),
    zh=Words("typeof 不会得到 “{value}”{near_zh}", "请更正该词"),
)

PROPERTY_WRITTEN = Rule(
    "MP750",
    "property-written",
    WARNING,
    en=Words(
        "{name} is the owner's to change; what is written here is not shown and lost with the next update",
        "keep the value in data and set it with setData, or tell the owner by a function it passes",
    ),
    zh=Words(
        "{name} 由父级管理；此处写入的值不会显示，并会在下次更新时丢失",
        "请把值放在 data 中并用 setData 设置，或调用父级传入的函数通知父级",
    ),
)

DATA_NOT_AN_OBJECT = Rule(
    "MP751",
    "data-not-an-object",
    ERROR,
    en=Words("{name} takes an object; it is given {found}", "write this.{name}({cure})"),
    zh=Words("{name} 接受一个对象，此处传入了 {found}", "请写成 this.{name}({cure})"),
)

THIS_LOST = Rule(
    "MP752",
    "this-lost",
    WARNING,
    en=Words(
        "in this function `this` is not the {kind_en}, so this.{member} is not there",
        "write an arrow function: () => {{ … }}",
    ),
    zh=Words("该函数中的 this 不是{kind_zh}，this.{member} 不存在", "请改用箭头函数：() => {{ … }}"),
)

MEMBER_MISSING = Rule(
    "MP753",
    "member-missing",
    WARNING,
    en=Words("the {kind_en} has no method {name}{near_en}", "write the method, or correct its name"),
    zh=Words("该{kind_zh}没有方法 {name}{near_zh}", "请编写该方法，或更正名称"),
)

SHARES_NOTHING = Rule(
    "MP754",
    "shares-nothing",
    WARNING,
    en=Words("{name} returns nothing, so what is shared is the default", "return {{ title, path, … }}"),
    zh=Words("{name} 没有返回值，分享的将是默认内容", "请返回 {{ title, path, … }}"),
)

DATASET_NOT_GIVEN = Rule(
    "MP755",
    "dataset-not-given",
    WARNING,
    en=Words(
        "{method} reads dataset.{key}, and no element that calls it has {attribute}{near_en}",
        "add {attribute} to the element, or read what it has",
    ),
    zh=Words(
        "{method} 读取 dataset.{key}，但调用它的元素都没有 {attribute}{near_zh}",
        "请为该元素添加 {attribute}，或读取其已有的值",
    ),
)

QUERY_NOT_RUN = Rule(
    "MP756",
    "query-not-run",
    WARNING,
    en=Words(
        "{name}: a query runs only when exec() is called, and here nothing can call it",
        "end it with .exec(found => …)",
    ),
    zh=Words("{name}：查询只有调用 exec() 才会执行，而此处无法再调用", "请以 .exec(结果 => …) 结尾"),
)

PROMISE_READ = Rule(
    "MP757",
    "promise-read",
    WARNING,
    en=Words(
        "{name} answers later: what it returns is a promise, which has no {member}",
        "await it, or read {member} in its success{more_en}",
    ),
    zh=Words(
        "{name} 是异步的：返回值是 Promise，没有 {member}",
        "请使用 await，或在 success 中读取 {member}{more_zh}",
    ),
)

PROPERTY_AS_TYPE = Rule(
    "MP758",
    "property-as-type",
    WARNING,
    en=Words(
        '"props" holds default values; this makes an object with a type the default of "{name}"',
        "write the default value itself: {name}: {cure}",
    ),
    zh=Words(
        "“props” 中是默认值；这样写会让 “{name}” 的默认值成为一个带 type 的对象",
        "请直接写默认值：{name}: {cure}",
    ),
)

LIFE_CYCLE_OF_ANOTHER_UNIT = Rule(
    "MP759",
    "life-cycle-of-another-unit",
    WARNING,
    en=Words(
        '"{name}" is called on {owners_en} only, never on {kind_en}',
        "use a life cycle of {kind_en} ({known}), or call it yourself",
    ),
    zh=Words(
        "“{name}” 只会在{owners_zh}上调用，不会在{kind_zh}上调用",
        "请使用{kind_zh}的生命周期（{known}），或自行调用",
    ),
)

OPTION_SWITCHED_OFF = Rule(
    "MP760",
    "option-switched-off",
    WARNING,
    en=Words('"{name}" does nothing without {switch}', "add {switch} to the options"),
    zh=Words("没有 {switch} 时 “{name}” 不起作用", "请在选项中加入 {switch}"),
)

OLDER_COMPONENTS = Rule(
    "MP761",
    "older-components",
    WARNING,
    en=Words(
        '"{name}" is called only with the newer components, which "{key}" in {file} turns off',
        'set "{key}" to true in {file}',
    ),
    zh=Words(
        "“{name}” 只有启用新版组件时才会被调用，而 {file} 的 “{key}” 关闭了它",
        "请在 {file} 中将 “{key}” 设为 true",
    ),
)

NOT_IN_DATA = Rule(
    "MP762",
    "not-in-data",
    NOTE,
    en=Words('nothing gives the template a value "{name}"{near_en}', "put it into data, or correct the name"),
    zh=Words("没有任何地方为模板提供值 “{name}”{near_zh}", "请加入 data，或更正名称"),
)
