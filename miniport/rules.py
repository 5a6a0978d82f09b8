"""The catalogue of every Rule. A code never changes meaning; a new one goes to the end of its family."""

from __future__ import annotations

from miniport.diagnostics import Rule, Severity, Words

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

# Project configuration: what is wrong with the files that describe the app.

APP_CONFIG_MISSING = Rule(
    "MP350",
    "app-config-missing",
    ERROR,
    en=Words(
        'no app.json in "{folder}"',
        'run miniport in a folder that holds app.json, or name the folder: miniport build path/to/app; with another layout set "source" in miniport.yaml',
    ),
    zh=Words(
        '"{folder}" 中没有 app.json',
        '请在含有 app.json 的目录下运行，或指定目录：miniport build path/to/app；目录结构不同时请在 miniport.yaml 中设置 "source"',
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
        '无法将 "{file}" 作为应用配置读取：{found_zh}',
        '请修正 "{file}"；它必须是带有 "pages" 列表的 JSON 对象',
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
        '无法判断 "{folder}" 使用哪种小程序方言：页面列表中的页面都没有模板文件',
        '请在 miniport.yaml 中将 "dialect" 设为 {dialects} 之一，或修正页面列表',
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
        '{file} 的 "{key}" 指向产物中不存在的内容，已在输出文件中去掉',
        "通常无需处理；若平台确实需要，请把所指路径放在源码内",
    ),
)

PROJECT_FILE_WRITTEN = Rule(
    "MP356",
    "project-file-written",
    NOTE,
    en=Words(
        "the project has no {file}; one was written: {content}",
        "add a {file} to the project if the platform should compile it in another way",
    ),
    zh=Words("项目没有 {file}，已写入一份：{content}", "若希望平台按其他方式编译，请在项目中添加 {file}"),
)

# Structure: files, references, what is reached.

MISSING_PAGE = Rule(
    "MP600",
    "missing-page",
    ERROR,
    en=Words('page "{page}" has no {missing}', "add the file, or take the page out of app.json{near_en}"),
    zh=Words('页面 "{page}" 缺少 {missing}', "请补上该文件，或从 app.json 中移除该页面{near_zh}"),
    is_blocking=True,
)

MISSING_MODULE = Rule(
    "MP601",
    "missing-module",
    ERROR,
    en=Words('cannot find the module "{request}"', "check the path; tried {tried}"),
    zh=Words('找不到模块 "{request}"', "请检查路径；已尝试 {tried}"),
    is_blocking=True,
)

MISSING_PACKAGE = Rule(
    "MP602",
    "missing-package",
    ERROR,
    en=Words(
        'the package "{package}" is not installed',
        'run npm install in the project, or take out the reference to "{request}"',
    ),
    zh=Words('未安装 npm 包 "{package}"', '请在项目中运行 npm install，或去掉对 "{request}" 的引用'),
    is_blocking=True,
)

MISSING_COMPONENT = Rule(
    "MP603",
    "missing-component",
    ERROR,
    en=Words('cannot find the component "{request}"', "check the path in usingComponents; tried {tried}"),
    zh=Words('找不到组件 "{request}"', "请检查 usingComponents 中的路径；已尝试 {tried}"),
    is_blocking=True,
)

MISSING_TEMPLATE = Rule(
    "MP604",
    "missing-template",
    ERROR,
    en=Words('cannot find the template "{request}"', "check the path; tried {tried}"),
    zh=Words('找不到模板 "{request}"', "请检查路径；已尝试 {tried}"),
    is_blocking=True,
)

MISSING_STYLE = Rule(
    "MP605",
    "missing-style",
    ERROR,
    en=Words('cannot find the style sheet "{request}"', "check the path; tried {tried}"),
    zh=Words('找不到样式文件 "{request}"', "请检查路径；已尝试 {tried}"),
    is_blocking=True,
)

MISSING_ASSET = Rule(
    "MP606",
    "missing-asset",
    WARNING,
    en=Words('cannot find the asset "{request}"', "check the path; letters' case counts"),
    zh=Words('找不到资源文件 "{request}"', "请检查路径，注意区分大小写"),
)

OUTSIDE_WORKSPACE = Rule(
    "MP607",
    "outside-workspace",
    ERROR,
    en=Words(
        '"{request}" lies outside the workspace',
        "move it into the workspace, or widen the workspace with --root",
    ),
    zh=Words('"{request}" 位于工作区之外', "请将其移入工作区，或用 --root 扩大工作区"),
    is_blocking=True,
)

UNREADABLE_FILE = Rule(
    "MP608",
    "unreadable-file",
    ERROR,
    en=Words('"{file}" cannot be read: {found_en}', "make it a readable file"),
    zh=Words('无法读取 "{file}"：{found_zh}', "请确保它是可读的普通文件"),
    is_blocking=True,
)

NOT_UTF8 = Rule(
    "MP609",
    "not-utf8",
    ERROR,
    en=Words('"{file}" is not UTF-8 text: {found_en}', "save the file as UTF-8"),
    zh=Words('"{file}" 不是 UTF-8 文本：{found_zh}', "请将文件另存为 UTF-8 编码"),
    is_blocking=True,
)

