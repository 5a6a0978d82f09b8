"""Loading grammars."""

from __future__ import annotations

from importlib.machinery import PathFinder

import pytest

from miniport.syntax import tree


@pytest.mark.parametrize("package", ["tree_sitter_javascript", "tree_sitter_typescript"])
def test_a_grammar_that_lies_elsewhere_in_its_package_is_found(package: str, monkeypatch):
    class Finder:
        @staticmethod
        def find_spec(name: str, places: list[str] | None = None):
            return None if name.endswith("._binding") else PathFinder.find_spec(name, places)

    monkeypatch.setattr(tree, "PathFinder", Finder)
    assert tree._binding(package).__name__ == package


def test_a_grammar_that_gets_lost_in_a_short_text_is_called_back():
    """Without a limit the parser takes minutes and gigabytes for these twenty signs."""
    assert tree.parse("M,{/@/*{:``]:s-t'\n*/", tree.Language.TYPESCRIPT).has_error
