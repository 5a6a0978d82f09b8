"""Templates: tokens, tree, roles, recovery."""

from __future__ import annotations

import sys
from typing import NoReturn

import pytest
from hypothesis import example, given

from miniport.dialect import Directive, Listen
from miniport.source import Span
from miniport.syntax import mustache
from miniport.syntax.expression import Conditional, Member, Name, ObjectLiteral
from miniport.syntax.expression_print import to_source
from miniport.syntax.markup import (
    Comment,
    DirectiveRole,
    Element,
    Event,
    Mustache,
    Plain,
    Property,
    Text,
    mustaches,
    parse_markup,
    printed,
    walk,
    walk_nodes,
)
from miniport.syntax.markup_tokens import tokens
from miniport.syntax.mustache import NEAR, REACH, ROOM, Ends
from tests.syntax.dialects import ALIPAY, WECHAT
from tests.syntax.strategies import templates


def outline(text, dialect=ALIPAY):
    """Return the tree of a template as nested (tag, children) and the names of its findings."""
    markup = parse_markup(text, dialect)
    return [shape(node, text) for node in markup.nodes], [finding.rule.name for finding in markup.findings]


def shape(node, text):
    if isinstance(node, Element):
        return (node.name, [shape(child, text) for child in node.children])
    return text[node.span.start : node.span.end]


def first(text, dialect=ALIPAY):
    return next(walk(parse_markup(text, dialect)))


def values(element):
    return {attribute.name: attribute.static for attribute in element.attributes}


class TestSpans:
    TEXT = '<view\n a="x{{b}}"  hidden>文<text/></view>'

    def test_of_an_element(self):
        view = first(self.TEXT)
        assert self.cut(view.name_span) == "view"
        assert self.cut(view.open_span) == '<view\n a="x{{b}}"  hidden>'
        assert self.cut(view.close_span) == "</view>"
        assert view.span == Span(0, len(self.TEXT))

    def test_of_a_self_closed_element(self):
        text = first(self.TEXT).children[1]
        assert (text.open_span, text.close_span, text.is_self_closed) == (text.span, None, True)

    def test_of_an_attribute(self):
        attribute = first(self.TEXT).attributes[0]
        assert self.cut(attribute.span) == 'a="x{{b}}"'
        assert self.cut(attribute.name_span) == "a"
        assert self.cut(attribute.value_span) == "x{{b}}"

    def test_of_a_mustache(self):
        plain, mustache = first(self.TEXT).attributes[0].parts
        assert self.cut(plain.span) == "x"
        assert self.cut(mustache.span) == "{{b}}"
        assert self.cut(mustache.inner) == "b"

    def test_of_an_attribute_without_a_value(self):
        attribute = first(self.TEXT).attributes[1]
        assert (attribute.value_span, attribute.quote, attribute.parts) == (None, "", ())

    def cut(self, span):
        return self.TEXT[span.start : span.end]


