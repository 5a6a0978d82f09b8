"""What is said of a script that cannot be read: the first place, and what is missing there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from miniport import rules
from miniport.diagnostics import Finding
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.tree import NOT_CODE, Language, captures, parse, span

if TYPE_CHECKING:
    from tree_sitter import Node

    from miniport.syntax.stop import Stop


def first_line(text: str, place: Span) -> Span:
    """Return what of a place stands on its first line."""
    end = text.find("\n", place.start, place.end)
    return place if end < 0 else Span(place.start, max(end, place.start + 1))


def _never(_: int) -> bool:
    return False


def syntax_findings(
    text: str,
    root: Node,
    language: Language = Language.JAVASCRIPT,
    is_gone: Callable[[int], bool] = _never,
) -> Iterator[Finding]:
    """Yield the first place at which a script cannot be read: what is wrong behind it may follow from it.

    `is_gone` tells whether an offset is of no interest.
    """
    found = (*_taken(text, root, language), *_broken(text, root, language, is_gone))
    yield from sorted((one for one in found if not is_gone(one.span.start)), key=_place)[:1]


def _place(finding: Finding) -> Span:
    return finding.span


# The grammar takes markup inside of scripts, and no platform does.
_MARKUP = "[(jsx_element) (jsx_self_closing_element)] @found"


def _taken(text: str, root: Node, language: Language) -> Iterator[Finding]:
    """Yield what the grammar takes and no engine does."""
    if language is Language.JAVASCRIPT and _may_hold_markup(text, root):
        for node in sorted(captures(root, _MARKUP).get("found", ()), key=span)[:1]:
            yield _unreadable(text, span(node))
    # The grammar takes a line for the shell below blank ones and comments, too; engines take it at the very
    # start only.
    first = _behind_comments(root) if "#!" in text else None
    if first is not None and first.type == "hash_bang_line" and first.start_byte:
        yield rules.SCRIPT_SYNTAX.at(span(first), found="#!")
    for place in _open_strings(text, root):
        yield _unclosed(text, place, place.start, text[place.start])
    for place in (*_empty_members(text, root), *_empty_constants(text, root)):
        yield _unreadable(text, place)


_BROKEN = "(ERROR) @error (MISSING) @missing"


def _broken(text: str, root: Node, language: Language, is_gone: Callable[[int], bool]) -> Iterator[Finding]:
    """Yield where the grammar could not follow."""
    if not root.has_error:
        return
    # Most scripts can be read.
    from miniport.syntax.stop import find_stop

    found = captures(root, _BROKEN, language)
    missing = found.get("missing", ())
    loose = [node.start_byte for node in missing if _is_loose(text, node)]
    nodes = (*found.get("error", ()), *(node for node in missing if node.start_byte not in loose))
    places = sorted(span(node) for node in nodes if not is_gone(node.start_byte))
    if not places:
        return
    # Of a comment without an end the parser sees signs.
    if text.startswith("/*", start := places[0].start) and text.find("*/", start) < 0:
        yield _unclosed(text, places[0], start, "/*")
    stop = find_stop(text, language)
    if stop is None or is_gone(stop.at.start) or _is_mended(stop, places[0], loose):
        yield _unreadable(text, places[0])
    else:
        yield _stopped(text, stop, language)


# What stands around the place where a statement could end for its line end.
_BEFORE_LOOSE, _BEHIND_LOOSE = (
    regex(r"[\r\n\u2028\u2029]\s*\Z"),
    regex(r"\s*(?:[\r\n\u2028\u2029}]|/[/*]|\Z)"),
)


def _is_loose(text: str, node: Node) -> bool:
    """Tell whether the grammar asks for a semicolon where a line end may do: it misses some of those."""
    at = node.start_byte
    if node.type != ";":
        return False
    around = text[max(0, at - 80) : at]
    return _BEHIND_LOOSE.match(text, at) is not None or _BEFORE_LOOSE.search(around) is not None


def _is_mended(stop: Stop, first: Span, loose: Iterable[int]) -> bool:
    """Tell whether such a semicolon was all that the grammar missed where it stopped."""
    return stop.at.end < first.start and any(at <= stop.at.start for at in loose)


_CLOSING = {"(": ")", "[": "]", "{": "}", "${": "}", "/*": "*/"}


def _stopped(text: str, stop: Stop, language: Language) -> Finding:
    from miniport.syntax.stop import LITERALS

    at, inner = stop.at, stop.open[-1] if stop.open else None
    if inner is not None and inner.sign in LITERALS:
        return _unclosed(text, Span(inner.at, len(text)), inner.at, inner.sign)
    if at.start == at.end:
        end = len(text.rstrip())
        at = Span(end, end)
        return _unreadable(text, at) if inner is None else _unclosed(text, at, inner.at, inner.sign)
    closing = (_CLOSING[inner.sign],) if inner is not None else ()
    for sign in (",", *closing):
        if _is_mending(text, at.start, sign, language):
            before = text[at.start : at.end][:_MOST]
            return rules.SCRIPT_INCOMPLETE.at(at, found=sign, before=before)
    return _unreadable(text, at)


def _is_mending(text: str, at: int, sign: str, language: Language) -> bool:
    """Tell whether a script with one more sign can be read, and in no way that it was hardly meant."""
    root = parse(f"{text[:at]}{sign}\n{text[at:]}", language)
    node = None if root.has_error else root.descendant_for_byte_range(at, at + 1)
    return node is not None and node.parent is not None and node.parent.type not in _HARDLY_MEANT


# Between a word with a slip and what stands behind it, a comma makes sense to the grammar only.
_HARDLY_MEANT = frozenset(("sequence_expression", "lexical_declaration", "variable_declaration"))


def _unclosed(text: str, place: Span, opened: int, sign: str) -> Finding:
    line = text.count("\n", 0, opened) + 1
    return rules.SCRIPT_UNCLOSED.at(
        first_line(text, place), found=sign, line=line, closing=_CLOSING.get(sign, sign)
    )


_MOST = 40


def _unreadable(text: str, at: Span) -> Finding:
    place = first_line(text, at)
    return rules.SCRIPT_SYNTAX.at(place, found=text[place.start : place.end][:_MOST].strip() or "…")


def _behind_comments(root: Node) -> Node | None:
    return next((node for node in root.children if "comment" not in node.type), None)


# By the sign that ends the line above: to look for one sign takes a third of looking for either.
_LINE_WITH_QUOTE = {"\n": regex(r"""\n[^\S\n]*+(["'])"""), "\r": regex(r"""\r[^\S\r\n]*+(["'])""")}


