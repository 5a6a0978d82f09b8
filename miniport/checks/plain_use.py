"""Uses of a template that need no telling, seen at one look: nearly all of them."""

from __future__ import annotations

from miniport.dialect import Dialect
from miniport.facts import Kind, Use
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Rename, Rewrite, Same, Shim

# Of these it is the verdict alone that says whether there is anything to tell.
_DRAWN = frozenset((Kind.COMPONENT, Kind.ATTRIBUTE, Kind.VALUE, Kind.EVENT, Kind.DIRECTIVE, Kind.EXPRESSION))
_HAD = (Same, Rename, Rewrite, Shim)


def is_plainly_had(use: Use, pack: TargetPack, dialect: Dialect | None) -> bool:
    """Tell whether a target has what a template uses, and the use is no slip of a directive.

    `dialect` is that of the template; a value of one of its booleans is to be looked at.
    """
    kind = use.kind
    if kind not in _DRAWN or not isinstance(pack.verdict(use), _HAD):
        return False
    if kind is Kind.ATTRIBUTE:
        return not may_be_directive(use.written or use.name)
    return kind is not Kind.VALUE or dialect is None or use.name.partition("=")[0] not in dialect.booleans


def may_be_directive(written: str) -> bool:
    """Tell whether an attribute may be meant for a directive of another dialect."""
    return ":" in written or "-" in written
