"""Run the steps of a workflow, one after the other, in a clean clone.

python -m tests.pack.workflow github|gitlab|shell PACKAGE [PROJECT] [BRANCH]

PACKAGE is what pip installs, a wheel. Steps that other people's actions do (`uses`) are listed, not run. `if`
is not read: a step that asks for a token or a tag is left out by its name. Prints each step with its seconds.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from miniport.record import load_yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "templates" / "ci"
LEFT_OUT = ("Comment", "Version of the tag")


@dataclass(frozen=True)
class Step:
    """One step: its name, and the commands; "" where an action does it."""

    name: str
    commands: str


def steps(kind: str) -> Iterator[Step]:
    """Yield the steps of a workflow."""
    if kind == "shell":
        yield Step("ci.sh", f'sh "{FOLDER / "ci.sh"}" "$PROJECT"')
        return
    value = cast(dict, load_yaml((FOLDER / f"{kind}.yml").read_text("utf-8"), kind).value)
    if kind == "gitlab":
        job = value["miniport"]
        for part in ("before_script", "script", "after_script"):
            for number, commands in enumerate(job[part], 1):
                yield Step(f"{part} {number}", commands)
        return
    for step in value["jobs"]["miniport"]["steps"]:
        name = step.get("name") or step["uses"]
        yield Step(name, "" if name in LEFT_OUT else step.get("run", ""))


def variables(kind: str) -> Mapping[str, str]:
    """Return what the workflow itself sets."""
    if kind == "shell":
        return {"OUT": "dist/ci"}
    value = cast(dict, load_yaml((FOLDER / f"{kind}.yml").read_text("utf-8"), kind).value)
    given = value["env"] if kind == "github" else value["miniport"]["variables"]
    return {name: text for name, text in given.items() if "$" not in text}


def run(kind: str, package: str, project: str, clone: Path) -> Iterator[tuple[str, float, int, str]]:
    """Yield (step, seconds, exit code, output) of each step that is run."""
    tools = clone / ".tools"
    subprocess.run([sys.executable, "-m", "venv", tools], check=True)
    path = f"{tools / 'bin'}{os.pathsep}{os.environ['PATH']}"
    kept = {
        name: text for name, text in os.environ.items() if not name.startswith(("PYTHON", "GITHUB_", "CI_"))
    }
    own = (
        {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(clone / "step.md")} if kind == "github" else {}
    )
    given = {**kept, **variables(kind), "PATH": path, "CI": "true", "CI_COMMIT_BRANCH": "main", **own}
    given |= {"PROJECT": project, "MINIPORT_PACKAGE": package, "GITHUB_ENV": str(clone / "env")}
    for step in steps(kind):
        if not step.commands:
            yield step.name, 0.0, 0, "(not run here)"
            continue
        started = time.perf_counter()
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", step.commands],
            cwd=clone,
            env=given,
            capture_output=True,
            text=True,
            check=False,
        )
        yield step.name, time.perf_counter() - started, done.returncode, done.stdout + done.stderr


def main(kind: str, package: str, project: str = "examples/milk-tea", branch: str = "HEAD") -> int:
    """Run a workflow in a clone of this repository, and print what each step did."""
    with tempfile.TemporaryDirectory() as name:
        clone = Path(name) / "clone"
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        subprocess.run(["git", "-C", clone, "checkout", "--quiet", branch], check=True)
        worst = 0
        for step, seconds, code, said in run(kind, package, project, clone):
            sys.stdout.write(f"--- {step}: exit {code}, {seconds:.1f} s\n{said.rstrip()}\n")
            worst = max(worst, code)
        made = sorted(
            path.relative_to(clone) for path in (clone / "dist" / "ci").glob("*/*") if path.is_file()
        )
        sys.stdout.write(f"{len(made)} files: {', '.join(map(str, made[:12]))}\n")
    return worst


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
