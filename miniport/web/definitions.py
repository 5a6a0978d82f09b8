"""Every module of app.js: scripts, script modules of templates, templates, imported JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from miniport.analyze.app import AppFacts, File
from miniport.analyze.level import fitted, level_of, unproved
from miniport.diagnostics import Diagnostic
from miniport.dialect import Dialect, FileKind
from miniport.edit import Edit, rewrite
from miniport.facts import Link
from miniport.source import Source, Span
from miniport.syntax.markup import Markup
from miniport.syntax.script import Script
from miniport.targets.pack import TargetPack
from miniport.web.bundle import template_definition
from miniport.web.mark import led_back
from miniport.web.module_names import Visible, replaced_names
from miniport.web.modules import TAIL, compile_module, json_module
from miniport.web.render import render
from miniport.web.template import Template, module_id

# What a script has besides its dialect's own names.
_GLOBALS = ("global", "globalThis")
# What a script module of a template has instead of constructors.
_OF_MODULES = ("getDate", "getRegExp")


@dataclass(frozen=True)
class Definitions:
    """Each module's definition in path order, and what was found while they were compiled.

    A definition made from a script leads back to what the user wrote, place by place.
    """

    parts: tuple[Source, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the text of each definition."""
        return tuple(part.text for part in self.parts)


def definitions(facts: AppFacts, pack: TargetPack) -> Definitions:
    """Return every module of an app whose paths are relative to the web root."""
    templates = {path: _template(file, facts) for path, file in facts.files.items() if _is_template(file)}
    data = _imported_data(facts)
    scripts = _Scripts(_replaced(facts), level_of(facts.project, pack), pack)
    others = {path: file.source for path in templates if (file := facts.files[path]).source is not None}
    parts: list[Source] = []
    found: list[Diagnostic] = []
    for path, file in sorted(facts.files.items()):
        source, id_ = file.source, module_id(path)
        if source is None or file.described is None:
            continue
        if path in templates:
            rendered = render(templates[path], templates)
            text = template_definition(id_, rendered.body)
            spots = [replace(spot, start=spot.start + text.index("\n") + 1) for spot in rendered.spots]
            parts.append(led_back(text, spots, source, others) if spots else Source(path, text))
            found.extend(finding.placed(source, pack.name) for finding in rendered.findings)
        elif isinstance(file.described.tree, Script):
            part, too_new = scripts.definition(file, source)
            parts.append(part)
            found.extend(too_new)
            found.extend(finding.placed(source, pack.name) for finding in file.described.tree.late_findings)
        elif path in data:
            parts.append(Source(path, json_module(id_, source.text)))
    note = unproved(facts.project, pack) if scripts.has_lowered else None
    return Definitions(tuple(parts), (*found, *([note] if note else [])))


def _is_template(file: File) -> bool:
    return file.described is not None and isinstance(file.described.tree, Markup)


def _template(file: File, facts: AppFacts) -> Template:
    assert file.described is not None and isinstance(file.described.tree, Markup)
    reader = facts.project.reader_of(file.origin)
    custom = facts.custom_tags.get(file.path, frozenset())
    is_traced = facts.project.settings.source_maps != "none"
    return Template(file.path, file.described.tree, reader, file.resolved, custom, is_traced)


@dataclass
class _Scripts:
    """What the scripts of one target share; `has_lowered`: some syntax was newer than `level`."""

    replaced: frozenset[str]
    level: str
    pack: TargetPack
    has_lowered: bool = False

    def definition(self, file: File, source: Source) -> tuple[Source, tuple[Diagnostic, ...]]:
        """Return the definition of a script at the target's level, and what in it is too new for that."""
        assert file.described is not None and isinstance(file.described.tree, Script)
        script = file.described.tree
        link = Link.MODULE if file.kind is FileKind.MODULE else Link.SCRIPT

        def resolve(request: str) -> str | None:
            target = file.resolved.get((link, request))
            return None if target is None else module_id(target)

        visible = _visible(file, self.pack, self.replaced)
        factory = compile_module(script.text, script.module, module_id(file.path), resolve, visible)
        edits = (
            Edit(Span(0, 0), factory.head),
            *factory.edits,
            Edit(Span(len(script.text), len(script.text)), TAIL),
        )
        made = rewrite(script.text, edits)
        defined = source.rewritten(made.text, made.origins)
        lowered, too_new = fitted(defined, self.level, self.pack.name)
        self.has_lowered = self.has_lowered or lowered is not defined or bool(too_new)
        return lowered, too_new


def _visible(file: File, pack: TargetPack, replaced: frozenset[str]) -> Visible:
    if file.kind is FileKind.MODULE:
        return Visible(_OF_MODULES)
    own, known = file.dialect.namespace, pack.dialect.namespace
    return Visible(_names(file.dialect), replaced=replaced, aliases={own: known} if own != known else {})


def _replaced(facts: AppFacts) -> frozenset[str]:
    """Return the names the runtime supplies that some script of the app assigns to."""
    return frozenset(
        name
        for file in facts.files.values()
        if file.kind is FileKind.SCRIPT
        and file.described is not None
        and isinstance(file.described.tree, Script)
        for name in replaced_names(file.described.tree.module.scopes, _names(file.dialect))
    )


def _names(dialect: Dialect) -> tuple[str, ...]:
    return (dialect.namespace, *dialect.registrations.values(), *dialect.globals, *_GLOBALS)


def _imported_data(facts: AppFacts) -> frozenset[PurePosixPath]:
    """Return the JSON files that a script asks for."""
    return frozenset(_targets(facts))


def _targets(facts: AppFacts) -> Iterator[PurePosixPath]:
    for file in facts.files.values():
        for (link, _), target in file.resolved.items():
            if link is Link.SCRIPT:
                yield target
