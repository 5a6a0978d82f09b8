"""From a loaded project to the facts of one target."""

from __future__ import annotations

from miniport.analyze.app import AppFacts
from miniport.analyze.capability import reach_adapters, spare
from miniport.analyze.describe import Parses
from miniport.analyze.kept import assets, candidates, code_kind, custom_tags, matches, overlays
from miniport.analyze.walk import Walk
from miniport.field import replace
from miniport.posix import PurePosixPath, by_names
from miniport.project.project import Project
from miniport.project.resolve import Resolver
from miniport.project.settings import MOCKS
from miniport.project.standing import Standing
from miniport.project.switches import Switches
from miniport.project.written import INSTALLED, Written
from miniport.targets.pack import TargetPack


def analyze(project: Project, pack: TargetPack, switches: Switches, parses: Parses) -> AppFacts:
    """Return what one target is made of: everything reachable from app.json, described and resolved."""
    return walked(begun(project, pack, switches, parses), pack)


def begun(project: Project, pack: TargetPack, switches: Switches, parses: Parses) -> Walk:
    """Return a walk that has not reached anything yet."""
    return Walk(project, pack, _resolver(project, pack), switches, parses)


def walked(walk: Walk, pack: TargetPack) -> AppFacts:
    """Return what a target is made of, with a walk from its beginning.

    Where more than units, names and references of the files counts here, `anew` has to know of it.
    """
    # A build that goes on from kept state walks nothing.
    from miniport.analyze.left_out import kept_config, tags_left_out
    from miniport.analyze.units import Units

    project = walk.project
    units = Units(walk, pack)
    app, config = units.app()
    pages = units.pages(config)
    kept = {str(page.path.relative_to(project.base)) for page in pages}
    app = replace(app, config=kept_config(app.config, kept))
    components = units.components()
    walk.follow()
    walk.diagnostics.extend(tags_left_out(app, (*pages, *components), walk.files, walk.target))
    known = candidates(walk)
    _keep_listed(walk, known)
    adapters = reach_adapters(walk, pack)
    carried = assets(walk, known, pack.asset_suffixes)
    # A capability's module stays behind, untold, where the platform needs none; and so do mocks.
    unneeded = spare(walk)
    walk.report_closed()
    left = [
        path for path in known if not walk.has_reached(path) and path not in unneeded and not _is_mock(path)
    ]
    native = walk.resolver.standing.written.native
    unreached = tuple(path for path in left if code_kind(native(path), project) is not None)
    others = tuple(path for path in left if code_kind(native(path), project) is None)
    return AppFacts(
        project,
        pack.name,
        app,
        pages,
        components,
        {path: walk.files[path] for path in sorted(walk.files, key=by_names)},
        carried,
        frozenset(walk.packages),
        frozenset(walk.manifests),
        custom_tags((app, *pages, *components), walk.files, app),
        unreached,
        others,
        tuple(walk.diagnostics),
        adapters,
        units.workers,
    )


def _resolver(project: Project, pack: TargetPack) -> Resolver:
    written = Written.of(reader.dialect for reader in project.readers)
    stores = [store for reader in project.readers for store in reader.packages.folders]
    files, over = project.files, overlays(project, pack.name)
    return Resolver(
        files,
        project.base,
        Standing(files, project.base, written, pack.file_words, over, project.names_tool),
        project.aliases,
        pack.packages,
        (INSTALLED, *dict.fromkeys(stores)),
    )


def _is_mock(path: PurePosixPath) -> bool:
    return path.parts[0] == MOCKS


def _keep_listed(walk: Walk, known: tuple[PurePosixPath, ...]) -> None:
    """Reach the files that the settings ask for although nothing refers to them."""
    settings = walk.project.settings
    patterns = ("**",) if settings.unreached == "keep" else settings.include
    for path in known if patterns else ():
        kind = code_kind(walk.resolver.standing.written.native(path), walk.project)
        # Made-up answers are for the preview: they go along only where the settings name them.
        if _is_mock(path) and not matches(path, settings.include):
            continue
        if kind is not None and matches(path, patterns):
            native = walk.resolver.standing.written.native(walk.resolver.standing.logical(path))
            walk.reach(native, walk.resolver.origin(native) or path, kind)
    walk.follow()
