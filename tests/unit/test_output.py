"""Writing bundles: what is changed, what is refused, and what a cut-off write leaves behind."""

import errno
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from miniport.output import OutputError, check_folder, check_place, is_output, recover, write, write_over
from miniport.output.lock import LOCK, locked
from miniport.output.manifest import Entry, encode, patched
from miniport.output.replace import replace_files
from miniport.posix import PurePosixPath
from miniport.project.outputs import JOURNAL, MANIFEST, STAGING
from miniport.rules.catalogue import catalogue


def bundle(**files: str) -> dict[PurePosixPath, bytes]:
    return {
        PurePosixPath(name.replace("__", "/").replace("_", ".")): text.encode()
        for name, text in files.items()
    }


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def text_of(files: dict[PurePosixPath, bytes]) -> dict[str, str]:
    return {str(path): content.decode() for path, content in sorted(files.items())}


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def codes(error: pytest.ExceptionInfo[OutputError]) -> list[str]:
    return [found.rule.code for found in error.value.diagnostics]


OLD = bundle(app_js="1", pages__a_js="old a", pages__gone_js="x", same_json="{}", turns_js="file")
NEW = bundle(app_js="2", pages__a_js="new a", pages__b_js="b", same_json="{}", turns_js__in_js="folder")


def test_a_bundle_is_written_with_its_manifest(tmp_path):
    done = write(OLD, tmp_path / "out")
    assert contents(tmp_path / "out") == text_of(OLD)
    assert (done.written, done.removed, done.unchanged) == (5, 0, 0)
    listed = json.loads((tmp_path / "out" / MANIFEST).read_text())
    assert sorted(listed["files"]) == sorted(map(str, OLD))
    assert sorted(names_in(tmp_path / "out")) == [
        ".miniport.json",
        "app.js",
        "pages",
        "same.json",
        "turns.js",
    ]


def test_git_ignores_a_dist_that_was_made_for_output_and_no_other_folder(tmp_path):
    for folder in ("new/dist/weibo", "new/dist/alipay", "old/dist/weibo", "out/weibo", "dist"):
        if folder == "old/dist/weibo":
            (tmp_path / "old" / "dist").mkdir(parents=True)
        write(bundle(a="1"), tmp_path / folder)
    replace_files({tmp_path / "page" / "dist" / "report.html": b"a"})
    ignoring = {path.parent.relative_to(tmp_path).as_posix() for path in tmp_path.rglob(".gitignore")}
    assert ignoring == {"new/dist", "page/dist"}
    assert (tmp_path / "new" / "dist" / ".gitignore").read_text("utf-8") == "*\n"


def test_a_second_write_replaces_adds_and_removes(tmp_path):
    write(OLD, tmp_path)
    done = write(NEW, tmp_path)
    assert contents(tmp_path) == text_of(NEW)
    assert (done.written, done.removed, done.unchanged) == (4, 2, 1)


def test_a_folder_may_become_a_file(tmp_path):
    write(NEW, tmp_path)
    write(OLD, tmp_path)
    assert contents(tmp_path) == text_of(OLD)


def test_equal_bytes_are_not_written_again(tmp_path):
    write(OLD, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    done = write(OLD, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert (done.written, done.unchanged) == (0, 5)


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="/\\:\0"), min_size=1).map("a{}".format)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(NAMES, st.binary(max_size=9), min_size=1), st.binary(max_size=9), st.data())
def test_a_list_with_other_lines_is_that_of_the_other_files(old, content, data):
    before = {PurePosixPath(name): Entry.of(found) for name, found in old.items()}
    changed = data.draw(st.lists(st.sampled_from(sorted(before)), unique=True))
    entries = dict.fromkeys(changed, Entry.of(content))
    assert patched(encode(before), entries) == encode({**before, **entries})
    assert patched(encode(before), {PurePosixPath("b"): Entry.of(content)}) is None


