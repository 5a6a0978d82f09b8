"""What a platform does with one use: the closed union of verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from miniport.frozen import frozen


@frozen(slots=True)
class Same:
    """The platform has it under the neutral name, with the same meaning."""


@frozen(slots=True)
class Rename:
    """The platform has it under another name."""

    to: str


@frozen(slots=True)
class Rewrite:
    """A named rewrite of the core turns it into what the platform has."""

    rule: str


@frozen(slots=True)
class Shim:
    """A piece of our runtime does it."""

    piece: str


@frozen(slots=True)
class Bridge:
    """The host does it, under the name `member`; `is_proved` where somebody has seen it answer.

    `piece` is the part of our runtime that calls the host, and answers where the host cannot.
    """

    member: str
    is_proved: bool
    piece: str = ""


@frozen(slots=True)
class Adapter:
    """It differs in kind: a module of the project supplies it, called by `piece` of our runtime."""

    capability: str
    piece: str = ""


@frozen(slots=True)
class Differs:
    """The platform has it, but not quite. `is_box`: shown as a plain box around its children."""

    note_en: str
    note_zh: str
    piece: str = ""
    is_box: bool = False


@frozen(slots=True)
class Unsupported:
    """The platform is known not to have it; `instead` names what to use, or is ""."""

    instead: str = ""


@frozen(slots=True)
class Unknown:
    """No table tells."""


Verdict = Same | Rename | Rewrite | Shim | Bridge | Adapter | Differs | Unsupported | Unknown


@frozen(slots=True)
class Terms:
    """What the rows of a pack share: the note on plain boxes, the members of the host that are proved."""

    box_en: str = ""
    box_zh: str = ""
    proved: frozenset[str] = frozenset()


SAME, UNKNOWN = Same(), Unknown()

VERDICT_KEYS = ("rename", "rewrite", "bridge", "adapter", "differs", "box", "unsupported", "piece")
"""The keys of a row that carry a verdict, in the order in which they are asked."""


def verdict_of(row: Mapping[str, object] | None, terms: Terms) -> Verdict:
    """Return the verdict of a row as it stands in a pack."""
    if not row:
        return SAME
    piece = str(row.get("piece", ""))
    for key in VERDICT_KEYS:
        value = row.get(key)
        if not value:
            continue
        match key:
            case "rename":
                return Rename(str(value))
            case "rewrite":
                return Rewrite(str(value))
            case "bridge":
                return Bridge(str(value), str(value) in terms.proved, piece)
            case "adapter":
                return Adapter(str(value), piece)
            case "differs":
                note = cast(Mapping[str, str], value)
                return Differs(note["en"], note["zh"], piece)
            case "box":
                return Differs(terms.box_en, terms.box_zh, piece, is_box=True)
            case "unsupported":
                return Unsupported("" if value is True else str(value))
            case _:
                return Shim(piece)
    return SAME
