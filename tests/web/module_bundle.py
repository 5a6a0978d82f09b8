"""A fixture folder of modules as one classic script, and the logs of running it."""

from __future__ import annotations

import posixpath
import re
import subprocess
from pathlib import Path

from miniport.edit import apply
from miniport.syntax.linkage import gives_default_alone
from miniport.syntax.module_form import Module
from miniport.syntax.script import parse_script
from miniport.web.module_links import Others
from miniport.web.module_names import Visible, replaced_names
from miniport.web.modules import compile_module, json_module

SOURCE = Path(__file__).resolve().parents[2] / "miniport" / "runtime" / "src"
SUPPLIED = ("my", "App", "Page", "global", "globalThis")
SCRIPTS = (".js", ".mjs", ".cjs")


def definitions(folder: Path) -> str:
    """Return the definitions of all modules below a folder, in path order."""
    files = {f"/{path.relative_to(folder).as_posix()}": path for path in sorted(folder.rglob("*"))}
    texts = {
        id_: path.read_bytes().decode()
        for id_, path in files.items()
        if path.is_file() and path.name != "package.json"
    }
    modules = {id_: parse_script(text).module for id_, text in texts.items() if not id_.endswith(".json")}
    replaced = [name for module in modules.values() for name in replaced_names(module.scopes, SUPPLIED)]
    visible = Visible(SUPPLIED, replaced=frozenset(replaced))
    alone = frozenset(id_ for id_, module in modules.items() if gives_default_alone(module.statements))
    others = Others(default_alone=alone)
    return "".join(
        printed(id_, text, modules[id_], files, visible, others) if id_ in modules else json_module(id_, text)
        for id_, text in texts.items()
    )


def printed(
    id_: str, text: str, module: Module, files: dict[str, Path], visible: Visible, others: Others
) -> str:
    assert module.findings == ()
    factory = compile_module(text, module, id_, lambda request: resolve(id_, request, files), visible, others)
    assert apply(text, factory.edits).count("\n") == text.count("\n")
    return factory.printed(text)


def resolve(base: str, request: str, files: dict[str, Path]) -> str | None:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), request))
    return next((path + end for end in ("", *SCRIPTS, ".json") if path + end in files), None)


def main_of(folder: Path) -> Path:
    return next(path for path in folder.glob("main.*") if path.suffix in SCRIPTS)


def registry() -> str:
    """Return the module registry with all that a piece may add to it, as a part of a classic script."""
    texts = [
        (SOURCE / name).read_text("utf-8")
        for name in ("registry.js", "part/lib/linking.js", "part/linking.js")
    ]
    return re.sub(r"^(export |import .*)", "", "".join(texts), flags=re.MULTILINE)


def bundle(folder: Path) -> str:
    """Return a classic script that runs the folder's main module."""
    run = (Path(__file__).parent / "run.js").read_text("utf-8")
    run = run.replace("MAIN", main_of(folder).name)
    return run.replace("/* registry */", registry()).replace("/* modules */", definitions(folder))


def node_log(node: str, script: Path) -> str:
    """Return what Node prints when it runs a file, with the error it ends with."""
    done = subprocess.run(
        [node, "--no-warnings", str(script)], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    return done.stdout + done.stderr
