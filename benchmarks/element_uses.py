"""How much of what templates use of the platform's elements a target does: `element_uses.py FOLDER [TARGET]`.

Counted is what the Alipay pack documents, in every distinct `.axml` below the folder; a tag that a project
has a component for counts with the element of its name, where there is one.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from miniport.facts import Kind
from miniport.syntax.markup import Element, Event, Property, parse_markup, walk
from miniport.targets.pack import TargetPack, bundled_pack
from miniport.targets.verdict import Differs, Unknown, Unsupported
from miniport.web.attribute import counting

KINDS = (Kind.COMPONENT, Kind.ATTRIBUTE, Kind.EVENT)
SHOWN = 12

Used = tuple[Kind, str, str]
"""A kind, a neutral name, and the element of an attribute or event."""


def main() -> None:
    """Print a table, and what is used most of what is not done."""
    reader, target = bundled_pack("alipay"), bundled_pack(sys.argv[2] if len(sys.argv) > 2 else "weibo")
    texts = {path.read_text("utf-8", errors="replace") for path in Path(sys.argv[1]).rglob("*.axml")}
    uses = Counter(use for text in texts for use in _used(text, reader))
    lacking = Counter({use: count for use, count in uses.items() if not _is_done(use, target)})
    print(f"{len(texts)} templates\n| kind | uses | done |\n| --- | --- | --- |")
    for kind in KINDS:
        every, not_done = (
            sum(count for use, count in table.items() if use[0] is kind) for table in (uses, lacking)
        )
        print(f"| {kind.value} | {every} | {1 - not_done / every:.2%} |")
    print(
        ", ".join(f"{owner} {name} {count}".strip() for (_, name, owner), count in lacking.most_common(SHOWN))
    )


def _used(text: str, reader: TargetPack) -> Iterator[Used]:
    for element in walk(parse_markup(text, reader.dialect)):
        name = reader.neutral(Kind.COMPONENT, element.tag)
        if reader.fact(Kind.COMPONENT, name) is not None:
            yield Kind.COMPONENT, name, ""
            yield from (use for use in _parts(element, name, reader) if reader.fact(*use) is not None)


def _parts(element: Element, owner: str, reader: TargetPack) -> Iterator[Used]:
    for attribute in counting(element):
        match attribute.role:
            case Event(name=name):
                yield Kind.EVENT, reader.neutral(Kind.EVENT, name, owner), owner
            case Property(name=name):
                yield Kind.ATTRIBUTE, reader.neutral(Kind.ATTRIBUTE, name, owner), owner
            case _:
                pass


def _is_done(use: Used, target: TargetPack) -> bool:
    verdict = target.verdict_of(*use)
    return not (
        isinstance(verdict, Unsupported | Unknown) or (isinstance(verdict, Differs) and verdict.is_box)
    )


if __name__ == "__main__":
    main()