UNREACHED_FILE = Rule(
    "MP610",
    "unreached-file",
    NOTE,
    en=Words(
        "code that nothing refers to was left out ({number}): {files}",
        'nothing to do; to keep them set "unreached: keep" in miniport.yaml, or list them under "include"',
    ),
    zh=Words(
        "未被引用的代码没有输出（{number} 个）：{files}",
        '无需处理；如需保留，请在 miniport.yaml 设置 "unreached: keep" 或在 "include" 中列出',
    ),
)

KEPT_FOR_DYNAMIC = Rule(
    "MP611",
    "kept-for-dynamic",
    NOTE,
    en=Words(
        '"{request}" is only known when the app runs; {number} files it could name are kept', "nothing to do"
    ),
    zh=Words('"{request}" 在运行时才能确定，已保留其可能指向的 {number} 个文件', "无需处理"),
)

DYNAMIC_REQUEST = Rule(
    "MP612",
    "dynamic-request",
    WARNING,
    en=Words(
        'nothing says which files "{request}" may name; none was kept for it',
        'write the folder as a string, or list the files under "include" in miniport.yaml',
    ),
    zh=Words(
        '无法得知 "{request}" 可能指向哪些文件，未为其保留任何文件',
        '请把目录写成字符串，或在 miniport.yaml 的 "include" 中列出这些文件',
    ),
)

DUPLICATE_PAGE = Rule(
    "MP613",
    "duplicate-page",
    WARNING,
    en=Words('page "{page}" is listed twice', "take one of the entries out"),
    zh=Words('页面 "{page}" 重复列出', "请去掉其中一项"),
)

ASSET_KIND_LEFT_OUT = Rule(
    "MP614",
    "asset-kind-left-out",
    NOTE,
    en=Words(
        "files of this kind are not packed for {target}: {files}",
        "host them on a server, or use one of {suffixes}",
    ),
    zh=Words("{target} 不打包此类文件：{files}", "请放到服务器上，或改用 {suffixes} 之一"),
)

REFERENCE_CASE = Rule(
    "MP615",
    "reference-case",
    ERROR,
    en=Words(
        '"{request}" differs from the file "{file}" in upper and lower case',
        "write the name as the file has it; some systems accept it, the platform does not",
    ),
    zh=Words('"{request}" 与文件 "{file}" 的大小写不一致', "请按文件实际名称书写；部分系统能容忍，平台不能"),
    is_blocking=True,
)

PLUGIN_REFERENCE = Rule(
    "MP616",
    "plugin-reference",
    NOTE,
    en=Words(
        '"{request}" is a plugin; its code comes from the platform and was not looked at',
        "nothing to do where the platform has the plugin",
    ),
    zh=Words('"{request}" 是插件，其代码由平台提供，未作检查', "平台支持该插件时无需处理"),
)

NO_PAGE_LEFT = Rule(
    "MP618",
    "no-page-left",
    ERROR,
    en=Words(
        'every page is left out for {target} by "targets.{target}.pages.exclude"',
        "keep at least one page: a name of a folder leaves out everything below it",
    ),
    zh=Words(
        "“targets.{target}.pages.exclude” 排除了 {target} 的全部页面",
        "请至少保留一个页面；写目录名会排除该目录下的所有页面",
    ),
    is_blocking=True,
)

COMPONENT_RECURSION = Rule(
    "MP619",
    "component-recursion",
    ERROR,
    en=Words(
        "<{tag}> is drawn without end: {way}, under no condition",
        "put a condition on one of these tags, for instance one that ends at a depth or at an empty list",
    ),
    zh=Words(
        "<{tag}> 会无休止地渲染：{way}，且没有任何条件",
        "请给其中一个标签加上条件，例如限制层数，或在列表为空时结束",
    ),
    is_blocking=True,
)

FOLDER_CLOSED = Rule(
    "MP620",
    "folder-closed",
    ERROR,
    en=Words(
        'you have no right to list the folder "{folder}"; what lies in it is taken for absent',
        "give yourself the right (chmod u+rx), or move the folder out of the project",
    ),
    zh=Words(
        '没有列出目录 "{folder}" 的权限，其中的文件视为不存在',
        "请授予读取权限（chmod u+rx），或将该目录移出项目",
    ),
    is_blocking=True,
)

CONFIG_SHAPE = Rule(
    "MP621",
    "config-shape",
    ERROR,
    en=Words(
        "{key_en} must be {wanted_en}", 'write usingComponents as {{"a-tag": "/path/of/the/component"}}'
    ),
    zh=Words("{key_zh}应为{wanted_zh}", '请将 usingComponents 写成 {{"标签名": "/组件路径"}}'),
    is_blocking=True,
)

COMPONENT_PART_MISSING = Rule(
    "MP617",
    "component-part-missing",
    WARNING,
    en=Words(
        'component "{component}" has no {missing}',
        "add the file, or take the component out of usingComponents",
    ),
    zh=Words("组件 “{component}” 缺少 {missing}", "请补上该文件，或从 usingComponents 中删除该组件"),
)

