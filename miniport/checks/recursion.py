"""Components that draw themselves without end: through their own tags, under no condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from miniport import rules
from miniport.analyze.app import AppFacts, File, Unit
from miniport.diagnostics import Diagnostic
from miniport.dialect import Directive
from miniport.facts import Link
from miniport.frozen import frozen
from miniport.memo import FORGETFUL, Memo, present
from miniport.posix import PurePosixPath
from miniport.source import Span
from miniport.syntax.markup_tree import Element, Markup, Node

_CONDITIONS = (Directive.IF, Directive.ELIF, Directive.ELSE, Directive.FOR)
_UNSURE = frozenset(("slot", "template"))
"""What stands in these is drawn only where somebody asks for it."""


@frozen
class _Drawn:
    """A tag that a component draws whenever it is drawn itself: whose, and where it stands."""

    component: PurePosixPath
    tag: str
    at: Span
    file: File


def recursion(facts: AppFacts, memo: Memo = FORGETFUL) -> tuple[Diagnostic, ...]:
    """Return one finding for each circle of components."""
    found = memo.each("with markup", facts.files, lambda _, file: file if _is_markup(file) else None)
    files = memo.of("files with markup", facts.target, (found,), lambda: present(found))
    given = (facts.graph, files)
    drawn = memo.of("drawn by files", facts.target, given, lambda: _drawn_by_all(facts, files, memo))
    return memo.of("recursion", facts.target, (drawn,), lambda: tuple(_circles(drawn, facts)))


def _circles(drawn: Mapping[PurePosixPath, tuple[_Drawn, ...]], facts: AppFacts) -> Iterator[Diagnostic]:
    told: set[PurePosixPath] = set()
    for path in drawn:
        circle = _circle(path, drawn)
        if circle and not told & {each.component for each in circle}:
            told |= {each.component for each in circle}
            yield _found(circle, facts)


def _found(circle: tuple[_Drawn, ...], facts: AppFacts) -> Diagnostic:
    first = circle[0]
    way = " -> ".join(f"<{each.tag}>" for each in (*circle, first))
    assert first.file.source is not None
    finding = rules.COMPONENT_RECURSION.at(first.at, tag=first.tag, way=way)
    return finding.placed(first.file.source, facts.target)


def _circle(start: PurePosixPath, drawn: Mapping[PurePosixPath, tuple[_Drawn, ...]]) -> tuple[_Drawn, ...]:
    """Return the tags that lead from a component back to it, none where there is no such way."""
    came: dict[PurePosixPath, tuple[_Drawn, ...]] = {start: ()}
    pending = [start]
    while pending:
        at = pending.pop()
        for each in drawn.get(at, ()):
            if each.component == start:
                return (*came[at], each)
            if each.component not in came:
                came[each.component] = (*came[at], each)
                pending.append(each.component)
    return ()


def _is_markup(file: File) -> bool:
    return file.described is not None and isinstance(file.described.tree, Markup)


def _drawn_by_all(
    facts: AppFacts, files: Mapping[PurePosixPath, File], memo: Memo
) -> Mapping[PurePosixPath, tuple[_Drawn, ...]]:
    found = {}
    for unit in facts.components:
        draw = partial(_drawn_of, unit, facts.app.components)
        given = (unit, facts.app.components)
        found[unit.path] = memo.looked_up("draws", unit.path, given, files, draw)
    return found


def _drawn_of(
    unit: Unit, of_app: Mapping[str, PurePosixPath], files: Mapping[PurePosixPath, File]
) -> tuple[_Drawn, ...]:
    return tuple(_drawn(unit, of_app, files))


def _drawn(
    unit: Unit, of_app: Mapping[str, PurePosixPath], files: Mapping[PurePosixPath, File]
) -> Iterator[_Drawn]:
    components = {**of_app, **unit.components}
    seen: set[PurePosixPath] = set()
    pending = [unit.template] if unit.template is not None else []
    while pending:
        path = pending.pop()
        file = files.get(path)
        tree = file.tree if file is not None else None
        if file is None or path in seen or not isinstance(tree, Markup):
            continue
        seen.add(path)
        for element in _certain(tree.nodes, components):
            if element.name in components:
                yield _Drawn(components[element.name], element.name, element.name_span, file)
            elif element.tag == "include":
                pending += _included(element, file)


def _included(element: Element, file: File) -> Iterator[PurePosixPath]:
    source = element.property("src")
    path = file.resolved.get((Link.INCLUDE, source.static or "")) if source is not None else None
    if path is not None:
        yield path


def _certain(nodes: tuple[Node, ...], components: Mapping[str, PurePosixPath]) -> Iterator[Element]:
    """Yield the elements that are drawn whatever the data are, in document order."""
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        if not isinstance(node, Element) or node.tag in _UNSURE or any(map(node.directive, _CONDITIONS)):
            continue
        yield node
        # What is put into a component is drawn only where that has a slot for it.
        if node.name not in components:
            stack.extend(reversed(node.children))
