"""Whether a project names the tool that makes a plain sheet of one in a style language, and where it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.files import Files, Unreadable
from miniport.project.request import normal
from miniport.project.settings import Settings
from miniport.project.style.language import LANGUAGES, Language
from miniport.project.written import MANIFEST

_LOCKS = ("package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock")
_GROUPS = ("dependencies", "devDependencies", "optionalDependencies", "peerDependencies")


@frozen
class Named:
    """Called with a sheet, tells whether the project names the tool that makes a plain one of it.

    Settings, a package.json or a lock file above the sheet name it, or the platform's own project file, where
    its tool compiles the language: `told` are these, by their keys. Files and settings must not change.
    """

    files: Files
    settings: Settings
    told: frozenset[str] = frozenset()
    _folders: dict[tuple[str, PurePosixPath], bool] = field(default_factory=dict, repr=False, compare=False)

    def __call__(self, path: PurePosixPath) -> bool:
        """Tell it; a file that is no such sheet needs no tool."""
        language = LANGUAGES.get(path.suffix)
        if language is None:
            return True
        tools = self.settings.tools
        if language.key in self.told or language.package in (tools.less, tools.sass, tools.stylus):
            return True
        return any(self._is_in(folder, language) for folder in above(path, self.files))

    def _is_in(self, folder: PurePosixPath, language: Language) -> bool:
        known = self._folders.get((language.key, folder))
        if known is None:
            known = self._folders[language.key, folder] = _names(language, folder, self.files)
        return known


def above(path: PurePosixPath, files: Files) -> Iterator[PurePosixPath]:
    """Yield the folders from a file's own up to the workspace root."""
    folder = path.parent
    while files.is_inside(folder):
        yield folder
        folder = normal(folder / "..") if ".." in folder or not folder.name else folder.parent


def installed(package: str, path: PurePosixPath, files: Files) -> PurePosixPath | None:
    """Return the folder of a package that is installed above a file."""
    folders = (folder for folder in above(path, files) if _may_hold(files.entries(folder)))
    places = (folder / "node_modules" / package for folder in folders)
    return next((place for place in places if files.entries(place)), None)


def _may_hold(names: Mapping[str, bool]) -> bool:
    """Tell whether packages may be installed in a folder; one that tells no names may hold any."""
    return not names or "node_modules" in names


_TREATING = ("autoprefixer", "gulp-autoprefixer", "gulp-postcss")
_TREATING_FILES = ("postcss.config.", ".postcssrc")


def treating(path: PurePosixPath, files: Files) -> tuple[PurePosixPath, str] | None:
    """Return the file that names what treats sheets behind their language, and what it names.

    Looked for beside a file and above it: an app may have a package.json of its own below that of its tools.
    """
    for folder in above(path, files):
        names = files.entries(folder)
        config = next((name for name in sorted(names) if name.startswith(_TREATING_FILES)), None)
        if config is not None and names[config] is False:
            return folder / config, config
        if names.get(MANIFEST) is False:
            named = {name for group in _groups(folder, files) for name in group}
            package = next((name for name in _TREATING if name in named), None)
            if package is not None:
                return folder / MANIFEST, package
    return None


def _groups(folder: PurePosixPath, files: Files) -> Iterator[Mapping[str, object]]:
    """Yield the groups of packages that a package.json names; none where it cannot be read."""
    try:
        manifest = json.loads(files.read(folder / MANIFEST))
    except (Unreadable, ValueError, RecursionError):
        return
    for name in _GROUPS if isinstance(manifest, dict) else ():
        if isinstance(group := manifest.get(name), dict):
            yield group


def _names(language: Language, folder: PurePosixPath, files: Files) -> bool:
    names = files.entries(folder)
    if names.get(MANIFEST) is False:
        groups = tuple(_groups(folder, files))
        if any(name in group for group in groups for name in language.named_by):
            return True
    return any(_locks(language, folder / lock, files) for lock in _LOCKS if names.get(lock) is False)


def _locks(language: Language, lock: PurePosixPath, files: Files) -> bool:
    try:
        text = files.read(lock).decode("utf-8", "replace")
    except Unreadable:
        return False
    packages = "|".join(map(re.escape, language.named_by))
    return (
        re.search(rf"""(?m)(?:^|["'/ ])(?:node_modules/)?(?:{packages})["']?(?:@[^:\n]*)?["']?:""", text)
        is not None
    )
