"""Take the README's picture of the preview: an example linked in both phones, with the calls that it made."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.browser import chromium_browser
from tests.preview.served import TARGETS, served
from tests.preview.window import Window

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "milk-tea"


def main() -> int:
    """Write the picture to the path that is named."""
    with served(EXAMPLE) as preview, chromium_browser() as browser:
        window = Window(browser, preview.address, 1440, 900).running(*TARGETS)
        window.control("device").select_option("375x667")
        window.control("linked").click()
        window.app("alipay").locator(".mp--page:not([hidden]) ._drink-body").first.click()
        window.until(
            lambda: "drink" in window.phone("weibo").locator(".phone-route").inner_text(), "the drink opens"
        )
        window.panel("calls")
        window.page.wait_for_timeout(1500)
        window.page.screenshot(path=sys.argv[1])
        sys.stderr.writelines(f"{text}\n" for text in window.problems)
        window.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
