"""Compare real Alipay projects with what is emitted for Alipay, before judges from outside.

make oracle DIR=folder      one project, or a folder of projects
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from miniport.diagnostics import Diagnostic
from miniport.project.settings import SETTINGS_FILE
from tests.build.projects import built
from tests.fixture_folder import read_files
from tests.oracle.judges import Objection, objections, type_errors

TOOLS = Path(__file__).parents[2] / "oracle"
NEAR = 2
"""How many lines a finding may be away from what a judge objects to."""


@dataclass(frozen=True)
class Comparison:
    """One project's source and emitted bundle. `unmatched`: objections that no finding of ours is near."""

    name: str
    identical: int
    differing: tuple[str, ...]
    new: tuple[str, ...]
    errors: tuple[Counter[tuple[str, str, str]], Counter[tuple[str, str, str]]]
    objections: tuple[tuple[Objection, ...], tuple[Objection, ...]]
    unmatched: tuple[Objection, ...]

    @property
    def new_errors(self) -> Counter[tuple[str, str, str]]:
        """Return what tsc says of the emitted code only."""
        return self.errors[1] - self.errors[0]

    @property
    def new_objections(self) -> set[tuple[str, str]]:
        """Return (file, message) of what the compiler says of the emitted templates only."""
        source, emitted = ({(each.file, each.message) for each in found} for found in self.objections)
        return emitted - source

    @property
    def is_worse(self) -> bool:
        """Tell whether a judge likes the emitted bundle less, or objects where we say nothing."""
        return bool(self.new_errors or self.new_objections or self.unmatched)


def compare(project: Path) -> Comparison:
    """Build a project for Alipay and put source and bundle before the judges."""
    (target,) = built(project, "alipay").targets
    assert target.bundle is not None, [found.message() for found in target.diagnostics]
    work = TOOLS / "work" / project.name
    shutil.rmtree(work, ignore_errors=True)
    source, emitted = work / "source", work / "emitted"
    shutil.copytree(project, source, ignore=shutil.ignore_patterns("node_modules", ".git", "dist"))
    if (project / "node_modules").exists():
        (source / "node_modules").symlink_to(project / "node_modules")
    for path, content in target.bundle.items():
        (emitted / path).parent.mkdir(parents=True, exist_ok=True)
        (emitted / path).write_bytes(content)
    before = {path: content for path, content in read_files(project).items() if ".git" not in path.parts}
    same = [path for path in target.bundle if before.get(path) == target.bundle[path]]
    differing = [str(path) for path in target.bundle if path in before and path not in same]
    new = [str(path) for path in target.bundle if path not in before]
    errors = type_errors(source, TOOLS), type_errors(emitted, TOOLS)
    written = {str(path) for path in target.bundle if path.suffix == ".axml"}
    own = {path.relative_to(source).as_posix() for path in source.rglob("*.axml")}
    known = {name for name in written if (source / name).is_file()}
    told = objections(source, own | known, TOOLS), objections(emitted, written, TOOLS)
    unmatched = tuple(each for each in told[1] if not _is_told(each, target.diagnostics))
    shutil.rmtree(work)
    return Comparison(project.name, len(same), tuple(differing), tuple(new), errors, told, unmatched)


def _is_told(objection: Objection, found: tuple[Diagnostic, ...]) -> bool:
    places = [place for each in found for place in (each.place, *(related.place for related in each.related))]
    return any(
        str(place.path) == objection.file and abs(place.line - objection.line) <= NEAR for place in places
    )


def lines(found: Comparison) -> Iterator[str]:
    """Yield a row of the table, then what speaks against the bundle."""
    source, emitted = (sum(errors.values()) for errors in found.errors)
    told = f"{len(found.objections[0])} / {len(found.objections[1])}"
    changed = ", ".join(found.differing) or "none"
    new = ", ".join(found.new) or "none"
    cells = (found.name, found.identical, changed, new, f"{source} / {emitted}", told, len(found.unmatched))
    yield f"| {' | '.join(map(str, cells))} |"
    for file, code, text in found.new_errors:
        yield f"  only emitted: {file}: {code} {text}"
    for file, message in sorted(found.new_objections):
        yield f"  only emitted: {file}: {message}"
    for each in found.objections[1]:
        state = "untold" if each in found.unmatched else "told"
        yield f"  {state}: {each.file}:{each.line}: {each.message}"


_OF_A_PROJECT = ("app.json", "mini.project.json", SETTINGS_FILE)


def projects(folder: Path) -> list[Path]:
    """Return the folder itself where it is a project, else the projects in it."""
    if any((folder / name).exists() for name in _OF_A_PROJECT):
        return [folder]
    return sorted({path.parent for name in _OF_A_PROJECT for path in folder.glob(f"*/{name}")})


def say(*text: str) -> None:
    """Print lines."""
    sys.stdout.write("".join(f"{line}\n" for line in text))


def main(folders: list[str]) -> int:
    """Print one row per project; return 1 where some bundle is worse than its source."""
    say("| project | identical | differ | new | tsc source / emitted | AXML source / emitted | untold |")
    say("| --- | --- | --- | --- | --- | --- | --- |")
    found = [compare(project) for folder in folders for project in projects(Path(folder).resolve())]
    for each in found:
        say(*lines(each))
    return int(any(each.is_worse for each in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
