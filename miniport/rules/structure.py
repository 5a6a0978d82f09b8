"""MP6xx: files, references, and what is reached."""

from __future__ import annotations

from miniport.diagnostics import ERROR, NOTE, WARNING, Rule, Words

MISSING_PAGE = Rule(
    "MP600",
    "missing-page",
    ERROR,
    en=Words('page "{page}" has no {missing_en}', "add the file, or take the page out of app.json{near_en}"),
    zh=Words("页面 “{page}” 缺少 {missing_zh}", "请补上该文件，或从 app.json 中移除该页面{near_zh}"),
    is_blocking=True,
)

MISSING_MODULE = Rule(
    "MP601",
    "missing-module",
    ERROR,
    en=Words('cannot find the module "{request}"', "check the path; tried {tried_en}{near_en}"),
    zh=Words("找不到模块 “{request}”", "请检查路径；已尝试 {tried_zh}{near_zh}"),
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
    zh=Words("未安装 npm 包 “{package}”", "请在项目中运行 npm install，或去掉对 “{request}” 的引用"),
    is_blocking=True,
)

MISSING_COMPONENT = Rule(
    "MP603",
    "missing-component",
    ERROR,
    en=Words(
        'cannot find the component "{request}"',
        "check the path in usingComponents; tried {tried_en}{near_en}",
    ),
    zh=Words("找不到组件 “{request}”", "请检查 usingComponents 中的路径；已尝试 {tried_zh}{near_zh}"),
    is_blocking=True,
)

MISSING_TEMPLATE = Rule(
    "MP604",
    "missing-template",
    ERROR,
    en=Words('cannot find the template "{request}"', "check the path; tried {tried_en}{near_en}"),
    zh=Words("找不到模板 “{request}”", "请检查路径；已尝试 {tried_zh}{near_zh}"),
    is_blocking=True,
)

MISSING_STYLE = Rule(
    "MP605",
    "missing-style",
    ERROR,
    en=Words('cannot find the style sheet "{request}"', "check the path; tried {tried_en}{near_en}"),
    zh=Words("找不到样式文件 “{request}”", "请检查路径；已尝试 {tried_zh}{near_zh}"),
    is_blocking=True,
)

MISSING_ASSET = Rule(
    "MP606",
    "missing-asset",
    WARNING,
    en=Words('cannot find the asset "{request}"', "check the path; letters' case counts{near_en}"),
    zh=Words("找不到资源文件 “{request}”", "请检查路径，注意区分大小写{near_zh}"),
)

OUTSIDE_WORKSPACE = Rule(
    "MP607",
    "outside-workspace",
    ERROR,
    en=Words(
        '"{request}" lies outside the workspace',
        "move it into the workspace, or widen the workspace with --root",
    ),
    zh=Words("“{request}” 位于工作区之外", "请将其移入工作区，或用 --root 扩大工作区"),
    is_blocking=True,
)

UNREADABLE_FILE = Rule(
    "MP608",
    "unreadable-file",
    ERROR,
    en=Words('"{file}" cannot be read: {found_en}', "make it a readable file"),
    zh=Words("无法读取 “{file}”：{found_zh}", "请确保它是可读的普通文件"),
    is_blocking=True,
)

NOT_UTF8 = Rule(
    "MP609",
    "not-utf8",
    ERROR,
    en=Words('"{file}" is not UTF-8 text: {found_en}', "save the file as UTF-8"),
    zh=Words("“{file}” 不是 UTF-8 文本：{found_zh}", "请将文件另存为 UTF-8 编码"),
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
        "无需处理；如需保留，请在 miniport.yaml 设置 “unreached: keep” 或在 “include” 中列出",
    ),
)

KEPT_FOR_DYNAMIC = Rule(
    "MP611",
    "kept-for-dynamic",
    NOTE,
    en=Words(
        '"{request}" is only known when the app runs; {number} files it could name are kept', "nothing to do"
    ),
    zh=Words("“{request}” 在运行时才能确定，已保留其可能指向的 {number} 个文件", "无需处理"),
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
        "无法得知 “{request}” 可能指向哪些文件，未为其保留任何文件",
        "请把目录写成字符串，或在 miniport.yaml 的 “include” 中列出这些文件",
    ),
)

