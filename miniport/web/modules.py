"""Scripts as the factories of the module registry: the browser's side of `import`, `require` and globals."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.edit import Edit, apply
from miniport.frozen import frozen
from miniport.source import Span
from miniport.syntax.linkage import (
    DefaultKind,
    ExportDeclaration,
    ExportDefault,
    ExportFrom,
    ExportNames,
    Import,
    Statement,
)
from miniport.syntax.module_form import Module
from miniport.syntax.requests import How, Request
from miniport.syntax.scope import Reference
from miniport.syntax.scope_query import Mark
from miniport.web.module_links import NOTHING_KNOWN, Others, Resolve, key, member, print_links, read_links
from miniport.web.module_names import WRAPPER, Fresh, Visible, wrapper_names
from miniport.web.writer import literal, plain

_REASON = "modules"


@frozen
class Factory:
    """A compiled module.

    `names`: what the registry hands in behind `require, module, exports`; the `parameters` after those are
    hidden names. `prologue`: one line. `edits`: what makes the source text the factory's body.
    """

    id: str
    parameters: tuple[str, ...]
    names: tuple[str, ...]
    prologue: str
    edits: tuple[Edit, ...]

    @property
    def head(self) -> str:
        """Return what stands before the body: one line, with its end."""
        names = ", ".join(literal(name) for name in self.names)
        parameters = ", ".join(self.parameters)
        return f"miniport.define({literal(self.id)}, [{names}], function ({parameters}) {{{self.prologue}\n"

    def printed(self, text: str) -> str:
        """Return the whole definition; the body's lines are the source's, one line further down."""
        return f"{self.head}{apply(text, self.edits)}{TAIL}"


TAIL = "\n});\n"


def compile_module(
    text: str,
    module: Module,
    id_: str,
    resolve: Resolve,
    visible: Visible,
    others: Others = NOTHING_KNOWN,
) -> Factory:
    """Return a script as a factory; `resolve` gives the id a request of the script means.

    A module that is not an ES module is made strict too, unless it does what only a loose one may.
    """
    return _Compiler(text, module, id_, resolve, visible, others).factory()


def json_module(id_: str, text: str) -> str:
    """Return the definition of a module that is the value of a JSON text."""
    # In JavaScript, unlike in JSON, this key would set the prototype; and nothing is no value in either.
    is_parsed = "__proto__" in text or not text.strip()
    value = f"JSON.parse({literal(text)})" if is_parsed else plain(text.strip())
    return (
        f"miniport.define({literal(id_)}, [], function (require, module) {{\nmodule.exports = {value}{TAIL}"
    )


class _Compiler:
    """What the parts of one compilation share."""

    def __init__(
        self,
        text: str,
        module: Module,
        id_: str,
        resolve: Resolve,
        visible: Visible,
        others: Others,
    ) -> None:
        self.text = text
        self.module = module
        self.id = id_
        self.resolve = resolve
        self.visible = visible.used(module.scopes)
        self.fresh = Fresh(text)
        self.require, self.module_name, self.exports = wrapper_names(module, self.fresh)
        self.links = read_links(module.statements, resolve, self.fresh, others)
        self.aliases: list[str] = []
        self.late: list[str] = []
        self.default = ""

    def factory(self) -> Factory:
        edits = tuple(self._edits())
        names = self.visible.supplied
        wrapper = (self.require, self.module_name, self.exports)
        known = tuple(map(self.visible.known_as, names))
        parameters = (*wrapper, *names, *self.visible.hidden)
        return Factory(self.id, parameters, known, " ".join(self._prologue()), edits)

    def _prologue(self) -> Iterator[str]:
        if self.module.is_strict or not self._is_loose():
            yield '"use strict";'
        yield from self.aliases
        getters = dict(self._getters())
        if self._is_marked():
            printed = ", ".join(f"{key(name)}: () => {getters[name]}" for name in sorted(getters))
            yield f"{self.require}.esm({self.exports}, {{{printed}}});"
        yield from self.late
        yield from print_links(self.links, self.require, self.exports, is_early=self._is_early())

    def _is_marked(self) -> bool:
        """Tell whether the module exports something, be it nothing, as `export {}` or `export *` do."""
        return any(not isinstance(statement, Import) for statement in self.module.statements)

    def _is_loose(self) -> bool:
        visible = self.visible
        known = {*WRAPPER, *visible.supplied, *visible.hidden, *visible.replaced}
        free = self.module.scopes.free
        return bool(self.module.scopes.loose) or any(
            reference.is_written for name in free.keys() - known for reference in free[name]
        )

    def _is_early(self) -> bool:
        """Tell whether a cycle may run something of this module before its imports are done."""
        top = self.module.scopes.top
        if self.links.passed_on or self.late:
            return True
        return any(
            entry.local in self.links.bindings
            or (entry.local in top and top[entry.local].mark is Mark.FUNCTION_NAME)
            for entry in self.module.exports
        )

    def _getters(self) -> Iterator[tuple[str, str]]:
        for statement in self.module.statements:
            if isinstance(statement, ExportDefault):
                yield "default", statement.name or self.default
            elif isinstance(statement, ExportNames | ExportDeclaration):
                for entry in statement.entries:
                    yield entry.name, self.links.bindings.get(entry.local, entry.local)
        yield from self.links.passed_on.items()

    def _edits(self) -> Iterator[Edit]:
        if self.module.hashbang is not None:
            yield Edit(Span(0, 2), "//", _REASON)
        for statement in self.module.statements:
            yield from self._statement(statement)
        yield from self._references()
        yield from self._replaced_globals()
        for request in self.module.requests:
            yield from self._request(request)
        for place in self.module.metas:
            yield Edit(place, "Object()", _REASON)
        for place in self.module.this:
            yield Edit(place, self.exports, _REASON)

    def _statement(self, statement: Statement) -> Iterator[Edit]:
        match statement:
            case Import() | ExportFrom() | ExportNames():
                # The statement before may rely on this one to end it.
                yield Edit(statement.span, f";{self._lines(statement.span)}", _REASON)
            case ExportDeclaration():
                yield Edit(statement.head, self._lines(statement.head), _REASON)
            case ExportDefault():
                yield from self._export_default(statement)

    def _export_default(self, statement: ExportDefault) -> Iterator[Edit]:
        lines = self._lines(statement.head)
        if statement.name:
            yield Edit(statement.head, lines, _REASON)
            return
        self.default = self.fresh.name("default")
        if statement.kind is DefaultKind.FUNCTION:
            yield Edit(statement.head, lines, _REASON)
            yield Edit(Span(statement.name_at, statement.name_at), f" {self.default}", _REASON)
            name = '"name", { value: "default", configurable: true }'
            self.late.append(f"Object.defineProperty({self.default}, {name});")
            return
        end = Span(statement.value.end, statement.value.end)
        is_nameless = statement.kind is DefaultKind.NAMELESS
        # A property's key is the name that a function without one gets.
        yield Edit(
            statement.head, f"const {self.default} ={' { default:' if is_nameless else ''}{lines}", _REASON
        )
        if is_nameless:
            yield Edit(end, " }.default;", _REASON)

    def _references(self) -> Iterator[Edit]:
        gone = [statement.span for statement in self.module.statements if isinstance(statement, ExportNames)]
        for local, expression in self.links.bindings.items():
            declaration = self.module.scopes.top.get(local)
            for reference in declaration.references if declaration is not None else ():
                if not any(place.start <= reference.start < place.end for place in gone):
                    yield Edit(reference.span, _read_of(local, expression, reference), _REASON)

    def _replaced_globals(self) -> Iterator[Edit]:
        for name in sorted(self.visible.replaced):
            for reference in self.module.scopes.free[name]:
                expression = member(f"{self._helper()}.scope", self.visible.known_as(name))
                yield Edit(reference.span, _read_of(name, expression, reference), _REASON)

    def _request(self, request: Request) -> Iterator[Edit]:
        if request.is_dynamic:
            start, end = request.span.start, request.span.end
            yield Edit(Span(start, start), f"{self._helper()}.from({literal(self.id)}, ", _REASON)
            yield Edit(Span(end, end), ")", _REASON)
        elif (id_ := self.resolve(request.request)) is not None:
            yield Edit(Span(request.span.start - 1, request.span.end + 1), literal(id_), _REASON)
        if request.how is not How.REQUIRE:
            yield Edit(request.callee, f"{self._helper()}.import", _REASON)

    def _helper(self) -> str:
        """Return a name by which `require` can be reached from every scope."""
        if self.require not in self.module.scopes.names:
            return self.require
        if not self.aliases:
            self.aliases.append(f"var {self.fresh.name('require')} = {self.require};")
        return self.aliases[0].split()[1]

    def _lines(self, place: Span) -> str:
        return "\n" * self.text.count("\n", place.start, place.end)


def _read_of(local: str, expression: str, reference: Reference) -> str:
    if reference.is_shorthand:
        return f"{local}: {expression}"
    if not reference.is_callee or "." not in expression and "[" not in expression:
        return expression
    # Called by itself, so that `this` is not the module; the line before may lack its semicolon.
    return f"{';' if reference.is_statement else ''}(0, {expression})"
