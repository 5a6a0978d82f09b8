"""The project as loaded: its files, settings, app root and dialect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from miniport import rules
from miniport.diagnostics import Diagnostic
from miniport.dialect import Dialect, FileKind
from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.alias import Alias, Aliases, aliases_of, ordered
from miniport.project.app_config import read_app_config, refusal
from miniport.project.files import Files
from miniport.project.pages import page_entries
from miniport.project.project_file import ProjectFile, read_project_file
from miniport.project.resolve import normal
from miniport.project.settings import Settings
from miniport.project.style.language import Named
from miniport.source import Source
from miniport.syntax.condition import Scalar
from miniport.syntax.data import JsonDocument
from miniport.targets.pack import TargetPack


@frozen
class Project:
    """A project ready to be analysed. Paths are relative to the project's folder.

    `base` is the app root, the folder of app.json, whose text and tree are `config_source` and `config`.
    `readers` are the packs whose dialects files may be written in, the project's own first. `project_file`
    is the platform's project file, where there is one; `is_root_named`: it, or its silence, says where the
    app root is. `target_names` tell targets apart in file names, and so do `file_words`, those of other
    tools among them.
    """

    files: Files
    settings: Settings
    base: PurePosixPath
    config_source: Source
    config: JsonDocument
    reader: TargetPack
    readers: tuple[TargetPack, ...]
    project_file: ProjectFile | None
    is_root_named: bool
    target_names: frozenset[str]
    file_words: frozenset[str]
    aliases: Aliases = field(default_factory=Aliases)

    def reader_of(self, path: PurePosixPath) -> TargetPack:
        """Return the pack whose dialect a file is written in: by its suffix, else the project's."""
        return self._by_suffix.get(path.suffix, self.reader)

    def dialect_of(self, path: PurePosixPath) -> Dialect:
        """Return the dialect a file is written in."""
        return self.reader_of(path).dialect

    @cached_property
    def _by_suffix(self) -> Mapping[str, TargetPack]:
        return {
            suffix: reader
            for reader in reversed(self.readers)
            for kind in _TELLING
            for suffix in reader.dialect.suffixes[kind]
        }

    @cached_property
    def names_tool(self) -> Named:
        """Return what tells whether the project names the tool that a sheet needs."""
        return Named(self.files, self.settings, self._compiled_by_platform())

    def _compiled_by_platform(self) -> frozenset[str]:
        """Return the style languages that the platform's own tool is told to compile."""
        form, told = self.reader.project_file, self.project_file
        if form is None or told is None:
            return frozenset()
        return frozenset(name for name, keys in form.languages.items() if any(map(told.value, keys)))

    @cached_property
    def code_kinds(self) -> Mapping[str, FileKind]:
        """Return the kind of code that each native suffix stands for, in any dialect of the project."""
        kinds = (FileKind.TEMPLATE, FileKind.STYLE, FileKind.MODULE, FileKind.SCRIPT)
        found = ((reader, kind) for reader in reversed(self.readers) for kind in reversed(kinds))
        return {suffix: kind for reader, kind in found for suffix in reader.dialect.suffixes[kind]}


# Scripts and configuration have the same suffix in every dialect.
_TELLING = (FileKind.TEMPLATE, FileKind.STYLE, FileKind.MODULE)


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
