"""Finding what ships with miniport, in a checkout and in an installed package."""

import multiprocessing
import shutil
import textwrap
from pathlib import Path

import pytest

from miniport import resources

BUILD = """
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
const out = argv[argv.indexOf("--out") + 1];
mkdirSync(out, { recursive: true });
writeFileSync(`${out}/core.js`, readFileSync("core.mjs"));
writeFileSync("builds", "x", { flag: "a" });
"""
LOCK = '{"name": "r", "lockfileVersion": 3, "packages": {"": {"name": "r"}}}'


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a package folder with a runtime that needs no npm package."""
    runtime = tmp_path / "package" / "runtime"
    runtime.mkdir(parents=True)
    (runtime / "build.mjs").write_text(textwrap.dedent(BUILD))
    (runtime / "core.mjs").write_text("1")
    (runtime / "package.json").write_text('{"name": "r"}')
    (runtime / "package-lock.json").write_text(LOCK)
    return runtime.parent


def test_the_packs_folder_is_named_by_the_pack():
    assert resources.pack_folder("toy") == resources.PACKAGE / "targets" / "toy"


def test_a_shipped_copy_of_the_templates_wins_over_the_checkouts(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "miniport")
    for folder, text in {"miniport/_templates": "shipped", "templates": "checkout"}.items():
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.j2").write_text(text)
    assert resources.template_text("a.j2") == "shipped"
    shutil.rmtree(tmp_path / "miniport/_templates")
    assert resources.template_text("a.j2") == "checkout"


@pytest.mark.node
def test_a_runtime_is_built_once_and_again_when_a_source_changes(package):
    built = resources.build_runtime(package)
    assert (built / "core.js").read_text() == "1"
    resources.build_runtime(package)
    assert (package / "runtime/builds").read_text() == "x"
    (package / "runtime/core.mjs").write_text("2")
    resources.build_runtime(package)
    assert (built / "core.js").read_text() == "2"
    assert not [path.name for path in built.parent.iterdir() if path.name.startswith(".built-")]


@pytest.mark.node
def test_two_processes_build_a_runtime_once(package):
    context = multiprocessing.get_context("spawn")
    builders = [context.Process(target=resources.build_runtime, args=(package,)) for _ in range(3)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    assert [builder.exitcode for builder in builders] == [0, 0, 0]
    assert (package / "runtime/builds").read_text() == "x"


def test_without_node_the_error_names_the_one_line_to_run(package, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(resources.RuntimeMissing) as caught:
        resources.build_runtime(package)
    assert "Node.js" in caught.value.found
    assert "\n" not in caught.value.command


@pytest.mark.node
def test_a_build_that_stops_leaves_the_old_runtime(package):
    built = resources.build_runtime(package)
    (package / "runtime/build.mjs").write_text("throw new Error('no such piece')")
    with pytest.raises(resources.RuntimeMissing, match="could not be built: Error: no such piece"):
        resources.build_runtime(package)
    assert (built / "core.js").read_text() == "1"


def test_an_installed_package_takes_its_runtime_as_it_is(tmp_path):
    assert resources._current(tmp_path) == tmp_path / "runtime" / "built"
