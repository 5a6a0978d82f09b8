"""Source maps over real projects: words taken at random lead to the same words in the source.

    .venv/bin/python -m tests.oracle.source_maps FOLDER... [--words 200] [--mode production]

Prints for each project and target how many of the words led to the right line and column.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from miniport.emit import Mode
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.files import DiskFiles, workspace_root
from miniport.project.read_settings import read_settings
from miniport.targets.pack import bundled, bundled_names

CONSUMER = Path(__file__).parents[1] / "build" / "consumer.mjs"
TARGETS = ("alipay", "web")


def words(folder: Path, target: str, mode: Mode) -> list[dict[str, str]]:
    """Return each word that a map of a target's bundle knows, with the one that stands at its place."""
    settings = replace(read_settings(folder, bundled_names()).settings, source_maps="file")
    if settings.source is None and not (folder / "app.json").exists() and (folder / "src").is_dir():
        settings = replace(settings, source=PurePosixPath("src"))
    files = DiskFiles(workspace_root(folder), folder)
    outcome = build(BuildRequest(files, settings, (bundled()[target],), mode, keep_going=True))
    bundle = {path: text for built in outcome.targets for path, text in (built.bundle or {}).items()}
    asked = [
        {"map": json.loads(text), "script": bundle[path.with_suffix("")].decode("utf-8-sig")}
        for path, text in bundle.items()
        if path.suffix == ".map"
    ]
    kinds = Counter(PurePosixPath(name).suffix for each in asked for name in each["map"]["sources"])
    sys.stdout.write(f"{folder.name} {target}: files led to {dict(kinds)}\n")
    told = json.dumps(asked)
    ran = subprocess.run(["node", CONSUMER], input=told, capture_output=True, text=True, check=True)
    return [word for found in json.loads(ran.stdout) for word in found]


def main() -> None:
    """Print the figures of the projects named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--words", type=int, default=200)
    parser.add_argument("--mode", choices=Mode, type=Mode, default=Mode.DEVELOPMENT)
    told = parser.parse_args()
    for folder in told.folders:
        for target in TARGETS:
            found = words(folder, target, told.mode)
            taken = random.Random(1).sample(found, min(told.words, len(found)))
            wrong = [word for word in taken if word["word"] != word["there"]]
            all_wrong = [word for word in found if word["word"] != word["there"]]
            sys.stdout.write(
                f"{folder.name} {target} {told.mode}: {len(taken) - len(wrong)} of {len(taken)} right; "
                f"all {len(found)}: {len(all_wrong)} wrong {all_wrong[:3]}\n"
            )


if __name__ == "__main__":
    main()
