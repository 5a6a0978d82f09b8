"""Same input, same bytes: whatever folder, working directory, hash seed and locale a build runs with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.projects import APP, write
from tests.fixture_folder import read_files

TARGETS = ("alipay", "weibo", "web")
# What a build writes about itself besides the bundle holds no time and no path either.
RICH = {
    "app.json": '{"pages": ["pages/a/a", "页/面"], "usingComponents": {"b-b": "./c/b", "a-a": "./c/a"}}',
    "pages/a/a.axml": '<a-a onTap="t" class="x {{y}}"><b-b a:for="{{l}}" /></a-a><image src="/图/a.png" />',
    "pages/a/a.js": "import { 甲 } from 'kit';\nconst n = 'x';\nrequire('./l/' + n);\nmy[n]();\nPage({});",
    "pages/a/l/x.js": "1;\n",
    "pages/a/l/y.js": "2;\n",
    "pages/a/a.acss": "@import '../../c/a.acss';\n.x { width: 10rpx; }\n.y, .z { color: red; }\n",
    "页/面.axml": "<view>中文 😀</view>\n",
    "页/面.js": "Page({});\n",
    "c/a.json": '{"component": true}',
    "c/a.js": "Component({ props: {}, mixins: [] });\n",
    "c/a.axml": "<slot />",
    "c/a.acss": ".z { margin: 1rpx; }\n",
    "c/b.json": '{"component": true, "usingComponents": {"a-a": "./a"}}',
    "c/b.js": "Component({});\n",
    "c/b.axml": "<a-a />",
    "图/a.png": "PNG",
    "node_modules/kit/package.json": '{"main": "m", "module": "e"}',
    "node_modules/kit/m.js": "exports.甲 = 1;\n",
    "node_modules/kit/e.js": "export const 甲 = 1;\n",
}
SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "4711"},
    "no language": {"LC_ALL": "C", "LANG": "C"},
    "a locale in UTF-8": {"LC_ALL": "C.UTF-8"},
    "a Chinese locale": {"LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8", "LANGUAGE": "zh"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
}


def bundle(project: Path, out: Path, cwd: Path, root: Path, **environment: str) -> dict[str, bytes]:
    """Return all that the command writes for every target, in a process of its own."""
    names = [part for target in TARGETS for part in ("--target", target)]
    where = os.path.relpath(project, cwd)
    command = [
        sys.executable,
        "-m",
        "miniport",
        "build",
        where,
        "--out",
        str(out),
        *names,
        "--fail-on",
        "never",
    ]
    set_up = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": str(root), **environment}
    done = subprocess.run(command, cwd=cwd, env=set_up, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")
    return {str(path): content for path, content in read_files(out).items()}


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory, root: Path) -> tuple[Path, Path]:
    """Return the same two projects in two folders, one with a name that is not ASCII."""
    first = tmp_path_factory.mktemp("first")
    second = tmp_path_factory.mktemp("second") / "深" / "deep er"
    write(first / "rich", APP | RICH)
    # Made in the opposite order: listings of a folder may come in the order of making.
    write(second / "rich", dict(reversed((APP | RICH).items())))
    for folder in (first, second):
        shutil.copytree(
            root / "examples/first-steps", folder / "first-steps", ignore=shutil.ignore_patterns(".miniport")
        )
    return first, second


@pytest.mark.parametrize("name", ["rich", "first-steps"])
@pytest.mark.parametrize("environment", SURROUNDINGS.values(), ids=list(SURROUNDINGS))
def test_every_target_has_the_same_bytes(
    projects: tuple[Path, Path], tmp_path: Path, root: Path, name: str, environment: dict[str, str]
):
    first, second = projects
    one = bundle(first / name, tmp_path / "one", first, root)
    other = bundle(second / name, tmp_path / "other", second / name, root, **environment)
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert {path.split("/")[0] for path in one} == set(TARGETS)


def test_no_bundle_holds_a_path_of_the_machine(projects: tuple[Path, Path], tmp_path: Path, root: Path):
    first, _ = projects
    files = bundle(first / "rich", tmp_path / "out", first, root)
    words = (str(first).encode(), str(root).encode(), str(tmp_path).encode())
    assert [path for path, content in files.items() if any(word in content for word in words)] == []
