"""Facts that a project lays over a pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from miniport import rules
from miniport.diagnostics import Finding
from miniport.source import Span
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import (
    Adapter,
    Bridge,
    Differs,
    Rename,
    Rewrite,
    Same,
    Shim,
    Unknown,
    Unsupported,
    Verdict,
)


def overridden(pack: TargetPack, at: str) -> Iterator[Finding]:
    """Yield a note for each fact of the project, from the facts file named `at`, that the pack was given."""
    for override in pack.overrides:
        if override.at == at:
            kind, owner, name = override.key
            fact = " ".join(word for word in (kind.value, owner, name) if word)
            before, after = _said(override.before), _said(override.after)
            yield rules.PACK_OVERRIDDEN.at(
                Span(*override.span), target=pack.name, fact=fact, before=before, after=after
            )


def _said(verdict: Verdict) -> str:
    """Return a verdict in the words of a pack."""
    match verdict:
        case Rename(to=text) | Rewrite(rule=text) | Shim(piece=text) | Bridge(member=text):
            pass
        case Adapter(capability=text) | Unsupported(instead=text) | Differs(note_en=text):
            pass
        case Same() | Unknown():
            text = ""
        case _:
            assert_never(verdict)
    return f"{type(verdict).__name__.lower()} {text}".rstrip()
