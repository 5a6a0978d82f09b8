"""What a build of one project costs and says."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.usage import Usage, measured
from miniport.bundle import Bundle
from miniport.pipeline import preview
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled_names, bundled_pack
from tests.fixture_folder import read_files

TARGETS = ("alipay", "weibo")


@dataclass(frozen=True)
class Measured:
    """A build of both targets from nothing. `files` and `kilobytes`: by target, of what was written."""

    exit_code: int
    cost: Usage
    lines: int
    findings: Mapping[str, int]
    files: Mapping[str, int]
    kilobytes: Mapping[str, float]
    messages: tuple[str, ...]


def build(project: Path, out: Path) -> Measured:
    """Build a project by the command line into a folder that is empty before."""
    command = [sys.executable, "-m", "miniport", "build", str(project), "--out", str(out)]
    folder = Path(__file__).parents[2]
    with tempfile.TemporaryFile() as printed:
        cost = measured([*command, "--format", "json"], folder, printed)
        printed.seek(0)
        told = json.loads(printed.read())
    with tempfile.TemporaryFile() as printed:
        # What could be built is visited, too.
        measured([*command, "--lang", "en", "--keep-going"], folder, printed)
        printed.seek(0)
        lines = printed.read().decode("utf-8").splitlines()
    found: Counter[str] = Counter()
    for each in told["diagnostics"]:
        found[each["code"]] += each["count"]
    targets = told["targets"]
    return Measured(
        cost.exit_code,
        cost,
        len(lines),
        dict(sorted(found.items())),
        {each["name"]: each["files"] for each in targets},
        {each["name"]: round(each["bytes"] / 1024, 1) for each in targets},
        tuple(each["message"] for each in told["diagnostics"] if each["isBlocking"]),
    )


def shown(project: Path, out: Path) -> dict[str, Bundle]:
    """Return what a browser can show of the written bundles: the dialect's compiled for the simulator."""
    bundles = {name: read_files(out / name) for name in TARGETS if (out / name).is_dir()}
    if "alipay" in bundles:
        settings = read_settings(project, bundled_names()).settings
        compiled = preview(bundles["alipay"], settings, bundled_pack("alipay")).bundle
        if compiled is not None:
            bundles["alipay"] = compiled
    return bundles


def pages(out: Path) -> list[str]:
    """Return the pages of a written bundle of the dialect, in order, those of subpackages last."""
    config = next(iter(sorted((out / "alipay").rglob("app.json"), key=lambda path: len(path.parts))), None)
    if config is None:
        return []
    app = json.loads(config.read_text("utf-8"))
    packages = app.get("subPackages") or app.get("subpackages") or []
    inner = [f"{each['root'].strip('/')}/{page}" for each in packages for page in each["pages"]]
    return [*app["pages"], *inner]
