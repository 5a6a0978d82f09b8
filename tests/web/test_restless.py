"""Which templates must be drawn anew though they are given the same."""

from __future__ import annotations

import pytest

from miniport.analyze.app import File
from miniport.facts import Link
from miniport.posix import PurePosixPath
from miniport.syntax.markup import parse_markup
from miniport.targets.pack import bundled
from miniport.web.render import render
from miniport.web.restless import marked, restless_alone, restless_files
from miniport.web.template import Template
from tests.runtime.small_app import script_module

STEADY = (
    "module.exports = { price: (cents) => (cents / 100).toFixed(2) };",
    "var rate = 7; function of(a) { var b = a; b += rate; return b; } exports.of = of;",
    "exports.day = (time) => getDate(time).getDate() + new Date( time ).getMonth();",
    "const known = { a: 1 }; export default (key) => known[key] === 1 ? known.a : Math.max(1, 2);",
)
RESTLESS = (
    "export default (then) => getDate() - then;",
    "export default () => new Date().getTime();",
    "export default () => Date.now();",
    "export default (...parts) => getDate(...parts);",
    "module.exports = { any: (list) => list[Math.floor(Math . random() * list.length)] };",
    "let count = 0; exports.next = () => ++count;",
    "let last; export function set(value) { last = value; return last; }",
    "const seen = {}; export default (key) => { seen[key] = true; return seen; };",
    "const state = { count: { of: 0 } }; export default () => state.count.of++;",
)


def template(name: str, text: str, *named: str) -> Template:
    reader = bundled()["alipay"]
    kinds = {".sjs": Link.MODULE, ".axml": Link.TEMPLATE}
    links = {(kinds[PurePosixPath(path).suffix], f"/{path}"): PurePosixPath(path) for path in named}
    return Template(PurePosixPath(name), parse_markup(text, reader.dialect), reader, links)


def restless(
    templates: dict[PurePosixPath, Template], modules: dict[PurePosixPath, File]
) -> frozenset[PurePosixPath]:
    return restless_files(templates, modules, restless_alone(templates, modules))


def body(text: str, module: str) -> str:
    script = script_module(PurePosixPath("m.sjs"), module)
    one = template("a.axml", f'<import-sjs name="m" from="/m.sjs"/>{text}', "m.sjs")
    own = marked(one, restless({one.path: one}, {script.path: script}))
    return render(own, {own.path: own}).body


@pytest.mark.parametrize("module", STEADY)
def test_a_loop_keeps_what_functions_without_memory_made_of_the_same(module: str):
    made = body('<view a:for="{{list}}">{{m.of(item)}}</view>', module)
    assert ", [o, s])" in made
    assert "isRestless" not in made


@pytest.mark.parametrize("module", RESTLESS)
def test_a_loop_keeps_nothing_of_functions_that_know_the_time_chance_or_what_was(module: str):
    made = body('<view a:for="{{list}}">{{m.of(item)}}</view>', module)
    assert ", [o, s" not in made
    assert made.endswith("exports.isRestless = true;\n")


def test_a_template_is_restless_by_what_it_draws_and_calls_further_on():
    modules = {
        path: script_module(path, text, *imports)
        for path, text, imports in (
            (PurePosixPath("clock.sjs"), RESTLESS[0], ()),
            (PurePosixPath("over.sjs"), 'import of from "./clock.sjs"; export default of;', ("clock.sjs",)),
            (PurePosixPath("plain.sjs"), STEADY[0], ()),
        )
    }
    templates = {
        one.path: one
        for one in (
            template("calls.axml", "<view/>", "over.sjs"),
            template("draws.axml", "<view/>", "calls.axml"),
            template("shows.axml", "<input controlled/>", "plain.sjs"),
            template("still.axml", "<view/>", "plain.sjs"),
        )
    }
    found = restless(templates, modules)
    assert {str(path) for path in found} == {
        *("clock.sjs", "over.sjs", "calls.axml", "draws.axml", "shows.axml"),
    }
