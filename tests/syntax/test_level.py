"""Scripts lowered to an earlier level: they do the same, and are of that level."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from esprima import parseScript

from miniport.edit import apply, rewrite
from miniport.posix import PurePosixPath
from miniport.source import Source
from miniport.syntax.level import LEVELS, lower

SAMPLE = Path(__file__).with_name("level_sample.js").read_text("utf-8")


def lowered(text: str, level: str = "es2018") -> str:
    return apply(text, lower(text, level).edits)


@pytest.mark.node
@pytest.mark.parametrize("level", ["es2018", "es2019", "es2020"])
def test_a_lowered_script_does_the_same(level: str, node: str):
    made = lowered(SAMPLE, level)
    assert made != SAMPLE
    ran = [
        subprocess.run([node, "-e", text], capture_output=True, text=True, check=True).stdout
        for text in (SAMPLE, made)
    ]
    assert len(json.loads(ran[0])) > 40
    assert ran[1] == ran[0]


def test_names_are_given_in_the_order_of_the_text():
    """What the grammar's query finds has the order of addresses, which no two runs share."""
    made = lowered("".join(f"r[{n}] = f{n}().a ?? (g{n}().b ?? {n});\n" for n in range(60)))
    numbers = [int(number) for number in re.findall(r"\b_v(\d+) = ", made)]
    assert len(numbers) >= 60
    assert numbers == sorted(numbers)


def test_a_parser_of_that_level_reads_it():
    # esprima knows ES2017 and the spread of objects.
    parseScript(lowered(SAMPLE).replace("async", "").replace("await", ""))


def test_nothing_is_touched_where_the_level_has_it():
    assert lower(SAMPLE, LEVELS[-1]).edits == ()
    assert lower("let a = b ? .5 : 1;\n", "es2015").edits == ()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("a?.b", "a == null ? void 0 : a.b"),
        ("x = a ?? b", "x = a != null ? a : b"),
        ("a ??= b", "a != null ? a : (a = b)"),
        ("f = () => g()?.h", "f = () => { var _v1; return (_v1 = g()) == null ? void 0 : _v1.h; }"),
        ("a = b\ng()?.h", "var _v1; a = b\n;(_v1 = g()) == null ? void 0 : _v1.h"),
        ("#!node\n'use x'\ng()?.h", "#!node\n'use x'; var _v1;\n;(_v1 = g()) == null ? void 0 : _v1.h"),
        ("// first\ng()?.h", "var _v1; // first\n(_v1 = g()) == null ? void 0 : _v1.h"),
        ("a?.['茶'] + b?.(1)", "(a == null ? void 0 : a['茶']) + (b == null ? void 0 : b(1))"),
        ("a.b ||= 1_0", "a.b || (a.b = 10)"),
    ],
)
def test_what_is_written_instead(text: str, made: str):
    assert lowered(text) == made


@pytest.mark.parametrize(
    ("text", "level", "found"),
    [
        ("class A { 名 = 1; static s; static { b } }", "es2019", []),
        ("class A { #p = 2; q = this.#p; #m() {} }", "es2019", ["#p = 2", "#m() {}"]),
        ("class A { [k] = 1; x = 2 }", "es2019", ["[k] = 1"]),
        ("f(class { static s = 1 })", "es2019", ["static s = 1"]),
        ("while (a) { b = class extends b { c = 1 } }", "es2019", ["c = 1"]),
        ("const n = 10n ** 2n;\n", "es2015", ["10n ** 2n", "10n", "2n"]),
        ("const n = 10n ** 2n;\n", "es2019", ["10n", "2n"]),
        ("export * as ns from 'x'", "es2019", ["export * as ns from 'x'"]),
        ("async function f() {\n}", "es2016", ["async function f() {"]),
        ("async function *f() { for await (a of b) ; }", "es2018", []),
        (
            "async function *f() {\nfor await (a of b) ; }",
            "es2017",
            ["async function *f() {", "for await (a of b) ;"],
        ),
        ("class A { #p }", "es2022", []),
    ],
)
def test_what_is_too_new_is_named_where_it_stands(text: str, level: str, found: list[str]):
    findings = lower(text, level).findings
    assert sorted(text[each.span.start : each.span.end] for each in findings) == sorted(found)
    assert all(each.arguments["found_en"] and each.arguments["found_zh"] for each in findings)


def test_every_kept_name_leads_back_to_itself():
    made = rewrite(SAMPLE, lower(SAMPLE, "es2018").edits)
    source = Source(PurePosixPath("a.js"), SAMPLE).rewritten(made.text, made.origins)
    at = made.text.index("'stmt'")
    assert source.position(at) == source.original.position(SAMPLE.index("'stmt'"))
