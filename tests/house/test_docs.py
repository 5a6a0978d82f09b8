"""What the documents name exists, and nothing tracked names one machine or one registry."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.house.modules import ROOT

DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *ROOT.glob("examples/*/README*.md")]
# Cut in two, so that this file does not name what it looks for.
MACHINE = re.compile(
    "|".join(
        [
            "/wo" + r"rk/(main|steering|shared)",
            "/ro" + r"ot/\.",
            "/tmp/ba" + "sh_jobs",
            "/far" + "m/in",
            r"registry\.npm" + r"js\.org",
            r"pypi\." + r"org/simple",
            r"files\.python" + r"hosted\.org",
            r"deb\." + r"debian\.org",
            r"npm" + r"mirror\.com",
            r"\.ssh/" + "id_",
        ]
    )
)
BINARY = {".png", ".jpg", ".gif", ".ttf", ".woff", ".woff2", ".mp3", ".zip", ".ico"}


def tracked() -> list[Path]:
    """Return the files that are in the repository or would be added to it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def targets() -> set[str]:
    """Return the targets of the Makefile."""
    return set(re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def test_no_tracked_file_names_a_machine_or_a_registry():
    found = []
    for path in tracked():
        if path.suffix not in BINARY:
            for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
                if MACHINE.search(line):
                    found.append(f"{path.relative_to(ROOT)}:{number}")
    assert "\n".join(found) == ""


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_names_only_make_targets_that_exist(document: Path):
    named = re.findall(r"(?:`|^\s*)make ([a-z][\w-]*)", document.read_text("utf-8"), re.MULTILINE)
    assert sorted(set(named) - targets()) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_links_only_to_files_that_exist(document: Path):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_both_readmes_show_the_same_commands():
    def commands(name: str) -> list[str]:
        blocks = re.findall(r"```(?:sh|console)\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
        lines = "".join(blocks).splitlines()
        return [re.sub(r"\s*#.*", "", line) for line in lines if line.strip()]

    assert commands("README.zh-CN.md") == commands("README.md")


IN_CHINESE = sorted(ROOT.glob("docs/*.zh-CN.md"))


def shape(document: Path) -> dict[str, list[str]]:
    """Return what a document and its translation have in common: headings by level, code, tables, options."""
    # The tables of a pack's keys are made of its form, which is written in English.
    text = document.read_text("utf-8").partition("\n### Facts file\n")[0]
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    code = re.findall(r"```(\w*)", text)
    return {
        "headings": re.findall(r"^(#+) ", prose, re.MULTILINE),
        "blocks": code,
        "rows": ["row" for line in prose.splitlines() if line.startswith("|")],
        "options": sorted(set(re.findall(r"--[a-z][a-z-]+", text))),
        "codes": sorted(set(re.findall(r"\bMP\d{3}\b", text))),
    }


@pytest.mark.parametrize("chinese", IN_CHINESE, ids=lambda path: path.name)
def test_a_document_in_chinese_has_the_headings_the_code_and_the_options_of_its_twin(chinese: Path):
    twin = chinese.with_name(chinese.name.replace(".zh-CN", ""))
    assert shape(chinese) == shape(twin)


def test_the_page_of_diagnostics_is_what_the_catalogue_says(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    import write_docs

    assert write_docs.PAGE.read_text("utf-8") == write_docs.page(), "run `make docs`"
    assert write_docs.TABLE.read_text("utf-8") == write_docs.table(), "run `make docs`"
