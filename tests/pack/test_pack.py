"""`miniport pack`: the same archive everywhere, whole or not there, with a manifest that tells the truth."""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from miniport import rules
from miniport.archive.manifest import manifest_schema, manifest_text, read_manifest
from miniport.archive.store import store
from miniport.output import OutputError
from miniport.posix import PurePosixPath
from tests.bad.row import put
from tests.fixture_folder import read_files

TARGETS = ("alipay", "web", "weibo")
ALL = [option for target in TARGETS for option in ("--target", target)]


def archives(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder of archives."""
    return {str(path): content for path, content in read_files(folder).items()}


def unzipped(archive: Path) -> dict[PurePosixPath, bytes]:
    """Return the files of an archive."""
    with zipfile.ZipFile(archive) as opened:
        return {PurePosixPath(name): opened.read(name) for name in opened.namelist()}


def test_an_archive_holds_what_a_production_build_writes(miniport, project: Path, tmp_path: Path):
    assert miniport("pack", project, *ALL, "--out", tmp_path / "out").code == 0
    assert miniport("build", project, *ALL, "--mode", "production", "--out", tmp_path / "built").code == 0
    for target in TARGETS:
        built = read_files(tmp_path / "built" / target)
        del built[PurePosixPath(".miniport.json")]
        assert unzipped(tmp_path / "out" / f"tea-1.0-{target}.zip") == built
        with tarfile.open(tmp_path / "out" / f"tea-1.0-{target}.tar.gz") as opened:
            inside = {PurePosixPath(each.name): opened.extractfile(each).read() for each in opened}
        assert inside == built


def test_a_manifest_says_what_is_in_the_archive(miniport, project: Path, tmp_path: Path):
    put(project, {"node_modules/dep/package.json": '{"name": "dep", "version": "1.2.3", "license": "MIT"}'})
    put(project, {"node_modules/dep/index.js": "export default 1;\n"})
    put(project, {"app.js": "import dep from 'dep';\nmy.getLocation({});\nApp({ dep });\n"})
    assert miniport("pack", project, *ALL, "--out", tmp_path).code in (0, 1)
    for target in TARGETS:
        text = (tmp_path / f"tea-1.0-{target}.manifest.json").read_text("utf-8")
        manifest = read_manifest(text, "manifest.json")
        files = unzipped(tmp_path / f"tea-1.0-{target}.zip")
        assert [file.path for file in manifest.files] == [str(path) for path in files]
        assert [file.size for file in manifest.files] == [len(content) for content in files.values()]
        listed = "".join(
            f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in files.items()
        )
        assert manifest.content_hash == hashlib.sha256(listed.encode()).hexdigest()
        assert [(each.name, each.version, each.licence) for each in manifest.packages] == [
            ("dep", "1.2.3", "MIT")
        ]
        assert "getLocation" in manifest.uses.apis
        made = {source for file in manifest.files for source in file.sources}
        assert {"app.js", "pages/a/a.axml", "img/a.png", "node_modules/dep/index.js"} <= made
        assert manifest_text(manifest) == text


def test_a_manifest_of_a_later_miniport_can_be_read(miniport, project: Path, tmp_path: Path):
    miniport("pack", project, "--target", "web", "--out", tmp_path)
    value = json.loads((tmp_path / "tea-1.0-web.manifest.json").read_text("utf-8"))
    kept = read_manifest(json.dumps(value), "a")
    value["later"] = 1
    value["files"][0]["later"] = {}
    assert read_manifest(json.dumps(value), "a") == kept


def test_the_published_schema_is_what_is_written(root: Path):
    published = json.loads((root / "docs" / "manifest.schema.json").read_text("utf-8"))
    assert published == manifest_schema()


def shuffled(source: Path, target: Path) -> None:
    """Copy a folder with its files made in another order."""
    paths = sorted(path for path in source.rglob("*") if path.is_file())
    random.Random(5).shuffle(paths)
    for path in paths:
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def test_folder_clock_locale_rights_and_order_change_no_byte(project: Path, tmp_path: Path):
    deep = tmp_path / "茶 馆" / "deep"
    shuffled(project, deep)
    for folder, umask, more in (
        (project, 0o022, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        (deep, 0o077, {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "77", "USER": "x"}),
    ):
        command = [sys.executable, "-m", "miniport", "pack", ".", *ALL, "--out", "../out", "-q"]
        given = {**os.environ, **more}
        # A folder of its own to start from, as another machine has.
        subprocess.run(command, cwd=folder, env=given, check=True, umask=umask)
    first, second = archives(tmp_path / "out"), archives(tmp_path / "茶 馆" / "out")
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_entries_have_one_date_and_plain_rights(miniport, project: Path, tmp_path: Path):
    miniport("pack", project, "--target", "alipay", "--out", tmp_path)
    with zipfile.ZipFile(tmp_path / "tea-1.0-alipay.zip") as opened:
        assert {(each.date_time, each.external_attr >> 16) for each in opened.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0o100644)
        }
    with tarfile.open(tmp_path / "tea-1.0-alipay.tar.gz") as opened:
        assert {(each.mtime, each.mode, each.uid, each.gid, each.uname, each.gname) for each in opened} == {
            (315532800, 0o644, 0, 0, "", "")
        }


def test_no_source_map_and_no_link_to_one_lies_in_an_archive(miniport, project: Path, tmp_path: Path):
    miniport("pack", project, *ALL, "--out", tmp_path)
    for target in TARGETS:
        files = unzipped(tmp_path / f"tea-1.0-{target}.zip")
        assert [path for path in files if path.suffix == ".map"] == []
        assert [path for path, content in files.items() if b"sourceMappingURL" in content] == []
        maps = unzipped(tmp_path / f"tea-1.0-{target}.maps.zip")
        assert {path.with_suffix("") for path in maps} <= set(files)


def test_what_is_not_packed_counts_what_the_archive_would_hold(miniport, project: Path, tmp_path: Path):
    put(project, {"pages/a/a.js": "Page({ go() { " + "my.hideLoading(); " * 40 + "} });\n"})
    counted = []
    for call in ("", "my.showTaost({});"):
        put(project, {"app.js": f"App({{ onShow() {{ {call} }} }});\n"})
        ran = miniport("pack", project, "--target", "alipay", "--out", tmp_path / "out", "--format", "json")
        counted.append([(each["status"], each["files"]) for each in ran.data()["targets"]])
    (written,), (blocked,) = counted
    assert (written[0], blocked[0]) == ("written", "blocked")
    assert written[1] == blocked[1]
    checked = miniport("check", project, "--target", "alipay", "--format", "json").data()["targets"][0]
    assert (checked["files"], checked["bytes"] >= ran.data()["targets"][0]["bytes"]) == (blocked[1], True)


def test_what_has_an_error_is_not_packed_and_every_cause_is_told(miniport, project: Path, tmp_path: Path):
    put(project, {"pages/a/a.js": "my.tradePay({});\nmy.getPhoneNumber({});\nPage({});\n"})
    ran = miniport("pack", project, "--target", "weibo", "--fail-on", "never", "--out", tmp_path)
    assert ran.code == 1
    assert "tradePay" in ran.out and "getPhoneNumber" in ran.out
    assert archives(tmp_path) == {} or not [name for name in archives(tmp_path) if name.startswith("tea-")]


@pytest.mark.parametrize("text", ["", "name: tea\n", "version: '1'\n"])
def test_a_release_has_a_name_and_a_version(miniport, project: Path, tmp_path: Path, text: str):
    put(project, {"miniport.yaml": text})
    ran = miniport("pack", project, "--target", "web", "--out", tmp_path / "out", "--format", "json")
    codes = [found["code"] for found in ran.data()["diagnostics"]]
    assert (ran.code, codes) == (2, [rules.ARCHIVE_UNNAMED.code] * (2 if not text else 1))
    named = ("--name", "a b/茶", "--app-version", "2.0 beta")
    assert miniport("pack", project, "--target", "web", "--out", tmp_path / "out", *named).code == 0
    assert (tmp_path / "out" / "a-b-茶-2.0-beta-web.zip").is_file()


@pytest.mark.parametrize("target", ["{appId: '0000000000'}", "{}"])
def test_a_placeholder_is_told_of_what_is_for_production(
    miniport, project: Path, tmp_path: Path, target: str
):
    put(project, {"miniport.yaml": f"name: tea\nversion: '1'\ntargets: {{weibo: {target}}}\n"})
    told = {}
    for said, *more in (
        ("check",),
        ("check", "--mode", "development"),
        ("build", "--out", tmp_path / "built"),
        ("build", "--mode", "production", "--out", tmp_path / "built"),
        ("pack", "--out", tmp_path / "out"),
    ):
        ran = miniport(said, project, "--target", "weibo", "--format", "json", *more)
        found = [each for each in ran.data()["diagnostics"] if each["code"] == rules.SETTING_MISSING.code]
        told[said, *(word for word in more if word in ("development", "production"))] = found
    assert {words: [each["place"]["path"] for each in found] for words, found in told.items()} == {
        ("check",): [],
        ("check", "development"): [],
        ("build",): [],
        ("build", "production"): ["miniport.yaml"],
        ("pack",): ["miniport.yaml"],
    }
    manifest = json.loads((tmp_path / "out" / "tea-1-weibo.manifest.json").read_text("utf-8"))
    assert manifest["target"]["appId"] == ""


def test_a_lack_of_settings_is_told_at_a_file_that_is_there(miniport, project: Path):
    (project / "miniport.yaml").unlink()
    ran = miniport("build", project, "--mode", "production", "--target", "weibo", "--format", "json")
    found = [each for each in ran.data()["diagnostics"] if each["code"] == rules.SETTING_MISSING.code]
    assert [each["place"]["path"] for each in found] == ["app.json"]


def test_an_archive_of_other_content_stays_unless_forced(miniport, project: Path, tmp_path: Path):
    pack = ("pack", project, "--target", "web", "--out", tmp_path / "out", "--format", "json")
    assert miniport(*pack).code == 0
    before = archives(tmp_path / "out")
    assert miniport(*pack).data()["targets"][0]["status"] == "unchanged"
    put(project, {"pages/a/a.js": "Page({ data: { n: 2 } });\n"})
    ran = miniport(*pack)
    found = ran.data()["diagnostics"]
    assert ran.code == 2
    assert rules.ARCHIVE_OTHER.code in {each["code"] for each in found}
    assert archives(tmp_path / "out") == before
    assert miniport(*pack, "--force").code == 0
    assert archives(tmp_path / "out") != before


@pytest.mark.parametrize("command", ["pack", "ci"])
def test_what_a_baseline_lists_keeps_no_archive_back(miniport, project: Path, tmp_path: Path, command: str):
    put(project, {"pages/a/a.axml": "<veiw>a</veiw>\n"})
    options = (*ALL, "--out", tmp_path / "out")
    assert miniport(command, project, *options).code == 1
    known = tmp_path / "known.json"
    miniport("check", project, *ALL, "--update-baseline", "--baseline", known)
    packed = miniport(command, project, *options, "--baseline", known, "--format", "json")
    assert packed.code == 0
    assert packed.data()["known"] == 1
    assert len(list(tmp_path.rglob("*.zip"))) == 2 * len(TARGETS)
    put(project, {"pages/a/a.axml": "<veiw>a</veiw><swipr>b</swipr>\n"})
    assert miniport(command, project, *options, "--baseline", known, "--force").code == 1
    missing = miniport(command, project, *options, "--baseline", tmp_path / "none.json")
    assert (missing.code, "there is no baseline" in missing.err) == (2, True)


FILES = {"a.tar.gz": b"tar", "a.zip": b"zip", "a.manifest.json": b"{}"}


class Stopped(Exception):  # noqa: N818 - it names what happens
    """The moment at which a process is ended."""


def steps(folder: Path) -> list[str]:
    """Return the names of the steps of storing."""
    found: list[str] = []
    store(FILES, folder, step=found.append)
    return found


def test_stopped_at_any_step_each_name_holds_all_or_nothing(tmp_path: Path):
    for number, _ in enumerate(steps(tmp_path / "whole")):
        folder = tmp_path / str(number)
        left = iter(range(number))

        def stop(step: str, left=left) -> None:
            if next(left, None) is None:
                raise Stopped

        with pytest.raises(Stopped):
            store(FILES, folder, step=stop)
        there = archives(folder)
        assert all(FILES[name] == content for name, content in there.items())
        assert "a.manifest.json" not in there
        store(FILES, folder)
        assert archives(folder) == FILES


@pytest.mark.parametrize(
    ("put_there", "rule"),
    [
        (lambda folder: (folder / "a.zip").mkdir(parents=True), rules.OUTPUT_OBSTRUCTED),
        (lambda folder: (folder.mkdir(), (folder / "a.zip").symlink_to("/etc/hosts")), rules.OUTPUT_LINK),
        (lambda folder: folder.write_text("x"), rules.OUTPUT_OBSTRUCTED),
        (lambda folder: (folder.parent / "y").mkdir() or folder.symlink_to("y"), rules.OUTPUT_LINK),
    ],
    ids=["a folder", "a link", "a file for the folder", "a link for the folder"],
)
def test_what_stands_in_the_way_is_told(tmp_path: Path, put_there, rule):
    folder = tmp_path / "x"
    put_there(folder)
    with pytest.raises(OutputError) as caught:
        store(FILES, folder, is_forced=True)
    assert [found.rule for found in caught.value.diagnostics] == [rule]


@pytest.mark.parametrize(("number", "rule"), [(28, rules.OUTPUT_FULL), (13, rules.OUTPUT_DENIED)])
def test_a_full_disk_and_a_missing_right_leave_nothing_behind(tmp_path: Path, number: int, rule):
    def fail(step: str) -> None:
        if step == "stage a.zip":
            raise OSError(number, "so")

    with pytest.raises(OutputError) as caught:
        store(FILES, tmp_path, step=fail)
    assert [found.rule for found in caught.value.diagnostics] == [rule]
    assert list(tmp_path.iterdir()) == []
