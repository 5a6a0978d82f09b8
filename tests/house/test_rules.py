"""The catalogue of rules: codes, families, two languages, and a test that fires each."""

import ast
import re
from importlib import import_module
from string import Formatter

import pytest
import yaml

from miniport.diagnostics import Rule
from miniport.rules.family import FAMILIES
from tests.house.modules import PACKAGE, ROOT, Module, modules, parsed

CATALOGUE = {
    name: value
    for family in FAMILIES
    for name, value in vars(import_module(f"miniport.rules.{family}")).items()
    if isinstance(value, Rule)
}
NAMED = [pytest.param(name, rule, id=rule.code) for name, rule in CATALOGUE.items()]
DIGITS = range(1, 10)
CODE = re.compile(r'[=\[]"[^"]*"|"[^"]*"(?=:)|(?<=: )"[^"]*"|(?<=\()"[^"]*"(?=\))')
VAGUE = re.compile(r"\b(invalid|failed|something|successfully)\b", re.IGNORECASE)


def placeholders(text: str) -> set[str]:
    """Return the names a format string asks for; `found_en` and `found_zh` are one thing in two languages."""
    return {re.sub("_(en|zh)$", "", name) for _, name, _, _ in Formatter().parse(text) if name is not None}


def is_chinese(text: str) -> bool:
    """Return whether a text has Chinese words, or none of its own: then what is put in has them."""
    has_words = any(literal.strip() for literal, _, _, _ in Formatter().parse(text))
    return not has_words or re.search("[\u4e00-\u9fff]", text) is not None


def early_rules(module: Module) -> list[str]:
    """Return where a module asks for a rule when it is imported by name, which loads families before that."""
    found = (node for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom))
    taken = (node for node in found if node.module == "miniport.rules")
    return [
        f"{module.place}:{node.lineno}" for node in taken if any(name.name.isupper() for name in node.names)
    ]


def test_no_module_takes_a_rule_out_of_the_catalogue():
    outside = (module for module in modules() if not module.name.startswith("rules"))
    assert [place for module in outside for place in early_rules(module)] == []


def test_a_rule_taken_out_of_the_catalogue_is_found():
    module = parsed(PACKAGE / "web" / "node.py", "from miniport.rules import TEMPLATE_TOO_DEEP")
    assert len(early_rules(module)) == 1


def test_no_code_and_no_name_is_used_twice():
    codes = [rule.code for rule in CATALOGUE.values()]
    names = [rule.name for rule in CATALOGUE.values()]
    assert sorted(set(codes)) == sorted(codes)
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(("name", "rule"), NAMED)
def test_a_rule_is_written_as_the_others_are(name: str, rule: Rule):
    assert re.fullmatch(r"MP\d{3}", rule.code)
    assert int(rule.code[2]) in DIGITS
    assert name == rule.name.replace("-", "_").upper()
    assert not rule.is_blocking or rule.severity == "error"


@pytest.mark.parametrize(("name", "rule"), NAMED)
def test_a_rule_speaks_both_languages(name: str, rule: Rule):
    for words in (rule.en, rule.zh):
        assert words.message, name
        assert words.help, name
    assert placeholders(rule.en.message) == placeholders(rule.zh.message)
    assert placeholders(rule.en.help) <= placeholders(rule.en.message) | placeholders(rule.zh.help)
    assert placeholders(rule.zh.help) <= placeholders(rule.zh.message) | placeholders(rule.en.help)
    assert is_chinese(rule.zh.message)
    assert is_chinese(rule.zh.help)


@pytest.mark.parametrize(("name", "rule"), NAMED)
def test_chinese_quotes_what_it_names_in_one_way(name: str, rule: Rule):
    for text in (rule.zh.message, rule.zh.help):
        # Straight quotes belong to what is to be written: a value behind a sign, a key, an entry of a list,
        # what a function of a style sheet is given.
        loose = CODE.sub("", text)
        assert '"' not in loose, f"{name}: {text}"
        assert text.count("“") == text.count("”"), f"{name}: {text}"
        assert re.search("[「」『』‘’]", text) is None, f"{name}: {text}"


@pytest.mark.parametrize(("name", "rule"), NAMED)
def test_a_message_is_written_in_the_house_style(name: str, rule: Rule):
    for text in (rule.en.message, rule.en.help):
        assert not re.match(r"[A-Z][a-z]+ ", text), f"{name} starts with a capital: {text}"
        assert not text.endswith("."), f"{name} ends with a full stop: {text}"
        assert not VAGUE.search(text), f"{name} says nothing: {text}"


def test_a_test_fires_each_rule():
    tests = ROOT / "tests"
    paths = [*tests.rglob("*.py"), *tests.rglob("diagnostics.txt"), *tests.rglob("*.yaml")]
    paths += tests.glob("fixtures/bad/*/en.txt")
    words = set()
    for path in paths:
        if "house" not in path.parts:
            words.update(re.findall(r"\w+", path.read_text("utf-8")))
    never = [f"{rule.code} {name}" for name, rule in CATALOGUE.items() if not {name, rule.code} & words]
    assert "\n".join(never) == ""


def test_only_what_is_asked_before_a_bundle_is_handed_out_forbids_it():
    blocking = {name for name, rule in CATALOGUE.items() if rule.is_blocking}
    named = {
        (path.name, name)
        for path in (ROOT / "miniport" / "checks").rglob("*.py")
        for name in re.findall(r"\b[A-Z][A-Z_]{3,}\b", path.read_text("utf-8"))
        if name in blocking
    }
    # `forbidding` of miniport.checks.check asks this one.
    assert named == {("recursion.py", "COMPONENT_RECURSION")}


def test_no_rule_has_a_reason_by_the_accident_of_its_number():
    # A reason names the codes that it is for: a new rule next to others does not inherit theirs.
    reasons = yaml.safe_load((ROOT / "templates" / "explain" / "why.yaml").read_text("utf-8"))
    told = sorted(code for reason in reasons for code in reason["of"])
    assert told == sorted(rule.code for rule in CATALOGUE.values()), "templates/explain/why.yaml"
