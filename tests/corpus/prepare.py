"""Make a folder of projects that can be built, from a folder of checked-out ones.

python -m tests.corpus.prepare checked-out prepared

Copies the projects that projects.yaml lists, installs the npm packages they name, and makes an app of
generated pages for each library there. Reads the npm registry.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import yaml

from benchmarks.antd_sources import prepare as make_app_of_demos
from miniport.project.settings import SETTINGS_FILE
from tests.corpus.library import Library, documents, make
from tests.oracle.compare import say

LIST = Path(__file__).with_name("projects.yaml")
# Without the lock files: some name a registry that is gone.
INSTALL = (
    "npm",
    "install",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--ignore-scripts",
    "--no-package-lock",
)


def prepare_app(given: Mapping[str, object], checked_out: Path, out: Path) -> None:
    """Copy one project, give it its settings, and install what its package.json or the list names."""
    name = str(given["name"])
    source = checked_out / str(given.get("source", name))
    shutil.copytree(source, out / name, ignore=shutil.ignore_patterns(".git"))
    if "settings" in given:
        (out / name / SETTINGS_FILE).write_text(yaml.safe_dump(given["settings"]), "utf-8")
    if "install" in given:
        packages = cast(list[str], given["install"])
        _reduced(out / name / "package.json", packages)
        subprocess.run((*INSTALL, *packages), cwd=out / name, check=True, stdout=subprocess.DEVNULL)
    if given.get("demo"):
        make_app_of_demos(out / name)
    if given.get("packages"):
        config = out / name / "package.json"
        told = json.loads(config.read_text("utf-8"))
        for package in cast(list[str], given.get("gone", ())):
            del told["dependencies"][package]
        config.write_text(json.dumps(told), "utf-8")
        subprocess.run(INSTALL, cwd=out / name, check=True, stdout=subprocess.DEVNULL)


def _reduced(file: Path, packages: list[str]) -> None:
    """Leave a package.json only what is installed: the tools of the project's own build are not needed."""
    told = json.loads(file.read_text("utf-8"))
    kept = {name: told[name] for name in ("name", "version", "private") if name in told}
    file.write_text(json.dumps(kept), "utf-8")


def prepare_library(given: Mapping[str, object], checked_out: Path, out: Path) -> int:
    """Install one library and make its pages; return how many."""
    package = str(given["package"])
    app = out / package.replace("/", "-").removeprefix("@")
    shutil.rmtree(app, ignore_errors=True)
    app.mkdir(parents=True)
    (app / "package.json").write_text('{"private": true}\n', "utf-8")
    subprocess.run(
        (*INSTALL, f"{package}@{given['version']}"), cwd=app, check=True, stdout=subprocess.DEVNULL
    )
    folder = app / "node_modules" / package
    told = checked_out / str(given["documents"]) if "documents" in given else folder
    return make(Library(package, folder, documents(told)), app)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checked_out", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    listed = yaml.safe_load(LIST.read_text("utf-8"))
    for each in listed["apps"]:
        shutil.rmtree(given.out / each["name"], ignore_errors=True)
        prepare_app(each, given.checked_out, given.out)
        say(each["name"])
    for each in listed["libraries"]:
        say(f"{each['package']}: {prepare_library(each, given.checked_out, given.out)} pages")


if __name__ == "__main__":
    sys.exit(main())
