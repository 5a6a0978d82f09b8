"""What is left of pages that were opened and closed again: python -m tests.examples.growth."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.browser import chromium_browser
from tests.examples.apps import example, script_of, staged
from tests.examples.stage import Stage

APP = "milk-tea"
ROUNDS = 50
# What is made at the first visits is no growth; nor is what the engine compiles as soon as it is worth it.
WARM = 30
LOOKS = 4
LOOP = (Path(__file__).parent / "growth.js").read_text("utf-8")
WAY = {"list": "mp-view._drink", "page": "mp-view._page-drink"}
Figures = dict[str, int]
COUNTED = {
    "JSHeapUsedSize": "heap",
    "Nodes": "nodes",
    "JSEventListeners": "listeners",
    "Documents": "documents",
}


def figures(stage: Stage) -> Figures:
    """Return what is alive once the garbage is collected.

    `objects`: objects and functions of JavaScript; `nodes`, `listeners`, `documents`: of the page and what
    is detached from it; `heap`: bytes, with compiled code and what the browser notes down for its tools.
    """
    # The stand-in of the container writes down all that happens, which is its own affair.
    stage.page.evaluate("() => void (window.fakehost && window.fakehost.host.log.splice(0))")
    session = stage.context.new_cdp_session(stage.page)
    pieces: list[str] = []
    session.on("HeapProfiler.addHeapSnapshotChunk", lambda event: pieces.append(event["chunk"]))
    session.send("Performance.enable")
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
        stage.ask("pause")
    metrics = {row["name"]: int(row["value"]) for row in session.send("Performance.getMetrics")["metrics"]}
    session.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    session.detach()
    counted = {short: metrics[name] for name, short in COUNTED.items()}
    return {"objects": _objects(json.loads("".join(pieces))), **counted}


def _objects(taken: Mapping[str, Any]) -> int:
    meta = taken["snapshot"]["meta"]
    width, at = len(meta["node_fields"]), meta["node_fields"].index("type")
    wanted = {number for number, name in enumerate(meta["node_types"][at]) if name in ("object", "closure")}
    return sum(kind in wanted for kind in taken["nodes"][at::width])


def measured(stage: Stage) -> tuple[Figures, Figures]:
    """Return the figures before and after the rounds."""
    stage.open()
    stage.frame.evaluate(LOOP, {"rounds": WARM, **WAY})
    before = figures(stage)
    stage.frame.evaluate(LOOP, {"rounds": ROUNDS, **WAY})
    after = figures(stage)
    for _ in range(LOOKS):
        if after["nodes"] <= before["nodes"]:
            break
        # On a busy machine the last page that was closed may still be on its way out; what leaks stays.
        after = figures(stage)
    return before, after


def main() -> None:
    """Print the figures of both targets."""
    with chromium_browser() as browser, staged(browser, example(APP), script_of(APP)["window"]) as stages:
        for stage in stages:
            before, after = measured(stage)
            told = ", ".join(f"{name} {before[name]} -> {after[name]}" for name in before)
            sys.stdout.write(f"{stage.name}: {ROUNDS} pushes and pops: {told}\n")


if __name__ == "__main__":
    main()
