"""Scripts lowered to an earlier level: they do the same, and are of that level."""

import json
import subprocess
from pathlib import Path, PurePosixPath

import pytest
from esprima import parseScript

from miniport.edit import apply, rewrite
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


def test_what_is_too_new_is_named_where_it_stands():
    text = "class A { 名 = 1; #p = 2; static { b } }\nconst n = 10n ** 2n;\n"
    found = [
        (finding.arguments["found"], finding.arguments["since"]) for finding in lower(text, "es2015").findings
    ]
    assert ("名 = 1", "es2022") in found
    assert ("#p", "es2022") in found
    assert ("10n ** 2n", "es2016") in found
    assert ("10n", "es2020") in found


def test_every_kept_name_leads_back_to_itself():
    made = rewrite(SAMPLE, lower(SAMPLE, "es2018").edits)
    source = Source(PurePosixPath("a.js"), SAMPLE).rewritten(made.text, made.origins)
    at = made.text.index("'stmt'")
    assert source.position(at) == source.original.position(SAMPLE.index("'stmt'"))
