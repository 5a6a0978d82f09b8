"""Parsing that takes time in proportion to a text's length, however broken it is.

What a grammar tries to make sense of a broken text can grow with the square of its length.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import LogType, Node, Parser

_MORE_STEPS = 200
# Of 8,892 scripts of real projects and packages, small ones and minified ones among them, none took more than
# a step for 31 characters; nor did one of 4,228 with a piece cut out or a sign put in anywhere.
_CHARS_A_STEP = 16
# Where that many steps in a row come less far, what stands there is broken.
_STEPS, _QUICK = 8, 200
_SLICE = 1 << 16
_COMMENT = b"\n/**/"
_NO_SIGN = b"\x01"
"""What begins nothing in any script."""


class _Steps:
    """Counts the steps of a parser, and says when they are enough. `at`: where it last made its way."""

    def __init__(self, size: int) -> None:
        self.at = 0
        self._before = 0
        self._left = _MORE_STEPS + size // _CHARS_A_STEP

    def __call__(self, offset: int, _: bool) -> bool:
        self._left -= 1
        if self._left % _STEPS == 0:
            if offset - self._before > _QUICK:
                self.at = offset
            self._before = offset
        return self._left < 0


def bounded(parser: Parser, content: bytes) -> Node:
    """Return the root node of a text, one with nothing but an error where reading it will not end soon."""
    closing = _closed(content)
    if closing is content:
        return _read(parser, content)
    closed = _read(parser, closing)
    last = closed.descendant_for_byte_range(len(content), len(content) + 1)
    if last is not None and last.type == "comment":
        return _broken(parser, content, last.start_byte)
    return _read(parser, content)


def _closed(content: bytes) -> bytes:
    """Return a text with an end for its last comment, the same object where that has one.

    Without it each further start in the comment would be followed to the end of the text.
    """
    return content if content.rfind(b"/*") <= content.rfind(b"*/") else content + _COMMENT


def follow(
    parser: Parser, content: bytes, hear: Callable[[LogType, str], None], is_over: Callable[[], bool]
) -> None:
    """Parse a text for what the parser says on its way, until that is enough or takes long."""
    text, steps = _Text(_closed(content)), _Steps(len(content))
    parser.logger = hear
    try:
        parser.parse(text, progress_callback=lambda at, is_broken: is_over() or steps(at, is_broken))
    except ValueError:
        parser.reset()
    finally:
        text.end()


class _Text:
    """Hands a text to a parser slice by slice.

    The binding never lets go of a slice, so that each is emptied once the parser has read it.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._given: list[bytearray] | None = []

    def __call__(self, start: int, _: object) -> bytes | bytearray:
        asked = self._content[start : start + _SLICE]
        if self._given is None:
            # Who asks a node for its text gets that at all from bytes only.
            return asked
        self._given.append(bytearray(asked))
        return self._given[-1]

    def end(self) -> None:
        """Empty what was handed out."""
        for each in self._given or ():
            each.clear()
        self._given = None


def _read(parser: Parser, content: bytes) -> Node:
    text, steps = _Text(content), _Steps(len(content))
    try:
        return parser.parse(text, progress_callback=steps).root_node
    except ValueError:
        parser.reset()
        return _broken(parser, content, steps.at)
    finally:
        text.end()


def _broken(parser: Parser, content: bytes, at: int) -> Node:
    """Return the root node of a text with nothing but an error, from an offset to the end of its line."""
    end = content.find(b"\n", at)
    line = max(1, (end if end >= 0 else len(content)) - at)
    return parser.parse(b" " * at + _NO_SIGN * line).root_node