NODE_BUILTIN = Rule(
    "MP622",
    "node-builtin",
    ERROR,
    en=Words(
        '"{module}" is a module of Node.js, which mini programs and browsers do not have',
        "leave out the code that needs it, or install a package of this name made for browsers; on web targets"
        ' the "browser" field of package.json may name another module for it, or false',
    ),
    zh=Words(
        '"{module}" 是 Node.js 的内置模块，小程序和浏览器中都没有',
        "请去掉用到它的代码，或安装为浏览器编写的同名包；对于网页类目标，也可在 package.json 的 "
        '"browser" 字段中用其他模块或 false 替换它',
    ),
    is_blocking=True,
)

NOT_EXPORTED = Rule(
    "MP623",
    "not-exported",
    ERROR,
    en=Words(
        'the "exports" of {manifest} have no file for "{request}"',
        "ask for a path that they name; other files of the package are its own",
    ),
    zh=Words(
        '{manifest} 的 "exports" 没有为 "{request}" 提供文件',
        "请改为引用其中列出的路径；包内其他文件不对外开放",
    ),
    is_blocking=True,
)

PACKAGE_ENTRY_GONE = Rule(
    "MP624",
    "package-entry-gone",
    WARNING,
    en=Words(
        'the package.json of "{request}" names {file}, which is not there; {used} is used',
        "install the package again, or build it where it is a package of your own",
    ),
    zh=Words(
        '"{request}" 的 package.json 指向 {file}，但该文件不存在；已改用 {used}',
        "请重新安装该包；若是自己的包，请先构建它",
    ),
)

TAB_WITHOUT_PAGE = Rule(
    "MP626",
    "tab-without-page",
    ERROR,
    en=Words(
        'the tab bar names "{page}", which is no page of app.json; the item is left out',
        'list the page under "pages", or mend the path{near_en}',
    ),
    zh=Words(
        'tabBar 指向 "{page}"，但 app.json 没有列出该页面；已去掉此项',
        '请在 "pages" 中列出该页面，或修正路径{near_zh}',
    ),
)

# Settings: what is wrong in miniport.yaml.

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
        '请安装符合要求的版本：pip install "miniport{wanted}"，或放宽 "requires"',
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
    zh=Words("无法读取事实文件 “{file}”：{found_zh}", '请修正 miniport.yaml 中 "facts" 的路径，或补上该文件'),
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
        '"{name}" 既不是能力，也不是任何平台的 API 或 open-type',
        '能力有 {known}；单个 API 写 "my.<名称>" 中的名称，open-type 写作 "button.open-type.<名称>"',
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
    zh=Words('"{name}" 既不是能力，也不是任何平台的 API 或 open-type', '是否想写 "{near}"？能力有 {known}'),
)

CAPABILITY_MODULE_MISSING = Rule(
    "MP362",
    "capability-module-missing",
    ERROR,
    en=Words(
        'the module "{file}" of the capability "{name}" is not there',
        "the path is relative to the folder of miniport.yaml; a module for one target carries the target's name "
        "before its suffix",
    ),
    zh=Words(
        '能力 "{name}" 的模块 "{file}" 不存在',
        "路径相对于 miniport.yaml 所在目录；仅用于某个目标平台的模块，在后缀前加上目标名",
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
        '能力 "{name}" 的模块 "{file}" 没有默认导出，所有调用都会失败',
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
        '"{name}" 是同步或监听类 API，适配模块无法提供', "请改为带 success 和 fail 回调的 API，或某个能力"
    ),
)

ADAPTER_OUT_OF_REACH = Rule(
    "MP365",
    "adapter-out-of-reach",
    WARNING,
    en=Words("this use of {name} cannot be led to its adapter on {target}", "write the call as {name}(...)"),
    zh=Words("此处对 {name} 的使用在 {target} 上无法接到适配模块", "请直接写成 {name}(...)"),
)

# Output: why a bundle was not written.

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


# JSON: what is wrong with the text of a configuration file.

JSON_UNEXPECTED = Rule(
    "MP150",
    "json-unexpected",
    ERROR,
    en=Words(
        "{found} cannot stand here",
        'a value is a text in double quotes, a number, true, false, null, [...] or {{...}}; signs are the plain , : " and not their full-width twins',
    ),
    zh=Words(
        "此处不能出现 {found}",
        '值只能是双引号字符串、数字、true、false、null、[...] 或 {{...}}；标点须用半角的 , : "，不能用全角',
    ),
    is_blocking=True,
)

JSON_TRAILING_COMMA = Rule(
    "MP151",
    "json-trailing-comma",
    ERROR,
    en=Words("a comma with nothing behind it", "remove the comma: JSON allows none after the last entry"),
    zh=Words("逗号后面没有内容", "删除这个逗号：JSON 不允许最后一项后面有逗号"),
    is_blocking=True,
)

JSON_QUOTES = Rule(
    "MP152",
    "json-quotes",
    ERROR,
    en=Words("{found} must stand in double quotes", "write {cure}"),
    zh=Words("{found} 必须用双引号括起来", "请写成 {cure}"),
    is_blocking=True,
)

JSON_COMMENT = Rule(
    "MP153",
    "json-comment",
    ERROR,
    en=Words("JSON has no comments", "remove the comment that starts with {found}"),
    zh=Words("JSON 不支持注释", "请删除以 {found} 开头的注释"),
    is_blocking=True,
)

