"""The JSON files of an app, its pages and components, as merged for one target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from miniport.facts import Json, Link, Reference
from miniport.source import Source, Span
from miniport.syntax.data import JsonDocument, Pointer


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class PageEntry:
    """One page of the page list: `path` relative to the app root, without suffix."""

    path: PurePosixPath
    pointer: Pointer


def page_entries(config: Config) -> Iterator[PageEntry]:
    """Yield every listed page: the main package's, then each subpackage's, in order."""
    yield from _entries(config.value.get("pages"), PurePosixPath(), ("pages",))
    for key in ("subPackages", "subpackages"):
        packages = config.value.get(key)
        for index, package in enumerate(packages if isinstance(packages, list) else ()):
            if isinstance(package, dict) and isinstance(package.get("root"), str):
                root = PurePosixPath(str(package["root"]).strip("/"))
                yield from _entries(package.get("pages"), root, (key, index, "pages"))


def _entries(pages: Json, root: PurePosixPath, pointer: Pointer) -> Iterator[PageEntry]:
    for index, page in enumerate(pages if isinstance(pages, list) else ()):
        if isinstance(page, str) and page.strip("/"):
            yield PageEntry(root / page.strip("/"), (*pointer, index))


def entry_page(config: Config) -> PurePosixPath | None:
    """Return the path of the page that opens first where the configuration names one."""
    named = config.value.get("entryPagePath")
    return PurePosixPath(named.strip("/")) if isinstance(named, str) else None


def component_requests(config: Config) -> Iterator[tuple[str, Reference]]:
    """Yield (tag, reference) for every component a configuration declares, generic defaults included."""
    declared = config.value.get("usingComponents")
    for tag, request in declared.items() if isinstance(declared, dict) else ():
        if isinstance(request, str) and request:
            yield tag, _component(config, request, ("usingComponents", tag))
    generics = config.value.get("componentGenerics")
    for name, generic in generics.items() if isinstance(generics, dict) else ():
        default = generic.get("default") if isinstance(generic, dict) else None
        if isinstance(default, str) and default:
            yield name, _component(config, default, ("componentGenerics", name, "default"))


def _component(config: Config, request: str, pointer: Pointer) -> Reference:
    return Reference(Link.COMPONENT, request, config.place(pointer)[1])


def asset_requests(
    value: Json, suffixes: tuple[str, ...], pointer: Pointer = ()
) -> Iterator[tuple[Pointer, str]]:
    """Yield (pointer, request) for every string of a configuration that names an asset by its suffix."""
    stack: list[tuple[Pointer, Json]] = [(pointer, value)]
    while stack:
        at, found = stack.pop()
        if isinstance(found, str):
            if found.endswith(suffixes):
                yield at, found
        elif isinstance(found, dict):
            stack.extend(((*at, key), inner) for key, inner in found.items())
        elif isinstance(found, list):
            stack.extend(((*at, index), inner) for index, inner in enumerate(found))
