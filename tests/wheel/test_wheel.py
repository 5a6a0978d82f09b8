"""What users install: the sdist, and the wheel built from it, used without Node and without a checkout."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.fixture_folder import read_files

pytestmark = pytest.mark.wheel
EXAMPLE = "examples/first-steps"


def run(*command: str | Path, folder: Path, path: str = "") -> str:
    """Run a command that must succeed with only `path` on the PATH, and return what it printed."""
    # A PATH without Node, and no module of the checkout.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=kept | {"PATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def unpacked(sdist: Path, folder: Path) -> Path:
    """Unpack an sdist and return its top folder."""
    # Python 3.11 has the filter since 3.11.4, and 3.12 warns where it is not named.
    options = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, **options)
    return next(path for path in folder.iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def sdist(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sdist of the checkout."""
    folder = tmp_path_factory.mktemp("sdist")
    run(
        sys.executable,
        "-m",
        "build",
        "--sdist",
        "--outdir",
        folder,
        root,
        folder=root,
        path=os.environ["PATH"],
    )
    return next(folder.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel made from the sdist, without Node."""
    folder = tmp_path_factory.mktemp("wheel")
    source = unpacked(sdist, folder)
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, source, folder=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the programs of a clean venv with the wheel in it."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    run(programs / "python", "-m", "pip", "install", "--quiet", wheel, folder=folder)
    return programs


def test_the_wheel_holds_the_runtime_the_twins_and_the_templates_and_no_sources(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.startswith("miniport/runtime/built/") for name in names)
    assert any(name.startswith("miniport/_templates/") for name in names)
    packs = {name.split("/")[2] for name in names if name.endswith("/pack.yaml")}
    assert packs == {name.split("/")[2] for name in names if name.endswith("/pack.json")} != set()
    unwanted = ("node_modules", "/tests/", "/test/", "runtime/src", "build.mjs", "package-lock.json", ".lock")
    assert [name for name in names if any(part in name for part in unwanted)] == []


def kinds(names: list[str]) -> set[tuple[str, str]]:
    """Return the folders at the top and the suffixes below each."""
    return {(name.split("/")[0] if "/" in name else "", Path(name).suffix) for name in names}


def test_the_wheel_and_the_sdist_hold_these_kinds_of_files_and_no_others(wheel: Path, sdist: Path):
    inside = [name for name in zipfile.ZipFile(wheel).namelist() if not name.endswith("/")]
    tops = {name.split("/")[0] for name in inside}
    assert tops == {"miniport", next(top for top in tops if top.endswith(".dist-info"))}
    shipped = {
        ".cjs",
        ".css",
        ".html",
        ".js",
        ".json",
        ".md",
        ".py",
        ".sh",
        ".txt",
        ".vue",
        ".yaml",
        ".yml",
        "",
    }
    suffixes = {suffix for top, suffix in kinds(inside) if top == "miniport"}
    assert suffixes <= shipped | {".j2", ".svg", ".axml", ".acss", ".typed"}, suffixes - shipped
    licences = [name for name in inside if name.endswith(("/LICENSE", "/THIRD_PARTY"))]
    assert len(licences) == 2
    with tarfile.open(sdist) as archive:
        names = [name.split("/", 1)[1] for name in archive.getnames() if "/" in name]
    assert {name.split("/")[0] for name in names} == {
        *("CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "README.zh-CN.md", "THIRD_PARTY"),
        *("hatch_build.py", "miniport", "pyproject.toml", "templates", ".gitignore"),
    }


def test_two_sdists_are_the_same_bytes(sdist: Path, root: Path, tmp_path: Path):
    build = (sys.executable, "-m", "build", "--sdist", "--outdir", tmp_path, root)
    run(*build, folder=root, path=os.environ["PATH"])
    assert next(tmp_path.glob("*.tar.gz")).read_bytes() == sdist.read_bytes()


def test_the_wheel_packs_without_node(installed: Path, root: Path, tmp_path: Path):
    run(
        *(installed / "miniport", "pack", root / "examples/milk-tea", "--target", "weibo"),
        *("--target", "alipay", "--out", tmp_path / "out"),
        folder=tmp_path,
    )
    assert len(list((tmp_path / "out").glob("*.zip"))) == 4


def test_two_wheels_of_one_sdist_are_the_same_bytes(wheel: Path, sdist: Path, tmp_path: Path):
    source = unpacked(sdist, tmp_path)
    run(sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, source, folder=tmp_path)
    assert next(tmp_path.glob("*.whl")).read_bytes() == wheel.read_bytes()


def test_the_wheel_builds_what_the_checkout_builds(installed: Path, root: Path, tmp_path: Path):
    for name, command in {
        "wheel": [installed / "python", "-m", "miniport"],
        "checkout": [sys.executable, "-m", "miniport"],
    }.items():
        # The checkout's run finds the package through its working directory, the wheel's must not.
        folder = root if name == "checkout" else tmp_path
        run(*command, "build", root / EXAMPLE, "--out", tmp_path / name, folder=folder)
    assert read_files(tmp_path / "wheel") == read_files(tmp_path / "checkout") != {}


def test_the_wheel_starts_by_its_own_command(installed: Path, tmp_path: Path):
    assert "miniport" in run(installed / "miniport", "--version", folder=tmp_path)
    assert run(installed / "miniport", "targets", folder=tmp_path)