def test_some_files_are_written_over_what_stands(tmp_path):
    write(bundle(a_js="one", b_js="two"), tmp_path / "out")
    after = bundle(a_js="one", b_js="other")
    b = PurePosixPath("b.js")
    done = write_over(after, tmp_path / "out", {b: Entry.of(after[b]).sha256})
    assert (done.written, done.unchanged) == (1, 1)
    write(after, tmp_path / "whole")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    assert (tmp_path / "out" / MANIFEST).read_bytes() == (tmp_path / "whole" / MANIFEST).read_bytes()


def test_nothing_is_written_over_a_folder_whose_manifest_is_gone(tmp_path):
    write(OLD, tmp_path / "out")
    (tmp_path / "out" / MANIFEST).unlink()
    changed = {path: Entry.of(content).sha256 for path, content in OLD.items()}
    assert write_over(OLD, tmp_path / "out", changed) is None
    assert write_over(OLD, tmp_path / "nowhere", changed) is None
    assert not (tmp_path / "nowhere").exists()


def test_two_writes_give_the_same_manifest(tmp_path):
    write(OLD, tmp_path / "a")
    write(NEW, tmp_path / "b")
    write(dict(reversed(OLD.items())), tmp_path / "b")
    assert (tmp_path / "a" / MANIFEST).read_bytes() == (tmp_path / "b" / MANIFEST).read_bytes()


def test_files_of_others_stay(tmp_path):
    write(OLD, tmp_path)
    (tmp_path / "pages" / "ide.json").write_text("vendor")
    write(bundle(app_js="1"), tmp_path)
    assert contents(tmp_path) == {"app.js": "1", "pages/ide.json": "vendor"}


def test_a_file_that_somebody_deleted_is_written_again(tmp_path):
    write(OLD, tmp_path)
    (tmp_path / "app.js").unlink()
    write(OLD, tmp_path)
    assert contents(tmp_path) == text_of(OLD)


def test_a_folder_that_is_not_ours_is_refused(tmp_path):
    (tmp_path / "thesis.txt").write_text("dear")
    with pytest.raises(OutputError) as error:
        write(OLD, tmp_path)
    assert codes(error) == ["MP331"]
    assert contents(tmp_path) == {"thesis.txt": "dear"}


@pytest.mark.parametrize("name", ["app.js", "pages/gone.js"])
def test_an_edited_file_stops_the_write_unless_forced(tmp_path, name):
    write(OLD, tmp_path)
    (tmp_path / name).write_text("mine")
    with pytest.raises(OutputError) as error:
        write(NEW, tmp_path)
    assert codes(error) == ["MP332"]
    assert contents(tmp_path) == {**text_of(OLD), name: "mine"}
    write(NEW, tmp_path, is_forced=True)
    assert contents(tmp_path) == text_of(NEW)


def test_a_foreign_file_in_the_way_stops_the_write_unless_forced(tmp_path):
    write(OLD, tmp_path)
    (tmp_path / "pages" / "b.js").write_text("mine")
    with pytest.raises(OutputError) as error:
        write(NEW, tmp_path)
    assert codes(error) == ["MP333"]
    write(NEW, tmp_path, is_forced=True)
    assert contents(tmp_path) == text_of(NEW)


def test_a_foreign_file_with_the_same_bytes_is_taken_over(tmp_path):
    write(OLD, tmp_path)
    (tmp_path / "pages" / "b.js").write_text("b")
    write(NEW, tmp_path)
    assert contents(tmp_path) == text_of(NEW)


def test_a_foreign_folder_in_the_way_is_never_removed(tmp_path):
    write(bundle(app_js="1"), tmp_path)
    (tmp_path / "pages" / "a.js").mkdir(parents=True)
    with pytest.raises(OutputError) as error:
        write(OLD, tmp_path, is_forced=True)
    assert codes(error) == ["MP336"]


def test_a_file_where_a_folder_should_be_is_refused(tmp_path):
    write(bundle(app_js="1"), tmp_path)
    (tmp_path / "pages").write_text("not a folder")
    with pytest.raises(OutputError) as error:
        write(OLD, tmp_path)
    assert codes(error) == ["MP336"] * 2


