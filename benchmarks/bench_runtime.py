"""How fast the runtime is in Chromium, beside uni-app's H5 output and plain Preact: one page, three ways.

`make bench-runtime`. The pages have the same data and the same number of elements in their lists; one action
is timed from the tap until the change is laid out. The contenders take turns in every round, so that what
else the machine does meets them all. Fetches uni-app with npm, which reads the npm registry.
"""

from __future__ import annotations

import functools
import statistics
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.runtime_pages import CONTENDERS, SOURCES, build_pages

CHROMIUM = "/usr/bin/chromium"
ROUNDS = 15
SLOWED = 4
LINES = (
    *("cold load", f"cold load, CPU slowed {SLOWED} times", "create 1,000 rows", "append 100"),
    *("update every tenth", "swap two", "clear", "one path among 2,000 nodes"),
)
# Before an action is timed it runs so often, for engines compile what runs often.
WARM_UP = 3

# A change of one leaf takes less than a clock of the browser tells apart: so many are timed as one.
TOUCHES = 10

# Our own classes have names of their own in the document: elements are found by id, child, its child.
ROWS, NODES, LEAF = ["rows"], ["nodes"], ["nodes", 25, 20]

Times = dict[str, dict[str, list[float]]]
"""Line -> contender -> milliseconds."""


def main() -> None:
    """Print the medians of all lines."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as made:
        scratch = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(made)
        scratch.mkdir(parents=True, exist_ok=True)
        sites = build_pages(scratch)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            _print(_measured(browser, sites, rounds))
            browser.close()


def _measured(browser: Browser, sites: dict[str, Path], rounds: int) -> Times:
    times: Times = defaultdict(lambda: defaultdict(list))
    with _served(sites) as addresses:
        for number in range(rounds):
            # Each contender comes first, second and last equally often.
            turned = CONTENDERS[number % 3 :] + CONTENDERS[: number % 3]
            for line, slowed in ((LINES[0], 1), (LINES[1], SLOWED)):
                for name in turned:
                    with _opened(browser, addresses[name], slowed) as page:
                        times[line][name].append(page.evaluate("bench.first"))
            for name in turned:
                with _opened(browser, addresses[name], 1) as page:
                    for line, took in _played(page):
                        times[line][name].append(took)
            print(f"\rround {number + 1} of {rounds}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return times


@contextmanager
def _served(sites: dict[str, Path]) -> Iterator[dict[str, str]]:
    """Serve each folder on a port of its own and give contender -> address."""
    servers = {}
    for name, folder in sites.items():
        handler = functools.partial(_Quiet, directory=str(folder))
        servers[name] = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=servers[name].serve_forever, daemon=True).start()
    yield {name: f"http://127.0.0.1:{server.server_port}/index.html" for name, server in servers.items()}
    for server in servers.values():
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Tell nobody."""


@contextmanager
def _opened(browser: Browser, address: str, slowed: int) -> Iterator[Page]:
    """Open a page in a browser without memory, and wait for its first content."""
    context = browser.new_context(viewport={"width": 375, "height": 667})
    page = context.new_page()
    page.add_init_script(path=SOURCES / "measure.js")
    if slowed > 1:
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    page.goto(address)
    page.wait_for_function("bench.first > 0")
    yield page
    context.close()


def _act(page: Page, name: str, *checks: tuple[object, ...]) -> float:
    given = [name, [list(check) for check in checks]]
    return float(page.evaluate("([name, checks]) => bench.act(name, checks)", given))


def _played(page: Page) -> Iterator[tuple[str, float]]:
    """Yield (line, milliseconds) of each action, the warm-up left out."""
    for number in range(WARM_UP + 1):
        timed = [*_rows(page), *_leaves(page, number * WARM_UP * TOUCHES)]
    yield from timed


def _rows(page: Page) -> Iterator[tuple[str, float]]:
    yield LINES[2], _act(page, "create", ("count", ROWS, 1000))
    _same_size(page, 0, 3000)
    yield LINES[3], _act(page, "append", ("count", ROWS, 1100))
    for again in range(WARM_UP):
        yield LINES[4], _act(page, "update", ("text", [*ROWS, 1090], " !" * (again + 1)))
    second = page.evaluate("bench.textOf(['rows', 1, 1])")
    yield LINES[5], _act(page, "swap", ("text", [*ROWS, 998], second))
    yield LINES[6], _act(page, "clear", ("count", ROWS, 0))


def _leaves(page: Page, touched: int) -> Iterator[tuple[str, float]]:
    _act(page, "plant", ("count", NODES, 50))
    _same_size(page, 1, 2050)
    for again in range(WARM_UP):
        texts = (f"touched {touched + again * TOUCHES + number + 1}" for number in range(TOUCHES))
        yield LINES[7], _act(page, "touch", *(("text", LEAF, text) for text in texts))
    _act(page, "fell", ("count", NODES, 0))


def _same_size(page: Page, which: int, count: int) -> None:
    found = page.evaluate("bench.size()")[which]
    assert found == count, f"{page.url} has {found} elements, not {count}"


def _print(times: Times) -> None:
    """Print medians, how they compare, and how the least of all samples do, which other work slows least."""
    others = CONTENDERS[1:]
    heads = [*(f"{name} ms" for name in CONTENDERS), *(f"to {name}" for name in others)]
    print("| line | " + " | ".join([*heads, *(f"least to {name}" for name in others)]) + " |")
    print("| --- " * (len(heads) + len(others) + 1) + "|")
    for line in LINES:
        medians = [statistics.median(times[line][name]) for name in CONTENDERS]
        least = [min(times[line][name]) for name in CONTENDERS]
        ratios = [mine[0] / other for mine in (medians, least) for other in mine[1:]]
        cells = [*(f"{median:.1f}" for median in medians), *(f"{ratio:.2f}" for ratio in ratios)]
        print(f"| {line} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
