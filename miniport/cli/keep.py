"""Keep the outcome of a build, so that the same build can be told again without being done."""

from __future__ import annotations

from collections.abc import Sequence

from miniport.cache.kept import opened
from miniport.cache.recall import SECONDS, version_of
from miniport.cache.remember import is_lasting, remembered
from miniport.cache.state import as_bytes
from miniport.cache.store import Store
from miniport.cli import system
from miniport.cli.again import Before, kept_as, pieces_of, place, state_of
from miniport.cli.done import Work
from miniport.cli.order import KeptOrder
from miniport.cli.tell import told
from miniport.cli.words import say
from miniport.field import replace
from miniport.report.outcome import Report, Status


def keep(
    arguments: Sequence[str], order: KeptOrder, work: Work, language: str, before: Before | None = None
) -> None:
    """Keep a report under its command line, with all that it depends on; what cannot be kept is not.

    `before`: what an earlier process left to the command line, where this one went on from it.
    """
    found, report, done = place(arguments), work.report, work.done
    is_refused = any(target.status is Status.REFUSED for target in report.targets)
    if found is None or done is None or is_refused or not report.targets or not is_lasting(done):
        return
    kept = _opened(order, language)
    if kept is None:
        return
    text = told(_again(report), order, language)
    key = before.key if before is not None else kept_as(arguments)
    known = before.looked.parts if before is not None and work.left is None else None
    values, parts = {**remembered(key, done, int(report.exit_code), text, known)}, {}
    if work.left is not None:
        state = as_bytes(work.left, work.before)
        if state is not None and state.apart is not None:
            parts[pieces_of(key)] = state.apart
        # What cannot be kept must not leave an older state behind.
        values[state_of(key)] = state.state if state is not None else b""
    kept.put(values, parts, is_flushed=work.left is not None)
    if work.left is not None:
        kept.drop(besides=version_of(key))
    kept.close()


def _opened(order: KeptOrder, language: str) -> Store | None:
    made = opened(str(order.cache_folder), system.environment())
    if made.trouble:
        # A command line that has to tell of trouble loads more than one that has none.
        from miniport.cli.trouble import tell

        words = {"file": made.file, "reason": made.trouble}
        tell(say(language, "cache.dropped" if made.store is not None else "cache.foreign", **words))
    return made.store


def _again(report: Report) -> Report:
    """Return what the same command tells when it finds nothing to do."""
    targets = tuple(
        replace(target, status=_unchanged(target.status), seconds=0.0, written=0, removed=0)
        for target in report.targets
    )
    return replace(report, targets=targets, seconds=SECONDS)


def _unchanged(status: Status) -> Status:
    return Status.UNCHANGED if status is Status.WRITTEN else status
