"""`miniport ci`: one run makes what check, build and pack make; the workflows hold together."""

import json
import re
import shlex
import subprocess
from pathlib import Path
from typing import cast
from xml.etree import ElementTree

import pytest

from miniport.project.style.language import LANGUAGES
from miniport.record import load_yaml
from miniport.targets.pack import bundled
from tests.bad.row import put
from tests.fixture_folder import Golden, read_files
from tests.pack.workflow import FOLDER, ROOT, steps

BOTH = ("--target", "alipay", "--target", "weibo")


def test_one_run_makes_what_pack_and_build_make(miniport, project: Path, tmp_path: Path):
    assert miniport("ci", project, *BOTH, "--out", tmp_path / "ci").code == 0
    assert miniport("pack", project, *BOTH, "--out", tmp_path / "packed").code == 0
    built = ("build", project, *BOTH, "--mode", "production", "--out", tmp_path / "built")
    assert miniport(*built).code == 0
    assert read_files(tmp_path / "ci" / "archives") == read_files(tmp_path / "packed")
    for target in ("alipay", "weibo"):
        one, other = (read_files(tmp_path / name / target) for name in ("ci", "built"))
        assert one == other


def test_a_run_finds_what_a_check_finds_and_reports_it_in_each_form(miniport, project: Path, tmp_path: Path):
    put(project, {"pages/a/a.js": "my.tradePay({});\nPage({});\n"})
    checked = miniport("check", project, *BOTH, "--format", "json").data()["diagnostics"]
    ran = miniport("ci", project, *BOTH, "--out", tmp_path / "ci", "--format", "json")
    assert ran.code == 1
    assert [each["code"] for each in ran.data()["diagnostics"]] == [each["code"] for each in checked]
    reports = tmp_path / "ci" / "reports"
    codes = {each["code"] for each in json.loads((reports / "report.json").read_text("utf-8"))["diagnostics"]}
    assert codes == {each["code"] for each in checked}
    assert json.loads((reports / "report.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert ElementTree.parse(reports / "junit.xml").getroot().tag == "testsuites"
    text = (reports / "summary.md").read_text("utf-8")
    assert "tradePay" in text and "| weibo |" in text
    assert list((tmp_path / "ci" / "archives").glob("*weibo*")) == []
    assert list((tmp_path / "ci" / "archives").glob("*alipay.zip")) != []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_summary_says_nothing_of_the_machine_and_counts_in_words(
    miniport, project: Path, tmp_path: Path, language: str
):
    put(project, {"pages/a/a.js": "my.tradePay({});\nmy.tradePay({});\nPage({});\n"})
    for out in ((), ("--out", tmp_path / "elsewhere")):
        text = miniport("ci", project, *BOTH, *out, "--format", "markdown", "--lang", language).out
        (row,) = re.findall(r"^\| alipay \| (\S+) \|", text, re.MULTILINE)
        assert row == ("tea-1.0-alipay.zip" if out else "dist/ci/archives/tea-1.0-alipay.zip")
        assert str(tmp_path) not in text
        assert {"en": "(1 more place)", "zh": "(另有 1 处)"}[language] in text


def test_annotations_and_the_summary_where_the_runner_shows_them(
    miniport, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    put(project, {"pages/a/a.js": "my.tradePay({});\nPage({});\n"})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "step.md"))
    (tmp_path / "step.md").write_text("before\n")
    ran = miniport("ci", project, "--target", "weibo", "--out", tmp_path / "ci")
    assert ran.out.startswith("::")
    assert (tmp_path / "step.md").read_text("utf-8").startswith("before\n## miniport\n")


def test_what_it_made_is_neither_source_nor_a_change(miniport, project: Path):

    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=project, check=True)
    assert miniport("ci", project, *BOTH).code == 0
    assert miniport("ci", project, *BOTH, "--format", "json").data()["targets"][0]["status"] == "unchanged"
    manifest = json.loads((project / "dist/ci/archives/tea-1.0-weibo.manifest.json").read_text("utf-8"))
    assert manifest["git"]["isDirty"] is False
    put(project, {"app.acss": ".b {}\n"})
    assert miniport("ci", project, *BOTH).code == 0
    manifest = json.loads((project / "dist/ci/archives/tea-1.0-weibo.manifest.json").read_text("utf-8"))
    assert manifest["git"]["isDirty"] is True


