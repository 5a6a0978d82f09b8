"""Which tag of a template is one too many or lacks its other half, as the indentation of the others tells.

A parser notices a slip where the rest no longer fits: a forgotten `</view>` at the end of the file, a doubled
one wherever the next element ends. The tag that a person would touch is the one without which the rest
nests, and its tags stand below each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set

from miniport import rules
from miniport.diagnostics import Finding
from miniport.edit import Edit
from miniport.named import NamedTuple
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.markup_tree import Element, Markup, walk

_MOST_SLIPS = 4
_MOST_TAGS = 2_000
_MOST_STEPS = 400_000
"""As many tags are looked at: a template beyond these keeps what the parser says."""


_TAKEN = regex(r"<(/?)([A-Za-z][\w.:-]*)")


class Tag(NamedTuple):
    """An open or close tag; `indent` is the white space before it, None where it is not first on its line."""

    name: str
    is_open: bool
    span: Span
    line: int
    indent: str | None
    element: Element | None


class _Cost(NamedTuple):
    """How badly tags nest: those without their other half, and those that do not stand where they should."""

    errors: int
    doubts: int


def tags_of(tree: Markup, text: str, strays: Mapping[Span, str], unended: Set[int]) -> tuple[Tag, ...]:
    """Return the tags of a tree in order with its `strays` (span -> name), without self-closed ones.

    The tag of an element that starts at a place of `unended` took the next tag for attributes of its own.
    """
    found: list[tuple[str, bool, Span, Element | None]] = [
        (name.lower(), False, span, None) for span, name in strays.items()
    ]
    for element in walk(tree):
        taken = _TAKEN.search(text, element.start + 1, element.open_end) if element.start in unended else None
        if not element.is_self_closed or taken is not None:
            found.append((element.tag, True, element.open_span, element))
            if taken is not None and not element.is_self_closed:
                found.append((taken[2].lower(), not taken[1], Span(*taken.span()), None))
            if element.close_start is not None:
                found.append((element.tag, False, Span(element.close_start, element.end), element))
    found.sort(key=lambda each: each[2])
    return tuple(_placed(found, text))


def _placed(found: list[tuple[str, bool, Span, Element | None]], text: str) -> Iterator[Tag]:
    line, at = 1, 0
    for name, is_open, span, element in found:
        line, at = line + text.count("\n", at, span.start), span.start
        before = text[text.rfind("\n", 0, at) + 1 : at]
        yield Tag(name, is_open, span, line, before if not before.strip() else None, element)


def slips(tags: Sequence[Tag], told: Mapping[Span, Finding]) -> tuple[Tag, ...] | None:
    """Return the fewest tags without which the others nest, or None where that is not found.

    Of tags that would do equally well, the parser's own (`told`: by place) comes first, then one that
    stands on a line of its own.
    """
    if len(tags) > _MOST_TAGS:
        return None
    left = list(tags)
    found: list[Tag] = []
    cost = _cost(left, None)
    while cost.errors:
        balance = Counter(tag.name for tag in left if tag.is_open)
        balance.subtract(tag.name for tag in left if not tag.is_open)
        able = [tag for tag in left if balance[tag.name] and tag.is_open == (balance[tag.name] > 0)]
        if not able or len(found) == _MOST_SLIPS or len(able) * len(left) > _MOST_STEPS:
            return None
        rated = [(_cost(left, tag), _key(tag) not in told, tag.indent is None, tag.span, tag) for tag in able]
        cost, *_, slip = min(rated)
        left.remove(slip)
        found.append(slip)
    return tuple(sorted(found, key=lambda tag: tag.span))


def _key(tag: Tag) -> Span:
    """Return the place at which the parser tells of a tag."""
    if not tag.is_open or tag.element is None:
        return tag.span
    return Span(tag.span.start, tag.element.name_span.end)


def _cost(tags: Sequence[Tag], without: Tag | None) -> _Cost:
    errors = doubts = 0
    around: list[Tag] = []
    for tag in tags:
        if tag is without:
            continue
        if tag.is_open:
            doubts += bool(around) and _is_shallow(tag, around[-1])
            around.append(tag)
            continue
        depth = next((at for at in range(len(around) - 1, -1, -1) if around[at].name == tag.name), None)
        if depth is None:
            errors += 1
            continue
        errors += len(around) - 1 - depth
        doubts += _doubt(around[depth], tag)
        del around[depth:]
    return _Cost(errors + len(around), doubts)


def _is_shallow(tag: Tag, parent: Tag) -> bool:
    """Tell whether a tag stands no deeper than the element around it."""
    if tag.indent is None or parent.indent is None or tag.line == parent.line:
        return False
    return len(tag.indent) <= len(parent.indent)


def _doubt(opened: Tag, closed: Tag) -> int:
    """Return how little the place of a close tag fits its open tag."""
    if opened.line == closed.line or opened.indent is None:
        return 0
    if closed.indent is None:
        return 1
    return 0 if closed.indent == opened.indent else 2


def findings_of(
    found: Sequence[Tag], tags: Sequence[Tag], text: str, told: Mapping[Span, Finding]
) -> Iterator[Finding]:
    """Yield a finding for each slip: the parser's own, where it stands there."""
    for slip in found:
        known = told.get(_key(slip))
        if known is not None:
            yield known
        elif slip.element is not None:
            yield (_unclosed if slip.is_open else _stray)(slip, slip.element, tags, text)


def _unclosed(slip: Tag, element: Element, tags: Sequence[Tag], text: str) -> Finding:
    # Its tag is taken by this one; the parser found another one open at the end.
    line = str(text.count("\n", 0, element.end) + 1)
    ends = {
        "ends_en": f"with the </{element.name}> of line {line}",
        "ends_zh": f"第 {line} 行的 </{element.name}>",
    }
    said = {"name": element.name, "meant_en": "", "meant_zh": "", **ends}
    finding = rules.UNCLOSED_ELEMENT.at(_key(slip), **said)
    at = _end(slip, tags, text)
    return finding if at is None else finding.cured(Edit(Span(at[0], at[0]), at[1], "repairs"), is_safe=False)


def _end(slip: Tag, tags: Sequence[Tag], text: str) -> tuple[int, str] | None:
    """Return where the close tag that an open tag lacks belongs, and the text to put there."""
    if slip.indent is None or slip.element is None:
        return None
    inside = 0
    for tag in tags:
        if tag.span.start <= slip.span.start:
            continue
        if tag.indent is not None and len(tag.indent) <= len(slip.indent):
            at = len(text[: tag.span.start].rstrip())
            close = f"</{slip.element.name}>"
            return at, f"\n{slip.indent}{close}" if inside else close
        inside += tag.line != slip.line
    return None


def _stray(slip: Tag, element: Element, tags: Sequence[Tag], text: str) -> Finding:
    line = str(text.count("\n", 0, element.start) + 1)
    so = {
        "so_en": f" of its own: it ends the <{element.name}> of line {line}, which goes on below",
        "so_zh": f"，它提前闭合了第 {line} 行的 <{element.name}>",
    }
    finding = rules.STRAY_CLOSE_TAG.at(slip.span, name=element.name, **so)
    return finding.cured(Edit(slip.span, "", "repairs"), is_safe=False)
