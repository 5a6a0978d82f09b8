"""What a style sheet holds: rules with their selectors, imports, requests, lengths in rpx, shared names.

All spans are code-point offsets into the text of the sheet.
"""

from __future__ import annotations

from typing import Literal

from miniport.diagnostics import Finding
from miniport.edit import Edit
from miniport.enumeration import StrEnum
from miniport.frozen import frozen
from miniport.source import Span


class PartKind(StrEnum):
    """The simple selectors."""

    CLASS = "class"
    ID = "id"
    TAG = "tag"
    UNIVERSAL = "universal"
    PSEUDO = "pseudo"
    ATTRIBUTE = "attribute"
    NESTING = "nesting"


@frozen(slots=True)
class Part:
    """One simple selector.

    `span` covers it with its sign (`.a`, `#a`, `:hover`, `[x]`); of a pseudo with arguments up to its `(`.
    `name` is without sign and escapes; of a pseudo with its colons and, where it has arguments, its `(`.
    `depth` says in how many pseudos with arguments it stands (`:not(.a)`: 1).
    """

    kind: PartKind
    name: str
    span: Span
    depth: int = 0


@frozen(slots=True)
class Compound:
    """Simple selectors of one element; `combinator` stands before it: " ", ">", "+", "~", or "" at first."""

    combinator: str
    parts: tuple[Part, ...]

    @property
    def span(self) -> Span:
        """Return the span from the first part to the last one's start of arguments."""
        return Span(self.parts[0].span.start, self.parts[-1].span.end)


@frozen(slots=True)
class Selector:
    """One selector of a list: at least one compound."""

    compounds: tuple[Compound, ...]


@frozen(slots=True)
class StyleRule:
    """A rule; of one that browsers drop for a slip, `selectors` is empty.

    `prelude` covers its selectors, `span` all of it up to the `}`.
    """

    selectors: tuple[Selector, ...]
    prelude: Span
    span: Span
    is_nested: bool = False


@frozen(slots=True)
class AtRule:
    """An at-rule other than an import: `name` in lower case without `@`, `prelude` what stands behind it."""

    name: str
    prelude: Span
    span: Span


@frozen(slots=True)
class Import:
    """An `@import` up to its `;`. `condition` is the text behind the request (`screen and (...)`)."""

    request: str
    request_span: Span
    span: Span
    condition: str = ""


@frozen(slots=True)
class Url:
    """A `url()`: `request` without escapes, `span` of what stands in the quotes, `quote` or ""."""

    request: str
    span: Span
    quote: str


@frozen(slots=True)
class Length:
    """A number in `unit`: rpx, or vh, of which a window with bars has fewer than its screen.

    `owner` is its property, or `@` and the name of the at-rule whose prelude holds it.
    """

    number: str
    span: Span
    owner: str
    unit: Literal["rpx", "vh"] = "rpx"


class Namespace(StrEnum):
    """Names that all sheets of a document share."""

    ANIMATION = "animation"
    FONT = "font"


@frozen(slots=True)
class SharedName:
    """A word where a keyframes or font name is defined or may be used; `span` covers its quotes."""

    namespace: Namespace
    name: str
    span: Span
    is_definition: bool = False


@frozen
class Style:
    """A parsed style sheet; everything in the order of the text.

    `repairs` close what the text leaves open, and take out what belongs to no rule. With them the text can
    stand before other text and means what it means alone. An import is for its reader to replace.
    """

    text: str
    imports: tuple[Import, ...]
    urls: tuple[Url, ...]
    rules: tuple[StyleRule, ...]
    at_rules: tuple[AtRule, ...]
    lengths: tuple[Length, ...]
    names: tuple[SharedName, ...]
    repairs: tuple[Edit, ...]
    findings: tuple[Finding, ...]
