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

# Our own classes have names of their own in the document, so elements are found by their place.
ROW, LABEL, LEAF = "#rows > *", "#rows > * > :last-child", "#nodes > * > *"

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


def _act(page: Page, name: str, *check: object) -> float:
    return float(page.evaluate("([name, check]) => bench.act(name, check)", [name, list(check)]))


def _played(page: Page) -> Iterator[tuple[str, float]]:
    """Yield (line, milliseconds) of each action, the warm-up left out."""
    for number in range(WARM_UP + 1):
        timed = list(_rows(page, number))
        _act(page, "plant", "count", LEAF, 2000)
        _same_size(page, 1, 2050)
        for again in range(WARM_UP):
            touched = f"touched {number * WARM_UP + again + 1}"
            timed.append((LINES[7], _act(page, "touch", "text", [LEAF, 25 * 40 + 20], touched)))
        _act(page, "fell", "count", LEAF, 0)
    yield from timed


def _rows(page: Page, number: int) -> Iterator[tuple[str, float]]:
    yield LINES[2], _act(page, "create", "count", ROW, 1000)
    _same_size(page, 0, 3000)
    yield LINES[3], _act(page, "append", "count", ROW, 1100)
    yield LINES[4], _act(page, "update", "text", [ROW, 1090], " !")
    second = page.evaluate(f"bench.textOf('{LABEL}', 1)")
    yield LINES[5], _act(page, "swap", "text", [ROW, 998], second)
    yield LINES[6], _act(page, "clear", "count", ROW, 0)


def _same_size(page: Page, which: int, count: int) -> None:
    found = page.evaluate("bench.size()")[which]
    assert found == count, f"{page.url} has {found} elements, not {count}"


def _print(times: Times) -> None:
    print("| line | " + " | ".join(f"{name} ms" for name in CONTENDERS) + " | to uni-app | to preact |")
    print("| --- " * 6 + "|")
    for line in LINES:
        ours, uni, plain = (statistics.median(times[line][name]) for name in CONTENDERS)
        print(f"| {line} | {ours:.1f} | {uni:.1f} | {plain:.1f} | {ours / uni:.2f} | {ours / plain:.2f} |")


if __name__ == "__main__":
    main()
