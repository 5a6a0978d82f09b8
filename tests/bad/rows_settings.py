"""Rows: miniport.yaml."""

from __future__ import annotations

from tests.bad.row import Row, refused

SETTINGS = "miniport.yaml"


def bomb(levels: int) -> str:
    """Return a few lines that stand for ten to the power of `levels` words."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for at in range(levels):
        lines.append(f"a{at + 1}: &a{at + 1} [{', '.join([f'*a{at}'] * 10)}]")
    return "\n".join(lines) + "\n"


def settings(name: str, what: str, text: str | bytes) -> Row:
    """Return a row that puts a text into the settings file."""
    return refused(f"settings-{name}", f"miniport.yaml {what}", {SETTINGS: text})


ROWS = (
    settings("bomb", "is a YAML bomb", bomb(9)),
    settings("bomb-in-a-list", "is a YAML bomb under a key it may have", bomb(9) + "exclude: *a9\n"),
    settings("self", "holds a list that holds itself", "exclude: &a [*a]\n"),
    settings("nested", "has 20,000 brackets in one another", "exclude: " + "[" * 20_000 + "\n"),
    settings("nested-maps", "has 400 maps in one another", "".join(" " * at + "a:\n" for at in range(400))),
    settings("unknown-keys", "has keys that nobody knows", "naem: tea\ntargets:\n  weibo:\n    appld: x\n"),
    settings("unknown-target", "names a target that nobody knows", "targets:\n  wiebo:\n    appId: x\n"),
    settings(
        "unknown-key-and-target",
        "has a key and a target that nobody knows",
        "nmae: tea\ntargets: {wiebo: {}}\n",
    ),
    settings("twice", "has a key twice", "name: a\nname: b\n"),
    settings("list", "holds a list", "- a\n- b\n"),
    settings("word", "holds a word", "tea\n"),
    settings("broken", "is no YAML", "name: [tea\nversion: 1\n"),
    settings("tab", "is indented by a tab", "targets:\n\tweibo:\n\t\tappId: x\n"),
    settings("quote", "leaves a quote open", 'name: "tea\n'),
    settings("indent", "is indented wrongly", "targets:\n  weibo:\n    appId: x\n   out: y\n"),
    settings("gbk", "is in GBK", "name: 奶茶铺\n".encode("gbk")),
    settings("utf-16", "is in UTF-16", "name: tea\n".encode("utf-16")),
    settings("nul", "has a NUL byte", "name: tea\0\n"),
    settings("kinds", "has values of the wrong kind", "name: [a]\nexclude: 3\ntargets: weibo\n"),
    settings("tag", "asks for a Python object", "name: !!python/object/apply:os.system ['true']\n"),
    settings("documents", "holds two documents", "name: a\n---\nname: b\n"),
)
