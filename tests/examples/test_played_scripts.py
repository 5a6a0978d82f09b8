"""The interaction scripts, played on the apps emitted for Weibo and for Alipay (in the simulator)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from miniport.bundle import Bundle
from miniport.pipeline import preview
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled_names, bundled_pack
from tests.build.projects import built
from tests.examples.runner import play
from tests.examples.stage import Stage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

APPS = ("milk-tea", "waste-sorting")


def emitted(project: Path) -> dict[str, Bundle]:
    """Return the bundle for the container, and the one for the other platform compiled for the simulator."""
    bundles = {each.name: each.bundle for each in built(project, "weibo", "alipay").targets}
    weibo, alipay = bundles["weibo"], bundles["alipay"]
    assert weibo is not None
    assert alipay is not None
    shown = preview(alipay, read_settings(project, bundled_names()).settings, bundled_pack("alipay")).bundle
    assert shown is not None
    return {"weibo": weibo, "alipay": shown}


@pytest.mark.browser
@pytest.mark.parametrize("app", APPS)
def test_every_step_shows_what_it_must_on_both_targets(root: Path, chromium: Browser, app: str):
    script = yaml.safe_load((root / f"tests/examples/{app}.yaml").read_text("utf-8"))
    bundles = emitted(root / "examples" / app)
    stages = [Stage(chromium, name, files, script["window"]) for name, files in bundles.items()]
    for stage in stages:
        stage.mocks = (root / "tests/examples/mocks.js").read_text("utf-8")
    wrong = list(play(app, script["steps"], stages))
    for stage in stages:
        stage.close()
    assert "\n".join(wrong) == ""
