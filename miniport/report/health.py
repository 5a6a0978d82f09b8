"""How whole an app is on one target: its pages, and what keeps some of them from working."""

from __future__ import annotations

from collections.abc import Iterable

from miniport import rules
from miniport.analyze.app import AppFacts
from miniport.analyze.reach import PagesOf, listed_name, pages_of
from miniport.diagnostics import Diagnostic, Severity
from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.report.cause import Cause, causes


@frozen(slots=True)
class Weighed:
    """A cause and the pages it concerns; none where it lies in what no page has of its own."""

    cause: Cause
    pages: frozenset[str]


@frozen(slots=True)
class Health:
    """The pages of one target. `blocked` are those that an error concerns, `by` the causes of it.

    `untried` are those that call what nobody is known to have tried on the platform, blocked or not.
    `files` are the texts that were looked at, `pages_of` the pages that each of them takes part in.
    """

    pages: tuple[str, ...]
    blocked: frozenset[str]
    by: int
    files: tuple[PurePosixPath, ...] = ()
    pages_of: PagesOf = field(default_factory=dict)
    untried: frozenset[str] = frozenset()

    @property
    def whole(self) -> int:
        """Return how many pages no error concerns."""
        return len(self.pages) - len(self.blocked)

    @property
    def whole_untried(self) -> int:
        """Return how many of the whole pages call what nobody is known to have tried."""
        return len(self.untried - self.blocked)


def health(facts: AppFacts, diagnostics: Iterable[Diagnostic]) -> Health:
    """Return how whole the pages of one target are."""
    of = pages_of(facts)
    diagnostics = tuple(diagnostics)
    errors = [found for found in diagnostics if found.severity is Severity.ERROR]
    weighed_errors = weighed(causes(errors), of)
    blocked = frozenset(page for each in weighed_errors for page in each.pages)
    listed = dict.fromkeys(listed_name(page, facts) for page in facts.pages)
    # A page that has no files is listed, and is no page of the facts.
    listed |= dict.fromkeys(sorted(blocked - listed.keys()))
    by = sum(bool(each.pages) for each in weighed_errors)
    files = tuple(file.origin for file in facts.files.values() if file.source is not None)
    bridges = causes(found for found in diagnostics if found.rule is rules.UNPROVED_BRIDGE)
    untried = frozenset(page for each in weighed(bridges, of) for page in each.pages)
    return Health(tuple(listed), blocked, by, files, of, untried)


def weighed(found: Iterable[Cause], of: PagesOf) -> tuple[Weighed, ...]:
    """Return causes by weight: errors first, then those that concern the most pages, then the most places."""
    known = [Weighed(cause, _concerned(cause, of)) for cause in found]
    order = tuple(Severity)
    return tuple(
        sorted(
            known, key=lambda each: (order.index(each.cause.severity), -len(each.pages), -each.cause.count)
        )
    )


def _concerned(cause: Cause, of: PagesOf) -> frozenset[str]:
    pages: set[str] = set()
    for merged in cause.places:
        found = merged.diagnostic
        pages |= of.get(found.place.path, frozenset())
        if found.rule.is_blocking and "page" in found.arguments:
            pages.add(found.arguments["page"])
    return frozenset(pages)
