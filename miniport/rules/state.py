"""MP763 to MP779: data, life cycles and handlers against how the platform treats them."""

from __future__ import annotations

from miniport.diagnostics import NOTE, WARNING, Rule, Words

VALUE_NOT_DATA = Rule(
    "MP763",
    "value-not-data",
    WARNING,
    en=Words(
        "data reach the template as JSON, and {found} is none",
        "set a text, a number, a list or an object of them; keep the rest on `this`",
    ),
    zh=Words(
        "data 以 JSON 形式传到模板，而 {found} 不是 JSON 值",
        "请设置文本、数字，或由它们组成的列表与对象；其余的保存在 this 上",
    ),
)

DATA_PATH = Rule(
    "MP764",
    "data-path",
    WARNING,
    en=Words('"{path}" is no path of data', "{cure_en}"),
    zh=Words("“{path}” 不是有效的 data 路径", "{cure_zh}"),
)

SET_TOO_LATE = Rule(
    "MP765",
    "set-too-late",
    WARNING,
    en=Words("after {method} the {kind_en} is gone, and setData shows nothing", "take the call away"),
    zh=Words("{method} 之后{kind_zh}已被销毁，setData 不会有任何显示", "请删除该调用"),
)

SETS_WITHOUT_END = Rule(
    "MP766",
    "sets-without-end",
    WARNING,
    en=Words(
        "{method} runs after this setData again, and calls it each time: it never ends",
        "compare the old value with the new one, and set only what has changed",
    ),
    zh=Words(
        "此处的 setData 会再次触发 {method}，而它每次都会调用 setData，造成死循环",
        "请先比较新旧值，只在有变化时设置",
    ),
)

DATA_NOT_THERE = Rule(
    "MP767",
    "data-not-there",
    WARNING,
    en=Words('nothing puts "{name}" into data{near_en}', "correct the name, or put it into data"),
    zh=Words("没有任何地方向 data 写入 “{name}”{near_zh}", "请更正名称，或将其写入 data"),
)

DATA_NOT_READ = Rule(
    "MP768",
    "data-not-read",
    WARNING,
    en=Words(
        'neither the template nor the script reads "{name}" of data{near_en}', "correct the name, or use it"
    ),
    zh=Words("模板和脚本都没有读取 data 中的 “{name}”{near_zh}", "请更正名称，或使用它"),
)

APP_NOT_THERE = Rule(
    "MP769",
    "app-not-there",
    WARNING,
    en=Words(
        "{name}() gives nothing while the script of the app itself runs",
        "put it into a method, or keep the value in a variable of this script",
    ),
    zh=Words(
        "App 自身的脚本运行时，{name}() 还没有结果",
        "请放到方法中调用，或将值保存在本脚本的变量中",
    ),
)

ANSWER_TOO_LATE = Rule(
    "MP770",
    "answer-too-late",
    WARNING,
    en=Words(
        "what {name} returns is used at once; an async function returns a promise, which has none of it",
        "return the object itself; load what it needs beforehand",
    ),
    zh=Words(
        "{name} 的返回值会立即使用；async 函数返回的是 Promise，取不到内容",
        "请直接返回对象，并提前加载所需数据",
    ),
)

ARROW_METHOD = Rule(
    "MP771",
    "arrow-method",
    WARNING,
    en=Words("{name} is an arrow function: its `this` is not the {kind_en}", "write it as {name}() {{ … }}"),
    zh=Words("{name} 是箭头函数，其中的 this 不是{kind_zh}", "请写成 {name}() {{ … }}"),
)

ARGUMENT_NOT_GIVEN = Rule(
    "MP772",
    "argument-not-given",
    WARNING,
    en=Words(
        '{name} is called with {count} arguments, so "{parameter}" is always undefined',
        "take it away; what an element wants to say stands in its data-… attributes",
    ),
    zh=Words(
        "{name} 被调用时只有 {count} 个参数，“{parameter}” 永远是 undefined",
        "请删除该参数；需要传值时请使用元素的 data-… 属性",
    ),
)

SETTING_OFF = Rule(
    "MP773",
    "setting-off",
    WARNING,
    en=Words("nobody calls {name}: {setting} is not true for this page", 'set "{setting}": true in {file}'),
    zh=Words("{name} 不会被调用：该页面没有开启 {setting}", "请在 {file} 中设置 “{setting}”: true"),
)

