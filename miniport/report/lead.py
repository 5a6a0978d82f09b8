"""What a check tells first: how many pages are whole, how many are not, and by how many causes."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.diagnostics import Severity
from miniport.report.cause import causes
from miniport.report.cells import pad, width
from miniport.report.health import Health
from miniport.report.line import Line, Piece
from miniport.report.outcome import Report, Summary
from miniport.report.words import word


def lead_lines(report: Report, language: str) -> Iterator[Line]:
    """Yield a line for each target that was weighed, and an empty one behind them."""
    known = [target for target in report.targets if target.health is not None]
    names = max((width(target.name) for target in known), default=0)
    for target in known:
        assert target.health is not None
        yield Piece(pad(target.name, names), "name"), Piece("  "), *_pages(target, target.health, language)
    if known:
        yield ()


def _pages(target: Summary, health: Health, language: str) -> Iterator[Piece]:
    comma = word(language, "and")
    yield Piece(word(language, "pages-whole", count=health.whole), "good" if health.whole else "plain")
    if health.whole_untried:
        yield Piece(word(language, "pages-untried", count=health.whole_untried), "warning")
    if health.blocked:
        by = word(language, "causes", count=health.by)
        yield Piece(comma + word(language, "pages-blocked", count=len(health.blocked), causes=by), "error")
    errors = sum(cause.severity is Severity.ERROR for cause in causes(target.diagnostics))
    if errors > health.by:
        yield Piece(comma + word(language, "in-the-app", count=errors - health.by), "error")
