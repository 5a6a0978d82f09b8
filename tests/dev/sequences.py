"""Random sequences of changes to a project, and a clean build to hold each rebuild against.

Over real projects: python -m tests.dev.sequences FOLDER... --steps 60 --seeds 3
"""

from __future__ import annotations

import argparse
import os.path
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from miniport.cache.inputs import Changes
from miniport.dev.rebuild import Rebuilt, Wanted, WarmProject
from miniport.diagnostics import Diagnostic
from miniport.pipeline import BuildRequest, build
from miniport.posix import PurePosixPath
from miniport.project.facts_files import overlaid
from miniport.project.files import DiskFiles, workspace_root
from miniport.project.read_settings import read_settings
from miniport.targets.pack import TargetPack, bundled_names, bundled_pack

TARGETS = ("alipay", "weibo")
Bundles = dict[str, dict[PurePosixPath, bytes] | None]
Outcome = tuple[Bundles, tuple[str, ...]]
"""The bundles by target, None where one is not written, and the findings in words."""

_TAILS = {
    ".js": (
        "\n// {n}\n",
        "\nvar v{n} = {n};\n",
        "\nmy.showToast({{ content: '{n}' }});\n",
        "\nif (my.canIUse(word)) {{}}\n",
    ),
    ".ts": ("\n// {n}\n", "\nconst v{n}: number = {n};\n"),
    ".sjs": ("\n// {n}\n",),
    ".axml": (
        "\n<view class='c{n}'>{n}</view>\n",
        "\n<live-player src='{n}' />\n",
        "\n<button open-type='share' />\n",
    ),
    ".acss": (
        "\n.c{n} {{ width: {n}rpx; }}\n",
        "\nview {{ color: red; }}\n",
        "\n@keyframes k{n} {{ from {{ top: 0 }} }}\n",
    ),
    ".styl": ("\n.c{n}\n  width {n}rpx\n", "\n// {n}\n"),
    ".less": ("\n.c{n} {{ width: {n}rpx; }}\n",),
    ".json": (" ", "\n"),
}
_BROKEN = {
    ".js": "\nvar = (",
    ".axml": "\n<view><text",
    ".acss": "\n.a { color",
    ".json": "{",
    ".ts": "\nlet = (",
}
_LEFT_OUT = ("dist", ".git", ".miniport")


