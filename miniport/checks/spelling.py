"""Tags and attributes in a case that the dialect does not read, and what a style attribute cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.mention import Mentions
from miniport.checks.scene import Scene
from miniport.diagnostics import Diagnostic, Finding
from miniport.facts import Kind, Use
from miniport.targets.pack import TargetPack


def spelling(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each such thing in the project's own templates."""
    for file in scene.own_files():
        mentions = file.described.mentions if file.described is not None else None
        if file.described is None or mentions is None:
            continue
        custom = frozenset(tag.lower() for tag in scene.facts.custom_tags.get(file.path, ()))
        reader = scene.facts.project.reader_of(file.path)
        found = [*_tags(mentions, custom, reader), *_attributes(file.described.uses, custom, reader)]
        if not scene.pack.language.has_important_inline:
            found += [rules.STYLE_IMPORTANT.at(span, target=scene.pack.name) for span in mentions.important]
        for finding in found:
            yield scene.placed(file, finding)


def _tags(mentions: Mentions, custom: frozenset[str], reader: TargetPack) -> Iterator[Finding]:
    if reader.language.has_upper_case_tags:
        return
    for element in mentions.cased:
        # Of any other nothing is known but that there is none.
        if element.tag in custom or reader.fact(Kind.COMPONENT, element.tag) is not None:
            yield rules.TAG_CASE.at(element.name_span, name=element.name, lower=element.tag)


def _attributes(uses: tuple[Use, ...], custom: frozenset[str], reader: TargetPack) -> Iterator[Finding]:
    for use in uses:
        if use.kind is not Kind.ATTRIBUTE or use.written == use.name or use.owner in custom:
            continue
        is_cased = use.written.lower() != use.written and "-" in use.name
        # What only a wildcard knows (the props of a slot) has any case.
        if is_cased and (Kind.ATTRIBUTE, use.owner, use.name) in reader.index:
            known = reader.native(Kind.ATTRIBUTE, use.name, use.owner)
            if known != use.written:
                arguments = {"name": use.written, "owner": use.owner, "known": known}
                yield rules.ATTRIBUTE_CASE.at(use.span, **arguments)
