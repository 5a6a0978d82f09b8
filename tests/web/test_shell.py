"""The project files of a web target come from what its pack lists, and from nothing else."""

import json
from dataclasses import replace
from pathlib import Path

import jinja2
import pytest

from miniport import resources, rules
from miniport.posix import PurePosixPath
from miniport.targets.form_part import EmittedFile, Layout, SettingForm
from miniport.targets.pack import TargetPack, bundled_pack
from miniport.web import shell
from miniport.web.shell import ShellPage, WebApp, render_project, shell_findings, to_json

SETTINGS = PurePosixPath("miniport.yaml")
APP = WebApp(
    name="奶茶 Tea",
    version="1.2.0",
    description='a "tea" shop',
    settings={"appId": "5cc40d2fb5fbd"},
    window={"defaultTitle": "奶茶", "titleBarColor": "#ffffff", "pullRefresh": True, "unheardOf": 1},
    pages=(
        ShellPage(PurePosixPath("pages/index/index"), {}),
        ShellPage(
            PurePosixPath("pack/pages/detail"),
            {"defaultTitle": "</script>", "pullRefresh": True, "usingComponents": {"a": "/a"}},
        ),
        ShellPage(PurePosixPath("about"), {"backgroundColor": "#eeeeee"}),
    ),
    scripts=("runtime.js", "app.js"),
    styles=("app.css",),
    files={PurePosixPath("runtime.js"): b"1", PurePosixPath("app.js"): b"2", PurePosixPath("app.css"): b""},
    members=frozenset({"request", "getSystemInfoSync", "onNetworkStatusChange", "unheardOf"}),
)


@pytest.fixture(scope="module")
def weibo() -> TargetPack:
    return bundled_pack("weibo")


@pytest.fixture(scope="module")
def project(weibo: TargetPack) -> dict[str, bytes]:
    return {str(path): content for path, content in render_project(APP, weibo).items()}


def codes(app: WebApp, pack: TargetPack) -> list[str]:
    return [diagnostic.rule.code for diagnostic in shell_findings(app, pack, SETTINGS)]


def test_the_project_has_the_files_the_container_is_known_to_read(project: dict[str, bytes]):
    assert list(project) == sorted(project, key=PurePosixPath)
    trio = (".css", ".json", ".vue")
    pages = ["about", "pack/pages/detail", "pages/index/index"]
    assert sorted(project) == sorted(
        [
            "package.json",
            "renderPlugin/web-view/README.md",
            "renderPlugin/web-view/dist/index.js",
            "renderPlugin/web-view/package.json",
            "src/app.css",
            "src/app.js",
            "src/app.json",
            "src/miniport/config.js",
            "src/miniport/service.js",
            *[f"src/{page}{suffix}" for page in pages for suffix in trio],
            "src/res/h5/app.css",
            "src/res/h5/app.js",
            "src/res/h5/index.html",
            "src/res/h5/runtime.js",
            "tsconfig.json",
            "wbox.config.json",
            "weibomini.wbox-workspace",
        ]
    )


def test_every_json_file_parses_again(project: dict[str, bytes]):
    for path, content in project.items():
        if path.endswith((".json", ".wbox-workspace")):
            assert isinstance(json.loads(content), dict), path


def test_the_settings_of_the_container_are_only_those_that_are_known(project: dict[str, bytes]):
    assert json.loads(project["wbox.config.json"]) == {
        "appId": "5cc40d2fb5fbd",
        "name": "奶茶 Tea",
        "version": "1.2.0",
        "description": 'a "tea" shop',
        "projectVersion": 17,
        "settings": {
            "renderType": "Web",
            "compileType": "miniProgram",
            "language": "JavaScript",
            "framework": "Vue2",
        },
        "pluginPaths": ["renderPlugin/web-view"],
    }


def test_the_app_lists_its_pages_entry_first_and_no_unproved_key(project: dict[str, bytes]):
    assert json.loads(project["src/app.json"]) == {
        "pages": ["pages/index/index", "pack/pages/detail", "about"],
        "window": {"navigationBarTitleText": "奶茶", "navigationBarBackgroundColor": "#ffffff"},
        "externalJSFileNameList": ["web-view"],
    }


def test_a_page_has_its_own_keys_over_those_of_the_app(project: dict[str, bytes]):
    assert json.loads(project["src/about.json"]) == {
        "navigationBarTitleText": "奶茶",
        "navigationBarBackgroundColor": "#ffffff",
        "backgroundColor": "#eeeeee",
        "enablePullDownRefresh": False,
        "onReachBottomDistance": 0,
    }
    assert json.loads(project["src/pack/pages/detail.json"])["navigationBarTitleText"] == "</script>"


def test_pages_differ_only_in_their_path_and_the_way_up(project: dict[str, bytes]):
    first = project["src/pages/index/index.vue"].decode()
    about = project["src/about.vue"].decode()
    assert '"pages/index/index"' in first
    assert "from '../../miniport/service'" in first
    assert "from './miniport/service'" in about
    same = about.replace("'./", "'../../").replace('"about"', '"pages/index/index"')
    assert same == first


