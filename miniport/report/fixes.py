"""What cures make of files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from miniport.diagnostics import Cure, Diagnostic
from miniport.edit import Edit, apply
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.source import Source

_OTHERS = frozenset(("node_modules", "miniprogram_npm", ".."))
"""Below these stands what others wrote, or what is not the project's."""


@frozen(slots=True)
class Mended:
    """A file with the cures of some findings made: `count` of them."""

    source: Source
    text: str
    count: int


def is_mendable(found: Diagnostic) -> bool:
    """Tell whether a finding may be mended unread: its file is the project's own, its meaning stays."""
    return found.cure is not None and found.cure.is_safe and not _OTHERS & set(found.place.path.parts)


def safe_cures(found: Iterable[Diagnostic]) -> Mapping[PurePosixPath, tuple[Cure, ...]]:
    """Return the cures that may be made unread, each once, by the file they belong to."""
    cures: dict[PurePosixPath, dict[Cure, None]] = {}
    for each in found:
        if each.cure is not None and is_mendable(each):
            cures.setdefault(each.place.path, {})[each.cure] = None
    return {path: tuple(of) for path, of in cures.items()}


def mended(source: Source, cures: Iterable[Cure]) -> Mended:
    """Return a file with those cures made that do not touch each other; the others wait for the next turn.

    Of insertions at one offset only the first is made, since their order would be a guess.
    """
    taken: list[Edit] = []
    count = 0
    for cure in cures:
        edits = [change.edit for change in cure.changes]
        if not any(_touch(edit, other) for edit in edits for other in taken):
            taken += edits
            count += 1
    return Mended(source, apply(source.text, taken), count)


def _touch(one: Edit, other: Edit) -> bool:
    (start, end), (other_start, other_end) = one.span, other.span
    return start == other_start or (start < other_end and other_start < end)


def difference(path: PurePosixPath, before: str, after: str) -> str:
    """Return a unified diff of a file, as `git apply` takes it."""
    # Imported here: most reports mend nothing.
    import difflib

    lines = difflib.unified_diff(
        before.splitlines(keepends=True),
        after.splitlines(keepends=True),
        f"a/{path}",
        f"b/{path}",
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
