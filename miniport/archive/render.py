"""Texts for people: the release sheet, and what changed since another release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from miniport.analyze.app import AppFacts
from miniport.archive.budget import part_words
from miniport.archive.compare import Changes
from miniport.archive.hosts import Host
from miniport.archive.manifest import Manifest, Measure
from miniport.archive.use import first_places
from miniport.diagnostics import Place
from miniport.dialect import FileKind
from miniport.frozen import frozen
from miniport.project.budget import UNITS
from miniport.resources import template_text
from miniport.targets.pack import TargetPack

_KINDS = {
    FileKind.SCRIPT: ("script", "脚本"),
    FileKind.MODULE: ("script", "脚本"),
    FileKind.TEMPLATE: ("template", "模板"),
    FileKind.STYLE: ("style", "样式"),
    FileKind.CONFIG: ("configuration", "配置"),
}
_GROUPS = {
    "pages": ("page", "页面"),
    "hosts": ("host", "域名"),
    "permissions": ("permission", "权限"),
    "apis": ("API", "API"),
    "components": ("element", "组件"),
    "packages": ("npm package", "npm 包"),
    "adapters": ("adapter", "适配模块"),
    "findings": ("finding", "检查结果"),
    "tools": ("tool", "工具"),
}
_LARGEST = 10
"""Pages that the sheet lists, the largest first; the manifest has them all."""


@frozen
class _HostLine:
    address: str
    kinds: tuple[str, str]
    place: str
    is_own: bool


@frozen
class _PermissionLine:
    title: tuple[str, str]
    scope: str
    names: tuple[str, ...]
    place: str


def sheet(manifest: Manifest, facts: AppFacts, pack: TargetPack, hosts: Iterable[Host]) -> str:
    """Return what has to be declared for a release, as Markdown in Chinese and English."""
    note = pack.release.permissions.note
    return rendered(
        "release/sheet.md",
        manifest=manifest,
        title=(pack.title_en, pack.title_zh),
        hosts=list(_host_lines(hosts)),
        permissions=list(_permission_lines(manifest, facts, pack)),
        note=(note.en, note.zh) if note is not None else None,
        sizes=_sizes(manifest.measures),
    )


def changes_markdown(changes: Changes, language: str) -> str:
    """Return changes as Markdown, for a comment."""
    return rendered("release/since.md", changes=changes, groups=_groups(changes), zh=language == "zh")


def changes_text(changes: Changes, language: str) -> str:
    """Return changes as plain lines."""
    return rendered("release/since.txt", changes=changes, groups=_groups(changes), zh=language == "zh")


def _groups(changes: Changes) -> list[tuple[tuple[str, str], object]]:
    return [(label, getattr(changes, key)) for key, label in _GROUPS.items()]


def _host_lines(hosts: Iterable[Host]) -> Iterator[_HostLine]:
    for address, group in groupby(hosts, lambda host: host.address):
        each = list(group)
        first = next((host for host in each if host.is_own), each[0])
        words = [_KINDS[kind] for kind in _KINDS if any(host.kind is kind for host in each)]
        en, zh = (
            separator.join(dict.fromkeys(names))
            for separator, names in zip((", ", "、"), zip(*words, strict=True), strict=True)
        )
        yield _HostLine(address, (en, zh), _spot(first.place), first.is_own)


def _permission_lines(manifest: Manifest, facts: AppFacts, pack: TargetPack) -> Iterator[_PermissionLine]:
    places = first_places(facts)
    for asked in manifest.uses.permissions:
        row = pack.release.permissions.rows[asked.name]
        names = *asked.apis, *(f"<{element}>" for element in asked.elements)
        yield _PermissionLine((row.title.en, row.title.zh), row.scope, names, _spot(places[names[0]]))


def _sizes(measures: tuple[Measure, ...]) -> list[Measure]:
    pages = sorted((each for each in measures if each.name == "page"), key=lambda each: (-each.size, each.of))
    return [*(each for each in measures if each.name not in ("page", "image")), *pages[:_LARGEST]]


def _amount(size: int) -> str:
    """Return bytes as people say them."""
    unit, name = (UNITS["MB"], "MB") if size >= UNITS["MB"] else (UNITS["KB"], "KB")
    return (
        f"{size // unit} {name}" if size % unit == 0 else f"{size / unit:.{2 if name == 'MB' else 1}f} {name}"
    )


def _spot(place: Place) -> str:
    return f"{place.path}:{place.line}:{place.column}"


def rendered(name: str, **values: object) -> str:
    """Return a template of a release with its values."""
    # Not free, and only a release has sheets.
    import jinja2

    environment = jinja2.Environment(
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
        autoescape=False,
    )
    environment.filters["format"] = lambda text, *values: text % values
    environment.filters["amount"] = _amount
    environment.filters["part"] = lambda each, zh: part_words(each.name, each.of)[1 if zh else 0]
    text = environment.from_string(template_text(name)).render(**values)
    return _without_gaps(text)


def _without_gaps(text: str) -> str:
    """Return a text with one empty line where a template left several, none at its ends."""
    lines: list[str] = []
    for line in map(str.rstrip, text.split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"
