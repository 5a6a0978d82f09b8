"""Find and read the project file of a platform's own tools."""

from __future__ import annotations

from miniport.edit import rewrite
from miniport.posix import PurePosixPath
from miniport.project.files import Files, Unreadable
from miniport.project.project_file import ProjectFile
from miniport.source import DecodeError, decode
from miniport.syntax.data import parse_json
from miniport.syntax.data_loose import strict_edits
from miniport.targets.pack import TargetPack


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
