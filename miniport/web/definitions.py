"""Every module of app.js: scripts, script modules of templates, templates, imported JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from miniport.analyze.app import AppFacts, File
from miniport.analyze.level import fitted, level_of, unproved
from miniport.diagnostics import Diagnostic
from miniport.dialect import Dialect, FileKind
from miniport.edit import Edit, rewrite
from miniport.facts import Link
from miniport.field import replace
from miniport.frozen import frozen, mutable
from miniport.memo import FORGETFUL, Memo, present
from miniport.posix import PurePosixPath, by_names
from miniport.source import Source, Span
from miniport.syntax.decorator import left_decorators
from miniport.syntax.linkage import gives_default_alone
from miniport.syntax.markup_tree import Markup
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack
from miniport.web.bundle import template_definition
from miniport.web.include import circles, parts
from miniport.web.mark import led_back
from miniport.web.module_links import Others
from miniport.web.module_names import Visible, replaced_names
from miniport.web.modules import TAIL, compile_module, json_module
from miniport.web.render import Rendered, render
from miniport.web.restless import marked, restless_alone, restless_files
from miniport.web.template import Template, Templates, module_id
from miniport.web.worker import Threads, threads

if TYPE_CHECKING:
    from miniport.targets.index import Key

# What a script has besides its dialect's own names.
_GLOBALS = ("global", "globalThis")
# What a script module of a template has instead of constructors.
_OF_MODULES = ("getDate", "getRegExp")


@frozen
class Definitions:
    """Each module's definition in path order, and what was found while they were compiled.

    A definition made from a script leads back to what the user wrote, place by place. `of_workers` are those
    of modules that run in threads of their own; those that run only there are not among `parts`.
    """

    parts: tuple[Source, ...]
    of_workers: tuple[Source, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the text of each definition of the page."""
        return tuple(part.text for part in self.parts)


def definitions(
    facts: AppFacts, pack: TargetPack, memo: Memo = FORGETFUL, *, has_marks: bool = False
) -> Definitions:
    """Return every module of an app whose paths are relative to the web root.

    `has_marks`: some rule of its styles means elements without naming a class.
    """
    shape = (facts.graph,)
    drawn = _drawn(facts, pack, memo, has_marks=has_marks)
    apart = memo.of("threads", pack.name, shape, lambda: threads(facts))
    scripts = _Scripts(_replaced(facts, memo), level_of(facts.project, pack), pack, apart.beside)
    of_node = memo.of("of node", pack.name, shape, lambda: _of_node(facts))
    plains = {path: _plain(facts.files[path], facts) for path in of_node}
    default_alone = _default_alone(facts, memo)
    data = memo.of("data", pack.name, shape, lambda: _imported_data(facts))

    def define(path: PurePosixPath, file: File) -> _Defined | None:
        if file.source is None or file.described is None or isinstance(file.described.tree, Markup):
            return None
        if isinstance(file.described.tree, Script):
            others = Others(plains.get(path, frozenset()), default_alone)
            return scripts.definition(file, file.source, file.described.tree, others)
        text = json_module(module_id(path), file.source.text) if path in data else None
        return _Defined(Source(path, text)) if text is not None else None

    given = (plains, default_alone, scripts.replaced, scripts.level, pack.digest, data, apart)
    own = memo.each("defined", facts.files, define, given)
    order = memo.of(
        "module order", pack.name, shape, lambda: dict.fromkeys(sorted(facts.files, key=by_names))
    )
    defined = (own, drawn, apart, *shape)
    return memo.of(
        "definitions",
        pack.name,
        defined,
        lambda: _in_order({**order, **own, **drawn.defined}, drawn.diagnostics, apart, facts, pack),
    )


@frozen
class _Defined:
    """One definition, and what was found in it; `is_lowered`: some of its syntax was too new."""

    part: Source
    diagnostics: tuple[Diagnostic, ...] = ()
    is_lowered: bool = False


def _in_order(
    defined: Mapping[PurePosixPath, _Defined | None],
    in_templates: tuple[Diagnostic, ...],
    apart: Threads,
    facts: AppFacts,
    pack: TargetPack,
) -> Definitions:
    known = present(defined)
    found = [*in_templates, *(item for each in known.values() for item in each.diagnostics)]
    if any(each.is_lowered for each in known.values()):
        found.extend(filter(None, (unproved(facts.project, pack),)))
    return Definitions(
        tuple(each.part for path, each in known.items() if path not in apart.apart),
        tuple(each.part for path, each in known.items() if path in apart.beside),
        tuple(found),
    )


