"""The themes of an app: what stands for `@name` in the configuration of its bars, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.analyze.app import AppFacts, Unit, UnitKind
from miniport.facts import Json
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.syntax.data import JsonDocument, Pointer

SCHEMES = ("light", "dark")
_VARIABLE = regex(r"@([\w-]+)")
_GROUPS = ("window", "tabBar")
# What says something is no matter of colours: a title may begin with @.
_WORDS = frozenset({"defaultTitle", "name", "pagePath"})


@frozen
class Theme:
    """The values of each scheme by name. `follows`: the app follows its user, else it is light."""

    values: Mapping[str, Mapping[str, Json]]
    follows: bool


def theme_file(config: Mapping[str, Json]) -> str | None:
    """Return the path of the theme file that an app's configuration names, from the app's root."""
    named = config.get("themeLocation")
    return named.removeprefix("./").lstrip("/") if isinstance(named, str) and named else None


def theme(facts: AppFacts) -> Theme | None:
    """Return the themes of an app, None where it names no file of them or that is not to be read."""
    named = theme_file(facts.app.config)
    file = facts.files.get(facts.project.base / PurePosixPath(named)) if named else None
    tree = file.tree if file is not None else None
    value = tree.value if isinstance(tree, JsonDocument) else None
    if not isinstance(value, dict):
        return None
    values = {scheme: found if isinstance(found := value.get(scheme), dict) else {} for scheme in SCHEMES}
    return Theme(values, facts.app.config.get("darkmode") is True)


def variables(unit: Unit) -> Iterator[tuple[Pointer, str]]:
    """Yield (pointer, name) of each value of a bar that an app or a page leaves to the theme."""
    if unit.kind is UnitKind.APP:
        for group in _GROUPS:
            yield from _inside(unit.config.get(group), (group,))
    elif unit.kind is UnitKind.PAGE:
        for key, value in unit.config.items():
            if isinstance(value, str):
                yield from _inside(value, (key,))


def _inside(value: Json, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        found = _VARIABLE.fullmatch(value) if at[-1] not in _WORDS else None
        if found is not None:
            yield at, found[1]
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _inside(inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _inside(inner, (*at, index))


def in_light(config: Mapping[str, Json], known: Theme | None) -> Mapping[str, Json]:
    """Return the keys of a bar with what their `@name`s stand for in light, where that is told."""
    light = known.values["light"] if known is not None else {}
    names = [
        (str(at[0]), name) for key in config for at, name in _inside(config[key], (key,)) if len(at) == 1
    ]
    told = {key: light[name] for key, name in names if name in light}
    return {**config, **told} if told else config
