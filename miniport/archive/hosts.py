"""The hosts that stand in the code: what goes into the platforms' lists of domains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport.analyze.app import AppFacts, File
from miniport.diagnostics import Place
from miniport.dialect import FileKind
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Source, Span
from miniport.syntax.tree import captures, parse, span

_ADDRESS = regex(r"\b(?:https?|wss?)://(?:[A-Za-z0-9-]+\.)*[A-Za-z0-9-]+(?::\d+)?", re.IGNORECASE)
# The name of an XML language looks like an address, and nobody calls it.
_NAMESPACE = regex(r"xmlns(?::\w+)?\s*=\s*[\"'\\]*$|namespace\W+$", re.IGNORECASE)
_STANDARD = "http://www.w3.org"
_MARKUP_COMMENT = regex(r"<!--[\s\S]*?-->")
_CODE_COMMENT = regex(r"/\*[\s\S]*?\*/")
_TEXTS = "[(string_fragment) (template_string) (jsx_text)] @text"
_MARK = "://"


@frozen
class Host:
    """An address without its path, as `https://api.example.com`, where it stands and in what kind of file.

    `is_own`: it stands in the project's own code, and not only in that of npm packages.
    """

    address: str
    kind: FileKind
    place: Place
    is_own: bool


def hosts(facts: AppFacts) -> tuple[Host, ...]:
    """Return every place where an address is written; what the code puts together is not seen."""
    found = (host for file in facts.files.values() for host in _of(file, facts))
    return tuple(sorted(found, key=lambda host: (host.address, str(host.place.path), host.place.line)))


def _of(file: File, facts: AppFacts) -> Iterator[Host]:
    source = file.source
    if source is None or _MARK not in source.text:
        return
    is_own = not any(file.origin.is_relative_to(folder) for folder in facts.packages)
    for part in _texts(source.text, file.kind):
        for match in _ADDRESS.finditer(source.text, part.start, part.end):
            before = source.text[max(0, match.start() - 40) : match.start()]
            if not match[0].lower().startswith(_STANDARD) and not _NAMESPACE.search(before):
                yield Host(match[0].lower(), file.kind, _place(source, match), is_own)


def _place(source: Source, match: re.Match[str]) -> Place:
    return Place.of(source, Span(*match.span()))


def _texts(text: str, kind: FileKind) -> Iterator[Span]:
    """Yield the parts of a text in which an address is meant: no comments, and in scripts only texts."""
    match kind:
        case FileKind.SCRIPT | FileKind.MODULE:
            found = captures(parse(text), _TEXTS).get("text", ())
            yield from _outermost([span(node) for node in found])
        case FileKind.TEMPLATE:
            yield from _between(text, _MARKUP_COMMENT)
        case FileKind.STYLE:
            yield from _between(text, _CODE_COMMENT)
        case _:
            yield Span(0, len(text))


def _outermost(spans: list[Span]) -> Iterator[Span]:
    end = 0
    for part in sorted(spans):
        if part.start >= end:
            yield part
            end = part.end


def _between(text: str, comment: re.Pattern[str]) -> Iterator[Span]:
    at = 0
    for match in comment.finditer(text):
        yield Span(at, match.start())
        at = match.end()
    yield Span(at, len(text))