JSON_MISSING_SEPARATOR = Rule(
    "MP154",
    "json-missing-separator",
    ERROR,
    en=Words(
        '"{separator}" is missing before {found}', 'put a "{separator}" at the end of what stands before it'
    ),
    zh=Words("{found} 前面缺少 “{separator}”", "请在前一项的末尾加上 “{separator}”"),
    is_blocking=True,
)

JSON_UNCLOSED = Rule(
    "MP155",
    "json-unclosed",
    ERROR,
    en=Words("this {opened} is never closed", "add the missing {closing}"),
    zh=Words("这个 {opened} 没有闭合", "请补上缺少的 {closing}"),
    is_blocking=True,
)

JSON_EMPTY = Rule(
    "MP156",
    "json-empty",
    ERROR,
    en=Words("the file is empty", "write {{}} where there is nothing to say, or delete the file"),
    zh=Words("文件是空的", "没有配置时请写 {{}}，或删除该文件"),
    is_blocking=True,
)

JSON_DUPLICATE_KEY = Rule(
    "MP157",
    "json-duplicate-key",
    WARNING,
    en=Words('the key "{key}" is written twice; the last one counts', "remove one of the two entries"),
    zh=Words("键 “{key}” 重复，以最后一个为准", "请删除其中一项"),
)

JSON_TOO_DEEP = Rule(
    "MP158",
    "json-too-deep",
    ERROR,
    en=Words("more than {limit} levels of [ and {{ in one another", "write the file with fewer levels"),
    zh=Words("[ 与 {{ 的嵌套超过 {limit} 层", "请减少嵌套层数"),
    is_blocking=True,
)

JSON_VALUE = Rule(
    "MP159",
    "json-value",
    ERROR,
    en=Words(
        "JSON cannot say {found}",
        "write numbers as 12, -0.5 or 1e3 and words as true, false or null; in a text write a line break as \\n, a tab as \\t, a backslash as \\\\, and a sign beyond U+FFFF as it is",
    ),
    zh=Words(
        "JSON 中不能写 {found}",
        "数字请写成 12、-0.5 或 1e3，单词只能是 true、false 或 null；字符串中换行写成 \\n，制表符写成 \\t，反斜杠写成 \\\\，表情等字符直接书写即可",
    ),
    is_blocking=True,
)

# Conditional code: what is wrong with an `#if` in a comment.

CONDITION_UNREADABLE = Rule(
    "MP170",
    "condition-unreadable",
    ERROR,
    en=Words(
        "the condition cannot be read from {found} on; it counts as false",
        'write names, "texts" and numbers with ||, &&, !, ==, != and parentheses, as in #if ALIPAY || !(WEIBO && MODE == "test")',
    ),
    zh=Words(
        "条件从 {found} 处起无法解析，按不成立处理",
        '条件由名称、"文本" 和数字组成，可用 ||、&&、!、==、!= 和括号，例如 #if ALIPAY || !(WEIBO && MODE == "test")',
    ),
)

CONDITION_NAME_UNKNOWN = Rule(
    "MP171",
    "condition-name-unknown",
    WARNING,
    en=Words(
        'no platform, setting or environment has the name "{name}"; it counts as false',
        'give it a value: "define" in miniport.yaml, or, with the prefix MINIPORT_, a line in .env',
    ),
    zh=Words(
        "没有平台、配置或环境变量名为 “{name}”，按不成立处理",
        "请在 miniport.yaml 的 “define” 中为它赋值；带 MINIPORT_ 前缀的也可写在 .env 中",
    ),
)

CONDITION_NAME_MISSPELT = Rule(
    "MP172",
    "condition-name-misspelt",
    WARNING,
    en=Words(
        'nothing has the name "{name}"; it counts as false',
        'did you mean {near}? Otherwise give it a value under "define" in miniport.yaml',
    ),
    zh=Words(
        "没有名为 “{name}” 的条件，按不成立处理",
        "是否想写 {near}？否则请在 miniport.yaml 的 “define” 中为它赋值",
    ),
)

CONDITION_WITHOUT_IF = Rule(
    "MP173",
    "condition-without-if",
    ERROR,
    en=Words(
        "{word} has no #if, #ifdef or #ifndef before it; it is left as a comment",
        "remove it, or write the #if it belongs to",
    ),
    zh=Words(
        "{word} 之前没有对应的 #if、#ifdef 或 #ifndef，按普通注释保留",
        "请删除它，或补上它所属的 #if",
    ),
)

CONDITION_UNCLOSED = Rule(
    "MP174",
    "condition-unclosed",
    ERROR,
    en=Words(
        "{word} has no #endif; its code stays on every target",
        "write an #endif behind the code it is for",
    ),
    zh=Words(
        "{word} 没有对应的 #endif，其中的代码在所有目标上都保留",
        "请在它管辖的代码之后写上 #endif",
    ),
)

