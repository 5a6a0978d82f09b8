"""Scripts to tree-sitter trees whose byte offsets are code-point offsets."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING

from miniport.enumeration import StrEnum
from miniport.regex import regex
from miniport.source import Span, span_of
from miniport.syntax.bounded import bounded

if TYPE_CHECKING:
    from tree_sitter import Language as Grammar
    from tree_sitter import Node, Parser, Query

Captures = dict[str, "list[Node]"]


class Language(StrEnum):
    """The grammars a script may be written in."""

    JAVASCRIPT = "javascript"
    TYPESCRIPT = "typescript"


_LINE_ENDS = "\u2028\u2029"


def mask(text: str) -> bytes:
    """Return the text with one ASCII byte for each code point, of the same class to the grammar.

    Letters become `_`, spaces and line ends stay such, all else becomes `@`, which only a string, a template,
    a comment or a regular expression may hold. So byte offsets of the tree are code-point offsets of the
    text; names are to be read from the text, not from the tree.
    """
    return text.encode("ascii", _STAND_INS)


def _stand_ins(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(_stand_in, error.object[error.start : error.end])), error.end


# The codec steps from one run of other signs to the next, faster than any search.
_STAND_INS = "miniport.stand-ins"
codecs.register_error(_STAND_INS, _stand_ins)


@lru_cache(maxsize=8192)
def _stand_in(char: str) -> str:
    if f"a{char}".isidentifier():
        return "_"
    if char in _LINE_ENDS:
        return "\n"
    return " " if char.isspace() or char == "\ufeff" else "@"


# A text that holds no types is parsed to see that, and once more as what it is.
@lru_cache(maxsize=2)
def parse(text: str, language: Language = Language.JAVASCRIPT) -> Node:
    """Return the root node of a script. Its offsets are code points of `text`."""
    roots = [root for _, root in _read(text, language)]
    return roots[0] if _is_broken(roots[-1]) else roots[-1]


def attempts(text: str, language: Language) -> tuple[bytes, ...]:
    """Return what the grammar was given of a script: a second text where it could not read the first one."""
    return tuple(content for content, _ in _read(text, language))


def parser_of(language: Language) -> Parser:
    """Return a parser of its own."""
    from tree_sitter import Parser

    return Parser(_grammar(language))


def _read(text: str, language: Language) -> Iterator[tuple[bytes, Node]]:
    parser = parser_of(language)
    content = _with_first_line_ended(mask(text))
    root = bounded(parser, content)
    if (joined := _joined(content, root)) != content:
        content, root = joined, bounded(parser, joined)
    yield content, root
    if _is_broken(root) and (mended := _mended(content, root)) != content:
        yield mended, bounded(parser, mended)


def is_code(root: Node, at: Span) -> bool:
    """Tell whether a place in a script is none of a comment: a pattern finds its text in those, too."""
    node = root.descendant_for_byte_range(at.start, at.end)
    return node is None or node.type != "comment"


def _is_broken(root: Node) -> bool:
    """Tell whether the grammar could not follow somewhere; what it only missed a sign of is not broken."""
    wrong = [root] if root.has_error else []
    while wrong:
        node = wrong.pop()
        if node.is_error:
            return True
        wrong += [child for child in node.children if child.has_error]
    return False


_SHELL_LINE = regex(rb"#![^\r\n]*\r(?!\n)")


def _with_first_line_ended(content: bytes) -> bytes:
    """Return the text with a line feed for the lone carriage return that ends its line for the shell.

    The grammar reads such a line to the first line feed.
    """
    line = _SHELL_LINE.match(content)
    return content if line is None else content[: line.end() - 1] + b"\n" + content[line.end() :]


# What `let` declares may begin on the next line; the grammar takes the word for a name there.
_LONE_LET = regex(rb"let([ \t\r]*\n\s*)(?!(?:in|of|instanceof)\b)[\w$\[{]")


def _joined(content: bytes, root: Node) -> bytes:
    """Return the text with blanks for the line ends between each `let` and what it declares."""
    joined = bytearray(content)
    for match in _LONE_LET.finditer(content):
        word = root.descendant_for_byte_range(match.start(), match.start(1))
        if word is not None and word.type == "identifier" and word.start_byte == match.start():
            joined[match.start(1) : match.end(1)] = b" " * len(match[1])
    return bytes(joined)


# A line that starts with a bracket is taken for more of what is above it, where the language begins a new
# statement: after `export {…}`, `from "…"` and `break`, and after the block of an arrow function.
_ENDED_LINE = regex(
    rb"""(\bexport\s*\{[^{}]*\}|(?:\bfrom|\bimport)[ \t]*(?:"[^"\n]*"|'[^'\n]*')|\b(?:break|continue))"""
    rb"([ \t\r]*)\n"
)
_BRACKET_LINE = regex(rb"\}[ \t\r]*(\n)\s*[\[(`]")


