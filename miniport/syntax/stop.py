"""Where a broken script cannot go on: the token at which an engine stops as well.

The tree of a broken text has its error where the text could be mended, often many lines above. The parser
itself notices at the first token that no reading of the text goes on with, and tells its logger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from miniport.frozen import frozen
from miniport.named import NamedTuple
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.bounded import follow
from miniport.syntax.tree import Language, attempts, parser_of

if TYPE_CHECKING:
    from tree_sitter import LogType

# What a parser tells about a longer text takes seconds to hear.
_LONGEST = 1 << 17


class Opening(NamedTuple):
    """A sign that something else has to close."""

    sign: str
    at: int


@frozen
class Stop:
    """`at`: the token that cannot be read, empty at the end of the text; `open`: what is open there."""

    at: Span
    open: tuple[Opening, ...]


def find_stop(text: str, language: Language) -> Stop | None:
    """Return where a broken script cannot be read any further, None where that takes too long to find."""
    if len(text) > _LONGEST:
        return None
    # What helps the grammar over a line may hinder it over another one.
    stops = (_stop(content, language) for content in attempts(text, language))
    return max((stop for stop in stops if stop is not None), key=_reach, default=None)


def _reach(stop: Stop) -> int:
    return stop.at.start


def _stop(content: bytes, language: Language) -> Stop | None:
    watch = _Watch(content)
    follow(parser_of(language), content, watch, watch.is_over)
    return watch.stop() if watch.is_over() else None


_PLACE = regex(r"row:(\d+), col:(\d+)")
_TOKEN_SAID = regex(r"sym:(.+), size:(\d+)$")
_TOKEN = regex(
    rb"(?:\s|//[^\n]*|/\*.*?\*/)*"
    rb"([\w$]+|'[^'\n]*'|\"[^\"\n]*\"|[=!]==?|=>|\.\.\.|&&|\|\||\S|)",
    16,  # re.DOTALL
)
STRINGS = ("'", '"')
LITERALS = (*STRINGS, "`", "/")
"""What opens something that is no code inside."""
_OPENING = ("(", "[", "{", "${")
_CLOSING = (")", "]", "}")


class _Watch:
    """Hears what a parser says up to where all its readings of a text have ended.

    It reads a text in several ways at once, one a step behind the other; what it meets first counts.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._starts = [0]
        for line in content.split(b"\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._at = 0
        self._furthest = -1
        self._met = self._before = ""
        self._met_at = 0
        self._open: list[Opening] = []
        self._stop = -1
        self._is_over = False

    def is_over(self) -> bool:
        """Tell whether the place was found."""
        return self._is_over

    def __call__(self, kind: LogType, said: str) -> None:
        # The other kind says each character.
        if kind or self._is_over:
            return
        if said.startswith("process"):
            if (place := _PLACE.search(said)) is not None:
                self._at = self._starts[int(place[1])] + int(place[2])
        elif said.startswith("lexed"):
            token = _TOKEN_SAID.search(said)
            # What stands for a line end has no size, and hides no token.
            if token is not None and token[2] != "0" and self._at > self._furthest:
                self._meet(token[1])
        elif said.startswith("detect_error"):
            self._stop = max(self._stop, self._at)
        # All readings have ended: the parser goes on with a guess.
        elif said.startswith("resume"):
            self._is_over = True

    def _meet(self, sign: str) -> None:
        self._pass()
        self._furthest = self._met_at = self._at
        self._met = sign
        if self._is_refused(sign):
            self._stop, self._is_over = self._at, True

    def _is_refused(self, sign: str) -> bool:
        """Tell whether engines stop at a token that the grammar takes."""
        around = self._open[-1].sign if self._open else ""
        if around in STRINGS:
            return self._content[self._at : self._at + 1] in (b"\n", b"\r")
        return sign == "," and (self._before in ("(", "{") or (self._before == "," and around != "["))

    def _pass(self) -> None:
        """Take in the token that was met last: reading goes on behind it."""
        sign, around = self._met, self._open[-1].sign if self._open else ""
        if sign == around and sign in LITERALS:
            self._open.pop()
        elif sign in (*STRINGS, "`", *_OPENING):
            self._open.append(Opening(sign, self._token(self._met_at).start))
        elif sign == "regex_pattern":
            self._open.append(Opening("/", self._met_at - 1))
        elif sign in _CLOSING and self._open:
            self._open.pop()
        if sign != "comment":
            self._before = sign

    def _token(self, at: int) -> Span:
        match = _TOKEN.match(self._content, at)
        return Span(at, at) if match is None else Span(*match.span(1))

    def stop(self) -> Stop:
        """Return where reading ended."""
        if self._met_at < self._stop:
            self._pass()
        return Stop(self._token(self._stop), tuple(self._open))