class TestValues:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("<a b=\"1\" c='2'>", {"b": "1", "c": "2"}),
            ("<a b = \n '1'>", {"b": "1"}),
            ('<a b="x\n y">', {"b": "x\n y"}),
            ('<a b="x<y>z">', {"b": "x<y>z"}),
            ("<a b='\"'>", {"b": '"'}),
            ('<a b="">', {"b": ""}),
            ('<a b="&lt;&nbsp;">', {"b": "&lt;&nbsp;"}),
            ("<a b=x/y c>", {"b": "x/y", "c": ""}),
            ("<a b=1/>", {"b": "1/"}),
            ('<a b="1"c="2">', {"b": "1", "c": "2"}),
            ("<a\r\n\tb\r\n>", {"b": ""}),
            ('<a @tap="x" :b="y" c.d="z">', {"@tap": "x", ":b": "y", "c.d": "z"}),
        ],
    )
    def test_of_attributes_without_mustaches(self, text, expected):
        assert values(first(text)) == expected

    @pytest.mark.parametrize(
        ("text", "inner"),
        [
            ('<a b="{{c ? "x" : 1}}">', ['c ? "x" : 1']),
            ("<a b='{{c ? 'x' : 1}}'>", ["c ? 'x' : 1"]),
            ("<a b={{c}} d>", ["c"]),
            ("<a b={{c > 1}}>", ["c > 1"]),
            ('<a b="{{c}}-{{d}}">', ["c", "d"]),
            ('<a b="{{ {c: {d: 1}}}}">', [" {c: {d: 1}}"]),
            ("<a b=\"{{'}}'}}\">", ["'}}'"]),
            ('<a b="{{`}}${c}`}}">', ["`}}${c}`"]),
            ("<a>{{c < d}}</a>", ["c < d"]),
            ("<a>{{c </a> 1}}</a>", ["c </a> 1"]),
            ("<a>{{c}}{{d}}</a>", ["c", "d"]),
            ("<a>{{{c: 1}}}</a>", ["{c: 1}"]),
            ("<a>{{}}</a>", [""]),
            ("<a>{{it's}}</a>", ["it's"]),
        ],
    )
    def test_of_mustaches(self, text, inner):
        found = [text[one.inner.start : one.inner.end] for one in mustaches(parse_markup(text, ALIPAY))]
        assert found == inner

    def test_a_value_that_is_one_mustache_has_it(self):
        whole, mixed = first('<a b="{{c}}" d="x{{c}}">').attributes
        assert isinstance(whole.mustache, Mustache)
        assert (mixed.mustache, mixed.static) == (None, None)

    def test_an_attribute_may_hold_pairs_and_data_always_does(self):
        style, data = first('<template style="{{color: c}}" data="{{a}}">').attributes
        assert isinstance(style.mustache.expression, ObjectLiteral)
        assert isinstance(data.mustache.expression, ObjectLiteral)
        assert isinstance(first('<view data="{{a}}">').attributes[0].mustache.expression, Name)


class TestRoles:
    @pytest.mark.parametrize(
        ("dialect", "name", "role"),
        [
            (ALIPAY, "a:if", DirectiveRole(Directive.IF)),
            (ALIPAY, "a:key", DirectiveRole(Directive.KEY)),
            (ALIPAY, "key", DirectiveRole(Directive.KEY_EXPRESSION)),
            (ALIPAY, "ref", DirectiveRole(Directive.REF)),
            (ALIPAY, "slot", DirectiveRole(Directive.SLOT)),
            (ALIPAY, "slot-scope", DirectiveRole(Directive.SLOT_SCOPE)),
            (ALIPAY, "data-itemId", DirectiveRole(Directive.DATA, "itemId")),
            (ALIPAY, "data-", Property("data-")),
            (ALIPAY, "mark:a", DirectiveRole(Directive.MARK, "a")),
            (ALIPAY, "generic:row", DirectiveRole(Directive.GENERIC, "row")),
            (ALIPAY, "onTap", Event(Listen.BIND, "tap")),
            (ALIPAY, "catchTouchMove", Event(Listen.CATCH, "touchMove")),
            (ALIPAY, "capture-onTap", Event(Listen.CAPTURE_BIND, "tap")),
            (ALIPAY, "capture-catchTap", Event(Listen.CAPTURE_CATCH, "tap")),
            (ALIPAY, "onMyEvent", Event(Listen.BIND, "myEvent")),
            (ALIPAY, "once", Property("once")),
            (ALIPAY, "on", Property("on")),
            (ALIPAY, "hoverClass", Property("hover-class")),
            (ALIPAY, "hover-class", Property("hover-class")),
            (ALIPAY, "wx:if", Property("wx:if")),
            (WECHAT, "wx:if", DirectiveRole(Directive.IF)),
            (WECHAT, "model:value", DirectiveRole(Directive.MODEL, "value")),
            (WECHAT, "change:prop", DirectiveRole(Directive.CHANGE, "prop")),
            (WECHAT, "key", Property("key")),
            (WECHAT, "bindtap", Event(Listen.BIND, "tap")),
            (WECHAT, "bind:tap", Event(Listen.BIND, "tap")),
            (WECHAT, "bindlongpress", Event(Listen.BIND, "longTap")),
            (WECHAT, "catch:touchmove", Event(Listen.CATCH, "touchMove")),
            (WECHAT, "capture-bind:tap", Event(Listen.CAPTURE_BIND, "tap")),
            (WECHAT, "capture-catch:tap", Event(Listen.CAPTURE_CATCH, "tap")),
            (WECHAT, "mut-bind:tap", Event(Listen.MUTEX_BIND, "tap")),
            (WECHAT, "bind:my-event", Event(Listen.BIND, "myEvent")),
            (WECHAT, "bind:myEvent", Event(Listen.BIND, "myEvent")),
            (WECHAT, "bind", Property("bind")),
            (WECHAT, "bind:", Property("bind:")),
        ],
    )
    def test_a_name_has_the_role_its_dialect_gives_it(self, dialect, name, role):
        (attribute,) = first(f"<view {name}='x'/>", dialect).attributes
        assert (attribute.role, attribute.name) == (role, name)

    def test_an_element_finds_attributes_by_role(self):
        view = first("<view a:for='{{l}}' hoverClass='x'/>")
        assert view.directive(Directive.FOR) is view.attributes[0]
        assert view.property("hover-class") is view.attributes[1]
        assert (view.directive(Directive.IF), view.property("class")) == (None, None)


