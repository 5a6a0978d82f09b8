"""MP2xx: what a target has, by its pack."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, WARNING, Rule, Words

UNKNOWN_COMPONENT = Rule(
    "MP200",
    "unknown-component",
    ERROR,
    en=Words(
        "<{name}> is neither one of the app's components nor known on {target}: nothing of its own will show",
        "name the component under usingComponents, or check the spelling; if {target} does have it, say so in a facts file (targets.{target}.facts)",
    ),
    zh=Words(
        "<{name}> 既不是本应用的组件，也不是 {target} 的已知组件，其自身内容不会显示",
        "请在 usingComponents 中声明该组件，或检查拼写；若 {target} 确有此组件，请写入 facts 文件（targets.{target}.facts）",
    ),
)

UNKNOWN_API = Rule(
    "MP201",
    "unknown-api",
    WARNING,
    en=Words(
        "{name} is not known on {target}",
        "check its spelling; if the platform does have it, say so in a facts file (targets.{target}.facts)",
    ),
    zh=Words(
        "{target} 上没有已知的 {name}",
        "请检查拼写；若平台确有此 API，请在事实文件中声明（targets.{target}.facts）",
    ),
)

UNSUPPORTED_API = Rule(
    "MP202",
    "unsupported-api",
    ERROR,
    en=Words(
        "there is no {name} on {target}",
        "ask canIUse before the call and do without it, or give the platform a file of its own: {own}",
    ),
    zh=Words(
        "{target} 没有 {name}",
        "请在调用前用 canIUse 判断并提供替代方案，或为该平台单独提供文件：{own}",
    ),
)

UNSUPPORTED_COMPONENT = Rule(
    "MP203",
    "unsupported-component",
    ERROR,
    en=Words(
        "there is no <{name}> on {target}",
        "give the platform a template of its own ({own}), or build it from what the platform has",
    ),
    zh=Words("{target} 没有 <{name}>", "请为该平台单独提供模板（{own}），或用该平台已有的组件实现"),
)

BOXED_COMPONENT = Rule(
    "MP204",
    "boxed-component",
    WARNING,
    en=Words(
        "<{name}> has no behaviour on {target}: {note_en}",
        "give the platform a template of its own ({own}), or build it from other elements",
    ),
    zh=Words(
        "<{name}> 在 {target} 上没有自身的行为：{note_zh}",
        "请为该平台单独提供模板（{own}），或用其他组件实现",
    ),
)

UNSUPPORTED_ATTRIBUTE = Rule(
    "MP205",
    "unsupported-attribute",
    WARNING,
    en=Words(
        '"{name}" of <{owner}> has no effect on {target}',
        "do without it there, or set it only on other targets",
    ),
    zh=Words("<{owner}> 的 “{name}” 在 {target} 上不生效", "请不要在该平台依赖它，或只在其他平台设置"),
)

UNKNOWN_ATTRIBUTE = Rule(
    "MP206",
    "unknown-attribute",
    WARNING,
    en=Words(
        '<{owner}> is not known to have an attribute "{name}" on {target}',
        "check its spelling, or take it away",
    ),
    zh=Words("在 {target} 上 <{owner}> 没有已知的属性 “{name}”", "请检查拼写，或删除该属性"),
)

UNSUPPORTED_EVENT = Rule(
    "MP207",
    "unsupported-event",
    WARNING,
    en=Words(
        'the event "{name}" of <{owner}> never comes on {target}',
        "do not depend on it there, or give the platform a template of its own: {own}",
    ),
    zh=Words(
        "<{owner}> 的事件 “{name}” 在 {target} 上不会触发",
        "请不要在该平台依赖它，或为该平台单独提供模板：{own}",
    ),
)

UNKNOWN_EVENT = Rule(
    "MP208",
    "unknown-event",
    WARNING,
    en=Words(
        '<{owner}> is not known to have an event "{name}" on {target}', "check its spelling, or take it away"
    ),
    zh=Words("在 {target} 上 <{owner}> 没有已知的事件 “{name}”", "请检查拼写，或删除该事件"),
)

UNSUPPORTED_VALUE = Rule(
    "MP209",
    "unsupported-value",
    WARNING,
    en=Words(
        '{attribute}="{name}" of <{owner}> has no effect on {target}', "choose another value for this target"
    ),
    zh=Words('<{owner}> 的 {attribute}="{name}" 在 {target} 上不生效', "请为该平台选用其他取值"),
)

UNKNOWN_VALUE = Rule(
    "MP210",
    "unknown-value",
    WARNING,
    en=Words(
        '{attribute}="{name}" of <{owner}> is not known on {target}',
        "check its spelling; values known there: {known}",
    ),
    zh=Words('<{owner}> 的 {attribute}="{name}" 在 {target} 上不是已知取值', "请检查拼写；已知取值：{known}"),
)

UNSUPPORTED_LIFECYCLE = Rule(
    "MP211",
    "unsupported-lifecycle",
    WARNING,
    en=Words(
        '"{name}" of a {owner} does nothing on {target}',
        "do not depend on it there, or do the same in another way",
    ),
    zh=Words("{target} 不处理 {owner} 的 “{name}”", "请不要在该平台依赖它，或改用其他方式实现"),
)

UNSUPPORTED_CONFIG = Rule(
    "MP212",
    "unsupported-config",
    WARNING,
    en=Words('the key "{name}" does nothing on {target}', "do not depend on it there"),
    zh=Words("{target} 不处理配置项 “{name}”", "请不要在该平台依赖它"),
)

UNKNOWN_CONFIG = Rule(
    "MP213",
    "unknown-config",
    WARNING,
    en=Words(
        'the key "{name}" is not known on {target}', "check its spelling and its place, or take it away"
    ),
    zh=Words("{target} 上没有已知的配置项 “{name}”", "请检查拼写与所在位置，或删除该项"),
)

UNSUPPORTED_DIRECTIVE = Rule(
    "MP214",
    "unsupported-directive",
    ERROR,
    en=Words(
        'there is nothing like "{name}" on {target}',
        "write the template without it, or give the platform one of its own: {own}",
    ),
    zh=Words("{target} 没有与 “{name}” 对应的写法", "请改写模板，或为该平台单独提供模板：{own}"),
)

UNSUPPORTED_EXPRESSION = Rule(
    "MP215",
    "unsupported-expression",
    ERROR,
    en=Words(
        "templates of {target} do not take {form_en}",
        "compute the value in the script, or in a script module of the template",
    ),
    zh=Words("{target} 的模板不支持{form_zh}", "请在脚本或模板脚本模块中计算该值"),
)

UNKNOWN_PARAMETER = Rule(
    "MP216",
    "unknown-parameter",
    NOTE,
    en=Words(
        '{owner} is not known to take "{name}" on {target}',
        "it takes {known}; anything else may have no effect",
    ),
    zh=Words("在 {target} 上 {owner} 没有已知的参数 “{name}”", "已知的参数有 {known}；其他参数可能不生效"),
)

UNPROVED_BRIDGE = Rule(
    "MP217",
    "unproved-bridge",
    NOTE,
    en=Words(
        '{name} goes to "{member}" of {target}, which nobody is known to have tried',
        "try it on a device; where the host lacks it, the call ends in fail",
    ),
    zh=Words(
        "{name} 由 {target} 的 “{member}” 完成，尚无人验证过",
        "请在真机上验证；宿主没有该能力时，调用会进入 fail",
    ),
)

DIFFERS_THERE = Rule(
    "MP218",
    "differs-there",
    NOTE,
    en=Words("{name} differs on {target}: {note_en}", "check that your app can live with the difference"),
    zh=Words("{name} 在 {target} 上有差异：{note_zh}", "请确认该差异不影响应用"),
)

ADAPTER_ABSENT = Rule(
    "MP219",
    "adapter-absent",
    WARNING,
    en=Words(
        '{name} needs the capability "{capability}" on {target}; the project has none: the call ends in fail',
        'name a module under "capabilities" in miniport.yaml (as {capability}: adapters/{capability}.js), or ask canIUse first; miniport explain {capability} shows a module to start from',
    ),
    zh=Words(
        "{name} 在 {target} 上需要能力 “{capability}”，而项目没有提供；该调用会失败",
        "请在 miniport.yaml 的 “capabilities” 中指定模块（如 {capability}: adapters/{capability}.js），或先用 canIUse 判断；可由此开始的模块见 miniport explain {capability}",
    ),
)

ADAPTER_ABSENT_FINALLY = Rule(
    "MP220",
    "adapter-absent-finally",
    ERROR,
    en=Words(
        '{name} needs the capability "{capability}" on {target}, and the project supplies none',
        'name a module under "capabilities" in miniport.yaml (as {capability}: adapters/{capability}.js), or ask canIUse first; miniport explain {capability} shows a module to start from',
    ),
    zh=Words(
        "{name} 在 {target} 上需要能力 “{capability}”，而项目没有提供",
        "请在 miniport.yaml 的 “capabilities” 中指定模块（如 {capability}: adapters/{capability}.js），或先用 canIUse 判断；可由此开始的模块见 miniport explain {capability}",
    ),
)

GUARDED_API = Rule(
    "MP221",
    "guarded-api",
    NOTE,
    en=Words(
        "{name} cannot be had on {target}; the code that asks canIUse takes its other way",
        "check that the other way is there and does what the app needs",
    ),
    zh=Words(
        "{target} 无法使用 {name}；已用 canIUse 判断的代码会走另一分支", "请确认另一分支存在且能满足应用需要"
    ),
)

REPLACED_API = Rule(
    "MP222",
    "replaced-api",
    ERROR,
    en=Words("there is no {name} on {target}, but {instead}", "use {instead} there"),
    zh=Words("{target} 没有 {name}，但有 {instead}", "请在该平台改用 {instead}"),
)

REPLACED_COMPONENT = Rule(
    "MP223",
    "replaced-component",
    ERROR,
    en=Words("there is no <{name}> on {target}, but <{instead}>", "use <{instead}> there"),
    zh=Words("{target} 没有 <{name}>，但有 <{instead}>", "请在该平台改用 <{instead}>"),
)

MISSPELT_NAME = Rule(
    "MP224",
    "misspelt-name",
    WARNING,
    en=Words(
        '"{name}" is not known on {target}; did you mean "{near}"?',
        'write "{near}", if that is what you mean',
    ),
    zh=Words("{target} 上没有已知的 “{name}”；是否想写 “{near}”？", "若确实如此，请改为 “{near}”"),
)

COMPUTED_API = Rule(
    "MP225",
    "computed-api",
    NOTE,
    en=Words(
        "which API this calls is known only at run time; all that {target} has go into the bundle",
        "name the APIs in the code to keep the bundle small and have them checked",
    ),
    zh=Words(
        "此处调用的 API 运行时才能确定；{target} 的所有 API 都会打进产物",
        "在代码中写明 API 名称，可减小产物并获得检查",
    ),
)

ELEMENT_SETTING_MISSING = Rule(
    "MP226",
    "element-setting-missing",
    WARNING,
    en=Words(
        '<{name}> needs "{setting}", which is not set for {target}; a labelled box stands in for it',
        'set "targets.{target}.settings.{setting}" in miniport.yaml, as docs/elements.md shows',
    ),
    zh=Words(
        "<{name}> 需要配置 “{setting}”，但没有为 {target} 设置，将以带文字的占位框代替",
        "请在 miniport.yaml 中设置 “targets.{target}.settings.{setting}”，写法见 docs/elements.md",
    ),
)

FOREIGN_OBJECT = Rule(
    "MP227",
    "foreign-object",
    ERROR,
    en=Words(
        "{api} belongs to another platform; scripts here have {object}",
        "write {object}, or keep the code to its platform: a condition (#if), or a file of its own",
    ),
    zh=Words(
        "{api} 属于其他平台，此处的脚本应使用 {object}",
        "请改用 {object}，或用条件编译 #if、单独的文件把代码限定在对应平台",
    ),
)

BROWSER_GLOBAL = Rule(
    "MP228",
    "browser-global",
    ERROR,
    en=Words(
        "{name} is a browser's, and scripts on {target} do not have it",
        "use {object}.* or the template instead; ask typeof before, where the code is also for browsers",
    ),
    zh=Words(
        "{name} 属于浏览器，{target} 上的脚本无法使用",
        "请改用 {object}.* 或模板；若代码也用于浏览器，请先用 typeof 判断",
    ),
)

CODE_FROM_TEXT = Rule(
    "MP229",
    "code-from-text",
    ERROR,
    en=Words(
        "{name} runs a text as code, which {target} does not allow",
        "write a function; JSON.parse reads data",
    ),
    zh=Words(
        "{name} 把文本当作代码执行，{target} 不允许",
        "请改为函数；读取数据可用 JSON.parse",
    ),
)

CODE_FROM_TEXT_LAST = Rule(
    "MP247",
    "code-from-text-last",
    NOTE,
    en=Words(
        "{name} runs a text as code, which {target} does not allow, where nothing before it is there",
        "nothing to do where one of the others is there; put a plain object last to be sure",
    ),
    zh=Words(
        "前面的都不存在时，{name} 会把文本当作代码执行，而 {target} 不允许",
        "若前面有一项存在则无需处理；要稳妥，请在最后放一个普通对象",
    ),
)

LIBRARY_NAMES = Rule(
    "MP250",
    "library-names",
    NOTE,
    en=Words(
        "this file, which a tool made small, names {names}; scripts on {target} do not have that",
        "try on a device what uses it: a library for several platforms asks first for what is there",
    ),
    zh=Words(
        "这个压缩过的文件用到了 {names}，{target} 上的脚本没有这些",
        "请在真机上试用相关功能：面向多平台的库通常会先判断再使用",
    ),
)

MISSPELT_COMPONENT = Rule(
    "MP230",
    "misspelt-component",
    ERROR,
    en=Words(
        "there is no <{name}> on {target}, and no component of this name; did you mean <{near}>?",
        "write <{near}>, if that is what you mean; a component must stand in usingComponents",
    ),
    zh=Words(
        "{target} 没有 <{name}>，也没有同名组件；是否想写 <{near}>？",
        "若是此意，请写 <{near}>；组件须在 usingComponents 中声明",
    ),
)

MISSPELT_API = Rule(
    "MP231",
    "misspelt-api",
    ERROR,
    en=Words(
        "there is no {name} on {target}; did you mean {near}?",
        "write {near}, if that is what you mean",
    ),
    zh=Words(
        "{target} 没有 {name}；是否想写 {near}？",
        "若是此意，请写 {near}",
    ),
)

API_OF_OTHERS = Rule(
    "MP232",
    "api-of-others",
    WARNING,
    en=Words(
        "{name} is known of {others}, and not of {target}",
        "ask canIUse before the call and do without it, or give the platform a file of its own: {own}; if {target} does have it, say so in a facts file (targets.{target}.facts)",
    ),
    zh=Words(
        "{name} 是 {others} 的 API，尚不知 {target} 是否支持",
        "请在调用前用 canIUse 判断并准备替代方案，或提供单独的文件 {own}；若 {target} 确实支持，请写入 facts 文件（targets.{target}.facts）",
    ),
)

ARGUMENT_SHAPE = Rule(
    "MP233",
    "argument-shape",
    ERROR,
    en=Words(
        "{name} takes an object of options, and is handed {found}",
        "write {cure}",
    ),
    zh=Words(
        "{name} 的参数应为对象，而这里传入的是 {found}",
        "请写成 {cure}",
    ),
)

DEPRECATED = Rule(
    "MP234",
    "deprecated",
    NOTE,
    en=Words(
        "{name} is deprecated",
        "nothing has to be done at once; a later version of the platform may lack it",
    ),
    zh=Words(
        "{name} 已被官方弃用",
        "暂时可以不处理，但平台的后续版本可能不再支持",
    ),
)

DEPRECATED_FOR = Rule(
    "MP235",
    "deprecated-for",
    NOTE,
    en=Words(
        "{name} is deprecated; its platform offers {instead} in its place",
        "write {instead} when you next change this code",
    ),
    zh=Words(
        "{name} 已被官方弃用，平台推荐使用 {instead}",
        "下次修改此处时请改用 {instead}",
    ),
)

REPLACED_ATTRIBUTE = Rule(
    "MP236",
    "replaced-attribute",
    ERROR,
    en=Words(
        '<{owner}> has no "{name}" on {target}, but there is {instead}',
        "write it with {instead}",
    ),
    zh=Words(
        "{target} 上 <{owner}> 没有 “{name}”，可使用 {instead}",
        "请改用 {instead} 实现",
    ),
)

NEWER_THAN_BASE = Rule(
    "MP237",
    "newer-than-base",
    WARNING,
    en=Words(
        "{name} came with {since} of the base library, and {target} is set to {base}",
        "ask canIUse before, or raise targets.{target}.baseLibrary and the lowest version in the platform's console",
    ),
    zh=Words(
        "{name} 需要基础库 {since}，而 {target} 设定的最低版本是 {base}",
        "请先用 canIUse 判断，或提高 targets.{target}.baseLibrary 以及平台后台设置的最低基础库版本",
    ),
)

RESULT_MISSING = Rule(
    "MP238",
    "result-missing",
    WARNING,
    en=Words(
        "what {name} answers on {target} has no {member}{near_en}",
        "do without it there, or check its spelling; if the platform does give it, say so in a facts file",
    ),
    zh=Words(
        "{target} 上 {name} 的结果中没有 {member}{near_zh}",
        "请不要依赖它，或检查拼写；若平台确实会返回它，请写入 facts 文件",
    ),
)

PARAMETER_MISSING = Rule(
    "MP239",
    "parameter-missing",
    WARNING,
    en=Words("{name} is called without {missing_en}, which it needs", "give it {missing_en}"),
    zh=Words("调用 {name} 时缺少必填的 {missing_zh}", "请传入 {missing_zh}"),
)

PARAMETER_VALUE = Rule(
    "MP240",
    "parameter-value",
    WARNING,
    en=Words('{name} knows no {parameter} "{value}"', "use one of {known}"),
    zh=Words("{name} 的 {parameter} 没有 “{value}” 这个值", "请使用以下之一：{known}"),
)

ADDRESS_NOT_SECURE = Rule(
    "MP241",
    "address-not-secure",
    WARNING,
    en=Words("{name} refuses {found}:// addresses in a release", "use {scheme}"),
    zh=Words("正式版中 {name} 会拒绝 {found}:// 地址", "请使用 {scheme}"),
)

ASKED_FOR_NOTHING = Rule(
    "MP242",
    "asked-for-nothing",
    WARNING,
    en=Words(
        '{name} is asked for "{word}", which no platform has, so the answer is always no; did you mean "{near}"?',
        "write {near}",
    ),
    zh=Words(
        "{name} 查询的 “{word}” 在任何平台都不存在，结果总是 false；是否想写 “{near}”？",
        "请写成 {near}",
    ),
)
