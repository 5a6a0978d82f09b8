"""Replacements in a text, applied at once, and the way back from what they make."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from miniport.frozen import frozen
from miniport.source import Origins, Span, Way


@frozen(slots=True)
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


@frozen(slots=True)
class Rewritten:
    """A text made from another one by edits; `origins` leads back, None where all offsets are the same."""

    text: str
    origins: Way | None = None


def rewrite(text: str, edits: Iterable[Edit]) -> Rewritten:
    """Return the text with every edit made, and the way back.

    Raises EditConflict where two edits overlap.
    """
    ordered = sorted(edits, key=lambda edit: edit.span)
    new = apply(text, ordered)
    kept = [_keeps_places(edit, text) for edit in ordered]
    if all(kept):
        return Rewritten(new)
    rows = [(0, 0, 0)]
    at, shift = 0, 0
    for edit, is_kept in zip(ordered, kept, strict=True):
        start, end = edit.span
        rows.append((at + shift, at, start - at))
        rows.append((start + shift, start, end - start if is_kept else 0))
        at = end
        shift += len(edit.new) - (end - start)
    rows.append((at + shift, at, len(text) - at))
    return Rewritten(new, Origins(*zip(*rows, strict=True)))


def _keeps_places(edit: Edit, text: str) -> bool:
    """Tell whether what an edit leaves stands where it stood: blanks for something, or the same again."""
    start, end = edit.span
    return len(edit.new) == end - start and (edit.new.isspace() or edit.new == text[start:end])


@frozen
class Smaller:
    """What makes texts small for a release, with the way back."""

    script: Callable[[str], Rewritten]
    module: Callable[[str], Rewritten]
    style: Callable[[str], Rewritten]
