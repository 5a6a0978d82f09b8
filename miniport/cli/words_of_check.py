"""The words of the commands that tell what was found: (English, Chinese) by key."""

from __future__ import annotations

CHECK_WORDS: dict[str, tuple[str, str]] = {
    "check.short": (
        "Say what will not work, before any device is at hand",
        "在上真机之前，指出哪些地方不能工作",
    ),
    "check": (
        "Check the project for each target and say what will not work there, where, and what to do about it.",
        "为每个目标平台检查项目，指出哪些地方不能工作、在哪里、如何处理。",
    ),
    "check.more": (
        "Nothing is written. A page is whole where no error concerns it or what it is made of.",
        "不会写入任何文件。一个页面及其组成部分都没有错误时，才算完好。",
    ),
    "check.examples": (
        "miniport check --target {first}\tone target only\n"
        "miniport check --ignore MP207,MP7xx\twithout a rule and a family\n"
        "miniport check --format github\tannotations of a GitHub job",
        "miniport check --target {first}\t只检查一个目标\n"
        "miniport check --ignore MP207,MP7xx\t忽略某条规则和某一类规则\n"
        "miniport check --format github\t生成 GitHub 任务注解",
    ),
    "check.exit": (
        "0\tno findings at or above --fail-on\n"
        "1\tfindings at or above --fail-on, or something without which a target cannot be built\n"
        "2\tusage, settings, no app.json, input or output error\n"
        "3\ta bug in miniport\n"
        "130\tinterrupted",
        "0\t没有达到 --fail-on 级别的问题\n"
        "1\t存在达到 --fail-on 级别的问题，或缺少构建所必需的内容\n"
        "2\t用法或配置有误、缺少 app.json、读写出错\n"
        "3\tminiport 自身的缺陷\n"
        "130\t被中断",
    ),
    "opt.select": (
        "Only these rules: codes (MP203), names or families (MP2xx), parted by commas.",
        "只检查这些规则：代码（MP203）、名称或类别（MP2xx），以逗号分隔。",
    ),
    "opt.ignore": ("All but these rules.", "忽略这些规则。"),
    "opt.baseline": (
        "A file of known findings, which are not told. [default: check.baseline of miniport.yaml, "
        "else miniport-baseline.json where it is there]",
        "已知问题的文件，其中的问题不再报告。[默认：miniport.yaml 的 check.baseline，"
        "未设置时为已存在的 miniport-baseline.json]",
    ),
    "opt.update-baseline": (
        "Write all findings of now into the baseline, miniport-baseline.json where none is named.",
        "将当前所有问题写入基线文件，未指定时为 miniport-baseline.json。",
    ),
    "opt.fix": ("Mend what can be mended without a change of its meaning.", "自动修复不改变含义的问题。"),
    "opt.diff": (
        "Show what --fix would change, as a unified diff; nothing else is told or written.",
        "以 unified diff 显示 --fix 将做的修改，不写入也不输出其他内容。",
    ),
    "changed-meanwhile": (
        '"{file}" was changed by somebody else meanwhile; nothing was mended',
        "“{file}” 同时被他人修改，未做任何修复",
    ),
    "again": ("run it again", "请重新运行"),
    "diff-nothing": (
        "there is nothing that --fix would change; run it without --diff for what was found",
        "没有 --fix 可以修改的内容；去掉 --diff 可查看发现的问题",
    ),
    "no-baseline": ('there is no baseline "{name}"', "没有基线文件 “{name}”"),
    "no-baseline.cure": (
        "write one: miniport check --update-baseline",
        "请先生成：miniport check --update-baseline",
    ),
    "no-rule": ('there is no rule "{name}"', "没有规则 “{name}”"),
    "diff.short": ("Show a file beside what becomes of it", "并排显示文件及其产物"),
    "diff": (
        "Show a file of the project beside what becomes of it on a target, with the reason for each change.",
        "并排显示项目文件及其在目标平台上的产物，并说明每处修改的原因。",
    ),
    "diff.examples": (
        "miniport diff pages/a/a.axml --target {first}\twhat changes, and why\n"
        "miniport diff pages/a/a.js -v\tthe whole file, for every target",
        "miniport diff pages/a/a.axml --target {first}\t有哪些修改及原因\n"
        "miniport diff pages/a/a.js -v\t整个文件，所有目标",
    ),
    "diff.exit": (
        "0\tshown\n2\tusage, settings, no app.json, input or output error\n3\ta bug in miniport",
        "0\t已显示\n2\t用法或配置有误、缺少 app.json、读写出错\n3\tminiport 自身的缺陷",
    ),
    "diff.file": ("A file of the project.", "项目中的文件。"),
    "diff.project": (
        "The project's folder. [default: the nearest above FILE]",
        "项目目录。[默认：FILE 上方最近的项目]",
    ),
    "diff.verbose": ("Show also what is the same.", "同时显示相同的部分。"),
    "diff.no-file": ('there is no "{file}"', "“{file}” 不存在"),
    "diff.no-project": ('"{file}" lies in no project', "“{file}” 不在任何项目中"),
    "diff.no-project.cure": (
        "name the project: --project DIR",
        "请指定项目：--project DIR",
    ),
    "explain.short": ("Explain a finding by its code", "解释某个代码的问题"),
    "explain": (
        "Say what a finding means, why it is one, show an example, and say what to do.",
        "说明某个问题的含义、原因、示例和处理方法。",
    ),
    "explain.more": (
        "Without a code it lists all of them.",
        "不带代码时列出全部。",
    ),
    "explain.examples": (
        "miniport explain MP217\twhat, why, an example, the cure\n"
        "miniport explain MP217 my.getLocation\twhere the facts on a thing come from\n"
        "miniport explain MP2xx --format json\ta family, for a program",
        "miniport explain MP217\t含义、原因、示例、建议\n"
        "miniport explain MP217 my.getLocation\t相关事实的来源\n"
        "miniport explain MP2xx --format json\t一类规则，供程序读取",
    ),
    "explain.code": (
        "A code (MP203), a rule's name, a family (MP2xx), or an element or API (my.getLocation).",
        "代码（MP203）、规则名称、类别（MP2xx），或组件、API 的名称（my.getLocation）。",
    ),
    "explain.thing": (
        "An element or API, to be told where what is known of it comes from.",
        "组件或 API 名称，用于说明相关事实的来源。",
    ),
    "report.short": ("Write a page about what works where", "生成一份各平台支持情况的报告页面"),
    "report": (
        "Write one page that tells, for each target, what works, what does not, and what the package weighs.",
        "生成一个独立页面，说明每个目标平台上什么可用、什么不可用，以及包体大小。",
    ),
    "report.more": (
        "The page needs no network. A file that ends in .json holds the same as data: "
        "miniport schema --of report.",
        "页面无需联网。以 .json 结尾的文件以数据形式保存相同内容，格式见 miniport schema --of report。",
    ),
    "report.examples": (
        "miniport report\tinto dist/report.html\n"
        "miniport report --out a.html --out a.json\tthe page and its data",
        "miniport report\t写入 dist/report.html\nminiport report --out a.html --out a.json\t页面及其数据",
    ),
    "report.exit": (
        "0\twritten, whatever was found\n2\tusage, settings, no app.json, input or output error\n"
        "3\ta bug in miniport\n130\tinterrupted",
        "0\t已写入，无论发现什么\n2\t用法或配置有误、缺少 app.json、读写出错\n"
        "3\tminiport 自身的缺陷\n130\t被中断",
    ),
    "report.out": (
        "The file to write, .html or .json. [default: dist/report.html in the project's folder]",
        "要写入的文件，.html 或 .json。[默认：项目目录下的 dist/report.html]",
    ),
    "report.suffix": (
        '"{name}" ends neither in .html nor in .json',
        "“{name}” 既不以 .html 也不以 .json 结尾",
    ),
    "report.suffix.cure": ("give it one of these endings", "请使用其中一种后缀"),
    "report.done": (
        "{target}: {score} of 100, {whole} of {pages} pages whole",
        "{target}：{score} 分（满分 100），{pages} 个页面中 {whole} 个完好",
    ),
    "report.untried": (
        ", {untried} of these with calls that nobody is known to have tried there",
        "，其中 {untried} 个含有尚无人在该平台验证过的调用",
    ),
    "checking": ("checking", "正在检查"),
}
