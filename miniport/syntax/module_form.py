"""A script read as a module: what it links to, its scopes, and what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from miniport.diagnostics import Finding
from miniport.enumeration import StrEnum
from miniport.field import replace
from miniport.frozen import frozen
from miniport.source import Span

if TYPE_CHECKING:
    from miniport.syntax.linkage import Exported, Statement
    from miniport.syntax.requests import Request
    from miniport.syntax.scope import Scopes


class Form(StrEnum):
    """How a script shares what it has."""

    ESM = "esm"
    COMMONJS = "commonjs"
    NONE = "none"


@frozen
class Module:
    """A script read as a module.

    `statements`: its import and export declarations; `requests`: what it asks for in expressions.
    `metas`: each `import.meta`. `hashbang`: the first line, where it starts with `#!`.
    `is_strict`: the script says so itself, or is an ES module.
    """

    form: Form
    statements: tuple[Statement, ...]
    requests: tuple[Request, ...]
    scopes: Scopes
    metas: tuple[Span, ...]
    this: tuple[Span, ...]
    hashbang: Span | None
    is_strict: bool
    findings: tuple[Finding, ...] = ()

    def kept(self) -> Module:
        """Return the part that is worth keeping when the tree is gone."""
        return replace(self, scopes=self.scopes.kept())

    @property
    def exports(self) -> tuple[Exported, ...]:
        """Return every export that has a name, in text order."""
        from miniport.syntax.linkage import ExportDefault, Exported, Import

        found: list[Exported] = []
        for statement in self.statements:
            if isinstance(statement, ExportDefault):
                found.append(Exported("default", statement.name, statement.head))
            elif not isinstance(statement, Import):
                found += [entry for entry in statement.entries if entry.name != "*"]
        return tuple(found)
