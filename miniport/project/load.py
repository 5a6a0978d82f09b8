"""The project as loaded: its files, settings, app root and dialect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property

from miniport import rules
from miniport.diagnostics import Diagnostic, Place, Rule
from miniport.dialect import Dialect, FileKind
from miniport.edit import Edit, rewrite
from miniport.facts import Json
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.alias import Alias, Aliases, aliases_of, ordered
from miniport.project.encoding import not_text
from miniport.project.files import CAUSES, Files, Unreadable
from miniport.project.pages import page_entries
from miniport.project.resolve import normal
from miniport.project.settings import Settings
from miniport.project.spoken import spoken
from miniport.project.tsconfig import read_tsconfig
from miniport.source import DecodeError, Source, Span, decode
from miniport.syntax.condition import Scalar
from miniport.syntax.conditions import Comments, resolve_conditions
from miniport.syntax.data import JsonDocument, parse_json
from miniport.syntax.data_loose import LOOSE_JSON, strict_edits
from miniport.targets.pack import TargetPack

APP_CONFIG = "app.json"


@frozen
class ProjectFile:
    """The platform's project file as found: `document` is {} where its text is not JSON."""

    path: PurePosixPath
    source: Source
    document: JsonDocument


@frozen
class Project:
    """A project ready to be analysed. Paths are relative to the project's folder.

    `base` is the app root, the folder of app.json, whose text and tree are `config_source` and `config`.
    `readers` are the packs whose dialects files may be written in, the project's own first. `project_file`
    is the platform's project file, where there is one; `is_root_named`: it, or its silence, says where the
    app root is. `target_names` tell targets apart in file names, and
    so do `file_words`, those of other tools among them.
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
    known = tuple(packs)
    readers = tuple(pack for pack in known if pack.is_reader)
    project_file, named = _project_file(files, readers)
    base = normal(settings.source or named or PurePosixPath())
    path = _app_config(files, base)
    try:
        source = decode(path, files.read(path))
    except Unreadable as error:
        return _unreadable(files, base, error.cause, project_file)
    except DecodeError as error:
        en, zh = not_text(error)
        return _refused(rules.APP_CONFIG_UNREADABLE, base, found_en=en, found_zh=zh)
    seen = _as_data(source, names)
    config = parse_json(seen.text)
    wrong = tuple(_wrong(seen, config))
    if wrong:
        return Loaded(None, wrong)
    reader = _reader(files, settings, readers, base, config)
    if reader is None:
        return _refused(rules.DIALECT_UNKNOWN, base, dialects=", ".join(pack.name for pack in readers))
    ordered = (reader, *(pack for pack in readers if pack is not reader))
    target_names = frozenset(pack.name for pack in known)
    file_words = frozenset(word for pack in known for word in pack.file_words)
    is_root_named = normal(named or PurePosixPath()) == base
    typed = read_tsconfig(files, base)
    aliases = Aliases(_aliases(settings, reader, base, config, project_file), typed.aliases, typed.root)
    project = Project(
        files,
        settings,
        base,
        source,
        config,
        reader,
        ordered,
        project_file,
        is_root_named,
        target_names,
        file_words,
        aliases,
    )
    return Loaded(project, typed.diagnostics)


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
        table: Json = project_file.document.value if project_file is not None else None
        for step in key.split("."):
            table = table.get(step) if isinstance(table, dict) else None
        found += aliases_of(table, PurePosixPath()) if isinstance(table, dict) else ()
    own = config.value.get("resolveAlias") if isinstance(config.value, dict) else None
    found += aliases_of(own, base) if isinstance(own, dict) else ()
    return ordered(found)


def _app_config(files: Files, base: PurePosixPath) -> PurePosixPath:
    """Return where the app's configuration stands: strict, or with a suffix that says otherwise."""
    names = files.entries(base)
    written = [APP_CONFIG, *(f"{PurePosixPath(APP_CONFIG).stem}{suffix}" for suffix in LOOSE_JSON)]
    return base / next((name for name in written if names.get(name) is False), APP_CONFIG)


def _as_data(source: Source, names: Mapping[str, Scalar]) -> Source:
    """Return a configuration as strict JSON, with its conditions settled for a first look at it."""
    gaps = resolve_conditions(source.text, Comments.JSON, names).gaps
    seen = rewrite(source.text, [Edit(gap, "") for gap in gaps])
    source = source.rewritten(seen.text, seen.origins)
    if source.path.suffix not in LOOSE_JSON:
        return source
    plain = rewrite(source.text, strict_edits(source.text))
    return source.rewritten(plain.text, plain.origins)


