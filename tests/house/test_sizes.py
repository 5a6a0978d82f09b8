"""Files and functions stay small enough to be read."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.modules import PACKAGE, Module, modules, parsed

FILE, FUNCTION = 400, 50
# Tables are read by looking up, not from top to bottom.
TABLES = {"rules"}
# A parser's one big loop may stand where cutting it would hide it: name -> why.
LOOPS: dict[str, str] = {}


def long_functions(module: Module) -> list[str]:
    """Return the functions of a module over the limit."""
    return [
        f"{module.place}:{node.lineno}: {node.name} has {size} lines"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (size := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION
        and f"{module.name}.{node.name}" not in LOOPS
    ]


def _texts() -> Iterator[Path]:
    yield from (module.path for module in modules() if module.family not in TABLES)
    for pattern in ("*.js", "*.mjs"):
        for path in PACKAGE.rglob(pattern):
            if not {"node_modules", "built"} & set(path.parts) and not path.name.startswith("."):
                yield path


def test_no_file_is_longer_than_a_reader_can_hold():
    lengths = {path.as_posix(): len(path.read_text("utf-8").splitlines()) for path in _texts()}
    assert {path: length for path, length in lengths.items() if length > FILE} == {}


def test_no_function_is_longer_than_a_screen():
    assert "\n".join([line for module in modules() for line in long_functions(module)]) == ""


def test_a_long_function_is_found():
    text = "def long():\n" + "    pass\n" * FUNCTION
    assert long_functions(parsed(PACKAGE / "emit.py", text)) == ["miniport/emit.py:1: long has 51 lines"]