@frozen
class _Drawn:
    """The definitions of templates, and what was found in any template, also one that has none of its own."""

    defined: Mapping[PurePosixPath, _Defined]
    diagnostics: tuple[Diagnostic, ...]


def _drawn(facts: AppFacts, pack: TargetPack, memo: Memo, *, has_marks: bool) -> _Drawn:
    read = partial(_template, facts=facts, unread=pack.unread, has_marks=has_marks)
    shared = (facts.graph, pack.unread, has_marks)
    made = memo.each("template", facts.files, lambda _, file: read(file), shared)
    templates = _marked(memo.of("templates", pack.name, (made,), lambda: present(made)), facts, pack, memo)
    told = memo.each(
        "template source", facts.files, lambda _, file: file.source if _is_markup(file) else None
    )
    sources = memo.of("template sources", pack.name, (told,), lambda: present(told))
    only_parts = memo.of("parts", pack.name, (templates, facts.graph), lambda: parts(facts, templates))
    given = (templates, sources, only_parts)
    return memo.of("drawn", pack.name, given, lambda: _drawn_anew(templates, sources, only_parts, pack, memo))


def _marked(templates: Templates, facts: AppFacts, pack: TargetPack, memo: Memo) -> Templates:
    """Return templates that know what of them and their script modules is restless."""
    kept = memo.each("module", facts.files, lambda _, file: file if file.kind is FileKind.MODULE else None)
    scripts = memo.of("script modules", pack.name, (kept,), lambda: present(kept))
    alone = restless_alone(templates, scripts, memo)
    restless = memo.of(
        "restless", pack.name, (templates, scripts, alone), lambda: restless_files(templates, scripts, alone)
    )
    return memo.each(
        "marked templates", templates, lambda _, template: marked(template, restless), (restless,)
    )


def _drawn_anew(
    templates: Templates,
    sources: Mapping[PurePosixPath, Source],
    only_parts: frozenset[PurePosixPath],
    pack: TargetPack,
    memo: Memo,
) -> _Drawn:
    """Return what is drawn of the templates; what another one includes is looked up there."""
    defined: dict[PurePosixPath, _Defined] = {}
    found = list(circles(templates))
    for path, source in sources.items():
        if path in only_parts:
            continue
        draw = partial(_rendered, templates[path])
        rendered, text = memo.looked_up("rendered", path, (templates[path],), templates, draw)
        lead = partial(_led_back, path, rendered, text, source)
        defined[path] = _Defined(memo.looked_up("led back", path, (rendered, source), sources, lead))
        found.extend(rendered.findings)
    # Once each, though several templates may include the file that it stands in.
    once = {(path, finding.span, finding.rule.code): finding for path, finding in found}
    placed = (finding.placed(sources[path], pack.name) for (path, _, _), finding in once.items())
    return _Drawn(defined, tuple(placed))


def _rendered(template: Template, templates: Templates) -> tuple[Rendered, str]:
    rendered = render(template, templates)
    return rendered, template_definition(module_id(template.path), rendered.body)


def _led_back(
    path: PurePosixPath,
    rendered: Rendered,
    text: str,
    source: Source,
    others: Mapping[PurePosixPath, Source],
) -> Source:
    """Return a template's definition with the way back to it and to those that it includes."""
    spots = [replace(spot, start=spot.start + text.index("\n") + 1) for spot in rendered.spots]
    return led_back(text, spots, source, others) if spots else Source(path, text)


def _of_node(facts: AppFacts) -> frozenset[PurePosixPath]:
    """Return the files that a package writes in the manner of Node."""
    # Asked once, by the build that has no kept state.
    from miniport.project.manner import Manners

    manners = Manners(facts.project.files)
    return frozenset(path for path, file in facts.files.items() if manners.is_of_node(file.origin))


def _plain(file: File, facts: AppFacts) -> frozenset[str]:
    """Return the ids of scripts that a file asks for and that are no ES modules."""
    asked = {
        target: facts.files.get(target) for (link, _), target in file.resolved.items() if link is Link.SCRIPT
    }
    scripts = {path: each.described.tree for path, each in asked.items() if each and each.described}
    return frozenset(
        module_id(path)
        for path, script in scripts.items()
        if isinstance(script, Script) and not script.statements
    )