DUPLICATE_PAGE = Rule(
    "MP613",
    "duplicate-page",
    WARNING,
    en=Words('page "{page}" is listed twice', "take one of the entries out"),
    zh=Words("页面 “{page}” 重复列出", "请去掉其中一项"),
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
    zh=Words("“{request}” 与文件 “{file}” 的大小写不一致", "请按文件实际名称书写；部分系统能容忍，平台不能"),
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
    zh=Words("“{request}” 是插件，其代码由平台提供，未作检查", "平台支持该插件时无需处理"),
)

COMPONENT_PART_MISSING = Rule(
    "MP617",
    "component-part-missing",
    WARNING,
    en=Words(
        'component "{component}" has no {missing_en}',
        "add the file, or take the component out of usingComponents",
    ),
    zh=Words("组件 “{component}” 缺少 {missing_zh}", "请补上该文件，或从 usingComponents 中删除该组件"),
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
        "没有列出目录 “{folder}” 的权限，其中的文件视为不存在",
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
        "“{module}” 是 Node.js 的内置模块，小程序和浏览器中都没有",
        "请去掉用到它的代码，或安装为浏览器编写的同名包；对于网页类目标，也可在 package.json 的 "
        "“browser” 字段中用其他模块或 false 替换它",
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
        "{manifest} 的 “exports” 没有为 “{request}” 提供文件",
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
        "“{request}” 的 package.json 指向 {file}，但该文件不存在；已改用 {used}",
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
        "tabBar 指向 “{page}”，但 app.json 没有列出该页面；已去掉此项",
        "请在 “pages” 中列出该页面，或修正路径{near_zh}",
    ),
)

MISSING_HANDLER = Rule(
    "MP627",
    "missing-handler",
    WARNING,
    en=Words(
        '{event} calls "{name}", which is no method of the page or component',
        "add the method, or mend its name{near_en}",
    ),
    zh=Words(
        "{event} 调用的 “{name}” 不是该页面或组件的方法",
        "请补上该方法，或修正名称{near_zh}",
    ),
)

TEMPLATE_NOT_THERE = Rule(
    "MP628",
    "template-not-there",
    ERROR,
    en=Words(
        'no template "{name}" is defined or imported here',
        "define it, or import the file that does; templates of imported files do not pass further{near_en}",
    ),
    zh=Words(
        "此处没有定义或导入模板 “{name}”",
        "请定义该模板，或用 import 引入定义它的文件；import 不会传递{near_zh}",
    ),
)

MODULE_MEMBER_MISSING = Rule(
    "MP629",
    "module-member-missing",
    ERROR,
    en=Words(
        '"{module}" does not give away "{name}"',
        "export it there, or mend the name{near_en}",
    ),
    zh=Words(
        "“{module}” 没有导出 “{name}”",
        "请在该模块中导出它，或修正名称{near_zh}",
    ),
)

CALL_OF_NOTHING = Rule(
    "MP630",
    "call-of-nothing",
    ERROR,
    en=Words(
        '"{name}" is no function of a script module that this template imports',
        "import the module that has it; data of a page hold no functions{near_en}",
    ),
    zh=Words(
        "“{name}” 不是该模板所引入的脚本模块的函数",
        "请引入提供它的模块；页面数据中不能有函数{near_zh}",
    ),
)

LINK_TO_NO_PAGE = Rule(
    "MP631",
    "link-to-no-page",
    ERROR,
    en=Words(
        '{by} leads to "{page}", which app.json does not list',
        "list the page, or mend the path{near_en}",
    ),
    zh=Words(
        "{by} 指向 “{page}”，但 app.json 没有列出该页面",
        "请在 app.json 中列出该页面，或修正路径{near_zh}",
    ),
)

