"""What is wrong with the languages of a project: each is found at its place, and the rest builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from miniport.emit import Mode
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled, bundled_names

SOUND = {
    "app.json": '{"pages": ["pages/a/a"]}',
    "mini.project.json": "{}",
    "app.js": "App({});\n",
    "pages/a/a.axml": "<view>{{n}}</view>\n",
    "pages/a/a.js": "Page({ data: { n: 1 } });\n",
}
MINIFIED = (
    "!function(e,t){" + "var n=e[t]||(e[t]=function(r){return r?1/r:/[/]/.test(t)});" * 4000 + "}({},'a');\n"
)
LARGE = f"export const picture = '{'iVBORw0KGgo' * 450_000}';\n"
PACKAGE = '{"name": "p", "version": "1.0.0", "main": "./gone.js"}'

ROWS: dict[str, tuple[dict[str, str], list[str]]] = {
    "a tsconfig that extends itself": (
        {"tsconfig.json": '{"extends": "./b.json"}', "b.json": '{"extends": "./tsconfig.json"}'},
        ["tsconfig-cycle b.json:1"],
    ),
    "a tsconfig that extends nothing": (
        {"tsconfig.json": '{\n  "extends": "./gone.json"\n}'},
        ["tsconfig-missing tsconfig.json:2"],
    ),
    "a package without the file its main names": (
        {
            "pages/a/a.js": "import p from 'p';\nPage({ data: { n: p } });\n",
            "node_modules/p/package.json": PACKAGE,
            "node_modules/p/other.js": "",
        },
        ["missing-module pages/a/a.js:1"],
    ),
    "two versions of one package": (
        {
            "pages/a/a.js": "import p from 'p';\nimport q from 'q';\nPage({ data: { n: p + q } });\n",
            "node_modules/p/package.json": '{"name": "p", "version": "2.0.0"}',
            "node_modules/p/index.js": "export default 2;\n",
            "node_modules/q/index.js": "export { default } from 'p';\n",
            "node_modules/q/node_modules/p/package.json": '{"name": "p", "version": "1.0.0"}',
            "node_modules/q/node_modules/p/index.js": "export default 1;\n",
        },
        [],
    ),
    "one #endif too many": (
        {"pages/a/a.js": "// #if WEB\n// #endif\n// #endif\nPage({});\n"},
        ["condition-without-if pages/a/a.js:3"],
    ),
    "an #if without end": (
        {"pages/a/a.js": "Page({});\n// #if WEB\n"},
        ["condition-unclosed pages/a/a.js:2"],
    ),
    "a name that no condition knows": (
        {"pages/a/a.js": "// #if WEEB\n// #endif\nPage({});\n"},
        ["condition-name-misspelt pages/a/a.js:1"],
    ),
    "a condition in a template literal": (
        {"pages/a/a.js": "const help = `\n// #if WEB\n`;\nconst r = /`/;\nPage({ data: { n: help } });\n"},
        [],
    ),
    "a syntax error in TypeScript": (
        {"app.ts": "const a: number = ;\nApp({});\n"},
        ["script-syntax app.ts:1"],
    ),
    "a name of a package's own that it does not have": (
        {
            "package.json": '{"imports": {"#a": "./pages/a/n.js"}}',
            "pages/a/a.js": "import '#a';\nimport '#b';\nPage({});\n",
            "pages/a/n.js": "",
        },
        ["not-exported pages/a/a.js:2"],
    ),
    "a script of 5 MB": ({"pages/a/rows.js": LARGE, "pages/a/a.js": "import './rows.js';\nPage({});\n"}, []),
    "minified code of others": (
        {"pages/a/lib.js": MINIFIED, "pages/a/a.js": "import './lib.js';\nPage({});\n"},
        [],
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_it_is_found_at_its_place_and_the_rest_builds(name: str, tmp_path: Path):
    files, expected = ROWS[name]
    for path, text in {**SOUND, **files}.items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    if "app.ts" in files:
        (tmp_path / "app.js").unlink()
    settings = read_settings(tmp_path, bundled_names()).settings
    request = BuildRequest(
        DiskFiles(tmp_path, tmp_path), settings, (bundled()["web"],), Mode.DEVELOPMENT, keep_going=True
    )
    outcome = build(request)
    (built,) = outcome.targets
    found = {
        f"{each.rule.name} {each.place.path}:{each.place.line}"
        for each in (*outcome.diagnostics, *built.diagnostics)
        if each.severity != "note"
    }
    assert found == set(expected)
    assert built.bundle is not None
    assert b'"/pages/a/a.axml"' in built.bundle[PurePosixPath("app.js")]
