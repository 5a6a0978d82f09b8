"""Every way a project can be wrong: how the command ends, what it says, what is left behind."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from miniport.posix import PurePosixPath
from scripts.write_bad_input import PAGE, page
from tests.bad.row import Row, put
from tests.bad.rows import ROWS
from tests.bad.stage import SOUND, TARGETS, build, give, told, warm
from tests.fixture_folder import FIXTURES, Golden

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights, links and pipes are other things there")

LARGE = 50_000
"""Characters beyond which a row is built in one language only: it costs seconds and says nothing new."""

Tree = dict[str, bytes | str]


@pytest.fixture(scope="session")
def sound() -> Iterator[Path]:
    """Return a folder with a sound project that was built, all of it the property of who builds."""
    # The folder of pytest is closed to everybody but its owner.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        home = Path(name)
        home.chmod(0o755)
        warm(home / "warm")
        project = home / "sound" / "app"
        put(project, SOUND)
        give(home / "sound")
        ended = build(project)
        assert (ended.code, ended.err) == (0, "")
        yield home


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_bad_project_ends_as_it_should(sound: Path, row: Row, golden: Golden):
    home = sound / row.name
    project = home / "app"
    shutil.copytree(sound / "sound" / "app", project, symlinks=True)
    put(project, row.files)
    give(home)
    before = _outputs(project, row)
    ended = build(project, *row.options)
    after = _outputs(project, row)
    assert ended.code == row.exit, ended
    assert "Traceback" not in ended.err
    assert ("error" in ended.out + ended.err) == (row.exit != 0)
    if row.left == "old":
        assert after == before
    else:
        for target in TARGETS:
            _demand_whole(project / "dist" / target)
    golden.text(FIXTURES / "bad" / row.name / "en.txt", told(ended, project))
    if told(ended, project) and _size(row) < LARGE:
        chinese = build(project, "--lang", "zh", *row.options)
        assert chinese.code == row.exit
        golden.text(FIXTURES / "bad" / row.name / "zh.txt", told(chinese, project))
    shutil.rmtree(home, ignore_errors=True)


def test_a_row_has_a_name_of_its_own():
    names = [row.name for row in ROWS]
    assert sorted(set(names)) == sorted(names)
    assert sorted(path.name for path in (FIXTURES / "bad").iterdir()) == sorted(names)


def test_the_page_of_bad_input_is_what_the_rows_say():
    """Seen red: a message changed, the page not written anew."""
    assert PAGE.read_text("utf-8") == page()


def _size(row: Row) -> int:
    return sum(len(content) for content in row.files.values() if isinstance(content, str | bytes))


def _outputs(project: Path, row: Row) -> Tree:
    """Return everything that lies where the row builds to."""
    out = project / (row.options[1] if "--out" in row.options else "dist")
    return dict(_tree(out))


def _tree(place: Path) -> Iterator[tuple[str, bytes | str]]:
    if place.is_symlink():
        yield str(place), str(place.readlink())
    elif place.is_dir():
        yield str(place), ""
        for inner in sorted(place.iterdir()):
            yield from _tree(inner)
    elif place.exists():
        yield str(place), place.read_bytes()


def _demand_whole(folder: Path) -> None:
    """Demand that a folder holds what its list says, and nothing of a write under way."""
    listed = json.loads((folder / ".miniport.json").read_bytes())["files"]
    for name, entry in listed.items():
        content = (folder / PurePosixPath(name)).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"], name
    assert [path.name for path in folder.iterdir() if path.name.startswith(".miniport.")] == [
        ".miniport.json"
    ]
