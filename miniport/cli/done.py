"""What a build did: what there is to tell of it, and what it leaves to later ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from miniport.bundle import Bundle
from miniport.cache.piece import Pieces
from miniport.cache.recorded import RecordedFiles
from miniport.cache.remember import Done, hashed
from miniport.cli.known import baseline_place, new_only
from miniport.cli.order import BuildOrder, KeptOrder, Order, is_folder
from miniport.field import field, replace
from miniport.frozen import frozen
from miniport.memo import FORGETFUL
from miniport.output import OutputError, Written, check_place
from miniport.pipeline import BuildRequest, Built, Outcome, Warm
from miniport.report.outcome import Report, Status, Summary
from miniport.targets.pack import TargetPack, bundled


@frozen
class Left:
    """What a build leaves to one in a later process: what was asked for, and all that was made for it.

    `packs` are those that ship with miniport: checks look for a word of any platform.
    """

    order: KeptOrder
    request: BuildRequest
    warm: Warm
    packs: Mapping[str, TargetPack] = field(default_factory=bundled)


@frozen
class Work:
    """What there is to tell of a build; `done`, what it depended on, where it came as far as building.

    `left` is for later builds, None where there is nothing that they could use; `before` are the pieces of
    what an earlier one left to this one.
    """

    report: Report
    done: Done | None = None
    left: Left | None = None
    before: Pieces | None = None


def report_of(
    outcome: Outcome, targets: tuple[Summary, ...], order: BuildOrder, request: BuildRequest
) -> Report:
    """Return what there is to tell of an outcome, once its targets are written."""
    found = Report(order.mode, targets, outcome.diagnostics, order.fail_on, suppressed=outcome.suppressed)
    return new_only(found, order.project, request.settings)


def done_of(outcome: Outcome, order: BuildOrder, left: Left, files: RecordedFiles, began: int) -> Done:
    """Return what a build did and depended on."""
    request, memos = left.request, left.warm.memos
    # What it lists decides what is told, so a build that has nothing to do depends on it, too: also on none.
    files.note(baseline_place(request.settings))
    folders = tuple(order.folder(pack.name) for pack in request.packs)
    # A pipeline that somebody puts in its place, as our tests do, keeps no memo.
    made = {
        order.folder(built.name): (built.bundle, memos.get(built.name, FORGETFUL))
        for built in outcome.targets
    }
    bundles = {folder: bundle for folder, (bundle, _) in made.items() if bundle}
    digests = {folder: hashed(bundle, memo) for folder, (bundle, memo) in made.items() if bundle}
    return Done(files, order.root is not None, folders, bundles, packs_from(order), began, digests)


def packs_from(order: Order) -> tuple[Path, ...]:
    """Return the folders that hold packs which an order names."""
    return tuple(Path(name) for name in order.target if is_folder(name))


def written(built: Built, order: BuildOrder, write_into: Callable[[Bundle, Path], Written]) -> Summary:
    """Write one target's bundle, where it has one, and return what became of it."""
    folder = order.folder(built.name)
    summary = Summary.of(built, Status.BLOCKED, folder.as_posix())
    if built.bundle is None:
        return summary
    try:
        if built.facts is not None and not order.force:
            check_place(folder, order.project, built.facts.project.base, built.facts.origins())
        done = write_into(built.bundle, folder)
    except OutputError as error:
        refused = tuple(replace(found, target=built.name) for found in error.diagnostics)
        return replace(summary, status=Status.REFUSED, diagnostics=(*summary.diagnostics, *refused))
    status = Status.WRITTEN if done.written or done.removed else Status.UNCHANGED
    return replace(summary, status=status, written=done.written, removed=done.removed)
