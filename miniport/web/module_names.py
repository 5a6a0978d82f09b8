"""The names a compiled module gets from the registry, and those that are hidden from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from miniport.field import field
from miniport.frozen import frozen
from miniport.syntax.module_form import Form, Module
from miniport.syntax.scope import Declaration, Scopes
from miniport.syntax.scope_query import Mark

# What a mini-program never sees, though our runtime stands on it.
HIDDEN = ("window", "document", "location", "self", "XMLHttpRequest", "fetch", "AlipayJSBridge")


@frozen
class Visible:
    """The free names of a module that count.

    `supplied` have a value in the registry, `hidden` are undefined; a name in neither is a global of the
    browser, as `Math`. `replaced`: the supplied names that some module of the app assigns to (see
    `replaced_names`); they are looked up at each mention. `aliases`: a supplied name -> what the registry
    calls it, where the module's dialect has another word for it.
    """

    supplied: tuple[str, ...] = ()
    hidden: tuple[str, ...] = HIDDEN
    replaced: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)

    def known_as(self, name: str) -> str:
        """Return what the registry calls a supplied name."""
        return self.aliases.get(name, name)

    def used(self, scopes: Scopes) -> Visible:
        """Return the same with only the names that a module mentions."""
        mentioned = tuple(name for name in self.supplied if name in scopes.free)
        replaced = (self.replaced | replaced_names(scopes, mentioned)) & frozenset(mentioned)
        return Visible(
            tuple(name for name in mentioned if name not in replaced),
            tuple(name for name in self.hidden if name in scopes.free and name not in self.supplied),
            replaced,
            self.aliases,
        )


def replaced_names(scopes: Scopes, supplied: Iterable[str]) -> frozenset[str]:
    """Return the supplied names that a module assigns to, as in `Page = wrap(Page)`."""
    return frozenset(
        name for name in supplied if any(reference.is_written for reference in scopes.free.get(name, ()))
    )


WRAPPER = ("require", "module", "exports")


def wrapper_names(module: Module, fresh: Fresh) -> tuple[str, ...]:
    """Return what the factory calls `require`, `module` and `exports`.

    A name the module declares for itself is taken, except by a `var` or function of a CommonJS module, which
    shares the name with the wrapper there too.
    """
    top = module.scopes.top
    return tuple(fresh.name(name) if _is_taken(top.get(name), module.form) else name for name in WRAPPER)


def _is_taken(declaration: Declaration | None, form: Form) -> bool:
    if declaration is None or declaration.mark is Mark.IMPORT:
        return False
    return form is not Form.COMMONJS or declaration.is_lexical


class Fresh:
    """Makes names that a text does not hold."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._given: set[str] = set()

    def name(self, base: str) -> str:
        """Return a name like `base` that nothing in the text can mean."""
        number = 1
        while (name := f"{base}${number}") in self._text or name in self._given:
            number += 1
        self._given.add(name)
        return name