def _default_alone(facts: AppFacts, memo: Memo) -> frozenset[str]:
    """Return the ids of the scripts that export their default and nothing by name."""
    told = memo.each("default alone", facts.files, lambda _, file: _has_default_alone(file))
    found = (module_id(path) for path, is_alone in told.items() if is_alone)
    return memo.of("all default alone", "", (told,), lambda: frozenset(found))


def _has_default_alone(file: File) -> bool:
    # What a platform's compiler makes of script modules of templates is another matter.
    script = file.tree if file.kind is FileKind.SCRIPT else None
    return isinstance(script, Script) and gives_default_alone(script.statements)


def _is_markup(file: File) -> bool:
    return file.described is not None and isinstance(file.described.tree, Markup)


def _template(file: File, facts: AppFacts, unread: frozenset[Key], *, has_marks: bool) -> Template | None:
    if file.described is None or not isinstance(file.described.tree, Markup):
        return None
    reader = facts.project.reader_of(file.origin)
    custom = facts.custom_tags.get(file.path, frozenset())
    is_traced = facts.project.settings.source_maps != "none"
    return Template(
        file.path,
        file.described.tree,
        reader,
        file.resolved,
        custom,
        is_traced,
        has_marks,
        unread=unread,
    )


@mutable
class _Scripts:
    """What the scripts of one target share.

    `beside`: the scripts that may run in a worker.
    """

    replaced: frozenset[str]
    level: str
    pack: TargetPack
    beside: frozenset[PurePosixPath]

    def definition(self, file: File, source: Source, script: Script, others: Others) -> _Defined:
        """Return the definition of a script at the target's level, and what in it is too new."""
        link = Link.MODULE if file.kind is FileKind.MODULE else Link.SCRIPT

        def resolve(request: str) -> str | None:
            target = file.resolved.get((link, request))
            return None if target is None else module_id(target)

        visible = _visible(file, self.pack, self.replaced, in_worker=file.path in self.beside)
        factory = compile_module(script.text, script.module, module_id(file.path), resolve, visible, others)
        edits = (
            Edit(Span(0, 0), factory.head),
            *factory.edits,
            Edit(Span(len(script.text), len(script.text)), TAIL),
        )
        made = rewrite(script.text, edits)
        defined = source.rewritten(made.text, made.origins)
        lowered, too_new = fitted(defined, self.level, self.pack.name)
        unfit = (*script.late_findings, *left_decorators(script.text))
        late = (finding.placed(source, self.pack.name) for finding in unfit)
        return _Defined(lowered, (*too_new, *late), lowered is not defined or bool(too_new))


def _visible(file: File, pack: TargetPack, replaced: frozenset[str], *, in_worker: bool) -> Visible:
    if file.kind is FileKind.MODULE:
        return Visible(_OF_MODULES)
    known = pack.dialect.namespace
    names = (*_names(file.dialect), *([file.dialect.worker] if in_worker else []))
    aliases = {name: known for name in file.dialect.namespaces if name != known}
    return Visible(names, replaced=replaced, aliases=aliases)


def _replaced(facts: AppFacts, memo: Memo) -> frozenset[str]:
    """Return the names the runtime supplies that some script of the app assigns to."""
    found = memo.each("replaced", facts.files, lambda _, file: _replaced_in(file))
    return memo.of("all replaced", "", (found,), lambda: frozenset().union(*found.values()))


def _replaced_in(file: File) -> frozenset[str]:
    script = file.tree
    if file.kind is not FileKind.SCRIPT or not isinstance(script, Script):
        return frozenset()
    return frozenset(replaced_names(script.module.scopes, _names(file.dialect)))


def _names(dialect: Dialect) -> tuple[str, ...]:
    return (*dialect.namespaces, *dialect.registrations.values(), *dialect.globals, *_GLOBALS)


def _imported_data(facts: AppFacts) -> frozenset[PurePosixPath]:
    """Return the JSON files that a script asks for."""
    return frozenset(_targets(facts))


def _targets(facts: AppFacts) -> Iterator[PurePosixPath]:
    for file in facts.files.values():
        for (link, _), target in file.resolved.items():
            if link is Link.SCRIPT:
                yield target
