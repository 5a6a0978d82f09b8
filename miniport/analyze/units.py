"""The app, its pages and its components, found from app.json on."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.analyze.app import Unit, UnitKind
from miniport.analyze.config import (
    Config,
    component_requests,
    config_of,
    entry_page,
    icon_requests,
    misshapen,
    tab_pages,
    worker_names,
)
from miniport.analyze.did_you_mean import NOT_NEAR, listed_words, near_words
from miniport.analyze.kept import matches
from miniport.analyze.theme import theme_file
from miniport.analyze.walk import Walk, unreadable
from miniport.diagnostics import Rule
from miniport.dialect import Dialect, FileKind
from miniport.posix import PurePosixPath
from miniport.project.pages import APP_CONFIG, PageEntry, page_entries
from miniport.project.request import Found, is_foreign
from miniport.source import Source, Span
from miniport.syntax.data import JsonDocument
from miniport.targets.pack import TargetPack

_PARTS = (FileKind.SCRIPT, FileKind.TEMPLATE, FileKind.STYLE)
_NO_CONFIG = Config((), {})


class Units:
    """The units found so far for one target; their files go on the walk's list."""

    def __init__(self, walk: Walk, pack: TargetPack) -> None:
        self._walk = walk
        self._pack = pack
        self._project = walk.project
        self._base = walk.project.base
        self._pending: deque[PurePosixPath] = deque()
        self._declared: set[PurePosixPath] = set()
        self.workers: tuple[PurePosixPath, ...] = ()

    def app(self) -> tuple[Unit, Config]:
        """Return the app and its configuration, merged with the target's own layer."""
        path = self._base / APP_CONFIG
        self._walk.reach(path, self._project.config_source.path, FileKind.CONFIG)
        layers = [self._shared_config()]
        names = [self._base / f"app.{word}.json" for word in reversed(self._pack.file_words)]
        for own in (*names, *(folder / APP_CONFIG for folder in self._walk.resolver.standing.overlays)):
            if self._walk.resolver.is_file(own):
                layers.extend(self._layer(own))
        for source, document in layers:
            self._walk.report(source, misshapen(document))
        config = config_of(tuple(layers))
        self._reach_companions(config)
        unit = self._unit(self._base / "app", UnitKind.APP, config, path)
        return unit, config

    def pages(self, config: Config) -> tuple[Unit, ...]:
        """Return the pages this target keeps, the entry page first."""
        kept = tuple(self._kept_pages(config))
        if not kept:
            source, span = config.place(("pages",))
            self._walk.report(source, [rules.NO_PAGE_LEFT.at(span, target=self._pack.name)])
        self._report_tabs(config)
        first = entry_page(config)
        ordered = sorted(kept, key=lambda entry: entry.path != first)
        return tuple(page for entry in ordered if (page := self._page(config, entry)) is not None)

    def _report_tabs(self, config: Config) -> None:
        listed = {entry.path for entry in page_entries(config.value)}
        for path, source, span in tab_pages(config):
            if path not in listed:
                near = near_words(str(path), map(str, listed))
                self._walk.report(source, [rules.TAB_WITHOUT_PAGE.at(span, page=str(path), **near)])

    def components(self) -> tuple[Unit, ...]:
        """Return every component that some unit declares, in the order of finding."""
        found = []
        while self._pending:
            path = self._pending.popleft()
            config, file = self._config(path)
            component = self._unit(path, UnitKind.COMPONENT, config, file)
            self._report_absent_parts(component)
            found.append(component)
        return tuple(found)

    def _report_absent_parts(self, component: Unit) -> None:
        parts = ((FileKind.SCRIPT, component.script), (FileKind.TEMPLATE, component.template))
        missing = [
            component.path.name + component.dialect.suffix(kind) for kind, part in parts if part is None
        ]
        self._walk.follow()
        file = self._walk.files.get(component.config_file or component.script or component.path)
        if missing and file is not None and file.source is not None:
            arguments = {"component": str(component.path), **listed_words("missing", missing)}
            self._walk.report(file.source, [rules.COMPONENT_PART_MISSING.at(Span(0, 0), **arguments)])

    def _kept_pages(self, config: Config) -> Iterator[PageEntry]:
        seen: set[PurePosixPath] = set()
        left_out = self._project.settings.target(self._pack.name).pages.exclude
        for entry in page_entries(config.value):
            if matches(entry.path, left_out):
                continue
            if entry.path in seen:
                self._report(config, entry, rules.DUPLICATE_PAGE)
            else:
                seen.add(entry.path)
                yield entry

    def _page(self, config: Config, entry: PageEntry) -> Unit | None:
        path = self._base / entry.path
        own, file = self._config(path)
        page = self._unit(path, UnitKind.PAGE, own, file)
        missing = [
            f"{entry.path}{page.dialect.suffix(kind)}"
            for kind, part in ((FileKind.SCRIPT, page.script), (FileKind.TEMPLATE, page.template))
            if part is None
        ]
        if missing:
            near = near_words(str(entry.path), self._unlisted(config)) if page.template is None else NOT_NEAR
            self._report(config, entry, rules.MISSING_PAGE, **listed_words("missing", missing), **near)
        return page if page.template is not None else None

    def _unlisted(self, config: Config) -> Iterator[str]:
        """Yield the path of every template below the app root that stands for no listed page."""
        listed = {entry.path for entry in page_entries(config.value)}
        for file in self._walk.below(self._base):
            if file.suffix == self._project.reader.dialect.suffix(FileKind.TEMPLATE):
                path = file.relative_to(self._base).with_suffix("")
                yield from () if path in listed else (str(path),)

    def _report(self, config: Config, entry: PageEntry, rule: Rule, **arguments: str) -> None:
        source, span = config.place(entry.pointer)
        self._walk.report(source, [rule.at(span, page=str(entry.path), **arguments)])

    def _unit(self, path: PurePosixPath, kind: UnitKind, config: Config, file: PurePosixPath | None) -> Unit:
        dialect = self._unit_dialect(path)
        parts = {part: self._part(path, dialect.suffixes[part], part) for part in _PARTS}
        return Unit(
            path,
            kind,
            dialect,
            parts[FileKind.SCRIPT],
            parts[FileKind.TEMPLATE] if kind is not UnitKind.APP else None,
            parts[FileKind.STYLE],
            file,
            config.value,
            *self._declare(config, path, file, dialect),
        )

    def _part(self, path: PurePosixPath, suffixes: tuple[str, ...], kind: FileKind) -> PurePosixPath | None:
        for suffix in suffixes:
            logical = path.with_name(path.name + suffix)
            origin = self._walk.resolver.origin(logical)
            if origin is not None:
                self._walk.reach(logical, origin, kind)
                return logical
            self._report_folder(logical)
        return None

    def _unit_dialect(self, path: PurePosixPath) -> Dialect:
        names = self._project.files.entries(path.parent)
        for reader in self._project.readers:
            if names.get(path.name + reader.dialect.suffix(FileKind.TEMPLATE)) is False:
                return reader.dialect
        return self._project.reader.dialect

    def _shared_config(self) -> tuple[Source, JsonDocument]:
        """Return app.json as this target has it."""
        walk = self._walk
        source = walk.parses.prepared(FileKind.CONFIG, self._project.config_source, walk.switches).source
        tree = walk.parses.described(FileKind.CONFIG, self._project.reader, source.text).tree
        assert isinstance(tree, JsonDocument)
        return source, tree

    def _layer(self, path: PurePosixPath) -> Iterator[tuple[Source, JsonDocument]]:
        """Yield the target's own layer of a configuration, where it can be read."""
        content = self._walk.read(path)
        source = None if content is None else self._walk.decoded(path, content)
        if source is not None:
            source = self._walk.prepared(FileKind.CONFIG, source).source
            described = self._walk.parses.described(FileKind.CONFIG, self._project.reader, source.text)
            self._walk.report(source, described.findings)
            assert isinstance(described.tree, JsonDocument)
            yield source, described.tree

    def _reach_companions(self, config: Config) -> None:
        """Reach what app.json implies beside pages: icons, workers, a custom tab bar, files read untold."""
        for source, icon in icon_requests(config, self._pack.asset_suffixes):
            path = self._base / APP_CONFIG
            self._walk.follow_reference(path, self._project.reader.dialect, source, icon)
        self.workers = tuple(self._reached_workers(config))
        bar = config.value.get("tabBar")
        if isinstance(bar, dict) and (bar.get("customize") is True or bar.get("custom") is True):
            self._pend(self._base / self._project.reader.dialect.custom_tab_bar)
        self._reach_theme(config)
        reader = self._project.reader
        for name in (*reader.companions, *reader.locales.values()):
            origin = self._walk.resolver.origin(self._base / name)
            if origin is not None:
                self._walk.reach(self._base / name, origin, FileKind.CONFIG)

    def _reach_theme(self, config: Config) -> None:
        named = theme_file(config.value)
        if named is None:
            return
        path = self._base / named
        origin = self._walk.resolver.origin(path)
        if origin is None:
            source, span = config.place(("themeLocation",))
            self._walk.report(source, [rules.MISSING_THEME.at(span, file=named)])
        else:
            self._walk.reach(path, origin, FileKind.CONFIG)

    def _reached_workers(self, config: Config) -> Iterator[PurePosixPath]:
        """Reach the scripts of workers and yield them; what is named may be a folder of such."""
        for name, source, span in worker_names(config):
            path = self._base / name.strip("/")
            origin = self._walk.resolver.origin(path)
            found = tuple(self._scripts_below(path)) if origin is None else ((path, origin),)
            if not found:
                self._walk.report(source, [rules.MISSING_WORKER.at(span, worker=name)])
            for script, at in found:
                self._walk.reach(script, at, FileKind.SCRIPT)
                yield script

    def _scripts_below(self, folder: PurePosixPath) -> Iterator[tuple[PurePosixPath, PurePosixPath]]:
        for file in self._walk.below(folder):
            native = self._walk.resolver.standing.written.native(file)
            if native.suffix in self._project.reader.dialect.suffixes[FileKind.SCRIPT]:
                yield native, self._walk.resolver.origin(native) or file

    def _pend(self, path: PurePosixPath) -> None:
        if path not in self._declared:
            self._declared.add(path)
            self._pending.append(path)

    def _declare(
        self, config: Config, path: PurePosixPath, file: PurePosixPath | None, dialect: Dialect
    ) -> tuple[Mapping[str, PurePosixPath], Mapping[str, PurePosixPath]]:
        """Resolve the components a configuration declares, put them on the list, or aside as left out."""
        found: dict[str, PurePosixPath] = {}
        gone: dict[str, PurePosixPath] = {}
        left_out = self._project.settings.target(self._pack.name).components.exclude
        for tag, source, reference in component_requests(config):
            if is_foreign(reference.request):
                rule = rules.PLUGIN_REFERENCE if self._pack.family == "dialect" else rules.PLUGIN_NOWHERE
                arguments = {"request": reference.request, "target": self._pack.name}
                self._walk.report(source, [rule.at(reference.span, **arguments)])
                continue
            resolution = self._walk.resolve(source, dialect, file or path, reference)
            if not isinstance(resolution, Found):
                continue
            name = self._project.files.normal(resolution.path)
            inner = name.relative_to(self._base) if name.is_relative_to(self._base) else name
            if matches(inner, left_out):
                gone[tag] = inner
                continue
            found[tag] = resolution.path
            self._pend(resolution.path)
        return found, gone

    def _config(self, path: PurePosixPath) -> tuple[Config, PurePosixPath | None]:
        """Return the configuration of a page or component; an absent file is an empty one."""
        logical = path.with_name(f"{path.name}.json")
        origin = self._walk.resolver.origin(logical)
        if origin is None:
            self._report_folder(logical)
            return _NO_CONFIG, None
        self._walk.reach(logical, origin, FileKind.CONFIG)
        self._walk.follow()
        file = self._walk.files.get(logical)
        if file is None or file.source is None or file.described is None:
            return _NO_CONFIG, logical
        tree = file.described.tree
        assert isinstance(tree, JsonDocument)
        self._walk.report(file.source, misshapen(tree))
        return config_of(((file.source, tree),)), logical

    def _report_folder(self, path: PurePosixPath) -> None:
        if self._walk.resolver.is_folder(path):
            self._walk.diagnostics.append(unreadable(path, "folder", self._pack.name))