class TestRecovery:
    @pytest.mark.parametrize(
        ("text", "tree", "names"),
        [
            ("<v><i>x</v>", [("v", [("i", ["x"])])], ["unclosed-element"]),
            ("<v><i><j></v>", [("v", [("i", [("j", [])])])], ["unclosed-element", "unclosed-element"]),
            ("<v>", [("v", [])], ["unclosed-element"]),
            ("<v>a</t>b</v>", [("v", ["a", "b"])], ["stray-close-tag"]),
            ("<v></t></v>", [("v", [])], ["stray-close-tag"]),
            ("<v><t></v></t>", [("v", [("t", [])])], ["unclosed-element", "stray-close-tag"]),
            ("</>", [], ["stray-close-tag"]),
            ("<V>x</v>", [("V", ["x"])], []),
            ("<v >x</v\n>", [("v", ["x"])], []),
            ("<v>x</v", [("v", ["x"])], ["unfinished-tag"]),
            ("<v>x</v<t/>", [("v", ["x"]), ("t", [])], ["unfinished-tag"]),
            ("<v a='1'", [("v", [])], ["unfinished-tag"]),
            ("<v", [("v", [])], ["unfinished-tag"]),
            ("<v / a>x</v>", [("v", ["x"])], []),
            ("<v {{a}} b>x</v>", [("v", ["x"])], ["stray-in-tag"]),
            ("<v <t>x</v>", [("v", ["x"])], ["unfinished-tag"]),
            ("<v ==>x</v>", [("v", ["x"])], ["stray-in-tag"]),
            ("<v a=>x</v>", [("v", ["x"])], ["stray-in-tag"]),
            ('<v a="b>x</v>', [("v", ["x"])], ["unclosed-quote", "attributes-touch"]),
            ("a < b", ["a < b"], ["stray-angle-bracket"]),
            ("< v>x", ["< v>x"], ["stray-angle-bracket"]),
            ("a<", ["a<"], ["stray-angle-bracket"]),
            ("{{a<b/>{{c}}", ["{{a", ("b", []), "{{c}}"], ["unclosed-mustache"]),
            ("<v a='{{b' c='{{d}}'/>", [("v", [])], ["unclosed-mustache"]),
            ("<!-- a -- b --><v/>", ["<!-- a -- b -->", ("v", [])], []),
            ("<!-- a <v/>", ["<!-- a <v/>"], ["unclosed-comment"]),
            ("<!---->x", ["<!---->", "x"], []),
            ("<!DOCTYPE x><v/>", ["<!DOCTYPE x>", ("v", [])], []),
            ("<?xml?><v/>", ["<?xml?>", ("v", [])], []),
            ("<input>x", [("input", ["x"])], ["unclosed-element"]),
        ],
    )
    def test_the_tree_is_what_the_platforms_make_of_it(self, text, tree, names):
        assert outline(text) == (tree, names)

    def test_of_two_attributes_of_one_name_the_second_is_found(self):
        markup = parse_markup("<v a='1' a='2'/>", ALIPAY)
        assert [(one.rule.name, one.span) for one in markup.findings] == [
            ("duplicate-attribute", Span(9, 10))
        ]

    def test_a_tag_that_was_meant_to_close_is_not_closed_by_a_cure(self):
        inner, outer = parse_markup("<v><b>x<b></v>", ALIPAY).findings[::-1]
        assert "slash" in inner.arguments["meant_en"]
        assert inner.edits == ()
        assert not outer.is_safe
        (open_only,) = parse_markup("<v><b>x<b/></v>", ALIPAY).findings
        assert open_only.arguments["meant_en"] == ""

    def test_a_value_without_quotes_is_found(self):
        markup = parse_markup("<v a=1/>", ALIPAY)
        assert [one.rule.name for one in markup.findings] == ["unclosed-element", "unquoted-value"]

    def test_a_finding_in_an_expression_has_its_place_in_the_template(self):
        (finding,) = parse_markup("<v>文 {{a b}}</v>", ALIPAY).findings
        assert (finding.rule.name, finding.span) == ("expression-unreadable", Span(9, 10))


