"""What the method that tells what is shared does, for each unit that has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from miniport.analyze.app import AppFacts, File, Unit
from miniport.enumeration import StrEnum
from miniport.facts import Kind
from miniport.frozen import frozen
from miniport.memo import FORGETFUL, Memo
from miniport.source import Span
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack

if TYPE_CHECKING:
    from miniport.syntax.conduct import Conduct

HOOK = "onShareAppMessage"

_SETTERS = frozenset(("setData", "$spliceData", "$batchedUpdates"))
_GETTERS = frozenset(("getApp", "getCurrentPages"))
# These look only; the host does nothing that anyone sees.
_LOOKS = frozenset(("canIUse", "getStorageSync", "getStorageInfoSync", "getStorage", "getStorageInfo"))


class Manner(StrEnum):
    """How a unit answers: it only reads, it does more, or it acts on the host or on its own data."""

    READS = "reads"
    DOES = "does"
    ACTS = "acts"


@frozen
class Sharing:
    """A unit's answer to what is shared; where it acts, `what` it calls and where, else "" and nothing."""

    unit: Unit
    file: File
    manner: Manner
    what: str = ""
    span: Span | None = None


def is_asked_early(pack: TargetPack) -> bool:
    """Tell whether the platform wants to know what is shared before anyone shares."""
    fact = pack.fact(Kind.LIFECYCLE, HOOK, "page")
    return bool(fact and fact[0] and fact[0].get("early"))


def sharing(facts: AppFacts) -> Iterator[Sharing]:
    """Yield what the app and each page do where their text has the method, in the order of units."""
    for unit in (facts.app, *facts.pages):
        file = facts.file(unit.script)
        tree = file.tree if file is not None else None
        if file is not None and isinstance(tree, Script) and (found := _of(unit, file, tree)) is not None:
            yield found


def may_share(facts: AppFacts, memo: Memo = FORGETFUL) -> bool:
    """Tell whether any script speaks of the method, be it in options that are put together at run time."""
    return any(memo.each("speaks of sharing", facts.files, lambda _, file: _speaks_of_it(file)).values())


def _speaks_of_it(file: File) -> bool:
    tree = file.tree
    return isinstance(tree, Script) and HOOK in tree.text


def _of(unit: Unit, file: File, script: Script) -> Sharing | None:
    for registration in script.registrations:
        options = registration.options
        if options is None or options.entry(HOOK) is None:
            continue
        from miniport.syntax.conduct import Words, conduct

        words = Words(unit.dialect.namespace, _GETTERS, _SETTERS)
        found = conduct(script.text, options, HOOK, words)
        if found is not None:
            return _judged(unit, file, script, found)
    return None


def _judged(unit: Unit, file: File, script: Script, found: Conduct) -> Sharing:
    acts = [(span, script.text[span.start : span.end]) for span in found.setters]
    for use in script.uses:
        is_within = any(part.start <= use.span.start < part.end for part in found.spans)
        # A name that is only looked at acts on nothing.
        if is_within and use.calls and use.path not in _LOOKS:
            acts.append((use.span, script.text[use.span.start : use.span.end]))
    if acts:
        span, what = min(acts)
        return Sharing(unit, file, Manner.ACTS, what, span)
    return Sharing(unit, file, Manner.READS if found.is_reading else Manner.DOES)
