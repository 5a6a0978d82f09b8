"""Loading grammars."""

from __future__ import annotations

import pytest

from miniport.syntax import tree


@pytest.mark.parametrize("package", ["tree_sitter_javascript", "tree_sitter_typescript"])
def test_a_grammar_that_lies_elsewhere_in_its_package_is_found(package: str, monkeypatch):
    find = tree.PathFinder.find_spec
    monkeypatch.setattr(
        tree.PathFinder,
        "find_spec",
        lambda name, places=None: None if name.endswith("._binding") else find(name, places),
    )
    assert tree._binding(package).__name__ == package
