"""MP3xx: the files that describe the app, miniport.yaml, and where the output goes."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, WARNING, Rule, Words

SETTINGS_UNREADABLE = Rule(
    "MP300",
    "settings-unreadable",
    ERROR,
    en=Words(
        "miniport.yaml cannot be read: {found_en}", "make it a readable file of UTF-8 text, or take it away"
    ),
    zh=Words("无法读取 miniport.yaml：{found_zh}", "请确保它是可读的 UTF-8 文本文件，或将其删除"),
    is_refusal=True,
)

SETTINGS_MALFORMED = Rule(
    "MP301",
    "settings-malformed",
    ERROR,
    en=Words(
        "miniport.yaml cannot be understood: {found_en}",
        "mend it here{cure_en}",
    ),
    zh=Words("无法解析 miniport.yaml：{found_zh}", "请修正此处{cure_zh}"),
    is_refusal=True,
)

SETTINGS_UNKNOWN_KEY = Rule(
    "MP302",
    "settings-unknown-key",
    ERROR,
    en=Words("{found_en}", "{cure_en}"),
    zh=Words("{found_zh}", "{cure_zh}"),
    is_refusal=True,
)

SETTINGS_VALUE = Rule(
    "MP303",
    "settings-value",
    ERROR,
    en=Words("{key}{found_en}", "{cure_en}"),
    zh=Words("{key}{found_zh}", "{cure_zh}"),
    is_refusal=True,
)

SETTINGS_REQUIRES = Rule(
    "MP304",
    "settings-requires",
    ERROR,
    en=Words(
        "this project asks for miniport {wanted}, and this is miniport {version}",
        'install a version that fits: pip install "miniport{wanted}", or widen "requires"',
    ),
    zh=Words(
        "该项目要求 miniport {wanted}，当前版本为 {version}",
        "请安装符合要求的版本：pip install “miniport{wanted}”，或放宽 “requires”",
    ),
    is_refusal=True,
)

SETTINGS_UNKNOWN_TARGET = Rule(
    "MP305",
    "settings-unknown-target",
    ERROR,
    en=Words('there is no target "{name}"', "targets that may stand here: {known}"),
    zh=Words("没有名为 “{name}” 的目标平台", "此处可用的目标平台：{known}"),
    is_refusal=True,
)

SETTINGS_FILE_NAME = Rule(
    "MP306",
    "settings-file-name",
    ERROR,
    en=Words('"{name}" is not read; the settings stand in miniport.yaml', 'rename "{name}" to miniport.yaml'),
    zh=Words("不会读取 “{name}”；配置文件名为 miniport.yaml", "请将 “{name}” 重命名为 miniport.yaml"),
    is_refusal=True,
)

SETTINGS_MISSPELT_TARGET = Rule(
    "MP307",
    "settings-misspelt-target",
    ERROR,
    en=Words('there is no target "{name}"', 'did you mean "{near}"?'),
    zh=Words("没有名为 “{name}” 的目标平台", "是否想写 “{near}”？"),
    is_refusal=True,
)

FACTS_UNREADABLE = Rule(
    "MP308",
    "facts-unreadable",
    ERROR,
    en=Words(
        'the facts file "{file}" cannot be read: {found_en}',
        'mend the path under "facts" in miniport.yaml, or add the file',
    ),
    zh=Words("无法读取事实文件 “{file}”：{found_zh}", "请修正 miniport.yaml 中 “facts” 的路径，或补上该文件"),
    is_refusal=True,
)

FACTS_WRONG = Rule(
    "MP309",
    "facts-wrong",
    ERROR,
    en=Words("{key}{found_en}", "{cure_en}"),
    zh=Words("{key}{found_zh}", "{cure_zh}"),
    is_refusal=True,
)

SETTING_MISSING = Rule(
    "MP310",
    "setting-missing",
    WARNING,
    en=Words(
        'no "{name}" of your own is set for {target}; its project files hold the placeholder "{placeholder}"',
        'set "targets.{target}.{name}" in miniport.yaml before a release; the platform\'s console shows the value',
    ),
    zh=Words(
        "没有为 {target} 设置自己的 “{name}”，项目文件中是占位值 “{placeholder}”",
        "发布前请在 miniport.yaml 中设置 “targets.{target}.{name}”，该值可在平台控制台查到",
    ),
)

SETTING_ODD = Rule(
    "MP311",
    "setting-odd",
    WARNING,
    en=Words(
        '"{value}" does not look like a "{name}" of {target} (known ones match {pattern})',
        'compare "targets.{target}.{name}" in miniport.yaml with the platform\'s console; it is used as it is',
    ),
    zh=Words(
        "“{value}” 不像是 {target} 的 “{name}”（已知的值都符合 {pattern}）",
        "请与平台控制台核对 miniport.yaml 中的 “targets.{target}.{name}”；该值会原样使用",
    ),
)

PAGE_PATH_TAKEN = Rule(
    "MP312",
    "page-path-taken",
    ERROR,
    en=Words(
        'the page "{page}" needs the file "{path}" in the {target} bundle, which is another file\'s place',
        "move the page to another folder",
    ),
    zh=Words(
        "页面 “{page}” 在 {target} 产物中需要文件 “{path}”，但该位置已被另一个文件占用",
        "请把该页面移到其他目录",
    ),
    is_blocking=True,
)

OUTPUT_IS_PROJECT = Rule(
    "MP330",
    "output-is-project",
    ERROR,
    en=Words(
        'the output folder "{folder}" is the project, or holds it',
        "name another folder with --out; nothing was written",
    ),
    zh=Words(
        "输出目录 “{folder}” 就是项目目录，或包含了项目目录", "请用 --out 指定其他目录；本次未写入任何文件"
    ),
    is_refusal=True,
)

OUTPUT_NOT_OURS = Rule(
    "MP331",
    "output-not-ours",
    ERROR,
    en=Words(
        '"{folder}" is not empty and was not written by miniport',
        "name another folder with --out, or empty this one; nothing was written",
    ),
    zh=Words(
        "“{folder}” 不是空目录，且不是由 miniport 生成的",
        "请用 --out 指定其他目录，或先清空该目录；本次未写入任何文件",
    ),
    is_refusal=True,
)

OUTPUT_EDITED = Rule(
    "MP332",
    "output-edited",
    ERROR,
    en=Words(
        "changed since miniport wrote it; writing would lose the change",
        "move the change into the source, or overwrite it with --force; this target was not written",
    ),
    zh=Words(
        "文件在 miniport 写入后被改动过，继续写入会丢失这些改动",
        "请把改动移到源码中，或用 --force 覆盖；该目标未写入",
    ),
    is_refusal=True,
)

OUTPUT_FOREIGN = Rule(
    "MP333",
    "output-foreign",
    ERROR,
    en=Words(
        "a file of this name is there already, and miniport did not write it",
        "move it away, or overwrite it with --force; this target was not written",
    ),
    zh=Words("该位置已有同名文件，且不是由 miniport 写入的", "请移走该文件，或用 --force 覆盖；该目标未写入"),
    is_refusal=True,
)

OUTPUT_BUSY = Rule(
    "MP334",
    "output-busy",
    ERROR,
    en=Words(
        'another build is writing "{folder}" (process {process})',
        'wait for it to end; if none runs, delete "{lock}"',
    ),
    zh=Words(
        "另一个构建正在写入 “{folder}”（进程 {process}）", "请等待其结束；若没有构建在运行，请删除 “{lock}”"
    ),
    is_refusal=True,
)

OUTPUT_LINK = Rule(
    "MP335",
    "output-link",
    ERROR,
    en=Words(
        "a link stands in the output folder; following it could write outside of it",
        "replace the link by a real file or folder; nothing was written",
    ),
    zh=Words(
        "输出目录中存在链接，沿链接写入可能会写到目录之外",
        "请用真实的文件或目录替换该链接；本次未写入任何文件",
    ),
    is_refusal=True,
)

OUTPUT_OBSTRUCTED = Rule(
    "MP336",
    "output-obstructed",
    ERROR,
    en=Words(
        "a file is to be written here, and a folder or another kind of thing is in the way",
        "move it away; nothing was written",
    ),
    zh=Words("此处需要写入文件，但被目录或其他类型的内容占用", "请将其移走；本次未写入任何文件"),
    is_refusal=True,
)

OUTPUT_COLLISION = Rule(
    "MP337",
    "output-collision",
    ERROR,
    en=Words(
        '"{first}" and "{second}" are one file on systems that ignore upper and lower case',
        "rename one of them in the source; nothing was written",
    ),
    zh=Words(
        "在不区分大小写的系统上，“{first}” 与 “{second}” 是同一个文件",
        "请在源码中重命名其中一个；本次未写入任何文件",
    ),
    is_refusal=True,
)

OUTPUT_FULL = Rule(
    "MP338",
    "output-full",
    ERROR,
    en=Words(
        "no space left on the disk", "free some space and run the command again; the last good output is kept"
    ),
    zh=Words("磁盘空间不足", "请释放空间后重新运行；上一次的完整输出已保留"),
    is_refusal=True,
)

OUTPUT_DENIED = Rule(
    "MP339",
    "output-denied",
    ERROR,
    en=Words(
        "writing is not allowed here: {found_en}",
        "give yourself the right to write, or name another folder with --out; the last good output is kept",
    ),
    zh=Words("此处不允许写入：{found_zh}", "请授予写入权限，或用 --out 指定其他目录；上一次的完整输出已保留"),
    is_refusal=True,
)

OUTPUT_UNWRITABLE = Rule(
    "MP340",
    "output-unwritable",
    ERROR,
    en=Words(
        "cannot be written: {found}",
        "mend that and run the command again; the last good output is kept",
    ),
    zh=Words("无法写入：{found}", "请排除该问题后重新运行；上一次的完整输出已保留"),
    is_refusal=True,
)

OUTPUT_MANIFEST = Rule(
    "MP341",
    "output-manifest",
    ERROR,
    en=Words(
        "the list of what miniport wrote here cannot be read",
        'delete the folder "{folder}", or build with the version that wrote it; nothing was written',
    ),
    zh=Words(
        "无法读取 miniport 在此处的写入清单",
        "请删除目录 “{folder}”，或使用写入它的版本构建；本次未写入任何文件",
    ),
    is_refusal=True,
)

ENVIRONMENT_LINE = Rule(
    "MP342",
    "environment-line",
    WARNING,
    en=Words(
        "this line of {file} is no NAME=value and is left out",
        "write NAME=value, # in front of a comment, and close the quotes of a quoted value",
    ),
    zh=Words(
        "{file} 的这一行不是 “名称=值” 的形式，已忽略",
        "请写成 名称=值；注释以 # 开头；带引号的值需闭合引号",
    ),
)

BUNDLE_AMONG_SOURCES = Rule(
    "MP343",
    "bundle-among-sources",
    ERROR,
    en=Words(
        'the bundle would lie in "{folder}", among the files of the app',
        "name a folder of its own, as --out dist, or write here all the same with --force; nothing was written",
    ),
    zh=Words(
        "产物会写入 “{folder}”，与小程序源码混在一起",
        "请指定单独的目录，如 --out dist，或用 --force 坚持写入；本次未写入任何文件",
    ),
    is_refusal=True,
)

APP_CONFIG_MISSING = Rule(
    "MP350",
    "app-config-missing",
    ERROR,
    en=Words(
        "no app.json in {folder_en}",
        'run the command in a folder that holds app.json, or name that folder behind the command; where sources lie deeper, set "source" in miniport.yaml',
    ),
    zh=Words(
        "{folder_zh}中没有 app.json",
        "请在含有 app.json 的目录下运行，或在命令后指定该目录；源码位于更深的目录时，请在 miniport.yaml 中设置 “source”",
    ),
    is_refusal=True,
)

APP_CONFIG_ELSEWHERE = Rule(
    "MP354",
    "app-config-elsewhere",
    ERROR,
    en=Words(
        'no app.json in {folder_en}, but in "{found}"',
        'write "source: {found}" into miniport.yaml',
    ),
    zh=Words(
        "{folder_zh}中没有 app.json，但 “{found}” 中有",
        "请在 miniport.yaml 中写上 “source: {found}”",
    ),
    is_refusal=True,
)

APP_CONFIG_UNREADABLE = Rule(
    "MP351",
    "app-config-unreadable",
    ERROR,
    en=Words(
        '"{file}" cannot be read: {found_en}',
        'mend "{file}"; it must be a readable UTF-8 file with a JSON object that has a list "pages"',
    ),
    zh=Words(
        "无法将 “{file}” 作为应用配置读取：{found_zh}",
        "请修正 “{file}”；它必须是带有 “pages” 列表的 JSON 对象",
    ),
    is_refusal=True,
)

DIALECT_UNKNOWN = Rule(
    "MP352",
    "dialect-unknown",
    ERROR,
    en=Words(
        'cannot tell which dialect "{folder}" is written in: no template of a listed page was found',
        'set "dialect" in miniport.yaml to one of {dialects}, or mend the page list',
    ),
    zh=Words(
        "无法判断 “{folder}” 使用哪种小程序方言：页面列表中的页面都没有模板文件",
        "请在 miniport.yaml 中将 “dialect” 设为 {dialects} 之一，或修正页面列表",
    ),
    is_refusal=True,
)

DIALECT_NOT_SUPPORTED = Rule(
    "MP353",
    "dialect-not-supported",
    ERROR,
    en=Words(
        "this project is written in the {dialect} dialect, which this version cannot build from",
        "miniport reads {dialect} projects in a later version; nothing was written",
    ),
    zh=Words(
        "该项目使用 {dialect} 方言编写，当前版本尚不能以其为源构建",
        "后续版本将支持 {dialect} 项目；本次未写入任何文件",
    ),
    is_refusal=True,
)

PROJECT_FILE_EDITED = Rule(
    "MP355",
    "project-file-edited",
    NOTE,
    en=Words(
        '"{key}" of {file} names what is not in the bundle; it was left out of the emitted file',
        "nothing to do, unless the platform needs it: then keep the named path inside the source",
    ),
    zh=Words(
        "{file} 的 “{key}” 指向产物中不存在的内容，已在输出文件中去掉",
        "通常无需处理；若平台确实需要，请把所指路径放在源码内",
    ),
)

PROJECT_FILE_WRITTEN = Rule(
    "MP356",
    "project-file-written",
    NOTE,
    en=Words(
        "the project has no {file}; a build writes one: {content}",
        "add a {file} to the project if the platform should compile it in another way",
    ),
    zh=Words(
        "项目没有 {file}，构建时会写入一份：{content}", "若希望平台按其他方式编译，请在项目中添加 {file}"
    ),
)

CAPABILITY_UNKNOWN = Rule(
    "MP360",
    "capability-unknown",
    ERROR,
    en=Words(
        '"{name}" is neither a capability nor an API or open-type that any platform has',
        'capabilities are {known}; a single API is named as in "my.<name>", an open-type as '
        '"button.open-type.<name>"',
    ),
    zh=Words(
        "“{name}” 既不是能力，也不是任何平台的 API 或 open-type",
        "能力有 {known}；单个 API 写 “my.<名称>” 中的名称，open-type 写作 “button.open-type.<名称>”",
    ),
)

CAPABILITY_MISSPELT = Rule(
    "MP361",
    "capability-misspelt",
    ERROR,
    en=Words(
        '"{name}" is neither a capability nor an API or open-type that any platform has',
        'did you mean "{near}"? Capabilities are {known}',
    ),
    zh=Words("“{name}” 既不是能力，也不是任何平台的 API 或 open-type", "是否想写 “{near}”？能力有 {known}"),
)

CAPABILITY_MODULE_MISSING = Rule(
    "MP362",
    "capability-module-missing",
    ERROR,
    en=Words(
        'the module "{file}" of the capability "{name}" is not there',
        "write it: miniport explain MP362 {name} shows one to start from; its path is relative to the folder of "
        "miniport.yaml, and a module for one target carries the target's name before its suffix",
    ),
    zh=Words(
        "能力 “{name}” 的模块 “{file}” 不存在",
        "请编写该模块，可由 miniport explain MP362 {name} 显示的模块开始；路径相对于 miniport.yaml 所在目录，"
        "仅用于某个目标平台的模块，在后缀前加上目标名",
    ),
    is_blocking=True,
)

CAPABILITY_WITHOUT_DEFAULT = Rule(
    "MP363",
    "capability-without-default",
    ERROR,
    en=Words(
        'the module "{file}" of the capability "{name}" has no default export: every call ends in fail',
        "export one function: export default async (options, {{host, dialect, api}}) => result",
    ),
    zh=Words(
        "能力 “{name}” 的模块 “{file}” 没有默认导出，所有调用都会失败",
        "请导出一个函数：export default async (options, {{host, dialect, api}}) => result",
    ),
)

CAPABILITY_NOT_ASYNC = Rule(
    "MP364",
    "capability-not-async",
    ERROR,
    en=Words(
        '"{name}" answers at once or again and again, which an adapter cannot do',
        "name an API that takes success and fail, or a capability",
    ),
    zh=Words(
        "“{name}” 是同步或监听类 API，适配模块无法提供", "请改为带 success 和 fail 回调的 API，或某个能力"
    ),
)

ADAPTER_OUT_OF_REACH = Rule(
    "MP365",
    "adapter-out-of-reach",
    WARNING,
    en=Words("this use of {name} cannot be led to its adapter on {target}", "write the call as {name}(...)"),
    zh=Words("此处对 {name} 的使用在 {target} 上无法接到适配模块", "请直接写成 {name}(...)"),
)

CAPABILITY_MODULE_IDLE = Rule(
    "MP367",
    "capability-module-idle",
    WARNING,
    en=Words(
        'the module "{file}" of the capability "{name}" is not there; nothing needs it yet',
        "add the module, mend its path, or take the line out; the path is relative to the folder of miniport.yaml",
    ),
    zh=Words(
        "能力 “{name}” 的模块 “{file}” 不存在；目前还没有代码用到它",
        "请补上该模块、修正路径或删除此行；路径相对于 miniport.yaml 所在目录",
    ),
)

CONFIG_VALUE = Rule(
    "MP366",
    "config-value",
    WARNING,
    en=Words('"{key}" must be {wanted_en}, not {found}', "write {example}"),
    zh=Words("“{key}” 应为{wanted_zh}，而不是 {found}", "请改为此类取值，如 {example}"),
)

HOST_NOT_NAMED = Rule(
    "MP376",
    "host-not-named",
    WARNING,
    en=Words(
        'the app asks "{host}", which "dev.hosts" does not name: the preview refused it',
        'add the line "- {host}" under "hosts" of "dev" in miniport.yaml, or answer it with a mock',
    ),
    zh=Words(
        "应用请求了 “{host}”，但 “dev.hosts” 中没有它：预览已拒绝该请求",
        "请在 miniport.yaml 的 “dev” 的 “hosts” 下添加一行 “- {host}”，或用 mock 应答",
    ),
)

MOCK_UNREADABLE = Rule(
    "MP377",
    "mock-unreadable",
    WARNING,
    en=Words(
        'a mock in "{file}" is not understood and answers nothing: {found_en}',
        'mend the file: "http" is a list of answers (url, method, status, delay, headers, body), '
        '"api" gives "success" or "fail", and "delay", by name (my.getAuthCode)',
    ),
    zh=Words(
        "“{file}” 中有无法理解的 mock，它不会应答：{found_zh}",
        "请修正该文件：“http” 是答复（url、method、status、delay、headers、body）的列表，"
        "“api” 按名称（my.getAuthCode）给出 “success” 或 “fail”，可带 “delay”",
    ),
)

CONFIG_KEY_INSIDE = Rule(
    "MP380",
    "config-key-inside",
    WARNING,
    en=Words('"{place}" takes no key "{key}"{near_en}', "keys there: {known}"),
    zh=Words("“{place}” 中没有配置项 “{key}”{near_zh}", "可用的配置项：{known}"),
)

CONFIG_KEY_MISSING = Rule(
    "MP381",
    "config-key-missing",
    WARNING,
    en=Words('"{place}" needs a key "{key}"', 'add "{key}"'),
    zh=Words("“{place}” 缺少必填的配置项 “{key}”", "请添加 “{key}”"),
)

NAMED_PAGE_NOT_THERE = Rule(
    "MP382",
    "named-page-not-there",
    WARNING,
    en=Words('"{page}" is no page of the app{near_en}', 'name one that "pages" or "subPackages" list'),
    zh=Words("“{page}” 不是应用的页面{near_zh}", "请填写 “pages” 或 “subPackages” 中列出的页面"),
)

COMPONENT_TAG_CASE = Rule(
    "MP383",
    "component-tag-case",
    WARNING,
    en=Words('tags have no capitals: "{name}" is never matched', "write it in lower case, words joined by -"),
    zh=Words("标签名不能有大写字母，“{name}” 永远不会匹配", "请使用小写，单词之间用 - 连接"),
)

HOST_MEMBER_UNKNOWN = Rule(
    "MP384",
    "host-member-unknown",
    ERROR,
    en=Words(
        'no member "{name}" of the host is known on {target}: host.call refuses it{near_en}',
        'ask host.has("{name}") first and go another way without it; where a device has shown that it is there, '
        'add it under "bridge" to the facts of {target}',
    ),
    zh=Words(
        "{target} 的宿主没有已知的成员 “{name}”，host.call 会拒绝此调用{near_zh}",
        "请先用 host.has 判断并准备其他做法；若真机证实有此成员，请在 {target} 的 facts 的 “bridge” 下添加",
    ),
)
