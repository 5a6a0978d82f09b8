"""What becomes of a text before it is parsed: one place for every step, in order, for every kind of file."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from miniport.diagnostics import Finding
from miniport.dialect import FileKind
from miniport.edit import Edit, Rewritten, rewrite
from miniport.field import field
from miniport.frozen import frozen, mutable
from miniport.project.switches import Switches
from miniport.project.written import LOOSE_JSON, TYPED
from miniport.source import Source
from miniport.syntax.conditional import has_conditions

if TYPE_CHECKING:
    from miniport.syntax.conditions import Comments


@frozen
class Writing:
    """How a text is written: the `kind` of its file, and the `suffix` of the file on disk."""

    kind: FileKind
    suffix: str


@frozen
class Step:
    """What one step made of a text; the spans of `findings` are of the text before it."""

    result: Rewritten
    findings: tuple[Finding, ...] = ()


Prepare = Callable[[str, Writing, Switches], Step | None]

_SCRIPTS = (FileKind.SCRIPT, FileKind.MODULE)


def resolved(text: str, writing: Writing, switches: Switches) -> Step | None:
    """Take out what the conditions of a text keep from a target."""
    # What a step is done with is loaded with the first text that needs the step: most need none.
    from miniport.syntax.conditions import resolve_conditions

    comments = _comments(writing)
    found = resolve_conditions(text, comments, switches.names)
    if not found.gaps and not found.findings:
        return None
    return Step(rewrite(text, [Edit(gap, "") for gap in found.gaps]), found.findings)


def strict(text: str, _: Writing, __: Switches) -> Step | None:
    """Write JSON5, or JSON with comments, as strict JSON."""
    from miniport.syntax.data_loose import strict_edits

    edits = strict_edits(text)
    return Step(rewrite(text, edits)) if edits else None


def untyped(text: str, _: Writing, __: Switches) -> Step | None:
    """Erase the types of a script or script module that is written in TypeScript."""
    from miniport.syntax.types import erase

    erasure = erase(text)
    return Step(rewrite(text, erasure.edits), erasure.findings)


def settled(text: str, _: Writing, switches: Switches) -> Step | None:
    """Put values for the constants of a script, and take out what can then never run."""
    from miniport.syntax.settled import settle

    edits = settle(text, switches.constants)
    return Step(rewrite(text, edits)) if edits else None


def _comments(writing: Writing) -> Comments:
    from miniport.syntax.conditions import Comments

    by_kind = {FileKind.TEMPLATE: Comments.MARKUP, FileKind.CONFIG: Comments.JSON}
    return by_kind.get(writing.kind, Comments.CODE)


def _told_names(text: str, writing: Writing, switches: Switches) -> Hashable:
    if not has_conditions(text):
        return None
    from miniport.syntax.conditions import asked

    values = ((name, repr(switches.names.get(name))) for name in asked(text, _comments(writing)))
    # A name that is not known is told with one that is like it.
    return switches.known, frozenset(values)


def _loose_suffix(_: str, writing: Writing, __: Switches) -> Hashable:
    return writing.suffix if writing.kind is FileKind.CONFIG and writing.suffix in LOOSE_JSON else None


def _typed_suffix(_: str, writing: Writing, __: Switches) -> Hashable:
    return writing.suffix if writing.suffix in TYPED and writing.kind in _SCRIPTS else None


def _told_constants(text: str, writing: Writing, switches: Switches) -> Hashable:
    if writing.kind not in _SCRIPTS:
        return None
    from miniport.syntax.constant import mentioned

    found = mentioned(text, switches.constants)
    # As text: 1 and true are equal, and not the same to write.
    return repr(found) if found else None


STEPS: tuple[tuple[Prepare, Callable[[str, Writing, Switches], Hashable]], ...] = (
    (resolved, _told_names),
    (strict, _loose_suffix),
    (untyped, _typed_suffix),
    (settled, _told_constants),
)
"""Each step, and what it depends on besides a text and its kind: None where it has nothing to say.

Each gets the text that the one before it made. Same-length replacements keep every offset; others are led
back by their Rewritten.
"""


@mutable
class Steps:
    """What was made of texts so far: each step of a text is done once for all targets that tell the same."""

    known: dict[tuple[Prepare, FileKind, str, Hashable], Step | None] = field(default_factory=dict)

    def __getstate__(self) -> dict[str, object]:
        """Return nothing of what is known: it is worth less than its way into another process."""
        return {"known": {}}

    def of(self, text: str, writing: Writing, switches: Switches) -> tuple[Step, ...]:
        """Return what the steps make of a text; the text of the last one is what gets parsed."""
        done = []
        for step, told_by in STEPS:
            told = told_by(text, writing, switches)
            if told is None:
                continue
            key = (step, writing.kind, text, told)
            if key not in self.known:
                self.known[key] = step(text, writing, switches)
            made = self.known[key]
            if made is not None:
                done.append(made)
                text = made.result.text
        return tuple(done)


@frozen
class Prepared:
    """A source ready to be parsed, and what was found on the way, each with the source it was found in."""

    source: Source
    findings: tuple[tuple[Source, tuple[Finding, ...]], ...] = ()


def prepared(source: Source, steps: tuple[Step, ...]) -> Prepared:
    """Return a source with its steps done."""
    found = []
    for step in steps:
        found.append((source, step.findings))
        source = source.rewritten(step.result.text, step.result.origins)
    return Prepared(source, tuple(found))
