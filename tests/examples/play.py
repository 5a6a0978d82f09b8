"""Play one script outside the suite and print what does not hold: python -m tests.examples.play milk-tea."""

from __future__ import annotations

import argparse
import sys
from itertools import islice
from pathlib import Path

from miniport.emit import Mode
from tests.browser import chromium_browser
from tests.examples.apps import APPS, example, script_of, staged
from tests.examples.runner import compare, play
from tests.examples.stage import Stage


def unlooked(*_: Stage) -> list[str]:
    """Compare nothing."""
    return []


def main() -> int:
    """Return 0 where every step holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("app", choices=APPS)
    parser.add_argument("--first", action="store_true", help="stop at the first step that does not hold")
    parser.add_argument("--no-comparison", action="store_true", help="leave boxes and looks aside")
    parser.add_argument("--project", type=Path, help="a copy of the example, with settings of its own")
    parser.add_argument("--mode", type=Mode, default=Mode.DEVELOPMENT, choices=list(Mode))
    given = parser.parse_args()
    script, project = script_of(given.app), given.project or example(given.app)
    comparison = unlooked if given.no_comparison else compare
    with chromium_browser() as browser, staged(browser, project, script["window"], given.mode) as stages:
        wrong = play(given.app, script["steps"], stages, comparison)
        told = [sys.stdout.write(f"{line}\n") for line in islice(wrong, 1 if given.first else None)]
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