CONDITION_AFTER_ELSE = Rule(
    "MP175",
    "condition-after-else",
    ERROR,
    en=Words(
        "{word} stands behind the #else of the same #if; it is left as a comment",
        "move it before the #else, or begin a new #if behind the #endif",
    ),
    zh=Words(
        "{word} 位于同一 #if 的 #else 之后，按普通注释保留",
        "请把它移到 #else 之前，或在 #endif 之后另写 #if",
    ),
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

# Tools: what is written in a language that needs one.

TOOL_UNNAMED = Rule(
    "MP800",
    "tool-unnamed",
    ERROR,
    en=Words(
        "{language} needs {tool}, which neither package.json, the lock file nor miniport.yaml names",
        'run npm install --save-dev {tool}, or write "tools: {{{key}: {tool}}}" in miniport.yaml',
    ),
    zh=Words(
        "{language} 需要 {tool}，但 package.json、锁文件和 miniport.yaml 都没有声明它",
        "请运行 npm install --save-dev {tool}，或在 miniport.yaml 中写 tools: {{{key}: {tool}}}",
    ),
    is_blocking=True,
)

TOOL_ABSENT = Rule(
    "MP801",
    "tool-absent",
    ERROR,
    en=Words("{language} needs {tool}, which is not installed", "install it: {cure}"),
    zh=Words("{language} 需要 {tool}，但它没有安装", "请安装：{cure}"),
    is_blocking=True,
)

STYLE_NOT_COMPILED = Rule(
    "MP802",
    "style-not-compiled",
    ERROR,
    en=Words(
        "{language} cannot read this: {found}",
        "mend the sheet; what it imports must lie inside the workspace",
    ),
    zh=Words("{language} 无法处理此处：{found}", "请修正样式文件；它引入的文件必须位于工作区内"),
    is_blocking=True,
)

# Styles: what is wrong with the text of a style sheet.

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
        "the attribute selector {found} does not work in mini-programs",
        "give the element a class and select that",
    ),
    zh=Words("小程序不支持属性选择器 {found}", "请给元素加上 class 并用类选择器"),
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

# Templates and the expressions in them.

UNCLOSED_ELEMENT = Rule(
    "MP100",
    "unclosed-element",
    WARNING,
    en=Words(
        "<{name}> is never closed; it ends where its parent ends",
        "close it with </{name}>, or write <{name} />",
    ),
    zh=Words("<{name}> 没有闭合，将延续到父元素结束处", "请用 </{name}> 闭合，或写成 <{name} />"),
)

STRAY_CLOSE_TAG = Rule(
    "MP101",
    "stray-close-tag",
    WARNING,
    en=Words("</{name}> closes nothing and is ignored", "take it out, or open the element before it"),
    zh=Words("</{name}> 没有对应的开始标签，将被忽略", "请删除它，或在前面补上开始标签"),
)

DUPLICATE_ATTRIBUTE = Rule(
    "MP102",
    "duplicate-attribute",
    WARNING,
    en=Words(
        'the attribute "{name}" stands twice on <{tag}>; the first one counts', "take one of the two out"
    ),
    zh=Words('<{tag}> 上的属性 "{name}" 重复，以第一个为准', "请删除其中一个"),
)

UNQUOTED_VALUE = Rule(
    "MP103",
    "unquoted-value",
    NOTE,
    en=Words('the value of "{name}" has no quotes', 'write {name}="..."; not every platform accepts it bare'),
    zh=Words('属性 "{name}" 的值没有引号', '请写成 {name}="..."；并非所有平台都接受不带引号的值'),
)

ATTRIBUTES_TOUCH = Rule(
    "MP104",
    "attributes-touch",
    NOTE,
    en=Words('no space before the attribute "{name}"', "put a space between the attributes"),
    zh=Words('属性 "{name}" 前缺少空格', "请用空格分隔各个属性"),
)

STRAY_IN_TAG = Rule(
    "MP105",
    "stray-in-tag",
    ERROR,
    en=Words('"{found}" in the tag <{tag}> belongs to no attribute', "take it out; look for a missing quote"),
    zh=Words('标签 <{tag}> 中的 "{found}" 不属于任何属性', "请删除；并检查前面是否缺少引号"),
)

UNFINISHED_TAG = Rule(
    "MP106",
    "unfinished-tag",
    ERROR,
    en=Words('the tag <{name} has no ">"', 'end the tag with ">"'),
    zh=Words('标签 <{name} 缺少 ">"', '请用 ">" 结束该标签'),
)

UNCLOSED_QUOTE = Rule(
    "MP107",
    "unclosed-quote",
    ERROR,
    en=Words('the value of "{name}" has no closing quote', "close the value with {quote}"),
    zh=Words('属性 "{name}" 的值缺少结束引号', "请用 {quote} 结束该值"),
)

UNCLOSED_COMMENT = Rule(
    "MP108",
    "unclosed-comment",
    ERROR,
    en=Words("the comment has no end; everything after it is lost", 'end it with "-->"'),
    zh=Words("注释没有结束，其后的内容全部失效", '请用 "-->" 结束注释'),
)

UNCLOSED_MUSTACHE = Rule(
    "MP109",
    "unclosed-mustache",
    ERROR,
    en=Words('"{{{{" has no "}}}}"', 'close the expression with "}}}}"'),
    zh=Words('"{{{{" 缺少对应的 "}}}}"', '请用 "}}}}" 结束表达式'),
)

STRAY_ANGLE_BRACKET = Rule(
    "MP110",
    "stray-angle-bracket",
    WARNING,
    en=Words('"<" begins no tag here and is taken as text', "write {{{{'<'}}}} where the sign is meant"),
    zh=Words('此处的 "<" 不是标签的开头，按文本处理', "若确需显示该符号，请写成 {{{{'<'}}}}"),
)

