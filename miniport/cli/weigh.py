"""What of a bundle made for release is larger than the platform takes, or than the project wants."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.diagnostics import Diagnostic
from miniport.pipeline import Built


def too_large(built: Built) -> Iterator[Diagnostic]:
    """Yield what is too large in one target's bundle, which must be made for release to be small."""
    # Imported here: only a check for release weighs anything.
    from miniport.archive.budget import over
    from miniport.archive.contents import contents
    from miniport.archive.measure import parts
    from miniport.archive.origin import origins

    if built.bundle is None or built.facts is None or built.pack is None:
        return
    files = contents(built.bundle).files
    budgets = built.facts.project.settings.target(built.name).budgets
    # Where a picture comes from costs a walk over everything.
    sources = origins(files, built.facts, built.pack) if "image" in budgets else {}
    yield from over(parts(files, sources, built.facts, built.pack), built.pack, budgets)