def test_archives_that_somebody_changed_are_not_replaced(miniport, project: Path):
    assert miniport("ci", project, *BOTH).code == 0
    archive = project / "dist/ci/archives/tea-1.0-weibo.zip"
    archive.write_bytes(b"another's")
    put(project, {"app.acss": ".b {}\n"})
    ran = miniport("ci", project, *BOTH)
    assert (ran.code, archive.read_bytes()) == (2, b"another's")
    assert "MP370" in ran.out + ran.err
    assert miniport("ci", project, *BOTH, "--force").code == 0


@pytest.mark.parametrize("kind", ["github", "gitlab", "shell"])
def test_a_workflow_can_be_read_and_names_what_is_written(kind: str):
    commands = "\n".join(step.commands for step in steps(kind))
    text = next(FOLDER.glob(f"{kind}*" if kind != "shell" else "ci.sh")).read_text("utf-8")
    assert "ci.sh" in commands or "miniport ci" in commands
    # A wheel in the repository, by a pattern that the shell fills in.
    assert "tools/miniport-*.whl" in text
    assert not re.search(r'"\$\{?MINIPORT_PACKAGE', text)
    if kind != "shell":
        assert all(name in text for name in ("dist/ci/archives", "dist/ci/reports", "summary.md", "cache"))


def test_the_workflow_of_this_repository_is_the_template_for_github(golden: Golden):
    template = (FOLDER / "github.yml").read_text("utf-8")
    own = {
        "PROJECT: .": "PROJECT: examples/milk-tea",
        "MINIPORT_PACKAGE: tools/miniport-*.whl": 'MINIPORT_PACKAGE: "."',
    }
    text = template.partition("\n")[2]
    for line, ours in own.items():
        assert text.count(f"  {line}\n") == 1
        text = text.replace(f"  {line}\n", f"  {ours}\n")
    golden.text(
        ROOT / ".github/workflows/miniport.yml", f"# templates/ci/github.yml, for an example.\n{text}"
    )


def test_the_repositorys_own_check_runs_the_template_for_any_runner():
    commands = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "sh templates/ci/ci.sh" in commands
    names = re.search(r"^for name in (.*); do$", commands, re.MULTILINE)
    assert names is not None
    assert all((ROOT / "examples" / name / "miniport.yaml").is_file() for name in names[1].split())


def hooks() -> list[dict]:
    """Return the hook that we publish, and the one that our page tells people to copy."""
    (published,) = cast(list, load_yaml((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), "hooks").value)
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    told = cast(dict, load_yaml(page.partition("```yaml\n")[2].partition("```")[0], "ci.md").value)
    return [published, told["repos"][0]["hooks"][0]]


def test_a_hook_runs_a_command_that_there_is(miniport, project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(project)
    for hook in hooks():
        program, *arguments = shlex.split(hook["entry"])
        assert (program, hook["pass_filenames"]) == ("miniport", False)
        assert miniport(*arguments).code == 0
    put(project, {"pages/a/a.axml": "<veiw>a</veiw>\n"})
    assert [miniport(*shlex.split(hook["entry"])[1:]).code for hook in hooks()] == [1, 1]


def test_a_hook_looks_at_every_file_that_a_check_reads():
    suffixes = {
        each for pack in bundled().values() for kind in pack.dialect.suffixes.values() for each in kind
    }
    read = {"miniport.yaml", "package.json", "a.ts", *(f"a{each}" for each in {*suffixes, *LANGUAGES})}
    for hook in hooks():
        assert {name for name in read if not re.search(hook["files"], f"pages/{name}")} == set()
        assert not re.search(hook["files"], "README.md")
    assert hooks()[0]["files"] == hooks()[1]["files"]
