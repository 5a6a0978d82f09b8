"""The runtime's own classes: what one piece styles wherever it stands is of that piece alone."""

import re
from collections import defaultdict
from pathlib import Path

from tests.house.modules import PACKAGE

SOURCES = PACKAGE / "runtime" / "src"
BARE = re.compile(r"(?:^|[},])\s*\.(mp--[\w-]+)(?=\s*[,{])", re.MULTILINE)
CLASS = re.compile(r"\bmp--[\w-]+")


def own(path: Path) -> str:
    """Return a piece's name: its script and its sheet share one; a lib folder counts as a whole."""
    place = path.relative_to(SOURCES)
    return place.parent.as_posix() if place.parent.name == "lib" else place.with_suffix("").as_posix()


def texts(suffix: str) -> dict[str, str]:
    """Return the text of every piece that may stand beside others in a page."""
    found: dict[str, str] = defaultdict(str)
    for family in ("api", "element", "part"):
        for path in sorted((SOURCES / family).rglob(f"*{suffix}")):
            found[own(path)] += re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    return found


def shared(sheets: dict[str, str], scripts: dict[str, str]) -> list[str]:
    """Return every class that one sheet styles bare and that a piece which does not ask for it has, too."""
    users = defaultdict(set)
    for piece, text in scripts.items():
        for name in CLASS.findall(text):
            users[name].add(piece)
    return [
        f".{name} of {piece} also hits {other}"
        for piece, text in sorted(sheets.items())
        for name in sorted(set(BARE.findall(text)))
        for other in sorted(users[name] - {piece})
        if not piece.endswith("/lib") and f'"miniport:{piece}"' not in scripts[other]
    ]


def test_what_a_piece_styles_anywhere_is_its_own():
    assert shared(texts(".css"), texts(".js")) == []
