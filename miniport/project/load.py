"""Load a project: find its app root, app.json and dialect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from miniport import rules
from miniport.diagnostics import Diagnostic
from miniport.dialect import FileKind
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.alias import Alias, Aliases, aliases_of, ordered
from miniport.project.app_config import read_app_config, refusal
from miniport.project.files import Files
from miniport.project.pages import page_entries
from miniport.project.project import Project
from miniport.project.project_file import ProjectFile
from miniport.project.read_project_file import read_project_file
from miniport.project.request import normal
from miniport.project.settings import Settings
from miniport.syntax.condition import Scalar
from miniport.syntax.data import JsonDocument
from miniport.targets.pack import TargetPack


@frozen
class Loaded:
    """The outcome of loading: a project, or the findings that say why there is none."""

    project: Project | None
    diagnostics: tuple[Diagnostic, ...] = ()


def load(
    files: Files, settings: Settings, packs: Iterable[TargetPack], names: Mapping[str, Scalar]
) -> Loaded:
    """Find the app root, app.json and the dialect of a project.

    `names` settle the conditions of app.json, for a first look at it.
    """
    # A build that goes on from kept state loads no project.
    from miniport.project.tsconfig import read_tsconfig

    known = tuple(packs)
    readers = tuple(pack for pack in known if pack.is_reader)
    project_file, named = read_project_file(files, readers)
    base = normal(settings.source or named or PurePosixPath())
    app = read_app_config(files, base, names)
    if isinstance(app, tuple):
        return Loaded(None, (*_astray(app, project_file), *app))
    reader = _reader(files, settings, readers, base, app.document)
    if reader is None:
        told = ", ".join(pack.name for pack in readers)
        return Loaded(None, (refusal(rules.DIALECT_UNKNOWN, base, dialects=told),))
    typed = read_tsconfig(files, base)
    aliases = _aliases(settings, reader, base, app.document, project_file)
    project = Project(
        files,
        settings,
        base,
        app.source,
        app.document,
        reader,
        (reader, *(pack for pack in readers if pack is not reader)),
        project_file,
        is_root_named=normal(named or PurePosixPath()) == base,
        target_names=frozenset(pack.name for pack in known),
        file_words=frozenset(word for pack in known for word in pack.file_words),
        aliases=Aliases(aliases, typed.aliases, typed.root),
    )
    return Loaded(project, typed.diagnostics)


def _astray(refused: tuple[Diagnostic, ...], told: ProjectFile | None) -> Iterator[Diagnostic]:
    """Yield the faults of a project file where they may be why the app was looked for in a wrong folder."""
    absent = (rules.APP_CONFIG_MISSING, rules.APP_CONFIG_ELSEWHERE)
    if told is not None and any(found.rule in absent for found in refused):
        yield from (finding.placed(told.source) for finding in told.document.findings)


def _aliases(
    settings: Settings,
    reader: TargetPack,
    base: PurePosixPath,
    config: JsonDocument,
    project_file: ProjectFile | None,
) -> tuple[Alias, ...]:
    """Return the aliases of miniport.yaml, of the platform's project file and of app.json, in this order."""
    found = [*aliases_of(settings.resolve_alias, PurePosixPath())]
    form = reader.project_file
    for key in form.aliases if form is not None and project_file is not None else ():
        table = project_file.value(key) if project_file is not None else None
        found += aliases_of(table, PurePosixPath()) if isinstance(table, dict) else ()
    own = config.value.get("resolveAlias") if isinstance(config.value, dict) else None
    found += aliases_of(own, base) if isinstance(own, dict) else ()
    return ordered(found)


def _reader(
    files: Files,
    settings: Settings,
    readers: tuple[TargetPack, ...],
    base: PurePosixPath,
    config: JsonDocument,
) -> TargetPack | None:
    """Return the pack of the project's dialect: as set, else as the first telling file says."""
    from miniport.project.spoken import spoken

    if settings.dialect is not None:
        return next((pack for pack in readers if pack.name == settings.dialect), None)
    pages = tuple(page_entries(config.value)) if isinstance(config.value, dict) else ()
    named = [(base / entry.path, FileKind.TEMPLATE) for entry in pages]
    for path, telling in (*named, (base / "app", FileKind.STYLE)):
        names = files.entries(path.parent)
        alike = [
            reader for reader in readers if names.get(path.name + reader.dialect.suffix(telling)) is False
        ]
        if alike:
            scripts = (base / "app", *(base / entry.path for entry in pages))
            return spoken(files, scripts, alike)
    return None
