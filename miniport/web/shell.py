"""The project files around a web bundle, as the target pack lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from miniport import resources, rules
from miniport.bundle import Bundle
from miniport.diagnostics import Diagnostic, Place
from miniport.facts import Json, Kind
from miniport.field import field, replace
from miniport.frozen import frozen
from miniport.memo import FORGETFUL, Memo
from miniport.posix import PurePosixPath, by_names
from miniport.targets.form_part import EmittedFile
from miniport.targets.pack import TargetPack
from miniport.web.writer import as_json, indented

if TYPE_CHECKING:
    from jinja2 import Environment, Template

    from miniport.web.fill import Plain

PAGE = "{page}"
"""What stands for the page's path in the path of a file that is made once for each page."""


@frozen
class ShellPage:
    """A page: its path without suffix and its own configuration, `window` keys by their neutral names.

    `dark`: what some of them are in dark.
    """

    path: PurePosixPath
    config: Mapping[str, Json]
    dark: Mapping[str, Json] = field(default_factory=dict)


@frozen
class WebApp:
    """What the project files of a web target are made from.

    `pages`: the entry first, those of subpackages among them. `window`: neutral names, `dark` what some of
    them are in dark. `settings`: what the project says for this target. `scripts` and `styles` are in load
    order, and like the paths of `files` relative to the web root. `members`: what the app may call of the
    host's own object.
    """

    name: str
    version: str
    description: str
    settings: Mapping[str, Json]
    window: Mapping[str, Json]
    pages: tuple[ShellPage, ...]
    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    files: Bundle
    members: frozenset[str]
    dark: Mapping[str, Json] = field(default_factory=dict)


def render_project(app: WebApp, pack: TargetPack, memo: Memo = FORGETFUL) -> Bundle:
    """Return the whole bundle: the files the pack lists, and those of the app below the web root.

    A page's file never takes the place of another file; `shell_findings` tells of it.
    """
    names = tuple(app.files)
    given = (names, pack.web_root)
    spots = memo.of("spots", pack.name, given, lambda: [pack.web_root / path for path in names])
    bundle: dict[PurePosixPath, bytes] = dict(zip(spots, app.files.values(), strict=True))
    # What the app's files hold is no business of the templates.
    empty = replace(app, files=dict.fromkeys(app.files, b""))
    shells = memo.of("shells", pack.name, (empty, pack.digest), lambda: _shells(empty, pack))
    bundle = {**shells, **bundle}
    order = memo.of("order of a site", pack.name, (tuple(bundle),), lambda: sorted(bundle, key=by_names))
    return {path: bundle[path] for path in order}


def _shells(app: WebApp, pack: TargetPack) -> Bundle:
    """Return the files the pack lists; of two in one place the first."""
    found: dict[PurePosixPath, bytes] = {}
    values = _values(app, pack)
    configs = {page.path: _page_config(app, page, pack) for page in app.pages}
    for file, path, page in _listed(app, pack):
        if path not in found and path not in app.files:
            own = {} if page is None else _page_values(page, file, configs[page.path])
            found[path] = _render(file.template, {**values, **own})
    return found


def shell_findings(
    app: WebApp, pack: TargetPack, settings_file: PurePosixPath, memo: Memo = FORGETFUL
) -> Iterator[Diagnostic]:
    """Yield settings that do not look like values of theirs, and pages whose files have no place."""
    place = Place(settings_file)
    for name, form in pack.settings.items():
        value = app.settings.get(name)
        arguments = {"target": pack.name, "name": name}
        if value not in (None, "") and form.pattern and not re.fullmatch(form.pattern, str(value)):
            found = {**arguments, "value": str(value), "pattern": form.pattern}
            yield Diagnostic(rules.SETTING_ODD, found, place, target=pack.name)
    given = (tuple(app.files), app.pages, pack.digest)
    yield from memo.of("collisions", pack.name, given, lambda: tuple(_collisions(app, pack)))


def _collisions(app: WebApp, pack: TargetPack) -> Iterator[Diagnostic]:
    taken = {pack.web_root / path for path in app.files}
    told = set()
    for _, path, page in _listed(app, pack):
        if path in taken and page is not None and page.path not in told:
            told.add(page.path)
            found = {"target": pack.name, "page": str(page.path), "path": str(path)}
            yield Diagnostic(rules.PAGE_PATH_TAKEN, found, Place(PurePosixPath("app.json")), target=pack.name)
        taken.add(path)


def _listed(app: WebApp, pack: TargetPack) -> Iterator[tuple[EmittedFile, PurePosixPath, ShellPage | None]]:
    """Yield (file, path, page) of each file of the project, those of the app before those of pages."""
    for file in sorted(pack.project_files, key=lambda file: file.each == "page"):
        if file.each == "app":
            yield file, PurePosixPath(file.path), None
            continue
        for page in app.pages:
            yield file, PurePosixPath(file.path.replace(PAGE, str(page.path))), page


