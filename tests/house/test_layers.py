"""A layer imports only from lower-numbered layers; inside one layer only inside the same package folder."""

import pytest

from tests.house.modules import PACKAGE, Module, imports, modules, parsed

LAYERS = {
    # What classes are made with, and what files are called by.
    -2: "field",
    -1: "blake enumeration frozen likeness named posix regex",
    0: "source record resources bundle memo clock",
    1: "edit diagnostics source_map",
    2: "rules facts dialect",
    3: "syntax targets",
    4: "project",
    5: "analyze",
    6: "checks transform web",
    7: "emit",
    8: "pipeline cache output",
    9: "archive report dev",
    10: "cli __main__",
}
LAYER = {name: number for number, names in LAYERS.items() for name in names.split()}
NAMES = frozenset(module.name for module in modules()) | LAYER.keys()
ALSO = {
    # The command line starts in __main__, so that `--version` need not import click.
    ("__main__", "cli"),
    # What cures a finding is a list of edits.
    ("diagnostics", "edit"),
}


def complaints(module: Module) -> list[str]:
    """Return what a module imports against the order of the layers."""
    found = []
    own = module.name.partition(".")[0]
    for line, imported in imports(module, NAMES):
        other = imported.partition(".")[0]
        if other in {"", own} or (own, other) in ALSO:
            continue
        if other not in LAYER:
            found.append(f"{module.place}:{line}: {imported} is in no layer")
        elif LAYER[other] >= LAYER[own]:
            found.append(f"{module.place}:{line}: layer {LAYER[own]} imports {imported} of {LAYER[other]}")
    return found


def test_every_module_stands_in_a_layer():
    tops = {module.name.partition(".")[0] for module in modules()} - {""}
    assert sorted(tops - LAYER.keys()) == []


def test_a_layer_imports_only_from_lower_ones():
    assert "\n".join([line for module in modules() if module.name for line in complaints(module)]) == ""


@pytest.mark.parametrize(
    "text",
    [
        "from miniport.web import style",
        "import miniport.pipeline",
        "from .. import emit",
        "from miniport import dialect, cache",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from miniport.cli import build",
        "def late():\n    from miniport.targets.pack import TargetPack",
        "from ..targets import pack",
    ],
)
def test_an_import_upwards_or_sideways_is_found(text):
    assert len(complaints(parsed(PACKAGE / "syntax" / "markup.py", text))) == 1


@pytest.mark.parametrize(
    "text",
    ["from miniport.syntax import expression", "from . import style", "from miniport.source import Span"],
)
def test_an_import_downwards_or_inside_the_folder_is_fine(text):
    assert complaints(parsed(PACKAGE / "syntax" / "markup.py", text)) == []


def test_no_module_imports_itself_by_a_detour():
    graph = {module.name: {name for _, name in imports(module, NAMES)} - {""} for module in modules()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for imported in sorted(graph.get(name, ())):
                if imported != name:
                    visit(imported, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())
