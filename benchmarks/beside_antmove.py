"""The same project through miniport and Antmove: python -m benchmarks.beside_antmove PACKAGES.

PACKAGES is a node_modules folder with antd-mini 3.4.3 and antmove 1.2.13, as npm install leaves it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.antd_project import make, take_in
from benchmarks.usage import measured

ROOT = Path(__file__).resolve().parent.parent
RUNS = 1


def tools(packages: Path, project: Path) -> dict[str, list[str]]:
    """Return the command lines to compare, without the output folder that each ends with."""
    build = [sys.executable, "-m", "miniport", "build", str(project), "--fail-on", "never"]
    antmove = [
        "node",
        str(packages / "antmove" / "bin" / "index"),
        "alipay-wx",
        "-i",
        str(project),
        "-p",
        "false",
    ]
    return {
        "miniport, alipay and weibo": [*build, "--out"],
        "miniport, alipay": [*build, "--target", "alipay", "--out"],
        "miniport, weibo": [*build, "--target", "weibo", "--out"],
        "antmove, wechat": [*antmove, "-o"],
    }


def compare(packages: Path, project: Path, folder: Path) -> None:
    """Print what each tool costs and what comes out of it, the tools one after the other in each round."""
    for run in range(RUNS):
        for name, command in tools(packages, project).items():
            out = folder / f"{project.name}-{name.replace(', ', '-').replace(' ', '-')}-{run}"
            used = measured([*command, str(out)], ROOT)
            made = [path for path in out.rglob("*") if path.is_file()]
            kinds = Counter(path.suffix for path in made).most_common(5)
            print(
                f"{project.name:<9}{name:<28}{used.cpu:>7.2f} s{used.wall:>8.2f} s{used.megabytes:>6.0f} MB"
                f"  exit {used.exit_code}  {len(made)} files: {', '.join(f'{n} {end}' for end, n in kinds)}",
                flush=True,
            )


def main(packages: Path) -> None:
    """Compare on the project as it is, and on one that holds the library itself."""
    with tempfile.TemporaryDirectory() as scratch:
        top = Path(scratch)
        shutil.copytree(packages, top / "tools" / "node_modules", symlinks=True)
        own = top / "own" / "node_modules"
        own.mkdir(parents=True)
        for name in LIBRARY:
            shutil.copytree(packages / name, own / name)
        for name in ("package", "inside"):
            make(own, top / name)
        take_in(top / "inside")
        for name in ("package", "inside"):
            compare(top / "tools" / "node_modules", top / name, top)


LIBRARY = (
    *("antd-mini", "@mini-types", "@preact", "async-validator", "dayjs", "fast-deep-equal", "lodash.filter"),
    *("lodash.get", "lodash.isfunction", "lodash.kebabcase", "lodash.reduce", "pinyin-firstletter", "tslib"),
)
"""antd-mini and what it needs."""


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
