"""The project file of a platform's own tools, which may say where the app root is."""

from __future__ import annotations

from miniport.facts import Json
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.source import Source
from miniport.syntax.data import JsonDocument


@frozen
class ProjectFile:
    """The platform's project file as found: `document` is {} where its text is not JSON."""

    path: PurePosixPath
    source: Source
    document: JsonDocument

    def value(self, key: str) -> Json:
        """Return the value of a dotted key, None where it is not there."""
        value: Json = self.document.value
        for step in key.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        return value
