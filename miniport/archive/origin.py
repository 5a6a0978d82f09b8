"""Which of the project's files each file of a bundle was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from miniport.analyze.app import AppFacts
from miniport.analyze.package import owners, package_of
from miniport.bundle import Bundle
from miniport.dialect import FileKind
from miniport.posix import PurePosixPath
from miniport.project.written import MANIFEST
from miniport.targets.pack import TargetPack
from miniport.transform.layout import layout
from miniport.transform.project_file import keeps_project_file
from miniport.web.rebase import rebased

Origins = Mapping[PurePosixPath, tuple[PurePosixPath, ...]]
"""Path in the bundle -> paths in the project, sorted. Files that miniport brings along have none."""


def origins(bundle: Bundle, facts: AppFacts, pack: TargetPack) -> Origins:
    """Return where each file of a bundle comes from."""
    pairs = dict(_of_dialect(facts, pack) if pack.family == "dialect" else _of_web(facts, pack))
    return {path: _sorted(pairs.get(path, ())) for path in bundle}


def used_packages(facts: AppFacts) -> tuple[PurePosixPath, ...]:
    """Return the folders of the npm packages of which a file is reached, in order."""
    return tuple(sorted(package_of(facts.files, owners(facts.packages)), key=str))


def _sorted(paths: Iterable[PurePosixPath]) -> tuple[PurePosixPath, ...]:
    return tuple(sorted(set(paths), key=str))


def _of_dialect(
    facts: AppFacts, pack: TargetPack
) -> Iterator[tuple[PurePosixPath, tuple[PurePosixPath, ...]]]:
    places = layout(facts, pack.dialect, keeps_project_file=keeps_project_file(facts, pack))
    for folder in used_packages(facts):
        yield from ((place, (folder / MANIFEST,)) for place in places.every(folder / MANIFEST))
    for path in facts.manifests:
        yield from ((place, (path,)) for place in places.every(path))
    for file in facts.files.values():
        yield from ((place, (file.origin,)) for place in places.every(file.path))
    own = facts.project.project_file
    if own is not None and pack.project_file is not None and own.path.name == pack.project_file.name:
        yield PurePosixPath(own.path.name), (own.path,)


def _of_web(facts: AppFacts, pack: TargetPack) -> Iterator[tuple[PurePosixPath, tuple[PurePosixPath, ...]]]:
    code = [file for file in facts.files.values() if file.kind is not FileKind.ASSET]
    styles = [file.origin for file in code if file.kind is FileKind.STYLE]
    others = [file.origin for file in code if file.kind is not FileKind.STYLE]
    yield pack.web_root / "app.js", (*others, facts.project.config_source.path)
    yield pack.web_root / "app.css", tuple(styles)
    for path, file in rebased(facts).files.items():
        if file.kind is FileKind.ASSET:
            yield pack.web_root / path, (file.origin,)