LINK_TO_LEFT_OUT = Rule(
    "MP632",
    "link-to-left-out",
    ERROR,
    en=Words(
        '{by} leads to "{page}", which {target} leaves out',
        "keep the page, or lead elsewhere on this target: a condition (#if), or a file of its own: {own}",
    ),
    zh=Words(
        "{by} 指向 “{page}”，而 {target} 排除了该页面",
        "请保留该页面，或在此目标上改走其他路径：使用条件编译 #if，或单独的文件 {own}",
    ),
)

LINK_TO_TAB = Rule(
    "MP633",
    "link-to-tab",
    WARNING,
    en=Words(
        '{by} leads to "{page}", which is a tab: it is not opened as one',
        'use switchTab (open-type="switchTab" on a navigator), which takes no query',
    ),
    zh=Words(
        "{by} 指向 “{page}”，该页面是 tab 页，此方式不会以 tab 打开它",
        '请使用 switchTab（navigator 上写 open-type="switchTab"），它不能带参数',
    ),
)

LINK_NOT_TO_TAB = Rule(
    "MP634",
    "link-not-to-tab",
    ERROR,
    en=Words(
        '{by} wants a tab, and "{page}" is none',
        "list the page in the tab bar, or use navigateTo",
    ),
    zh=Words(
        "{by} 只能打开 tab 页，而 “{page}” 不是 tab 页",
        "请把该页面加入 tabBar，或改用 navigateTo",
    ),
)

COMPONENT_UNUSED = Rule(
    "MP635",
    "component-unused",
    NOTE,
    en=Words(
        "no template uses the component <{tag}>",
        "take it out of usingComponents: it is packed although nothing uses it",
    ),
    zh=Words(
        "没有模板使用组件 <{tag}>",
        "请从 usingComponents 中去掉它：虽然没有模板使用，它仍会被打包",
    ),
)

PAGE_NOT_LISTED = Rule(
    "MP636",
    "page-not-listed",
    NOTE,
    en=Words(
        '"{page}" looks like a page, and app.json does not list it',
        'list it under "pages", or delete its files; they were left out',
    ),
    zh=Words(
        "“{page}” 看起来是页面，但 app.json 没有列出它",
        "请在 “pages” 中列出，或删除其文件；这些文件没有输出",
    ),
)

ASSET_UNUSED = Rule(
    "MP637",
    "asset-unused",
    NOTE,
    en=Words(
        "assets that nothing names: {files} ({size} KB in {number} files)",
        'delete them, or leave them out with "exclude"; they go along, since a script may build their names',
    ),
    zh=Words(
        "没有被引用的资源：{files}（{number} 个文件，共 {size} KB）",
        "请删除它们，或用 “exclude” 排除；由于脚本可能拼接文件名，它们仍会被打包",
    ),
)

IMPORT_OF_NOTHING = Rule(
    "MP638",
    "import-of-nothing",
    ERROR,
    en=Words(
        '"{module}" exports no "{name}"',
        "export it there, or mend the name{near_en}",
    ),
    zh=Words(
        "“{module}” 没有导出 “{name}”",
        "请在该模块中导出它，或修正名称{near_zh}",
    ),
)

SLOT_NOT_THERE = Rule(
    "MP639",
    "slot-not-there",
    ERROR,
    en=Words(
        '<{tag}> has no slot "{slot}": what is put there is not shown',
        'give the component <slot name="{slot}" />, or mend the name{near_en}',
    ),
    zh=Words(
        "<{tag}> 没有名为 “{slot}” 的插槽，放入的内容不会显示",
        '请在组件中添加 <slot name="{slot}" />，或修正名称{near_zh}',
    ),
)

COMPONENT_LEFT_OUT = Rule(
    "MP650",
    "component-left-out",
    ERROR,
    en=Words(
        "<{tag}> is the component {component}, which {target} leaves out",
        "keep the component, put the tag in a condition (<!-- #if -->), or give the target a template of its own: {own}",
    ),
    zh=Words(
        "<{tag}> 对应组件 {component}，而 {target} 排除了它",
        "请保留该组件，用条件编译（<!-- #if -->）包住该标签，或为此目标提供单独的模板 {own}",
    ),
)