def _open_strings(text: str, root: Node) -> Iterator[Span]:
    """Yield the first line of each string that the grammar lets end behind blanks on a further line."""
    kinds = (kind for end, kind in _LINE_WITH_QUOTE.items() if end in text)
    for match in (match for kind in kinds for match in kind.finditer(text)):
        quote = root.descendant_for_byte_range(*match.span(1))
        last = quote.prev_sibling if quote is not None and quote.type == match[1] else None
        string = last.parent if last is not None else None
        if string is None or string.type != "string" or last is None:
            continue
        if last.end_byte < match.start(1) and string.end_byte == match.end():
            yield first_line(text, span(string))


# What is looked for first, since next to no script holds it where it is code.
_EMPTY = (",,", ", ,", "(,", "( ,", "{,", "{ ,")
_COMMA = regex(r",(?<=[({,],)|,(?<=[({,] ,)")
_LISTS = frozenset(("arguments", "formal_parameters", "object", "object_pattern", "named_imports"))


def _empty_members(text: str, root: Node) -> Iterator[Span]:
    """Yield each comma with nothing before it where no engine takes that: only arrays have gaps."""
    if not any(sign in text for sign in _EMPTY):
        return
    for match in _COMMA.finditer(text):
        comma = root.descendant_for_byte_range(*match.span())
        if comma is not None and comma.type == "," and comma.parent is not None:
            before = comma.prev_sibling
            if comma.parent.type in _LISTS and before is not None and before.type in ("(", "{", ","):
                yield span(comma)


_CONSTANT = regex(r"const\s+[\w$]+\s*(;)")


def _empty_constants(text: str, root: Node) -> Iterator[Span]:
    """Yield the end of each constant that is given no value."""
    for match in _CONSTANT.finditer(text) if "const" in text else ():
        end = root.descendant_for_byte_range(*match.span(1))
        last = end.prev_sibling if end is not None and end.type == ";" else None
        if last is None or last.type != "variable_declarator" or last.child_count > 1:
            continue
        whole = last.parent.parent if last.parent is not None else None
        if whole is None or whole.type != "ambient_declaration":
            yield Span(*match.span(1))


_MARKUP_END = regex(r"</|/>")


def _may_hold_markup(text: str, root: Node) -> bool:
    """Tell whether a tag may end in the code: to ask the grammar for elements costs a look at each node."""
    is_written = "</" in text or "/>" in text
    for match in _MARKUP_END.finditer(text) if is_written else ():
        node = root.descendant_for_byte_range(*match.span())
        if node is None or node.type not in NOT_CODE:
            return True
    return False
