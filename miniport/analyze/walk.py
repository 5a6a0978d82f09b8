"""The worklist: from app.json to every file one target reaches."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from miniport import rules
from miniport.analyze.app import File
from miniport.analyze.describe import Described, Parses, Sheets
from miniport.analyze.level import level_of
from miniport.analyze.prepare import Prepared
from miniport.diagnostics import Diagnostic, Finding, Place
from miniport.dialect import Dialect, FileKind
from miniport.facts import Link, Reference
from miniport.field import replace
from miniport.posix import PurePosixPath, by_names
from miniport.project.files import CAUSES, Unreadable
from miniport.project.project import Project
from miniport.project.request import Found, Resolution, is_foreign, is_inner, normal
from miniport.project.standing import is_of_one_target
from miniport.project.style.language import LANGUAGES
from miniport.project.switches import Switches
from miniport.source import DecodeError, Source, Span, decode
from miniport.targets.pack import TargetPack

if TYPE_CHECKING:
    from miniport.project.resolve import Resolver


class Walk:
    """The files reached so far and what was found on the way, for one target."""

    def __init__(
        self, project: Project, pack: TargetPack, resolver: Resolver, switches: Switches, parses: Parses
    ) -> None:
        self.project = project
        self.resolver = resolver
        self.target = pack.name
        self.level = level_of(project, pack)
        self.switches = switches
        self.files: dict[PurePosixPath, File] = {}
        self.packages: set[PurePosixPath] = set()
        self.manifests: set[PurePosixPath] = set()
        self.diagnostics: list[Diagnostic] = []
        self.parses = parses
        self._sheets = Sheets(project.files, parses, switches)
        # What was looked into without being reached, and by which sheets; what each file's own text gave rise
        # to.
        self.glanced: set[PurePosixPath] = set()
        self.imported: dict[PurePosixPath, tuple[PurePosixPath, ...]] = {}
        self.told: dict[PurePosixPath, tuple[Diagnostic, ...]] = {}
        self._queue: deque[tuple[PurePosixPath, PurePosixPath, FileKind]] = deque()
        self._queued: set[PurePosixPath] = set()
        self._origins: set[PurePosixPath] = set()
        self._importers: dict[PurePosixPath, PurePosixPath] = {}
        self._reported: set[tuple[object, ...]] = set()

    def reach(self, path: PurePosixPath, origin: PurePosixPath, kind: FileKind) -> None:
        """Put a file on the list, once."""
        if path not in self._queued:
            self._queued.add(path)
            self._origins.add(origin)
            self._queue.append((path, origin, kind))

    def has_reached(self, path: PurePosixPath) -> bool:
        """Tell whether a file, or the place it stands in for, was ever on the list."""
        return path in self._queued or path in self._origins

    def follow(self) -> None:
        """Read, describe and follow every file on the list until none is left."""
        while self._queue:
            path, origin, kind = self._queue.popleft()
            content = self.read(origin)
            if content is None:
                continue
            dialect = self.project.dialect_of(path)
            if kind is FileKind.ASSET:
                self.files[path] = File(path, origin, kind, dialect, content)
                continue
            source = self.decoded(origin, content)
            if source is not None:
                self.describe(path, origin, kind, source, content)

    def is_done(self) -> bool:
        """Tell whether no file is left on the list."""
        return not self._queue

    def read(self, origin: PurePosixPath) -> bytes | None:
        """Return a file's content, or report why it cannot be read."""
        try:
            return self.parses.read(self.project.files, origin)
        except Unreadable as error:
            self.diagnostics.append(unreadable(origin, error.cause, self.target))
            return None

    def decoded(self, origin: PurePosixPath, content: bytes) -> Source | None:
        """Return a file's text, or report that it is none."""
        try:
            return self.parses.decoded(origin, content)
        except DecodeError as error:
            from miniport.project.encoding import complaint

            en, zh = complaint(error)
            arguments = {"file": str(origin), "found_en": en, "found_zh": zh}
            self.diagnostics.append(Diagnostic(rules.NOT_UTF8, arguments, Place(origin), target=self.target))
            return None

    def prepared(self, kind: FileKind, source: Source) -> Prepared:
        """Return a source as it is parsed, and report what was found while it was made so."""
        ready = self.parses.prepared(kind, source, self.switches)
        for before, findings in ready.findings:
            self.report(before, findings)
        return ready

    def report_closed(self) -> None:
        """Report each folder that was looked into and could not be listed."""
        for folder in sorted(self.project.files.closed()):
            arguments = {"folder": str(folder)}
            self.diagnostics.append(
                Diagnostic(rules.FOLDER_CLOSED, arguments, Place(folder), target=self.target)
            )

    def report(self, source: Source, findings: Iterable[Finding]) -> None:
        """Place findings in a file."""
        for finding in findings:
            placed = finding.placed(source, self.target)
            # Each sheet that imports a file shows what is wrong in that file.
            if placed.place.path == source.path or self._is_new(placed):
                self.diagnostics.append(placed)

    def resolve(
        self, source: Source, dialect: Dialect, importer: PurePosixPath, reference: Reference
    ) -> Found | None:
        """Resolve one static reference and report where nothing is found."""
        resolution = self.resolver.resolve(reference, importer, dialect)
        if not isinstance(resolution, Found) and reference.link is Link.ASSET:
            resolution = self._as_imported(reference, importer, dialect) or resolution
        if isinstance(resolution, Found):
            if resolution.package is not None:
                self.packages.add(resolution.package)
            if resolution.manifest is not None:
                self.manifests.add(resolution.manifest)
            if resolution.gone is not None:
                arguments = {"request": reference.request, "file": resolution.gone, "used": resolution.path}
                self.report(source, [rules.PACKAGE_ENTRY_GONE.at(reference.span, **arguments)])
            return resolution
        if reference.is_required:
            from miniport.analyze.unresolved import told, unresolved

            found = unresolved(reference, resolution, source.path, self.project, self._named)
            self.report(source, [told(found, reference, source)])
        return None

    def _as_imported(
        self, reference: Reference, importer: PurePosixPath, dialect: Dialect
    ) -> Resolution | None:
        """Resolve a sheet's request from the sheets that import it: its text stands there in the end."""
        seen = {importer}
        while (importer := self._importers.get(importer, importer)) not in seen:
            seen.add(importer)
            resolution = self.resolver.resolve(reference, importer, dialect)
            if isinstance(resolution, Found):
                return resolution
        return None

    def describe(
        self, path: PurePosixPath, origin: PurePosixPath, kind: FileKind, source: Source, content: bytes
    ) -> None:
        """Describe a file, put what it refers to on the list, and keep apart what was found in it."""
        before = len(self.diagnostics)
        self._describe(path, origin, kind, source, content)
        self.told[path] = tuple(self.diagnostics[before:])

    def _describe(
        self, path: PurePosixPath, origin: PurePosixPath, kind: FileKind, source: Source, content: bytes
    ) -> None:
        reader = self.project.reader_of(path)
        ready = self.prepared(kind, source)
        plain = self._made(ready.source, kind)
        if plain is None:
            return
        source = plain
        described = self.parses.described(kind, reader, source.text)
        # A mistake of the writer's is seen again in what was made of the text.
        told = {finding.rule for _, findings in ready.findings for finding in findings}
        self.report(source, [finding for finding in described.findings if finding.rule not in told])
        resolved = self._follow_references(path, reader.dialect, source, described)
        self.files[path] = File(path, origin, kind, reader.dialect, content, source, described, resolved)

    def _made(self, source: Source, kind: FileKind) -> Source | None:
        """Return a text as the tools of its language make it, or report why they cannot."""
        if kind is FileKind.STYLE:
            return self._plain(source)
        if kind not in (FileKind.SCRIPT, FileKind.MODULE) or self.project.settings.tools.script is None:
            return source
        from miniport.analyze.lowered import lowered

        made = lowered(source, self.level, self.project, self.parses.compilers.scripts)
        self._report_tools(made.diagnostics)
        return made.source

    def _plain(self, source: Source) -> Source | None:
        """Return a sheet as plain style, or report why it cannot be; what it imports counts as reached."""
        if source.path.suffix not in LANGUAGES:
            self.imported[source.path] = ()
            return source
        from miniport.analyze.compiled import plain

        made = plain(source, self.project, self.parses.compilers, self._sheets)
        self._origins.update(made.imported)
        self.glanced.update(made.imported)
        self.imported[source.path] = made.imported
        self._report_tools(made.diagnostics)
        return made.source

    def _is_new(self, found: Diagnostic) -> bool:
        place = found.place
        key = (found.rule.code, place.path, place.line, place.column, *sorted(found.arguments.items()))
        is_new = key not in self._reported
        self._reported.add(key)
        return is_new

    def _report_tools(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Report what tools find, and once that one is not there."""
        for found in diagnostics:
            cause = (found.rule, found.arguments.get("tool"))
            is_of_text = found.rule in (rules.STYLE_NOT_COMPILED, rules.SCRIPT_NOT_COMPILED)
            if is_of_text or cause not in self._reported:
                self._reported.add(cause)
                self.diagnostics.append(replace(found, target=self.target))

    def _follow_references(
        self, path: PurePosixPath, dialect: Dialect, source: Source, described: Described
    ) -> dict[tuple[Link, str], PurePosixPath]:
        resolved: dict[tuple[Link, str], PurePosixPath] = {}
        for reference in described.references:
            if is_foreign(reference.request) and not _is_of_node(reference) and not _is_inner(reference):
                continue
            if reference.is_dynamic:
                self._keep_for(path, source, dialect, reference)
                continue
            if (reference.link, reference.request) in resolved:
                continue
            found = self.follow_reference(path, dialect, source, reference)
            if found is not None:
                resolved[reference.link, reference.request] = found
        return resolved

    def follow_reference(
        self, path: PurePosixPath, dialect: Dialect, source: Source, reference: Reference
    ) -> PurePosixPath | None:
        """Reach the file that a static reference in `path` means and return its path, if there is one."""
        found = self.resolve(source, dialect, path, reference)
        if found is None:
            return None
        if reference.link is Link.STYLE:
            self._importers.setdefault(found.path, path)
        self._reach_found(reference.link, found, dialect)
        return found.path

    def _reach_found(self, link: Link, found: Found, dialect: Dialect) -> None:
        if found.is_empty:
            self._add_empty(found.path, dialect)
            return
        self.reach(found.path, found.origin, kind_of(found.path, link, dialect))
        for other in found.also:
            beside = Reference(Link.SCRIPT, f"./{other.name}", Span(0, 0))
            resolution = self.resolver.resolve(beside, other, dialect)
            if isinstance(resolution, Found):
                self.reach(resolution.path, resolution.origin, FileKind.SCRIPT)

    def _add_empty(self, path: PurePosixPath, dialect: Dialect) -> None:
        """Put a script without text where a package says that browsers need none of its own."""
        if path not in self.files:
            self._queued.add(path)
            described = self.parses.described(FileKind.SCRIPT, self.project.reader_of(path), "")
            source = decode(path, b"")
            self.files[path] = File(path, path, FileKind.SCRIPT, dialect, b"", source, described)

    def _keep_for(self, path: PurePosixPath, source: Source, dialect: Dialect, reference: Reference) -> None:
        """Reach every file a request with unknown parts could name."""
        prefix = reference.request.split("*", 1)[0]
        folder = prefix.rpartition("/")[0]
        if not folder.strip("./"):
            self.report(source, [rules.DYNAMIC_REQUEST.at(reference.span, request=reference.request)])
            return
        start = self.project.base / folder.lstrip("/") if prefix.startswith("/") else path.parent / folder
        kept = [
            found
            for found in self._standing_below(normal(start))
            if found.suffix in dialect.suffixes[FileKind.SCRIPT]
            and not is_of_one_target(found, self.project.file_words)
        ]
        for found in kept:
            self.reach(found, self.resolver.origin(found) or found, FileKind.SCRIPT)
        arguments = {"request": reference.request, "number": len(kept)}
        self.report(source, [rules.KEPT_FOR_DYNAMIC.at(reference.span, **arguments)])

    def _standing_below(self, folder: PurePosixPath) -> Iterable[PurePosixPath]:
        """Return the path of every file that stands below a folder, on this target."""
        files, logical = self.below(folder), self.resolver.standing.logical
        if folder.is_relative_to(self.project.base):
            own = (each / folder.relative_to(self.project.base) for each in self.resolver.standing.overlays)
            files += [path for place in own for path in self.below(place)]
        return dict.fromkeys(self.resolver.standing.written.native(logical(path)) for path in files)

    def _named(self, name: str) -> tuple[PurePosixPath, ...]:
        return tuple(path for path in self._all_files if path.name == name)

    @cached_property
    def _all_files(self) -> tuple[PurePosixPath, ...]:
        return tuple(self.below(self.project.base))

    def below(self, folder: PurePosixPath) -> list[PurePosixPath]:
        """Return every file below a folder, in order, without hidden folders and packages."""
        found: list[PurePosixPath] = []
        folders = [folder]
        while folders:
            at = folders.pop()
            for name, is_folder in sorted(self.project.files.entries(at).items()):
                if not is_folder:
                    found.append(at / name)
                elif name != "node_modules" and not name.startswith(".") and len(at.parts) < _DEEPEST:
                    folders.append(at / name)
        return sorted(found, key=by_names)


def unreadable(path: PurePosixPath, cause: str, target: str) -> Diagnostic:
    """Return why a file cannot be read, by a cause of `Unreadable`."""
    rule = rules.OUTSIDE_WORKSPACE if cause == "outside" else rules.UNREADABLE_FILE
    en, zh = CAUSES[cause]
    arguments = {"file": str(path), "request": str(path), "found_en": en, "found_zh": zh}
    return Diagnostic(rule, arguments, Place(path), target=target)


def _is_of_node(reference: Reference) -> bool:
    from miniport.analyze.unresolved import is_of_node

    return is_of_node(reference)


def _is_inner(reference: Reference) -> bool:
    return reference.link is Link.SCRIPT and is_inner(reference.request)


# Deeper than any real project; a loop of symbolic links ends here.
_DEEPEST = 40


# Node's own suffixes; package.json files name such files, and no mini program does.
_SCRIPTS_OF_PACKAGES = (".mjs", ".cjs")


_BY_SUFFIX = (FileKind.MODULE, FileKind.TEMPLATE, FileKind.STYLE, FileKind.CONFIG, FileKind.SCRIPT)


def kind_of(path: PurePosixPath, link: Link, dialect: Dialect) -> FileKind:
    """Return what a referenced file is, by its suffix and by the way it was asked for."""
    suffix = path.suffix
    for kind in _BY_SUFFIX:
        if suffix in dialect.suffixes[kind]:
            return kind
    if link is Link.SCRIPT and suffix in _SCRIPTS_OF_PACKAGES:
        return FileKind.SCRIPT
    return FileKind.STYLE if link is Link.STYLE else FileKind.ASSET