def test_no_package_of_the_platform_is_needed_for_the_build(project: dict[str, bytes]):
    package = json.loads(project["package.json"])
    assert package["name"] == "tea"
    assert package["private"] is True
    assert package["dependencies"] == {"@wbox/web-view": "file:renderPlugin/web-view"}
    plugin = json.loads(project["renderPlugin/web-view/package.json"])
    assert (plugin["name"], plugin["private"], plugin["main"]) == ("@wbox/web-view", True, "dist/index.js")


def test_the_shell_may_call_the_members_that_the_app_uses_and_the_pack_has(project: dict[str, bytes]):
    text = project["src/miniport/config.js"].decode()
    config = json.loads(text[text.index("export default ") + len("export default ") :])
    assert sorted(config["members"]) == ["getSystemInfoSync", "onNetworkStatusChange", "request"]
    assert config["pages"] == ["pages/index/index", "pack/pages/detail", "about"]
    assert config["home"] == "res/h5/index.html"
    assert config["members"]["getSystemInfoSync"] == {"kind": "sync", "snapshot": True}
    assert config["members"]["onNetworkStatusChange"] == {"kind": "listen"}


def test_the_page_of_the_browser_loads_classic_scripts_from_beside_it(project: dict[str, bytes]):
    text = project["src/res/h5/index.html"].decode()
    assert '<script src="runtime.js"></script>\n<script src="app.js"></script>' in text
    assert '<link rel="stylesheet" href="app.css">' in text
    assert "module" not in text
    assert "crossorigin" not in text


def test_a_static_site_is_the_web_files_and_a_page():
    files = render_project(APP, bundled_pack("web"))
    assert sorted(map(str, files)) == ["app.css", "app.js", "index.html", "runtime.js"]


def test_a_placeholder_stands_for_a_missing_app_id(weibo: TargetPack):
    app = replace(APP, settings={"appId": ""})
    assert codes(app, weibo) == []
    placeholder = weibo.settings["appId"].placeholder
    config = json.loads(render_project(app, weibo)[PurePosixPath("wbox.config.json")])
    assert config["appId"] == placeholder


def test_an_odd_app_id_is_told_and_used(weibo: TargetPack):
    app = replace(APP, settings={"appId": "Not An Id"})
    assert codes(app, weibo) == [rules.SETTING_ODD.code]
    assert b"Not An Id" in render_project(app, weibo)[PurePosixPath("wbox.config.json")]


def test_a_known_form_of_app_id_is_not_told(weibo: TargetPack):
    for known in ("etmhykpra4", "2567784587", "5cc40d2fb5fbd"):
        assert codes(replace(APP, settings={"appId": known}), weibo) == []


def test_a_page_that_would_take_a_project_file_is_an_error_and_does_not_take_it(weibo: TargetPack):
    app = replace(APP, pages=(*APP.pages, ShellPage(PurePosixPath("app"), {})))
    assert codes(app, weibo) == [rules.PAGE_PATH_TAKEN.code]
    assert b"externalJSFileNameList" in render_project(app, weibo)[PurePosixPath("src/app.json")]


def test_a_platform_of_templates_and_data_alone_needs_no_code(
    weibo: TargetPack, monkeypatch: pytest.MonkeyPatch
):
    templates = {
        "toy/app.txt": "{{ app.name }} {{ settings.key }} {{ paths | join(',') }} {{ home }}\n",
        "toy/page.txt": "{{ page.path }} {{ up }} {{ config | tojson }}\n",
    }
    monkeypatch.setattr(resources, "template_text", templates.__getitem__)
    shell._environment.cache_clear()
    toy = replace(
        weibo,
        name="toy",
        layout=Layout(PurePosixPath("."), PurePosixPath("site")),
        settings={"key": SettingForm("k.", "k0")},
        project_files=(
            EmittedFile("toy/page.txt", "{page}.txt", "page"),
            EmittedFile("toy/app.txt", "app.txt"),
        ),
    )
    files = render_project(APP, toy)
    shell._environment.cache_clear()
    assert files[PurePosixPath("app.txt")] == (
        "奶茶 Tea k0 pages/index/index,pack/pages/detail,about site/index.html\n".encode()
    )
    assert files[PurePosixPath("pack/pages/detail.txt")].startswith(b"pack/pages/detail ../../ {")
    assert PurePosixPath("site/app.js") in files


def test_a_template_that_names_what_is_not_there_is_a_mistake_that_shows(
    weibo: TargetPack, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(resources, "template_text", lambda name: "{{ nothing }}")
    shell._environment.cache_clear()
    toy = replace(weibo, project_files=(EmittedFile("x", "x"),))
    with pytest.raises(jinja2.UndefinedError):
        render_project(APP, toy)
    shell._environment.cache_clear()


def test_json_may_stand_in_a_script():
    text = to_json({"a": "</script><!--\u2028微博'"})
    # Behind these two a script element goes on beyond its end.
    assert "<!--" not in text
    assert "</" not in text
    assert "\u2028" not in text
    assert "微博'" in text
    assert json.loads(text) == {"a": "</script><!--\u2028微博'"}


def test_every_template_of_a_pack_is_there(root: Path):
    for name in ("web", "weibo"):
        for file in bundled_pack(name).project_files:
            assert (root / "templates" / file.template).is_file()