class TestConditions:
    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("<a a:if='{{x}}'/><a a:elif='{{y}}'/><a a:else/>", []),
            ("<a a:if='{{x}}'/> \n <!-- c --> <a a:else/>", []),
            ("<a a:if='{{x}}'/>t<a a:else/>", ["else-without-if"]),
            ("<a a:if='{{x}}'/>{{t}}<a a:else/>", ["else-without-if"]),
            ("<a a:if='{{x}}'/><b/><a a:else/>", ["else-without-if"]),
            ("<a a:else/>", ["else-without-if"]),
            ("<a a:if='{{x}}'/><a a:else/><a a:else/>", ["else-without-if"]),
            ("<b><a a:elif='{{x}}'/></b>", ["else-without-if"]),
            ("<a a:if='{{x}}'/><a a:if='{{y}}' a:else/>", ["several-conditions"]),
            ("<a a:if='{{x}}'/><a a:else='{{y}}'/>", []),
        ],
    )
    def test_an_else_follows_an_if(self, text, names):
        assert outline(text)[1] == names


class TestScriptModules:
    def test_the_body_of_an_inline_module_is_one_text(self):
        text = "<wxs module='m'>if (a < b) { c = '<view>{{' }</wxs><view/>"
        module, view = parse_markup(text, WECHAT).nodes
        (body,) = module.children
        assert body == Text(body.span, (Plain("if (a < b) { c = '<view>{{' }", body.span),))
        assert (view.name, parse_markup(text, WECHAT).findings) == ("view", ())

    def test_a_module_without_content_is_followed_by_markup(self):
        assert outline("<wxs src='a' module='m'/><b/>", WECHAT) == ([("wxs", []), ("b", [])], [])
        assert outline("<wxs src='a' module='m'></wxs><b/>", WECHAT) == ([("wxs", []), ("b", [])], [])

    def test_an_unclosed_module_takes_the_rest(self):
        assert outline("<wxs module='m'>a <b/>", WECHAT) == ([("wxs", ["a <b/>"])], ["unclosed-element"])

    def test_a_dialect_without_inline_modules_reads_the_content_as_markup(self):
        assert outline("<import-sjs><b/></import-sjs>") == ([("import-sjs", [("b", [])])], [])


class TestSize:
    SIZE = 20_000

    def test_nested_elements(self):
        markup = parse_markup("<v>" * self.SIZE + "</v>" * self.SIZE, ALIPAY)
        assert (sum(1 for _ in walk(markup)), markup.findings) == (self.SIZE, ())

    def test_nested_unclosed_elements_and_stray_close_tags(self):
        text = "<v><w>" * self.SIZE + "</v></x>" * self.SIZE
        assert len(parse_markup(text, ALIPAY).findings) == 2 * self.SIZE

    @pytest.mark.parametrize(
        "piece",
        [
            "<", "</", "<v ", "<v a=", '<v a="', "<v a='{{\"", "{{", "{{'", "{{{", "}}", " a", "<!--",
            "<v a={{", "{{a}}", "<v a='1' b", "&", "\n", "<v>{{a", "{{'{{\"", "`{{",
        ],
    )  # fmt: skip
    def test_a_piece_many_times_over(self, piece):
        text = piece * self.SIZE
        assert printed(parse_markup(text, ALIPAY), text) == text

    def test_many_attributes_on_one_element(self):
        text = "<v " + " ".join(f"a{number}" for number in range(self.SIZE)) + "/>"
        assert len(first(text).attributes) == self.SIZE


