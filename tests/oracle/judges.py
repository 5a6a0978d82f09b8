"""Judges from outside: the platform's AXML compiler, and tsc with the platform's types."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

AXML = Path(__file__).with_name("axml.js")
_ERROR = re.compile(
    r"^(?P<file>[^(\n]+)\((?P<line>\d+),\d+\): error (?P<code>TS\d+): (?P<text>.*)$", re.MULTILINE
)
_OPTIONS = {
    "allowJs": True,
    "checkJs": True,
    "noEmit": True,
    "target": "es2020",
    "lib": ["es2020"],
    "module": "esnext",
    "moduleResolution": "node",
    "skipLibCheck": True,
    "types": ["@mini-types/alipay"],
}


@dataclass(frozen=True)
class Objection:
    """The first thing the AXML compiler says of a template. `file` is relative to the judged folder."""

    file: str
    line: int
    message: str


def type_errors(folder: Path, tools: Path) -> Counter[tuple[str, str, str]]:
    """Return how often tsc reports each (file, code, message) for a folder below the tools' folder."""
    config = folder / "tsconfig.json"
    config.write_text(
        json.dumps({"compilerOptions": _OPTIONS, "include": ["**/*.js"], "exclude": ["**/node_modules"]})
    )
    command = [str(tools / "node_modules/.bin/tsc"), "--pretty", "false", "-p", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    config.unlink()
    return Counter((found["file"], found["code"], found["text"]) for found in _ERROR.finditer(done.stdout))


def objections(folder: Path, templates: Iterable[str], tools: Path) -> tuple[Objection, ...]:
    """Return what the AXML compiler objects to in templates of a folder."""
    asked = json.dumps([str(folder / name) for name in sorted(templates)])
    command = ["node", str(AXML)]
    done = subprocess.run(command, cwd=tools, input=asked, capture_output=True, text=True, check=True)
    answers = json.loads(done.stdout)
    return tuple(
        Objection(Path(name).relative_to(folder).as_posix(), answer["line"], answer["message"])
        for name, answer in answers.items()
        if answer is not None
    )
