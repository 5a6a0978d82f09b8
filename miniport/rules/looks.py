"""What templates, sheets and configuration say that no platform can do: MP14x, MP36x, MP42x, MP50x, MP64x."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, WARNING, Rule, Words

SLOT_ON_BLOCK = Rule(
    "MP143",
    "slot-on-block",
    ERROR,
    en=Words(
        "<{tag}> is no element of its own, so it cannot be put into a slot",
        "put slot on an element, a <view> around it for one",
    ),
    zh=Words("<{tag}> 本身不是元素，不能放入插槽", "请把 slot 写在元素上，例如在外层加 <view>"),
)

ELEMENT_OUT_OF_PLACE = Rule(
    "MP144",
    "element-out-of-place",
    WARNING,
    en=Words(
        "<{tag}> stands in <{parent}>, and {what_en}",
        "put it into <{instead}>",
    ),
    zh=Words("<{tag}> 位于 <{parent}> 中，而{what_zh}", "请把它放入 <{instead}>"),
)

CONFIG_CHOICE = Rule(
    "MP368",
    "config-choice",
    WARNING,
    en=Words('"{key}" cannot be {found}', "use one of {known}"),
    zh=Words("“{key}” 不能是 {found}", "请使用以下之一：{known}"),
)

COLOUR = Rule(
    "MP418",
    "colour",
    WARNING,
    en=Words("{found} is no colour: {why_en}", "write a colour such as #1677ff"),
    zh=Words("{found} 不是颜色值：{why_zh}", "请写成 #1677ff 这样的颜色值"),
)

STYLE_PROPERTY_UNKNOWN = Rule(
    "MP419",
    "style-property-unknown",
    WARNING,
    en=Words('there is no property "{name}", so it is dropped; did you mean "{near}"?', "write {near}"),
    zh=Words("没有 “{name}” 这个样式属性，该行会被忽略；是否想写 “{near}”？", "请写成 {near}"),
)

STYLE_VARIABLE_UNKNOWN = Rule(
    "MP420",
    "style-variable-unknown",
    WARNING,
    en=Words(
        "nothing sets {name}{near_en}",
        "set it, correct the name, or give a value to fall back to: var({name}, …)",
    ),
    zh=Words("没有任何地方设置 {name}{near_zh}", "请设置它、更正名称，或提供后备值：var({name}, …)"),
)

ANIMATION_UNKNOWN = Rule(
    "MP421",
    "animation-unknown",
    WARNING,
    en=Words('there are no keyframes "{name}"{near_en}', "write @keyframes {name}, or correct the name"),
    zh=Words("没有名为 “{name}” 的关键帧{near_zh}", "请编写 @keyframes {name}，或更正名称"),
)

COLON_TWICE = Rule(
    "MP422",
    "colon-twice",
    WARNING,
    en=Words('the value of "{name}" begins with a colon, so it is dropped', "take one colon away"),
    zh=Words("“{name}” 的值以冒号开头，该行会被忽略", "请去掉一个冒号"),
)

FIRST_TAB = Rule(
    "MP504",
    "first-tab",
    WARNING,
    en=Words(
        "the first tab is {tab}, and the app starts with {page}",
        'put {tab} first in "pages", or {page} first in the tab bar',
    ),
    zh=Words(
        "第一个标签页是 {tab}，而应用的首页是 {page}",
        "请把 {tab} 放在 pages 首位，或把 {page} 放在标签栏首位",
    ),
)

TAB_ICON = Rule(
    "MP505",
    "tab-icon",
    WARNING,
    en=Words('an icon of the tab bar cannot be {suffix}: "{icon}" is not shown', "make it a PNG"),
    zh=Words("标签栏图标不能是 {suffix}：“{icon}” 不会显示", "请改用 PNG"),
)

TEMPLATE_TWICE = Rule(
    "MP640",
    "template-twice",
    WARNING,
    en=Words('there are two templates "{name}" in this file; only one is drawn', "rename one of them"),
    zh=Words("该文件中有两个名为 “{name}” 的模板，只有一个会显示", "请重命名其中一个"),
)

SLOT_VALUE_MISSING = Rule(
    "MP641",
    "slot-value-missing",
    WARNING,
    en=Words(
        "<{tag}> hands no {name} to this slot{near_en}",
        "use what it hands over, or add {name} to the <slot> of the component",
    ),
    zh=Words("<{tag}> 没有向该插槽传递 {name}{near_zh}", "请使用它传递的值，或在组件的 <slot> 上添加 {name}"),
)

PROPERTY_UNKNOWN = Rule(
    "MP642",
    "property-unknown",
    NOTE,
    en=Words(
        "<{tag}> has no property {name} and does not speak of it{near_en}",
        "take it away, or correct the name",
    ),
    zh=Words("<{tag}> 没有 {name} 属性，其代码也未使用它{near_zh}", "请删除它，或更正名称"),
)

TAB_WITH_QUERY = Rule(
    "MP643",
    "tab-with-query",
    WARNING,
    en=Words(
        "{page} is a page of the tab bar, and switching to it drops what stands behind the ?",
        "hand the value over by getApp() or the storage",
    ),
    zh=Words("{page} 是标签页，切换时 ? 之后的参数会被丢弃", "请通过 getApp() 或缓存传递该值"),
)
