"""What the memo keeps: one name, one thing."""

import ast
from collections import Counter

from tests.house.modules import modules

_ASKED = ("of", "briefly", "each", "looked_up", "followed")


def test_no_two_places_keep_something_under_one_name():
    """Each would drop what the other kept, and make its own anew with every build."""
    names = Counter(
        (module.place, node.lineno, node.args[0].value)
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _ASKED
        if ast.unparse(node.func.value).endswith("memo") and isinstance(node.args[0], ast.Constant)
    )
    counts = Counter(name for _, _, name in names)
    assert len(counts) > 40
    assert [place for place in names if counts[place[2]] > 1] == []
