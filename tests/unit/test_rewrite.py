"""Texts rewritten before they are parsed: every place leads back to what stands in the file."""

from hypothesis import assume, given
from hypothesis import strategies as st

from miniport.diagnostics import Place
from miniport.edit import Edit, rewrite
from miniport.posix import PurePosixPath
from miniport.source import Source, Span


@st.composite
def text_and_edits(draw: st.DrawFn):
    """Return a text and edits in it that do not overlap."""
    text = draw(st.text("ab\n茶🧋", max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Edit(Span(start, end), draw(st.text("XY\n🧋", max_size=4))) for start, end in pairs]


@given(text_and_edits())
def test_what_was_kept_leads_back_to_itself(case):
    text, edits = case
    made = rewrite(text, edits)
    # Edits that come to the same text leave nothing to lead back from.
    assume(made.text != text)
    source = Source(PurePosixPath("a.js"), text).rewritten(made.text, made.origins)
    shift, at = 0, 0
    for edit in (*edits, Edit(Span(len(text), len(text)), "")):
        for offset in range(at, edit.span.start):
            assert source.origin(offset + shift)[1] == offset
        for offset in range(len(edit.new)):
            assert edit.span.start <= source.origin(edit.span.start + shift + offset)[1] <= edit.span.end
        at = edit.span.end
        shift += len(edit.new) - (edit.span.end - edit.span.start)


@given(text_and_edits(), st.data())
def test_a_text_rewritten_twice_leads_back_over_both(case, data):
    text, edits = case
    once = rewrite(text, edits)
    middle = Source(PurePosixPath("a.js"), text).rewritten(once.text, once.origins)
    twice = rewrite(once.text, [Edit(Span(0, 0), "new\n")])
    source = middle.rewritten(twice.text, twice.origins)
    offset = data.draw(st.integers(0, len(once.text)))
    assert source.origin(offset + 4) == middle.origin(offset)
    assert source.position(offset + 4) == middle.position(offset)


def test_a_place_shows_the_line_of_the_file():
    text = "enum A { 一 }\nmy.alert(x)\n"
    made = rewrite(text, [Edit(Span(0, 12), "var A;\nA.B = 1;\n")])
    source = Source(PurePosixPath("a.ts"), text).rewritten(made.text, made.origins)
    start = made.text.index("alert")
    place = Place.of(source, Span(start, start + 5))
    assert (place.line, place.column, place.end_column, place.frame) == (2, 4, 9, "my.alert(x)")


def test_replacements_of_the_same_length_need_no_map():
    made = rewrite("let a: b = 1", [Edit(Span(5, 8), "   ")])
    assert (made.text, made.origins) == ("let a    = 1", None)
