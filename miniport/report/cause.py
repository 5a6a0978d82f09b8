"""Findings as people count them: one per cause, with its places and the targets it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from miniport.diagnostics import Diagnostic, Place, Severity
from miniport.frozen import frozen
from miniport.report.words import word


@frozen(slots=True)
class Merged:
    """One finding at one place; equal findings of several targets are one."""

    diagnostic: Diagnostic
    targets: tuple[str, ...]

    def message(self, language: str) -> str:
        """Return the message, naming all targets where it names one."""
        return self._told(language).message(language)

    def help(self, language: str) -> str:
        """Return the cure, with a file for each target; where a target stands in a key it is one."""
        own = word(language, "comma").join(map(self.diagnostic.own, self.targets))
        return self.diagnostic.help(language, own or None)

    def _told(self, language: str) -> Diagnostic:
        found = self.diagnostic
        if "target" not in found.arguments or len(self.targets) < 2:
            return found
        arguments = {**found.arguments, "target": word(language, "comma").join(self.targets)}
        return Diagnostic(found.rule, arguments, found.place, found.related, found.target, found.count)


@frozen(slots=True)
class Cause:
    """Findings that say the same at several places, in the order of their places."""

    places: tuple[Merged, ...]

    @property
    def first(self) -> Merged:
        """Return the finding that is shown with its frame."""
        return self.places[0]

    @property
    def severity(self) -> Severity:
        """Return how bad it is."""
        return self.first.diagnostic.severity

    @property
    def count(self) -> int:
        """Return how many places there are in all."""
        return sum(merged.diagnostic.count for merged in self.places)


Key = tuple[object, ...]


def merge(diagnostics: Iterable[Diagnostic]) -> tuple[Merged, ...]:
    """Return each finding once, sorted by place, with the targets in which it was found, in their order."""
    kept: dict[Key, Diagnostic] = {}
    targets: dict[Key, dict[str, None]] = {}
    for found in diagnostics:
        key = (*_saying(found), _spot(found.place), found.related)
        if key not in kept or kept[key].count < found.count:
            kept[key] = found
        targets.setdefault(key, {}).update({found.target: None} if found.target else {})
    merged = (Merged(found, tuple(targets[key])) for key, found in kept.items())
    return tuple(sorted(merged, key=lambda each: each.diagnostic.sort_key()))


def causes(diagnostics: Iterable[Diagnostic]) -> tuple[Cause, ...]:
    """Return the causes of findings, sorted by the first place of each."""
    groups: dict[Key, list[Merged]] = {}
    for merged in merge(diagnostics):
        groups.setdefault((*_saying(merged.diagnostic), merged.targets), []).append(merged)
    return tuple(Cause(tuple(group)) for group in groups.values())


def counts(diagnostics: Iterable[Diagnostic]) -> Mapping[Severity, int]:
    """Return how many causes there are of each severity."""
    found = [cause.severity for cause in causes(diagnostics)]
    return {severity: found.count(severity) for severity in Severity}


def _saying(found: Diagnostic) -> Key:
    arguments: Iterator[tuple[str, str]] = (
        (name, text) for name, text in sorted(found.arguments.items()) if name != "target"
    )
    return (found.rule.code, *arguments)


def _spot(place: Place) -> Key:
    return (place.path, place.line, place.column, place.end_line, place.end_column)
