"""Edits: their order does not matter, what is outside of them stays, and they never overlap."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniport.edit import Edit, EditConflict, apply
from miniport.source import Span

words = st.text(st.sampled_from(list("ab文😀\n")), max_size=3)


@st.composite
def text_and_edits(draw: st.DrawFn) -> tuple[str, list[Edit], str]:
    """Return a text, edits of it, and what they make of it, put together piece by piece."""
    pieces = draw(st.lists(st.tuples(words, words, words), max_size=8))
    text, edits, expected = "", [], ""
    for kept, old, new in pieces:
        text += kept
        expected += kept
        # Two insertions at one place keep the order they come in.
        if not (edits and edits[-1].span.end == len(text)):
            edits.append(Edit(Span(len(text), len(text) + len(old)), new))
            expected += new
        else:
            expected += old
        text += old
    return text, edits, expected


@given(text_and_edits(), st.integers())
def test_edits_in_any_order_give_the_same_text(case: tuple[str, list[Edit], str], seed: int):
    text, edits, expected = case
    mixed = random.Random(seed).sample(edits, len(edits))
    assert apply(text, mixed) == apply(text, edits) == expected


def test_edits_that_overlap_are_our_mistake():
    with pytest.raises(EditConflict):
        apply("abcd", [Edit(Span(0, 3), "x", "one"), Edit(Span(2, 4), "y", "two")])
