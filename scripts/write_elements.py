"""Write docs/element-table.md: what the web targets do of each element: attributes, events, values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import jinja2

from miniport.facts import Kind
from miniport.targets.pack import bundled_pack
from miniport.targets.target_pack import TargetPack
from miniport.targets.verdict import Differs, Unknown, Unsupported

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "element-table.md"
TARGETS = ("web", "weibo")
KINDS = (Kind.ATTRIBUTE, Kind.EVENT, Kind.VALUE)
Thing = tuple[Kind, str]


@dataclass(frozen=True)
class Row:
    """An element: per target how much is done of each of KINDS; what is not done, or not quite."""

    name: str
    state: str
    done: tuple[tuple[str, ...], ...]
    missing: str
    differing: str


def has(pack: TargetPack, kind: Kind, name: str, owner: str = "") -> bool:
    """Return whether a pack has a thing; a plain box in its place does not count."""
    verdict = pack.verdict_of(kind, name, owner)
    is_box = isinstance(verdict, Differs) and verdict.is_box
    return not is_box and not isinstance(verdict, Unsupported | Unknown)


def elements(native: TargetPack) -> tuple[str, ...]:
    """Return the elements that the dialect's own platform has."""
    return tuple(name for name in native.names(Kind.COMPONENT) if has(native, Kind.COMPONENT, name))


def things(native: TargetPack, element: str) -> tuple[Thing, ...]:
    """Return what the platform has of an element: attributes, events and values of its own."""
    return tuple((kind, name) for kind in KINDS for name in native.names(kind, element))


def done(pack: TargetPack, element: str, wanted: Iterable[Thing]) -> frozenset[Thing]:
    """Return what a target has of it; nothing where it lacks the element."""
    if not has(pack, Kind.COMPONENT, element):
        return frozenset()
    return frozenset(thing for thing in wanted if has(pack, *thing, element))


def row(native: TargetPack, packs: tuple[TargetPack, ...], element: str) -> Row:
    """Return the row of an element."""
    wanted = things(native, element)
    found = [done(pack, element, wanted) for pack in packs]
    shown = [has(pack, Kind.COMPONENT, element) for pack in packs]
    missing = [f"`{name}`" for kind, name in wanted if not all((kind, name) in some for some in found)]
    state = "drawn" if all(shown) else "a plain box" if _is_boxed(packs[0], element) else "not there"
    return Row(
        element,
        state,
        tuple(tuple(_share(some, wanted, kind) for kind in KINDS) for some in found),
        ", ".join(missing) if all(shown) else "",
        "; ".join(_notes(packs, element, wanted)),
    )


def _is_boxed(pack: TargetPack, element: str) -> bool:
    return not isinstance(pack.verdict_of(Kind.COMPONENT, element), Unsupported)


def _share(found: Iterable[Thing], wanted: Iterable[Thing], kind: Kind) -> str:
    total = sum(one is kind for one, _ in wanted)
    return f"{sum(one is kind for one, _ in found)}/{total}" if total else "–"


def _notes(packs: tuple[TargetPack, ...], element: str, wanted: Iterable[Thing]) -> Iterator[str]:
    """Yield what is done but not quite as on the platform, with the target where it is one's alone."""
    for kind, name in ((Kind.COMPONENT, element), *wanted):
        owner = "" if kind is Kind.COMPONENT else element
        verdicts = [pack.verdict_of(kind, name, owner) for pack in packs]
        texts = [one.note_en if isinstance(one, Differs) and not one.is_box else "" for one in verdicts]
        for text in dict.fromkeys(filter(None, texts)):
            where = "" if len(set(texts)) == 1 else f" ({packs[texts.index(text)].title_en})"
            yield f"`{name}`: {text}{where}"


def totals(native: TargetPack, packs: tuple[TargetPack, ...]) -> list[tuple[str, ...]]:
    """Return for each pack how many elements, attributes, events and values are done of all."""
    names = elements(native)
    wanted = {name: things(native, name) for name in names}
    lines = []
    for pack in packs:
        found = {name: done(pack, name, wanted[name]) for name in names}
        counts = [f"{sum(has(pack, Kind.COMPONENT, name) for name in names)}/{len(names)}"]
        for kind in KINDS:
            some, every = (
                sum(one is kind for all_ in given.values() for one, _ in all_) for given in (found, wanted)
            )
            counts.append(f"{some}/{every} ({100 * some / every:.0f} %)")
        lines.append((pack.title_en, *counts))
    return lines


def page() -> str:
    """Return the text of docs/element-table.md."""
    packs = tuple(bundled_pack(name) for name in TARGETS)
    native = bundled_pack(packs[0].dialect.name)
    environment = jinja2.Environment(keep_trailing_newline=True, undefined=jinja2.StrictUndefined)  # noqa: S701
    template = environment.from_string((HERE / "element-table.md.j2").read_text("utf-8"))
    rows = [row(native, packs, name) for name in elements(native)]
    return template.render(rows=rows, packs=packs, native=native, totals=totals(native, packs))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
