"""Where files from outside the app root stand in a web bundle."""

from __future__ import annotations

from tests.build.projects import built, texts
from tests.fixture_folder import FIXTURES

CASES = FIXTURES / "build"


def test_files_beside_the_app_root_have_ids_of_their_own():
    found = texts(built(CASES / "files-beside-the-app-root-go-along" / "input", "web"), "web")
    script = found["app.js"]
    for place in ("shared/log.js", "shared/util.js", "shared/lib/index.js", "shared/f.sjs", "shared/c/c.js"):
        assert f'miniport.define("/workspace/{place}"' in script, place
    assert 'require("/workspace/shared/log.js")' in script
    assert 'require("/node_modules/pkg/m.js")' in script
    assert found["workspace/shared/i.png"] == "i"
    assert "url(workspace/shared/i.png)" in found["app.css"].replace('"', "")


def test_files_of_one_name_above_and_in_the_project_stay_apart():
    case = CASES / "files-above-the-project-and-beside-the-app-root" / "input"
    script = texts(built(case / "app", "web", root=case), "web")["app.js"]
    for name in ("workspace-2/util.js", "workspace-2/project/util.js", "workspace/x.js"):
        assert f'miniport.define("/{name}"' in script, name


def test_both_versions_of_a_package_are_defined():
    script = texts(built(CASES / "packages-above-the-app-root" / "input", "web"), "web")["app.js"]
    assert 'miniport.define("/node_modules/x/x.js"' in script
    assert 'miniport.define("/node_modules/y/node_modules/x/x.js"' in script


def test_components_of_the_app_are_known_to_every_unit():
    script = texts(built(CASES / "components-of-the-app-are-known-everywhere" / "input", "web"), "web")[
        "app.js"
    ]
    assert (
        script.count('"x-one": "/components/one/one"')
        == script.count('"y-two": "/components/two/index"')
        >= 3
    )
