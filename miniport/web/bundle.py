"""The browser files of an app: runtime.js, app.js and the style sheets, put together from their parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from miniport.bundle import Bundle
from miniport.edit import Rewritten, Smaller
from miniport.facts import Json
from miniport.frozen import frozen
from miniport.memo import FORGETFUL, Memo
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.source import Source, concatenated
from miniport.source_map import SCRIPT, STYLE, Form, with_map
from miniport.web import worker
from miniport.web.pieces import NOTICE, notices, runtime_script, runtime_style
from miniport.web.writer import indented, literal

SCRIPTS = ("runtime.js", "app.js")
STYLES = ("runtime.css", "app.css")
"""In load order; the app's rules come after the runtime's."""

_APP = PurePosixPath("app.js")
_SHEET = PurePosixPath("app.css")
_DEFINITION = regex(r'miniport\.define\("([^"]+)"')
_START = "miniport.start("
_LINE_BREAKS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029"})


@frozen
class WebParts:
    """What the files are made from.

    `definitions`: the modules, each a call of `miniport.define`, with the way back to what it was made from;
    `of_workers`: those of threads of their own, () where there are none.
    `config`: see miniport.web.config. `pieces`: ids of runtime pieces. `styles`: app.css in pieces.
    `assets`: paths below the web root. `maps`: where the map of app.js goes. `is_dark`: the app says that it
    has a dark look.
    """

    definitions: tuple[Source, ...]
    config: Mapping[str, Json]
    pieces: tuple[str, ...]
    styles: tuple[Source, ...]
    assets: Bundle
    maps: Literal["none", "file", "inline"] = "none"
    small: Smaller | None = None
    of_workers: tuple[Source, ...] = ()
    is_dark: bool = False


def web_files(parts: WebParts, memo: Memo = FORGETFUL) -> Bundle:
    """Return the files below the web root, the page that loads SCRIPTS and STYLES aside."""
    is_dark = parts.is_dark or _is_dark(parts, memo)
    how = (parts.maps, parts.small)
    script, style = (parts.definitions, parts.config, *how), (parts.styles, *how)
    files = {
        **memo.of("runtime", "", (parts.pieces, is_dark), lambda: _runtime(parts.pieces, is_dark=is_dark)),
        **memo.briefly(
            "app.js", "", script, lambda: _mapped(_APP, app_script(parts, memo), SCRIPT, parts, memo)
        ),
        **memo.of("app.css", "", style, lambda: _mapped(_SHEET, _sheet(parts), STYLE, parts, memo)),
        **_workers(parts, memo),
    }
    return dict(sorted({**parts.assets, **files}.items()))


def _runtime(pieces: tuple[str, ...], *, is_dark: bool) -> Bundle:
    return {
        PurePosixPath(NOTICE): notices(),
        PurePosixPath("runtime.js"): runtime_script(pieces),
        PurePosixPath("runtime.css"): runtime_style(pieces, is_dark=is_dark),
    }


def app_script(parts: WebParts, memo: Memo = FORGETFUL) -> tuple[Source, ...]:
    """Return app.js in pieces, each with a line of its own: every module, then the start of the app."""
    config = memo.of("config", "", (parts.config,), lambda: _literal(parts.config))
    pieces = (*parts.definitions, Source(_APP, f"miniport.start({config});\n"))
    return pieces if parts.small is None else tuple(_small(piece, parts.small.script) for piece in pieces)


def _sheet(parts: WebParts) -> tuple[Source, ...]:
    """Return app.css in pieces, each with lines of its own."""
    small = parts.small
    if small is None or not parts.styles:
        return parts.styles
    # A condition around an import begins in one piece and ends in another.
    return (_small(concatenated(parts.styles), small.style),)


def _workers(parts: WebParts, memo: Memo) -> Bundle:
    """Return the script of all workers, which is in no page."""
    if not parts.of_workers:
        return {}
    small = parts.small
    made = (piece if small is None else _small(piece, small.script) for piece in parts.of_workers)
    whole = _mapped(worker.SCRIPT, worker.worker_script(made), SCRIPT, parts, memo)
    return {worker.RUNTIME: worker.worker_runtime(), **whole}


def _small(piece: Source, small: Callable[[str], Rewritten]) -> Source:
    done = small(piece.text)
    # What leads nowhere still leads nowhere.
    return (
        Source(piece.path, done.text) if piece.written is None else piece.rewritten(done.text, done.origins)
    )


def _mapped(
    path: PurePosixPath, pieces: tuple[Source, ...], form: Form, parts: WebParts, memo: Memo
) -> Bundle:
    """Return a file made of pieces with the map that was asked for."""
    if parts.maps == "none":
        encoded = memo.each(f"bytes of {path}", dict(enumerate(pieces)), lambda _, piece: piece.text.encode())
        return {path: b"".join(encoded.values())}
    whole = "".join(piece.text for piece in pieces)
    return {place: text.encode("utf-8") for place, text in with_map(path, whole, pieces, parts.maps, form)}


def _is_dark(parts: WebParts, memo: Memo) -> bool:
    styles = dict(enumerate(parts.styles))
    return any(memo.each("is dark", styles, lambda _, piece: "prefers-color-scheme" in piece.text).values())


def _literal(config: Mapping[str, Json]) -> str:
    return indented(dict(config)).translate(_LINE_BREAKS)


def template_definition(id_: str, body: str) -> str:
    """Return a rendered template as a module; the body begins with the second line."""
    head = f"miniport.define({literal(id_)}, [], function (require, module, exports) {{"
    return f"{head}\n{body.rstrip()}\n}});\n"


def module_sizes(script: str) -> dict[str, int]:
    """Return the bytes of each module of app.js by its id; each begins a line."""
    sizes: dict[str, int] = {}
    id_ = ""
    for line in script.splitlines(keepends=True):
        found = _DEFINITION.match(line)
        if found is not None or line.startswith(_START):
            id_ = found[1] if found is not None else ""
        if id_:
            sizes[id_] = sizes.get(id_, 0) + len(line.encode("utf-8"))
    return sizes
