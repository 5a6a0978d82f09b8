"""An element that is never closed and an end tag that closes nothing, where the two are one slip."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Set

from miniport import rules
from miniport.analyze.nesting import findings_of, slips, tags_of
from miniport.diagnostics import Finding
from miniport.edit import Edit
from miniport.likeness import closest
from miniport.source import Span
from miniport.syntax.markup_tree import Element, Markup, walk

_MOST = 50
"""Nobody writes more end tags that close nothing; looking for what each was meant for costs a way back."""


_HALVES = (rules.STRAY_CLOSE_TAG, rules.UNCLOSED_ELEMENT)


def joined(tree: Markup, text: str) -> tuple[Finding, ...]:
    """Return what is wrong with a template, each slip as one finding at the tag that a person would touch."""
    halves = {each.span: each for each in tree.findings if each.rule in _HALVES}
    if not halves:
        return tree.findings
    others = tuple(each for each in tree.findings if each.rule not in _HALVES)
    names = {
        each.span: each.arguments["name"] for each in halves.values() if each.rule is rules.STRAY_CLOSE_TAG
    }
    unended = {each.span.start for each in others if each.rule is rules.UNFINISHED_TAG}
    tags = tags_of(tree, text, names, unended)
    found = slips(tags, halves)
    if found is not None and len(found) == 1:
        return _ordered(others, findings_of(found, tags, text, halves))
    paired = _paired(tree, text, list(tree.findings))
    if found is None or len(found) >= len(paired) - len(others):
        return paired
    return _ordered(others, findings_of(found, tags, text, halves))


def _ordered(others: tuple[Finding, ...], found: Iterator[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted((*others, *found), key=lambda each: each.span))


def _paired(tree: Markup, text: str, findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings with each end tag of another name joined to the element that it was meant for."""
    strays = [each for each in findings if each.rule is rules.STRAY_CLOSE_TAG]
    unclosed = {each.span.start: each for each in findings if each.rule is rules.UNCLOSED_ELEMENT}
    if not unclosed or not 0 < len(strays) <= _MOST:
        return tree.findings
    meant = {stray.span: element for stray, element in _pairs(tree, text, strays, unclosed.keys())}
    opened = {element.span.start for element in meant.values()}
    found = []
    for each in findings:
        if each.rule is rules.STRAY_CLOSE_TAG and each.span in meant:
            found.append(_told(each, meant[each.span], text))
        elif each.rule is not rules.UNCLOSED_ELEMENT or each.span.start not in opened:
            found.append(each)
    return tuple(found)


def _told(stray: Finding, element: Element, text: str) -> Finding:
    written, line = stray.arguments["name"], text.count("\n", 0, element.span.start) + 1
    found = rules.END_TAG_OF_ANOTHER.at(stray.span, written=written, name=element.name, line=str(line))
    name = Span(stray.span.start + 2, stray.span.start + 2 + len(written))
    # What stands behind it was in the element so far.
    return found.cured(Edit(name, element.name, "repairs"), is_safe=False)


def _pairs(
    tree: Markup, text: str, strays: list[Finding], unclosed: Set[int]
) -> Iterator[tuple[Finding, Element]]:
    """Yield each end tag that closes nothing with the unclosed element that it was meant for."""
    elements = deque(walk(tree))
    around: list[Element] = []
    for stray in strays:
        at = stray.span.start
        while elements and elements[0].span.start < at:
            _leave(around, elements[0].span.start)
            around.append(elements.popleft())
        _leave(around, at)
        element = _meant(stray, around, text, unclosed)
        if element is not None:
            around.remove(element)
            yield stray, element


def _leave(around: list[Element], at: int) -> None:
    """Take off the innermost elements that end before a place."""
    while around and around[-1].span.end <= at:
        around.pop()


def _meant(stray: Finding, around: list[Element], text: str, unclosed: Set[int]) -> Element | None:
    """Return the element that an end tag was meant to close, if its name or its place tells."""
    if not around:
        return None
    last = around[-1]
    is_near = closest(stray.arguments["name"], (last.name,)) is not None
    if last.span.start in unclosed:
        is_beside = "\n" not in text[last.span.start : stray.span.start]
        return last if is_near or is_beside else None
    # One that was meant for this element left its own end tag to the next one around of that name.
    others = (each for each in reversed(around) if each.name == last.name and each.span.start in unclosed)
    return next(others, None) if is_near else None
