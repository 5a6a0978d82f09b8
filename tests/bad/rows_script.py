"""Rows: scripts and JSON."""

from __future__ import annotations

from tests.bad.row import blocked, builds

DEEP = 20_000
LINE = 5_000_000
JS = "pages/a/a.js"


def script(text: str) -> dict[str, str]:
    """Return a page's script."""
    return {JS: text}


ROWS = (
    blocked("script-broken", "a script with a bracket too many", script("Page({\n  data: {} }},\n});\n")),
    blocked("script-cut-off", "a script that is cut off", script("Page({\n  onLoad() {\n    if (a) {\n")),
    blocked(
        "script-bracket-missing",
        "a call that is never closed",
        script("Page({ onLoad() { go(; } });\nfunction go() {}\n"),
    ),
    blocked("script-string-open", "a string without an end", script("Page({ data: { a: 'b } });\n")),
    blocked("script-comment-open", "a comment without an end", script("Page({});\n/* todo\n")),
    blocked("script-words", "prose in place of a script", script("this is not a script at all\n")),
    blocked("script-json", "markup in place of a script", script("<view>a</view>\n")),
    blocked(
        "script-await",
        "await outside of a function",
        script("import '../../util';\nawait 1;\nPage({});\n"),
    ),
    blocked("script-twice", "a name declared twice", script("const a = 1;\nconst a = 2;\nPage({});\n")),
    blocked(
        "script-absent",
        "an import of a script that is not there",
        script("import '../../gone';\nPage({});\n"),
    ),
    blocked(
        "module-broken", "a broken script module", {"fmt.sjs": "export default { upper: function ( };\n"}
    ),
    blocked(
        "script-blocks-nested",
        f"{DEEP:,} blocks in one another",
        script("Page({});\n" + "{" * DEEP + "}" * DEEP + "\n"),
    ),
    blocked(
        "script-parentheses-nested",
        f"{DEEP:,} parentheses in one another",
        script("Page({});\nvar a = " + "(" * DEEP + "1" + ")" * DEEP + ";\n"),
    ),
    blocked(
        "script-functions-nested",
        "2,000 functions in one another",
        script("Page({});\n" + "function f(a) {" * 2_000 + "}" * 2_000 + "\n"),
    ),
    blocked(
        "script-arrays-nested",
        f"{DEEP:,} arrays in one another",
        script("Page({});\nvar a = " + "[" * DEEP + "]" * DEEP + ";\n"),
    ),
    blocked(
        "script-calls-nested",
        f"{DEEP:,} calls in one another",
        script("Page({});\n" + "my.f(" * DEEP + ")" * DEEP + ";\n"),
    ),
    builds("script-sum", f"a sum of {DEEP:,} terms", script("Page({});\nvar a = " + "1 + " * DEEP + "1;\n")),
    builds(
        "script-line",
        "a script of one line of 5 MB",
        script("Page({});" + f"var a='{'a' * 988}';" * (LINE // 1_000)),
    ),
    builds(
        "script-string-line", "a string of 5 MB", script("Page({ data: { a: '" + "a" * LINE + "' } });\n")
    ),
    blocked(
        "json-nested",
        f"{DEEP:,} levels in a page's JSON",
        {"pages/a/a.json": "[" * DEEP + "]" * DEEP},
    ),
    builds(
        "json-line",
        "a page's JSON of one line of 5 MB",
        {
            "pages/a/a.json": '{"usingComponents": {"card": "/components/card/card"}, "note": "'
            + "a" * LINE
            + '"}'
        },
    ),
    blocked("json-array", "a page's JSON is an array", {"pages/a/a.json": "[]\n"}),
    blocked(
        "json-broken",
        "a page's JSON has a trailing comma",
        {"pages/a/a.json": '{\n  "usingComponents": {},\n}\n'},
    ),
)
