"""The one style sheet of a web bundle, and the table by which the runtime gives class names to nodes.

The model. A *sheet* is one unit's style with its imports in place: the app's, a page's, a component's. Each
has a number. All pages live in one document, so a sheet must reach the nodes it styles on the platform and
no other, at the same specificity and in the same order:
- A class `.a` in sheet 3 is written `._3_a`. A node of class `a` carries the token `_3_a` for each sheet that
  it sees and that mentions `a`, besides `_a` for selector queries. User classes never stand there bare, and
  nothing of the runtime's own starts with `_`, so user rules never meet the inner DOM of an element.
- A compound without a class (`view`, `#id`, `*`) gets a guard without weight: `mp-view:where(._3)`.
  A node carries the marker `_3` of each sheet it sees that has guards. `:where` needs Chromium 88 or Safari
  14; an older engine drops just these rules. A tag is written as the DOM names it: `view` is `mp-view`.
- What a node sees depends on its page and on the unit that wrote it. A page has a group: the app's sheet,
  those of its components that give their rules away, its own if it does. A unit that takes sees the group
  and its own sheet, another one its own only. `shared` gives and takes, `apply-shared` takes, `isolated`
  neither; the `page-` words leave the app's sheet out. So pages never touch each other, shared components
  leak both ways inside a page, and no rule is printed twice.
- Order: app, components (a used one before its user), pages. On a page that is the platform's order.
- An external class carries its owner's tokens and no markers. `:host` is `._3h` on a component's own node,
  `:root` is `._3r` on the page's root, which is what `page`, `html` and `body` select.
- Keyframes and fonts: see style_name. Lengths: see style_length.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial, reduce
from operator import or_

from miniport.diagnostics import Finding
from miniport.edit import Edit, rewrite
from miniport.facts import Json
from miniport.frozen import frozen
from miniport.memo import FORGETFUL, Memo
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.source import Origins, Source, Span
from miniport.syntax.style_tree import Style
from miniport.web.style_import import FileFinding, Piece, StyleFile, inline
from miniport.web.style_length import PIXEL, Unit, length_edits, length_findings, to_vw
from miniport.web.style_name import Key, definitions, name_edits, renamed
from miniport.web.style_scope import Mentions, TagOf, dom_tag, mentioned, scoped
from miniport.web.style_unit import Sheet, StyleApp, numbered, table

# One device pixel, for boxes of at most 1rpx.
_PIXEL_RULES = """\
:root{--mp-pixel:1px}
@media (min-resolution:2dppx),(-webkit-min-device-pixel-ratio:2){:root{--mp-pixel:.5px}}
@media (min-resolution:3dppx),(-webkit-min-device-pixel-ratio:3){:root{--mp-pixel:.333334px}}
"""

_BARE = regex(r"[^\s\"'()\\]+")
_DOUBLE = '"'

AssetOf = Callable[[PurePosixPath, str], str | None]


@frozen
class StyleOptions:
    """How a host wants styles written.

    `asset_of(path of the sheet, request)` is the request relative to the web root, or None to keep it.
    `memo` keeps what was made of single sheets; `shape` is equal as long as requests lead where they led.
    """

    asset_of: AssetOf = lambda path, request: None
    unit: Unit = to_vw
    tag_of: TagOf = dom_tag
    memo: Memo = FORGETFUL
    shape: object = None


@frozen
class Stylesheet:
    """The one style sheet in pieces, the runtime's table, and what was found on the way.

    Each piece leads back to what it was made from, as far as it was made from anything. `has_marks`: a node
    without a class may carry markers.
    """

    pieces: tuple[Source, ...]
    table: Json
    findings: tuple[FileFinding, ...]
    has_marks: bool = False

    @property
    def text(self) -> str:
        """Return the whole text."""
        return "".join(piece.text for piece in self.pieces)


Styles = Mapping[PurePosixPath, StyleFile]
"""The parsed files of an app by their paths."""


@frozen(slots=True)
class _Inlined:
    """What a sheet consists of, what was found on the way, and the names that its files define."""

    pieces: tuple[Piece | str, ...]
    findings: tuple[FileFinding, ...]
    definitions: Mapping[Key, tuple[str, ...]]


@frozen(slots=True)
class _Printed:
    """The pieces of a sheet as they are written; `has_pixel`: boxes of at most 1rpx are among them."""

    pieces: tuple[Source, ...]
    has_pixel: bool


def stylesheet(app: StyleApp, styles: Styles, options: StyleOptions | None = None) -> Stylesheet:
    """Return the style sheet of an app."""
    options = options or StyleOptions()
    memo, numbers = options.memo, numbered(app)
    paths = {"": app.file, **{unit.path: unit.file for unit in (*app.pages, *app.components)}}
    inlined = {
        number: memo.looked_up("inlined", number, (paths[path],), styles, partial(_inlined, paths[path]))
        for path, number in numbers.items()
    }
    findings = [finding for each in inlined.values() for finding in each.findings]
    files = {number: _files(each.pieces) for number, each in inlined.items()}
    names = renamed({number: each.definitions for number, each in inlined.items()})
    sheets = {
        number: Sheet(memo.of("mentions", number, (found,), partial(_mentions, found)), names[number])
        for number, found in files.items()
    }
    text: list[Source] = []
    has_pixel = False
    for path, number in numbers.items():
        pieces = inlined[number].pieces
        given = (pieces, sheets[number].names, options.shape, options.unit.__name__)
        print_ = partial(_whole, pieces, number, sheets[number].names, options)
        sheet = memo.of("printed", number, given, print_)
        # Kept like the pieces: who compares sheets finds the same one and need not look into it.
        heading = memo.of("heading", path, (), partial(_ours, f"/* {_label(path)} */\n"))
        text += [heading, *sheet.pieces] if sheet.pieces else []
        has_pixel = has_pixel or sheet.has_pixel
    for file in {file.path: file for number in files for file in files[number]}.values():
        found = memo.of("style findings", file.path, (file.style,), partial(_findings, file.style))
        findings.extend(FileFinding(file.path, finding) for finding in found)
    header = (_ours(_PIXEL_RULES),) if has_pixel else ()
    has_marks = app.has_passing_tags or any(sheet.mentions.has_guards for sheet in sheets.values())
    return Stylesheet((*header, *text), table(app, numbers, sheets), _distinct(findings), has_marks)


def _findings(style: Style) -> tuple[Finding, ...]:
    return tuple(length_findings(style))


def _inlined(path: PurePosixPath | None, styles: Styles) -> _Inlined:
    """Return what a sheet consists of, read off its file and those that it imports."""
    parts = tuple(inline(path, styles.get)) if path is not None else ()
    pieces = tuple(part for part in parts if not isinstance(part, FileFinding))
    defined = definitions(file.style for file in _files(pieces))
    return _Inlined(pieces, tuple(part for part in parts if isinstance(part, FileFinding)), defined)


def _files(pieces: Iterable[Piece | str]) -> tuple[StyleFile, ...]:
    return tuple({piece.file.path: piece.file for piece in pieces if isinstance(piece, Piece)}.values())


def _mentions(files: Iterable[StyleFile]) -> Mentions:
    return reduce(or_, (mentioned(file.style) for file in files), Mentions())


def _whole(
    pieces: Iterable[Piece | str], number: str, names: Mapping[Key, str], options: StyleOptions
) -> _Printed:
    printed = tuple(_printed(pieces, number, names, options))
    return _Printed(printed, any(PIXEL in piece.text for piece in printed))


def _printed(
    pieces: Iterable[Piece | str], number: str, names: Mapping[Key, str], options: StyleOptions
) -> Iterator[Source]:
    """Yield the pieces of one sheet, each with its line end."""
    edits: dict[PurePosixPath, list[Edit]] = {}
    for piece in pieces:
        if isinstance(piece, str):
            yield from (_ours(f"{piece}\n"),) if piece.strip() else ()
            continue
        file = piece.file
        if file.path not in edits:
            edits[file.path] = list(_edits(file, number, names, options))
        made = _cut(file, piece.span, edits[file.path])
        yield from (made,) if made.text.strip() else ()


def _edits(file: StyleFile, number: str, names: Mapping[Key, str], options: StyleOptions) -> Iterator[Edit]:
    style = file.style
    yield from style.repairs
    yield from scoped(style, number, options.tag_of)
    yield from length_edits(style, options.unit)
    yield from name_edits(style, names)
    for url in style.urls:
        place = options.asset_of(file.path, url.request)
        if place is not None:
            yield Edit(url.span, _quoted(place, url.quote), "asset")


def _cut(file: StyleFile, span: Span, edits: Iterable[Edit]) -> Source:
    """Return a range of a file with the edits that lie in it, without blank lines around, and a line end."""
    text = file.style.text
    inside = [edit for edit in edits if span.start <= edit.span.start and edit.span.end <= span.end]
    around = (Edit(Span(0, span.start), ""), Edit(Span(span.end, len(text)), ""))
    made = rewrite(text, (*around, *inside))
    source = file.source or Source(file.path, text)
    cut = Source(source.path, made.text, source.has_bom, source, made.origins)
    kept = made.text.strip("\n")
    lead = len(made.text) - len(made.text.lstrip("\n"))
    return cut.rewritten(f"{kept}\n", Origins((0, len(kept)), (lead, lead + len(kept)), (len(kept), 0)))


def _ours(text: str) -> Source:
    """Return a text that was made from no file."""
    return Source(PurePosixPath(), text)


def _quoted(place: str, quote: str) -> str:
    """Return a request as it stands between its quotes; one without quotes gets them where it needs them."""
    if not quote:
        return place if _BARE.fullmatch(place) else f'"{_quoted(place, _DOUBLE)}"'
    return place.replace("\\", "\\\\").replace(quote, f"\\{quote}").replace("\n", "\\a ")


def _label(path: str) -> str:
    return (path or "app").replace("*/", "* /")


def _distinct(findings: Iterable[FileFinding]) -> tuple[FileFinding, ...]:
    """Return the findings without those that one file gave for several sheets."""
    keys = {(item.path, item.finding.rule.code, item.finding.span): item for item in findings}
    return tuple(keys.values())
