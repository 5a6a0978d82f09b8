"""Waking up: which folders are watched, and that what happens in them wakes."""

import pytest

from miniport.dev.watch import Watch, keys


@pytest.fixture
def watch():
    watch = Watch(quiet=0.01, longest=0.05)
    yield watch
    watch.close()


def test_crowded_folders_are_watched_by_themselves_and_others_with_all_below(tmp_path):
    project = tmp_path.resolve() / "app"
    for folder in ("pages/a", "node_modules/ui/es/button", "node_modules/@team/kit"):
        (project / folder).mkdir(parents=True)
    folders = ("", "pages", "pages/a", "node_modules", "node_modules/ui", "node_modules/@team/kit")
    found = {
        (name.removeprefix(str(project)), deep)
        for name, deep in keys((project / folder for folder in folders), {project})
    }
    assert found == {
        ("", False),
        ("/pages", True),
        ("/node_modules", False),
        ("/node_modules/ui", True),
        ("/node_modules/@team/kit", True),
    }


def test_what_holds_an_output_is_watched_by_itself(tmp_path):
    project = tmp_path.resolve()
    for folder in ("src/pages", "src/dist/alipay/pages"):
        (project / folder).mkdir(parents=True)
    folders = (project, project / "src", project / "src/dist", project / "src/pages")
    found = keys(folders, {project, project / "src", project / "src/dist"})
    places = {name.removeprefix(str(project)): deep for name, deep in found}
    assert places == {"": False, "/src": False, "/src/dist": False, "/src/pages": True}


def test_a_folder_that_is_not_there_is_awaited_in_the_one_that_would_hold_it(tmp_path):
    project = tmp_path.resolve()
    (project / "pages").mkdir()
    found = keys((project, project / "pages" / "later" / "on"), {project})
    assert found == {(str(project), False), (str(project / "pages"), True)}


@pytest.mark.parametrize("kind", ["write", "replace", "new folder", "removal"])
def test_each_kind_of_change_wakes(tmp_path, watch, kind):
    place = tmp_path / "pages"
    place.mkdir()
    (place / "a.js").write_text("1", "utf-8")
    (place / ".a.js.new").write_text("2", "utf-8")
    watch.follow([tmp_path, place], {tmp_path.resolve()})
    match kind:
        case "write":
            (place / "a.js").write_text("3", "utf-8")
        case "replace":
            (place / ".a.js.new").replace(place / "a.js")
        case "new folder":
            (place / "b").mkdir()
        case "removal":
            (place / "a.js").unlink()
    assert watch.wait(timeout=20)


def test_reading_does_not_wake(tmp_path, watch):
    (tmp_path / "a.js").write_text("1", "utf-8")
    watch.follow([tmp_path], {tmp_path.resolve()})
    (tmp_path / "a.js").read_text("utf-8")
    assert list(tmp_path.iterdir())
    (tmp_path / "b.js").write_text("1", "utf-8")
    assert watch.wait(timeout=20)
