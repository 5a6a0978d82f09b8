"""TypeScript erased: what is left is the program that TypeScript means."""

import json
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from miniport.edit import apply
from miniport.syntax.types import erase


class Sample(NamedTuple):
    """One program twice: in TypeScript, and as the JavaScript it means."""

    name: str
    typed: str
    plain: str


def samples() -> list[Sample]:
    """Return the samples of types_samples.txt."""
    found = []
    for part in Path(__file__).with_name("types_samples.txt").read_text("utf-8").split("=== ")[1:]:
        name, _, rest = part.partition("\n")
        typed, _, plain = rest.partition("---\n")
        found.append(Sample(name, typed, plain))
    return found


SAMPLES = samples()


@pytest.mark.node
def test_what_is_left_is_the_same_program(root: Path, node: str):
    # esbuild prints both alike, so only the programs are compared.
    made = [apply(sample.typed, erase(sample.typed).edits) for sample in SAMPLES]
    printed = esbuild([*made, *(sample.plain for sample in SAMPLES)], root, node)
    for at, sample in enumerate(SAMPLES):
        assert printed[at] == printed[at + len(SAMPLES)], sample.name


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_nothing_is_found_and_every_line_stays_where_it_was(sample: Sample):
    erasure = erase(sample.typed)
    assert erasure.findings == ()
    if sample.name != "async keeps its line":
        assert apply(sample.typed, erasure.edits).count("\n") == sample.typed.count("\n")


def esbuild(texts: list[str], root: Path, node: str) -> list[str]:
    """Return JavaScript texts as esbuild prints them."""
    script = root / "tests" / "syntax" / "printed.mjs"
    told = json.dumps(texts)
    result = subprocess.run([node, script], input=told, capture_output=True, text=True, check=True)
    return json.loads(result.stdout)
