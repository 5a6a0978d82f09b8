"""Hold an archive against its manifest, and against a build of the project."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from miniport.archive.contents import contents
from miniport.archive.manifest import Manifest
from miniport.archive.read import ArchiveError, manifest_of, opened
from miniport.archive.verify import against_files, against_manifest, against_sums
from miniport.bundle import Bundle
from miniport.cli.ask import ask
from miniport.cli.order import PackOrder
from miniport.cli.packing import for_release
from miniport.diagnostics import Diagnostic
from miniport.field import replace
from miniport.pipeline import build
from miniport.report.outcome import Report


def verified(archive: Path, order: PackOrder, language: str, *, is_built: bool) -> Report:
    """Return the report of a verification; nothing is written."""
    started = time.perf_counter()
    try:
        manifest = manifest_of(archive)
        files = opened(archive)
    except ArchiveError as error:
        return Report(order.mode, (), (error.diagnostic,), order.fail_on)
    found = [*against_manifest(files, manifest, archive), *against_sums(archive)]
    if is_built:
        found.extend(_against_build(files, manifest, archive, order, language))
    return Report(order.mode, (), tuple(found), order.fail_on, time.perf_counter() - started)


def _against_build(
    files: Bundle, manifest: Manifest, archive: Path, order: PackOrder, language: str
) -> Iterator[Diagnostic]:
    """Yield what differs from what the project makes today, named and numbered as the manifest has it."""
    told = manifest.project
    named = replace(order, target=(manifest.target.name,), name=told.name, app_version=told.version)
    asked = ask(named, language, lambda folders, project: ())
    if asked.request is None:
        yield from asked.refused
        return
    outcome = build(for_release(asked.request, named))
    yield from outcome.diagnostics
    for built in outcome.targets:
        if built.bundle is None:
            yield from built.diagnostics
        else:
            yield from against_files(files, contents(built.bundle).files, archive)
