"""What a method does, told from its text alone."""

import pytest

from miniport.syntax.conduct import Conduct, Words, conduct
from miniport.syntax.script import parse_script
from miniport.syntax.script_names import ScriptNames

NAMES = ScriptNames(("my",), (("Page", "page"),))
WORDS = Words("my", frozenset(["getApp"]), frozenset(["setData"]))


def of(members: str) -> tuple[str, Conduct | None]:
    text = f"/* 茶😀 */ Page({{ {members} }});"
    (registration,) = parse_script(text, NAMES).registrations
    assert registration.options is not None
    return text, conduct(text, registration.options, "tell", WORDS)


@pytest.mark.parametrize(
    "members",
    [
        "tell() { return { title: this.data.title }; }",
        "tell: () => ({ title: getApp().globalData.title })",
        "tell: function () { const { a } = this.data; let b = a; b += 1; return { b }; }",
        "tell() { const found = this.data.list.find((one) => one.id === 1); return found; }",
        "tell() { const share = {}; share.title = `${this.data.n.toFixed(2)}`; return share; }",
        "tell() { return Object.assign({}, this.data, { at: new Date().getTime() }); }",
        "tell() { const half = (n) => n / 2; return half(Math.round(this.data.n)); }",
        "name() { return this.data.name; }, tell() { return this.name(); }",
        "tell() { return my.getStorageSync({ key: 'a' }).data; }",
        "tell() { for (const one of this.data.list) { if (one) return one; } return null; }",
    ],
)
def test_a_method_that_only_reads(members: str):
    _, found = of(members)
    assert found is not None
    assert (found.is_reading, found.setters) == (True, ())


@pytest.mark.parametrize(
    "members",
    [
        "tell() { track(); return {}; }",
        "tell() { this.shared = true; return {}; }",
        "tell() { this.data.n++; return {}; }",
        "tell() { const { o } = this.data; o.seen = true; return o; }",
        "tell() { count = 1; return {}; }",
        "tell() { delete this.data.a; return {}; }",
        "tell() { Object.assign(this.data, { a: 1 }); return {}; }",
        "async tell() { return {}; }",
        "tell() { return new Tracker(); }",
        "tell() { return this.elsewhere(); }",
        "tell() { return this.name(); }, name() { return track(); }",
        "tell() { return import('./a'); }",
    ],
)
def test_a_method_that_may_do_more(members: str):
    _, found = of(members)
    assert found is not None
    assert (found.is_reading, found.setters) == (False, ())


def test_a_setter_is_found_where_it_is_called_also_by_another_method():
    text, found = of("add() { const that = this; that.setData({ n: 1 }); }, tell() { this.add(); }")
    assert found is not None
    assert [text[span.start : span.end] for span in found.setters] == ["that.setData"]
    assert [text[span.start : span.end].split("(")[0] for span in found.spans] == ["tell", "add"]


def test_a_list_changed_in_place_is_found_as_a_setter_is():
    text, found = of("tell() { this.data.list.push(1); return {}; }")
    assert found is not None
    assert not found.is_reading
    assert [text[span.start : span.end] for span in found.setters] == ["this.data.list.push"]


def test_methods_that_call_each_other_end():
    _, found = of("other() { return this.tell(); }, tell() { return this.other(); }")
    assert found is not None
    assert found.is_reading


@pytest.mark.parametrize("members", ["tell: elsewhere", "tell", "other() {}"])
def test_what_is_no_function_here_says_nothing(members: str):
    assert of(members)[1] is None
