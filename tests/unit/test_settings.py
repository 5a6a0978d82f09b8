"""Reading miniport.yaml: what it gives, and what is wrong in it with its place."""

import json
import re
from pathlib import Path

import pytest

from miniport import rules
from miniport.posix import PurePosixPath
from miniport.project.read_settings import parse_settings, read_settings
from miniport.project.settings import Settings, TargetSettings
from miniport.project.settings_fault import settings_schema
from miniport.project.version import satisfies
from miniport.source import Source

KNOWN = ("alipay", "weibo")


def parsed(text: str):
    return parse_settings(Source(PurePosixPath("miniport.yaml"), text), KNOWN, "1.2.3")


def found(text: str) -> list[str]:
    return [
        f"{each.place.line}:{each.place.column} {each.rule.code} {each.message()} ({each.help()})"
        for each in parsed(text).diagnostics
    ]


def test_every_key_can_be_set():
    read = parsed("""
name: tea
version: "1.0.0"
requires: ">=1.2,<2"
source: src
dialect: alipay
include: [assets/**]
exclude: [src/old/**]
unreached: keep
define: {DEBUG: true, LEVEL: 2, CHANNEL: beta}
capabilities: {pay: adapters/pay.js}
targets:
  weibo:
    appId: "etmhykpra4"
    settings: {map: {tiles: "https://tiles.example/{z}"}}
    facts: my-facts.yaml
    pages: {exclude: [pages/live/**]}
  alipay: {facts: [a.yaml, b.yaml]}
""")
    assert read.diagnostics == ()
    settings = read.settings
    assert (settings.name, settings.source, settings.unreached) == ("tea", PurePosixPath("src"), "keep")
    assert settings.define == {"DEBUG": True, "LEVEL": 2, "CHANNEL": "beta"}
    assert settings.capabilities == {"pay": PurePosixPath("adapters/pay.js")}
    weibo = settings.target("weibo")
    assert (weibo.app_id, weibo.pages.exclude) == ("etmhykpra4", ("pages/live/**",))
    assert weibo.facts_files == (PurePosixPath("my-facts.yaml"),)
    assert settings.target("alipay").facts_files == (PurePosixPath("a.yaml"), PurePosixPath("b.yaml"))
    assert settings.target("web") == TargetSettings()


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n"])
def test_an_empty_file_is_the_defaults(text):
    assert parsed(text).settings == Settings()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unreeched: keep", '1:1 MP302 there is no key "unreeched" (did you mean "unreached"?)'),
        (
            "targets:\n  weibo: {appid: x}",
            '2:11 MP302 there is no key "appid" (did you mean "appId"?)',
        ),
        (
            "targets:\n  weibo:\n    appId: 2021",
            '3:12 MP303 "targets.weibo.appId": expected text or nothing, found the number 2021 '
            "(put it in quotes)",
        ),
        (
            "unreached: kept",
            '1:12 MP303 "unreached": "kept" is not one of: drop, keep (did you mean "keep"?)',
        ),
        (
            "include: a/**",
            '1:10 MP303 "include": expected a list, found "a/**" (write a list)',
        ),
        (
            "source: /srv/app",
            '1:9 MP303 "source": "/srv/app" is an absolute path '
            "(write it relative to the folder of miniport.yaml)",
        ),
        (
            "targets: {web: {}, weibo: {facts: [ok.yaml, /abs.yaml]}}",
            '1:45 MP303 "targets.weibo.facts[1]": "/abs.yaml" is an absolute path '
            "(write it relative to the folder of miniport.yaml)",
        ),
        (
            "define: {2x: 1}",
            '1:10 MP302 "2x" cannot be the name of a condition '
            "(use letters, digits, _ and $, not starting with a digit)",
        ),
        (
            'requires: ">=2"',
            "1:11 MP304 this project asks for miniport >=2, and this is miniport 1.2.3 "
            '(install a version that fits: pip install "miniport>=2", or widen "requires")',
        ),
        (
            'requires: "^1.2"',
            '1:11 MP303 "requires": "^1.2" is not a version specifier '
            '(write a list like ">=1.2,<2" of >=, <=, >, <, == and ~=)',
        ),
        ("targets: {weib: {}}", '1:11 MP307 there is no target "weib" (did you mean "weibo"?)'),
        (
            "targets: {x: {}}",
            '1:11 MP305 there is no target "x" (targets that may stand here: alipay, weibo)',
        ),
    ],
)
def test_a_mistake_is_named_with_its_place_and_cure(text, expected):
    assert expected in found(text)


