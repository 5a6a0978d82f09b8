"""A template without comments, and without the white space that nobody can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from miniport.dialect import Dialect, Directive
from miniport.edit import Edit, apply
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.markup import parse_markup
from miniport.syntax.markup_tree import Comment, Element, Markup, Mustache, Node, Text, mustaches, walk

_INDENT = regex(r"[ \t\r]*\n\s*")
_ELSE = (Directive.ELIF, Directive.ELSE)


def small_markup(text: str, dialect: Dialect) -> str:
    """Return a template that shows the same: white space that may be seen stays white space, with a line end.

    A template that is not well formed comes back as it is.
    """
    markup = parse_markup(text, dialect)
    if markup.findings:
        return text
    silent = (dialect.module_tag.tag, "import")
    return apply(text, _edits(text, markup, silent))


def _edits(text: str, markup: Markup, silent: tuple[str, ...]) -> Iterator[Edit]:
    yield from _between(text, markup.nodes, silent)
    for element in walk(markup):
        yield from _in_tag(text, element)
        # A text shows its line breaks.
        is_text = element.tag == "text"
        yield from _comments(element.children) if is_text else _between(text, element.children, silent)
    for mustache in mustaches(markup):
        yield from _in_mustache(text, mustache)


def _comments(nodes: Iterable[Node]) -> Iterator[Edit]:
    yield from (Edit(node.span, "") for node in nodes if isinstance(node, Comment))


def _between(text: str, nodes: Iterable[Node], silent: tuple[str, ...]) -> Iterator[Edit]:
    """Yield what leaves one white space between two nodes that show, and none before an else."""
    nodes = tuple(nodes)
    yield from _comments(nodes)
    blanks: list[Text] = []
    for node in nodes:
        if isinstance(node, Comment):
            continue
        if isinstance(node, Text) and node.is_blank:
            blanks.append(node)
        elif not (isinstance(node, Element) and _is_silent(node, silent)):
            yield from _kept(text, blanks, 0 if _is_else(node) else 1)
            blanks = []
    yield from _kept(text, blanks, 1)


def _kept(text: str, blanks: list[Text], number: int) -> Iterator[Edit]:
    """Yield what leaves the first so many blanks of those between two nodes, and those short."""
    for blank in blanks[:number]:
        for at in _INDENT.finditer(text, blank.span.start, blank.span.end):
            yield Edit(Span(at.start(), at.end()), "\n")
    for blank in blanks[number:]:
        yield Edit(blank.span, "")


def _is_silent(element: Element, silent: tuple[str, ...]) -> bool:
    """Tell whether an element shows nothing where it stands."""
    return element.tag in silent or (element.tag == "template" and element.property("name") is not None)


def _is_else(node: Node) -> bool:
    # Nothing can stand between the branches of a condition.
    return isinstance(node, Element) and any(map(node.directive, _ELSE))


def _in_tag(text: str, element: Element) -> Iterator[Edit]:
    """Yield what leaves one blank between attributes, and none behind the last one."""
    at = element.name_span.end
    for attribute in element.attributes:
        yield from _shortened(text, Span(at, attribute.start), " ")
        at = attribute.end
    end = element.open_end - (2 if element.is_self_closed else 1)
    yield from _shortened(text, Span(at, end), "")


def _in_mustache(text: str, mustache: Mustache) -> Iterator[Edit]:
    """Yield what takes the white space around an expression, where no brace would meet the mustache's own."""
    inner = mustache.inner
    code = text[inner.start : inner.end].strip()
    if code and code[0] != "{" and code[-1] != "}":
        start = text.index(code, inner.start)
        yield from _shortened(text, Span(inner.start, start), "")
        yield from _shortened(text, Span(start + len(code), inner.end), "")


def _shortened(text: str, span: Span, new: str) -> Iterator[Edit]:
    found = text[span.start : span.end]
    if found.isspace() and found != new:
        yield Edit(span, new)
