"""MP7xx: what means another thing elsewhere."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, WARNING, Rule, Words

SHARE_ACTS = Rule(
    "MP740",
    "share-acts",
    WARNING,
    en=Words(
        "{name} calls {what}; {target} wants its answer before anyone shares, so it is asked on a tap only",
        "let {name} only read data, and do the rest where the data come from; or set targets.{target}.share to lazy",
    ),
    zh=Words(
        "{name} 调用了 {what}；{target} 需要提前得知分享内容，因此只在用户点击分享按钮时调用它",
        "请让 {name} 只读取数据，其余操作放到数据产生之处；或将 targets.{target}.share 设为 lazy",
    ),
)

OPTIONS_OPEN = Rule(
    "MP741",
    "options-open",
    NOTE,
    en=Words(
        "the options of {name} are known only when they run: in case they need them, the bundle holds more parts of our runtime ({number})",
        "nothing to do; to load less, write them as one object with plain names, without spread or mixins",
    ),
    zh=Words(
        "{name} 的选项在运行时才能确定：产物中多带了 {number} 个运行时部分，以备这些选项用到",
        "无需处理；如需减小体积，请将选项写成一个键名固定的对象，不用展开语法和 mixins",
    ),
)

MISSPELT_LIFE_CYCLE = Rule(
    "MP742",
    "misspelt-life-cycle",
    WARNING,
    en=Words(
        'nobody calls "{name}"; did you mean {near}?',
        "write {near}, or take the function away",
    ),
    zh=Words(
        "没有任何地方会调用 “{name}”；是否想写 {near}？",
        "请写成 {near}，或删除该函数",
    ),
)

OPTION_OF_OTHERS = Rule(
    "MP743",
    "option-of-others",
    ERROR,
    en=Words(
        '"{name}" is an option of another dialect and does nothing here',
        "write {near}, as {owner} has it in this dialect",
    ),
    zh=Words(
        "“{name}” 是其他方言的选项，在这里不起作用",
        "请写成 {near}：该方言的 {owner} 使用此名称",
    ),
)

OPTION_WITHOUT_TWIN = Rule(
    "MP744",
    "option-without-twin",
    WARNING,
    en=Words(
        '"{name}" is an option of another dialect, and {owner} of this one does not know it',
        "do the same with what this dialect has, or take it away",
    ),
    zh=Words(
        "“{name}” 是其他方言的选项，该方言的 {owner} 不认识它",
        "请用该方言已有的选项实现，或删除它",
    ),
)

MEMBER_OF_OTHERS = Rule(
    "MP745",
    "member-of-others",
    ERROR,
    en=Words(
        "this.{name} is there in another dialect only",
        "do it with what this dialect has; a component calls a function that it is given: this.props.onName(value)",
    ),
    zh=Words(
        "只有其他方言才有 this.{name}",
        "请用该方言已有的方式实现；组件可调用传入的函数：this.props.onName(value)",
    ),
)

DATA_CHANGED_IN_PLACE = Rule(
    "MP746",
    "data-changed-in-place",
    NOTE,
    en=Words(
        '"{name}" is changed without setData, and the template that shows it is not drawn again',
        "write this.setData({{{key}: …}})",
    ),
    zh=Words(
        "“{name}” 的修改没有经过 setData，显示它的模板不会更新",
        "请写成 this.setData({{{key}: …}})",
    ),
)

DATA_SET_TO_UNDEFINED = Rule(
    "MP747",
    "data-set-to-undefined",
    WARNING,
    en=Words(
        '"{name}" is set to undefined, which setData passes over',
        "set it to null, an empty text or an empty list",
    ),
    zh=Words(
        "“{name}” 被设为 undefined，setData 会忽略它",
        "请设为 null、空文本或空数组",
    ),
)

COUNTED_IN_PLACE = Rule(
    "MP748",
    "counted-in-place",
    WARNING,
    en=Words(
        '"{name}" hands setData the value from before, and changes the data behind its back',
        "write {cure}",
    ),
    zh=Words(
        "“{name}” 传给 setData 的是修改之前的值，并且绕过 setData 直接改了数据",
        "请写成 {cure}",
    ),
)