def test_all_mistakes_are_found_at_once():
    lines = found("nam: x\nsource: 3\nunreached: no\ntargets: {weibo: {pages: [a]}}\n")
    assert [line.split()[0] for line in lines] == ["1:1", "2:9", "3:12", "4:26"]


def test_a_misspelt_key_hides_nothing_that_is_wrong_elsewhere():
    target = "{weib: {appld: x}, alipay: {facts: [/abs.yaml]}}"
    text = f'nmae: x\nrequires: ">=2"\ninclude: [1, b]\ntargets: {target}\n'
    lines = found(text)
    assert [" ".join(line.split()[:2]) for line in lines] == [
        "1:1 MP302",
        "3:11 MP303",
        "4:18 MP302",
        "4:46 MP303",
        "2:11 MP304",
        "4:11 MP307",
    ]


def test_text_that_is_not_yaml_is_placed():
    (line,) = found("name: [a\ntargets: {}\n")
    assert line.startswith("2:8 MP301 ")


@pytest.mark.parametrize("text", ["- a", "just text", "[]"])
def test_a_file_that_is_no_mapping_is_refused(text):
    assert [each.rule.code for each in parsed(text).diagnostics] == ["MP303"]


def test_words_after_chinese_are_placed_in_code_points():
    (line,) = found("name: 茶铺🍵\ndefine: {名: 1}\n")
    assert line.startswith("2:10 MP302")


def test_diagnostics_are_refusals_with_words_in_both_languages():
    for each in parsed("nam: 1\nsource: /x\n").diagnostics:
        assert each.rule.is_refusal
        assert re.search("[\u4e00-\u9fff]", each.message("zh") + each.help("zh"))


def test_a_project_without_a_file_has_the_defaults(tmp_path):
    assert read_settings(tmp_path, KNOWN).settings == Settings()
    assert read_settings(tmp_path, KNOWN).diagnostics == ()


def test_a_misnamed_file_is_pointed_at(tmp_path):
    (tmp_path / "miniport.yml").write_text("name: x")
    (each,) = read_settings(tmp_path, KNOWN).diagnostics
    assert each.rule is rules.SETTINGS_FILE_NAME
    assert each.help() == 'rename "miniport.yml" to miniport.yaml'


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "miniport.yaml").write_bytes(b"\xef\xbb\xbfname: x\n")
    assert read_settings(tmp_path, KNOWN).settings.name == "x"


@pytest.mark.parametrize("content", [b"\xff\xfe", b"name: \0", b"#" * 1_000_001])
def test_a_file_that_is_no_text_is_refused(tmp_path, content):
    (tmp_path / "miniport.yaml").write_bytes(content)
    assert [each.rule.code for each in read_settings(tmp_path, KNOWN).diagnostics] == ["MP300"]


def test_a_folder_in_its_place_is_refused(tmp_path):
    (tmp_path / "miniport.yaml").mkdir()
    assert [each.rule.code for each in read_settings(tmp_path, KNOWN).diagnostics] == ["MP300"]


def test_aliases_that_multiply_are_refused():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert [each.rule.code for each in parsed(bomb).diagnostics] == ["MP301"]


@pytest.mark.parametrize(
    ("specifier", "expected"),
    [
        (">=1.2,<2", True),
        (">=1.2.3", True),
        (">1.2.3", False),
        ("==1.2.3", True),
        ("==1.2", False),
        ("<=1.2", False),
        ("~=1.2", True),
        ("~=1.2.4", False),
        ("~=1.1.0", False),
        (" >= 1 , < 1.3 ", True),
    ],
)
def test_a_specifier_is_met_as_pip_meets_it(specifier, expected):
    assert satisfies("1.2.3", specifier) is expected


@pytest.mark.parametrize("specifier", ["", "1.2", ">=", "^1", "~=1", ">=1.2,", "9", ">9,oops"])
def test_a_specifier_that_cannot_be_read_is_an_error(specifier):
    with pytest.raises(ValueError):
        satisfies("1.2.3", specifier)


def test_the_schema_describes_every_key():
    schema = settings_schema()
    assert schema["additionalProperties"] is False
    for part in (schema, *schema["$defs"].values()):
        for key, value in part["properties"].items():
            assert value.get("description"), key
    assert json.dumps(schema)


def test_the_schema_and_the_settings_name_the_same_keys(tmp_path: Path):
    keys = settings_schema()["properties"]
    (each,) = parsed("zzzz: 1").diagnostics
    assert each.help() == f"keys that may stand here: {', '.join(keys)}"
