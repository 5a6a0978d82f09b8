"""The one exception of the expression parser; it never leaves the parser."""

from __future__ import annotations

from miniport import rules
from miniport.diagnostics import Finding
from miniport.source import Span


class Unreadable(Exception):  # noqa: N818 - it names what was found
    """The text is no expression, for the reason that the finding states."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule.name)
        self.finding = finding

    @classmethod
    def at(cls, start: int, end: int, found: str) -> Unreadable:
        """Return the general case: a sign or word that does not belong where it stands."""
        return cls(rules.EXPRESSION_UNREADABLE.at(Span(start, end), found=found))
