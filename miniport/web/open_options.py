"""Options that cannot be read before they run: the runtime then goes in with all they could mean."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import AppFacts, File
from miniport.diagnostics import Diagnostic
from miniport.memo import FORGETFUL, Memo
from miniport.syntax.options import Options
from miniport.syntax.registration import Registration
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack
from miniport.web.pieces import with_needs

_OF_APP = ("part/window",)
_OF_OTHERS = ("part/mixin", "part/observe", "part/scroll", "part/splice", "part/window")
"""The pieces that are chosen by the names of options or of what methods call."""

# Tables of listeners, in which a name counts as it does in the options.
_TABLES = frozenset(("events", "pageEvents", "rootEvents"))
# What is mixed in has options of its own, which may come from anywhere.
_MORE = frozenset(("mixins", "__proto__"))


def with_open(
    pieces: tuple[str, ...], facts: AppFacts, pack: TargetPack, memo: Memo = FORGETFUL
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Return the pieces, with those that options nobody can read may mean, and a note where the first are.

    Nothing is said where the pieces are needed anyhow.
    """
    found: list[Diagnostic] = []
    open_ = memo.each("open options", facts.files, lambda _, file: tuple(_open(file)))
    for path in sorted(path for path, registrations in open_.items() if registrations):
        source = facts.files[path].source
        for registration in open_[path]:
            wanted = _OF_APP if registration.word == "app" else _OF_OTHERS
            more = tuple(name for name in wanted if name not in pieces)
            if more and not found and source is not None:
                note = rules.OPTIONS_OPEN.at(
                    registration.span, name=registration.function.text, number=len(more)
                )
                found.append(note.placed(source, pack.name))
            pieces = with_needs((*pieces, *more), memo) if more else pieces
    return pieces, tuple(found)


def _open(file: File) -> Iterator[Registration]:
    if file.source is not None and file.described is not None and isinstance(file.described.tree, Script):
        for registration in file.described.tree.registrations:
            if not registration.is_known or _may_have_more(registration.options):
                yield registration


def _may_have_more(options: Options | None) -> bool:
    """Tell whether an option that is itself readable may bring names that are not."""
    for entry in options.entries if options is not None else ():
        if entry.name in _MORE:
            return True
        if entry.name in _TABLES and (entry.options is None or entry.options.is_open):
            return True
    return False