EXPRESSION_UNREADABLE = Rule(
    "MP111",
    "expression-unreadable",
    ERROR,
    en=Words(
        '"{found}" does not belong here in the expression', "mend the expression; it is left out until then"
    ),
    zh=Words('表达式中此处不应出现 "{found}"', "请修正该表达式；在此之前它不会生效"),
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
    zh=Words('表达式中的 "{found}" 不会被转义还原', "请直接书写该符号，表达式中可以使用 < > 和 &"),
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
        '<{tag}> 上的 "{name}" 前面没有带条件的兄弟元素',
        "请紧跟在带 if 的元素之后书写，两者之间只能有注释和空白",
    ),
)

LOOP_OVER_TEXT = Rule(
    "MP131",
    "loop-over-text",
    WARNING,
    en=Words(
        '"{name}" goes over the characters of the text "{value}", not over data',
        "did you mean {{{{{value}}}}}?",
    ),
    zh=Words(
        '"{name}" 遍历的是文本 "{value}" 的各个字符，而不是数据',
        "是否想写 {{{{{value}}}}}？",
    ),
)

SEVERAL_CONDITIONS = Rule(
    "MP117",
    "several-conditions",
    ERROR,
    en=Words(
        '<{tag}> has a second condition: "{name}"', "keep one condition per element; nest a <block> inside"
    ),
    zh=Words('<{tag}> 上有第二个条件指令 "{name}"', "每个元素只能有一个条件指令，请改为嵌套 <block>"),
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
        '模板的 data 只能由名称和键值对组成，不能是 "{found}"',
        '请写成 data="{{{{a, b: c, ...d}}}}"，外面不要再加花括号',
    ),
)

# What the project files of a web target need.

SETTING_MISSING = Rule(
    "MP310",
    "setting-missing",
    WARNING,
    en=Words(
        'no "{name}" is set for {target}; its project files hold "{placeholder}" instead',
        'set "targets.{target}.{name}" in miniport.yaml; the platform\'s console shows the value',
    ),
    zh=Words(
        '没有为 {target} 设置 "{name}"，项目文件中暂以 "{placeholder}" 代替',
        '请在 miniport.yaml 中设置 "targets.{target}.{name}"，该值可在平台控制台查到',
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
        '"{value}" 不像是 {target} 的 "{name}"（已知的值都符合 {pattern}）',
        '请与平台控制台核对 miniport.yaml 中的 "targets.{target}.{name}"；该值会原样使用',
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
        '页面 "{page}" 在 {target} 产物中需要文件 "{path}"，但该位置已被另一个文件占用',
        "请把该页面移到其他目录",
    ),
    is_blocking=True,
)

# Scripts: what is wrong in JavaScript itself.

SCRIPT_SYNTAX = Rule(
    "MP120",
    "script-syntax",
    ERROR,
    en=Words(
        'the script cannot be read here: "{found}" is not expected', "correct the script, or exclude the file"
    ),
    zh=Words('脚本在此处无法解析：不应出现 "{found}"', "请修正脚本语法，或将该文件排除"),
    is_blocking=True,
)

SCRIPT_INCOMPLETE = Rule(
    "MP121",
    "script-incomplete",
    ERROR,
    en=Words(
        'a "{found}" seems to be missing here',
        "look at the brackets and commas above; the file is used as it is",
    ),
    zh=Words('此处似乎缺少 "{found}"', "请检查上文的括号和逗号；该文件会原样使用"),
)

DUPLICATE_DECLARATION = Rule(
    "MP122",
    "duplicate-declaration",
    ERROR,
    en=Words('"{name}" is declared twice in one scope', "rename one of the two, or take it away"),
    zh=Words('"{name}" 在同一作用域内重复声明', "请重命名或删除其中一个"),
    is_blocking=True,
)

AWAIT_OUTSIDE_FUNCTION = Rule(
    "MP123",
    "await-outside-function",
    ERROR,
    en=Words(
        '"await" stands outside of an async function',
        "put it into an async function; modules cannot wait for anything",
    ),
    zh=Words('"await" 出现在 async 函数之外', "请将其移入 async 函数；小程序模块不支持顶层 await"),
    is_blocking=True,
)

NOT_STRICT = Rule(
    "MP124",
    "not-strict",
    ERROR,
    en=Words(
        'an ES module is strict and does not allow "{found}"',
        "write it another way, or use require and exports",
    ),
    zh=Words('ES 模块始终处于严格模式，不允许使用 "{found}"', "请改用其他写法，或改用 require 与 exports"),
    is_blocking=True,
)

IMPORT_META = Rule(
    "MP125",
    "import-meta",
    WARNING,
    en=Words("mini-programs have no import.meta", "take it away; it reads as an empty object"),
    zh=Words("小程序不支持 import.meta", "请移除；它会被当作空对象"),
)

UNDECLARED_EXPORT = Rule(
    "MP126",
    "undeclared-export",
    ERROR,
    en=Words(
        '"{name}" is exported but declared nowhere in this file',
        "declare it, or take it out of the export list",
    ),
    zh=Words('导出了 "{name}"，但本文件中没有声明它', "请声明该名称，或将其从导出列表中移除"),
    is_blocking=True,
)