def test_a_file_in_place_of_the_output_folder_is_refused(tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError) as error:
        write(OLD, tmp_path / "out")
    assert codes(error) == ["MP336"]


@pytest.mark.parametrize("link", ["pages", "app.js"])
def test_a_link_inside_the_output_is_refused(tmp_path, link):
    outside, out = tmp_path / "outside", tmp_path / "out"
    outside.mkdir()
    (outside / "a.js").write_text("safe")
    write(bundle(same_json="{}"), out)
    (out / link).symlink_to(outside)
    with pytest.raises(OutputError) as error:
        write(OLD, out, is_forced=True)
    assert codes(error) == ["MP335"]
    assert contents(outside) == {"a.js": "safe"}


@pytest.mark.parametrize("name", [STAGING, "."])
def test_a_link_in_place_of_our_folders_is_refused(tmp_path, name):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "keep").write_text("")
    out = tmp_path / "out"
    if name == STAGING:
        write(OLD, out)
    (out / name if name == STAGING else out).symlink_to(tmp_path / "outside")
    with pytest.raises(OutputError) as error:
        write(NEW, out)
    assert codes(error) == ["MP335"]
    assert (tmp_path / "outside" / "keep").exists()


@pytest.mark.parametrize(
    "name", ["/etc/x", "../x", "a/../../x", MANIFEST, ".Miniport.json", f"{STAGING}/x", LOCK]
)
def test_a_bundle_cannot_leave_its_folder_or_take_our_names(tmp_path, name):
    with pytest.raises(OutputError) as error:
        write({PurePosixPath(name): b""}, tmp_path / "out")
    assert codes(error) == ["MP340"]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "names", [("img/Logo.png", "img/logo.png"), ("caf\u00e9.js", "cafe\u0301.js"), ("A", "a/b.js")]
)
def test_names_that_differ_by_case_alone_are_refused(tmp_path, names):
    with pytest.raises(OutputError) as error:
        write({PurePosixPath(name): b"" for name in names}, tmp_path / "out")
    assert codes(error) == ["MP337"]


def test_a_changed_case_is_written(tmp_path):
    write({PurePosixPath("Logo.png"): b"1"}, tmp_path)
    write({PurePosixPath("logo.png"): b"2"}, tmp_path)
    assert contents(tmp_path) == {"logo.png": "2"}


def test_the_project_and_what_holds_it_are_no_output_folder(tmp_path):
    project = tmp_path / "work" / "app"
    project.mkdir(parents=True)
    for folder in (project, project.parent, tmp_path, project / ".." / "app"):
        with pytest.raises(OutputError) as error:
            check_folder(folder, project)
        assert codes(error) == ["MP330"]
    check_folder(project / "dist" / "alipay", project)


@pytest.mark.parametrize(
    ("out", "base", "is_refused"),
    [
        ("dist", ".", False),
        ("pages", ".", True),
        ("pages/home", ".", True),
        (".", ".", True),
        # Sources that stand deeper leave the project's folder free.
        (".", "src", False),
        ("src", "src", True),
        ("src/dist", "src", False),
        ("../elsewhere", ".", False),
    ],
)
def test_a_new_output_does_not_lie_among_the_sources(tmp_path, out, base, is_refused):
    project, base = tmp_path / "app", PurePosixPath(base)
    project.mkdir()
    sources = [base / "app.json", base / "pages/home/home.axml", PurePosixPath("pages/home/home.axml")]
    folder = project / out / "alipay"
    if is_refused:
        with pytest.raises(OutputError) as error:
            check_place(folder, project, base, sources)
        assert codes(error) == ["MP343"]
        # One that is there already stays where it is.
        write(OLD, folder)
    check_place(folder, project, base, sources)


def test_an_output_folder_is_known_by_what_lies_in_it(tmp_path):
    assert not is_output(tmp_path)
    write(OLD, tmp_path)
    assert is_output(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"schema": 99, "files": {}}',
        '{"schema": 1, "files": {"../x": {"sha256": "", "size": 1}}}',
    ],
)
def test_a_manifest_that_is_not_ours_is_refused(tmp_path, text):
    write(OLD, tmp_path)
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(OutputError) as error:
        write(NEW, tmp_path)
    assert codes(error) == ["MP341"]
    assert contents(tmp_path) == text_of(OLD)


