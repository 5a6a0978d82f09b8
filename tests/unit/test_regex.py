"""Regular expressions that are compiled when they are first used."""

import ast
import pickle
import re
from importlib import import_module

import pytest

from miniport.regex import regex
from tests.house.modules import modules


def test_it_is_used_as_any_other():
    one = regex(r"(?P<word>\w+)", re.ASCII)
    assert (one.pattern, one.match("ab c")["word"], one.sub("-", "ab c")) == (r"(?P<word>\w+)", "ab", "- -")
    assert [found[0] for found in one.finditer("a b")] == ["a", "b"]
    assert (one.groups, dict(one.groupindex), one.flags) == (1, {"word": 1}, re.ASCII)
    assert regex(rb"a+").fullmatch(b"aa") is not None


def test_it_is_compiled_when_it_is_used():
    wrong = regex("(")
    assert wrong.pattern == "("
    with pytest.raises(re.error):
        wrong.match("(")


def test_it_is_no_value_to_keep():
    with pytest.raises(TypeError, match="no value to keep"):
        pickle.dumps(regex("a"))


def test_no_module_compiles_one_while_it_is_loaded():
    early = [
        f"{module.place}:{node.lineno}"
        for module in modules()
        if module.name != "regex"
        for statement in module.tree.body
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]
    assert early == []


def test_every_one_of_the_package_can_be_compiled():
    for module in modules():
        for value in vars(import_module(f"miniport.{module.name}".removesuffix("."))).values():
            if type(value).__module__ == "miniport.regex" and not isinstance(value, type):
                assert re.compile(value.pattern, value.flags).groups == value.groups
