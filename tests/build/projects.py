"""Small projects made by hand, and what a build makes of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from miniport.emit import Mode
from miniport.pipeline import BuildRequest, Outcome, build
from miniport.project.files import DiskFiles
from miniport.project.read_settings import read_settings
from miniport.targets.pack import TargetPack, bundled, bundled_names

PAGE = {"pages/a/a.js": "Page({});\n", "pages/a/a.axml": "<view>a</view>\n"}
APP = {"app.json": json.dumps({"pages": ["pages/a/a"]}), "app.js": "App({});\n", **PAGE}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files below a folder and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    return folder


def built(
    project: Path,
    *targets: str | TargetPack,
    root: Path | None = None,
    mode: Mode = Mode.DEVELOPMENT,
) -> Outcome:
    """Build a project with its own settings."""
    packs = tuple(bundled()[each] if isinstance(each, str) else each for each in targets or ("alipay",))
    settings = read_settings(project, bundled_names()).settings
    return build(BuildRequest(DiskFiles(root or project, project), settings, packs, mode))


def texts(outcome: Outcome, target: str = "alipay") -> dict[str, str]:
    """Return the bundle of one target as text by path."""
    (found,) = (each for each in outcome.targets if each.name == target)
    assert found.bundle is not None, [each.message() for each in found.diagnostics]
    return {str(path): content.decode("utf-8", "replace") for path, content in found.bundle.items()}


def codes(outcome: Outcome, target: str = "alipay") -> list[str]:
    """Return the codes of what was found in one target."""
    return [found.rule.code for each in outcome.targets if each.name == target for found in each.diagnostics]
