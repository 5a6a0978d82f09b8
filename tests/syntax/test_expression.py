"""Expressions: trees, forms, limits."""

from __future__ import annotations

import pytest
from hypothesis import example, given

from miniport import rules
from miniport.source import Span
from miniport.syntax.expression import (
    MAX_DEPTH,
    Arrow,
    Binary,
    Call,
    Form,
    Index,
    Literal,
    Member,
    Name,
    ObjectLiteral,
    Pair,
    Parsed,
    Sequence,
    Shorthand,
    Spread,
    Undefined,
    names,
    parse_expression,
    walk_expression,
)
from miniport.syntax.expression_print import to_source
from tests.syntax.strategies import expressions, sound_expressions


def rule_of(parsed: Parsed) -> str:
    (finding,) = parsed.findings
    return finding.rule.name


def test_a_member_path_has_spans_of_its_names():
    assert parse_expression(" a.bc") == Parsed(
        Member(Name("a", Span(1, 2)), "bc", Span(3, 5), is_optional=False, span=Span(1, 5))
    )


@pytest.mark.parametrize(
    ("text", "grouped"),
    [
        ("a + b * c", "a + b * c"),
        ("(a + b) * c", "(a + b) * c"),
        ("a - (b - c)", "a - (b - c)"),
        ("a - b - c", "a - b - c"),
        ("(-a) ** b", "(-a) ** b"),
        ("(a ** b) ** c", "(a ** b) ** c"),
        ("a ** (b ** c)", "a ** b ** c"),
        ("(a ? b : c) ? d : e", "(a ? b : c) ? d : e"),
        ("a ? b : (c ? d : e)", "a ? b : c ? d : e"),
        ("!(a && b)", "!(a && b)"),
        ("- -a", "- -a"),
        ("typeof (a + b)", "typeof (a + b)"),
        ("(a, b)", "a, b"),
        ("f((a, b))", "f((a, b))"),
        ("(a = 1) + 2", "(a = 1) + 2"),
        ("a++ + ++b", "a++ + ++b"),
        ("1..x", "(1.).x"),
        ("({a}).a", "({ a }).a"),
        ("[, a, , ]", "[, a, ,]"),
        ("x => ({a: x})", "(x) => ({ a: x })"),
        ("() => 1", "() => 1"),
        ("a?.b?.[0]?.(c)", "a?.b?.[0]?.(c)"),
        ("new a.B(c).d", "new a.B(c).d"),
        ("new A", "new A()"),
        ("a /* c */ / b // d", "a / b"),
        ("`a${`b${c}`}d`", "`a${`b${c}`}d`"),
        ("`${ {a: 1}.a }\\``", "`${({ a: 1 }).a}\\``"),
        ("[...a, 1].length", "[...a, 1].length"),
        ("f(...a)", "f(...a)"),
        ("{...a, 'b-c': 1, [d]: 2}", "{ ...a, 'b-c': 1, [d]: 2 }"),
        ("'x' in a ? 1 : 2", "'x' in a ? 1 : 2"),
        ("'\\u4f60\\x41\\n'", "'你A\\n'"),
        ('"it\'s"', "'it\\'s'"),
        ("/[/]\\//g.test(a) / 2", "/[/]\\//g.test(a) / 2"),
        ("a < b > c", "a < b > c"),
    ],
)
def test_an_expression_is_printed_with_the_brackets_it_needs(text, grouped):
    parsed = parse_expression(text)
    assert parsed.findings == ()
    assert to_source(parsed.expression) == grouped


def test_reserved_words_are_names_of_data():
    text = "in ? class.switch : for || function_ && a.typeof"
    assert names(parse_expression(text).expression) == ("in", "class", "for", "function_", "a")


def test_names_that_an_arrow_binds_are_not_free():
    assert names(parse_expression("l.map((x, y) => x + y + z)").expression) == ("l", "z")


def test_keys_and_members_are_not_free_names():
    assert names(parse_expression("{a: b, c, [d]: e.f, ...g}").expression) == ("b", "c", "d", "e", "g")


def test_constants_have_values():
    expression = parse_expression("[1, 0x10, 1e3, true, null, undefined]").expression
    found = [node.value for node in walk_expression(expression) if isinstance(node, Literal)]
    assert found == [1, 16, 1000.0, True, None, Undefined.UNDEFINED]


