"""The npm packages and the tools that took part, each by name and version."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from miniport.analyze.app import AppFacts
from miniport.archive.manifest import Package, Tool
from miniport.archive.origin import used_packages
from miniport.project.files import Files, Unreadable
from miniport.project.resolve import MANIFEST
from miniport.project.settings import SETTINGS_FILE
from miniport.project.style.language import LANGUAGES, above, installed


def packages(facts: AppFacts) -> tuple[Package, ...]:
    """Return the packages of which something is in the bundle, by folder."""
    return tuple(_package(folder, facts.project.files) for folder in used_packages(facts))


def used_tools(facts: AppFacts) -> tuple[Tool, ...]:
    """Return the tools that made something of the project's texts, by name."""
    found = {*_style_tools(facts), *_named_tools(facts)}
    return tuple(sorted(found, key=lambda tool: (tool.name, tool.version, tool.use)))


def _named_tools(facts: AppFacts) -> Iterator[Tool]:
    named, files = facts.project.settings.tools, facts.project.files
    uses = {"level": named.script, "small scripts": named.minify_script, "small styles": named.minify_style}
    for use, package in uses.items():
        if package is not None:
            folder = installed(package, PurePosixPath(SETTINGS_FILE), files)
            version = _installed(package) if folder is None else _text(_manifest(folder, files), "version")
            yield Tool(package, version, use)


def _style_tools(facts: AppFacts) -> Iterator[Tool]:
    files = facts.project.files
    for file in facts.files.values():
        language = LANGUAGES.get(file.origin.suffix)
        if language is None:
            continue
        folders = (folder / "node_modules" / language.package for folder in above(file.origin, files))
        found = next((folder for folder in folders if files.entries(folder)), None)
        version = _installed(language.package) if found is None else _text(_manifest(found, files), "version")
        yield Tool(language.package, version, language.title)


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
