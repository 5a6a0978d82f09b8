"""Make a project of about 1,000 files: a page for every component of npm antd-mini 3.4.3."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path


def components(package: Path) -> list[Path]:
    """Return the folder of every component below `es/`, relative to it, in order."""
    es = package / "es"
    found = (path for path in es.rglob("index.json") if json.loads(path.read_text("utf-8")).get("component"))
    return sorted(path.parent.relative_to(es) for path in found)


def make(packages: Path, out: Path) -> int:
    """Write the project below `out` and return how many files it has, other packages left uncounted.

    `packages` is a node_modules folder into which antd-mini was installed.
    """
    shutil.copytree(packages, out / "node_modules")
    package = out / "node_modules" / "antd-mini"
    pages = []
    for folder in components(package):
        name = "-".join(folder.parts).lower()
        pages.append(f"pages/{name}/index")
        place = out / "pages" / name
        place.mkdir(parents=True)
        tag = f"ant-{name}"
        (place / "index.axml").write_text(f"<view>\n  <{tag}>{name}</{tag}>\n</view>\n", "utf-8")
        (place / "index.js").write_text("Page({\n  data: {},\n});\n", "utf-8")
        (place / "index.acss").write_text("view {\n  padding: 12rpx;\n}\n", "utf-8")
        config = {"defaultTitle": name, "usingComponents": {tag: f"antd-mini/es/{folder.as_posix()}/index"}}
        (place / "index.json").write_text(json.dumps(config, indent=2) + "\n", "utf-8")
    (out / "app.json").write_text(json.dumps({"pages": pages}, indent=2) + "\n", "utf-8")
    (out / "app.js").write_text("App({});\n", "utf-8")
    (out / "mini.project.json").write_text('{"format": 2, "compileOptions": {"component2": true}}\n', "utf-8")
    counted = (out / "pages", package / "es")
    return 3 + sum(path.is_file() for folder in counted for path in folder.rglob("*"))


def take_in(project: Path) -> None:
    """Make the library of a made project a folder of its own: for tools that leave packages alone."""
    (project / "node_modules" / "antd-mini" / "es").rename(project / "lib")
    shutil.rmtree(project / "node_modules" / "antd-mini")
    for config in (project / "pages").rglob("index.json"):
        config.write_text(config.read_text("utf-8").replace("antd-mini/es/", "/lib/"), "utf-8")


if __name__ == "__main__":
    print(make(Path(sys.argv[1]), Path(sys.argv[2])), "files")
