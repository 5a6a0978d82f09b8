"""Only the modules that exist for it touch the disk."""

import ast

import pytest

from tests.house.modules import PACKAGE, Module, modules, parsed

MAY = (
    "project",
    "resources",
    "output",
    "cache",
    "archive",
    "dev",
    "targets.folder",
    "targets.load",
    "targets.raw",
    "targets.twin",
)
MODULES = {"glob", "os", "shutil", "sqlite3", "subprocess", "tempfile", "zipfile"}
# Those of pathlib.Path that take no positional argument, so that a method of ours with one is not meant.
ASKS = {
    *(
        "exists",
        "is_dir",
        "is_file",
        "is_symlink",
        "iterdir",
        "lstat",
        "read_bytes",
        "resolve",
        "rmdir",
        "stat",
    ),
    *("touch", "unlink"),
}
METHODS = {
    *("chmod", "glob", "mkdir", "open", "read_text", "rename", "rglob", "symlink_to", "write_bytes"),
    "write_text",
}
ALSO = {
    # The environment, and a stream whose reader has gone away.
    "cli.system": {"os", "open"},
    # The end of the process.
    "__main__": {"os"},
}


def touches(module: Module) -> list[str]:
    """Return the places where a module could touch the disk."""
    found = []
    for node in ast.walk(module.tree):
        name = _touch(node)
        if name and name not in ALSO.get(module.name, set()):
            found.append(f"{module.place}:{node.lineno}: {name}")
    return found


def _touch(node: ast.AST) -> str:
    match node:
        case ast.Import(names=names):
            return next((alias.name for alias in names if alias.name.split(".")[0] in MODULES), "")
        case ast.ImportFrom(module=str(name)) if name.split(".")[0] in MODULES:
            return name
        case ast.Call(func=ast.Name(id="open")):
            return "open"
        case ast.Call(func=ast.Attribute(attr=name), args=[]) if name in ASKS:
            return name
        case ast.Call(func=ast.Attribute(attr=name)) if name in METHODS:
            return name
    return ""


def _may(name: str) -> bool:
    return any(name == allowed or name.startswith((f"{allowed}.", f"{allowed}_")) for allowed in MAY)


def test_only_the_outermost_modules_touch_the_disk():
    assert (
        "\n".join([line for module in modules() if not _may(module.name) for line in touches(module)]) == ""
    )


@pytest.mark.parametrize(
    "text",
    [
        "open('a')",
        "from pathlib import Path\nPath('a').read_text()",
        "import os",
        "import os.path",
        "from shutil import copy",
        "def f(path):\n    return path.is_file()",
    ],
)
def test_touching_the_disk_is_found(text):
    assert len(touches(parsed(PACKAGE / "emit.py", text))) == 1