DUPLICATE_EXPORT = Rule(
    "MP127",
    "duplicate-export",
    ERROR,
    en=Words('"{name}" is exported twice', "take one of the two away"),
    zh=Words('"{name}" 被重复导出', "请删除其中一个导出"),
    is_blocking=True,
)

IMPORT_ASSIGNED = Rule(
    "MP128",
    "import-assigned",
    ERROR,
    en=Words('"{name}" is an import and cannot be assigned to', "copy it to a variable of your own first"),
    zh=Words('"{name}" 是导入的绑定，不能重新赋值', "请先将其复制到自己的变量中"),
)

SCRIPT_TOO_DEEP = Rule(
    "MP129",
    "script-too-deep",
    ERROR,
    en=Words(
        "the script is nested more than {limit} levels deep",
        "write it with fewer brackets in one another, or exclude the file",
    ),
    zh=Words("脚本的嵌套超过 {limit} 层", "请减少括号的嵌套层数，或将该文件排除"),
    is_blocking=True,
)


# Support: what a target has, by its pack.

UNKNOWN_COMPONENT = Rule(
    "MP200",
    "unknown-component",
    WARNING,
    en=Words(
        "<{name}> is neither one of the app's components nor known on {target}",
        "check its spelling, or name the component under usingComponents",
    ),
    zh=Words(
        "<{name}> 既不是本应用的组件，也不是 {target} 的已知组件",
        "请检查拼写，或在 usingComponents 中声明该组件",
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
    zh=Words('<{owner}> 的 "{name}" 在 {target} 上不生效', "请不要在该平台依赖它，或只在其他平台设置"),
)

UNKNOWN_ATTRIBUTE = Rule(
    "MP206",
    "unknown-attribute",
    WARNING,
    en=Words(
        '<{owner}> is not known to have an attribute "{name}" on {target}',
        "check its spelling, or take it away",
    ),
    zh=Words('在 {target} 上 <{owner}> 没有已知的属性 "{name}"', "请检查拼写，或删除该属性"),
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
        '<{owner}> 的事件 "{name}" 在 {target} 上不会触发',
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
    zh=Words('在 {target} 上 <{owner}> 没有已知的事件 "{name}"', "请检查拼写，或删除该事件"),
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
    zh=Words('{target} 不处理 {owner} 的 "{name}"', "请不要在该平台依赖它，或改用其他方式实现"),
)

UNSUPPORTED_CONFIG = Rule(
    "MP212",
    "unsupported-config",
    WARNING,
    en=Words('the key "{name}" does nothing on {target}', "do not depend on it there"),
    zh=Words('{target} 不处理配置项 "{name}"', "请不要在该平台依赖它"),
)

UNKNOWN_CONFIG = Rule(
    "MP213",
    "unknown-config",
    WARNING,
    en=Words(
        'the key "{name}" is not known on {target}', "check its spelling and its place, or take it away"
    ),
    zh=Words('{target} 上没有已知的配置项 "{name}"', "请检查拼写与所在位置，或删除该项"),
)

UNSUPPORTED_DIRECTIVE = Rule(
    "MP214",
    "unsupported-directive",
    ERROR,
    en=Words(
        'there is nothing like "{name}" on {target}',
        "write the template without it, or give the platform one of its own: {own}",
    ),
    zh=Words('{target} 没有与 "{name}" 对应的写法', "请改写模板，或为该平台单独提供模板：{own}"),
)

UNSUPPORTED_EXPRESSION = Rule(
    "MP215",
    "unsupported-expression",
    ERROR,
    en=Words(
        "templates of {target} do not take this form of expression: {name}",
        "compute the value in the script, or in a script module of the template",
    ),
    zh=Words("{target} 的模板不支持这种表达式：{name}", "请在脚本或模板脚本模块中计算该值"),
)

UNKNOWN_PARAMETER = Rule(
    "MP216",
    "unknown-parameter",
    NOTE,
    en=Words(
        '{owner} is not known to take "{name}" on {target}', "check its spelling; it may have no effect"
    ),
    zh=Words('在 {target} 上 {owner} 没有已知的参数 "{name}"', "请检查拼写；该参数可能不生效"),
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
        '{name} 由 {target} 的 "{member}" 完成，尚无人验证过',
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
        'name a module under "capabilities" in miniport.yaml (as {capability}: adapters/{capability}.js), or ask canIUse first',
    ),
    zh=Words(
        '{name} 在 {target} 上需要能力 "{capability}"，而项目没有提供；该调用会失败',
        '请在 miniport.yaml 的 "capabilities" 中指定模块（如 {capability}: adapters/{capability}.js），或先用 canIUse 判断',
    ),
)

