"""How fast the runtime is in Chromium, beside uni-app's H5 output and plain Preact: one page, three ways.

`make bench-runtime`. The pages have the same data and the same number of elements in their lists; an action
is timed from the tap until the change is laid out, by the clock and by what the page's main thread was at
work. The three pages are open side by side and take turns with every action, so that what else the machine
does meets them all: what is compared is what they took in the same turn. Fetches uni-app with npm, which
reads the npm registry.
"""

from __future__ import annotations

import functools
import statistics
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.runtime_pages import CONTENDERS, SOURCES, build_pages

CHROMIUM = "/usr/bin/chromium"
ROUNDS = 7
# A round loads the pages anew; every action has so many turns in it, once engines have compiled what runs.
TURNS = 5
WARM_UP = 3
SLOWED = 4
LINES = (
    *("cold load", f"cold load, CPU slowed {SLOWED} times", "create 1,000 rows", "append 100"),
    *("update every tenth", "swap two", "clear", "one path among 2,000 nodes"),
)

# What is short is timed as the mean of so many in a row: a clock of the browser tells no less apart.
UPDATES, SWAPS, TOUCHES = 10, 10, 100

# Our own classes have names of their own in the document: elements are found by id, child, its child.
ROWS, NODES, LEAF = ["rows"], ["nodes"], ["nodes", 25, 20]


@dataclass(frozen=True)
class Took:
    """Milliseconds of the clock, and of the page's main thread at work, which waits for nobody."""

    wall: float
    cpu: float


Times = dict[str, dict[str, list[Took]]]
"""Line -> contender -> samples."""


@dataclass(frozen=True)
class Tab:
    """A page of the browser, and the session that is told of its work."""

    page: Page
    session: CDPSession

    def worked(self) -> float:
        """Return the milliseconds that the main thread was at work so far."""
        metrics = self.session.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration") * 1000

    def act(self, name: str, *checks: tuple[object, ...]) -> Took:
        """Tap a button once for each check, and return what one tap took."""
        given = [name, [list(check) for check in checks]]
        before = self.worked()
        wall = float(self.page.evaluate("([name, checks]) => bench.act(name, checks)", given))
        return Took(wall, (self.worked() - before) / len(checks))


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
            for line, slowed in ((LINES[0], 1), (LINES[1], SLOWED)):
                for name in _in_turn(number):
                    with _opened(browser, addresses[name], slowed) as tab:
                        first = float(tab.page.evaluate("bench.first"))
                        times[line][name].append(Took(first, tab.worked()))
            _play_round(browser, addresses, times)
            print(f"\rround {number + 1} of {rounds}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return times


def _in_turn(number: int) -> tuple[str, ...]:
    """Return the contenders so that each comes first, second and last equally often."""
    return CONTENDERS[number % 3 :] + CONTENDERS[: number % 3]


def _play_round(browser: Browser, addresses: dict[str, str], times: Times) -> None:
    with ExitStack() as stack:
        tabs = {name: stack.enter_context(_opened(browser, addresses[name], 1)) for name in CONTENDERS}
        for turn in range(WARM_UP + TURNS):
            for step in STEPS:
                for name in _in_turn(turn):
                    for line, took in step(tabs[name], turn):
                        if turn >= WARM_UP:
                            times[line][name].append(took)


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
def _opened(browser: Browser, address: str, slowed: int) -> Iterator[Tab]:
    """Open a page in a browser without memory, and wait for its first content."""
    context = browser.new_context(viewport={"width": 375, "height": 667})
    page = context.new_page()
    page.add_init_script(path=SOURCES / "measure.js")
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    if slowed > 1:
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    page.goto(address)
    page.wait_for_function("bench.first > 0")
    yield Tab(page, session)
    context.close()


Sample = tuple[str, Took]


def _create(tab: Tab, _turn: int) -> Iterator[Sample]:
    yield LINES[2], tab.act("create", ("count", ROWS, 1000))
    _same_size(tab.page, 0, 3000)


def _append(tab: Tab, _turn: int) -> Iterator[Sample]:
    yield LINES[3], tab.act("append", ("count", ROWS, 1100))


def _update(tab: Tab, _turn: int) -> Iterator[Sample]:
    yield (
        LINES[4],
        tab.act("update", *(("text", [*ROWS, 1090], " !" * (again + 1)) for again in range(UPDATES))),
    )


def _swap(tab: Tab, _turn: int) -> Iterator[Sample]:
    there, back = (tab.page.evaluate(f"bench.textOf(['rows', {at}, 1])") for at in (1, 998))
    texts = (there, back) * (SWAPS // 2)
    yield LINES[5], tab.act("swap", *(("text", [*ROWS, 998], text) for text in texts))


def _clear(tab: Tab, _turn: int) -> Iterator[Sample]:
    yield LINES[6], tab.act("clear", ("count", ROWS, 0))


def _touch(tab: Tab, turn: int) -> Iterator[Sample]:
    tab.act("plant", ("count", NODES, 50))
    _same_size(tab.page, 1, 2050)
    texts = (f"touched {turn * TOUCHES + number + 1}" for number in range(TOUCHES))
    yield LINES[7], tab.act("touch", *(("text", LEAF, text) for text in texts))
    tab.act("fell", ("count", NODES, 0))


STEPS = (_create, _append, _update, _swap, _clear, _touch)


def _same_size(page: Page, which: int, count: int) -> None:
    found = page.evaluate("bench.size()")[which]
    assert found == count, f"{page.url} has {found} elements, not {count}"


def _print(times: Times) -> None:
    """Print the medians of the clock; then how turns compare, by the clock and in work done."""
    others = CONTENDERS[1:]
    heads = [*(f"{name} ms" for name in CONTENDERS), *(f"to {name}" for name in others)]
    print("| line | " + " | ".join([*heads, *(f"work to {name}" for name in others)]) + " |")
    print("| --- " * (len(heads) + len(others) + 1) + "|")
    for line in LINES:
        cells = [f"{statistics.median(took.wall for took in times[line][name]):.2f}" for name in CONTENDERS]
        for kind in ("wall", "cpu"):
            cells += [_ratio(times[line], name, kind) for name in others]
        print(f"| {line} | " + " | ".join(cells) + " |")


def _ratio(samples: dict[str, list[Took]], other: str, kind: str) -> str:
    """Return the median of what we took to what another took in the same turn, and its quartiles."""
    pairs = zip(samples[CONTENDERS[0]], samples[other], strict=True)
    ratios = [getattr(mine, kind) / getattr(theirs, kind) for mine, theirs in pairs]
    low, middle, high = statistics.quantiles(ratios, n=4)
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    main()