def test_two_writes_at_once_are_refused(tmp_path):
    write(OLD, tmp_path)
    with locked(tmp_path), pytest.raises(OutputError) as error:
        write(NEW, tmp_path)
    assert codes(error) == ["MP334"]
    write(NEW, tmp_path)
    assert contents(tmp_path) == text_of(NEW)


class Full(io.BytesIO):
    """A file on a disk that has a name left and no byte."""

    def write(self, content):
        raise OSError(errno.ENOSPC, "so")


def test_a_full_disk_leaves_no_lock_behind(tmp_path, monkeypatch):
    write(OLD, tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr("miniport.output.lock.os.fdopen", lambda handle, mode: os.close(handle) or Full())
        with pytest.raises(OutputError) as error:
            write(NEW, tmp_path)
    assert codes(error) == ["MP338"]
    assert contents(tmp_path) == text_of(OLD)
    write(NEW, tmp_path)
    assert contents(tmp_path) == text_of(NEW)


@pytest.mark.parametrize("born", ["", "1"])
def test_the_lock_of_a_process_that_is_gone_is_broken(tmp_path, born):
    write(OLD, tmp_path)
    with locked(tmp_path):
        owner = json.loads((tmp_path / LOCK).read_text())
    gone = os.getpid() if born else 2**22 + 1
    (tmp_path / LOCK).write_text(json.dumps({**owner, "process": gone, "born": born}))
    write(NEW, tmp_path)
    assert not (tmp_path / LOCK).exists()


@pytest.mark.parametrize(("content", "age"), [("", 6), ('{"host": "another-machine", "process": 1}', 601)])
def test_a_lock_without_a_process_here_is_broken_by_age(tmp_path, content, age):
    write(OLD, tmp_path)
    (tmp_path / LOCK).write_text(content)
    with pytest.raises(OutputError):
        write(NEW, tmp_path)
    before = (tmp_path / LOCK).stat().st_mtime - age
    os.utime(tmp_path / LOCK, (before, before))
    write(NEW, tmp_path)
    assert contents(tmp_path) == text_of(NEW)


def steps_of(old, new, folder: Path) -> list[str]:
    names: list[str] = []
    write(old, folder)
    write(new, folder, step=names.append)
    return names


def killed_at(number: int, new, folder: Path, run=write) -> None:
    """Run a write in a process of its own that ends at a step as if it were killed."""
    seen = 0

    def step(name: str) -> None:
        nonlocal seen
        if seen == number:
            os._exit(9)
        seen += 1

    child = os.fork()
    if child == 0:
        try:
            run(new, folder, step=step)
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def recovered(folder: Path) -> dict[str, str]:
    recover(folder)
    assert not {JOURNAL, STAGING} & names_in(folder)
    (folder / LOCK).unlink(missing_ok=True)
    return contents(folder)


def test_a_write_killed_at_any_step_leaves_the_old_or_the_new_whole(tmp_path):
    total = len(steps_of(OLD, NEW, tmp_path / "dry"))
    seen = set()
    for number in range(total):
        folder = tmp_path / str(number)
        write(OLD, folder)
        killed_at(number, NEW, folder)
        found = recovered(folder)
        assert found in (text_of(OLD), text_of(NEW))
        seen.add(found == text_of(NEW))
        write(NEW, folder)
        assert contents(folder) == text_of(NEW)
    assert total > 12
    assert seen == {True, False}


def test_a_recovery_killed_at_any_step_can_be_recovered(tmp_path):
    names = steps_of(OLD, NEW, tmp_path / "dry")
    begun = names.index("complete journal") + 1
    for number in range(len(names) - begun):
        folder = tmp_path / str(number)
        write(OLD, folder)
        killed_at(begun, NEW, folder)
        killed_at(number, NEW, folder, run=lambda new, folder, step: recover(folder, step))
        assert recovered(folder) == text_of(NEW)


def test_a_first_write_killed_at_any_step_is_not_mistaken_for_a_foreign_folder(tmp_path):
    names: list[str] = []
    write(NEW, tmp_path / "dry", step=names.append)
    for number in range(len(names)):
        folder = tmp_path / str(number)
        killed_at(number, NEW, folder)
        write(OLD, folder)
        assert contents(folder) == text_of(OLD)


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "MP338"), (errno.EROFS, "MP339"), (errno.EIO, "MP340")]
)
def test_an_error_of_the_disk_at_any_step_is_reported_and_can_be_repaired(tmp_path, number, code):
    total = len(steps_of(OLD, NEW, tmp_path / "dry"))
    for at in range(total):
        folder = tmp_path / str(at)
        write(OLD, folder)
        left = iter(range(total))

        def step(name: str, left=left, at=at) -> None:
            if next(left) == at:
                raise OSError(number, os.strerror(number))

        with pytest.raises(OutputError) as error:
            write(NEW, folder, step=step)
        assert codes(error) == [code]
        assert recovered(folder) in (text_of(OLD), text_of(NEW))


