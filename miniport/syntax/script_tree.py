"""What a script links to, uses of the platform, registers and mentions."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from miniport.diagnostics import Finding
from miniport.field import field
from miniport.frozen import frozen
from miniport.source import Span

if TYPE_CHECKING:
    from miniport.syntax.host import ApiUse
    from miniport.syntax.linkage import Exported, ExportFrom, Import, Statement
    from miniport.syntax.module_form import Form, Module
    from miniport.syntax.options import Word
    from miniport.syntax.paths import PathText
    from miniport.syntax.registration import Registration
    from miniport.syntax.requests import Request
    from miniport.syntax.tree import Language

ROOT = "_root"
"""Where a script that is just parsed keeps the parser's tree, for who asks for its module."""


@frozen
class Script:
    """One script, described. All parts are in text order.

    `statements`: import and export declarations. `requests`: `require(…)` and `import(…)`.
    `uses`: what is used of the platform's API object; `asked`: the words canIUse is called with.
    `paths`: strings that look like an asset's path. `findings`: what is wrong, as far as describing had to
    look; `late_findings` has the rest.
    """

    text: str = field(repr=False)
    language: Language
    form: Form
    statements: tuple[Statement, ...] = ()
    requests: tuple[Request, ...] = ()
    uses: tuple[ApiUse, ...] = ()
    asked: tuple[Word, ...] = ()
    registrations: tuple[Registration, ...] = ()
    paths: tuple[PathText, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __getstate__(self) -> dict[str, object]:
        """Return what outlives the process: the parser's tree does not."""
        return {name: value for name, value in vars(self).items() if name != ROOT}

    @property
    def imports(self) -> tuple[Import, ...]:
        """Return the import declarations."""
        from miniport.syntax.linkage import Import

        return tuple(statement for statement in self.statements if isinstance(statement, Import))

    @property
    def passed_on(self) -> tuple[ExportFrom, ...]:
        """Return the `export … from` declarations."""
        from miniport.syntax.linkage import ExportFrom

        return tuple(statement for statement in self.statements if isinstance(statement, ExportFrom))

    @property
    def exports(self) -> tuple[Exported, ...]:
        """Return every export that has a name."""
        return self.module.exports

    @cached_property
    def module(self) -> Module:
        """Return the script read as a module, with all its scopes; made when first asked for."""
        from miniport.syntax.module import Outline, read_module

        root = vars(self).pop(ROOT, None)
        outline = Outline(self.statements, self.findings) if root is not None else None
        return read_module(self.text, root, self.language, outline).kept()

    @property
    def free(self) -> Mapping[str, tuple[Span, ...]]:
        """Return the names that are declared nowhere, and where they stand."""
        free = self.module.scopes.free
        return {name: tuple(reference.span for reference in references) for name, references in free.items()}

    @property
    def late_findings(self) -> tuple[Finding, ...]:
        """Return what is wrong beyond `findings`; it may cost a parse."""
        told = {_key(finding) for finding in self.findings}
        return tuple(finding for finding in self.module.findings if _key(finding) not in told)


def _key(finding: Finding) -> Hashable:
    return finding.rule.code, finding.span, *finding.arguments.items()