OBSERVER_OF_NOTHING = Rule(
    "MP774",
    "observer-of-nothing",
    WARNING,
    en=Words('neither data nor props have "{name}" to observe{near_en}', "correct the name"),
    zh=Words("data 和 props 中都没有可监听的 “{name}”{near_zh}", "请更正名称"),
)

EVENT_MEMBER = Rule(
    "MP775",
    "event-member",
    WARNING,
    en=Words('an event has no "{name}" there{near_en}', "correct the name"),
    zh=Words("事件对象中没有 “{name}”{near_zh}", "请更正名称"),
)

APP_MEMBER = Rule(
    "MP776",
    "app-member",
    WARNING,
    en=Words('the app has no "{name}"{near_en}', "correct the name, or give it to App({{ … }})"),
    zh=Words("App 中没有 “{name}”{near_zh}", "请更正名称，或在 App({{ … }}) 中定义"),
)

REGISTERED_TWICE = Rule(
    "MP777",
    "registered-twice",
    WARNING,
    en=Words("{function} is called twice in one script; one of them is lost", "keep one of them"),
    zh=Words("同一脚本中调用了两次 {function}，其中一次会丢失", "请只保留一次"),
)

OPTION_UNKNOWN = Rule(
    "MP780",
    "option-unknown",
    WARNING,
    en=Words('{owner} knows no option "{name}"{near_en}', "write {near}, or take it away"),
    zh=Words("{owner} 没有选项 “{name}”{near_zh}", "请写成 {near}，或删除它"),
)

OPTION_ELSEWHERE = Rule(
    "MP781",
    "option-elsewhere",
    WARNING,
    en=Words('"{name}" is not read from scripts', "set it by {instead}"),
    zh=Words("脚本中的 “{name}” 不会被读取", "请通过 {instead} 设置"),
)

DATA_NAME_SLIP = Rule(
    "MP782",
    "data-name-slip",
    WARNING,
    en=Words('nothing gives the template a value "{name}"{near_en}', "correct the name, or put it into data"),
    zh=Words("没有任何地方为模板提供值 “{name}”{near_zh}", "请更正名称，或加入 data"),
)

FUNCTION_PROPERTY = Rule(
    "MP783",
    "function-property",
    WARNING,
    en=Words(
        'a function reaches a component only under a name that begins with "on", and "{name}" does not',
        "call it {near}",
    ),
    zh=Words("只有名称以 “on” 开头的属性才能传递函数，而 “{name}” 不是", "请改名为 {near}"),
)

RESULT_KEY = Rule(
    "MP784",
    "result-key",
    WARNING,
    en=Words('{name} knows no "{key}"; did you mean "{near}"?', "write {near}"),
    zh=Words("{name} 的返回值没有 “{key}”；是否想写 “{near}”？", "请写成 {near}"),
)

SELECTED_NOTHING = Rule(
    "MP785",
    "selected-nothing",
    WARNING,
    en=Words(
        'no element of the template has the id "{name}"{near_en}',
        "correct the selector, or give the element that id",
    ),
    zh=Words("模板中没有 id 为 “{name}” 的元素{near_zh}", "请更正选择器，或为元素添加该 id"),
)

MEMBER_SLIP = Rule(
    "MP786",
    "member-slip",
    WARNING,
    en=Words("nothing gives {name}{near_en}", "correct the name"),
    zh=Words("没有任何地方提供 {name}{near_zh}", "请更正名称"),
)

EVENT_OF_BROWSERS = Rule(
    "MP787",
    "event-of-browsers",
    WARNING,
    en=Words('events of browsers have "{name}"; none is documented here', "use {cure}"),
    zh=Words("“{name}” 是浏览器事件的成员，此处的事件没有它的文档", "请使用 {cure}"),
)

INSTANCE_MEMBER = Rule(
    "MP778",
    "instance-member",
    WARNING,
    en=Words(
        "there is no {name} here; only {owner_en} have it", "ask for it there, or pass on what is needed"
    ),
    zh=Words("此处没有 {name}，只有{owner_zh}才有", "请在那里使用它，或将所需内容传过来"),
)

SET_BEFORE_CHANGE = Rule(
    "MP779",
    "set-before-change",
    NOTE,
    en=Words(
        "{name} changes after setData was called, so the change is not shown", "call setData after the change"
    ),
    zh=Words("{name} 的修改发生在 setData 之后，不会显示", "请在修改之后再调用 setData"),
)
