"""`miniport build`: what it asks of the pipeline, what it writes, what it tells, how it ends."""

import errno
import json
import os
from pathlib import Path

import pytest

from miniport.diagnostics import Rule, Severity, Words
from miniport.posix import PurePosixPath
from miniport.resources import RuntimeMissing
from tests.cli.conftest import ERROR, NOTE, WARNING, finding

REFUSAL = Rule("MP350", "no-app", Severity.ERROR, en=Words("none", "x"), zh=Words("无", "x"), is_refusal=True)
BLOCKING = Rule("MP600", "gone", Severity.ERROR, en=Words("gone", "x"), zh=Words("无", "x"), is_blocking=True)


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


FURTHER = "a build checks only what it has to read; miniport check finds more"


def test_the_default_targets_are_built_into_dist(miniport, project, pipeline):
    ran = miniport("build")
    assert (ran.code, ran.err) == (0, "")
    assert [pack.name for pack in pipeline.requests[0].packs] == ["alipay", "weibo"]
    assert files(project / "dist" / "alipay") == [".miniport.json", "app.js", "name", "pages/a.js"]
    assert ran.out.splitlines() == [
        "alipay  2 pages  1 component  3 files  0.0 KB  0.25 s  no findings  -> dist/alipay",
        "weibo   2 pages  1 component  3 files  0.0 KB  0.25 s  no findings  -> dist/weibo",
        FURTHER,
    ]


def test_a_check_does_not_lead_to_itself(miniport, project, pipeline):
    assert FURTHER not in miniport("check").out


def test_a_second_build_writes_nothing(miniport, project, pipeline):
    miniport("build", "--target", "web")
    assert miniport("build", "--target", "web").out.endswith(f"-> dist/web (unchanged)\n{FURTHER}\n")


def test_options_reach_the_pipeline(miniport, project, pipeline):
    options = (
        "--target",
        "web",
        "--target",
        "alipay",
        "--target",
        "web",
        "--mode",
        "production",
        "--keep-going",
    )
    assert miniport("build", *options).code == 0
    (request,) = pipeline.requests
    assert [pack.name for pack in request.packs] == ["web", "alipay"]
    assert (request.mode, request.keep_going) == ("production", True)


def test_a_project_elsewhere_is_built_into_its_own_dist(miniport, project, pipeline, monkeypatch):
    monkeypatch.chdir(project.parent)
    ran = miniport("build", "app", "--target", "web")
    assert ran.out.endswith(f"-> app/dist/web\n{FURTHER}\n")
    assert (project / "dist" / "web" / "app.js").exists()


def test_out_names_the_folder_of_the_bundles(miniport, project, pipeline, tmp_path):
    miniport("build", "--target", "web", "--out", tmp_path / "there")
    assert (tmp_path / "there" / "web" / "app.js").exists()
    assert not (project / "dist").exists()


def test_output_folders_are_not_taken_for_source(miniport, project, pipeline):
    miniport("build", "--target", "web")
    miniport("build", "--target", "alipay")
    read = pipeline.requests[1].files
    assert dict(read.entries(PurePosixPath("dist"))) == {}


def test_output_in_another_place_is_not_taken_for_source_either(miniport, project, pipeline):
    miniport("build", "--target", "web", "--out", "elsewhere")
    (project / "node_modules" / "built").mkdir(parents=True)
    (project / "node_modules" / "built" / ".miniport.json").write_text("{}")
    miniport("build", "--target", "web")
    read = pipeline.requests[1].files
    assert dict(read.entries(PurePosixPath("elsewhere/web"))) == {}
    assert list(read.entries(PurePosixPath("node_modules/built"))) == [".miniport.json"]


def test_a_pack_outside_the_tree_is_named_by_its_folder(miniport, project, pipeline):
    pack = project / "toy"
    pack.mkdir()
    (pack / "pack.yaml").write_text(
        "name: toy\ntitle: {en: Toy, zh: 玩具}\nfamily: web\nextends: web\nsources: {}\n"
    )
    ran = miniport("build", "--target", "./toy")
    assert (ran.code, ran.err) == (0, "")
    assert (project / "dist" / "toy" / "app.js").exists()