class Sequence:
    """A project that is changed step by step; `said` is what was done so far."""

    def __init__(self, project: Path, seed: int, *, is_calm: bool = False) -> None:
        """`is_calm`: scripts, templates and styles are edited, broken and mended; nothing else happens."""
        self.project = project
        self.kinds = tuple(suffix for suffix in _TAILS if suffix != ".json" or not is_calm)
        self.random = random.Random(seed)
        self.original = {path: path.read_bytes() for path in self._files()}
        self.said: list[str] = []
        self.steps: tuple[tuple[int, Callable[[], str]], ...] = (
            (9, self._edit),
            (2, self._break),
            (4, self._restore),
            (2, self._delete),
            (2, self._rename),
            (2, self._change_case),
            (2, self._add_for_target),
            (2, self._refer),
            (1, self._leave_page_out),
            (2, self._configure),
            (1, self._touch),
            (1, self._switch_branch),
        )

        self.steps = self.steps[:3] if is_calm else self.steps

    def step(self) -> None:
        """Do one to three changes."""
        for _ in range(self.random.choice((1, 1, 1, 2, 3))):
            weights, kinds = zip(*self.steps, strict=True)
            self.said.append(self.random.choices(kinds, weights)[0]())

    def _files(self) -> list[Path]:
        found = (path for path in self.project.rglob("*") if path.is_file() and not path.is_symlink())
        kept = (p for p in found if not set(_LEFT_OUT) & set(p.relative_to(self.project).parts))
        return sorted(kept)

    def _one(self, *suffixes: str) -> Path | None:
        found = [path for path in self._files() if not suffixes or path.suffix in suffixes]
        own = [path for path in found if "node_modules" not in path.parts]
        return self.random.choice(own if own and self.random.random() < 0.8 else found) if found else None

    def _name(self, path: Path) -> str:
        return path.relative_to(self.project).as_posix()

    def _edit(self) -> str:
        path = self._one(*self.kinds)
        if path is None:
            return "nothing"
        tail = self.random.choice(_TAILS[path.suffix]).format(n=self.random.randrange(10))
        text = path.read_bytes()
        path.write_bytes(
            tail.encode() + text
            if self.random.random() < 0.2 and path.suffix == ".js"
            else text + tail.encode()
        )
        return f"edit {self._name(path)}: {tail.strip()}"

    def _break(self) -> str:
        path = self._one(*(suffix for suffix in self.kinds if suffix in _BROKEN))
        if path is None:
            return "nothing"
        path.write_bytes(path.read_bytes() + _BROKEN[path.suffix].encode())
        return f"break {self._name(path)}"

    def _restore(self) -> str:
        changed = [p for p, content in self.original.items() if not p.is_file() or p.read_bytes() != content]
        for path in self.random.sample(changed, min(len(changed), self.random.choice((1, 2, 50)))):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self.original[path])
        return f"restore some of {len(changed)}"

    def _delete(self) -> str:
        path = self._one()
        if path is None or path.name == "app.json":
            return "nothing"
        path.unlink()
        return f"delete {self._name(path)}"

    def _rename(self) -> str:
        path = self._one()
        if path is None or path.name == "app.json":
            return "nothing"
        path.rename(path.with_name(f"renamed-{path.name}"))
        return f"rename {self._name(path)}"

    def _change_case(self) -> str:
        path = self._one(".js", ".axml", ".acss")
        if path is None:
            return "nothing"
        path.rename(path.with_name(path.name.swapcase()))
        return f"change the case of {self._name(path)}"

    def _add_for_target(self) -> str:
        path = self._one(".js", ".axml", ".acss", ".json")
        if path is None:
            return "nothing"
        own = path.with_name(f"{path.stem}.{self.random.choice(TARGETS)}{path.suffix}")
        own.write_bytes(path.read_bytes() + b"\n")
        return f"add {self._name(own)}"

    def _refer(self) -> str:
        user, used = self._one(".js"), self._one(".js")
        if user is None or used is None:
            return "nothing"
        name = Path(os.path.relpath(used.with_suffix(""), user.parent)).as_posix()
        line = f"require('{name if name.startswith('.') else './' + name}');\n"
        user.write_bytes(user.read_bytes() + line.encode())
        return f"refer from {self._name(user)} to {name}"

    def _leave_page_out(self) -> str:
        path = next((path for path in self._files() if path.name == "app.json"), None)
        if path is None:
            return "nothing"
        lines = path.read_text("utf-8").splitlines(keepends=True)
        pages = [line for line in lines if line.strip().startswith('"pages/') and line.rstrip().endswith(",")]
        if not pages:
            return "nothing"
        lines.remove(self.random.choice(pages))
        path.write_text("".join(lines), "utf-8")
        return "leave a page out"

    def _configure(self) -> str:
        name, text = self.random.choice(
            (
                ("miniport.yaml", "name: other\n"),
                ("miniport.yaml", "nonsense: 1\n"),
                ("miniport.yaml", "sourceMaps: file\n"),
                ("miniport.yaml", "define: {BETA: true}\n"),
                (".env", "MINIPORT_A=1\n"),
                ("tsconfig.json", '{"compilerOptions": {"paths": {"@/*": ["./*"]}}}'),
                ("package.json", '{"name": "other", "dependencies": {}}'),
                ("mini.project.json", '{"format": 2, "compileOptions": {"component2": false}}'),
            )
        )
        path = self.project / name
        if path.is_file() and self.random.random() < 0.7:
            path.unlink()
            return f"remove {name}"
        path.write_text(text, "utf-8")
        return f"write {name}: {text.strip()}"

    def _touch(self) -> str:
        for path in self._files()[:200]:
            path.write_bytes(path.read_bytes())
        return "write all as they were"

    def _switch_branch(self) -> str:
        """Replace half of the files, as another branch would, or go back to the first one."""
        if self.random.random() < 0.5:
            for path in self._files():
                if path not in self.original:
                    path.unlink()
            for path, content in self.original.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            return "switch to the first branch"
        for path in self._files():
            if path.suffix in _TAILS and self.random.random() < 0.5:
                path.write_bytes(path.read_bytes() + b"\n")
        return "switch to another branch"


def copied(project: Path, place: Path) -> Path:
    """Copy a project without what was made of it; packages have folders of the same names, and need them."""
    shutil.copytree(project, place, symlinks=True)
    for made in _LEFT_OUT:
        shutil.rmtree(place / made, ignore_errors=True)
    return place


def packs() -> tuple[TargetPack, ...]:
    return tuple(map(bundled_pack, TARGETS))


def told(found: Diagnostic) -> str:
    at = found.place
    return (
        f"{at.path}:{at.line}:{at.column}-{at.end_line}:{at.end_column} {found.rule.code} {found.target} "
        f"{found.message()} {found.related} {found.count}"
    )


