"""Write docs/apis.md: each API of `my`, its uses in the corpus, and what becomes of it on each web target."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import jinja2
import yaml

from miniport.facts import Kind
from miniport.targets.pack import bundled_pack
from miniport.targets.target_pack import TargetPack
from miniport.targets.verdict import Adapter, Bridge, Differs, Unknown, Unsupported, Verdict

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "apis.md"
USES = HERE.parent / "tests" / "apis" / "uses.yaml"
TARGETS = ("web", "weibo")
WAYS = ("page", "host", "module", "absent", "unknown")
"""In the page; by the host; by a module of the project; not at all; nobody knows the name."""


@dataclass(frozen=True)
class Row:
    """An API: its uses in the corpus, and a text for each of TARGETS."""

    name: str
    uses: int
    texts: tuple[str, ...]


def way_of(verdict: Verdict) -> str:
    """Return the one of WAYS that a verdict is."""
    match verdict:
        case Bridge():
            return "host"
        case Adapter():
            return "module"
        case Unsupported():
            return "absent"
        case Unknown():
            return "unknown"
        case _:
            return "page"


def text_of(verdict: Verdict) -> str:
    """Return what the table says of a verdict."""
    match verdict:
        case Bridge(member=member, is_proved=is_proved, piece=piece):
            proof = "" if is_proved else " (unproved)"
            return f"`wbx.{member}`{proof}" + (", else in the page" if piece else ", else it fails")
        case Adapter(capability=capability):
            return f"your module `{capability}`"
        case Unsupported(instead=instead):
            return "fails" + (f"; use `{instead}`" if instead else "")
        case Unknown():
            return "unknown name"
        case Differs(note_en=note):
            return f"in the page: {note}"
        case _:
            return "in the page"


def counted() -> tuple[dict[str, int], int]:
    """Return the uses by name, and the uses of all names."""
    record = yaml.safe_load(USES.read_text("utf-8"))
    return record["uses"], record["total"]


def shares(pack: TargetPack) -> dict[str, float]:
    """Return the percentage of the corpus's uses that goes each of WAYS; names not counted are left out."""
    uses, total = counted()
    sums: Counter[str] = Counter()
    for name, count in uses.items():
        sums[way_of(pack.verdict_of(Kind.API, name))] += count
    return {way: round(100 * sums[way] / total, 1) for way in WAYS}


def page() -> str:
    """Return the text of docs/apis.md."""
    packs = [bundled_pack(name) for name in TARGETS]
    uses, total = counted()
    native = bundled_pack(packs[0].dialect.name).names(Kind.API)
    names = sorted({*uses, *native}, key=lambda name: (-uses.get(name, 0), name.lower()))
    rows = [
        Row(name, uses.get(name, 0), tuple(text_of(pack.verdict_of(Kind.API, name)) for pack in packs))
        for name in names
    ]
    environment = jinja2.Environment(
        keep_trailing_newline=True, undefined=jinja2.StrictUndefined, autoescape=False
    )
    template = environment.from_string((HERE / "apis.md.j2").read_text("utf-8"))
    return template.render(
        rows=rows,
        packs=packs,
        shares=[shares(pack) for pack in packs],
        ways=WAYS,
        count=len(uses),
        total=total,
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
