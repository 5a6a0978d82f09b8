"""What several checks look at, worked out once for a target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath

from miniport.analyze.app import AppFacts, File, Unit
from miniport.analyze.closure import drawn_by
from miniport.analyze.method import Methods, methods
from miniport.diagnostics import Diagnostic, Finding, Place, Related
from miniport.frozen import frozen
from miniport.project.written import INSTALLED
from miniport.source import Span
from miniport.targets.pack import TargetPack


@frozen
class Scene:
    """The facts of one target and its pack."""

    facts: AppFacts
    pack: TargetPack

    @cached_property
    def drawn_by(self) -> Mapping[PurePosixPath, tuple[Unit, ...]]:
        """Return, for each template, the pages and components that it takes part in drawing."""
        return drawn_by(self.facts)

    @cached_property
    def methods(self) -> Mapping[PurePosixPath, Methods]:
        """Return the members of each page and component, by its path."""
        units = (*self.facts.pages, *self.facts.components)
        return {unit.path: methods(unit, self.facts) for unit in units}

    def own_files(self) -> Iterator[File]:
        """Yield the files that are the project's own: a package is somebody else's to mend."""
        return (file for file in self.facts.files.values() if self.is_own(file.path))

    def is_own(self, path: PurePosixPath) -> bool:
        """Tell whether a file is the project's own, not one of a package's."""
        return self._stores.isdisjoint(path.parts)

    @cached_property
    def _stores(self) -> frozenset[str]:
        readers = self.facts.project.readers
        return frozenset((INSTALLED, *(name for reader in readers for name in reader.packages.folders)))

    def placed(self, file: File, finding: Finding, *related: Related) -> Diagnostic:
        """Return a finding at its place in a file that was read."""
        assert file.source is not None
        return finding.placed(file.source, self.pack.name).with_related(*related)


def related(file: File, span: Span, en: str, zh: str) -> Related:
    """Return another place that belongs to a finding."""
    assert file.source is not None
    return Related(Place.of(file.source, span), en, zh)
