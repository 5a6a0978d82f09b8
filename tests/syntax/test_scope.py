"""Scopes: which names are free, and what each reference is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniport.syntax.scope import Scopes, analyze_scopes
from miniport.syntax.tree import Language, mask, parse


def scopes(text: str) -> Scopes:
    return analyze_scopes(text, parse(text))


def free(text: str) -> dict[str, list[int]]:
    return {name: [use.start for use in uses] for name, uses in scopes(text).free.items()}


FREE = [
    ("a", "a"),
    ("a.b.c(d)", "a d"),
    ("({ a: b, c, [d]: e, f() {}, get g() {} })", "b c d e"),
    ("var a = b; a", "b"),
    ("a; var a", ""),
    ("a; let a", ""),
    ("{ let a } a", "a"),
    ("{ var a } a", ""),
    ("{ const { a, b: [c = d], ...e } = f; a, b, c, e }", "b d f"),
    ("function f(a, { b, c: d = e }, [g, ...h] = i, ...j) { a, b, c, d, g, h, j, k }", "c e i k"),
    ("function f(a = () => b) { var b }", "b"),
    ("function f(a = b, b) {}", ""),
    ("f; function f() { arguments }", ""),
    ("arguments", "arguments"),
    ("(() => arguments)()", ""),
    ("const f = function g() { g }; g", "g"),
    ("const C = class D { a = D; static b = c; [d] = this.e }; D", "c d D"),
    ("class A extends B { m() { A, super.m() } static { var x; x, y } } x", "B y x"),
    ("try { a } catch { b } try {} catch (c) { c } try {} catch ({ d, e: [f] }) { d, e, f } c", "a b e c"),
    ("for (let i = 0, n; i < n; i++) i; i", "i"),
    ("for (const [a, b] of c) a, b; for (var d in e) d; d; for (f of g) f", "c e f g"),
    ("switch (a) { case 1: let b; b; default: b } b", "a b"),
    ("a: for (;;) { break a; continue a }", ""),
    ("x => x; async y => y + z; (p, q = p) => ({ p, q })", "z"),
    ("[a, b.c, { d, e: f, ...g }] = h", "a b d f g h"),
    ("({ a = b } = c)", "a b c"),
    (
        "import a, { b as c, default as d, 'e f' as g } from 'h'; import * as i from 'j'; a, b, c, d, g, i",
        "b",
    ),
    (
        "const a = 1; export { a as b, a as default }; export { c as d, e } from 'f'; export * as g from 'h'",
        "",
    ),
    ("export { a }", "a"),
    ("export default a; export const b = c", "a c"),
    ("new.target, import.meta, undefined, this, null", ""),
    ("`a ${b} ${`${c}`}`; tag`d ${e}`", "b c tag e"),
    ("'a'; /b/; // c\n/* d */", ""),
    (
        "function* g() { yield a } async function h() { await b; await (c); for await (const d of e) d }",
        "a b c e",
    ),
    ("(function () { if (x) { function inner() {} } inner() })", "x inner"),
    ("label: { const label = 1; label }", ""),
    ("var f = function () { return f }, { length } = f", ""),
    ("a?.b?.[c]?.(d); #e in f", "a c d f"),
    ("class A { #p; static async *[a]() { this.#p } 'b'() {} 1() {} }", "a"),
    ("名字; const 值 = 名字 + 'é' /* 😀 */ + ｄ; 值", "名字 ｄ"),
]


@pytest.mark.parametrize(("text", "names"), FREE)
def test_free_names_are_those_that_nothing_declares(text, names):
    assert sorted(free(text)) == sorted(names.split())


def test_each_mention_of_a_free_name_has_its_place():
    assert free("/* 😀 */ my.a; ((my) => my)(my); { let my; my }") == {"my": [8, 27]}


def test_references_of_top_names_leave_out_what_is_shadowed():
    text = "import { a } from 'b'; a; ((a) => a)(a); { a }"
    assert [use.start for use in scopes(text).top["a"].references] == [23, 37, 43]


def test_a_reference_knows_how_it_is_used():
    text = "f(); g = f\nf`x`\nif (f) f(); ({ f }); (f)(); new f(); f.g(); f++; [f] = []"
    found = [
        (use.is_callee, use.is_statement, use.is_shorthand, use.is_written) for use in scopes(text).free["f"]
    ]
    plain = (False, False, False, False)
    callee = (True, False, False, False)
    statement = (True, True, False, False)
    shorthand, written = (False, False, True, False), (False, False, False, True)
    assert found == [
        statement,
        plain,
        statement,
        plain,
        callee,
        shorthand,
        callee,
        plain,
        plain,
        written,
        plain,
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("let a; let a", "a"),
        ("let a; var a", "a"),
        ("function a() {} const a = 1", "a"),
        ("import a from 'b'; class a {}", "a"),
        ("{ const b = 1; { const b = 2 } }", ""),
        ("var a; var a; function a() {} function b(c) { var c }", ""),
        ("try {} catch (e) { var e }", ""),
    ],
)
def test_second_declarations_are_found_where_they_are_errors(text, names):
    assert [text[place.start : place.end] for place in scopes(text).duplicates] == names.split()


@pytest.mark.parametrize(
    "text",
    [
        "with (a) {}",
        "delete a",
        "a = 010",
        "'\\07'",
        "f(function () { arguments.callee })",
        "function f(a, a) {}",
        "var interface = 1",
        "package.name",
        "{ function f() {} } f()",
    ],
)
def test_what_strict_mode_forbids_is_found(text):
    assert len(scopes(text).loose) == 1


@pytest.mark.parametrize(
    "text",
    ["delete a.b", "a = 0.10 + 0 + 10 + 0x10", "'\\0 \\u0031 \\n'", "({ interface: 1 }).package", "/\\1/"],
)
def test_what_strict_mode_allows_is_left_alone(text):
    assert scopes(text).loose == ()


def test_an_await_outside_of_functions_is_found():
    text = "await a; await (b); async () => { await c; await (d) }; class A { async m() { await e } }"
    assert len(scopes(text).awaits) == 2


@pytest.mark.parametrize(
    "nested", ["(", "[", "{", "function f(){", "()=>{", "a(", "!", "x=>", "class A{m(){", "`${"]
)
def test_twenty_thousand_levels_do_no_harm(nested):
    analyze_scopes(text := nested * 20_000 + "my.b", parse(text))


def test_types_are_no_names_of_values():
    text = "import a from 'b'; const c = (d: E, f?: typeof g): H<I> => d as J; interface K { l: M } c<N>(a)"
    assert sorted(analyze_scopes(text, parse(text, Language.TYPESCRIPT), Language.TYPESCRIPT).free) == []


@given(st.text())
def test_masking_keeps_every_offset(text):
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(char == chr(byte) for char, byte in zip(text, masked, strict=True) if char.isascii())


@given(
    st.lists(
        st.sampled_from(
            [*"({[]})`'\"\n;:,=.😀名 ", "let a", "a", "=>", "function f", "${", "class A", "my.b"]
        )
    )
)
def test_any_text_has_scopes(parts):
    text = "".join(parts)
    for name, uses in scopes(text).free.items():
        assert all(text[use.start : use.end] == name for use in uses)
