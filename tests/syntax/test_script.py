"""Scripts: what they link to and mention, and what is wrong in them."""

import pickle
import tracemalloc

import pytest

from miniport import rules
from miniport.source import Span
from miniport.syntax.linkage import DefaultKind, ExportDefault
from miniport.syntax.module_form import Form
from miniport.syntax.script import LARGE, parse_script
from miniport.syntax.script_names import ScriptNames
from miniport.syntax.script_tree import Script
from miniport.syntax.tree import Language, parse

NAMES = ScriptNames(("my",), (("App", "app"), ("Page", "page"), ("Component", "component")))


def read(text: str) -> Script:
    return parse_script(text, NAMES)


def test_imports_have_bindings_with_places():
    text = (
        "import a, { b, c as d, default as e, 'f g' as h } from './i'; import * as j from \"k\"; import 'l'"
    )
    script = read(text)
    assert [
        (each.request, text[each.request_span.start : each.request_span.end]) for each in script.imports
    ] == [
        ("./i", "./i"),
        ("k", "k"),
        ("l", "l"),
    ]
    assert [(binding.name, binding.local) for each in script.imports for binding in each.bindings] == [
        ("default", "a"),
        ("b", "b"),
        ("c", "d"),
        ("default", "e"),
        ("f g", "h"),
        ("*", "j"),
    ]
    spans = [binding.span for each in script.imports for binding in each.bindings]
    assert [text[span.start : span.end] for span in spans] == ["a", "b", "d", "e", "h", "j"]
    assert script.form is Form.ESM


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("export const a = 1, { b, c: [d = e], ...f } = g, [h = () => i] = j", "a b d f h"),
        ("export function a() {} export async function* b() {} export class c {}", "a b c"),
        ("const a = 1; export { a, a as b, a as default, a as 'c-d' }", "a b default c-d"),
        ("export default a", "default"),
        (
            "export * from 'a'; export * as b from 'c'; export { d, e as f, default } from 'g'",
            "b d f default",
        ),
        ("export {}", ""),
    ],
)
def test_exports_are_known_by_their_names(text, names):
    assert [export.name for export in read(text).exports] == names.split()


def test_names_that_are_passed_on_have_a_request():
    script = read("export * from './a'; export { b as c, default } from './d'")
    assert [
        (each.request, [(entry.local, entry.name) for entry in each.entries]) for each in script.passed_on
    ] == [
        ("./a", [("*", "*")]),
        ("./d", [("b", "c"), ("default", "default")]),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "name", "value"),
    [
        ("export default function () {}\n(1)", DefaultKind.FUNCTION, "", "function () {}"),
        ("export default async function* f() {}", DefaultKind.FUNCTION, "f", "async function* f() {}"),
        ("export default class {}\n[1].a", DefaultKind.NAMELESS, "", "class {}"),
        ("export default class A extends B {}", DefaultKind.CLASS, "A", "class A extends B {}"),
        ("@d() export default class A {}", DefaultKind.CLASS, "A", "class A {}"),
        ("export default (class {})", DefaultKind.NAMELESS, "", "(class {})"),
        ("export default (function f() {})", DefaultKind.VALUE, "", "(function f() {})"),
        ("export default async () => 1", DefaultKind.NAMELESS, "", "async () => 1"),
        ("export default a\n  .b()", DefaultKind.VALUE, "", "a\n  .b()"),
    ],
)
def test_a_default_export_is_told_from_its_kind(text, kind, name, value):
    (statement,) = read(text).statements
    assert isinstance(statement, ExportDefault)
    assert (statement.kind, statement.name) == (kind, name)
    assert text[statement.value.start : statement.value.end] == value


