"""What goes along although nothing refers to it, and what stays behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from miniport.analyze.app import File, Unit
from miniport.analyze.walk import Walk
from miniport.dialect import FileKind
from miniport.posix import PurePosixPath
from miniport.project.project import Project
from miniport.project.standing import OVERLAYS, is_of_one_target


def candidates(walk: Walk) -> tuple[PurePosixPath, ...]:
    """Return the app's files, without packages, hidden folders, excluded files and files of one target.

    What stands in for others on this target alone is among them, in its own folder.
    """
    excluded, project = walk.project.settings.exclude, walk.project
    foreign = [folder for name in sorted(project.target_names) for folder in overlays(project, name)]
    own = [path for folder in walk.resolver.standing.overlays for path in walk.below(folder)]
    common = (
        path
        for path in walk.below(project.base)
        if not any(map(path.is_relative_to, foreign)) and not _is_for_one(walk, path)
    )
    return tuple(path for path in (*common, *own) if not matches(path, excluded))


def _is_for_one(walk: Walk, path: PurePosixPath) -> bool:
    # Such a name has two dots at least, and few have.
    if path.count(".") < 2:
        return False
    native, project = walk.resolver.standing.written.native(path), walk.project
    if is_of_one_target(native, project.target_names):
        return True
    if not is_of_one_target(native, project.file_words):
        return False
    # Other tools' words are common in names: they tell something beside the file that is meant by them.
    common = native.with_name(f"{PurePosixPath(native.stem).stem}{native.suffix}")
    return walk.resolver.origin(common) is not None


def overlays(project: Project, target: str) -> tuple[PurePosixPath, ...]:
    """Return the folders whose files stand in for those of the app on one target."""
    places = dict.fromkeys((PurePosixPath(OVERLAYS, target), project.base / OVERLAYS / target))
    return tuple(place for place in places if project.files.entries(place))


def assets(
    walk: Walk, files: Iterable[PurePosixPath], suffixes: tuple[str, ...]
) -> dict[PurePosixPath, bytes]:
    """Return the content of each asset to carry over, by its logical path.

    Every asset of a kind that the platform packs goes along, since code may build its name while it runs.
    """
    for path in files:
        if path.suffix.lower() in suffixes:
            logical = walk.resolver.standing.logical(path)
            walk.reach(logical, walk.resolver.origin(logical) or path, FileKind.ASSET)
    walk.follow()
    found = {file.path: file.content for file in walk.files.values() if file.kind is FileKind.ASSET}
    return dict(sorted(found.items()))


def code_kind(path: PurePosixPath, project: Project) -> FileKind | None:
    """Return the kind of a code file by its native suffix in any dialect of the project; None for others."""
    return project.code_kinds.get(path.suffix)


def matches(path: PurePosixPath, patterns: Iterable[str]) -> bool:
    """Tell whether a path matches one of the patterns: `*` within a folder, `**` across folders.

    A pattern that names a folder matches everything below it.
    """
    return any(_compiled(pattern).fullmatch(str(path)) for pattern in patterns)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.strip("/"))
    named = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile(
        "".join(named.get(piece) or re.escape(piece) for piece in pieces) + "(?:/.*)?", re.DOTALL
    )


def custom_tags(
    units: Iterable[Unit], files: Mapping[PurePosixPath, File], app: Unit
) -> dict[PurePosixPath, frozenset[str]]:
    """Return, per template, the tags that a unit using it declares as components.

    Templates that a unit's template imports or includes share its tags.
    """
    found: dict[PurePosixPath, frozenset[str]] = {}
    for unit in units:
        tags = (
            frozenset(unit.components)
            | frozenset(app.components)
            | frozenset(app.left_out)
            | placeholders(unit)
        )
        pending = [unit.template] if unit.template is not None else []
        seen: set[PurePosixPath] = set()
        while pending:
            path = pending.pop()
            if path in seen or path not in files:
                continue
            seen.add(path)
            found[path] = found.get(path, frozenset()) | tags
            pending.extend(target for target in files[path].resolved.values() if _is_template(files, target))
    return found


def placeholders(unit: Unit) -> frozenset[str]:
    """Return the tags that a unit's configuration names without a file of ours: plugins and generics."""
    names: set[str] = set()
    for key in ("usingComponents", "componentGenerics"):
        declared = unit.config.get(key)
        if isinstance(declared, dict):
            names.update(declared)
    return frozenset(names)


def _is_template(files: Mapping[PurePosixPath, File], path: PurePosixPath) -> bool:
    return path in files and files[path].kind is FileKind.TEMPLATE
