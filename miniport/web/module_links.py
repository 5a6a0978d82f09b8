"""The modules a compiled ES module is linked to: one variable each, and what its import bindings become."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from miniport.field import field
from miniport.frozen import frozen, mutable
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.syntax.linkage import ExportFrom, Import, Statement
from miniport.web.module_names import Fresh
from miniport.web.writer import literal

Resolve = Callable[[str], str | None]


@frozen
class Others:
    """What is known of the modules that one asks for, by their ids.

    `plain`: their default is all that they export, whatever they say of themselves. `default_alone`: ES
    modules that export their default and nothing by name; a name asked of them is one of that, as it is where
    a platform's compiler makes `module.exports` of such a default.
    """

    plain: frozenset[str] = frozenset()
    default_alone: frozenset[str] = frozenset()


NOTHING_KNOWN = Others()


_WORD = regex(r"[A-Za-z_$][\w$]*", re.ASCII)


def member(target: str, name: str) -> str:
    """Return the read of a property."""
    return f"{target}.{name}" if _WORD.fullmatch(name) else f"{target}[{literal(name)}]"


def key(name: str) -> str:
    """Return a name as the key of an object literal, where `__proto__` is a key like any other."""
    if name == "__proto__":
        return f"[{literal(name)}]"
    return name if _WORD.fullmatch(name) else literal(name)


@mutable
class Link:
    """One module asked for: `variable` holds it, or is empty where nothing of it is used.

    `whole` holds what it exports as one, where that is its default. `is_namespace`: its default or the whole
    of it is used, so CommonJS modules need their namespace made.
    """

    id: str
    variable: str = ""
    is_namespace: bool = False
    whole: str = ""
    is_star: bool = False


@mutable
class Links:
    """The modules asked for, in the order they run in, and the expression of each import binding."""

    by_id: dict[str, Link] = field(default_factory=dict)
    bindings: dict[str, str] = field(default_factory=dict)
    passed_on: dict[str, str] = field(default_factory=dict)


def read_links(statements: tuple[Statement, ...], resolve: Resolve, fresh: Fresh, others: Others) -> Links:
    """Return the links of a module; a request that means nothing stays as it is, to fail at run time."""
    links = Links()
    for statement in statements:
        if isinstance(statement, Import):
            link = _link(links, statement.request, resolve)
            for binding in statement.bindings:
                links.bindings[binding.local] = _read(link, binding.name, fresh, others)
        elif isinstance(statement, ExportFrom):
            link = _link(links, statement.request, resolve)
            for entry in statement.entries:
                if entry.name == "*":
                    link.is_star = True
                    _variable(link, fresh)
                else:
                    links.passed_on[entry.name] = _read(link, entry.local, fresh, others)
    return links


def _link(links: Links, request: str, resolve: Resolve) -> Link:
    id_ = resolve(request) or request
    return links.by_id.setdefault(id_, Link(id_))


def _read(link: Link, name: str, fresh: Fresh, others: Others) -> str:
    if name not in ("default", "*") and link.id in others.default_alone:
        return member(_read(link, "default", fresh, others), name)
    if name == "default" and link.id in others.plain:
        link.whole = link.whole or fresh.name("whole")
        return link.whole
    variable = _variable(link, fresh)
    link.is_namespace = link.is_namespace or name in ("default", "*")
    return variable if name == "*" else member(variable, name)


def _variable(link: Link, fresh: Fresh) -> str:
    if not link.variable:
        stem = re.sub(r"\W", "_", PurePosixPath(link.id).stem, flags=re.ASCII)
        link.variable = fresh.name(f"_{stem}" if not stem or stem[0].isdigit() else stem)
    return link.variable


def print_links(links: Links, require: str, exports: str, *, is_early: bool) -> Iterator[str]:
    """Yield the statements that run the modules in order.

    `is_early`: something of this module can be called before they are done, in a cycle; then each variable
    holds its module from the start.
    """
    used = [link for link in links.by_id.values() if link.variable]
    if is_early and used:
        yield f"var {', '.join(f'{link.variable} = {require}.link({literal(link.id)})' for link in used)};"
    for link in links.by_id.values():
        run = f"{require}.ns" if link.is_namespace else require
        call = f"{run}({literal(link.id)});"
        yield call if not link.variable else f"{'' if is_early else 'var '}{link.variable} = {call}"
        if link.whole:
            yield f"var {link.whole} = {require}({literal(link.id)});"
        if link.is_star:
            yield f"{require}.star({exports}, {link.variable});"
