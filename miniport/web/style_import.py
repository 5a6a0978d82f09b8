"""Style sheets with their imports put in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from miniport import rules
from miniport.diagnostics import Finding
from miniport.frozen import frozen, mutable
from miniport.posix import PurePosixPath
from miniport.source import Source, Span
from miniport.syntax.style_tree import Import, Style

MAX_IMPORTS = 2000


@frozen
class StyleFile:
    """A parsed file; `imports` maps each request that leads to a file of the project to its path.

    `source` is the text that was parsed, where it leads back to a file.
    """

    path: PurePosixPath
    style: Style
    imports: Mapping[str, PurePosixPath]
    source: Source | None = None


StyleOf = Callable[[PurePosixPath], StyleFile | None]


@frozen(slots=True)
class Piece:
    """A range of a file that holds no import."""

    file: StyleFile
    span: Span


@frozen(slots=True)
class FileFinding:
    """A finding, and the file it was made in."""

    path: PurePosixPath
    finding: Finding


def inline(path: PurePosixPath, style_of: StyleOf) -> Iterator[Piece | FileFinding | str]:
    """Yield the pieces of a file and of all it imports, in order, a file once per import as in CSS.

    A text stands for itself: what opens and closes the media query of an import. An import that leads back
    to a file around it, or out of the project, is left out with a finding; one whose file is absent is left
    out without, since resolving reports that.
    """
    file = style_of(path)
    if file is None:
        return
    # One frame per file that is being put in place, so that a long chain of imports is no deep recursion.
    frames = [_Frame(file, iter(file.style.imports))]
    count = 0
    while frames:
        frame = frames[-1]
        statement = next(frame.imports, None)
        if statement is None:
            yield Piece(frame.file, Span(frame.at, len(frame.file.style.text)))
            yield frame.closing
            frames.pop()
            continue
        yield Piece(frame.file, Span(frame.at, statement.span.start))
        frame.at = statement.span.end
        finding = _finding(frames, statement, count)
        if finding is not None:
            yield FileFinding(frame.file.path, finding)
            continue
        imported = style_of(frame.file.imports[statement.request]) if _has(frame, statement) else None
        if imported is not None:
            count += 1
            condition = statement.condition
            yield f"@media {condition}{{" if condition else ""
            frames.append(_Frame(imported, iter(imported.style.imports), "}" if condition else ""))


@mutable(slots=True)
class _Frame:
    file: StyleFile
    imports: Iterator[Import]
    closing: str = ""
    at: int = 0


def _has(frame: _Frame, statement: Import) -> bool:
    return statement.request in frame.file.imports


def _finding(frames: list[_Frame], statement: Import, count: int) -> Finding | None:
    request, span = statement.request, statement.request_span
    if request.startswith(("http:", "https:", "//")):
        return rules.STYLE_REMOTE_IMPORT.at(span, request=request)
    path = frames[-1].file.imports.get(request)
    paths = [frame.file.path for frame in frames]
    if path in paths:
        cycle = " > ".join(str(step) for step in [*paths[paths.index(path) :], path])
        return rules.STYLE_IMPORT_CYCLE.at(span, request=request, cycle=cycle)
    if count >= MAX_IMPORTS:
        return rules.STYLE_IMPORT_FLOOD.at(span, limit=MAX_IMPORTS)
    return None
