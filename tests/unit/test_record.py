from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniport.enumeration import StrEnum
from miniport.field import field
from miniport.frozen import frozen
from miniport.likeness import closest
from miniport.posix import PurePosixPath
from miniport.record import Document, RecordError, decode, load_json, load_yaml, schema


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@frozen
class Target:
    app_id: str
    level: int = 1
    ratio: float = 0.5
    is_fast: bool = False

    def __post_init__(self) -> None:
        if self.level > 9:
            raise ValueError("the level is above 9", "级别超过 9", "lower it", "请调低")


@frozen
class Settings:
    name: str = field(metadata={"doc": "What it is called."})
    mode: Literal["development", "production"] = "development"
    colour: Colour = Colour.RED
    root: PurePosixPath = PurePosixPath("src")
    targets: Mapping[str, Target] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    minify: bool | Literal["auto"] = "auto"
    extra: tuple[str, ...] | Mapping[str, str] | None = None
    on_: bool = False


def problems(text: str) -> list[str]:
    with pytest.raises(RecordError) as caught:
        decode(Settings, load_yaml(text).value)
    return [f"{problem.key}: {problem.en} [{problem.help_en}]" for problem in caught.value.problems]


def yaml_error(text: str) -> str:
    with pytest.raises(RecordError) as caught:
        load_yaml(text)
    return caught.value.problems[0].en


def test_a_record_is_read_with_camel_case_keys_and_nested_values():
    text = """
name: shop
mode: production
colour: blue
root: app/src
on: true
words: [a, b]
minify: false
extra: {k: v}
targets:
  one: {appId: "12", level: 3, ratio: 2, isFast: true}
"""
    assert decode(Settings, load_yaml(text).value) == Settings(
        name="shop",
        mode="production",
        colour=Colour.BLUE,
        root=PurePosixPath("app/src"),
        targets={"one": Target("12", 3, 2.0, True)},
        words=("a", "b"),
        minify=False,
        extra={"k": "v"},
        on_=True,
    )


def test_all_problems_are_collected_in_one_error():
    text = "mode: produktion\nwords: [1]\ntargets: {one: {appid: x, level: yes}}\nroot: ''"
    assert problems(text) == [
        ': the key "name" is missing [add "name"]',
        'mode: "produktion" is not one of: development, production [did you mean "production"?]',
        'root: "" is not a path [separate folders by "/"]',
        'targets.one.appid: there is no key "appid" [did you mean "appId"?]',
        'targets.one: the key "appId" is missing [add "appId"]',
        'targets.one.level: expected a whole number, found "yes" [write a whole number]',
        "words[0]: expected text, found the number 1 [put it in quotes]",
    ]


@pytest.mark.parametrize("value", ["true", "1.5", "'1'", "null", "[]"])
def test_a_whole_number_is_nothing_else(value):
    assert len(problems(f"name: a\ntargets: {{t: {{appId: x, level: {value}}}}}")) == 1


def test_a_value_that_no_member_of_a_union_takes_names_them_all():
    either = "a list or a mapping or nothing"
    assert problems("name: a\nextra: 3") == [f"extra: expected {either}, found the number 3 [write {either}]"]
    assert problems("name: a\nminify: atuo") == ['minify: "atuo" is not one of: auto [did you mean "auto"?]']


def test_a_check_of_the_record_itself_becomes_a_problem_in_both_languages():
    with pytest.raises(RecordError) as caught:
        decode(Settings, {"name": "a", "targets": {"t": {"appId": "x", "level": 10}}}, "miniport.yaml")
    (problem,) = caught.value.problems
    assert (problem.key, problem.en, problem.zh) == ("targets.t", "the level is above 9", "级别超过 9")
    assert str(caught.value) == "miniport.yaml: targets.t: the level is above 9"


def test_words_that_yaml_1_1_takes_for_something_else_stay_text():
    value = load_yaml("[on, off, yes, No, 2026-11-20, 1:30, 1_000, 0o17, 0x1F, 1e3, ~, .5, '5', 007]").value
    assert value == [
        "on",
        "off",
        "yes",
        "No",
        "2026-11-20",
        "1:30",
        "1_000",
        15,
        31,
        1000.0,
        None,
        0.5,
        "5",
        7,
    ]


