"""Replacements in a text, applied at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from miniport.source import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text of `span` by `new`; `reason` names the transform, for reports."""

    span: Span
    new: str
    reason: str = ""


class EditConflict(Exception):  # noqa: N818 - it names what was found
    """Two edits claim the same text: a bug in miniport, never the user's."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with every edit made.

    The order of the edits does not matter, except that insertions at one offset keep theirs.
    Raises EditConflict where two edits overlap.
    """
    # Callers yield in walk order, not text order.
    ordered = sorted(edits, key=lambda edit: edit.span)
    pieces, at = [], 0
    for edit in ordered:
        if edit.span.start < at:
            raise EditConflict(f"{edit.reason} at {edit.span.start} overlaps an edit that ends at {at}")
        pieces.append(text[at : edit.span.start])
        pieces.append(edit.new)
        at = edit.span.end
    pieces.append(text[at:])
    return "".join(pieces)
