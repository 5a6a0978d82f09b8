"""The project as loaded: its files, settings, app root and dialect."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from miniport.dialect import Dialect, FileKind
from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.alias import Aliases
from miniport.project.files import Files
from miniport.project.project_file import ProjectFile
from miniport.project.settings import SETTINGS_FILE, Settings
from miniport.project.style.named import Named
from miniport.source import Source
from miniport.syntax.data import JsonDocument
from miniport.targets.target_pack import TargetPack


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

    @property
    def settings_place(self) -> PurePosixPath:
        """Return the file at which a lack of settings is told: app.json where there is no miniport.yaml."""
        path = PurePosixPath(SETTINGS_FILE)
        return path if SETTINGS_FILE in self.files.entries(PurePosixPath()) else self.config_source.path

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