ADAPTER_ABSENT_FINALLY = Rule(
    "MP220",
    "adapter-absent-finally",
    ERROR,
    en=Words(
        '{name} needs the capability "{capability}" on {target}, and the project supplies none',
        'name a module under "capabilities" in miniport.yaml (as {capability}: adapters/{capability}.js), or ask canIUse first',
    ),
    zh=Words(
        '{name} 在 {target} 上需要能力 "{capability}"，而项目没有提供',
        '请在 miniport.yaml 的 "capabilities" 中指定模块（如 {capability}: adapters/{capability}.js），或先用 canIUse 判断',
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
    zh=Words('{target} 上没有已知的 "{name}"；是否想写 "{near}"？', '若确实如此，请改为 "{near}"'),
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

# The level of the language.

SYNTAX_TOO_NEW = Rule(
    "MP197",
    "syntax-too-new",
    ERROR,
    en=Words(
        'the level {level} does not know this syntax of {since}: "{found}"',
        "write it in an earlier way, or raise targets.<name>.es in miniport.yaml where the engines allow it",
    ),
    zh=Words(
        "语言级别 {level} 不支持 {since} 的语法：“{found}”",
        "请改用较早的写法；若运行环境允许，可在 miniport.yaml 中提高 targets.<name>.es",
    ),
)

LEVEL_UNPROVED = Rule(
    "MP198",
    "level-unproved",
    NOTE,
    en=Words(
        "syntax newer than {level} was lowered; no probe has told yet which level {target} really has",
        "run the probe on a device, or set targets.{target}.es in miniport.yaml",
    ),
    zh=Words(
        "已将高于 {level} 的语法降级；{target} 真实支持的语言级别尚未在真机上探测",
        "请在真机上运行探测项目，或在 miniport.yaml 中设置 targets.{target}.es",
    ),
)

# TypeScript: its project files, and what is more than types.

TSCONFIG_MISSING = Rule(
    "MP195",
    "tsconfig-missing",
    WARNING,
    en=Words(
        '"{request}" leads to no file; its paths do not count',
        "mend the path, or install the package that it names",
    ),
    zh=Words("“{request}” 没有对应的文件，其中的 paths 不会生效", "请修正路径，或安装它所在的包"),
)

TSCONFIG_CYCLE = Rule(
    "MP196",
    "tsconfig-cycle",
    ERROR,
    en=Words(
        '"{request}" extends a file that extends this one',
        "take one of them out of the circle",
    ),
    zh=Words("“{request}” 与本文件互相 extends", "请去掉其中一个 extends"),
)

TYPESCRIPT_NAMESPACE = Rule(
    "MP190",
    "typescript-namespace",
    ERROR,
    en=Words(
        'a namespace with values is not erased: "{found}"',
        "make it a module of its own, or an object",
    ),
    zh=Words("含有值的 namespace 无法擦除：“{found}”", "请改为单独的模块文件，或普通对象"),
    is_blocking=True,
)

TYPESCRIPT_IMPORT_ALIAS = Rule(
    "MP191",
    "typescript-import-alias",
    ERROR,
    en=Words('an alias made by import is not erased: "{found}"', "write it as a const, or as a type"),
    zh=Words("import 形式的别名无法擦除：“{found}”", "请改为 const，或 type 别名"),
    is_blocking=True,
)

TYPESCRIPT_IMPORT_REQUIRE = Rule(
    "MP192",
    "typescript-import-require",
    ERROR,
    en=Words('an import by require is not erased: "{found}"', 'write: import name from "..."'),
    zh=Words("import … = require() 无法擦除：“{found}”", '请改写为：import name from "..."'),
    is_blocking=True,
)

TYPESCRIPT_EXPORT_ASSIGNMENT = Rule(
    "MP193",
    "typescript-export-assignment",
    ERROR,
    en=Words('an export by assignment is not erased: "{found}"', "write export default"),
    zh=Words("export = 无法擦除：“{found}”", "请改为 export default"),
    is_blocking=True,
)

TYPESCRIPT_DECORATOR = Rule(
    "MP194",
    "typescript-decorator",
    ERROR,
    en=Words(
        'only the decorator of a class declaration is compiled, not this one: "{found}"',
        "call it as a function behind the class, or let tsc compile this file first",
    ),
    zh=Words(
        "只编译类声明上的装饰器，不支持此处的装饰器：“{found}”",
        "请在类之后以函数方式调用，或先用 tsc 编译该文件",
    ),
    is_blocking=True,
)

# Target packs.

PACK_OVERRIDDEN = Rule(
    "MP900",
    "pack-overridden",
    NOTE,
    en=Words(
        "your facts on {fact} replace those of the pack {target}: {after} instead of {before}",
        "take the row away once the pack says the same",
    ),
    zh=Words(
        "项目中关于 {fact} 的事实覆盖了目标包 {target}：{after}，原为 {before}",
        "目标包更新为相同内容后，请删除该行",
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
        '"{path}" 直接或间接地 include 了自身，此处 include 已被省略',
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
        '"{path}" 展开的 include 超过 {limit} 个，其余均被省略', "请将反复出现的内容改为组件或 <template>"
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
        '<{name}> 需要配置 "{setting}"，但没有为 {target} 设置，将以带文字的占位框代替',
        '请在 miniport.yaml 中设置 "targets.{target}.settings.{setting}"，写法见 docs/elements.md',
    ),
)

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
        "the options of {name} are known only when they run; {number} parts of the runtime go in for what they may be",
        "nothing to do; to load less, write them as one object with plain names, without spread or mixins",
    ),
    zh=Words(
        "{name} 的选项在运行时才能确定；为其可能的内容加入了运行时的 {number} 个部分",
        "无需处理；如需减小体积，请将选项写成一个键名固定的对象，不用展开语法和 mixins",
    ),
)
