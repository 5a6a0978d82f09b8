"""The JSON files of an app, its pages and components, as merged for one target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.diagnostics import Finding
from miniport.facts import Json, Link, Reference
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.pages import page_path, tab_items
from miniport.project.request import is_foreign
from miniport.source import Source, Span
from miniport.syntax.data import JsonDocument, Pointer


@frozen
class Config:
    """One configuration: `layers` of text, each merged over the one before; `value` is the result."""

    layers: tuple[tuple[Source, JsonDocument], ...]
    value: Mapping[str, Json]

    def place(self, pointer: Pointer) -> tuple[Source, Span]:
        """Return the text and span a value comes from: those of the last layer that has it."""
        for source, document in reversed(self.layers):
            if document.has(pointer):
                return source, document.span(pointer)
        return self.layers[-1][0], Span(0, 0)


def config_of(layers: tuple[tuple[Source, JsonDocument], ...]) -> Config:
    """Merge layers: objects key by key, everything else as a whole."""
    value: dict[str, Json] = {}
    for _, document in layers:
        if isinstance(document.value, dict):
            value = merged(value, document.value)
    return Config(layers, value)


def merged(under: Mapping[str, Json], over: Mapping[str, Json]) -> dict[str, Json]:
    """Return `over` laid over `under`; nested objects are merged, lists and scalars replaced."""
    result = dict(under)
    for key, value in over.items():
        known = result.get(key)
        both = isinstance(known, dict) and isinstance(value, dict)
        result[key] = merged(known, value) if both else value  # type: ignore[arg-type]
    return result


def entry_page(config: Config) -> PurePosixPath | None:
    """Return the path of the page that opens first where the configuration names one."""
    named = config.value.get("entryPagePath")
    return page_path(named) if isinstance(named, str) else None


def component_requests(config: Config) -> Iterator[tuple[str, Source, Reference]]:
    """Yield (tag, text, reference) for every component a configuration declares, generic defaults included.

    The reference's span is one of that text.
    """
    declared = config.value.get("usingComponents")
    for tag, request in declared.items() if isinstance(declared, dict) else ():
        if isinstance(request, str) and request:
            yield tag, *_component(config, request, ("usingComponents", tag))
    generics = config.value.get("componentGenerics")
    for name, generic in generics.items() if isinstance(generics, dict) else ():
        default = generic.get("default") if isinstance(generic, dict) else None
        if isinstance(default, str) and default:
            yield name, *_component(config, default, ("componentGenerics", name, "default"))


def misshapen(document: JsonDocument) -> Iterator[Finding]:
    """Yield what stands in a configuration where something of another kind is expected."""
    value = document.value
    if value is None:
        return
    if not isinstance(value, dict):
        yield rules.CONFIG_SHAPE.at(document.span(), **_OBJECT, key_en="the file", key_zh="该文件")
        return
    declared = value.get("usingComponents")
    if not isinstance(declared, dict):
        # Some write [] for none, and no platform minds.
        if declared:
            yield _shape(document, ("usingComponents",), _OBJECT)
        return
    for tag, request in declared.items():
        if not isinstance(request, str):
            yield _shape(document, ("usingComponents", tag), _PATH)


_OBJECT = {"wanted_en": "an object, {...}", "wanted_zh": "对象 {...}"}
_PATH = {"wanted_en": "a path in quotes", "wanted_zh": "带引号的路径"}


def _shape(document: JsonDocument, pointer: Pointer, wanted: Mapping[str, str]) -> Finding:
    key = f'"{pointer[-1]}"'
    return rules.CONFIG_SHAPE.at(document.span(pointer), **wanted, key_en=key, key_zh=key)


def _component(config: Config, request: str, pointer: Pointer) -> tuple[Source, Reference]:
    source, span = config.place(pointer)
    return source, Reference(Link.COMPONENT, request, span)


def icon_requests(config: Config, suffixes: tuple[str, ...]) -> Iterator[tuple[Source, Reference]]:
    """Yield (text, reference) for every file that the tab bar of an app names by its suffix."""
    for key, index, tab in tab_items(config.value):
        for name, value in tab.items():
            if isinstance(value, str) and value.lower().endswith(suffixes) and not is_foreign(value):
                source, span = config.place(("tabBar", key, index, name))
                yield source, Reference(Link.ASSET, value, span)


def worker_names(config: Config) -> Iterator[tuple[str, Source, Span]]:
    """Yield (file or folder, text, span) for all that an app lists as code of workers."""
    listed = config.value.get("workers")
    named = enumerate(listed) if isinstance(listed, list) else [(None, listed)]
    for index, name in named:
        if isinstance(name, str) and name:
            pointer = ("workers",) if index is None else ("workers", index)
            yield name, *config.place(pointer)


def tab_pages(config: Config) -> Iterator[tuple[PurePosixPath, Source, Span]]:
    """Yield (path, text, span) for every page that the tab bar of an app names."""
    for key, index, tab in tab_items(config.value):
        named = tab.get("pagePath")
        if isinstance(named, str) and not is_foreign(named):
            yield page_path(named), *config.place(("tabBar", key, index, "pagePath"))
