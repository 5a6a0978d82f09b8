"""Texts for the properties: pieces of templates and expressions in any order, and plain noise."""

from __future__ import annotations

from hypothesis import strategies as st

MARKUP = [
    "<view", "<text>", "</view>", "</text>", "<Wxs>", "<wxs module='m'>", "</wxs>", "/>", ">", "<",
    "</", "</>", " class='a'", ' a="1"', " a=1", ' a:if="{{b}}"', " wx:else", " a = ", "=", '"', "'",
    "`", " disabled", "\n", "\r\n", " ", "{{", "}}", "{", "}", "{{a < b}}", "{{ {a: '}}'} }}", "<!--",
    "-->", "--", "<!DOCTYPE x>", "文", "😀", "&nbsp;", " onTap='f'", " bind:tap='f'",
    " style=\"{{b ? \"x\" : 'y'}}\"", " data='{{...a, b}}'", "<template is='x'", "x", "\\", "<slot/>",
    "</ view >",
]  # fmt: skip
EXPRESSION = [
    "a", "b", "item", "in", "this", "class", "typeof ", "void ", "new ", "delete ", "instanceof ",
    "function ", "1", "0x1f", "1e3", ".5", "'s'", '"t"', "'", '"', "`", "`x${", "}`", "`y`", "/x/g",
    "/", "\\", "(", ")", "[", "]", "{", "}", ",", ":", "?", "?.", "??", "=>", "=", "==", "===", "!",
    "+", "-", "++", "--", "**", "&&", "||", "&", "|", "^", "~", "<<", "...", ".", ";", " ", "\n",
    "/* c */", "//", "#", "文", "😀", "&lt;", "null", "undefined",
]  # fmt: skip

templates = st.lists(st.sampled_from(MARKUP), max_size=40).map("".join) | st.text(max_size=40)
expressions = st.lists(st.sampled_from(EXPRESSION), max_size=14).map("".join) | st.text(max_size=30)


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    operators = st.sampled_from(["+", "-", "*", "/", "%", "<", ">=", "==", "!==", "&&", "||", "&", "|", "^"])
    return st.one_of(
        st.tuples(inner, operators, inner).map(lambda p: f"(({p[0]}) {p[1]} ({p[2]}))"),
        st.tuples(inner, operators, inner).map(" ".join),
        st.tuples(inner, inner, inner).map(lambda p: f"{p[0]} ? {p[1]} : {p[2]}"),
        st.tuples(st.sampled_from(["!", "- ", "+ ", "~", "typeof ", "void "]), inner).map("".join),
        st.tuples(inner, inner).map(lambda p: f"m.f({p[0]}, {p[1]})"),
        st.tuples(inner, inner).map(lambda p: f"[{p[0]}, {p[1]}][0].b"),
        st.tuples(inner, inner).map(lambda p: f"({{a: {p[0]}, 'b-c': {p[1]}}}).a"),
        inner.map(lambda p: f"l[{p}]"),
        inner.map(lambda p: f"new Date({p})"),
        inner.map(lambda p: f"({p})"),
        inner.map(lambda p: f"l.map(x => {p})"),
    )


_LEAVES = st.sampled_from(
    ["a", "b.c", "l[0]", "1", "1.5", "'s'", '"it\'s"', "true", "null", "this.a", "/x+/.test(a)"]
)
sound_expressions = st.recursive(_LEAVES, _grown, max_leaves=8)
"""Expressions that are right by construction."""