def test_ctrl_c_while_staging_leaves_nothing_behind(tmp_path):
    def step(name: str) -> None:
        if name == "stage manifest":
            raise KeyboardInterrupt

    write(OLD, tmp_path)
    with pytest.raises(KeyboardInterrupt):
        write(NEW, tmp_path, step=step)
    assert contents(tmp_path) == text_of(OLD)
    assert not {JOURNAL, STAGING, LOCK} & names_in(tmp_path)


def test_a_journal_whose_staged_bytes_were_lost_is_discarded(tmp_path):
    begun = steps_of(OLD, NEW, tmp_path / "dry").index("complete journal") + 1
    folder = tmp_path / "out"
    write(OLD, folder)
    killed_at(begun, NEW, folder)
    (folder / STAGING / "0").write_bytes(b"")
    assert recovered(folder) == text_of(OLD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"schema": 1, "writes": [["../x", ""]], "removes": []}',
        '{"schema": 1, "writes": [], "removes": ["../keep"]}',
        '{"schema": 1, "writes": [], "removes": ["/etc/passwd"]}',
    ],
)
def test_a_journal_that_is_not_ours_changes_nothing(tmp_path, text):
    (tmp_path / "keep").write_text("")
    out = tmp_path / "out"
    write(OLD, out)
    (out / JOURNAL).write_text(text)
    assert recovered(out) == text_of(OLD)
    assert (tmp_path / "keep").exists()


def test_a_folder_without_write_permission_is_reported(tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    (tmp_path / "out").mkdir(mode=0o500)
    with pytest.raises(OutputError) as error:
        write(OLD, tmp_path / "out")
    assert codes(error) == ["MP339"]


def test_every_refusal_names_a_cure_in_both_languages():
    found = [rule for rule in catalogue().values() if rule.name.startswith("output-")]
    assert len(found) == 12
    for rule in found:
        assert rule.is_refusal
        assert all((rule.en.message, rule.en.help, rule.zh.message, rule.zh.help))


NAMES = st.sampled_from(["a", "b", "a/x", "a/y", "c/d/e", "c/d", "c/f", "g/h"])


@st.composite
def bundles(draw):
    files: dict[PurePosixPath, bytes] = {}
    for name in draw(st.lists(NAMES, unique=True)):
        path = PurePosixPath(name)
        clashes = any(path in other.parents or other in path.parents for other in files)
        if not clashes:
            files[path] = draw(st.sampled_from([b"1", b"2"]))
    return files


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chain=st.lists(bundles(), min_size=2, max_size=4), stop=st.integers(0, 25))
def test_any_chain_of_writes_with_a_kill_ends_in_the_old_or_the_new(chain, stop, tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    *before, old, new = chain
    for each in (*before, old):
        write(each, folder)
    killed_at(stop, new, folder)
    assert recovered(folder) in (text_of(old), text_of(new))
    write(new, folder)
    assert contents(folder) == text_of(new)
