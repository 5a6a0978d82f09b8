"""What scripts name that stands in a template or on disk, and what their methods answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from miniport import rules
from miniport.analyze.closure import drawn, is_whole
from miniport.analyze.did_you_mean import NOT_NEAR, meant_words, near_words
from miniport.checks.cycle_fault import cycle_row
from miniport.checks.member_fault import Members
from miniport.checks.reading import Reading, function_around
from miniport.checks.scene import Scene
from miniport.diagnostics import Finding
from miniport.likeness import closest
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.literals import inner
from miniport.syntax.markup_tree import Markup, walk
from miniport.syntax.options import Option
from miniport.syntax.tree import span

_SELECT = regex(r"""\.\s*select(?:All)?\s*\(\s*(["'])#([\w-]+)\1""")
_PICTURE = regex(r"/[\w./@-]+\.(?:png|jpe?g|gif|svg|webp)", re.IGNORECASE)


def result_faults(reading: Reading, members: Members, found: Mapping[int, Option]) -> Iterator[Finding]:
    """Yield what one page or component names of its template and nothing there has, and answers in vain."""
    yield from _selected(reading, members)
    yield from _answered(reading, members, found)


def picture_faults(reading: Reading, scene: Scene) -> Iterator[Finding]:
    """Yield each picture that a script names by its whole path, and that its folder does not hold."""
    files, base = scene.facts.project.files, scene.facts.project.base
    for each in reading.script.paths:
        path = base / each.text.lstrip("/")
        if each.is_dynamic or not _PICTURE.fullmatch(each.text) or path in scene.facts.assets:
            continue
        beside = files.entries(path.parent)
        if beside and path.name not in beside:
            name = closest(path.name, beside)
            near = meant_words(f"{each.text.rpartition('/')[0]}/{name}") if name is not None else NOT_NEAR
            yield rules.MISSING_ASSET.at(each.span, request=each.text, **near)


def _selected(reading: Reading, members: Members) -> Iterator[Finding]:
    """Yield each query for an id that no element of the unit's templates has."""
    if "elect" not in reading.script.text or "#" not in reading.script.text:
        return
    files = drawn(members.unit, members.scene.facts.files)
    trees = [file.tree for file in files if isinstance(file.tree, Markup)]
    given = [each.property("id") for tree in trees for each in walk(tree)]
    names = {each.static.strip() for each in given if each is not None and each.static}
    is_open = any(each is not None and each.static is None for each in given)
    if not trees or is_open or not all(map(is_whole, files)):
        return
    for match in _SELECT.finditer(reading.script.text):
        if match[2] not in names:
            yield rules.SELECTED_NOTHING.at(
                Span(*match.span(2)), name=match[2], **near_words(match[2], names)
            )


def _answered(reading: Reading, members: Members, found: Mapping[int, Option]) -> Iterator[Finding]:
    """Yield each key of what a method returns that is nearly one the platform reads."""
    for node in reading.of("object"):
        around, returned = function_around(node), node.parent
        entry = found.get(around.start_byte) if around is not None else None
        if entry is None or returned is None or returned.type not in ("return_statement", "arrow_function"):
            continue
        known = cast(list[str], cycle_row(members, entry).get("result") or ())
        for each in node.named_children if known else ():
            key = each.child_by_field_name("key") or each
            at = inner(key) if key.type == "string" else span(key)
            name = reading.script.text[at.start : at.end]
            near = closest(name, known) if name.isidentifier() and name not in known else None
            if near is not None:
                yield rules.RESULT_KEY.at(at, name=entry.name, key=name, near=near)
