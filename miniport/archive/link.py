"""Links to a page of an app, in the forms that a platform's pack lists, and as QR codes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal
from urllib.parse import quote

from miniport import rules
from miniport.analyze.app import AppFacts
from miniport.diagnostics import Diagnostic, Place
from miniport.frozen import frozen
from miniport.likeness import closest
from miniport.posix import PurePosixPath
from miniport.project.settings import SETTINGS_FILE
from miniport.regex import regex
from miniport.targets.origin import Note
from miniport.targets.pack import TargetPack
from miniport.targets.release import Reserved

_PLACE = regex(r"\{(\w+)(!?)\}")
_NEEDS = {
    "appId": (
        "an app id",
        "appId",
        'set "targets.{target}.appId" in miniport.yaml',
        "请在 miniport.yaml 中设置 “targets.{target}.appId”",
    ),
    "base": (
        "the address of the site",
        "网站地址",
        "name it with --base https://example.com/app/",
        "请用 --base https://example.com/app/ 指定",
    ),
}


@frozen
class Wanted:
    """The page to open, "" for the first one; what it is given, in order; where the site is."""

    page: str
    query: tuple[tuple[str, str], ...]
    base: str


@frozen
class Link:
    """One link; `name` is its kind in the pack."""

    target: str
    name: str
    title: Note
    address: str
    note: Note | None


@frozen
class Linked:
    """What one target has for a page: its links, and what there is to tell: errors where there are none."""

    links: tuple[Link, ...]
    found: tuple[Diagnostic, ...]


def links(wanted: Wanted, facts: AppFacts, pack: TargetPack) -> Linked:
    """Return the links of one target, or what keeps them from being made."""
    pages = [str(page.path.relative_to(facts.project.base)) for page in facts.pages]
    told = facts.project.settings.target(pack.name)
    page = wanted.page.strip("/") or (pages[0] if pages else "")
    query = _query((_written(name, pack.release.links.reserved), value) for name, value in wanted.query)
    values = {
        "appId": pack.own_value("appId", told.app_id),
        "base": wanted.base,
        "page": page,
        "query": query,
    }
    wrong = (*_page_wrong(page, pages, facts, pack), *_lacking(values, facts.project.settings_place, pack))
    if wrong:
        return Linked((), wrong)
    return Linked(tuple(_filled(values, pack)), tuple(_names_taken(wanted, pack)))


def _filled(values: Mapping[str, str], pack: TargetPack) -> Iterator[Link]:
    known = dict(values)
    for name, row in pack.release.links.rows.items():
        form = row.form if values["query"] else row.bare
        known[name] = _PLACE.sub(lambda found: _value(found, known), form)
        yield Link(pack.name, name, row.title, known[name], row.note)


def _value(found: re.Match[str], known: Mapping[str, str]) -> str:
    value = known[found[1]]
    return quote(value, safe="") if found[2] else value


def _query(pairs: Iterable[tuple[str, str]]) -> str:
    return "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs)


def _page_wrong(page: str, pages: list[str], facts: AppFacts, pack: TargetPack) -> Iterator[Diagnostic]:
    if page not in pages:
        near = closest(page, pages)
        arguments = {
            "page": page,
            "target": pack.name,
            "near_en": f'did you mean "{near}"?' if near else f"pages: {', '.join(pages)}",
            "near_zh": f"是否想写 “{near}”？" if near else f"可选页面：{'、'.join(pages)}",
        }
        yield Diagnostic(rules.LINK_PAGE_ABSENT, arguments, Place(facts.project.config_source.path))


def _written(name: str, reserved: Reserved | None) -> str:
    """Return how a link has a name of its query."""
    if reserved is None or not (name in reserved.names or name.startswith(reserved.prefix)):
        return name
    return reserved.prefix + name


def _names_taken(wanted: Wanted, pack: TargetPack) -> Iterator[Diagnostic]:
    for name in dict(wanted.query):
        written = _written(name, pack.release.links.reserved)
        if written != name:
            arguments = {"name": name, "written": written, "target": pack.name}
            yield Diagnostic(rules.LINK_NAME_TAKEN, arguments, Place(PurePosixPath(SETTINGS_FILE)))


def _lacking(values: Mapping[str, str], at: PurePosixPath, pack: TargetPack) -> Iterator[Diagnostic]:
    forms = " ".join(row.form for row in pack.release.links.rows.values())
    place = Place(at)
    for name, (en, zh, cure_en, cure_zh) in _NEEDS.items():
        if not values[name] and f"{{{name}" in forms:
            cures = {"cure_en": cure_en.format(target=pack.name), "cure_zh": cure_zh.format(target=pack.name)}
            arguments = {"what_en": en, "what_zh": zh, "target": pack.name, **cures}
            yield Diagnostic(rules.LINK_NEEDS, arguments, place)


def picture(address: str, kind: Literal["png", "svg"]) -> bytes:
    """Return the QR code of an address as a picture."""
    import segno

    stream = io.BytesIO()
    segno.make_qr(address, error="m").save(stream, kind=kind, scale=8, border=4)
    return stream.getvalue()


def drawn(address: str) -> str:
    """Return the QR code of an address as lines of half blocks, dark on light, with its quiet zone."""
    import segno

    rows = [list(map(bool, row)) for row in segno.make_qr(address, error="m").matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    # A terminal is dark: what is light in the code is drawn.
    marks = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join("".join(marks[pair] for pair in zip(*both, strict=True)) for both in pairs) + "\n"