@given(templates)
@example("<wxs module='m'></WXS >")
@example("<v a='{{b ? '}}' : 1}}'>")
def test_tokens_cover_every_character_once(text):
    for raw_tag in ("", "wxs"):
        at = 0
        for token in tokens(text, raw_tag):
            assert token.start == at
            assert token.end > at
            at = token.end
        assert at == len(text)


@given(templates)
def test_an_untouched_tree_prints_as_its_text(text):
    for dialect in (ALIPAY, WECHAT):
        assert printed(parse_markup(text, dialect), text) == text


@given(templates)
def test_spans_lie_inside_their_parents(text):
    for dialect in (ALIPAY, WECHAT):
        markup = parse_markup(text, dialect)
        for finding in markup.findings:
            assert 0 <= finding.span.start <= finding.span.end <= len(text)
            assert finding.rule.zh.message.format_map(finding.arguments)
        for node in walk_nodes(markup):
            if isinstance(node, Element):
                check_element(node, text)
            elif not isinstance(node, Comment):
                check_parts(node.parts, node.span, text)


def check_element(element, text):
    assert text[element.name_span.start : element.name_span.end] == element.name
    at = element.open_span.end
    for child in element.children:
        assert at <= child.span.start
        at = child.span.end
    assert at <= (element.close_span.start if element.close_span else element.span.end)
    for attribute in element.attributes:
        assert text[attribute.name_span.start : attribute.name_span.end] == attribute.name
        if attribute.value_span is not None:
            check_parts(attribute.parts, attribute.value_span, text)


def check_parts(parts, span, text):
    at = span.start
    for part in parts:
        assert part.span.start == at
        at = part.span.end
        if isinstance(part, Plain):
            assert part.text == text[part.span.start : part.span.end]
        else:
            assert (
                text[part.span.start : part.span.end] == "{{" + text[part.inner.start : part.inner.end] + "}}"
            )
    assert at == span.end


def test_windows_line_ends_and_signs_beyond_the_basic_plane_keep_their_place():
    text = "<view>\r\n😀{{ a ? b : c.d }}\r\n</view>"
    (mustache,) = mustaches(parse_markup(text, ALIPAY))
    assert isinstance(mustache.expression, Conditional)
    assert isinstance(mustache.expression.no, Member)
    assert to_source(mustache.expression) == "a ? b : c.d"
    span = mustache.expression.no.span.shift(mustache.inner.start)
    assert text[span.start : span.end] == "c.d"


def test_doubled_attributes_are_read_once_each():
    few, many = (_calls(f"<a {' '.join(f'b={n}' for n in range(count))}/>") for count in (100, 400))
    assert many < 6 * few


def _calls(text: str) -> int:
    """Return how many functions are called until a template is read."""
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        parse_markup(text, ALIPAY)
    finally:
        sys.setprofile(None)
    return calls


def test_where_nothing_closes_a_mustache_nothing_is_paired_up(monkeypatch):
    """A text may open many: each would be looked through up to its reach."""

    class Refused:
        def finditer(self, *_: object) -> NoReturn:
            raise AssertionError("signs are paired up")

    monkeypatch.setattr("miniport.syntax.mustache._SIGN", Refused())
    assert Ends("{{ a = '{`} ").find(0, 12) is None
    with pytest.raises(AssertionError):
        Ends("{{ '{' }}").find(0, 9)


def test_long_mustaches_are_found_however_many_there_are():
    long = "{{ " + " + ".join(["{a: '}}'}"] * (2 * NEAR // 8)) + " }}"
    markup = parse_markup(f"<view>{long}</view>" * 100, ALIPAY)
    assert [each.span.end - each.span.start for each in mustaches(markup)] == [len(long)] * 100


def test_what_is_looked_through_in_vain_grows_with_the_text_alone(monkeypatch):
    """Each `{{` of these hides the next one in a string, and nothing but the last one is closed."""
    looked = 0
    paired = mustache._paired

    def counted(text: str, start: int, end: int) -> int:
        nonlocal looked
        looked += end - start
        return paired(text, start, end)

    monkeypatch.setattr(mustache, "_paired", counted)
    count = 16_000
    text = "{{ '{' + " * count + "}}"
    ends = Ends(text)
    for at in range(0, len(text) - 2, 9):
        ends.find(at, len(text))
    assert looked <= count * NEAR + ROOM + 4 * len(text) + REACH
