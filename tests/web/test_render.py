"""Templates become render functions: what is printed, what is found, and how deep it may go."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from miniport import rules
from miniport.facts import Link
from miniport.field import replace
from miniport.posix import PurePosixPath
from miniport.source import Source
from miniport.syntax.markup import parse_markup
from miniport.targets.pack import bundled
from miniport.web.mark import led_back
from miniport.web.node import DEEPEST
from miniport.web.render import Rendered, render
from miniport.web.template import Template
from tests.fixture_folder import FIXTURES, Golden, cases

TAGS = frozenset({"card"})
FILES = ("other.axml", "part.axml", "m.sjs", "n.sjs", "input.axml", "a.axml", "b.axml")


def template(
    path: str, text: str, *, is_traced: bool = False, has_marks: bool = False, dialect: str = "alipay"
) -> Template:
    reader = bundled()[dialect]
    links = {
        (link, f"/{name}"): PurePosixPath(name)
        for name in FILES
        for link in (Link.TEMPLATE, Link.INCLUDE, Link.MODULE)
    }
    markup = parse_markup(text, reader.dialect)
    return Template(PurePosixPath(path), markup, reader, links, TAGS, is_traced, has_marks)


def rendered(text: str, *, is_traced: bool = False, **others: str) -> Rendered:
    """Return a template rendered among others, whose keys are file names without suffix."""
    files = {f"{name}.axml": other for name, other in others.items()}
    templates = {
        PurePosixPath(name): template(name, other, is_traced=is_traced) for name, other in files.items()
    }
    own = template("input.axml", text, is_traced=is_traced)
    return render(own, {**templates, own.path: own})


def test_each_dialect_counts_as_its_pack_says_and_blanks_beside_braces_make_a_text_where_it_is_not_loose():
    text = '<view wx:for="{{n}}" wx:if="{{item}} "/><include src="/other.axml"/>'
    own = template("input.wxml", text, dialect="wechat")
    other = template("other.axml", '<view a:for="{{n}}" a:if="{{item}} "/>')
    own = replace(own, resolved={(Link.INCLUDE, "/other.axml"): other.path})
    body = render(own, {own.path: own, other.path: other}).body
    assert "each(d.n, 0, k + 1" in body
    assert 'return text(_item) + " " ? h(' in body
    assert "each(d.n, 1, k + 2" in body
    assert "return _item ? h(" in body


def test_an_element_without_a_class_has_one_only_where_rules_name_none():
    text = '<view id="a">{{a}}</view>'
    bare, meant = template("input.axml", text), template("input.axml", text, has_marks=True)
    assert 'h("mp-view", { id: "a" }, text(d.a))' in render(bare, {}).body
    assert 'h("mp-view", { class: s.marks, id: "a" }, text(d.a))' in render(meant, {}).body


@pytest.mark.parametrize("case", cases("render"))
def test_each_marked_word_stands_in_the_template_and_marks_change_nothing(case: Path):
    texts = {path.name: path.read_text("utf-8") for path in sorted(case.glob("*.axml"))}
    others = {name.removesuffix(".axml"): text for name, text in texts.items() if name != "input.axml"}
    bare = rendered(texts["input.axml"], **others)
    traced = rendered(texts["input.axml"], is_traced=True, **others)
    assert (traced.body, bare.spots) == (bare.body, ())
    source, *more = (
        Source(PurePosixPath(name), text) for name, text in sorted(texts.items(), key=_own_first)
    )
    led = led_back(traced.body, traced.spots, source, {each.path: each for each in more})
    seen = 0
    for match in re.finditer(r"[\w$]+", traced.body):
        found = led.exact_origin(match.start())
        if found is not None:
            there, offset = found
            assert there.text.startswith(match[0], offset)
            seen += 1
    assert seen > 0 or "{{" not in texts["input.axml"]


def _own_first(named: tuple[str, str]) -> bool:
    return named[0] != "input.axml"


@pytest.mark.parametrize("case", cases("render"))
def test_a_template_is_printed_as_expected(case: Path, golden: Golden):
    others = {path.stem: path.read_text("utf-8") for path in case.glob("*.axml") if path.stem != "input"}
    actual = rendered((case / "input.axml").read_text("utf-8"), **others)
    assert actual.findings == ()
    golden.text(case / "expected.js", actual.body)


@pytest.mark.node
def test_what_is_printed_is_a_script(node: str, tmp_path: Path):
    bodies = [path.read_text("utf-8") for path in sorted((FIXTURES / "render").glob("*/expected.js"))]
    script = tmp_path / "all.js"
    script.write_text(
        "".join(f"(function (require, module, exports) {{\n{body}}});\n" for body in bodies), "utf-8"
    )
    checked = subprocess.run([node, "--check", str(script)], capture_output=True, text=True, check=False)
    assert checked.stderr == ""


@pytest.mark.parametrize("inner", ["text", "{{n}}"], ids=["static", "bound"])
def test_deep_nesting_is_cut_and_told(inner: str):
    deep = 20_000
    actual = rendered("<view>" * deep + inner + "</view>" * deep)
    (_, found) = actual.findings[0]
    assert (len(actual.findings), found.rule) == (1, rules.TEMPLATE_TOO_DEEP)
    assert found.span.start == DEEPEST * len("<view>") + 1
    assert actual.body.count("mp-view") == DEEPEST


def test_deep_loops_and_conditions_are_cut_too():
    deep = 5_000
    opened = '<view a:for="{{list}}" a:if="{{item}}"><card><block a:if="{{b}}">'
    actual = rendered(opened * deep + "</block></card></view>" * deep)
    assert {finding.rule for _, finding in actual.findings} == {rules.TEMPLATE_TOO_DEEP}


def test_an_include_of_itself_is_left_out():
    actual = rendered('<view>a<include src="/input.axml"/></view>')
    assert actual.body.count("mp-view") == 1


def test_what_is_nested_too_deep_in_an_included_file_is_told_there():
    deep = "<view>" * DEEPEST + "a" + "</view>" * DEEPEST
    actual = rendered('<include src="/part.axml"/><include src="/part.axml"/>', part=deep)
    assert [(str(path), finding.rule) for path, finding in actual.findings] == [
        ("part.axml", rules.TEMPLATE_TOO_DEEP)
    ]


def test_text_of_the_user_is_only_ever_a_literal():
    actual = rendered("<view class=\"');alert(1)//\">\u2028</script>\\\"{{'\u2029'}}</view>")
    assert "\u2028" not in actual.body
    assert "\u2029" not in actual.body
    assert '"\');alert(1)//"' in actual.body


NAMES = st.sampled_from(["a", "item", "index", "class", "o", "k", "key", "$x", "_y"])
INNER = st.recursive(
    NAMES | st.integers(0, 99).map(str) | st.sampled_from(["'x'", "true", "null"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "&&", "===", "<", "%"]), inner).map(
            lambda t: f"({t[0]} {t[1]} {t[2]})"
        ),
        st.tuples(inner, inner, inner).map(lambda t: f"({t[0]} ? {t[1]} : {t[2]})"),
        st.tuples(NAMES, inner).map(lambda t: f"{t[0]}[{t[1]}].{t[0]}"),
        st.tuples(NAMES, inner).map(lambda t: f"{t[0]}.f({t[1]}, -{t[1]})"),
        inner.map(lambda text: f"!{text}"),
    ),
    max_leaves=8,
)


@given(INNER)
@settings(max_examples=60)
def test_every_expression_is_printed_with_balanced_brackets_and_without_bare_names(text: str):
    body = rendered(f'<view a:for="{{{{list}}}}">{{{{{text}}}}}</view>').body
    assert all(body.count(opened) == body.count(closed) for opened, closed in ("()", "[]", "{}"))
    assert "d.item" not in body
    assert "d.index" not in body
