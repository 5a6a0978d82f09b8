"""Which sheets the nodes of a unit see: isolation words, the groups of pages, the runtime's table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport.facts import Json
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.web.style_name import APP, Key
from miniport.web.style_scope import Mentions


@frozen
class Isolation:
    """What a unit's rules do: `gives` them to its page's group, `takes` the group's.

    `has_app`: the app's sheet is in the group; a page may do without it.
    """

    gives: bool = True
    takes: bool = True
    has_app: bool = True


# The words of `styleIsolation`. `shared` is the default of every page.
ISOLATIONS: Mapping[str, Isolation] = {
    "shared": Isolation(),
    "apply-shared": Isolation(gives=False),
    "isolated": Isolation(gives=False, takes=False),
    "page-shared": Isolation(has_app=False),
    "page-apply-shared": Isolation(gives=False, has_app=False),
    "page-isolated": Isolation(gives=False, takes=False, has_app=False),
}


@frozen
class StyleUnit:
    """A page or component: its path as the runtime spells it (`/pages/a/index`) and its style file, if any.

    `components` are the paths of the components its tags may name.
    """

    path: str
    file: PurePosixPath | None
    isolation: Isolation = Isolation()
    components: tuple[str, ...] = ()


@frozen
class StyleApp:
    """All units with their styles. `file` is the app's own sheet.

    `has_passing_tags`: tag and id selectors of the app and of a page pass every isolation.
    """

    file: PurePosixPath | None
    pages: tuple[StyleUnit, ...]
    components: tuple[StyleUnit, ...] = ()
    has_passing_tags: bool = False


@frozen
class Sheet:
    """What a sheet's selectors mention, and the names it spells anew."""

    mentions: Mentions
    names: Mapping[Key, str]


def numbered(app: StyleApp) -> Mapping[str, str]:
    """Return the number of each unit that has a style file, by its path, in the order of the cascade.

    The app's path is "". A component comes before the units that use it; one that no page reaches comes
    behind those that are reached.
    """
    units = {unit.path: unit for unit in (*app.pages, *app.components)}
    pages = {page.path for page in app.pages}
    reached = [path for page in app.pages for path in _below(page.path, units) if path not in pages]
    order = [*reached, *(unit.path for unit in app.components), *(page.path for page in app.pages)]
    with_file = [path for path in dict.fromkeys(order) if units[path].file is not None]
    numbers = {path: str(index) for index, path in enumerate(with_file, 1)}
    return {"": APP, **numbers} if app.file is not None else numbers


def table(app: StyleApp, numbers: Mapping[str, str], sheets: Mapping[str, Sheet]) -> Json:
    """Return what the runtime needs to give nodes their class names.

    `sheets`: number -> what it mentions. `pages`: path -> its group in the order of the cascade, and the
    sheets whose markers all its nodes carry. `units`: path -> its sheet and whether it takes; left out where
    it takes and has none.
    """
    spoken = {path: number for path, number in numbers.items() if number in sheets and _says(sheets[number])}
    units = {unit.path: unit for unit in (*app.pages, *app.components)}
    pages: dict[str, Json] = {page.path: _page(app, page, units, spoken) for page in app.pages}
    listed: dict[str, Json] = {}
    for unit in units.values():
        entry: dict[str, Json] = {"own": spoken[unit.path]} if unit.path in spoken else {}
        if entry or not unit.isolation.takes:
            listed[unit.path] = {**entry, "takes": unit.isolation.takes}
    written: dict[str, Json] = {number: _sheet(sheets[number]) for number in spoken.values()}
    return {"sheets": written, "pages": pages, "units": listed}


def _page(app: StyleApp, page: StyleUnit, units: Mapping[str, StyleUnit], spoken: Mapping[str, str]) -> Json:
    below = [path for path in _below(page.path, units) if path != page.path]
    givers = [path for path in below if units[path].isolation.gives]
    group = [
        *([""] if page.isolation.has_app else []),
        *givers,
        *([page.path] if page.isolation.gives else []),
    ]
    # The cascade has one order for the whole app, and the table says the same.
    shared = sorted((spoken[path] for path in group if path in spoken), key=int)
    entry: dict[str, Json] = {"shared": [*shared]}
    if app.has_passing_tags:
        passing = ("", page.path) if page.isolation.has_app else (page.path,)
        entry["everywhere"] = [spoken[path] for path in passing if path in spoken]
    return entry


def _sheet(sheet: Sheet) -> Json:
    mentions = sheet.mentions
    entry: dict[str, Json] = {"classes": " ".join(sorted(mentions.classes))}
    if mentions.has_guards:
        entry["isMarked"] = True
    if mentions.has_root:
        entry["isRoot"] = True
    if mentions.host_classes is not None:
        entry["host"] = " ".join(sorted(mentions.host_classes))
    if sheet.names:
        entry["names"] = {name: new for (_, name), new in sorted(sheet.names.items())}
    return entry


def _says(sheet: Sheet) -> bool:
    return bool(sheet.names) or sheet.mentions != Mentions()


def _below(path: str, units: Mapping[str, StyleUnit]) -> Iterator[str]:
    """Yield the units that a unit reaches and itself, each behind those it uses; cycles are cut."""
    seen = {path}
    stack = [(path, iter(units[path].components))]
    while stack:
        at, components = stack[-1]
        following = next((name for name in components if name in units and name not in seen), None)
        if following is None:
            stack.pop()
            yield at
        else:
            seen.add(following)
            stack.append((following, iter(units[following].components)))
