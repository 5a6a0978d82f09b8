"""The templates of a project in another dialect."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.analyze.app import AppFacts, File
from miniport.edit import Edit
from miniport.facts import Kind
from miniport.syntax.markup_tree import Markup
from miniport.targets.pack import TargetPack
from miniport.transform.layout import Layout

_RENAMED = (Kind.COMPONENT, Kind.ATTRIBUTE, Kind.EVENT)


def spelled_markup(file: File, facts: AppFacts, pack: TargetPack, _: Layout) -> Iterator[Edit]:
    """Respell a template's tags, directives, events and module tags as the target writes them."""
    described = file.described
    if described is None or file.source is None or not isinstance(described.tree, Markup):
        return
    reader = facts.project.reader_of(file.path)
    if file.dialect == pack.dialect and not any(each.has_own_words(_RENAMED) for each in (reader, pack)):
        return
    # A project printed in its own dialect spells no template anew.
    from miniport.transform.markup_spelling import Words, markup_edits

    custom = facts.custom_tags.get(file.path, frozenset())
    words = {
        use.span.start: pack.native(use.kind, use.name, use.owner)
        for use in described.uses
        if use.kind in _RENAMED and use.written not in custom and use.owner not in custom
    }
    dialects = file.dialect, pack.dialect
    yield from markup_edits(described.tree, file.source.text, dialects, Words(words, custom))
