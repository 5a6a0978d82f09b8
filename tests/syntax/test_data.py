"""JSON: values, findings with their places, spans and edits."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniport.edit import apply
from miniport.syntax.data import JsonDocument, Pointer, json_text, parse_json
from miniport.syntax.data_edit import remove_key, remove_keys, rename_key, set_value
from miniport.syntax.data_node import MAX_DEPTH
from miniport.syntax.data_scan import scan

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
values = st.recursive(
    scalars | texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4)
)
layouts = st.sampled_from([None, 0, 2, "\t"])
near_json = st.text(st.sampled_from(list("{}[]\",:'/\\ \n\t-+.0129eEtrufalsn#*，“\ud800")), max_size=24)


def pointers(value, at=()):
    """Yield (pointer, value) of everything in a value."""
    yield at, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from pointers(inner, (*at, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            yield from pointers(inner, (*at, index))


def said(document: JsonDocument) -> list[tuple[str, str]]:
    """Return (code, text at the finding) of each finding."""
    return [
        (finding.rule.code, document.text[finding.span.start : finding.span.end])
        for finding in document.findings
    ]


@given(values, layouts, st.booleans())
def test_a_value_is_what_the_standard_library_reads(value, indent, is_ascii):
    text = json.dumps(value, indent=indent, ensure_ascii=is_ascii)
    document = parse_json(text)
    assert document.findings == ()
    assert document.value == json.loads(text)


@given(values, layouts, st.booleans())
def test_a_span_holds_the_text_of_its_value_and_key(value, indent, is_ascii):
    document = parse_json(json.dumps(value, indent=indent, ensure_ascii=is_ascii))
    for pointer, expected in pointers(value):
        span = document.span(pointer)
        assert json.loads(document.text[span.start : span.end]) == expected
        if pointer and isinstance(pointer[-1], str):
            span = document.key_span(pointer)
            assert json.loads(document.text[span.start : span.end]) == pointer[-1]


@given(near_json)
def test_any_text_is_either_read_as_the_standard_library_does_or_refused_at_a_place(text):
    document = parse_json(text)
    for finding in document.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        for words in (finding.rule.en, finding.rule.zh):
            assert words.message.format_map(finding.arguments)
            assert words.help.format_map(finding.arguments)
    if any(finding.rule.is_blocking for finding in document.findings):
        assert document.value is None
    else:
        # Nothing counts as an object without members.
        assert document.value == json.loads(text.strip(" \t\r\n") or "{}")


@given(values, layouts)
def test_the_scan_finds_nothing_wrong_with_what_the_standard_library_writes(value, indent):
    assert scan(json.dumps(value, indent=indent)).findings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("MP156", "")]),
        ("\n\n", [("MP156", "")]),
        ('{"a": 1,}', [("MP151", ",")]),
        ("[1, 2, ]", [("MP151", ",")]),
        ("{'a': 1}", [("MP152", "'a'")]),
        ("{\"a\": 'b'}", [("MP152", "'b'")]),
        ("{“a”: 1}", [("MP152", "“a”")]),
        ("{pages: []}", [("MP152", "pages")]),
        ("[tru]", [("MP152", "tru")]),
        ("// note\n{}", [("MP153", "//")]),
        ('{"a": 1 /* note */}', [("MP153", "/*")]),
        ('{\n# note\n"a": 1}', [("MP153", "#")]),
        ('{"a": 1 "b": 2}', [("MP154", '"')]),
        ("[true false]", [("MP154", "false")]),
        ("[1 {}]", [("MP154", "{")]),
        ('{"a" 1}', [("MP154", "1")]),
        ('{"a": {"b": 1}', [("MP155", "{")]),
        ("[1, 2", [("MP155", "[")]),
        ('{"a": "x\n}', [("MP155", '"x')]),
        ('["x', [("MP155", '"x')]),
        ('{"a": 1}}', [("MP150", "}")]),
        ('{"a": [1, 2}', [("MP178", "}")]),
        ('{"a"：1}', [("MP150", "：")]),
        ('{"a": 1，"b": 2}', [("MP150", "，")]),
        ("[,]", [("MP150", ",")]),
        ('{"a": 1, "b": 2, "a": 3}', [("MP157", '"a"')]),
        ('{"a": 1, "a": 2,}', [("MP157", '"a"'), ("MP151", ",")]),
        ("[NaN]", [("MP159", "NaN")]),
        ("[-Infinity]", [("MP150", "-")]),
        ("[1e999]", [("MP159", "1e999")]),
        ("[01]", [("MP159", "01")]),
        ("[+1]", [("MP159", "+1")]),
        ("[.5]", [("MP159", ".5")]),
        ("[0x1F]", [("MP159", "0x1F")]),
        ("[None]", [("MP159", "None")]),
        ('["C:\\dir"]', [("MP159", "\\d")]),
        ('["a\tb"]', [("MP159", "\t")]),
        ('["\\ud800"]', [("MP159", "\\ud800")]),
        ('["\\ude00\\ud83d"]', [("MP159", "\\ude00")]),
        ('["\\ud83d \\ude00"]', [("MP159", "\\ud83d")]),
    ],
)
def test_each_slip_has_its_own_code_and_place(text, expected):
    assert said(parse_json(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a" 1 "b": 2,}', [("MP154", "1"), ("MP154", '"'), ("MP151", ",")]),
        ("{a: 1, b: 2}", [("MP152", "a"), ("MP152", "b")]),
        ('{"a": 1, // one\n"b" 2}', [("MP153", "//"), ("MP154", "2")]),
        ('{"a": 1, "a": 2 "b" 3}', [("MP157", '"a"'), ("MP154", '"'), ("MP154", "3")]),
        ('{"a" 1, "b": [2}', [("MP154", "1"), ("MP178", "}")]),
        ("[1e999 2]", [("MP159", "1e999")]),
    ],
)
def test_slips_behind_one_with_a_known_cure_are_told_too(text, expected):
    assert said(parse_json(text)) == expected


def test_a_sign_of_an_outer_container_names_the_bracket_that_is_open():
    text = '{"pages": [["a"],\n"window": {}}'
    (finding,) = parse_json(text).findings
    assert finding.rule.en.message.format_map(finding.arguments) == (
        '":" cannot stand here: the "[" before it is still open'
    )
    assert [label.span.start for label in finding.labels] == [text.index("[")]


def test_only_a_full_width_sign_is_told_to_be_written_plain():
    twin, plain = (parse_json(text).findings[0].arguments["twin_en"] for text in ('{"a"：1}', "[,]"))
    assert "full-width" in twin
    assert "full-width" not in plain


def test_the_cure_for_quotes_shows_the_text_in_double_quotes():
    finding = parse_json("{'it\\'s': 1}").findings[0]
    assert finding.rule.en.help.format_map(finding.arguments) == 'write "it\'s"'


def test_a_pair_of_surrogates_is_a_sign_like_any_other():
    assert parse_json('["\\ud83d\\ude00"]').value == ["😀"]


@pytest.mark.parametrize("unit", ["[", '{"a":', "[[", '[{"a":'])
def test_twenty_thousand_levels_are_a_finding(unit):
    assert [finding.rule.code for finding in parse_json(unit * 20_000).findings] == ["MP158"]


def test_the_limit_of_levels_does_not_depend_on_who_reads():
    assert parse_json("[" * MAX_DEPTH + "]" * MAX_DEPTH).findings == ()
    assert said(parse_json("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))) == [("MP158", "[")]
    assert parse_json("[" + "[]," * 5000 + "[]]").findings == ()


def test_a_number_with_ten_thousand_digits_is_refused():
    assert [finding.rule.code for finding in parse_json("1" * 10_000).findings] == ["MP159"]


def test_a_pointer_to_nothing_gives_the_nearest_place():
    document = parse_json('{"a": {"b": [1]}}')
    assert document.span(("a", "b", 7, "c")) == document.span(("a", "b"))
    assert document.key_span(("a", "x")) == document.span(("a",))
    assert document.span(("x",)) == document.span()


def test_of_a_repeated_key_the_last_value_counts():
    document = parse_json('{"a": {"b": 1}, "a": 2}')
    assert document.value == {"a": 2}
    assert document.span(("a",)) == document.span(("a", "b"))
    assert document.text[document.span(("a",)).start] == "2"


def test_json_text_is_utf_8_and_ends_with_a_line_break():
    assert json_text({"标题": ["😀", {}], "b": 1}) == '{\n  "标题": [\n    "😀",\n    {}\n  ],\n  "b": 1\n}\n'


@given(st.dictionaries(texts, values, min_size=1, max_size=5), layouts, st.data())
def test_setting_a_value_changes_that_value_only(value, indent, data):
    document = parse_json(json.dumps(value, indent=indent))
    key = data.draw(st.sampled_from(list(value)) | texts)
    new = data.draw(values)
    edit = set_value(document, (key,), new)
    assert json.loads(apply(document.text, [edit])) == {**value, key: new}
    assert document.text.startswith(apply(document.text, [edit])[: edit.span.start])


@given(st.dictionaries(texts, values, max_size=6), layouts, st.data())
def test_removing_keys_leaves_the_others(value, indent, data):
    document = parse_json(json.dumps(value, indent=indent))
    keys = data.draw(st.sets(st.sampled_from(list(value)))) if value else set()
    kept = {key: inner for key, inner in value.items() if key not in keys}
    assert json.loads(apply(document.text, remove_keys(document, (), keys))) == kept


@given(st.lists(values, min_size=1, max_size=6), layouts, st.data())
def test_removing_an_entry_of_a_list_leaves_the_others(value, indent, data):
    document = parse_json(json.dumps(value, indent=indent))
    index = data.draw(st.integers(0, len(value) - 1))
    kept = value[:index] + value[index + 1 :]
    assert json.loads(apply(document.text, [remove_key(document, (index,))])) == kept


LAID_OUT = """{
    "pages" : [ "a" ],
    "window": {"title": "x", "extra": null},
\t"last": {}
}
"""


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (
            lambda document: [set_value(document, ("window", "title"), "标题")],
            LAID_OUT.replace('"x"', '"标题"'),
        ),
        (
            lambda document: [set_value(document, ("window", "new"), True)],
            LAID_OUT.replace("null}", 'null, "new": true}'),
        ),
        (
            lambda document: [set_value(document, ("new",), [1])],
            LAID_OUT.replace("{}\n", '{},\n\t"new": [\n\t  1\n\t]\n'),
        ),
        (
            lambda document: [set_value(document, ("last", "a"), 1)],
            LAID_OUT.replace("{}", '{\n\t  "a": 1\n\t}'),
        ),
        (
            lambda document: [remove_key(document, ("pages",))],
            LAID_OUT.replace('"pages" : [ "a" ],\n    ', ""),
        ),
        (
            lambda document: [remove_key(document, ("last",))],
            LAID_OUT.replace(',\n\t"last": {}', ""),
        ),
        (
            lambda document: remove_keys(document, ("window",), {"title", "extra"}),
            LAID_OUT.replace('"title": "x", "extra": null', ""),
        ),
        (
            lambda document: [rename_key(document, ("window", "title"), "defaultTitle")],
            LAID_OUT.replace('"title"', '"defaultTitle"'),
        ),
    ],
)
def test_an_edit_keeps_the_layout_of_everything_else(edits, expected):
    document = parse_json(LAID_OUT)
    assert apply(document.text, edits(document)) == expected


def test_a_key_removed_twice_over_is_gone():
    document = parse_json('{"a": 1, "b": 2, "a": 3}')
    assert apply(document.text, remove_keys(document, (), {"a"})) == '{"b": 2}'


def test_setting_a_value_below_nothing_is_the_callers_mistake():
    nowhere: Pointer = ("x", "y")
    with pytest.raises(KeyError):
        set_value(parse_json("{}"), nowhere, 1)
