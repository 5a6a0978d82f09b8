"""MP652 to MP659: what app.json names beside pages."""

from __future__ import annotations

from miniport.diagnostics import ERROR, WARNING, Rule, Words

MISSING_WORKER = Rule(
    "MP652",
    "missing-worker",
    ERROR,
    en=Words(
        'app.json lists the worker "{worker}", and there is no script',
        'add the file, or take it out of "workers"',
    ),
    zh=Words("app.json 列出了 worker “{worker}”，但没有对应的脚本", "请补上该文件，或从 “workers” 中去掉它"),
)

WORKER_NOT_LISTED = Rule(
    "MP653",
    "worker-not-listed",
    WARNING,
    en=Words(
        '"{worker}" is no worker that app.json lists: createWorker returns nothing',
        'list it as a path from the app\'s root: "workers": ["workers/name.js"], and write it without a leading "/"{near_en}',
    ),
    zh=Words(
        "app.json 没有列出 worker “{worker}”：createWorker 不会返回 worker",
        '请以应用根目录的路径列出："workers": ["workers/name.js"]，且开头不写 “/”{near_zh}',
    ),
)

MISSING_THEME = Rule(
    "MP657",
    "missing-theme",
    ERROR,
    en=Words(
        'app.json names the theme file "{file}", which is not there',
        'add it, {{"light": {{...}}, "dark": {{...}}}}, or take "themeLocation" out',
    ),
    zh=Words(
        "app.json 指定了主题文件 “{file}”，但该文件不存在",
        '请补上该文件：{{"light": {{...}}, "dark": {{...}}}}，或去掉 “themeLocation”',
    ),
)

THEME_VALUE_MISSING = Rule(
    "MP658",
    "theme-value-missing",
    WARNING,
    en=Words(
        '"@{name}" has no value in "{scheme}" of {file}{near_en}',
        'give it one there: "{scheme}": {{"{name}": "#ffffff"}}',
    ),
    zh=Words(
        "{file} 的 “{scheme}” 中没有 “@{name}” 的值{near_zh}",
        '请在该处给出：“{scheme}”: {{"{name}": "#ffffff"}}',
    ),
)
