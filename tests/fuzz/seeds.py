"""What the fuzzer starts from: texts of real projects, and the words of each language."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.syntax.strategies import EXPRESSION, MARKUP

SUFFIXES = {
    "markup": (".axml", ".wxml"),
    "expression": (".axml", ".wxml"),
    "script": (".js", ".sjs", ".wxs", ".ts"),
}
SCRIPT = (
    "import", "export", "default", "from", "require(", "module.exports", "async ", "await ", "class ",
    "function*", "yield ", "=>", "let ", "var ", "const ", "this", "new ", "delete ", "import.meta",
    "import(", "my.", "wx.", "App(", "Page(", "Component(", "canIUse(", "...", "`${", "}`", "/*", "*/", "//",
    "#!", "'use strict'", "get ", "static ", "#x", "?.", "??", "label:", "for (", "try {", "} catch (e) {",
    "switch (a) {", "case ", "with (a)", "arguments", "enum ", "as ", "<T>",
)  # fmt: skip
WORDS = {"markup": (*MARKUP, *EXPRESSION), "expression": tuple(EXPRESSION), "script": SCRIPT}
MOST, LONGEST = 1_500, 1_024
_MUSTACHE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


def write_seeds(subject: str, projects: Path, folder: Path) -> int:
    """Put the distinct texts of a subject into a folder, a file each; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = dict.fromkeys(_texts(subject, projects))
    for content in islice(texts, MOST):
        (folder / hashlib.sha1(content).hexdigest()).write_bytes(content)
    return min(len(texts), MOST)


def _texts(subject: str, projects: Path) -> Iterator[bytes]:
    paths = (path for path in sorted(projects.rglob("*")) if path.suffix in SUFFIXES[subject])
    for path in paths:
        if not path.is_file():
            continue
        content = path.read_bytes()
        if subject == "expression":
            yield from (found.encode() for found in _MUSTACHE.findall(content.decode("utf-8", "replace")))
        elif len(content) <= LONGEST:
            yield content


def write_words(subject: str, path: Path) -> None:
    """Write a dictionary of a subject's words as libFuzzer reads it."""
    lines = []
    for word in dict.fromkeys(WORDS[subject]):
        escaped = "".join(f"\\x{byte:02x}" for byte in word.encode())
        lines.append(f'"{escaped}"\n')
    path.write_text("".join(lines), "ascii")
