"""Templates that include one another: which are mere parts of others, and which lead back to themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.analyze.app import AppFacts
from miniport.diagnostics import Finding
from miniport.facts import Link
from miniport.posix import PurePosixPath
from miniport.syntax.markup_tree import walk
from miniport.web.place import attribute_text
from miniport.web.template import Template, Templates

_Graph = Mapping[PurePosixPath, tuple[PurePosixPath, ...]]


def parts(facts: AppFacts, templates: Templates) -> frozenset[PurePosixPath]:
    """Return the templates that are only ever printed in place of an include, never asked for by name."""
    included = {path for template in templates.values() for path in _targets(template, Link.INCLUDE)}
    imported = {path for template in templates.values() for path in _targets(template, Link.TEMPLATE)}
    own = {unit.template for unit in (*facts.pages, *facts.components)}
    return frozenset(included - imported - own)


def circles(templates: Templates) -> Iterator[tuple[PurePosixPath, Finding]]:
    """Yield a finding, with its file, for each include that leads back to the file it stands in."""
    graph = {path: tuple(_targets(template, Link.INCLUDE)) for path, template in templates.items()}
    graph = {path: found for path, found in graph.items() if found}
    circle = _circles(graph)
    for path in graph:
        around = frozenset(to for to in graph[path] if circle[to] == circle[path])
        if around:
            yield from ((path, finding) for finding in _led(templates[path], around))


def _led(template: Template, around: frozenset[PurePosixPath]) -> Iterator[Finding]:
    for element in walk(template.markup):
        if element.tag == "include":
            to = template.resolved.get((Link.INCLUDE, attribute_text(element, "src") or ""))
            if to in around:
                yield rules.INCLUDE_CYCLE.at(element.span, path=template.path)


def _targets(template: Template, link: Link) -> Iterator[PurePosixPath]:
    return (path for (each, _), path in template.resolved.items() if each is link)


def _circles(graph: _Graph) -> Mapping[PurePosixPath, PurePosixPath]:
    """Return a member for each file, the same for files of which each leads to the other."""
    back: dict[PurePosixPath, list[PurePosixPath]] = {}
    for path, targets in graph.items():
        for to in targets:
            back.setdefault(to, []).append(path)
    found: dict[PurePosixPath, PurePosixPath] = {}
    # From the file that was left last, backwards: what is met first belongs to its circle (Kosaraju).
    for path in reversed(_left(graph)):
        pending = [path]
        while pending:
            at = pending.pop()
            if at not in found:
                found[at] = path
                pending.extend(back.get(at, ()))
    return found


def _left(graph: _Graph) -> list[PurePosixPath]:
    """Return the files in the order in which a walk through their includes leaves them."""
    order: list[PurePosixPath] = []
    seen: set[PurePosixPath] = set()
    for start in graph:
        stack = [(start, iter(graph[start]))] if start not in seen else []
        seen.add(start)
        while stack:
            at, targets = stack[-1]
            to = next((each for each in targets if each not in seen), None)
            if to is None:
                stack.pop()
                order.append(at)
            else:
                seen.add(to)
                stack.append((to, iter(graph.get(to, ()))))
    return order
