"""The style languages, and which file is written in which."""

from __future__ import annotations

from typing import Literal

from miniport.named import NamedTuple


class Language(NamedTuple):
    """A style language: its name, the package that compiles it, and the packages that name it.

    `endings` are put behind a request that names no file, `names` are what its last part may become.
    """

    key: Literal["less", "sass", "stylus"]
    title: str
    package: str
    named_by: tuple[str, ...]
    endings: tuple[str, ...]
    forms: tuple[str, ...]


_LESS = Language("less", "Less", "less", ("less",), (".less", "", "/index.less"), ("{}",))
_SASS = Language(
    "sass",
    "Sass",
    "sass-embedded",
    ("sass", "sass-embedded"),
    (".scss", ".sass", ".css", "", "/_index.scss", "/index.scss", "/_index.sass", "/index.sass"),
    ("_{}", "{}"),
)
_STYLUS = Language("stylus", "Stylus", "stylus", ("stylus",), (".styl", "", "/index.styl"), ("{}",))
LANGUAGES = {".less": _LESS, ".scss": _SASS, ".sass": _SASS, ".styl": _STYLUS}
