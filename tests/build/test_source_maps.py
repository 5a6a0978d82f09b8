"""Source maps: a consumer finds the line and column of what the user wrote."""

import base64
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from miniport.emit import Mode
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.project.settings import Settings, TargetSettings
from miniport.targets.pack import bundled, bundled_names
from tests.build.case import installed, told
from tests.fixture_folder import FIXTURES

CASES = (
    "typescript-is-erased-and-keeps-its-places",
    "syntax-above-the-level-is-lowered",
    "names-of-folders-lead-to-their-files",
)
APP = PurePosixPath("app.js")
LINK = re.compile(r"/[/*]# sourceMappingURL=(\S+)(?: \*/)?\n$")
# Each with files that only an import leads to.
SHEETS: dict[str, set[str]] = {
    "less-with-imports-packages-and-conditions": {"node_modules/skin/less/index.less", "style/theme.less"},
    "sass-with-modules-and-partials": {"style/_theme.scss", "pages/a/a.sass"},
    "stylus-named-by-the-lock-file": {"app.styl"},
    "plain-css-is-a-style": set(),
}


def built(case: str, target: str, maps: str, mode: Mode = Mode.DEVELOPMENT):
    """Return the bundle of a fixture with maps of a kind."""
    project = FIXTURES / "build" / case / "input"
    settings = Settings(source_maps=maps, targets={"alipay": TargetSettings(es="es2018")})
    request = BuildRequest(DiskFiles(project, project), settings, (bundled()[target],), mode, True)
    (one,) = build(request).targets
    return one.bundle


def consumed(questions: list[object], root: Path, node: str) -> list[object]:
    """Return what the consumer of the runtime's npm packages answers."""
    told = json.dumps(questions)
    script = Path(__file__).with_name("consumer.mjs")
    ran = subprocess.run([node, script], input=told, capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


@pytest.mark.node
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("target", ["web", "alipay"])
@pytest.mark.parametrize("mode", Mode)
def test_each_word_that_is_the_users_leads_to_its_place(
    case: str, target: str, mode: Mode, root: Path, node: str
):
    bundle = built(case, target, "file", mode)
    maps = {path: text for path, text in bundle.items() if path.suffix == ".map"}
    assert maps
    for path, content in maps.items():
        script = bundle[path.with_suffix("")].decode("utf-8")
        found = LINK.search(script)
        assert found is not None and found[1] == path.name
        answers = consumed([{"map": json.loads(content), "script": script}], root, node)
        (words,) = answers
        wrong = [word for word in words if word["there"] != word["word"]]
        assert wrong == []
        if target == "web" and path == APP.with_name("app.js.map"):
            assert any(source.endswith(".axml") for source in json.loads(content)["sources"])
        assert len(words) >= (1 if path.name.endswith("css.map") else 3)


@pytest.mark.node
@pytest.mark.parametrize("case", SHEETS)
def test_each_word_of_a_sheet_leads_to_the_file_that_has_it(case: str, root: Path, node: str, tmp_path: Path):
    project = tmp_path / "app"
    shutil.copytree(FIXTURES / "styles" / case / "input", project)
    installed(project, told(FIXTURES / "styles" / case / "tools.txt", ""), root)
    settings = replace(read_settings(project, bundled_names()).settings, source_maps="file")
    packs = (bundled()["web"], bundled()["alipay"])
    for mode in Mode:
        for one in build(BuildRequest(DiskFiles(project, project), settings, packs, mode)).targets:
            questions = [
                {"map": json.loads(content), "script": one.bundle[path.with_suffix("")].decode()}
                for path, content in one.bundle.items()
                if path.name.endswith("css.map")
            ]
            words = [word for answer in consumed(questions, root, node) for word in answer]
            assert [word for word in words if word["there"] != word["word"]] == []
            assert len(words) >= (0 if one.name == "alipay" and case.startswith("plain") else 5)
            sources = {source for asked in questions for source in asked["map"]["sources"]}
            assert SHEETS[case] <= sources


def test_an_inline_map_is_the_same_map():
    inside, beside = (built(CASES[0], "web", kind) for kind in ("inline", "file"))
    assert PurePosixPath("app.js.map") not in inside
    link = LINK.search(inside[APP].decode("utf-8"))
    assert link is not None

    told = base64.b64decode(link[1].partition("base64,")[2])
    assert json.loads(told) == json.loads(beside[PurePosixPath("app.js.map")])


def test_nothing_of_maps_is_there_unless_asked_for():
    bundle = built(CASES[0], "weibo", "none", Mode.PRODUCTION)
    assert not [path for path in bundle if path.suffix == ".map"]
    assert all(b"sourceMappingURL" not in content for content in bundle.values())


def test_a_script_that_is_not_changed_has_no_map():
    bundle = built(CASES[0], "alipay", "file")
    assert PurePosixPath("lib/plain.js.map") not in bundle
    assert b"sourceMappingURL" not in bundle[PurePosixPath("lib/plain.js")]


@pytest.mark.parametrize("target", ["web", "alipay"])
def test_a_map_changes_nothing_of_a_small_script_but_the_link(target: str):
    bare, mapped = (built(CASES[0], target, maps, Mode.PRODUCTION) for maps in ("none", "file"))
    for path, content in bare.items():
        lines = mapped[path].decode().splitlines()
        if PurePosixPath(f"{path}.map") in mapped:
            assert lines.pop().strip("/*# ") == f"sourceMappingURL={path.name}.map"
        assert lines == content.decode().splitlines()


def test_a_script_that_is_only_made_small_has_a_map():
    bundle = built(CASES[0], "alipay", "file", Mode.PRODUCTION)
    assert PurePosixPath("lib/plain.js.map") in bundle
