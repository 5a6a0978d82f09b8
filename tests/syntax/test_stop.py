"""A broken script has one finding, at the token where engines stop as well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniport.syntax import stop
from miniport.syntax.broken import syntax_findings
from miniport.syntax.tree import Language, parse

PAGE = "Page({\n  data: { a: 1 },\n  onLoad() { go(); },\n  send(b) { return [b, `${b}`]; },\n});\n"


def told(text, language=Language.JAVASCRIPT):
    """Return each finding as its code, the text from its place on, and what it says is missing or found."""
    found = syntax_findings(text, parse(text, language), language)
    return [(one.rule.code, text[one.span.start : one.span.end], one.arguments["found"]) for one in found]


# What Node says of each is the same token; of what is cut off it says the end of the text.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PAGE.replace("},\n  send", "}\n  send"), ("MP121", "send", ",")),
        (PAGE.replace("send(b) {", "send( {"), ("MP120", "[", "[")),
        (PAGE.replace("go()", "go("), ("MP121", ";", ")")),
        (PAGE.replace("a: 1", "a: 'x"), ("MP188", "'x },", "'")),
        (PAGE.replace("a: 1", "a: /x"), ("MP188", "/x },", "/")),
        (PAGE.replace("1 }", "1"), ("MP121", ")", "}")),
        (PAGE.replace("`]", "]"), ("MP188", "`${b}]; },", "`")),
        (PAGE.replace("return [b", "retrun b [b"), ("MP120", "b", "b")),
        (PAGE.replace("1", "1,,") + ")", ("MP120", ",", ",")),
        (PAGE + "const a = 1 const b = 2", ("MP120", "const", "const")),
        (PAGE + "const a = 1\n/* b", ("MP188", "/* b", "/*")),
        (PAGE + "/* c */ const a = { // b\n", ("MP188", "", "{")),
        (PAGE + "a = ", ("MP120", "", "\u2026")),
        ("/** a */\nconst b = '\u4f60\U0001f600' c\n" + PAGE, ("MP120", "c", "c")),
    ],
)
def test_a_broken_script_is_told_where_it_cannot_go_on(text, expected):
    assert told(text) == [expected]


def test_types_are_no_hindrance():
    text = "const a: Map<string, number[]> = b;\ntype C = { d: 1 };\nf(a!, { e: 1 f: 2 } as C);\n"
    assert told(text, Language.TYPESCRIPT) == [("MP121", "f", ",")]


# Engines end such a statement with its line; the grammar asks for a semicolon.
def test_a_line_end_that_the_grammar_does_not_take_for_an_end_hides_nothing():
    sound = "let a, b\n\n(() => {})()\n"
    assert told(sound) == []
    assert len(told(sound + "f(;\n")) == 1


@given(st.data())
def test_a_script_without_one_piece_has_one_finding_inside_of_it_at_most(data):
    start = data.draw(st.integers(0, len(PAGE)))
    text = (
        PAGE[:start]
        + data.draw(st.sampled_from(("", ",", "'", "`", "{", ")", "/*", "\u4f60")))
        + PAGE[start + 3 :]
    )
    found = list(syntax_findings(text, parse(text)))
    assert len(found) <= 1
    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in found)


def test_a_comment_without_an_end_is_heard_once(monkeypatch):
    """Each start of a comment in one that never ends was followed to the end of the text."""
    heard = 0

    class Counting(stop._Watch):
        def __call__(self, kind, said):
            nonlocal heard
            heard += 1
            super().__call__(kind, said)

    monkeypatch.setattr(stop, "_Watch", Counting)
    text = "<T>/*$<K" * 500 + ">/*x" * 500
    stop.find_stop(text, Language.TYPESCRIPT)
    assert heard < 20 * len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("f(, a)", ","),
        ("f(a, , b)", ","),
        ("x = { a, , b }", ","),
        ("function f(,a) {}", ","),
        ("const { a,, b } = c", ","),
        ("const a;", ";"),
    ],
)
def test_what_the_grammar_takes_and_no_engine_does(text, found):
    assert told(text) == [("MP120", found, found)]


@pytest.mark.parametrize(
    "text",
    [
        "x = [1, , 2]; [,] = x; var [, b] = c; f([, 1])",
        "f(a, ); ',,' + `(, a)` // (, a)",
        "for (const a of b) ; let c; /* const a; */ `const a;`",
    ],
)
def test_gaps_where_engines_take_them(text):
    assert told(text) == []


def test_a_constant_that_is_elsewhere_needs_no_value():
    assert told("declare const a;", Language.TYPESCRIPT) == []
