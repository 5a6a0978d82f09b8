"""Take pictures of the examples: each screen on both targets, in three widths, light and dark."""

from __future__ import annotations

import argparse
import base64
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
import yaml

from tests.browser import chromium_browser
from tests.examples.actions import ACTIONS
from tests.examples.apps import example, staged
from tests.examples.stage import Stage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).resolve().parent
SCREENS = HERE / "screens.yaml"
WIDTHS = (320, 375, 430)
SCHEMES = ("light", "dark")
WINDOW = {"width": 375, "height": 667}
Screen = Mapping[str, object]


def walked(stage: Stage, screens: Sequence[Screen]) -> Iterator[Screen]:
    """Go from screen to screen; yield each as soon as it rests. What the console complains of is printed."""
    for screen in screens:
        for step in screen["steps"]:  # type: ignore[attr-defined]
            ((action, value),) = step.items()
            ACTIONS[action](stage, value)
            # Whoever leaves a page at once leaves before the container has stored what it was told to.
            rest(stage)
        yield screen
        sys.stderr.writelines(f"{stage.name} {screen['name']}: {text}\n" for text in stage.problems)


def rest(stage: Stage) -> None:
    """Wait until nothing moves and every picture is there."""
    stage.until(lambda: bool(stage.ask("isStill")), "nothing moves")
    stage.frame.evaluate(
        "() => Promise.all([...document.images].map((image) => image.decode().catch(() => {})))"
    )
    stage.ask("pause")


def resized(stage: Stage, width: int, scheme: str) -> None:
    """Make the window as high as shows the whole page."""
    stage.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    stage.page.set_viewport_size({"width": width, "height": WINDOW["height"]})
    rest(stage)
    height = WINDOW["height"] + int(str(stage.ask("overflow")))
    stage.page.set_viewport_size({"width": width, "height": height})
    rest(stage)


def shoot_all(browser: Browser, app: str, screens: Sequence[Screen], out: Path) -> None:
    """Take each screen's picture in each width and colour scheme."""
    with staged(browser, example(app), WINDOW) as stages:
        for stage in stages:
            for screen in walked(stage, screens):
                for width in WIDTHS:
                    for scheme in SCHEMES:
                        resized(stage, width, scheme)
                        name = f"{app}-{screen['name']}-{stage.name}-{width}-{scheme}.png"
                        stage.page.screenshot(path=out / name)
                stage.page.emulate_media(color_scheme="light")
                stage.page.set_viewport_size(WINDOW)  # type: ignore[arg-type]


def strip(browser: Browser, app: str, screens: Sequence[Screen], out: Path) -> None:
    """Put the screens that the README shows side by side, by turns of either target, one of them dark."""
    shown = [screen for screen in screens if screen.get("picture")]
    shots: list[str] = []
    with staged(browser, example(app), WINDOW) as stages:
        taken = [[_shot(stage, screen, shown) for screen in walked(stage, screens)] for stage in stages]
    for number, screen in enumerate(shown):
        shots.append(taken[number % len(taken)][list(screens).index(screen)])
    template = jinja2.Template((HERE / "strip.html.j2").read_text("utf-8"), autoescape=True)
    page = browser.new_page(viewport={"width": 100, "height": 100})
    page.set_content(template.render(shots=shots, width=WINDOW["width"]))
    page.locator("main").screenshot(path=out / f"{app}.png")
    page.close()


def _shot(stage: Stage, screen: Screen, shown: Sequence[Screen]) -> str:
    """Return the picture of a screen as an address; nothing of a screen that is not shown."""
    if screen not in shown:
        return ""
    stage.page.emulate_media(color_scheme="dark" if screen is shown[-1] else "light")
    rest(stage)
    data = base64.b64encode(stage.page.screenshot()).decode()
    stage.page.emulate_media(color_scheme="light")
    return f"data:image/png;base64,{data}"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="the folder for the pictures")
    parser.add_argument("--strips", action="store_true", help="one picture of each example, for the README")
    parser.add_argument("--app", action="append", help="only this example")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    take = strip if given.strips else shoot_all
    with chromium_browser() as browser:
        for app, screens in yaml.safe_load(SCREENS.read_text("utf-8")).items():
            if not given.app or app in given.app:
                take(browser, app, screens, given.out)


if __name__ == "__main__":
    main()
