"""What style sheets hold that a platform does not take: selectors, reserved classes, relative requests."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import File
from miniport.analyze.style import file_part
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.facts import Link
from miniport.project.request import is_foreign
from miniport.regex import regex
from miniport.syntax.style_tree import Part, PartKind, Style
from miniport.targets.pack import TargetPack

_ATTRIBUTE = regex(r"\[\s*([\w-]+)\s*([*^$~|]?)")


def sheets(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each thing in the project's own sheets that the platform does not take."""
    for file in scene.own_files():
        tree = file.tree
        if isinstance(tree, Style):
            for finding in (*_selectors(tree, scene.pack), *_requests(file, tree, scene)):
                yield scene.placed(file, finding)


def _selectors(style: Style, pack: TargetPack) -> Iterator[Finding]:
    parts = (
        part
        for rule in style.rules
        for selector in rule.selectors
        for compound in selector.compounds
        for part in compound.parts
    )
    for part in parts:
        if part.kind is PartKind.ATTRIBUTE:
            yield from _attribute(style.text, part, pack)
        elif part.kind is PartKind.CLASS and part.name.startswith(pack.language.reserved_classes):
            prefix = next(each for each in pack.language.reserved_classes if part.name.startswith(each))
            found = f".{part.name}"
            yield rules.STYLE_CLASS_RESERVED.at(part.span, prefix=prefix, found=found, target=pack.name)


def _attribute(text: str, part: Part, pack: TargetPack) -> Iterator[Finding]:
    found = text[part.span.start : part.span.end]
    match = _ATTRIBUTE.match(found)
    is_taken = match is not None and f"{match[1]}{match[2]}" in pack.language.attribute_selectors
    if pack.language.has_attribute_selectors or is_taken:
        return
    yield rules.STYLE_ATTRIBUTE_SELECTOR.at(part.span, found=found, target=pack.name)


def _requests(file: File, style: Style, scene: Scene) -> Iterator[Finding]:
    if scene.pack.language.has_relative_style_urls:
        return
    base = scene.facts.project.base
    for url in style.urls:
        request = file_part(url.request)
        path = file.resolved.get((Link.ASSET, request))
        # What is not there is told of as such.
        if path is None or request.startswith("/") or is_foreign(request) or not path.is_relative_to(base):
            continue
        own = f"{path.relative_to(base)}{url.request[len(request) :]}"
        arguments = {"request": url.request, "path": own, "target": scene.pack.name}
        yield rules.STYLE_URL_RELATIVE.at(url.span, **arguments)
