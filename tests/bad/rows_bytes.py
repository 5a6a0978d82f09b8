"""Rows: bytes that are no UTF-8, and bytes that are and look odd."""

from __future__ import annotations

from tests.bad.row import Content, Row, blocked, builds, found, refused
from tests.bad.stage import SOUND

CHINESE = {
    "pages/a/a.js": "// 首页\nPage({ data: { hi: '你好，世界' } });\n",
    "pages/a/a.axml": "<view>首页，你好</view>\n",
    "pages/a/a.acss": "/* 首页样式 */\n.a { color: red; }\n",
    "pages/a/a.json": '{"defaultTitle": "首页"}\n',
}
KINDS = {"js": "script", "axml": "template", "acss": "style sheet", "json": "page's JSON"}


def encoded(name: str, encoding: str) -> dict[str, Content]:
    """Return a file with Chinese words in another encoding."""
    return {name: CHINESE[name].encode(encoding)}


def every(files: dict[str, str], ending: str) -> dict[str, Content]:
    """Return every text of the project with other line endings."""
    return {name: text.replace("\n", ending) for name, text in files.items()}


GBK: tuple[Row, ...] = tuple(
    blocked(f"gbk-{suffix}", f"a {kind} in GBK", encoded(f"pages/a/a.{suffix}", "gb18030"))
    for suffix, kind in KINDS.items()
)
ROWS = (
    *GBK,
    refused(
        "gbk-app-json",
        "app.json in GBK",
        {"app.json": '{"pages": ["pages/a/a"], "window": {"defaultTitle": "首页"}}\n'.encode("gbk")},
    ),
    blocked("utf-16-js", "a script in UTF-16 with a mark", encoded("pages/a/a.js", "utf-16")),
    blocked("utf-16-axml", "a template in UTF-16 without a mark", encoded("pages/a/a.axml", "utf-16-le")),
    refused("utf-16-app-json", "app.json in UTF-16", {"app.json": SOUND["app.json"].encode("utf-16")}),
    blocked("latin-1-js", "a script in Latin-1", {"pages/a/a.js": "// café\nPage({});\n".encode("latin-1")}),
    blocked(
        "utf-8-cut-off",
        "a script that ends within a sign",
        {"pages/a/a.js": "Page({});\n// 首".encode()[:-1]},
    ),
    blocked("nul-js", "a script with a NUL byte", {"pages/a/a.js": "Page({});\0\n"}),
    blocked("nul-axml", "a template with a NUL byte", {"pages/a/a.axml": "<view>a\0</view>\n"}),
    blocked(
        "binary-js",
        "a picture in place of a script",
        {"pages/a/a.js": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xd8"},
    ),
    builds("bom", "a byte-order mark in every file", {name: "\ufeff" + text for name, text in SOUND.items()}),
    builds("crlf", "CRLF in every file", every(SOUND, "\r\n")),
    builds("cr", "lone CR in every file", every(SOUND, "\r")),
    found(
        "empty-files",
        "empty script, template and style",
        {"pages/a/a.js": "", "pages/a/a.axml": "", "pages/a/a.acss": "", "app.js": "", "app.acss": ""},
    ),
)
