"""Templates in another dialect."""

from __future__ import annotations

import pytest
from hypothesis import given

from miniport.diagnostics import Severity
from miniport.dialect import Directive, Listen
from miniport.edit import apply
from miniport.syntax.markup import DirectiveRole, parse_markup
from miniport.transform.markup_spelling import NO_WORDS, Words, markup_edits
from miniport.transform.markup_words import directive_name, event_name
from tests.fixture_folder import FIXTURES
from tests.syntax.dialects import ALIPAY, WECHAT
from tests.syntax.outline import outline
from tests.syntax.strategies import templates

TWIN = FIXTURES / "syntax" / "twin" / "input"


def ported(text, dialects=(ALIPAY, WECHAT), words=NO_WORDS):
    return apply(text, markup_edits(parse_markup(text, dialects[0]), text, dialects, words))


@pytest.mark.parametrize(
    ("alipay", "wechat"),
    [
        ("<view a:if='{{a}}'/><view a:else/>", "<view wx:if='{{a}}'/><view wx:else/>"),
        (
            '<view a:for="{{l}}" a:for-item="i" a:for-index="n" a:key="id"/>',
            '<view wx:for="{{l}}" wx:for-item="i" wx:for-index="n" wx:key="id"/>',
        ),
        ("<view onTap='f'/>", "<view bindtap='f'/>"),
        ("<view catchTouchMove='f'/>", "<view catchtouchmove='f'/>"),
        ("<view onLongTap='f'/>", "<view bindlongpress='f'/>"),
        ("<view capture-onTap='f'/>", "<view capture-bind:tap='f'/>"),
        ("<view capture-catchTap='f'/>", "<view capture-catch:tap='f'/>"),
        ("<scroll-view onScrollToLower='f'/>", "<scroll-view bindscrolltolower='f'/>"),
        ("<c onMyEvent='f' onClose='g'/>", "<c bind:my-event='f' bindclose='g'/>"),
        ("<import-sjs from='./a' name='m'/>", "<wxs src='./a' module='m'/>"),
        ("<import-sjs from='./a' name='m'></import-sjs>", "<wxs src='./a' module='m'></wxs>"),
        (
            "<slot name='a' slot='b'/><c data-a='1' mark:b='2'/>",
            "<slot name='a' slot='b'/><c data-a='1' mark:b='2'/>",
        ),
    ],
)
def test_what_has_a_counterpart_goes_there_and_back(alipay, wechat):
    assert ported(alipay) == wechat
    assert ported(wechat, (WECHAT, ALIPAY)) == alipay


@pytest.mark.parametrize(
    ("alipay", "wechat"),
    [
        ("<view a:for='{{l}}' key='{{item.id}}'/>", "<view wx:for='{{l}}' wx:key=\"id\"/>"),
        ("<view a:for-item='i' key='{{i}}'/>", "<view wx:for-item='i' wx:key=\"*this\"/>"),
        ("<view key='{{other.id}}'/>", "<view key='{{other.id}}'/>"),
        ("<view ref='r' slot-scope='p'/>", "<view ref='r' slot-scope='p'/>"),
        ("<view><text>a</view>", "<view><text>a</text></view>"),
        ("<v><i><j>", "<v><i><j></j></i></v>"),
        ("<view>a</text></view>", "<view>a</view>"),
        ("<view id=a b={{c}}/>", '<view id="a" b="{{c}}/"></view>'),
        ('<view a=\'"\'b="1"/>', '<view a=\'"\' b="1"/>'),
        ('<view class="a\n  b {{c\n&& d}}"/>', '<view class="a b {{c && d}}"/>'),
        ('<view a="{{b ? "x" : 1}}"/>', "<view a=\"{{b ? 'x' : 1}}\"/>"),
        ("<view a='{{{b: 1}}}'/>", "<view a='{{ {b: 1} }}'/>"),
        ("<view a='1' a='2'/>", "<view a='1' />"),
        ("<view", "<view"),
    ],
)
def test_what_only_the_first_dialect_takes_is_put_right(alipay, wechat):
    assert ported(alipay) == wechat


def test_what_the_target_has_no_word_for_stays():
    text = "<input model:value='{{a}}' mut-bind:tap='f' change:prop='{{m.f}}'/>"
    assert ported(text, (WECHAT, ALIPAY)) == text


def test_an_inline_module_stays_where_the_target_has_none():
    text = "<wxs module='m'>module.exports = {}</wxs>"
    assert ported(text, (WECHAT, ALIPAY)) == text


def test_words_of_the_target_take_the_place_of_tags_properties_and_events():
    text = "<canvas id='a' onReady='f'>x</canvas>"
    words = Words({1: "drawing", 8: "canvas-id", 15: "initdone"})
    assert ported(text, words=words) == "<drawing canvas-id='a' bindinitdone='f'>x</drawing>"


def test_words_that_are_the_neutral_ones_change_nothing_in_the_same_dialect():
    text = "<View hoverClass='a' bind:tap='f'/>"
    assert ported(text, (WECHAT, WECHAT), Words({1: "view", 6: "hover-class", 21: "tap"})) == text


def test_properties_of_components_are_written_in_camel_case():
    text = "<c my-prop='1' aria-label='2' custom-class='3' b='4'/><view hover-class='5'/>"
    words = Words(custom_tags=frozenset({"c"}))
    assert ported(text, (WECHAT, ALIPAY), words) == text.replace("my-prop", "myProp")


def test_a_listening_without_counterpart_has_no_name():
    assert event_name(Listen.MUTEX_BIND, "tap", ALIPAY) is None
    assert directive_name(DirectiveRole(Directive.MODEL, "value"), ALIPAY) is None


@given(templates)
def test_a_port_to_ones_own_dialect_changes_nothing(text):
    for dialect in (ALIPAY, WECHAT):
        assert list(markup_edits(parse_markup(text, dialect), text, (dialect, dialect))) == []


@given(templates)
def test_a_port_leaves_nothing_to_forgive(text):
    for dialects in ((ALIPAY, WECHAT), (WECHAT, ALIPAY)):
        findings = parse_markup(text, dialects[0]).findings
        printed = ported(text, dialects)
        # The body of an inline module is no markup, and stays where the target has no inline modules.
        if "wxs" not in text.lower() and all(
            finding.rule.severity is not Severity.ERROR for finding in findings
        ):
            left = {finding.rule.name for finding in parse_markup(printed, dialects[1]).findings}
            # Two braces may meet where a stray close tag stood between them.
            assert left <= {"stray-angle-bracket", "unclosed-mustache"}


@pytest.mark.parametrize("name", ["page", "card"])
def test_a_port_of_the_twin_is_the_other_twin(name):
    paths = [(ALIPAY, f"alipay/{name}.axml"), (WECHAT, f"wechat/{name}.wxml")]
    texts = [(dialect, (TWIN / path).read_text("utf-8")) for dialect, path in paths]
    for (home, text), (target, other) in (texts, texts[::-1]):
        printed = parse_markup(ported(text, (home, target)), target)
        assert outline(printed, target) == outline(parse_markup(other, target), target)
