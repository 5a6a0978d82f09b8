"""Long tables of data are left out of what is parsed, and nothing else is."""

from __future__ import annotations

import json

import pytest

from miniport.syntax.hollow import bare, hollow, parse_hollow
from miniport.syntax.module import read_module
from miniport.syntax.types import erase

ROWS = json.dumps([{"id": f"r{number}", "at": [number, None, True]} for number in range(3000)])
AROUND = "import {{ a }} from './a';\nexport const rows = {rows};\nexport const b: typeof a = a(rows, 'x');\n"


def test_the_inside_of_a_long_table_is_a_blank_comment_and_all_else_is_kept() -> None:
    text = AROUND.format(rows=ROWS)
    before, after = AROUND.split("{rows}")
    inside = f"/*{' ' * (len(ROWS) - len('[/**/]'))}*/"
    expected = f"{before.format()}[{inside}]{after}"
    assert hollow(text) == expected


def test_the_inside_of_a_table_in_a_comment_does_not_end_that() -> None:
    text = f"/* rows: {ROWS} */ f();"
    assert hollow(text) == f"/* rows: [{' ' * (len(ROWS) - 2)}] */ f();"


def test_what_code_a_script_holds_is_all_but_the_insides_of_its_tables() -> None:
    assert bare(AROUND.format(rows=ROWS)) == AROUND.format(rows="[]")
    assert bare(AROUND.format(rows="[1, 2]")) == AROUND.format(rows="[1, 2]")


def test_a_script_that_is_a_table_is_parsed_once_for_all_who_ask() -> None:
    table, other = (f"export const rows = {ROWS};\nexport const name = '{name}';\n" for name in "ab")
    root = parse_hollow(table)
    assert root.end_byte == len(table)
    parse_hollow(other)
    assert parse_hollow(table) is root


def test_lines_of_a_long_table_stay() -> None:
    text = AROUND.format(rows=json.dumps(json.loads(ROWS), indent=1))
    assert hollow(text) != text
    assert [len(line) for line in hollow(text).split("\n")] == [len(line) for line in text.split("\n")]


@pytest.mark.parametrize(
    "text",
    [
        "const rows = ['short', 'text'];",
        AROUND.format(rows=ROWS.replace('"r7"', "name")),
        AROUND.format(rows=ROWS.replace("null", "NaN", 1)),
        AROUND.format(rows="`" + ROWS.replace('"r7"', '"${a}"') + "`"),
        "/* rows: " + ROWS.replace('"r7"', '"*/"') + " */",
        "const rows = " + "[" * 100_000,
    ],
    ids=["short", "name", "nan", "template", "comment", "deep"],
)
def test_what_may_hold_code_stays(text: str) -> None:
    assert hollow(text) == text


def test_a_script_says_the_same_with_and_without_its_tables() -> None:
    text = AROUND.format(rows=ROWS)
    short = AROUND.format(rows="[]")
    moved = len(text) - len(short)
    table = text.index(ROWS)
    edits = [(edit.span, edit.new) for edit in erase(text).edits]
    assert edits == [
        (edit.span if edit.span.start < table else edit.span.shift(moved), edit.new)
        for edit in erase(short).edits
    ]
    plain = AROUND.replace(": typeof a", "")
    module, other = (read_module(plain.format(rows=rows)) for rows in (ROWS, "[]"))
    assert [statement.__class__ for statement in module.statements] == [
        statement.__class__ for statement in other.statements
    ]
    assert module.scopes.top.keys() == other.scopes.top.keys()
