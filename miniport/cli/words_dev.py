"""The words of `miniport dev`: (English, Chinese) by key."""

from __future__ import annotations

DEV_WORDS: dict[str, tuple[str, str]] = {
    "dev.short": ("Build again whenever a file changes", "文件变化时自动重新构建"),
    "dev.more": (
        "Only files that changed are written, so that the platforms' own tools can watch the output. "
        "Ctrl-C ends it.",
        "只写入有变化的文件，平台自己的开发工具可以直接监视输出目录。按 Ctrl-C 结束。",
    ),
    "dev.examples": (
        "miniport dev --target {first}\tone target only\nminiport dev --no-serve\tno page, only the bundles",
        "miniport dev --target {first}\t只构建一个目标\nminiport dev --no-serve\t不打开页面，只写入产物",
    ),
    "dev.exit": (
        "130\tended with Ctrl-C\n2\tusage, input or output error\n3\ta bug in miniport",
        "130\t按 Ctrl-C 结束\n2\t用法有误或读写出错\n3\tminiport 自身的缺陷",
    ),
    "dev.written": (
        "{target}: {files} written, {milliseconds} ms",
        "{target}：写入 {files}，{milliseconds} 毫秒",
    ),
    "dev.others": (
        "{count} more: on the page under Findings, and by miniport check -v",
        "另有 {count} 项：见预览页的“问题”，或运行 miniport check -v",
    ),
    "dev.known": ("findings as before: {known}; gone: {gone}", "与之前相同的问题：{known}；已消失：{gone}"),
    "dev.same": ("{target}: nothing to write, {milliseconds} ms", "{target}：无需写入，{milliseconds} 毫秒"),
    "dev.blocked": (
        "{target}: not written, {milliseconds} ms; the last good output is kept",
        "{target}：未写入，{milliseconds} 毫秒；上一次的完整输出已保留",
    ),
    "dev.at": (", {address}", "，{address}"),
    "dev.other": (
        "warning: another miniport dev (process {process}{address}) writes the same output; end one of them",
        "警告：另一个 miniport dev（进程 {process}{address}）正在写入相同的输出目录，请结束其中一个",
    ),
}
