"""Scripts: what they use of the platform, and what they register."""

import pytest

from miniport.syntax.options import Options
from miniport.syntax.script import parse_script
from miniport.syntax.script_names import ScriptNames
from miniport.syntax.script_tree import Script

NAMES = ScriptNames(("my",), (("App", "app"), ("Page", "page"), ("Component", "component")))


def read(text: str) -> Script:
    return parse_script(text, NAMES)


def uses(text: str) -> list[str]:
    """Return each use as its path, `?` where it is not known, `=` written, `!` guarded, `(keys)` of calls."""
    return [
        use.path
        + ("" if use.is_known else "?")
        + ("=" if use.is_written else "")
        + ("!" if use.is_guarded else "")
        + "".join(f"({keys(options)})" for options in use.calls)
        for use in read(text).uses
    ]


def keys(options: Options | None) -> str:
    if options is None:
        return ""
    return ",".join([entry.name for entry in options.entries] + ["..."] * options.is_open)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("my.showToast({ content: 'a', success() {} })", "showToast(content,success)"),
        ("my['alert']({ ...a }), my[`b`]()", "alert(...) b()"),
        ("my.ap.faceVerify(a); my.env.USER_DATA_PATH", "ap.faceVerify() env.USER_DATA_PATH"),
        ("my[name]({ a })", "?"),
        ("my.ap[name]()", "ap?"),
        ("send(my); ({ my }); module.exports = my; [my]", "? ? ? ?"),
        ("export default my", "?"),
        ("const m = my; m.alert({ a }); n => m.b", "alert(a) b"),
        (
            "const { alert, request: r = a, ap: { b }, ...rest } = my; r({ url }); b(); alert",
            "alert request(url) ap ap.b() ?",
        ),
        ("const { [a]: b } = my", "?"),
        ("const ap = my.ap; ap.c({ d })", "ap ap.c(d)"),
        ("const show = my.showToast; show({ a }); show()", "showToast(a)()"),
        ("const m = typeof my !== 'undefined' ? my : wx; m.alert()", "alert()"),
        ("const m = a || my; m.alert()", "alert()"),
        ("let m; m = my; m.alert()", "?"),
        ("typeof my === 'undefined'; if (my) a; my && b; !my; my == null; 'a' in my; my", ""),
        ("my.request.call(my, { url }); my.a.bind(my)", "request a"),
        ("my.call('b', { c })", "call()"),
        ("my.showToast = a; my.b = my.c", "showToast= b= c"),
        ("(my).a(); my\n  .b({ c })", "a() b(c)"),
        ("my?.a?.({ b })", "a!(b)"),
        ("function f(my) { my.a } { let my = 1; my.b } var g = my => my.c", ""),
        ("// my.a\n'my.b'; /my.c/; x.my.d", ""),
        ("const my = getApp(); my.a()", ""),
        ("new my.A(); await_(my.b())", "A b()"),
    ],
)
def test_uses_of_the_api_object_are_found(text, found):
    assert uses(text) == found.split()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("if (my.canIUse('a')) my.a(); my.b()", "canIUse() a!() b()"),
        ("my.canIUse('a.object.b') && my.a()", "canIUse() a!()"),
        ("my.canIUse(x); my.a()", "canIUse() a()"),
        ("if (my.a) my.a(); else my.b()", "a! a!() b()"),
        ("if (typeof my.a === 'function' && c) my.a()", "a! a!()"),
        ("const a = my.a || my.b", "a! b"),
        ("my.a !== undefined ? my.a.c() : 0", "a! a.c!()"),
        ("if (my.env.platform === 'ios') {}", "env.platform"),
        ("const f = my.a || my.b || (my.c ?? my.d); f({ g })", "a!(g) b! c! d"),
        ("x = a ? my.b : c ? my.d : my.e", "b d e"),
        ("if (my.a || my.b || my.c) my.c()", "a! b! c! c!()"),
        ("my.ab && my.a; my.c.d || my.cd.e; my.c", "ab! a c.d! cd.e c!"),
    ],
)
def test_a_use_is_guarded_where_the_script_asks_for_it(text, found):
    assert uses(text) == found.split()


def test_the_words_of_can_i_use_have_a_place():
    text = "my.canIUse('view.onTap')"
    ((word,),) = (read(text).asked,)
    assert (word.text, text[word.span.start : word.span.end]) == ("view.onTap", "view.onTap")


def test_the_parts_of_a_use_have_places():
    text = "/* 😀 */ my.ap['b']({ 'c': 'd', e: { f: 1 } })"
    (use,) = read(text).uses
    (options,) = use.calls
    assert options is not None
    places = [
        use.object,
        use.span,
        *(word.span for word in use.members),
        *(entry.span for entry in options.entries),
    ]
    assert [text[place.start : place.end] for place in places] == ["my", "my.ap['b']", "ap", "b", "c", "e"]
    assert [entry.text for entry in options.entries] == ["d", None]
    inner = options.entries[1].options
    assert inner is not None and keys(inner) == "f"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("App({ onLaunch() {}, a: 1 })", "app True onLaunch,a"),
        ("Page({ ...base, data: {} })", "page False data,..."),
        ("const options = { onLoad() {} }; Page(options)", "page True onLoad"),
        ("Page(options)", "page False -"),
        ("Component(connect(a)({ methods: {} }))", "component False methods"),
        ("const old = Page", "page False -"),
        ("function Page() {} Page({})", ""),
        ("Page()", "page False -"),
    ],
)
def test_registrations_have_their_options(text, found):
    words = [
        f"{each.word} {each.is_known} {'-' if each.options is None else keys(each.options)}"
        for each in read(text).registrations
    ]
    assert " ".join(words) == found


def test_options_of_a_component_are_known_two_levels_deep():
    (registration,) = read(
        "Component({ methods: { a() {}, b: () => {} }, data: { c: { d: { e: 1 } } } })"
    ).registrations
    assert registration.options is not None
    methods = registration.options.entry("methods")
    assert methods is not None and methods.options is not None
    assert [(entry.name, entry.is_function) for entry in methods.options.entries] == [
        ("a", True),
        ("b", True),
    ]
    assert registration.options.entry("nothing") is None
