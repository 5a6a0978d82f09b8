"""A manifest names each tool that took part, in the version that did."""

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.bad.row import put
from tests.build.case import installed

NEW = "App({ x: class { static { this.a = 1; } } });\n"
OURS = "9.8.7"
TOOLS = {
    "esbuild lowers": ("tools: {script: esbuild}", {"app.js": NEW}, ("esbuild", OURS, "level")),
    "esbuild scripts": ("tools: {minifyScript: esbuild}", {}, ("esbuild", OURS, "small scripts")),
    "terser scripts": ("tools: {minifyScript: terser}", {}, ("terser", OURS, "small scripts")),
    "esbuild styles": ("tools: {minifyStyle: esbuild}", {}, ("esbuild", OURS, "small styles")),
    "lightningcss": ("tools: {minifyStyle: lightningcss}", {}, ("lightningcss", "", "small styles")),
    "less": ("tools: {less: less}", {"app.less": ".a { .b { top: 0 } }"}, ("less", OURS, "Less")),
    "stylus": ("tools: {stylus: stylus}", {"app.styl": ".a\n  top 0\n"}, ("stylus", OURS, "Stylus")),
    "sass": (
        "tools: {sass: sass-embedded}",
        {"app.scss": ".a { .b { top: 0 } }"},
        ("sass-embedded", "", "Sass"),
    ),
}


@pytest.mark.node
@pytest.mark.parametrize("case", TOOLS)
def test_a_tool_is_named_with_its_version(miniport, project: Path, tmp_path: Path, root: Path, case: str):
    settings, files, (name, wanted, use) = TOOLS[case]
    put(project, {"miniport.yaml": f"name: tea\nversion: '1'\n{settings}\n", **files})
    if any(path.startswith("app.") and path != "app.js" for path in files):
        put(project, {"app.acss": None})
    installed(project, name, root)
    put(project, {f"node_modules/{name}/package.json": json.dumps({"name": name, "version": OURS})})
    if name == "terser":
        # No test needs the real one besides this, which is about its name alone.
        put(project, {"node_modules/terser/index.js": "exports.minify = async code => ({ code });\n"})
    ran = miniport("pack", project, "--target", "web", "--out", tmp_path)
    assert ran.code == 0, ran.out
    manifest = json.loads((tmp_path / "tea-1-web.manifest.json").read_text("utf-8"))
    assert manifest["tools"] == [{"name": name, "version": wanted or version(name), "use": use}]