class TestForms:
    def test_an_attribute_may_hold_the_body_of_an_object(self):
        parsed = parse_expression("a, b: 1, ...c,", Form.ATTRIBUTE)
        a, b, c = parsed.expression.entries
        assert parsed.expression.is_braced is False
        assert (type(a), type(b), type(c)) == (Shorthand, Pair, Spread)

    def test_a_single_name_with_a_comma_is_a_body_in_an_attribute(self):
        assert isinstance(parse_expression("a,", Form.ATTRIBUTE).expression, ObjectLiteral)

    def test_a_single_name_is_a_value_in_an_attribute_and_a_pair_in_data(self):
        assert isinstance(parse_expression("a", Form.ATTRIBUTE).expression, Name)
        assert isinstance(parse_expression("a", Form.DATA).expression, ObjectLiteral)

    def test_in_a_text_a_comma_makes_a_sequence(self):
        assert isinstance(parse_expression("a, b", Form.VALUE).expression, Sequence)

    def test_an_attribute_with_a_comma_that_is_no_body_is_a_sequence(self):
        assert isinstance(parse_expression("a, b + 1", Form.ATTRIBUTE).expression, Sequence)

    def test_pairs_in_a_text_are_found_at_the_colon(self):
        parsed = parse_expression("a: 1")
        assert (rule_of(parsed), parsed.findings[0].span) == ("expression-unreadable", Span(1, 2))

    @pytest.mark.parametrize("text", ["a.b", "{a: 1}", "f(a)"])
    def test_data_that_is_no_body_is_kept_and_found(self, text):
        parsed = parse_expression(text, Form.DATA)
        assert rule_of(parsed) == "data-not-pairs"
        assert isinstance(parsed.expression, Member | ObjectLiteral | Call)

    @pytest.mark.parametrize("form", Form)
    def test_nothing_between_the_braces_is_no_finding(self, form):
        assert parse_expression(" \n /* c */ ", form) == Parsed(None)


class TestUnreadable:
    @pytest.mark.parametrize(
        ("text", "name", "start"),
        [
            ("a b", "expression-unreadable", 2),
            ("a;", "expression-unreadable", 1),
            ("a ? b", "expression-incomplete", 5),
            ("f(a", "expression-incomplete", 3),
            ("()", "expression-unreadable", 1),
            ("(...a)", "expression-unreadable", 1),
            ("(a,)", "expression-unreadable", 3),
            ("1 = a", "expression-unreadable", 2),
            ("-a ** b", "expression-unreadable", 3),
            ("a.1", "expression-unreadable", 1),
            ("1x", "expression-unreadable", 0),
            ("#a", "expression-unreadable", 0),
            ("¼", "expression-unreadable", 0),
            ("a.b²", "expression-unreadable", 2),
            ("a``", "expression-unreadable", 1),
            ("`${a b}`", "expression-unreadable", 5),
            ("{a: }", "expression-unreadable", 4),
            ("{1}", "expression-unreadable", 2),
            ("it's", "literal-unclosed", 2),
            ("`a${b", "expression-incomplete", 5),
            ("`a", "literal-unclosed", 0),
            ("/a", "literal-unclosed", 0),
            ("a &lt; b", "entity-in-expression", 2),
            ("l.map(function (x) { return x })", "function-in-expression", 6),
            ("l.map(x => { return x })", "function-in-expression", 6),
        ],
    )
    def test_what_cannot_be_read_is_found_at_its_place(self, text, name, start):
        parsed = parse_expression(text)
        assert parsed.expression is None
        assert (rule_of(parsed), parsed.findings[0].span.start) == (name, start)


class TestLimits:
    @pytest.mark.parametrize(
        "sign", ["(", "[", "{a:", "!", "-", "a ? ", "a ? b : ", "f(", "a => ", "x[", "`${", "new "]
    )
    def test_twenty_thousand_nested_signs_are_a_finding(self, sign):
        assert rule_of(parse_expression(sign * 20_000 + "a")) == "expression-too-deep"

    @pytest.mark.parametrize("sign", [" + a", ".a", "[0]", "()", " ? a : b", " ** a"])
    def test_twenty_thousand_signs_in_a_row_are_a_finding(self, sign):
        assert rule_of(parse_expression("a" + sign * 20_000)) == "expression-too-deep"

    def test_no_tree_is_deeper_than_the_limit(self):
        assert parse_expression("a" + " + a" * (MAX_DEPTH - 1)).findings == ()
        assert rule_of(parse_expression("a" + " + a" * MAX_DEPTH)) == "expression-too-deep"

    def test_a_wide_expression_is_no_finding(self):
        assert parse_expression("[" + "a, " * 20_000 + "]").findings == ()


@given(expressions)
@example("`${")
@example("a => (b => {")
def test_no_text_makes_the_parser_raise(text):
    for form in Form:
        parsed = parse_expression(text, form)
        assert (
            parsed.expression is None
            or not parsed.findings
            or parsed.findings[0].rule is rules.DATA_NOT_PAIRS
        )
        for finding in parsed.findings:
            assert 0 <= finding.span.start <= finding.span.end <= len(text)
            assert finding.rule.en.message.format_map(finding.arguments)
        for node in walk_expression(parsed.expression) if parsed.expression else ():
            assert 0 <= node.span.start < node.span.end <= len(text)


@given(sound_expressions)
def test_printing_keeps_the_meaning(text):
    printed = to_source(parse_expression(text).expression)
    assert shape(parse_expression(printed).expression) == shape(parse_expression(text).expression)


def shape(expression):
    """Return the kinds and words of a tree without its spans."""
    words = []
    for node in walk_expression(expression):
        match node:
            case Binary(operator=word) | Name(name=word) | Member(name=word):
                words.append(word)
            case Literal(value=value):
                words.append(repr(value))
            case Call() | Index() | Arrow():
                words.append("")
        words.append(type(node).__name__)
    return words
