"""The project file of a platform's own tools, which may say where the app root is."""

from __future__ import annotations

from miniport.edit import rewrite
from miniport.facts import Json
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.files import Files, Unreadable
from miniport.source import DecodeError, Source, decode
from miniport.syntax.data import JsonDocument, parse_json
from miniport.syntax.data_loose import strict_edits
from miniport.targets.pack import TargetPack


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


def read_project_file(
    files: Files, readers: tuple[TargetPack, ...]
) -> tuple[ProjectFile | None, PurePosixPath | None]:
    """Return the platform's project file, and the app root that it names."""
    top = files.entries(PurePosixPath())
    for reader in readers:
        if reader.project_file is None or top.get(reader.project_file.name) is not False:
            continue
        found = _read(files, PurePosixPath(reader.project_file.name))
        value = found.document.value if found is not None else None
        root = value.get(reader.project_file.root_key) if isinstance(value, dict) else None
        is_inside = isinstance(root, str) and ".." not in PurePosixPath(root).parts
        return found, PurePosixPath(str(root).strip("/")) if is_inside else None
    return None, None


def _read(files: Files, path: PurePosixPath) -> ProjectFile | None:
    try:
        source = decode(path, files.read(path))
    except (Unreadable, DecodeError):
        return None
    document = parse_json(source.text)
    if document.value is None and (edits := strict_edits(source.text)):
        # The platforms' own tools read their project files with comments.
        plain = rewrite(source.text, edits)
        source = source.rewritten(plain.text, plain.origins)
        document = parse_json(source.text)
    return ProjectFile(path, source, document)
