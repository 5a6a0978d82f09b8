"""How a cold build grows with the project: generated projects of 100 to 10,000 files, two targets."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.usage import Usage, measured

ROOT = Path(__file__).resolve().parent.parent
SIZES = (100, 300, 1_000, 3_000, 10_000)
RUNS = 3
LARGE = 3_000
"""From this size on one run tells enough."""
PARTS = 4
"""Files of a page or component: template, script, style, configuration."""
APP = 3
"""Files of the app itself."""

_MARKUP = """<view class="card" a:if="{{list.length > 0}}">
  <part-%(other)d title="{{title}}" onPick="pick" />
  <view a:for="{{list}}" a:key="id" class="row {{index === at ? 'on' : ''}}" onTap="pick" data-at="{{index}}">
    <image src="{{item.icon}}" mode="aspectFill" />
    <text>{{item.name}}: {{item.price * item.count}}</text>
  </view>
  <slot name="more" />
</view>
"""
_STYLE = """.card { padding: 24rpx; border-radius: 8rpx; }
.card .row { display: flex; line-height: 40rpx; color: #333; }
.card .row.on { color: #1677ff; }
"""
_SHARED = """export const total = (list) => list.reduce((sum, item) => sum + item.price * item.count, 0);
export function named(list, name) {
  return list.filter((item) => item.name.indexOf(name) >= 0);
}
"""
_PICK = """  pick(event) {
    const { at } = event.currentTarget.dataset;
    const chosen = named(this.data.list, this.data.title)[at];
    if (chosen) {
      this.setData({ at, sum: total(this.data.list) });
      my.showToast({ content: `${chosen.name} (%(number)d)` });
    }
  },
"""
_STATE = "data: { title: 'n%(number)d', at: 0, sum: 0, list: [] }"
_PAGE = (
    "import { named, total } from '../../shared';\nPage({\n  "
    + _STATE
    + ",\n  onLoad() {\n    my.setNavigationBar({ title: this.data.title });\n  },\n"
    + _PICK
    + "});\n"
)
_COMPONENT = (
    "import { named, total } from '../../shared';\nComponent({\n  props: { title: '' },\n  "
    + _STATE
    + ",\n  methods: {\n"
    + _PICK
    + "  },\n});\n"
)


def make(files: int, out: Path) -> int:
    """Write a project of about so many files and return how many it has: pages and components by halves.

    Each declares one component; a component the next one, so that none holds itself.
    """
    halves = max(1, (files - APP) // (2 * PARTS))
    for number in range(halves):
        _unit(out / "pages" / f"p{number}", _PAGE, number, number)
        _unit(out / "parts" / f"c{number}", _COMPONENT, number, number + 1 if number + 1 < halves else None)
    pages = [f"pages/p{number}/index" for number in range(halves)]
    (out / "app.json").write_text(json.dumps({"pages": pages}, indent=2), "utf-8")
    (out / "app.js").write_text("App({});\n", "utf-8")
    (out / "shared.js").write_text(_SHARED, "utf-8")
    return APP + 2 * PARTS * halves


def _unit(folder: Path, script: str, number: int, other: int | None) -> None:
    folder.mkdir(parents=True)
    markup = _MARKUP % {"other": other or 0}
    config: dict[str, object] = (
        {"component": True} if script is _COMPONENT else {"defaultTitle": f"p{number}"}
    )
    if other is None:
        markup = "".join(line for line in markup.splitlines(keepends=True) if "<part-" not in line)
    else:
        config["usingComponents"] = {f"part-{other}": f"/parts/c{other}/index"}
    # A line of its own keeps each text from being parsed once for all.
    (folder / "index.axml").write_text(f"<!-- {number} -->\n{markup}", "utf-8")
    (folder / "index.js").write_text(script % {"number": number}, "utf-8")
    (folder / "index.acss").write_text(f"/* {folder.name} */\n{_STYLE}", "utf-8")
    (folder / "index.json").write_text(json.dumps(config, indent=2), "utf-8")


def cost(files: int, folder: Path) -> tuple[int, Usage]:
    """Return how many files a generated project has, and what its cold build costs: medians."""
    made = make(files, folder / f"app{files}")
    runs = []
    for run in range(1 if files >= LARGE else RUNS):
        out = folder / f"out{files}-{run}"
        command = [
            sys.executable,
            "-m",
            "miniport",
            "build",
            str(folder / f"app{files}"),
            "--fail-on",
            "never",
        ]
        runs.append(measured([*command, "--out", str(out)], ROOT))
    middle = (statistics.median(getattr(run, name) for run in runs) for name in ("cpu", "wall", "megabytes"))
    return made, Usage(*middle)


def main() -> None:
    """Print a table, and what a file costs: the slope of the line through all sizes."""
    rows = []
    print(f"{'files':>7}{'CPU s':>9}{'MB':>7}{'ms a file':>11}")
    with tempfile.TemporaryDirectory() as scratch:
        for files in SIZES:
            made, used = cost(files, Path(scratch))
            rows.append((made, used))
            print(
                f"{made:>7}{used.cpu:>9.2f}{used.megabytes:>7.0f}{used.cpu / made * 1000:>11.2f}", flush=True
            )
    sizes = [made for made, _ in rows]
    slope, start = statistics.linear_regression(sizes, [used.cpu for _, used in rows])
    memory, _ = statistics.linear_regression(sizes, [used.megabytes for _, used in rows])
    print(f"{slope * 1000:.2f} ms a file and {start:.2f} s to begin with; {memory * 1000:.0f} KB a file")


if __name__ == "__main__":
    main()
