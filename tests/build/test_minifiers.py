"""Small texts by the tools that a project names: they do the same, and their maps lead back."""

import json
import shutil
from pathlib import Path

import pytest

from miniport.emit import Mode
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import DiskFiles
from miniport.project.settings import Settings, ToolSettings
from miniport.targets.pack import bundled
from tests.build.case import installed, line
from tests.build.test_source_maps import consumed
from tests.fixture_folder import FIXTURES

APP = PurePosixPath("app.js")


def made(project: Path, tools: ToolSettings, maps: str = "none"):
    """Return what a project becomes for each target with tools, for production."""
    packs = (bundled()["web"], bundled()["alipay"])
    settings = Settings(tools=tools, source_maps=maps)
    return build(BuildRequest(DiskFiles(project, project), settings, packs, Mode.PRODUCTION, True)).targets


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """Return a project with types, styles, and the package esbuild."""
    project = tmp_path / "app"
    shutil.copytree(FIXTURES / "build" / "typescript-is-erased-and-keeps-its-places" / "input", project)
    (project / "app.acss").write_text(
        '@import "./print.acss" print;\n.a, .b > view { color: #ffffff; width: 100rpx }\n/* x */\n',
        "utf-8",
    )
    (project / "print.acss").write_text(".a { margin: 0 0 0 0; }\n", "utf-8")
    installed(project, "esbuild", root)
    return project


@pytest.mark.node
def test_named_tools_make_it_smaller_and_lead_back(project: Path, root: Path, node: str):
    own = {one.name: one.bundle for one in made(project, ToolSettings())}
    tools = ToolSettings(minify_script="esbuild", minify_style="esbuild")
    for one in made(project, tools, "file"):
        assert [line(each) for each in one.diagnostics if each.rule.code.startswith("MP8")] == []
        asked = [
            {"map": json.loads(content), "script": one.bundle[path.with_suffix("")].decode()}
            for path, content in one.bundle.items()
            if path.suffix == ".map"
        ]
        words = [word for found in consumed(asked, root, node) for word in found]
        assert [word for word in words if word["word"] != word["there"]] == []
        assert len(words) > 20
    bare = {one.name: one.bundle for one in made(project, tools)}
    for target, bundle in bare.items():
        scripts = [path for path in bundle if path.suffix == ".js" and path.stem != "runtime"]
        assert sum(len(bundle[path]) for path in scripts) < sum(len(own[target][path]) for path in scripts)
    assert b"@media print{" in bare["web"][PurePosixPath("app.css")]


def test_lightningcss_makes_styles_small(project: Path):
    (web, alipay) = made(project, ToolSettings(minify_style="lightningcss"))
    assert b"color:#fff" in web.bundle[PurePosixPath("app.css")]
    assert b"width:100rpx" in alipay.bundle[PurePosixPath("app.acss")]


def test_what_a_tool_refuses_is_made_small_all_the_same_and_what_is_not_there_is_told(project: Path):
    (project / "app.acss").write_text(".a { color: red; }\n.b { *zoom: 1; } }\n", "utf-8")
    (web, _) = made(project, ToolSettings(minify_style="lightningcss", minify_script="terser"))
    told = {each.rule.code: line(each) for each in web.diagnostics if each.rule.code.startswith("MP8")}
    assert "terser, which is not installed" in told["MP801"]
    assert "lightningcss cannot make a text small" in told["MP804"]
    assert b"color: red}._0_b" in web.bundle[PurePosixPath("app.css")]
