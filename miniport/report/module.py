"""The module that a project supplies for what a platform has not, to start from."""

from __future__ import annotations

from collections.abc import Iterator
from string import Template

from miniport.facts import Kind
from miniport.frozen import frozen
from miniport.resources import template_text
from miniport.targets.pack import bundled, bundled_pack
from miniport.targets.target_pack import TargetPack
from miniport.targets.verdict import Adapter

_MODULE = "explain/adapter.js"


@frozen(slots=True)
class Module:
    """A module for a capability, and the APIs that lead to it as sources write them; none where it is new."""

    capability: str
    apis: tuple[str, ...]
    text: str

    @property
    def path(self) -> str:
        """Return where it may stand, as a path from miniport.yaml."""
        return f"adapters/{self.capability}.js"


def module_for(thing: str, *, is_supplied: bool = False) -> Module | None:
    """Return the module for a capability or for an API that needs one.

    `is_supplied`: the project names the thing among its capabilities, so any name is one.
    """
    for pack in bundled().values():
        if not pack.is_target:
            continue
        name = thing.removeprefix(f"{pack.dialect.namespace}.")
        verdict = pack.verdict_of(Kind.API, pack.neutral(Kind.API, name))
        capability = verdict.capability if isinstance(verdict, Adapter) else thing
        apis = tuple(_leading(pack, capability))
        if apis:
            return Module(capability, _spelled(pack, apis), _text(pack, name if name in apis else "", apis))
    if not is_supplied:
        return None
    pack = next(pack for pack in bundled().values() if pack.is_default)
    return Module(thing, (), _text(pack, thing, ()))


def _leading(pack: TargetPack, capability: str) -> Iterator[str]:
    """Yield the APIs that need a capability on a target."""
    for kind, owner, name in pack.index:
        verdict = pack.verdict_of(kind, name, owner) if kind is Kind.API else None
        if isinstance(verdict, Adapter) and verdict.capability == capability:
            yield name


def _spelled(pack: TargetPack, apis: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{pack.dialect.namespace}.{name}" for name in apis)


def _text(pack: TargetPack, name: str, apis: tuple[str, ...]) -> str:
    """Return its text; the answer is that of the API in question, else what all of them answer alike."""
    answers = {_answer(pack, each) for each in ((name,) if name else apis)}
    members = answers.pop() if len(answers) == 1 else ()
    given = ", ".join(f"{member}: data.{member}" for member in members)
    return Template(template_text(_MODULE)).substitute(
        namespace=pack.dialect.namespace, result=f"{{ {given} }}" if given else "data"
    )


def _answer(pack: TargetPack, name: str) -> tuple[str, ...]:
    """Return the members of what an API answers on the platform whose dialect it is."""
    fact = bundled_pack(pack.dialect.name).fact(Kind.API, name)
    listed = fact[0].get("result") if fact is not None and fact[0] else None
    return tuple(str(member).rstrip("!") for member in listed) if isinstance(listed, list | tuple) else ()
