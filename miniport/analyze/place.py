"""Where a file of the project stands in a bundle."""

from __future__ import annotations

from pathlib import PurePosixPath

# Files of the workspace that lie outside the app, other than packages, stand below this folder.
OUTSIDE = "workspace"


def placed(path: PurePosixPath, base: PurePosixPath) -> PurePosixPath:
    """Return a path's place relative to `base`, a folder of the project.

    Packages stand below `node_modules` at the top, wherever the workspace holds them, so that bare
    requests keep resolving. Whatever else lies outside of `base` stands below `workspace`.
    """
    if path.is_relative_to(base) and ".." not in path.parts:
        return path.relative_to(base)
    parts = path.parts
    if "node_modules" in parts:
        return PurePosixPath(*parts[parts.index("node_modules") :])
    return PurePosixPath(OUTSIDE, *(part for part in parts if part != ".."))


def web_id(path: PurePosixPath, base: PurePosixPath) -> str:
    """Return the id of a module in a web bundle: its place, root-absolute."""
    return f"/{placed(path, base)}"
