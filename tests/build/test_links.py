"""Packages that stand behind links: as installers place them, as workspaces share them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.build.projects import APP, built, codes, texts, write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a right there that tests do not have")


def link(place: Path, to: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(to, target_is_directory=True)


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """Return a project whose packages stand in a store, each beside links to what it needs."""
    store = "node_modules/.pnpm"
    files = {
        "pages/a/a.js": "import 'y';\nimport 'x';\nPage({});\n",
        f"{store}/y@1/node_modules/y/index.js": "require('x');\n",
        f"{store}/y@1/node_modules/y/package.json": "{}",
        f"{store}/x@1/node_modules/x/index.js": "require('@s/z');\n",
        f"{store}/x@2/node_modules/x/index.js": "'two';\n",
        f"{store}/@s+z@1/node_modules/@s/z/index.js": "'z';\n",
    }
    write(tmp_path, APP | files)
    link(tmp_path / "node_modules/y", ".pnpm/y@1/node_modules/y")
    link(tmp_path / "node_modules/x", ".pnpm/x@2/node_modules/x")
    link(tmp_path / store / "y@1/node_modules/x", "../../x@1/node_modules/x")
    link(tmp_path / store / "x@1/node_modules/@s/z", "../../../@s+z@1/node_modules/@s/z")
    return tmp_path


def packages(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.startswith("node_modules/")}


def test_packages_behind_links_stand_where_bare_requests_find_them(stored: Path):
    assert packages(texts(built(stored))) == {
        "node_modules/@s/z/index.js": "'z';\n",
        "node_modules/x/index.js": "'two';\n",
        "node_modules/y/index.js": "require('x');\n",
        "node_modules/y/node_modules/x/index.js": "require('@s/z');\n",
        "node_modules/y/package.json": "{}",
    }


def test_requests_for_packages_behind_links_stay_as_written(stored: Path):
    assert texts(built(stored))["pages/a/a.js"] == "import 'y';\nimport 'x';\nPage({});\n"


def test_a_web_bundle_keeps_the_versions_of_a_package_apart(stored: Path):
    script = texts(built(stored, "web"), "web")["app.js"]
    assert 'miniport.define("/node_modules/x/index.js"' in script
    assert 'miniport.define("/node_modules/y/node_modules/x/index.js"' in script
    assert 'require("/node_modules/y/node_modules/x/index.js")' in script


def test_a_package_of_the_workspace_stands_where_packages_do(tmp_path: Path):
    app = write(tmp_path / "apps/one", APP | {"pages/a/a.js": "import '@org/kit';\nPage({});\n"})
    write(
        tmp_path / "packages/kit", {"package.json": '{"main": "src/a.js"}', "src/a.js": "require('dep');\n"}
    )
    write(tmp_path / "packages/kit/node_modules/dep", {"index.js": "1;\n"})
    link(tmp_path / "node_modules/@org/kit", "../../packages/kit")
    assert packages(texts(built(app, root=tmp_path))) == {
        "node_modules/@org/kit/package.json": '{"main": "src/a.js"}',
        "node_modules/@org/kit/src/a.js": "require('dep');\n",
        "node_modules/dep/index.js": "1;\n",
    }


def test_a_package_behind_a_link_out_of_the_workspace_is_refused(tmp_path: Path):
    write(tmp_path / "elsewhere/kit", {"index.js": "1;\n"})
    app = write(tmp_path / "app", APP | {"pages/a/a.js": "import 'kit';\nPage({});\n"})
    link(app / "node_modules/kit", str(tmp_path / "elsewhere/kit"))
    outcome = built(app)
    assert "MP607" in codes(outcome)
    assert outcome.targets[0].bundle is None


def test_a_folder_linked_out_of_the_workspace_is_not_read(tmp_path: Path):
    write(tmp_path / "elsewhere", {"secret.js": "1;\n"})
    app = write(tmp_path / "app", APP | {"pages/a/a.js": "import '../../lib/secret';\nPage({});\n"})
    link(app / "lib", str(tmp_path / "elsewhere"))
    outcome = built(app)
    assert "MP607" in codes(outcome)


def test_a_file_linked_out_of_the_workspace_is_refused(tmp_path: Path):
    write(tmp_path / "elsewhere", {"secret.js": "1;\n"})
    app = write(tmp_path / "app", APP | {"pages/a/a.js": "import '../../secret';\nPage({});\n"})
    (app / "secret.js").symlink_to(tmp_path / "elsewhere/secret.js")
    outcome = built(app)
    assert "MP607" in codes(outcome)


def test_a_package_that_is_the_project_itself_is_the_project(tmp_path: Path):
    files = {"pages/a/a.js": "import 'me/util';\nPage({});\n", "util.js": "1;\n"}
    app = write(tmp_path, APP | files)
    link(app / "node_modules/me", "..")
    found = texts(built(app))
    assert packages(found) == {}
    assert found["pages/a/a.js"] == "import '../../util.js';\nPage({});\n"


def test_links_in_a_circle_end(tmp_path: Path):
    app = write(tmp_path, APP | {"img/a.png": "x"})
    link(app / "img/again", "..")
    assert [path for path in texts(built(app)) if path.endswith(".png")] == ["img/a.png"]