@pytest.mark.parametrize(
    ("text", "requests"),
    [
        ("require('./a')", [("require", "./a", False)]),
        ("require(`./a`); require(\n'./b' // c\n)", [("require", "./a", False), ("require", "./b", False)]),
        ("require('./a/' + b + '.js')", [("require", "./a/*.js", True)]),
        ("require(`./${a}/${b}c.js`)", [("require", "./*/*c.js", True)]),
        ("require('a' + (b + c) + d)", [("require", "a*", True)]),
        ("require(a ? './b' : ('./c'))", [("require", "./b", False), ("require", "./c", False)]),
        ("require(a)", [("require", "*", True)]),
        ("import('./a'); import(/* b */ './c')", [("import", "./a", False), ("import", "./c", False)]),
        ("import(a).then(b)", [("import", "*", True)]),
        ("require.async('../a').then(b)", [("async", "../a", False)]),
        ("require.resolve('a'); require; typeof require", []),
        ("(function (require) { require('a') }); 'require(\"b\")' // require('c')", []),
        (r"require('./\u4e2d\x61\'\n')", [("require", "./中a'\n", False)]),
        ("require()", []),
    ],
)
def test_requests_are_found_with_what_is_known_of_them(text, requests):
    found = [(request.how.value, request.request, request.is_dynamic) for request in read(text).requests]
    assert found == requests


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("import 'a'", Form.ESM),
        ("export {}", Form.ESM),
        ("module.exports = 1", Form.COMMONJS),
        ("exports.a = require('b')", Form.COMMONJS),
        ("'import a'; Page({})", Form.NONE),
        ("(function (module) { module.exports = my })", Form.NONE),
    ],
)
def test_the_form_of_a_module_is_told(text, form):
    assert read(text).form is form
    assert read(text).module.form is form


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("a = '/b/c.png'; d = \"./e.svg\"; f = `../g/h.mp3`", "/b/c.png ./e.svg ../g/h.mp3"),
        ("a = '/b/' + c + '.png'; d = `/e/${f}.jpg`", "/b/*.png /e/*.jpg"),
        ("a = 'b.png'; c = 'https://d/e.png'; f = '//g/h.png'; i = 'j k/l.png'", ""),
        ("// '/a/b.png'\n/a\\/b.png'/", ""),
        ("a = '/b/c.pngx'; d = '/e/f'", ""),
    ],
)
def test_strings_that_look_like_an_asset_are_found(text, paths):
    assert [path.text for path in read(text).paths] == paths.split()


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        ("const a = ;\nmy.b", rules.SCRIPT_SYNTAX, ";"),
        ("function (", rules.SCRIPT_UNCLOSED, ""),
        ("f(1;\nmy.a", rules.SCRIPT_INCOMPLETE, ";"),
        ("let a; let a; my.b", rules.DUPLICATE_DECLARATION, "a"),
        ("await my.a()", rules.AWAIT_OUTSIDE_FUNCTION, "await my.a()"),
        ("import 'a'; with (b) {}", rules.NOT_STRICT, "with (b) {}"),
        ("export default import.meta.url", rules.IMPORT_META, "import.meta"),
        ("export { a }", rules.UNDECLARED_EXPORT, "a"),
        ("export const a = 1; export { a }", rules.DUPLICATE_EXPORT, "a"),
        ("import { a } from 'b'; a = 1", rules.IMPORT_ASSIGNED, "a"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(text, rule, place):
    (finding, *_) = read(text).module.findings
    assert finding.rule == rule
    if place:
        assert text[finding.span.start : finding.span.end] == place
    assert set(finding.arguments) <= {"name", "found", "before", "line", "closing"}


def test_reading_long_scripts_keeps_nothing_of_them():
    parse("a;\n" * 10_000)
    tracemalloc.start()
    try:
        for number in range(10):
            parse(f"let a = {number};\n" * 10_000)
        parse.cache_clear()
        assert tracemalloc.get_traced_memory()[0] < 500_000
    finally:
        tracemalloc.stop()


def test_a_node_of_a_long_script_has_its_text():
    assert parse("let abc = 1;\n" * 2_000).children[1_000].text == b"let abc = 1;"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\u2029"])
def test_a_line_for_the_shell_ends_with_its_line(end):
    module = read(f"#!/u{end}a b").module
    assert module.hashbang == Span(0, 4)
    assert [finding.rule for finding in module.findings] == [rules.SCRIPT_SYNTAX]


@pytest.mark.parametrize(
    "text",
    ["a('b\n')", 'a("\r\n  ")', "a({ b: 'c\\\n\n' })", "a('b\n \n\t\r\n  ')", "a('b\r')", "a('b\r \r\r  ')"],
)
def test_a_string_ends_with_its_line(text):
    (finding,) = read(text).module.findings
    assert finding.rule == rules.SCRIPT_UNCLOSED
    assert text[finding.span.start] in "'\""
    assert "\n" not in text[finding.span.start : finding.span.end]


@pytest.mark.parametrize(
    "text", ["a('b\\\n')", "a(\n  'b', 'c'\n)", "a(`\n'`)", "a({\n  'b': '',\n  \"\": 1 })"]
)
def test_a_string_may_go_on_behind_a_backslash(text):
    assert read(text).module.findings == ()


# Each is at the line that is broken: what stands above it is no code.
@pytest.mark.parametrize("line", ["#!x from 'a'", "// from 'a'", "<!-- from 'a'", "#!x export { a }"])
def test_a_line_that_is_no_code_hides_nothing(line):
    (finding,) = read(f"{line}\nimport {{ a(e\n").module.findings
    assert finding.rule == rules.SCRIPT_SYNTAX
    assert finding.span.start > len(line)


@pytest.mark.parametrize("text", ["expo\ufffdpt de&aul=>\n    \n}", "/*j\n get ", "'/*'; /* a\n get "])
def test_a_long_text_that_makes_no_sense_is_given_up_near_its_first_fault(text):
    sound = "let a = 1;\n" * 300
    (error,) = parse(sound + text * 4_000).children
    assert error.type == "ERROR"
    assert len(sound) - 200 < error.start_byte < len(sound) + 200


def test_a_text_of_some_pages_that_makes_no_sense_is_given_up_as_well():
    opened = "import { targ" + "!" * 41 + "et t } from './"
    closed = "constants'\n\n/**\ufffd\n * as Target } from './constants'\n\n/**\ufffd\n * __"
    (error,) = parse(opened * 100 + closed * 100).children
    assert error.type == "ERROR"
    assert error.start_byte < 200


@pytest.mark.parametrize(
    "text",
    [
        "import a from 'b'\n(function () { a })()",
        "a = '/*'",
        "a() // /*\nb()",
        "a = `/*`",
        "export { a }\n;[1].b; var a",
        "const a = 1\nexport { a }\n`b`.c",
        "const f = () => {\n}\n\n[...a].b()",
        "const g = () => {\n} // {\n;(b)()",
        "a = b\n++c\nd",
        "if (a) b; else c\ndo d; while (e) f",
        "import a from 'b'\nlet\n  c = a, d\nlet\n\n{ e } = c\nlet\n[f] = e\nfor (let\n g of f) g",
        "export let\n  a = 1 // we let\nlet b = `let\nc`\n/* let\nd */",
    ],
)
def test_valid_scripts_without_semicolons_have_no_findings(text):
    assert read(text).module.findings == ()


def test_what_let_declares_may_stand_on_the_next_line():
    script = read("import a from 'b'\nlet\n  c = a, d\nlet\n{ e } = c // let\nf = e, { let: g } = c.let\nh")
    assert script.module.scopes.names == {"a", "c", "d", "e"}
    assert script.free.keys() == {"f", "g", "h"}


@pytest.mark.parametrize("text", ["var let = 1\nlet\nin {}", "a.let\nb", "a = { let\n}", "a = { b: let\n}"])
def test_let_may_be_a_name_where_no_module_is(text):
    assert read(text).module.findings == ()


def test_late_findings_are_those_that_describing_did_not_look_for():
    script = read("import a from 'b'; let a")
    assert script.findings == ()
    assert [finding.rule for finding in script.late_findings] == [rules.DUPLICATE_DECLARATION]


def test_a_large_text_of_data_is_read_only_when_asked():
    data = "export default [" + "'中文', " * LARGE + "'/a/b.png']"
    script = read(data)
    assert (script.form, script.statements) == (Form.ESM, ())
    assert [path.text for path in script.paths] == ["/a/b.png"]
    assert [export.name for export in script.exports] == ["default"]
    assert "Math" in read("Math.max").free


def test_a_large_text_with_an_import_is_read():
    script = read("export default [" + "'a', " * LARGE + "]; export * from './b'")
    assert [each.request for each in script.passed_on] == ["./b"]


def test_names_are_those_of_the_dialect():
    script = parse_script(
        "wx.a(); my.b(); VantComponent({})", ScriptNames(("wx",), (("VantComponent", "component"),))
    )
    assert [use.path for use in script.uses] == ["a"]
    assert [registration.word for registration in script.registrations] == ["component"]


def test_typescript_is_read_with_its_own_grammar():
    text = "import type { A } from './a'; const b: A<typeof c> = my.d!(e as F); Page<{}>({ f(): void {} })"
    script = parse_script(text, NAMES, Language.TYPESCRIPT)
    assert (script.findings, [use.path for use in script.uses]) == ((), ["d"])
    assert [registration.word for registration in script.registrations] == ["page"]


def test_a_script_survives_being_stored():
    script = read("import a from 'b'; my.alert({ a }); Page({ data: {} })")
    assert pickle.loads(pickle.dumps(script)) == script
