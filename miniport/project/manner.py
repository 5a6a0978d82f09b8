"""Which scripts Node reads as ES modules of its own manner: their default import of CommonJS is all of it."""

from __future__ import annotations

import json

from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.files import Files, Unreadable
from miniport.project.request import normal
from miniport.project.written import MANIFEST

_ALWAYS, _NEVER = (".mjs", ".mts"), (".cjs", ".cts")


@frozen
class Manners:
    """What the package.json files above scripts say; bundlers follow Node there."""

    files: Files
    _known: dict[PurePosixPath, bool] = field(default_factory=dict)

    def is_of_node(self, path: PurePosixPath) -> bool:
        """Tell whether a script's suffix, or the `type` of its package, makes it a module of Node's."""
        if path.suffix in _ALWAYS or path.suffix in _NEVER:
            return path.suffix in _ALWAYS
        return self._is_below(path.parent)

    def _is_below(self, folder: PurePosixPath) -> bool:
        if folder not in self._known:
            above = normal(folder / "..")
            is_top = above == folder or not self.files.is_inside(above)
            has_own = self.files.entries(folder).get(MANIFEST) is False
            self._known[folder] = self._says(folder) if has_own else not is_top and self._is_below(above)
        return self._known[folder]

    def _says(self, folder: PurePosixPath) -> bool:
        try:
            value = json.loads(self.files.read(folder / MANIFEST))
        except (Unreadable, ValueError, RecursionError):
            return False
        return isinstance(value, dict) and value.get("type") == "module"