def _unreadable(files: Files, base: PurePosixPath, cause: str, told: ProjectFile | None) -> Loaded:
    if cause == "absent":
        # A project file that cannot be read may be the reason for looking in the wrong folder.
        findings = told.document.findings if told is not None else ()
        wrong = tuple(finding.placed(told.source) for finding in findings) if told is not None else ()
        return Loaded(
            None, (*wrong, *_refused(rules.APP_CONFIG_MISSING, base, **_elsewhere(files, base)).diagnostics)
        )
    en, zh = CAUSES[cause]
    return _refused(rules.APP_CONFIG_UNREADABLE, base, found_en=en, found_zh=zh)


def _elsewhere(files: Files, base: PurePosixPath) -> dict[str, str]:
    """Return a folder in words, and where below it an app stands; none or several say nothing."""
    found = [at for at in _below(files, base) if files.entries(at).get(APP_CONFIG) is False]
    named = {"folder_en": f'"{base}"', "folder_zh": f"“{base}” "}
    if base == PurePosixPath():
        named = {"folder_en": "the project's folder", "folder_zh": "工程目录"}
    if len(found) != 1:
        return {**named, "found_en": "", "found_zh": ""}
    return {
        **named,
        "found_en": f', but in "{found[0]}": set source: {found[0]} in miniport.yaml',
        "found_zh": f"，但 “{found[0]}” 中有：请在 miniport.yaml 中设置 source: {found[0]}",
    }


def _below(files: Files, base: PurePosixPath) -> Iterator[PurePosixPath]:
    """Yield the folders in a folder, and those in them; packages and hidden ones left out."""
    for level in (base, *_folders(files, base)):
        yield from _folders(files, level)


def _folders(files: Files, folder: PurePosixPath) -> list[PurePosixPath]:
    names = sorted(name for name, is_folder in files.entries(folder).items() if is_folder)
    return [folder / name for name in names if name not in ("node_modules", "dist") and name[0] != "."]


def _refused(rule: Rule, base: PurePosixPath, **arguments: str) -> Loaded:
    path = base / APP_CONFIG
    return Loaded(
        None, (Diagnostic(rule, {"folder": str(base), "file": str(path), **arguments}, Place(path)),)
    )


def _wrong(source: Source, config: JsonDocument) -> Iterator[Diagnostic]:
    """Yield what makes app.json no configuration: broken text, no object, no list of page paths."""
    for finding in config.findings:
        if finding.rule.is_blocking:
            # What is wrong is said by its own rule; nothing can be built without this file.
            yield replace(finding, rule=replace(finding.rule, is_refusal=True)).placed(source)
            return
    value = config.value
    if not isinstance(value, dict):
        yield _unfit(source, config.span(), "it does not hold an object", "它的内容不是对象")
        return
    pages = value.get("pages")
    if not isinstance(pages, list) or not (pages or any(page_entries(value))):
        yield _unfit(source, config.span(("pages",)), 'it has no list "pages"', "缺少 “pages” 列表")
        return
    for index, page in enumerate(pages):
        if not isinstance(page, str) or not page.strip("/"):
            span = config.span(("pages", index))
            yield _unfit(
                source,
                span,
                f'entry {index + 1} of "pages" is no path',
                f"“pages” 的第 {index + 1} 项不是路径",
            )


def _unfit(source: Source, span: Span, en: str, zh: str) -> Diagnostic:
    return rules.APP_CONFIG_UNREADABLE.at(span, file=source.path, found_en=en, found_zh=zh).placed(source)


def _project_file(
    files: Files, readers: tuple[TargetPack, ...]
) -> tuple[ProjectFile | None, PurePosixPath | None]:
    """Return the platform's project file, and the app root that it names."""
    top = files.entries(PurePosixPath())
    for reader in readers:
        if reader.project_file is None or top.get(reader.project_file.name) is not False:
            continue
        found = _read_project_file(files, PurePosixPath(reader.project_file.name))
        value = found.document.value if found is not None else None
        root = value.get(reader.project_file.root_key) if isinstance(value, dict) else None
        is_inside = isinstance(root, str) and ".." not in PurePosixPath(root).parts
        return found, PurePosixPath(str(root).strip("/")) if is_inside else None
    return None, None


def _reader(
    files: Files,
    settings: Settings,
    readers: tuple[TargetPack, ...],
    base: PurePosixPath,
    config: JsonDocument,
) -> TargetPack | None:
    """Return the pack of the project's dialect: as set, else as the first telling file says."""
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


def _read_project_file(files: Files, path: PurePosixPath) -> ProjectFile | None:
    try:
        source = decode(path, files.read(path))
    except (Unreadable, DecodeError):
        return None
    document = parse_json(source.text)
    if document.value is None and (edits := strict_edits(source.text)):
        # The platforms' own tools read their project files with comments.
        plain = rewrite(source.text, edits)
        source = source.rewritten(plain.text, plain.origins)
        document = parse_json(source.text)
    return ProjectFile(path, source, document)
