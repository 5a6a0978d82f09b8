"""Uses of a template that need no telling, seen at one look: nearly all of them."""

from __future__ import annotations

from miniport.facts import Kind, Use
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Rename, Rewrite, Same, Shim

# Of these it is the verdict alone that says whether there is anything to tell.
_DRAWN = frozenset((Kind.COMPONENT, Kind.ATTRIBUTE, Kind.EVENT, Kind.DIRECTIVE, Kind.EXPRESSION))
_HAD = (Same, Rename, Rewrite, Shim)


def is_plainly_had(use: Use, pack: TargetPack) -> bool:
    """Tell whether a target has what a template uses, and the use is no slip of a directive."""
    if use.kind not in _DRAWN or not isinstance(pack.verdict(use), _HAD):
        return False
    return use.kind is not Kind.ATTRIBUTE or not may_be_directive(use.written or use.name)


def may_be_directive(written: str) -> bool:
    """Tell whether an attribute may be meant for a directive of another dialect."""
    return ":" in written or "-" in written
