"""Build real projects for both targets, visit every page of both bundles, and write a table of it.

make corpus DIR=folder      one project, or a folder of projects
"""

from __future__ import annotations

import argparse
import shutil
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser import chromium_browser
from tests.corpus.measure import build, pages, shown
from tests.corpus.table import Row, known, summary, unexplained, write
from tests.corpus.visit import Visit, visits
from tests.oracle.compare import projects, say

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def visited(
    browser: Browser, project: Path, out: Path, wanted: str, taps: int
) -> dict[str, tuple[Visit, ...]]:
    """Visit the pages of a project's bundles."""
    listed = [page for page in pages(out) if fnmatch(page, wanted)]
    pictures = out / "pictures"
    pictures.mkdir(exist_ok=True)
    bundles = shown(project, out)
    return {
        target: tuple(visits(browser, target, files, listed, taps, pictures))
        for target, files in bundles.items()
    }


def look_at(browser: Browser, project: Path, out: Path, wanted: str, taps: int) -> Row:
    """Build one project and visit it."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    return Row(project.name, build(project, out), visited(browser, project, out, wanted, taps))


def main() -> int:
    """Write the table; return 1 where something was met that known.yaml does not explain."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("out/corpus"))
    parser.add_argument("--pages", default="*", help="a pattern of the pages to visit")
    parser.add_argument("--taps", type=int, default=8, help="how many things of a page are tapped")
    given = parser.parse_args()
    found = [project for folder in given.folders for project in projects(folder.resolve())]
    rows: list[Row] = []
    explained = known()
    with chromium_browser() as browser:
        for project in found:
            rows.append(look_at(browser, project, given.out / project.name, given.pages, given.taps))
            write(rows, given.out)
            say(list(summary(rows, explained))[-1])
            new = unexplained(rows[-1], explained)
            say(*(f"  {target} {page}: {text}" for target, page, text in new))
    return int(any(True for row in rows for _ in unexplained(row, explained)))


if __name__ == "__main__":
    sys.exit(main())