def test_settings_reach_the_pipeline(miniport, project, pipeline):
    (project / "miniport.yaml").write_text("name: tea\ntargets: {web: {appId: abc}}\n")
    miniport("build", "--target", "web")
    settings = pipeline.requests[0].settings
    assert (settings.name, settings.target("web").app_id) == ("tea", "abc")


def test_facts_are_laid_over_the_pack(miniport, project, pipeline):
    (project / "my.yaml").write_text("apis:\n  rows:\n    brandNewCall: {}\n")
    (project / "miniport.yaml").write_text("targets: {web: {facts: my.yaml}}\n")
    ran = miniport("build", "--target", "web")
    assert (ran.code, ran.err) == (0, "")
    assert len(pipeline.requests[0].packs[0].overrides) == 1


@pytest.mark.parametrize(
    ("facts", "text", "code"),
    [
        ("gone.yaml", None, "MP308"),
        ("../../outside.yaml", None, "MP308"),
        ("my.yaml", "apis: 3\n", "MP309"),
        ("my.yaml", "apis: [\n", "MP309"),
        ("my.yaml", "zzz: {}\n", "MP309"),
    ],
)
def test_facts_that_cannot_be_read_stop_the_build(miniport, project, pipeline, facts, text, code):
    if text is not None:
        (project / facts).write_text(text)
    (project / "miniport.yaml").write_text(f"targets: {{web: {{facts: {facts}}}}}\n")
    ran = miniport("build", "--target", "web")
    assert ran.code == 2
    assert f"error {code}" in ran.out
    assert pipeline.requests == []


def test_mistakes_in_the_settings_stop_the_build(miniport, project, pipeline):
    (project / "miniport.yaml").write_text("nam: x\nunreached: never\n")
    ran = miniport("build")
    assert ran.code == 2
    assert ran.out == (
        'miniport.yaml:1:1: error MP302: there is no key "nam"\n'
        "    1 | nam: x\n"
        "      | ^^^\n"
        '   help: did you mean "name"?\n'
        "\n"
        'miniport.yaml:2:12: error MP303: "unreached": "never" is not one of: drop, keep\n'
        "    2 | unreached: never\n"
        "      |            ^^^^^\n"
        "   help: write one of: drop, keep\n"
        "\n"
    )
    assert pipeline.requests == []


@pytest.mark.parametrize(
    ("rule", "fail_on", "code"),
    [
        (ERROR, "error", 1),
        (ERROR, "never", 0),
        (WARNING, "error", 0),
        (WARNING, "warning", 1),
        (NOTE, "warning", 0),
        (BLOCKING, "never", 1),
        (REFUSAL, "never", 2),
    ],
)
def test_the_exit_code_follows_fail_on(miniport, project, pipeline, rule, fail_on, code):
    pipeline.diagnostics["web"] = (finding(rule),)
    assert miniport("build", "--target", "web", "--fail-on", fail_on).code == code


def test_a_project_that_cannot_be_built_at_all_ends_with_2(miniport, project, pipeline):
    pipeline.general = (finding(REFUSAL),)
    ran = miniport("build")
    assert ran.code == 2
    assert "MP350" in ran.out
    assert not (project / "dist").exists()


def test_a_blocked_target_keeps_its_last_good_output(miniport, project, pipeline):
    miniport("build")
    pipeline.blocked = {"weibo"}
    pipeline.diagnostics["weibo"] = (finding(BLOCKING),)
    pipeline.files = {**pipeline.files, PurePosixPath("app.js"): b"changed"}
    ran = miniport("build")
    assert ran.code == 1
    assert (project / "dist" / "weibo" / "app.js").read_bytes() == b"1"
    assert (project / "dist" / "alipay" / "app.js").read_bytes() == b"changed"
    assert "1 error      not written" in ran.out


def test_equal_findings_of_targets_are_told_once(miniport, project, pipeline):
    pipeline.diagnostics = {name: (finding(ERROR),) for name in ("alipay", "weibo")}
    ran = miniport("build")
    assert ran.out.count("MP203") == 1
    assert "pages/a.axml:1:1: error MP203: no <map> [alipay, weibo]" in ran.out


