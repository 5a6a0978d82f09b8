"""The warm state of a project: what a rebuild answers after each kind of change."""

from pathlib import Path

import pytest

from miniport.cache import recorded
from miniport.cache.inputs import Changes
from miniport.cache.recorded import RecordedFiles
from miniport.dev.rebuild import Wanted, WarmProject
from miniport.posix import PurePosixPath
from miniport.project.style.node import NodeTool
from miniport.targets.pack import bundled_pack
from tests.build.case import installed

FILES = {
    "app.json": '{"pages": ["pages/a/a"]}',
    "app.js": "App({});\n",
    "pages/a/a.js": "Page({ data: { n: 1 } });\n",
    "pages/a/a.axml": "<view>{{n}}</view>\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        place = tmp_path / "app" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return tmp_path / "app"


@pytest.fixture
def warm(project: Path) -> WarmProject:
    packs = tuple(bundled_pack(name) for name in ("alipay", "weibo"))
    return WarmProject(Wanted(project, lambda: packs, lambda target: project / "dist" / target))


def paths(*names):
    return frozenset(map(PurePosixPath, names))


def test_nothing_has_changed_after_a_build_even_the_first_which_makes_the_output_folder(warm):
    warm.rebuild(Changes())
    assert not warm.changes()


def test_a_changed_script_changes_its_file_of_each_bundle(warm, project):
    warm.rebuild(Changes())
    (project / "pages/a/a.js").write_text("Page({ data: { n: 2 } });\n", "utf-8")
    changes = warm.changes()
    rebuilt = warm.rebuild(changes)
    assert changes.files == {str(project.resolve() / "pages/a/a.js")}
    assert rebuilt.targets["alipay"].changed == paths("pages/a/a.js")
    assert rebuilt.targets["weibo"].changed == paths("src/res/h5/app.js")
    assert (project / "dist/alipay/pages/a/a.js").read_text("utf-8") == "Page({ data: { n: 2 } });\n"


def test_a_file_saved_as_it_was_is_no_change(warm, project):
    warm.rebuild(Changes())
    (project / "app.js").write_text(FILES["app.js"], "utf-8")
    assert not warm.changes()


def test_a_broken_project_keeps_the_last_good_bundle_and_recovers(warm, project):
    warm.rebuild(Changes())
    (project / "app.json").write_text("{", "utf-8")
    assert warm.rebuild(warm.changes()).targets == {}
    (project / "app.json").write_text('{"pages": ["pages/a/a", "pages/b/b"]}', "utf-8")
    blocked = warm.rebuild(warm.changes()).targets["alipay"]
    assert blocked.written is None
    assert PurePosixPath("pages/a/a.js") in blocked.bundle
    (project / "app.json").write_text(FILES["app.json"], "utf-8")
    assert warm.rebuild(warm.changes()).targets["alipay"].changed == frozenset()


def test_settings_that_come_break_and_go_are_noticed(warm, project):
    warm.rebuild(Changes())
    settings = project / "miniport.yaml"
    settings.write_text("nonsense: 1\n", "utf-8")
    assert [found.rule.code for found in warm.rebuild(warm.changes()).diagnostics] == ["MP302"]
    settings.unlink()
    rebuilt = warm.rebuild(warm.changes())
    assert not rebuilt.diagnostics
    assert set(rebuilt.targets) == {"alipay", "weibo"}


def test_a_file_for_one_target_that_was_not_there_is_noticed(warm, project):
    warm.rebuild(Changes())
    (project / "pages/a/a.alipay.js").write_text("Page({ data: { n: 3 } });\n", "utf-8")
    rebuilt = warm.rebuild(warm.changes())
    assert rebuilt.targets["alipay"].changed == paths("pages/a/a.js")
    assert rebuilt.targets["weibo"].changed == frozenset()


def test_output_that_others_changed_is_refused_and_what_they_added_stays(warm, project):
    warm.rebuild(Changes())
    (project / "dist/alipay/app.js").write_text("edited\n", "utf-8")
    (project / "dist/alipay/.idea").write_text("an IDE's\n", "utf-8")
    (project / "app.js").write_text("App({ a: 1 });\n", "utf-8")
    rebuilt = warm.rebuild(warm.changes())
    assert [found.rule.name for found in rebuilt.targets["alipay"].refused] == ["output-edited"]
    assert (project / "dist/alipay/app.js").read_text("utf-8") == "edited\n"
    (project / "dist/alipay/app.js").unlink()
    (project / "app.js").write_text("App({ a: 2 });\n", "utf-8")
    assert not warm.rebuild(warm.changes()).targets["alipay"].refused
    assert (project / "dist/alipay/app.js").read_text("utf-8") == "App({ a: 2 });\n"
    assert (project / "dist/alipay/.idea").exists()


def test_only_what_an_edit_changes_is_written(warm, project):
    warm.rebuild(Changes())
    before = {path: path.stat().st_mtime_ns for path in (project / "dist").rglob("*") if path.is_file()}
    (project / "pages/a/a.axml").write_text("<view>other {{n}}</view>\n", "utf-8")
    rebuilt = warm.rebuild(warm.changes())
    after = {path: path.stat().st_mtime_ns for path in (project / "dist").rglob("*") if path.is_file()}
    changed = {path.relative_to(project / "dist").as_posix() for path in after if after[path] != before[path]}
    assert not rebuilt.is_whole
    assert changed == {
        "alipay/.miniport.json",
        "alipay/pages/a/a.axml",
        "weibo/.miniport.json",
        "weibo/src/res/h5/app.js",
    }


def test_two_hundred_rebuilds_keep_no_more_than_a_few_texts(warm, project):
    warm.rebuild(Changes())
    for number in range(200):
        (project / "app.js").write_text(f"App({{ n: {number} }});\n", "utf-8")
        warm.rebuild(warm.changes())
    assert len(warm._warm.parses.known) < 130
    assert len(warm._warm.parses.steps.known) < 130


def test_the_mend_of_a_broken_sheet_compiles_no_other_one_again(warm, project, root, monkeypatch):
    for name, text in {
        "package.json": '{"devDependencies": {"less": "4"}}',
        "app.less": '@import "./base.less";\n.app { color: @tea; }\n',
        "base.less": "@tea: green;\n",
        "pages/a/a.less": ".a { .b { color: red; } }\n",
    }.items():
        (project / name).write_text(text, "utf-8")
    installed(project, "less", root)
    compiled: list[str] = []
    compiles = NodeTool.compile
    monkeypatch.setattr(
        NodeTool, "compile", lambda tool, path, *rest: compiled.append(path) or compiles(tool, path, *rest)
    )
    warm.rebuild(Changes())
    (project / "pages/a/a.less").write_text(".a {\n", "utf-8")
    assert not warm.rebuild(warm.changes()).is_good
    compiled.clear()
    (project / "pages/a/a.less").write_text(".a { .b { color: blue; } }\n", "utf-8")
    assert warm.rebuild(warm.changes()).is_good
    assert set(compiled) == {"pages/a/a.less"}
    (project / "base.less").write_text("@tea: black;\n", "utf-8")
    assert (
        "black" in warm.rebuild(warm.changes()).targets["alipay"].bundle[PurePosixPath("app.acss")].decode()
    )
    warm.close()


def test_a_file_that_is_written_just_now_is_not_taken_for_an_empty_one(project, monkeypatch):
    files = RecordedFiles(project, project)
    sheet = PurePosixPath("app.js")
    before = files.read(sheet)
    (project / sheet).write_bytes(b"")
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 2:
            (project / sheet).write_bytes(before)

    monkeypatch.setattr(recorded.time, "sleep", wait)
    assert files.read(sheet) == before
    assert not files.changes()
    # One that stays empty is.
    (project / sheet).write_bytes(b"")
    del waits[:2]
    waits.extend((0.0, 0.0))
    assert files.changes().files
    assert files.read(sheet) == b""
    assert len(waits) < 10
