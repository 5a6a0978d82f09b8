"""Where in a template a printer is: the names around, the depth, the files included so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from miniport.facts import Link
from miniport.field import field, replace
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.syntax.markup_tree import Element, walk
from miniport.web.mark import Traced
from miniport.web.template import Template, module_id
from miniport.web.writer import literal

_BINDING = regex(r"^\s*\{(.*)\}\s*$", re.DOTALL)


@frozen
class Place:
    """`template` is the file being printed; `modules` and `locals`: names that scripts, and loops, bind."""

    template: Template
    modules: Mapping[str, str]
    locals: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0
    files: frozenset[PurePosixPath] = frozenset()

    @property
    def names(self) -> Mapping[str, str]:
        """Return what a name may be instead of data: name -> JavaScript name."""
        found = {**self.modules, **self.locals}
        return Traced(found) if self.template.is_traced else found

    def binding(self, *names: str) -> Place:
        """Return the place inside a loop or slot that binds these names."""
        from miniport.web.expression import local

        return replace(self, locals={**self.locals, **{name: local(name) for name in names}})

    def deeper(self) -> Place:
        """Return the place one element further in."""
        # For every element: `replace` would take four times as long.
        return Place(self.template, self.modules, self.locals, self.depth + 1, self.files)

    @property
    def margin(self) -> str:
        """Return a line break with the indentation of this place; deep places share one."""
        return "\n" + "  " * min(self.depth + 2, 20)


@frozen
class Binding:
    """One script module of a template: `name` is bound to `member` of the module, "" for its default."""

    name: str
    member: str
    module: str


def bindings(template: Template) -> Iterator[Binding]:
    """Yield what a template's script module tags bind, in the order in which later ones win.

    A named binding wins over a default one of the same name wherever it stands.
    """
    tag = template.reader.dialect.module_tag
    named: list[Binding] = []
    for element in walk(template.markup):
        if element.tag != tag.tag:
            continue
        source, name = element.property(tag.source), element.property(tag.name)
        request = source.static if source else None
        path = template.resolved.get((Link.MODULE, request or ""))
        if path is None or name is None or name.static is None:
            continue
        if found := _BINDING.match(name.static):
            named.extend(_members(found.group(1), module_id(path)))
        else:
            yield Binding(name.static.strip(), "", module_id(path))
    yield from named


def _members(text: str, module: str) -> Iterator[Binding]:
    for part in text.split(","):
        member, _, alias = (piece.strip() for piece in part.partition(":"))
        if member:
            yield Binding(alias or member, member, module)


def attribute_text(element: Element, name: str) -> str | None:
    """Return the constant value of a property, None where there is none or it is computed."""
    attribute = element.property(name)
    return None if attribute is None else attribute.static


def binding_line(binding: Binding, name: str) -> str:
    """Return the declaration of one binding under a JavaScript name."""
    module = f"require({literal(binding.module)})"
    return (
        f"var {name} = "
        + (f"get({module}, {literal(binding.member)})" if binding.member else f"main({module})")
        + ";\n"
    )