def test_keys_are_text_as_written():
    assert load_yaml("{on: 1, 1: 2, null: 3, true: 4}").value == {"on": 1, "1": 2, "null": 3, "true": 4}


def test_places_are_code_points_of_keys_and_values():
    text = "# 说明 😀\nname: 店铺😀\ntargets:\n  甲: {appId: x}\n"
    document = load_yaml(text)
    start, end = document.key_span(("targets", "甲", "appId"))
    assert text[start:end] == "appId"
    start, end = document.span(("name",))
    assert text[start:end] == "店铺😀"
    assert document.key_span(("targets", "absent")) == document.span(("targets",))


def test_a_problem_is_placed_at_its_key_or_its_value():
    text = "name: a\nmdoe: production\nwords: 7"
    document = load_yaml(text)
    with pytest.raises(RecordError) as caught:
        decode(Settings, document.value)
    spans = [document.placed(problem).span for problem in caught.value.problems]
    assert [text[start:end] for start, end in spans] == ["mdoe", "7"]


def test_a_key_that_repeats_is_refused_at_its_second_place():
    with pytest.raises(RecordError) as caught:
        load_yaml("a: {b: 1,\n b: 2}")
    (problem,) = caught.value.problems
    assert (problem.key, problem.en, problem.span) == ("a.b", 'the key "b" stands here twice', (11, 12))
    with pytest.raises(RecordError, match="twice"):
        load_json('{"a": 1, "a": 2}', "pack.json")


def test_an_alias_gives_the_value_again_but_a_bomb_is_refused():
    assert load_yaml("a: &x {b: 1}\nc: *x").value == {"a": {"b": 1}, "c": {"b": 1}}
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for name, before in zip("bcdefgh", "abcdefg", strict=True):
        bomb += f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    assert yaml_error(bomb) == "not allowed here: aliases that repeat too much"
    assert yaml_error("a: *x") == 'not allowed here: "*x" points at nothing before it'
    assert yaml_error("a: &x [*x]") == 'not allowed here: "*x" points at nothing before it'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: !!python/object:os.system x", "the tag"),
        ("a: 1\n---\nb: 2", "a second document"),
        ("? [a]\n: b", "a key that is not text"),
        ("a: [1", "a list has no end"),
        ("a: b: c", "a second :"),
        ("a: \x07", "not readable"),
        ("[" * 200_000, "nested deeper"),
        ("a: " + "{a: " * 5_000, "nested deeper"),
    ],
)
def test_what_a_settings_file_does_not_need_is_refused(text, words):
    assert words in yaml_error(text)


def test_json_that_is_malformed_or_deep_is_refused():
    for text in ("{", "[" * 100_000):
        with pytest.raises(RecordError):
            load_json(text, "pack.json")


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_document_is_none(text):
    assert load_yaml(text).value is None


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        assert isinstance(load_yaml(text), Document)
    except RecordError as error:
        assert error.problems


@pytest.mark.parametrize(
    ("word", "near"),
    [("appid", "appId"), ("app-id", "appId"), ("tagrets", "targets"), ("zebra", None), ("prx", "rpx")],
)
def test_a_near_word_is_offered(word, near):
    assert closest(word, ["appId", "targets", "name", "px", "rpx"]) == near


def test_the_schema_says_what_decode_takes():
    result = schema(Settings, "miniport.yaml")
    assert result["required"] == ["name"]
    properties = result["properties"]
    assert properties["name"] == {"type": "string", "description": "What it is called."}
    assert properties["mode"] == {"enum": ["development", "production"], "default": "development"}
    assert properties["colour"] == {"enum": ["red", "blue"], "default": "red"}
    assert properties["minify"] == {"anyOf": [{"type": "boolean"}, {"enum": ["auto"]}], "default": "auto"}
    assert properties["targets"] == {"type": "object", "additionalProperties": {"$ref": "#/$defs/Target"}}
    assert result["$defs"]["Target"]["additionalProperties"] is False
    assert result["$defs"]["Target"]["required"] == ["appId"]