def test_json_is_the_whole_of_stdout(miniport, project, pipeline):
    pipeline.diagnostics["weibo"] = (finding(ERROR),)
    ran = miniport("build", "--format", "json")
    value = json.loads(ran.out)
    assert (ran.code, value["exitCode"], ran.err) == (1, 1, "")
    assert [target["status"] for target in value["targets"]] == ["written", "written"]
    assert value["diagnostics"][0]["targets"] == ["weibo"]


def test_json_tells_of_mistakes_in_the_settings(miniport, project):
    (project / "miniport.yaml").write_text("nam: x")
    ran = miniport("build", "--format", "json")
    assert (ran.code, json.loads(ran.out)["exitCode"]) == (2, 2)


def test_quiet_and_verbose_change_how_much_is_told(miniport, project, pipeline):
    pipeline.diagnostics["web"] = tuple(map(finding, (ERROR, WARNING, NOTE)))
    usual, quiet, verbose = (
        miniport("build", "--target", "web", *more).out for more in ((), ("-q",), ("-v",))
    )
    assert [word in usual for word in ("MP203", "MP210", "MP211", "dist/web")] == [True, True, False, True]
    assert [word in quiet for word in ("MP203", "MP210", "MP211", "dist/web")] == [True, False, False, False]
    assert [word in verbose for word in ("MP203", "MP210", "MP211", "dist/web")] == [True] * 4


def test_the_report_speaks_chinese(miniport, project, pipeline, monkeypatch):
    pipeline.diagnostics["web"] = (finding(ERROR),)
    asked = miniport("build", "--target", "web", "--lang", "zh").out
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    by_locale = miniport("build", "--target", "web").out
    assert "错误 MP203: 缺少 <map>" in asked
    assert "2 个页面" in asked
    assert "错误 MP203: 缺少 <map>" in by_locale


def test_a_folder_of_others_is_refused_before_anything_is_built(miniport, project, pipeline):
    (project / "dist" / "weibo").mkdir(parents=True)
    (project / "dist" / "weibo" / "mine.txt").write_text("")
    ran = miniport("build")
    assert ran.code == 2
    assert ran.out.startswith('dist/weibo: error MP331: "dist/weibo" is not empty')
    assert pipeline.requests == []
    assert not (project / "dist" / "alipay").exists()


@pytest.mark.parametrize("out", ["..", "../.."])
def test_the_project_is_never_the_output(miniport, project, pipeline, out):
    folder = project.rename(project.parent / "web")
    os.chdir(folder)
    nested = folder if out == ".." else folder / "web"
    nested.mkdir(exist_ok=True)
    (nested / "app.json").write_text("{}")
    os.chdir(nested)
    ran = miniport("build", "--target", "web", "--out", out)
    assert (ran.code, "MP330" in ran.out) == (2, True)


def test_an_edited_file_is_refused_unless_forced(miniport, project, pipeline):
    miniport("build", "--target", "web")
    (project / "dist" / "web" / "app.js").write_text("mine")
    refused = miniport("build", "--target", "web")
    assert (refused.code, "MP332" in refused.out, "not written" in refused.out) == (2, True, True)
    assert miniport("build", "--target", "web", "--force").code == 0
    assert (project / "dist" / "web" / "app.js").read_text() == "1"


def test_a_full_disk_ends_with_2(miniport, project, pipeline, monkeypatch):
    def full(*arguments, **options):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    ran = miniport("build", "--target", "web")
    assert (ran.code, "MP338" in ran.out) == (2, True)


def test_an_interrupted_write_is_completed_by_the_next_command(miniport, project, pipeline):
    miniport("build", "--target", "web")
    staged = project / "dist" / "web" / ".miniport.new"
    staged.mkdir()
    (staged / "0").write_text("half")
    pipeline.blocked = {"web"}
    miniport("build", "--target", "web")
    assert not staged.exists()