PLUGIN_NOWHERE = Rule(
    "MP651",
    "plugin-nowhere",
    ERROR,
    en=Words(
        '"{request}" is a plugin, and {target} has none: the tag draws a plain box',
        "put the tag and its declaration in a condition (#if), or give the target files of its own: {own}",
    ),
    zh=Words(
        "“{request}” 是插件，而 {target} 没有插件：该标签只会显示为普通方框",
        "请用条件编译（#if）包住该标签及其声明，或为此目标提供单独的文件 {own}",
    ),
)

TARGET_WORD_MISSPELT = Rule(
    "MP671",
    "target-word-misspelt",
    WARNING,
    en=Words(
        'no target is called "{word}", so this file stands for none; did you mean "{near}"?',
        "name it {name}, or take it away",
    ),
    zh=Words(
        "没有名为 “{word}” 的目标，此文件不会被使用；是否想写 “{near}”？",
        "请改名为 {name}，或删除该文件",
    ),
)

MODULE_IN_A_TRY = Rule(
    "MP672",
    "module-in-a-try",
    NOTE,
    en=Words(
        '"{request}" is not there; the code asks for it inside try, and goes on without it',
        "nothing to do where it may be missing; where it may not, install the package or mend the path",
    ),
    zh=Words(
        "找不到 “{request}”；代码在 try 中请求它，没有也会继续执行",
        "允许缺失时无需处理；不允许时请安装该包或修正路径",
    ),
)

CAUGHT_BY_NO_METHOD = Rule(
    "MP673",
    "caught-by-no-method",
    WARNING,
    en=Words(
        '{event} calls "{name}", which is no method: the event ends here, and each leaves an error in the console',
        "to stop it and do nothing, name an empty method: {spelled} here, and stop() {{}} in the script",
    ),
    zh=Words(
        "{event} 调用的 “{name}” 不是方法：事件到此为止，但每次都会在控制台报错",
        "若只想阻止冒泡，请指定一个空方法：此处写 {spelled}，并在脚本中加上 stop() {{}}",
    ),
)

IMPORT_FROM_DEFAULT = Rule(
    "MP674",
    "import-from-default",
    NOTE,
    en=Words(
        '"{module}" has "{name}" only in its default, out of which some compilers let names be imported',
        "import the default and ask it for {name}, or export {name} by name: so it is the same for every compiler",
    ),
    zh=Words(
        "“{module}” 的 “{name}” 只在默认导出的对象里：只有编译器会展开默认导出时，才能这样引入",
        "请引入默认导出再取 {name}，或在该模块中具名导出 {name}：这样在任何编译器下都一样",
    ),
)

ALIAS_UNDECLARED = Rule(
    "MP675",
    "alias-undeclared",
    ERROR,
    en=Words(
        'nothing says which folder "{alias}" stands for',
        "write {line} into miniport.yaml{why_en}",
    ),
    zh=Words(
        "没有说明 “{alias}” 代表哪个目录",
        "请在 miniport.yaml 中写上 {line}{why_zh}",
    ),
    is_blocking=True,
)

CATCHING_NAMES_NOTHING = Rule(
    "MP676",
    "catching-names-nothing",
    WARNING,
    en=Words(
        "{event} names no method: not every platform ends the event here",
        "to stop it and do nothing, name an empty method: {spelled} here, and stop() {{}} in the script",
    ),
    zh=Words(
        "{event} 没有写方法名：并非每个平台都会让事件到此为止",
        "若只想阻止冒泡，请指定一个空方法：此处写 {spelled}，并在脚本中加上 stop() {{}}",
    ),
)

PLUGIN_UNHAD = Rule(
    "MP677",
    "plugin-unhad",
    ERROR,
    en=Words(
        "{what} is a plugin's, and {target} has no plugins: {so_en}",
        "put it in a condition (#if), or give the target a file of its own: {own}",
    ),
    zh=Words(
        "{what} 属于插件，而 {target} 没有插件：{so_zh}",
        "请用条件编译（#if）包住它，或为此目标提供单独的文件 {own}",
    ),
)
