"""From options to what the pipeline is asked for, or to why it cannot be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from miniport.cache.recorded import RecordedFiles
from miniport.cli.misuse import Misuse
from miniport.cli.order import Order
from miniport.cli.packs import choose
from miniport.cli.words import say
from miniport.diagnostics import Diagnostic
from miniport.emit import Mode
from miniport.frozen import frozen
from miniport.pipeline import BuildRequest
from miniport.posix import PurePosixPath
from miniport.project.facts_files import overlaid
from miniport.project.files import DiskFiles, workspace_root
from miniport.project.find import absolute, lies_in
from miniport.project.outputs import inside, skipped
from miniport.project.read_settings import read_settings
from miniport.project.settings import SETTINGS_FILE
from miniport.report.outcome import Report
from miniport.targets.pack import bundled_names

Refusals = Callable[[list[Path], Path], Iterable[Diagnostic]]
"""Given the output folders and the project, why nothing can be written there."""


@frozen
class Asked:
    """A request, or None where `refused` says why there is none; `files` where what it reads is recorded."""

    request: BuildRequest | None
    refused: tuple[Diagnostic, ...] = ()
    files: RecordedFiles | None = None

    def report(self, order: Order) -> Report:
        """Return the report of a command that stops here."""
        return Report(order.mode, (), self.refused, order.fail_on)


def ask(
    order: Order,
    language: str,
    refusals: Refusals,
    *,
    keep_going: bool = False,
    left_out: tuple[Path, ...] = (),
    is_recorded: bool = False,
) -> Asked:
    """Choose the packs, read the settings and find the files; `left_out` are folders of ours without source.

    `is_recorded`: what is looked at is taken down, so that the cache can tell whether it is as it was.

    Raises Misuse where the command line itself is at fault.
    """
    packs = choose(order.target, language)
    root = _root(order, language)
    folders = [order.folder(pack.name) for pack in packs]
    left = _skipped(order.project, folders, left_out)
    recorded = RecordedFiles(root, order.project, left) if is_recorded else None
    files = recorded or DiskFiles(root, order.project, left)
    if recorded is not None:
        recorded.note(PurePosixPath(SETTINGS_FILE))
    told = read_settings(order.project, (*bundled_names(), *(pack.name for pack in packs)))
    if told.diagnostics:
        return Asked(None, told.diagnostics)
    laid = [overlaid(pack, told.settings.target(pack.name).facts_files, files) for pack in packs]
    wrong = (*(found for _, wrong in laid for found in wrong), *refusals(folders, order.project))
    if wrong:
        return Asked(None, wrong)
    laid_over = tuple(pack for pack, _ in laid)
    return Asked(BuildRequest(files, told.settings, laid_over, Mode(order.mode), keep_going), (), recorded)


def _skipped(project: Path, folders: list[Path], left_out: tuple[Path, ...]) -> frozenset[PurePosixPath]:
    within = (inside(project, folder) for folder in left_out)
    return skipped(project, folders) | {path for path in within if path is not None and path.parts}


def _root(order: Order, language: str) -> Path:
    if order.root is None:
        return workspace_root(absolute(order.project))
    if not lies_in(order.project, order.root):
        raise Misuse(say(language, "not-in-root", project=order.project, root=order.root))
    return order.root
