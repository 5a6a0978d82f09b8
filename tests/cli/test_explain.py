"""`miniport explain`: every rule has a reason and an example, and both stand in both languages."""

import json
import sys
from string import Formatter

import pytest

from miniport.report.explained import _examples, _scenes, example, why
from miniport.report.line import plain
from miniport.report.text import report_lines
from miniport.rules.catalogue import catalogue
from miniport.rules.gap import named
from tests.cli.test_check import FOLDER, VARYING, examined
from tests.conftest import ROOT

EXPLAINED = FOLDER.with_name("explained")


def test_the_lines_that_show_rules_fire_them(golden):
    # Of these the examples of `explain` take what no other fixture shows.
    told = plain(report_lines(examined(EXPLAINED / "input"), "en", 1))
    golden.text(EXPLAINED / "expected" / "text.en.txt", VARYING.sub("N", told))


def test_each_rule_has_a_reason_in_both_languages():
    for rule in catalogue().values():
        assert why(rule).en
        assert why(rule).zh


def test_each_example_is_of_a_rule_and_marks_what_is_meant():
    assert [code for code in _examples() if code not in catalogue()] == []
    for rule in catalogue().values():
        shown = example(rule)
        assert shown is None or shown.text[shown.start : shown.end].strip(), rule.code


def test_what_fixtures_show_is_an_example(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    import write_examples

    sys.modules.pop("write_examples")
    stale = {
        code: shown
        for code, shown in write_examples.examples().items()
        if code in _examples() and shown.text != _examples()[code].text
    }
    assert stale == {}, "run `make docs`"
    assert sorted(set(_examples()) - set(write_examples.examples())) == [], "no fixture fires these any more"
    assert len(_examples()) >= 150


def test_each_rule_has_an_example_or_a_scene():
    shown = {rule.code for rule in catalogue().values() if example(rule) is not None}
    assert sorted(set(catalogue()) - shown - set(_scenes())) == []
    assert sorted(set(_scenes()) - set(catalogue())) == []


def test_a_scene_says_what_a_finding_would_say():
    for code, staged in _scenes().items():
        rule = catalogue()[code]
        for language in ("en", "zh"):
            assert staged.said(rule, language).strip(), code


def test_a_general_sentence_has_a_word_for_each_argument():
    asked = {
        name
        for rule in catalogue().values()
        for words in (rule.en, rule.zh)
        for text in (words.message, words.help)
        for _, name, _, _ in Formatter().parse(text)
        if name in named() or name and name != "cure" and not name.endswith(("_en", "_zh"))
    }
    assert sorted(asked - named()) == []
    assert sorted(named() - asked) == []


def test_a_rule_is_explained(miniport, golden):
    for language in ("en", "zh"):
        told = [miniport("explain", code, "--lang", language).out for code in ("MP102", "MP217", "MP350")]
        golden.text(EXPLAINED / "expected" / f"explain.{language}.txt", "\n".join(told))


def test_the_facts_on_a_thing_have_their_sources(miniport):
    told = miniport("explain", "MP217", "my.getLocation").out
    assert "weibo: api getLocation: bridge; " in told
    assert "alipay: api getLocation: same; " in told
    assert 'no target has a fact on "nothingLikeIt"' in miniport("explain", "MP201", "nothingLikeIt").out


def test_what_a_rule_offers_to_ask_for_is_what_its_example_is_about(miniport):
    assert "miniport explain MP220 my.tradePay" in " ".join(miniport("explain", "MP220").out.split())
    # No fact is on what nobody has: the name in its example is a slip.
    assert "Known from" not in miniport("explain", "MP230").out
    told = {code: miniport("explain", code).out for code in ("MP202", "MP203", "MP217", "MP366")}
    assert [code for code, text in told.items() if "Known from" in text] == ["MP202", "MP203", "MP217"]
    assert not any("my.request" in text for text in told.values())


def test_the_module_that_is_shown_is_all_that_an_api_wants(miniport, tmp_path):
    page = tmp_path / "pages" / "a"
    page.mkdir(parents=True)
    (tmp_path / "app.json").write_text('{"pages": ["pages/a/a"]}', "utf-8")
    (tmp_path / "app.js").write_text("App({})", "utf-8")
    (page / "a.axml").write_text("<view />", "utf-8")
    (page / "a.js").write_text("Page({ onLoad() { my.getAuthCode({ scopes: 'auth_base' }); } })", "utf-8")
    order = ("check", "--mode", "production", "--target", "web", str(tmp_path))
    told = miniport(*order).out
    # The cure leads to the module, and the module to a project without the finding.
    assert "MP220" in told
    assert "miniport explain login shows a module" in told
    (shown,) = (each["module"] for each in json.loads(miniport("explain", "login", "--format", "json").out))
    assert shown["path"] in told
    (tmp_path / "miniport.yaml").write_text(f"capabilities: {{login: {shown['path']}}}\n", "utf-8")
    assert "miniport explain MP362 login shows one" in miniport(*order).out
    (tmp_path / "adapters").mkdir()
    (tmp_path / shown["path"]).write_text(shown["text"], "utf-8")
    ran = miniport(*order)
    assert (ran.code, "MP" in ran.out) == (0, False), ran.out
    assert "authCode: data.authCode" in shown["text"]
    for asked in (("MP220", "my.getAuthCode"), ("my.getAuthCode",), ("MP362", "chooseCity")):
        assert "export default async (options, { host, dialect, api })" in miniport("explain", *asked).out
    assert "export default" not in miniport("explain", "MP217", "my.getLocation").out


def test_a_family_is_told_to_a_program(miniport):
    value = json.loads(miniport("explain", "MP15x", "--format", "json").out)
    assert [rule["code"] for rule in value] == [code for code in catalogue() if code.startswith("MP15")]
    assert all(rule["why"] and rule["help"] for rule in value)


def test_all_are_listed_without_a_code(miniport):
    listed = miniport("explain").out.splitlines()
    assert [line[:5] for line in listed] == list(catalogue())


def test_a_code_that_is_not_there_is_a_mistake(miniport):
    ran = miniport("explain", "MP9999")
    assert (ran.code, ran.err.splitlines()[0]) == (2, 'error: there is no rule "MP9999"')


def test_a_thing_is_explained_without_a_rule(miniport):
    told = miniport("explain", "my.getLocation")
    assert told.code == 0
    assert "weibo: api getLocation: bridge; " in told.out
    unknown = miniport("explain", "my.nothingLikeThis")
    assert unknown.code == 2
    assert "miniport explain lists them all" in unknown.err
    slip = miniport("explain", "my.getLocaton")
    assert (slip.code, 'did you mean "my.getLocation"?' in slip.err) == (2, True)


def test_a_thing_that_no_target_has_a_fact_on_is_known_from_whom_it_is_read(miniport):
    told = miniport("explain", "MP232", "my.authorize").out
    assert "wechat: api authorize" in told
    assert "no target has a fact" not in told
    assert "name.<target>.*" in told
