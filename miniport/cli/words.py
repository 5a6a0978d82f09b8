"""The words of the command line, in English and Chinese: (English, Chinese) by key."""

from __future__ import annotations

from miniport.cli.words_dev import DEV_WORDS
from miniport.cli.words_of_check import CHECK_WORDS
from miniport.cli.words_pack import PACK_WORDS

_WORDS: dict[str, tuple[str, str]] = {
    **PACK_WORDS,
    **DEV_WORDS,
    # Headings of --help.
    "usage": ("Usage", "用法"),
    "heading": ("{title}:", "{title}："),
    "arguments": ("Arguments", "参数"),
    "options": ("Options", "选项"),
    "commands": ("Commands", "命令"),
    "examples": ("Examples", "示例"),
    "exit": ("Exit codes", "退出码"),
    "default": ("[default: {value}]", "[默认：{value}]"),
    "repeatable": ("[repeatable]", "[可重复]"),
    # The program.
    "miniport": (
        "One mini-program source in, a separate bundle per platform out.",
        "一份小程序源码，为每个平台分别生成产物。",
    ),
    "miniport.more": (
        "Run it in a folder that holds app.json. A miniport.yaml beside it is optional; "
        '"miniport schema" describes it.',
        "请在含有 app.json 的目录下运行。同目录的 miniport.yaml 可选，其格式见 miniport schema。",
    ),
    "miniport.examples": (
        "miniport build\tbuild the project in this folder into dist/<target>/\n"
        "miniport build app --mode production\tbuild another folder, for release\n"
        "miniport targets\tlist the platforms\n"
        "miniport build --help\teverything build can do",
        "miniport build\t构建当前目录的项目，输出到 dist/<target>/\n"
        "miniport build app --mode production\t以生产模式构建另一目录\n"
        "miniport targets\t列出支持的平台\n"
        "miniport build --help\tbuild 的全部用法",
    ),
    "build.short": ("Build a bundle per target", "为每个目标平台构建产物"),
    "clean.short": ("Remove the project's cache", "删除项目的缓存"),
    "clean": (
        "Remove the project's cache; the output folders stay as they are.",
        "删除项目的缓存，输出目录保持不变。",
    ),
    "clean.done": ("removed {file}", "已删除 {file}"),
    "clean.nothing": ("there is no {file}", "{file} 不存在"),
    "preview.short": ("Show bundles in the browser, side by side", "在浏览器中并排查看产物"),
    "targets.short": ("List the targets, or describe one", "列出目标平台，或查看其中一个"),
    "probe.short": (
        "Make a project that finds out on a device what a platform has",
        "生成探测项目，在真机上查明平台的实际能力",
    ),
    "schema.short": ("Print the JSON Schema of miniport.yaml", "输出 miniport.yaml 的 JSON Schema"),
    "completion.short": ("Print a shell completion script", "输出命令行补全脚本"),
    # build
    "build": (
        "Build the project for each target, and write each bundle into a folder of its own.",
        "为每个目标平台构建项目，并将产物写入各自的目录。",
    ),
    "build.more": (
        "Only files that changed are written. A target with a blocking finding is not written: "
        "its last good output stays. Files in the output folder that miniport did not write stay too.",
        "只写入有变化的文件。存在阻断性问题的目标不会写入，上一次的完整输出会保留；"
        "输出目录中不是 miniport 写入的文件也会保留。",
    ),
    "build.examples": (
        "miniport build --target {first}\tone target only\n"
        "miniport build --fail-on warning --format json\tfor a CI job\n"
        "miniport build --keep-going\tsee how far it gets",
        "miniport build --target {first}\t只构建一个目标\n"
        "miniport build --fail-on warning --format json\t用于 CI\n"
        "miniport build --keep-going\t尽可能完成构建",
    ),
    "build.exit": (
        "0\tbuilt, no findings at or above --fail-on\n"
        "1\tfindings at or above --fail-on, or a target was not written\n"
        "2\tusage, settings, no app.json, output refused, input or output error\n"
        "3\ta bug in miniport\n"
        "130\tinterrupted",
        "0\t构建完成，没有达到 --fail-on 级别的问题\n"
        "1\t存在达到 --fail-on 级别的问题，或有目标未写入\n"
        "2\t用法或配置有误、缺少 app.json、拒绝写入输出目录、读写出错\n"
        "3\tminiport 自身的缺陷\n"
        "130\t被中断",
    ),
    "build.project": ("The project's folder. [default: .]", "项目目录。[默认：.]"),
    "opt.target": (
        'What to build for: a name that "miniport targets" lists, or ./folder of a pack. '
        "[default: those marked there]",
        "目标平台：miniport targets 列出的名称，或 ./目录 形式的平台包。[默认：其中标为默认的平台]",
    ),
    "opt.out": (
        "Where the bundles go: DIR/<target>/. [default: dist in PROJECT]",
        "产物写入 DIR/<target>/。[默认：PROJECT 下的 dist]",
    ),
    "opt.mode": (
        "production is stricter: a missing capability module is an error.",
        "production 检查更严格：缺少能力模块即为错误。",
    ),
    "opt.fail-on": ("End with exit code 1 from this severity on.", "达到此级别的问题时以退出码 1 结束。"),
    "opt.format": ("How the report is written.", "报告的格式。"),
    "opt.lang": ("Language of messages. [default: the locale's]", "消息的语言。[默认：随系统区域设置]"),
    "opt.keep-going": (
        "Write what could be built although something is missing; exit code 1.",
        "即使有缺失也写入能构建的部分，退出码为 1。",
    ),
    "opt.force": (
        "Overwrite what somebody changed in the output folder; write among the files of the app.",
        "覆盖输出目录中被他人改动过的文件；允许写到源码之间。",
    ),
    "opt.root": (
        "The workspace: nothing outside of it is read. [default: the nearest folder "
        "above with a lock file, a workspace file or .git]",
        "工作区目录，不会读取其外的文件。[默认：向上最近的含有锁文件、工作区文件或 .git 的目录]",
    ),
    "opt.cache-dir": (
        "Where to keep what the next build can do without. [default: .miniport in PROJECT]",
        "缓存目录，用于加快下一次构建。[默认：PROJECT 下的 .miniport]",
    ),
    "opt.no-cache": ("Neither read nor write the cache.", "不读取也不写入缓存。"),
    "opt.timings": (
        "Tell how long each stage took, and write a trace for chrome://tracing into the cache's folder.",
        "显示各阶段的耗时，并在缓存目录写入可用 chrome://tracing 查看的记录。",
    ),
    "timings.trace": ("trace: {file}", "跟踪记录：{file}"),
    "timings.ms": ("{value:10.1f} ms", "{value:10.1f} 毫秒"),
    "opt.errors-only": ("Show errors only.", "只显示错误。"),
    "opt.quiet": ("Show errors only, and what --fail-on counts.", "只显示错误，以及 --fail-on 计入的问题。"),
    "opt.verbose": ("Show notes, and every place of a finding.", "显示提示，以及每个问题的所有位置。"),
    "opt.help": ("Show this text.", "显示本帮助。"),
    "opt.version": ("Show the version.", "显示版本号。"),
    # dev
    "dev": (
        "Build the project, and build it again whenever it changes.",
        "构建项目，并在其变化时重新构建。",
    ),
    "opt.no-serve": ("Only write the bundles, without a page to look at.", "只写入产物，不提供预览页面。"),
    "cache.dropped": ("the cache {file} was made anew: {reason}", "已重建缓存 {file}：{reason}"),
    "cache.foreign": ("{file} is not used as a cache: {reason}", "不使用 {file} 作为缓存：{reason}"),
    # init
    "init.short": ("Make a new project from a template", "从模板创建新项目"),
    "init": (
        "Make a new project: it builds, checks clean, and can be looked at with miniport dev.",
        "创建新项目：可直接构建，检查无问题，并可用 miniport dev 查看。",
    ),
    "init.more": (
        "blank has one page; shop has tabs, a cart and a component; library has components, "
        "with a page that shows each.",
        "blank 只有一个页面；shop 含标签栏、购物车和一个组件；library 是组件库，每个组件各有一个示例页面。",
    ),
    "init.examples": (
        "miniport init tea\tinto the folder tea\nminiport init tea --template shop\tan app with tabs",
        "miniport init tea\t创建到 tea 目录\nminiport init tea --template shop\t带标签栏的应用",
    ),
    "init.exit": (
        "0\tmade\n2\tusage, a file stands in the way, input or output error\n3\ta bug in miniport",
        "0\t已创建\n2\t用法有误、已有同名文件、读写出错\n3\tminiport 自身的缺陷",
    ),
    "init.name": (
        "The folder of the new project; its name is the project's.",
        "新项目的目录，目录名即项目名。",
    ),
    "init.template": ("What to start from.", "使用的模板。"),
    "init.force": ("Overwrite files that stand in the way.", "覆盖已存在的同名文件。"),
    "init.taken": ("{path} is there already; nothing was written", "{path} 已存在；未写入任何文件"),
    "init.taken.cure": ("name another folder, or overwrite with --force", "请换一个目录，或用 --force 覆盖"),
    "init.done": (
        "{files} files -> {folder}\nnext: miniport dev {folder}",
        "{files} 个文件 -> {folder}\n下一步：miniport dev {folder}",
    ),
    # preview
    "preview": (
        "Show what was built in the browser: each bundle in a phone of its own.",
        "在浏览器中查看构建结果：每个产物各在一部手机里。",
    ),
    "preview.more": (
        "A mini-program package runs in a simulator, what needs a container in a stand-in of it. "
        "What only a device has is answered by mocks, or says so. Ctrl-C ends it.",
        "小程序包在模拟器中运行，需要容器的项目在模拟容器中运行。"
        "仅真机具备的能力由 mock 应答，或给出说明。按 Ctrl-C 结束。",
    ),
    "preview.examples": (
        "miniport preview\tthe bundles in dist/\n"
        "miniport preview out/app --port 8000\tanother folder, at a port of your choice",
        "miniport preview\t查看 dist/ 中的产物\n"
        "miniport preview out/app --port 8000\t查看其他目录，并指定端口",
    ),
    "preview.exit": (
        "0\tended with Ctrl-C\n2\tusage, no bundle there, the port is taken\n3\ta bug in miniport",
        "0\t以 Ctrl-C 结束\n2\t用法有误、目录中没有产物、端口被占用\n3\tminiport 自身的缺陷",
    ),
    "preview.dist": (
        "The folder that holds a folder per target, or one bundle's folder. [default: dist]",
        "含有各目标目录的文件夹，或单个产物的目录。[默认：dist]",
    ),
    "opt.host": (
        "Where to listen. Anyone who can reach another address than this machine's own can use the preview. "
        "[default: 127.0.0.1]",
        "监听地址。若不是本机地址，任何能访问它的人都可以使用预览。[默认：127.0.0.1]",
    ),
    "opt.port": (
        "The page's port. [default: the first free one from 7420 on]",
        "页面的端口。[默认：从 7420 起第一个空闲的]",
    ),
    "opt.open": ("Open the page in the browser.", "在浏览器中打开页面。"),
    "opt.editor": (
        "The editor that the page opens files with: a name, or a command with {file}, {line} and {column}.",
        "页面用来打开文件的编辑器：名称，或含 {file}、{line}、{column} 的命令。",
    ),
    "opt.project": (
        "The folder of the sources, for mocks, places and dev.hosts. [default: the folder of DIST]",
        "源码目录，用于 mock、定位源码和 dev.hosts。[默认：DIST 所在的目录]",
    ),
    "serving": ("preview: {address}   Ctrl-C ends it", "预览：{address}   按 Ctrl-C 结束"),
    "serving.wide": (
        "warning: {host} can be reached from other machines; anyone there can use this preview",
        "警告：{host} 可被其他机器访问，任何人都可以使用此预览",
    ),
    "no-bundle": ('"{folder}" holds no bundle that miniport wrote', "“{folder}” 中没有 miniport 写入的产物"),
    "no-bundle.cure": ("build it first: miniport build", "请先构建：miniport build"),
    "port-taken": ("port {port} cannot be had: {reason}", "无法使用端口 {port}：{reason}"),
    "port-taken.cure": ("name another with --port, or none", "用 --port 指定其他端口，或不指定"),
    # probe
    "probe": (
        "Make a project that tries, on a device, what nobody has published of a platform.",
        "生成一个探测项目，在真机上验证平台未公开说明的行为。",
    ),
    "probe.more": (
        "Open it in the platform's own tool and run it on a phone. It shows one YAML to copy; "
        "saved beside miniport.yaml and named under targets.NAME.facts, it is laid over what miniport knows.",
        "请用平台自己的开发工具打开并在手机上运行。它会显示一份可复制的 YAML；"
        "将其保存到 miniport.yaml 同目录，并在 targets.NAME.facts 中指定，即可覆盖 miniport 内置的信息。",
    ),
    "probe.examples": (
        "miniport probe --target NAME\tinto dist/NAME-probe/",
        "miniport probe --target NAME\t写入 dist/NAME-probe/",
    ),
    "probe.exit": (
        "0\twritten\n2\tusage, settings, output refused, input or output error\n3\ta bug in miniport",
        "0\t已写入\n2\t用法或配置有误、拒绝写入输出目录、读写出错\n3\tminiport 自身的缺陷",
    ),
    "probe.project": (
        "The project's folder; its miniport.yaml has the app's id. [default: .]",
        "项目目录，从其 miniport.yaml 读取 appId。[默认：.]",
    ),
    "probe.target": (
        "What to probe: a target's name, or ./folder of a pack.",
        "要探测的平台：目标名，或 ./目录 形式的平台包。",
    ),
    "probe.out": (
        "Where the project goes. [default: dist/NAME-probe in PROJECT]",
        "项目写入的目录。[默认：PROJECT 下的 dist/NAME-probe]",
    ),
    "probe.done": (
        "{files} files -> {folder}\n"
        "Open the folder in the tool of {target}, run it on a phone, tap what may be tried, "
        "then copy the YAML.\n"
        'Save it as {target}-facts.yaml beside miniport.yaml and name it under "targets.{target}.facts".',
        "{files} 个文件 -> {folder}\n"
        "请用 {target} 的开发工具打开该目录，在手机上运行，点按可以尝试的按钮，然后复制 YAML。\n"
        '将其保存为 miniport.yaml 同目录下的 {target}-facts.yaml，并在 "targets.{target}.facts" 中指定。',
    ),
    "no-probe": ('there is no probe for "{name}"', "没有针对 “{name}” 的探测项目"),
    # targets, schema, completion
    "targets": (
        "List the targets that ship with miniport, or describe one of them.",
        "列出 miniport 内置的目标平台，或查看其中一个的详情。",
    ),
    "targets.name": ("A target's name, or ./folder of a pack.", "目标平台名，或 ./目录 形式的平台包。"),
    "schema": (
        "Print the JSON Schema of miniport.yaml, for editors.",
        "输出 miniport.yaml 的 JSON Schema，供编辑器使用。",
    ),
    "schema.examples": (
        "miniport schema > .miniport.schema.json\tthen set it in your editor's YAML settings",
        "miniport schema > .miniport.schema.json\t然后在编辑器的 YAML 设置中引用它",
    ),
    "completion": (
        "Print a script that makes your shell complete miniport's commands and options.",
        "输出补全脚本，让 shell 可以补全 miniport 的命令和选项。",
    ),
    "completion.shell": ("bash, zsh or fish.", "bash、zsh 或 fish。"),
    "completion.examples": (
        'eval "$(miniport completion bash)"\tin ~/.bashrc\n'
        'eval "$(miniport completion zsh)"\tin ~/.zshrc\n'
        "miniport completion fish > ~/.config/fish/completions/miniport.fish\tonce",
        'eval "$(miniport completion bash)"\t写入 ~/.bashrc\n'
        'eval "$(miniport completion zsh)"\t写入 ~/.zshrc\n'
        "miniport completion fish > ~/.config/fish/completions/miniport.fish\t执行一次即可",
    ),
    # The table of targets.
    "family.dialect": ("mini-program package", "小程序包"),
    "family.web": ("web content", "网页内容"),
    "is-default": ("built by default", "默认构建"),
    "is-reader": ("can be the source", "可作为源"),
    "field.family": ("bundle", "产物形态"),
    "field.suffixes": ("suffixes", "文件后缀"),
    "field.namespace": ("API object", "API 对象"),
    "field.constants": ("conditions", "条件编译常量"),
    "field.files": ("project files", "项目文件"),
    "field.known": ("knows", "已知"),
    "field.limits": ("limits", "限制"),
    "known": (
        "{components} components, {apis} APIs, {config} configuration keys",
        "{components} 个组件、{apis} 个 API、{config} 个配置项",
    ),
    # Mistakes on the command line.
    "no-command": ('there is no command "{name}"', "没有命令 “{name}”"),
    "no-option": ('there is no option "{name}"', "没有选项 “{name}”"),
    "no-target": ('there is no target "{name}"', "没有名为 “{name}” 的目标平台"),
    "not-a-target": (
        '"{name}" can be read from, but not built for',
        "“{name}” 只能作为源读取，不能作为构建目标",
    ),
    "same-target": ('two targets are named "{name}"', "有两个目标都叫 “{name}”"),
    "no-value": ('"{name}" needs a value', "“{name}” 需要一个值"),
    "no-number": (
        '{name} takes a number from {least} to {most}, not "{value}"',
        "{name} 需要 {least} 到 {most} 之间的整数，而不是 “{value}”",
    ),
    "takes-no-value": ('"{name}" takes no value', "“{name}” 不带值"),
    "no-argument": ("{name} is missing", "缺少 {name}"),
    "too-many": ('"{name}" is one argument too many', "多余的参数 “{name}”"),
    "not-one-of": ('"{value}" is not a value of {name}', "“{value}” 不是 {name} 的可选值"),
    "no-folder": ('there is no folder "{value}"', "目录 “{value}” 不存在"),
    "not-a-folder": ('"{value}" is not a folder', "“{value}” 不是目录"),
    "not-in-root": (
        'the project "{project}" does not lie in the root "{root}"',
        "项目 “{project}” 不在根目录 “{root}” 之内",
    ),
    "mean": ('did you mean "{near}"?', "是否想写 “{near}”？"),
    "choices": ("choose from: {choices}", "可选：{choices}"),
    "listed": ("miniport explain lists them all", "运行 miniport explain 可列出全部"),
    "see-help": ("{command} --help shows how it is used", "用法见 {command} --help"),
    # Ends.
    "error": ("error: {text}", "错误：{text}"),
    "help": ("   help: {text}", "   建议：{text}"),
    "interrupted": (
        "interrupted; the last good output is kept",
        "已中断；上一次的完整输出已保留",
    ),
    "io": ("cannot read or write: {reason}", "读写出错：{reason}"),
    "no-runtime": ("the browser runtime is not built: {found}", "浏览器运行时尚未构建：{found}"),
    "run": ("run: {command}", "请运行：{command}"),
    "bug": (
        "miniport stopped because of a mistake of its own: {error}",
        "miniport 因自身缺陷而停止：{error}",
    ),
    "bug.where": ("it happened at {place}", "发生在 {place}"),
    "bug.plea": (
        "this is never your fault; please report it with the lines above, the command and its version "
        "({version}). -v shows the traceback",
        "这不是你的问题；请附上以上内容、所用命令和版本（{version}）反馈给我们。加 -v 可查看调用栈",
    ),
    "building": ("building", "正在构建"),
    **CHECK_WORDS,
}


def say(language: str, key: str, **arguments: object) -> str:
    """Return a text of the command line."""
    en, zh = _WORDS[key]
    return (
        (zh if language == "zh" else en).format_map(arguments)
        if arguments
        else (zh if language == "zh" else en)
    )


def has(key: str) -> bool:
    """Tell whether there is a text of that key."""
    return key in _WORDS
