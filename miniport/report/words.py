"""The words of reports, in English and Chinese."""

from __future__ import annotations

_WORDS: dict[str, tuple[str, str]] = {
    "error": ("error", "错误"),
    "warning": ("warning", "警告"),
    "note": ("note", "提示"),
    "help": ("help", "建议"),
    "see": ("see", "参见"),
    "also": ("also at", "另见"),
    "more": (
        "and {count} more place (-v lists it)|and {count} more places (-v lists them)",
        "等另外 {count} 处（-v 显示全部）",
    ),
    "alike": ("also {code} in this file:", "本文件中同类 {code}："),
    "more-alike": ("and {count} more (-v lists them)", "等另外 {count} 项（-v 显示全部）"),
    "none": ("none", "无"),
    "places": ("{count} place|{count} places", "{count} 处"),
    "in-places": ("{count} places", "共 {count} 处"),
    "brackets": (" ({text})", "（{text}）"),
    "on-pages": ("{count} page|{count} pages", "涉及 {count} 个页面"),
    "pages-whole": ("{count} page whole|{count} pages whole", "{count} 个页面完好"),
    "pages-untried": (
        " ({count} of them with calls that nobody is known to have tried there)",
        "（其中 {count} 个含有尚无人在该平台验证过的调用）",
    ),
    "pages-blocked": (
        "{count} blocked by {causes}",
        "{count} 个页面受阻，由 {causes}造成",
    ),
    "and": (", ", "，"),
    "causes": ("{count} cause|{count} causes", "{count} 个原因"),
    "in-the-app": (
        "{count} error in the app as a whole|{count} errors in the app as a whole",
        "应用整体有 {count} 个错误",
    ),
    "checked": ("checked", "已检查"),
    "broken": ("cannot be built", "无法构建"),
    "errors": ("{count} error|{count} errors", "{count} 个错误"),
    "warnings": ("{count} warning|{count} warnings", "{count} 个警告"),
    "notes": ("{count} note|{count} notes", "{count} 条提示"),
    "pages": ("{count} page|{count} pages", "{count} 个页面"),
    "components": ("{count} component|{count} components", "{count} 个组件"),
    "files": ("{count} file|{count} files", "{count} 个文件"),
    "clean": ("no findings", "没有问题"),
    "written": ("-> {out}", "-> {out}"),
    "unchanged": ("-> {out} (unchanged)", "-> {out}（无变化）"),
    "blocked": ("not written", "未写入"),
    "refused": ("not written", "未写入"),
    "no-bundle": (
        "a target that is not written keeps its last good output; --keep-going writes what could be built",
        "未写入的目标会保留上一次的完整输出；可用 --keep-going 写入能构建的部分",
    ),
    "no-archive": (
        "no archive of {targets}: each error keeps it back, whatever --fail-on says; mend them, or list "
        "those that you know of: miniport check --mode production --baseline FILE --update-baseline, "
        "then pack with --baseline FILE",
        "未生成归档：{targets}。无论 --fail-on 如何设置，有错误就不会打包；请修复，或把已知的错误记入基线："
        "miniport check --mode production --baseline FILE --update-baseline，再以 --baseline FILE 打包",
    ),
    "looks-further": (
        "a build checks only what it has to read; miniport check finds more",
        "build 只检查构建时读到的内容；miniport check 检查得更全",
    ),
    "notes-hidden": (
        "{count} note is shown with -v|{count} notes are shown with -v",
        "另有 {count} 条提示，可用 -v 查看",
    ),
    "causes-hidden": (
        "{count} more finding is shown with -v|{count} more findings are shown with -v",
        "另有 {count} 项未列出，可用 -v 查看",
    ),
    "annotations-hidden": (
        "a step shows {limit} annotations of a level; all of {told} are in this log",
        "每个步骤每个级别只显示 {limit} 条注解；全部 {told}见此日志",
    ),
    "fix": ("means afterwards what it meant before", "修改后含义不变"),
    "fix-to-read": (
        "read it before you take it: it may not be what is meant",
        "采用前请先确认，可能并非本意",
    ),
    "fixable": (
        "{count} can be mended by miniport check --fix|{count} can be mended by miniport check --fix",
        "其中 {count} 项可用 miniport check --fix 自动修复",
    ),
    "fixed": ("{count} mended in {files}", "已修复 {count} 项，涉及 {files}"),
    "side-template": (
        "templates become functions that draw, modules of app.js",
        "模板编译为绘制函数，成为 app.js 的模块",
    ),
    "side-script": (
        "scripts become modules of app.js: imports and exports are bound there",
        "脚本成为 app.js 的模块，导入与导出在其中绑定",
    ),
    "side-style": (
        "styles become part of app.css, with names of their own and lengths that scale",
        "样式并入 app.css，类名加以区分，长度按屏幕缩放",
    ),
    "by-markup": ("the spelling of {target}", "{target} 的写法"),
    "by-repairs": ("made strict: the same, for compilers that do not forgive", "改为严格写法，含义不变"),
    "by-script": ("the names of {target}", "{target} 的名称"),
    "by-capability": ("led to the module that the project supplies", "转到项目提供的适配模块"),
    "by-references": ("the place of the other file in the bundle", "被引用文件在产物中的位置"),
    "how-respelled": ('"{name}" is written otherwise there', "“{name}” 在该平台写法不同"),
    "how-shimmed": ('"{name}" is done by the runtime', "“{name}” 由运行时实现"),
    "how-bridged": ('"{name}" goes to the host', "“{name}” 由宿主完成"),
    "how-unproved": (
        '"{name}" goes to the host, which nobody is known to have tried',
        "“{name}” 由宿主完成，尚无人证实",
    ),
    "how-adapter": ('"{name}" goes to your adapter', "“{name}” 由你的适配器提供"),
    "how-adapter-absent": ('"{name}" needs an adapter', "“{name}” 需要适配器"),
    "how-different": ('"{name}" differs', "“{name}” 有差异"),
    "how-unknown": ('"{name}" is not known there', "该平台不知道 “{name}”"),
    "how-impossible": ('there is no "{name}"', "该平台没有 “{name}”"),
    "side-not-there": (
        '"{file}" is not in the bundle of {target}',
        "{target} 的产物中没有 “{file}”",
    ),
    "side-same": ("byte for byte the same", "逐字节相同"),
    "side-left": ("{count} line is the same|{count} lines are the same", "{count} 行相同"),
    "stops": ("{severity}, stops the build", "{severity}，阻断构建"),
    "why": ("Why", "原因"),
    "example": ("Example", "示例"),
    "cure": ("Cure", "建议"),
    "known-from": ("Known from", "事实来源"),
    "ask-thing": (
        "each fact of a target has a source and a day: miniport explain {code} {thing}",
        "目标平台的每条事实都有来源和日期：miniport explain {code} {thing}",
    ),
    "module": ("A module to start from", "可由此开始的模块"),
    "module-for": ("It is called for {names}.", "用于 {names}。"),
    "module-how": (
        "options is what the app gave, without success, fail and complete. What is returned goes to success, "
        "what is thrown to fail. host.call reaches the container's members. Whole examples: "
        "docs/packs.md, Adapters.",
        "options 是应用传入的参数（不含 success、fail、complete）。返回值交给 success，抛出的内容交给 fail；"
        "host.call 可调用容器的成员。完整示例见 docs/packs.zh-CN.md 的适配模块一节。",
    ),
    "known-nowhere": ('no target has a fact on "{name}"', "没有任何目标平台关于 “{name}” 的事实"),
    "suppressed": (
        "{count} more is suppressed by comments and settings"
        "|{count} more are suppressed by comments and settings",
        "另有 {count} 项已由注释或配置屏蔽",
    ),
    "known": (
        "{count} more is known from the baseline|{count} more are known from the baseline",
        "另有 {count} 项已知问题记录在基线中",
    ),
    "baseline-read": (
        "wrote {name}: check, build, dev and pack read it from now on",
        "已写入 {name}：此后 check、build、dev 和 pack 都会读取该文件",
    ),
    "baseline-named": (
        "wrote {name}; give it with --baseline each time, "
        'or set "check.baseline: {setting}" in miniport.yaml',
        "已写入 {name}；请每次用 --baseline 指定，或在 miniport.yaml 中设置 “check.baseline: {setting}”",
    ),
    "comma": (", ", "、"),
}


def word(language: str, key: str, **arguments: object) -> str:
    """Return a word of reports; `count` chooses between one and several."""
    en, zh = _WORDS[key]
    text = zh if language == "zh" else en
    one, bar, several = text.partition("|")
    chosen = several if bar and arguments.get("count") != 1 else one
    return chosen.format_map(arguments)
