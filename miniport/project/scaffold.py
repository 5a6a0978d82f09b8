"""New projects, made from the templates that ship with miniport."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from miniport import resources
from miniport.posix import PurePosixPath

FOLDER = "init"
_RENDERED = ".j2"
_HIDDEN = "dot-"


class Occupied(Exception):  # noqa: N818 - it names what was found
    """A file stands where one of the new project would go."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def templates() -> tuple[str, ...]:
    """Return the names of the templates, in order."""
    return tuple(sorted(path.name for path in (resources.template_folder() / FOLDER).iterdir()))


def scaffold(template: str, values: Mapping[str, str]) -> dict[PurePosixPath, bytes]:
    """Return the files of a new project by their paths; `values` go into those that end with .j2."""
    top = resources.template_folder() / FOLDER / template
    found: dict[PurePosixPath, bytes] = {}
    for path in sorted(top.rglob("*")):
        if path.is_file():
            place = PurePosixPath(path.relative_to(top).as_posix())
            name = place.name.removesuffix(_RENDERED)
            hidden = f".{name.removeprefix(_HIDDEN)}" if name.startswith(_HIDDEN) else name
            content = path.read_bytes()
            found[place.with_name(hidden)] = _rendered(content, values) if name != place.name else content
    return found


def write_scaffold(folder: Path, files: Mapping[PurePosixPath, bytes], *, is_forced: bool) -> None:
    """Write the files of a new project. Raises Occupied before anything is written, unless `is_forced`."""
    taken = next((folder / path for path in files if (folder / path).exists()), None)
    if taken is not None and not is_forced:
        raise Occupied(taken)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _rendered(content: bytes, values: Mapping[str, str]) -> bytes:
    import json

    import jinja2

    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    environment.filters["tojson"] = lambda value: json.dumps(value, ensure_ascii=False)
    return environment.from_string(content.decode("utf-8")).render(values).encode("utf-8")