def _mended(content: bytes, root: Node) -> bytes:
    """Return the text with a semicolon for the line end above each line that the grammar may have misread."""
    mended = bytearray(content)
    for match in _ENDED_LINE.finditer(content):
        # In a comment, the next line would become part of it.
        if all(_is_code(root, at) for at in (match.start(), match.end(1) - 1)):
            mended[match.end() - 1] = ord(";")
    for match in _BRACKET_LINE.finditer(content):
        bracket = root.descendant_for_byte_range(match.end() - 1, match.end())
        around = bracket.parent if bracket is not None else None
        if _is_code(root, match.start()) and around is not None and around.has_error:
            mended[match.start(1)] = ord(";")
    return bytes(mended)


def _is_code(root: Node, at: int) -> bool:
    node = root.descendant_for_byte_range(at, at + 1)
    return node is not None and node.type not in NOT_CODE


NOT_CODE = frozenset(
    ("comment", "hash_bang_line", "html_comment", "string_fragment", "template_string", "regex_pattern")
)


def captures(node: Node, query: str, language: Language = Language.JAVASCRIPT) -> Captures:
    """Return the nodes each capture name of a query matched below a node, in text order, outer ones first."""
    found = captured(node, query, language)
    return {name: sorted(nodes, key=_order) for name, nodes in found.items()}


def captured(node: Node, query: str, language: Language = Language.JAVASCRIPT) -> Captures:
    """Return the same in no order, for whoever sorts anyway: addresses order it, and no two runs alike."""
    from tree_sitter import QueryCursor

    return QueryCursor(_query(language, query)).captures(node)


def _order(node: Node) -> tuple[int, int, int]:
    return node.start_byte, -node.end_byte, node.kind_id


def is_deeper(root: Node, most: int) -> bool:
    """Tell whether a tree has more than `most` levels, sums and chains of operators aside."""
    # What is parsed as ((a + b) + c) + … is deep on paper only.
    return _is_deeper(root, most, frozenset()) and _is_deeper(root, most, _OPERATORS)


_OPERATORS = frozenset(("binary_expression",))


def _is_deeper(root: Node, most: int, flat: frozenset[str]) -> bool:
    cursor = root.walk()
    levels = [0]
    while True:
        # Fewer nodes than levels that are left cannot be too deep: nearly all of a tree is passed by so.
        below = cursor.node.descendant_count - 1 if cursor.node is not None else 0
        if levels[-1] + below > most and cursor.goto_first_child():
            node = cursor.node if flat else None
            levels.append(levels[-1] + (node is None or node.type not in flat))
            if levels[-1] > most:
                return True
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return False
            levels.pop()


def span(node: Node) -> Span:
    """Return the span of a node."""
    return span_of((node.start_byte, node.end_byte))


@lru_cache(maxsize=4)
def _grammar(language: Language) -> Grammar:
    from tree_sitter import Language as Grammar

    if language is Language.TYPESCRIPT:
        return Grammar(_binding("tree_sitter_typescript").language_typescript())
    return Grammar(_binding("tree_sitter_javascript").language())


def _binding(package: str) -> ModuleType:
    """Return the module that holds the grammar of a package.

    The package itself also loads what reads files out of archives: that takes longer than to parse most
    scripts. A release that keeps its grammar elsewhere is loaded whole.
    """
    above = PathFinder.find_spec(package)
    places = above.submodule_search_locations if above is not None else None
    spec = PathFinder.find_spec(f"{package}._binding", places)
    if spec is None or spec.loader is None:
        return import_module(package)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@lru_cache(maxsize=32)
def _query(language: Language, query: str) -> Query:
    from tree_sitter import Query

    return Query(_grammar(language), query)