def clean(project: Path) -> Outcome:
    """Build a project as if nothing had been before."""
    settings = read_settings(project, bundled_names())
    if settings.diagnostics:
        return {}, tuple(sorted(map(told, settings.diagnostics)))
    skipped = frozenset(PurePosixPath("dist", name) for name in TARGETS)
    files = DiskFiles(workspace_root(project.resolve()), project, skipped)
    laid = [overlaid(pack, settings.settings.target(pack.name).facts_files, files) for pack in packs()]
    wrong = [found for _, each in laid for found in each]
    if wrong:
        return {}, tuple(sorted(map(told, wrong)))
    outcome = build(BuildRequest(files, settings.settings, tuple(pack for pack, _ in laid)))
    bundles: Bundles = {made.name: made.bundle and dict(made.bundle) for made in outcome.targets}
    found = [told(each) for each in outcome.diagnostics]
    found += [f"{made.name} {told(each)}" for made in outcome.targets for each in made.diagnostics]
    return bundles, tuple(sorted(found))


def warm(project: Path) -> WarmProject:
    known = packs()
    return WarmProject(Wanted(project, lambda: known, lambda target: project / "dist" / target))


def outcome_of(made: Rebuilt) -> Outcome:
    bundles: Bundles = {
        name: dict(target.bundle) if target.built.bundle is not None else None
        for name, target in made.targets.items()
    }
    found = [told(each) for each in made.diagnostics]
    found += [f"{name} {told(each)}" for name, one in made.targets.items() for each in one.built.diagnostics]
    return bundles, tuple(sorted(found))


def differences(actual: Outcome, expected: Outcome) -> Iterator[str]:
    """Yield where two outcomes differ, and where a folder does not hold its bundle."""
    for name in sorted({*actual[0], *expected[0]}):
        one, other = actual[0].get(name), expected[0].get(name)
        if (one is None) != (other is None):
            yield f"{name}: {'written' if one is not None else 'not written'}"
        for path in sorted({*(one or {}), *(other or {})}):
            if (one or {}).get(path) != (other or {}).get(path):
                yield f"{name}/{path}"
    for line in sorted(set(actual[1]) ^ set(expected[1])):
        yield f"finding {'too many' if line in actual[1] else 'missing'}: {line}"


def on_disk(project: Path, bundles: Bundles) -> Iterator[str]:
    for name, bundle in bundles.items():
        if bundle is None:
            continue
        folder = project / "dist" / name
        found = {
            PurePosixPath(p.relative_to(folder).as_posix()): p.read_bytes()
            for p in folder.rglob("*")
            if p.is_file()
        }
        found.pop(PurePosixPath(".miniport.json"), None)
        yield from (
            f"on disk {name}/{path}"
            for path in sorted({*found, *bundle})
            if found.get(path) != bundle.get(path)
        )


@dataclass
class Step:
    """A step: what was done, where the outcome differs from a clean build, and whether all was built anew."""

    said: list[str]
    differences: list[str]
    is_whole: bool | None


def run(project: Path, seed: int, steps: int, *, is_calm: bool = False) -> Iterator[Step]:
    """Change a project step by step, and rebuild where that is a change."""
    sequence, state = Sequence(project, seed, is_calm=is_calm), warm(project)
    actual = outcome_of(state.rebuild(Changes()))
    for _ in range(steps):
        said = len(sequence.said)
        sequence.step()
        changes, is_whole = state.changes(), None
        if changes:
            made = state.rebuild(changes)
            actual, is_whole = outcome_of(made), made.is_whole
        found = [*differences(actual, clean(project)), *on_disk(project, actual[0])]
        yield Step(sequence.said[said:], found, is_whole)
    state.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("projects", nargs="+", type=Path)
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--calm", action="store_true", help="only edit, break and mend")
    given = parser.parse_args()
    wrong = 0
    for project in given.projects:
        for seed in range(given.seeds):
            with tempfile.TemporaryDirectory() as scratch:
                copy = Path(scratch, "app")
                copied(project, copy)
                counts = Counter[str]()
                for number, step in enumerate(run(copy, seed, given.steps, is_calm=given.calm)):
                    counts[{None: "no change", True: "whole", False: "edited"}[step.is_whole]] += 1
                    if step.differences:
                        wrong += 1
                        told_ = "\n".join(f"   {line[:300]}" for line in step.differences[:6])
                        sys.stdout.write(f"{project.name} {seed} step {number}: {step.said}\n{told_}\n")
            sys.stdout.write(f"{project.name} seed {seed}: {dict(counts)}; wrong so far: {wrong}\n")
            sys.stdout.flush()
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