def _values(app: WebApp, pack: TargetPack) -> dict[str, object]:
    """Return what templates may use, besides the filters; those of pages have `_page_values`, too."""
    placeholders = {name: form.placeholder for name, form in pack.settings.items()}
    given = {name: value for name, value in app.settings.items() if value not in (None, "")}
    return {
        "app": app,
        "target": pack.name,
        "slug": _slug(app.name),
        "settings": {**placeholders, **given},
        "window": _config(app.window, app.dark, "app", pack),
        "paths": [str(page.path) for page in app.pages],
        "built": _built,
        "title": app.window.get("defaultTitle") or app.name,
        "scripts": app.scripts,
        "styles": app.styles,
        "members": {name: _member(pack, name) for name in sorted(app.members & pack.members.keys())},
        "home": _home(pack),
    }


def _page_values(page: ShellPage, file: EmittedFile, config: Mapping[str, Json]) -> dict[str, object]:
    """Return what the template of a page's file may use besides; `up` is the way to the app root."""
    return {
        "page": page,
        "config": {**file.defaults, **config, **file.always},
        "up": "../" * (len(page.path.parts) - 1) or "./",
    }


def _page_config(app: WebApp, page: ShellPage, pack: TargetPack) -> dict[str, Json]:
    """Return the platform's keys of a page, those of the whole app below them."""
    # What a page says of a key holds in dark, too, where it says nothing of that.
    of_app = {key: value for key, value in app.dark.items() if key not in page.config}
    return _config({**app.window, **page.config}, {**of_app, **page.dark}, "page", pack)


def _config(
    config: Mapping[str, Json], dark: Mapping[str, Json], owner: str, pack: TargetPack
) -> dict[str, Json]:
    """Return the keys the platform's own configuration has, under its names; it is told of no others."""
    written: dict[str, Json] = {}
    for key, value in config.items():
        fact = pack.fact(Kind.CONFIG, f"window.{key}", owner)
        row = (fact[0] if fact else None) or {}
        for word, said in (("rename", value), ("dark", dark.get(key))):
            if row.get(word) and said is not None:
                written[str(row[word])] = said
    return written


def _member(pack: TargetPack, name: str) -> dict[str, Json]:
    """Return how a member of the host answers; what is usual is left out."""
    member = pack.members[name]
    row: dict[str, Json] = {"kind": member.kind}
    if member.keep:
        row["keep"] = True
    if member.snapshot:
        row["snapshot"] = True
    if member.timeout:
        row["timeout"] = member.timeout
    return row


def _home(pack: TargetPack) -> str:
    """Return the address of the web files from the app root."""
    home = pack.web_root / "index.html"
    return str(home.relative_to(pack.app_root) if home.is_relative_to(pack.app_root) else home)


def _slug(name: str) -> str:
    """Return a name that npm takes."""
    return re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip("-._") or "app"


def _render(name: str, values: Mapping[str, object]) -> bytes:
    known = _plain(name)
    text = known.filled(values, FILTERS) if known is not None else None
    return (_template(name).render(values) if text is None else text).encode("utf-8")


@lru_cache(maxsize=64)
def _plain(name: str) -> Plain | None:
    # The files of a project are filled in by the build that has no kept state.
    from miniport.web.fill import plain

    return plain(resources.template_text(name))


@lru_cache(maxsize=64)
def _template(name: str) -> Template:
    return _environment().get_template(name)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    # Imported here: nearly all templates do without it.
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(resources.template_text),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    return environment


def _built(name: str) -> str:
    """Return a file of the built runtime as text."""
    return resources.runtime_file(name).decode("utf-8").rstrip("\n")


def to_json(value: Json, indent: int | None = None, margin: int = 0) -> str:
    """Return a value as JSON that may also stand in a script, inside HTML too.

    All lines but the first begin with `margin` blanks.
    """
    text = as_json(value) if indent is None else indented(value, "\n" + " " * margin, " " * indent)
    # Valid JSON either way; an old engine would end at a line separator, a script element at "</script", or,
    # behind "<!--" and "<script", not at its own end.
    text = text.replace("</", "<\\/").replace("<!--", "\\u003c!--")
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def to_html(value: str) -> str:
    """Return a text as it stands in HTML, between tags and inside quotes."""
    return value.translate(_ENTITIES)


_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"})
FILTERS = {"tojson": to_json, "e": to_html}
"""What makes a text of a value in the templates of project files, besides Jinja2's own filters."""
