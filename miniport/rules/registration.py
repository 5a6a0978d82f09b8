"""MP660 to MP669: pages and components that are not told to be such."""

from __future__ import annotations

from miniport.diagnostics import ERROR, WARNING, Rule, Words

NOT_REGISTERED = Rule(
    "MP660",
    "not-registered",
    ERROR,
    en=Words(
        "the script never calls {function}(): the {kind_en} is not registered",
        "call {function}({{...}}) in it, or in a module that it imports",
    ),
    zh=Words(
        "脚本没有调用 {function}()，该{kind_zh}不会被注册",
        "请在其中或它引入的模块中调用 {function}({{...}})",
    ),
)

COMPONENT_UNTOLD = Rule(
    "MP661",
    "component-untold",
    WARNING,
    en=Words(
        'the JSON of this component does not say "component": true',
        'write "component": true into it; platforms ask for it',
    ),
    zh=Words(
        "该组件的 JSON 没有写 “component”: true",
        "请在其中写上 “component”: true，平台要求如此",
    ),
)

COMPONENT_NOT_NAMED = Rule(
    "MP662",
    "component-not-named",
    ERROR,
    en=Words(
        '<{name}> is not named under usingComponents here, though "{component}" is a component of this name',
        'write "usingComponents": {{"{name}": "{component}"}} into the JSON file of the page or component, or into app.json',
    ),
    zh=Words(
        "此处的 usingComponents 没有声明 <{name}>，而 “{component}” 正是同名组件",
        "请在该页面或组件的 JSON 文件或 app.json 中写上 “usingComponents”: {{“{name}”: “{component}”}}",
    ),
)
