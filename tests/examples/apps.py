"""The examples as the scripts play them: emitted for both targets, opened on a stage each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from miniport.bundle import Bundle
from miniport.emit import Mode
from miniport.pipeline import preview
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled_names, bundled_pack
from tests.build.projects import built
from tests.examples.stage import Stage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

APPS = ("milk-tea", "waste-sorting")
ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).parent


def script_of(app: str) -> dict[str, object]:
    """Return the interaction script of an example."""
    script: dict[str, object] = yaml.safe_load((HERE / f"{app}.yaml").read_text("utf-8"))
    return script


def example(app: str) -> Path:
    """Return the folder of an example."""
    return ROOT / "examples" / app


def emitted(project: Path, mode: Mode = Mode.DEVELOPMENT) -> dict[str, Bundle]:
    """Return the bundle for the container, and the one for the other platform compiled for the simulator."""
    bundles = {each.name: each.bundle for each in built(project, "weibo", "alipay", mode=mode).targets}
    weibo, alipay = bundles["weibo"], bundles["alipay"]
    assert weibo is not None
    assert alipay is not None
    shown = preview(alipay, read_settings(project, bundled_names()).settings, bundled_pack("alipay")).bundle
    assert shown is not None
    return {"weibo": weibo, "alipay": shown}


@contextmanager
def staged(
    browser: Browser, project: Path, window: Mapping[str, int], mode: Mode = Mode.DEVELOPMENT
) -> Iterator[list[Stage]]:
    """Yield a stage for each target with an example on it, not opened yet."""
    bundles = emitted(project, mode)
    stages = [Stage(browser, name, files, window) for name, files in bundles.items()]
    for stage in stages:
        stage.mocks = (HERE / "mocks.js").read_text("utf-8")
    yield stages
    for stage in stages:
        stage.close()
