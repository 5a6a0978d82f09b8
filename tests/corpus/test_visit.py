"""A tour of a small app: what leaves the browser does not end it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from miniport.pipeline import preview
from miniport.project.settings import Settings
from miniport.targets.pack import bundled_pack
from tests.build.projects import APP, built, write
from tests.corpus.visit import visits

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGE = 'Page({ call() { my.makePhoneCall({ number: "95188" }); } });'
TEMPLATE = '<button onTap="call">call</button>'


def test_a_page_can_be_tapped_after_one_that_dialled(chromium: Browser, tmp_path: Path):
    files = {**APP, "pages/a/a.js": PAGE, "pages/a/a.axml": TEMPLATE}
    (target,) = built(write(tmp_path, files), "alipay").targets
    assert target.bundle is not None
    bundle = preview(target.bundle, Settings(name="t"), bundled_pack("alipay")).bundle
    assert bundle is not None
    seen = list(visits(chromium, "alipay", bundle, ["pages/a/a", "pages/a/a"], 1, None))
    assert [(visit.taps, visit.problems) for visit in seen] == [(1, ()), (1, ())]
