"""An attribute that a platform lacks, and what its value means for that."""

from __future__ import annotations

from miniport.facts import Kind, Use
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Unsupported


def is_done_anyway(use: Use, following: Use | None, pack: TargetPack) -> bool:
    """Tell whether nothing is lost with an attribute that a platform lacks, or with its value.

    A value that the pack has for such an attribute is what the platform does without it. Any other value is
    not told of beside the attribute.
    """
    if use.kind is Kind.VALUE:
        attribute = use.name.partition("=")[0]
        return isinstance(pack.verdict_of(Kind.ATTRIBUTE, attribute, use.owner), Unsupported)
    return (
        use.kind is Kind.ATTRIBUTE
        and following is not None
        and following.kind is Kind.VALUE
        and following.name.startswith(f"{use.name}=")
        and pack.fact(Kind.VALUE, following.name, following.owner) is not None
        and not isinstance(pack.verdict(following), Unsupported)
        and isinstance(pack.verdict(use), Unsupported)
    )


def of_value(use: Use, following: Use | None, pack: TargetPack) -> Unsupported | None:
    """Return the verdict on a value for which a platform, which lacks the attribute, has another way."""
    is_value = following is not None and following.name.startswith(f"{use.name}=")
    if use.kind is not Kind.ATTRIBUTE or following is None or not is_value:
        return None
    verdict = pack.verdict(following) if isinstance(pack.verdict(use), Unsupported) else None
    return verdict if isinstance(verdict, Unsupported) and verdict.instead else None
