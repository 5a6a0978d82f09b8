"""The package's own modules, parsed: what the house tests look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "miniport"


@dataclass(frozen=True, eq=False)
class Module:
    """One Python file of the package; `name` is dotted and without the package's own name."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def family(self) -> str:
        """Return the top module or folder it belongs to."""
        return self.name.partition(".")[0]

    @property
    def place(self) -> str:
        """Return the path relative to the checkout, for messages."""
        return self.path.relative_to(ROOT).as_posix()


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of the package, in path order."""
    return tuple(
        parsed(path, path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py")) if _is_ours(path)
    )


def parsed(path: Path, text: str) -> Module:
    """Return the module a text would be at a path below the package."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, text, ast.parse(text))


def imports(module: Module, names: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield (line, module imported) for each import of the package's own modules, wherever it stands."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "miniport":
                    yield node.lineno, alias.name.partition(".")[2]
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, node)
            if base is not None:
                for alias in node.names:
                    inner = f"{base}.{alias.name}".lstrip(".")
                    yield node.lineno, inner if inner in names else base


def strings(module: Module) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of each string in the code that is no docstring; an f-string comes in one piece."""
    skipped: set[int] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
            skipped.update(id(part) for part in node.values)
            yield node.lineno, "x".join(str(part) for part in parts)
        elif isinstance(node, ast.Constant) and id(node) not in skipped:
            if isinstance(node.value, str):
                yield node.lineno, node.value
            elif isinstance(node.value, bytes):
                yield node.lineno, node.value.decode("latin-1")


def _base(module: Module, node: ast.ImportFrom) -> str | None:
    if node.level == 0:
        first, _, rest = (node.module or "").partition(".")
        return rest if first == "miniport" else None
    package = module.name.split(".") if module.path.stem == "__init__" else module.name.split(".")[:-1]
    kept = package[: len(package) - node.level + 1]
    return ".".join([*kept, *([node.module] if node.module else [])])


def _is_ours(path: Path) -> bool:
    return not {"node_modules", "_templates", "built"} & set(path.parts)
