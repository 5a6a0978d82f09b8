"""From what the console complained of to the place in the app that it came from."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from miniport.bundle import Bundle
from miniport.posix import PurePosixPath

_FRAME = re.compile(
    r"^\s*at (?:(?P<name>[^\n(]*?) \()?[^\n]*?/(?P<file>app|runtime)\.js:(?P<line>\d+):\d+\)?$", re.M
)
# The console joins our words and the error's own.
_TWICE = re.compile(r"(: (?P<what>.+)) \w*(?:Error|Exception): (?P=what)$")
_DEFINED = re.compile(r'^miniport\.define\("([^"]+)"', re.M)


@dataclass(frozen=True)
class Problem:
    """A complaint. `place`: the innermost frames, module and function; `is_ours`: the first is ours."""

    text: str
    place: str
    is_ours: bool


class Modules:
    """Which module of the app a line of a bundle's app.js belongs to."""

    def __init__(self, files: Bundle) -> None:
        path = next(
            (path for path in files if path.name == "app.js" and "h5" in path.parts), PurePosixPath("app.js")
        )
        text = files[path].decode("utf-8")
        found = [(text.count("\n", 0, each.start()) + 1, each[1]) for each in _DEFINED.finditer(text)]
        self.lines: Sequence[int] = [line for line, _ in found]
        self.names = [name for _, name in found]

    def at(self, line: int) -> tuple[str, int]:
        """Return the module of a line, and the line within it."""
        index = bisect(self.lines, line) - 1
        return (self.names[index], line - self.lines[index] + 1) if index >= 0 else ("app.js", line)

    def problem(self, said: str) -> Problem:
        """Return a complaint with its place."""
        text = _TWICE.sub(r"\1", said.split("\n", 1)[0]).strip()
        frames = [self._frame(found) for found in _FRAME.finditer(said)][:4]
        # A template is the app's text, but its code is ours.
        is_ours = not frames or frames[0].startswith("runtime") or ".axml:" in frames[0]
        return Problem(text, " < ".join(frames), is_ours)

    def _frame(self, found: re.Match[str]) -> str:
        name = (found["name"] or "").strip()
        if found["file"] == "runtime":
            return f"runtime {name}"
        module, line = self.at(int(found["line"]))
        return f"{module}:{line} {name}".strip()
