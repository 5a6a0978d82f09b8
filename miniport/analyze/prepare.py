"""What becomes of a text before it is parsed: one place for every step, in order, for every kind of file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from miniport.diagnostics import Finding
from miniport.dialect import FileKind
from miniport.edit import Rewritten
from miniport.source import Source


@dataclass(frozen=True)
class Writing:
    """How a text is written: the `kind` of its file, and the `suffix` of the file on disk."""

    kind: FileKind
    suffix: str


@dataclass(frozen=True)
class Step:
    """What one step made of a text; the spans of `findings` are of the text before it."""

    result: Rewritten
    findings: tuple[Finding, ...] = ()


Prepare = Callable[[str, Writing], Step | None]

STEPS: tuple[Prepare, ...] = ()
"""Each gets the text that the one before it made, and returns None where it has nothing to say.

Same-length replacements keep every offset; others are led back by their Rewritten.
"""


def prepare(text: str, writing: Writing) -> tuple[Step, ...]:
    """Return what the steps make of a text; the text of the last one is what gets parsed."""
    done = []
    for step in STEPS:
        made = step(text, writing)
        if made is not None:
            done.append(made)
            text = made.result.text
    return tuple(done)


@dataclass(frozen=True)
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
