"""Our erasure of types against TypeScript's own transpileModule, as syntax trees, over folders of .ts files.

    .venv/bin/python -m tests.oracle.typescript FOLDER... --modules NODE_MODULES [--time]

`NODE_MODULES` is a folder that holds `typescript` and `acorn`. Prints for each folder how many files give
equal trees, and the first difference of each of the others.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from miniport.edit import apply
from miniport.syntax.types import erase

JUDGE = Path(__file__).with_name("typescript.mjs")
_NOT_SOURCES = ("node_modules", "miniprogram_npm")


def sources(folder: Path) -> list[Path]:
    """Return every .ts and .mts file below a folder, declaration files and packages aside."""
    found = [path for suffix in ("*.ts", "*.mts") for path in folder.rglob(suffix)]
    return sorted(
        path
        for path in found
        if not path.name.endswith((".d.ts", ".d.mts")) and not set(path.parts) & set(_NOT_SOURCES)
    )


def judged(texts: dict[str, str], modules: Path, *, is_timed: bool = False) -> dict[str, object]:
    """Return what the judge says: {files: {path: {same, refused, difference}}, seconds: theirs, own}."""
    started = time.process_time()
    ours = {}
    for path, text in texts.items():
        erasure = erase(text)
        refused = [f"{finding.rule.name}: {finding.arguments['found']}" for finding in erasure.findings]
        ours[path] = {"text": text, "made": apply(text, erasure.edits), "refused": refused}
    seconds = time.process_time() - started
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "asked.json"
        asked.write_text(json.dumps(ours), "utf-8")
        command = ["node", str(JUDGE), str(modules.resolve()), str(asked), "time" if is_timed else ""]
        answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return {**json.loads(answer.stdout), "own": seconds}


def main() -> None:
    """Print the comparison of the folders named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--modules", type=Path, required=True)
    parser.add_argument("--time", action="store_true")
    parser.add_argument("--show", type=int, default=20)
    told = parser.parse_args()
    for folder in told.folders:
        texts = {str(path.relative_to(folder)): path.read_text("utf-8-sig") for path in sources(folder)}
        answer = judged(texts, told.modules, is_timed=told.time)
        _print(folder.name, texts, answer, told.show)


def _print(name: str, texts: dict[str, str], answer: dict[str, object], most: int) -> None:
    files = answer["files"]
    assert isinstance(files, dict)
    same = sum(found["same"] for found in files.values())
    refused = {path: found["refused"] for path, found in files.items() if found["refused"]}
    differ = {path: found["difference"] for path, found in files.items() if not found["same"]}
    size = sum(len(text.encode()) for text in texts.values()) / 1e6
    write = sys.stdout.write
    write(f"{name}: {len(files)} files, {size:.2f} MB; same {same}, refused {len(refused)}\n")
    seconds = answer.get("seconds")
    if seconds:
        own = float(str(answer["own"]))
        theirs = float(str(seconds))
        write(f"  ours {size / own:.2f} MB/s CPU, transpileModule {size / theirs:.2f} MB/s CPU\n")
    for path, difference in list(differ.items())[:most]:
        write(f"  {path}: {difference} {'; '.join(refused.get(path, []))}\n")


if __name__ == "__main__":
    main()