@pytest.mark.parametrize(
    ("arguments", "message", "cure"),
    [
        (("build", "--target", "weib"), 'there is no target "weib"', 'did you mean "weibo"?'),
        (("build", "--target", "x"), 'there is no target "x"', "choose from: alipay, web, weibo"),
        (("build", "--target", "wechat"), '"wechat" can be read from, but not built for', "choose from: "),
        (("build", "gone"), 'there is no folder "gone"', "miniport build --help shows how it is used"),
        (("build", "app.json"), '"app.json" is not a folder', "miniport build --help"),
        (("build", ".", "more"), '"more" is one argument too many', "miniport build --help"),
        (
            ("build", "--mode", "prod"),
            '"prod" is not a value of --mode',
            "choose from: development, production",
        ),
        (("build", "--fail-on", "warn"), '"warn" is not a value of --fail-on', 'did you mean "warning"?'),
        (("build", "--outt", "x"), 'there is no option "--outt"', 'did you mean "--out"?'),
        (("build", "--out"), '"--out" needs a value', "miniport build --help shows"),
        (("build", "--quiet=1"), '"--quiet" takes no value', "miniport build --help shows"),
        (("dev", "--port", "x"), '--port takes a number from 0 to 65535, not "x"', "miniport dev --help"),
        (("preview", "--port", "70000"), '--port takes a number from 0 to 65535, not "70000"', "miniport "),
        (("trace", "gone", "--archive", "x"), 'cannot read "gone": it is not there', "miniport trace --help"),
        (("trace", ".", "--archive", "x"), 'cannot read ".": it is a folder', "miniport trace --help"),
        (("trace", "app.json"), "--archive is missing", "miniport trace --help"),
        (("build", "--root", "dist"), 'there is no folder "dist"', "miniport build --help"),
        (("bild",), 'there is no command "bild"', 'did you mean "build"?'),
        (("--nope",), 'there is no option "--nope"', "choose from"),
        (("completion",), "SHELL is missing", "choose from: bash, zsh, fish"),
    ],
)
def test_a_mistake_on_the_command_line_ends_with_2_and_a_cure(miniport, project, arguments, message, cure):
    ran = miniport(*arguments)
    assert (ran.code, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first == f"error: {message}"
    assert second.startswith("   help: ")
    assert cure in second


def test_mistakes_are_told_in_chinese(miniport, project):
    assert miniport("build", "--target", "weib", "--lang", "zh").err == (
        "错误：没有名为 “weib” 的目标平台\n   建议：是否想写 “weibo”？\n"
    )
    ran = miniport("trace", "gone", "--archive", "x", "--lang", "zh")
    assert ran.err.splitlines()[0] == "错误：无法读取 “gone”：它不存在"


def test_a_project_outside_the_root_is_refused(miniport, project, tmp_path):
    (tmp_path / "other").mkdir()
    ran = miniport("build", "--root", tmp_path / "other")
    assert (ran.code, "does not lie in the root" in ran.err) == (2, True)


def test_a_pack_that_cannot_be_read_is_named(miniport, project):
    (project / "toy").mkdir()
    ran = miniport("build", "--target", "./toy")
    assert ran.code == 2
    assert "toy" in ran.err


def test_a_mistake_of_ours_ends_with_3_and_a_plea(miniport, project, pipeline):
    def crash() -> None:
        raise KeyError("x")

    pipeline.before = crash
    ran = miniport("build")
    assert ran.code == 3
    assert ran.err.splitlines()[0] == (
        "error: miniport stopped because of a mistake of its own: KeyError: 'x'"
    )
    assert "it happened at miniport/cli/work.py:" in ran.err
    assert "please report it" in ran.err
    assert "Traceback" not in ran.err
    assert "Traceback" in miniport("build", "-v").err


def test_a_runtime_that_is_not_built_ends_with_2_and_the_line_to_run(miniport, project, pipeline):
    def missing() -> None:
        raise RuntimeMissing("it is older than its sources", "make runtime")

    pipeline.before = missing
    ran = miniport("build")
    assert ran.code == 2
    assert ran.err == (
        "error: the browser runtime is not built: it is older than its sources\n   help: run: make runtime\n"
    )


def test_an_error_of_the_system_ends_with_2(miniport, project, pipeline):
    def deny() -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "app.json")

    pipeline.before = deny
    ran = miniport("build")
    assert (ran.code, ran.err.startswith("error: cannot read or write: ")) == (2, True)


def test_ctrl_c_ends_with_130_and_keeps_the_output(miniport, project, pipeline):
    miniport("build")
    before = files(project / "dist")

    def interrupt() -> None:
        raise KeyboardInterrupt

    pipeline.before = interrupt
    ran = miniport("build")
    assert (ran.code, ran.err.strip()) == (130, "interrupted; the last good output is kept")
    assert files(project / "dist") == before
