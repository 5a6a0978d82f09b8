"""The browser files of an app: runtime.js, app.js and the style sheets, put together from their parts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from miniport.bundle import Bundle
from miniport.edit import Rewritten
from miniport.facts import Json
from miniport.source import Source
from miniport.source_map import with_map
from miniport.web.pieces import NOTICE, notices, runtime_script, runtime_style
from miniport.web.writer import literal

SCRIPTS = ("runtime.js", "app.js")
STYLES = ("runtime.css", "app.css")
"""In load order; the app's rules come after the runtime's."""

_APP = PurePosixPath("app.js")
_LINE_BREAKS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029"})


Small = Callable[[str], Rewritten]
"""Makes a script small."""


@dataclass(frozen=True)
class WebParts:
    """What the files are made from.

    `definitions`: the modules, each a call of `miniport.define`, with the way back to what it was made from.
    `config`: see miniport.web.config. `pieces`: ids of runtime pieces. `style`: the text of app.css.
    `assets`: paths below the web root. `maps`: where the map of app.js goes.
    """

    definitions: tuple[Source, ...]
    config: Mapping[str, Json]
    pieces: tuple[str, ...]
    style: str
    assets: Bundle
    maps: Literal["none", "file", "inline"] = "none"
    small: Small | None = None


def web_files(parts: WebParts) -> Bundle:
    """Return the files below the web root, the page that loads SCRIPTS and STYLES aside."""
    files = {
        PurePosixPath(NOTICE): notices(),
        PurePosixPath("runtime.js"): runtime_script(parts.pieces),
        PurePosixPath("runtime.css"): runtime_style(
            parts.pieces, is_dark="prefers-color-scheme" in parts.style
        ),
        **_mapped(parts),
        PurePosixPath("app.css"): parts.style.encode("utf-8"),
    }
    return dict(sorted({**parts.assets, **files}.items()))


def app_script(parts: WebParts) -> tuple[Source, ...]:
    """Return app.js in pieces, each with a line of its own: every module, then the start of the app."""
    config = json.dumps(parts.config, ensure_ascii=False, indent=1).translate(_LINE_BREAKS)
    pieces = (*parts.definitions, Source(_APP, f"miniport.start({config});\n"))
    return pieces if parts.small is None else tuple(_small(piece, parts.small) for piece in pieces)


def _small(piece: Source, small: Small) -> Source:
    done = small(piece.text)
    # What leads nowhere still leads nowhere.
    return (
        Source(piece.path, done.text) if piece.written is None else piece.rewritten(done.text, done.origins)
    )


def _mapped(parts: WebParts) -> Bundle:
    """Return app.js with the map that was asked for."""
    pieces = app_script(parts)
    script = "".join(piece.text for piece in pieces)
    return {place: text.encode("utf-8") for place, text in with_map(_APP, script, pieces, parts.maps)}


def template_definition(id_: str, body: str) -> str:
    """Return a rendered template as a module."""
    head = f"miniport.define({literal(id_)}, [], function (require, module, exports) {{"
    return f"{head}\n{body.rstrip()}\n}});\n"
