"""Findings that somebody said are known: by a comment above them, or by a setting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from miniport import rules
from miniport.analyze.app import AppFacts, File
from miniport.diagnostics import Diagnostic, Finding, Place
from miniport.edit import Edit
from miniport.frozen import frozen
from miniport.likeness import closest
from miniport.posix import PurePosixPath
from miniport.project.files import Files, Unreadable
from miniport.project.settings import SETTINGS_FILE, CheckSettings
from miniport.regex import regex
from miniport.source import DecodeError, Source, Span, decode
from miniport.syntax.markup_tree import Markup, walk

MARK = "miniport-disable-next-line"
_COMMENT = regex(r"(?P<open>//|/\*|<!--|#)[ \t]*" + MARK + r"(?![\w-])(?P<rest>[^\r\n]*)")
_CLOSE = {"/*": "*/", "<!--": "-->"}
_WORD = regex(r"[\w-]+")
_REASON = regex(r"(?:^|\s)--(?:\s|$)")

Read = Callable[[PurePosixPath], Source | None]
"""Return a file as it is written; None where it is no text."""


def written(files: Files) -> Read:
    """Return a way to read files as they are written."""

    def read(path: PurePosixPath) -> Source | None:
        try:
            return decode(path, files.read(path))
        except (Unreadable, DecodeError):
            return None

    return read


def is_marked(file: File) -> bool:
    """Tell whether a file may say which findings in it are known."""
    return file.source is not None and MARK in file.source.original.text


@frozen(slots=True)
class Suppressed:
    """What is left of findings, and what was suppressed."""

    kept: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]


@frozen(slots=True)
class Comment:
    """One word of a comment: the rules it means, and the lines (1-based, both included) it speaks of.

    `gone` is what goes where the word is not needed: the comment, or the word with what parts it from others.
    """

    source: Source
    gone: Span
    span: Span
    word: str
    codes: frozenset[str]
    first: int
    last: int


class Suppressions:
    """What a project suppresses, and which of it ever did."""

    def __init__(self, settings: CheckSettings, read: Read) -> None:
        self._settings = settings
        self._read = read
        self._comments: dict[PurePosixPath, tuple[Comment, ...]] = {}
        self._findings: list[Diagnostic] = []
        self._used: set[object] = set()

    def sift(self, found: Iterable[Diagnostic], facts: AppFacts | None = None) -> Suppressed:
        """Return which findings are left, in their order."""
        for file in facts.files.values() if facts is not None else ():
            if file.source is not None and is_marked(file):
                tree = file.tree
                self._look(file.source.original, file.source, tree if isinstance(tree, Markup) else None)
        kept: list[Diagnostic] = []
        known: list[Diagnostic] = []
        for each in found:
            (known if self._knows(each) else kept).append(each)
        return Suppressed(tuple(kept), tuple(known))

    def complaints(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the comments looked at so far."""
        return tuple(sorted(self._findings, key=Diagnostic.sort_key))

    def unused(self) -> tuple[Diagnostic, ...]:
        """Return the suppressions that suppressed nothing so far."""
        comments = (comment for each in self._comments.values() for comment in each)
        unused = (comment for comment in comments if (comment.source.path, comment.span) not in self._used)
        found = (*map(_unused, unused), *self._unused_settings())
        return tuple(sorted(found, key=Diagnostic.sort_key))

    def _knows(self, found: Diagnostic) -> bool:
        rule = found.rule
        if rule.is_blocking or rule.is_refusal:
            return False
        path = found.place.path
        hits: set[object] = {
            (comment.source.path, comment.span)
            for comment in self._of(found.place)
            if rule.code in comment.codes and comment.first <= found.place.line <= comment.last
        }
        settings = self._settings
        hits |= {("", word) for word in settings.ignore if rule.code in _meant(word)}
        hits |= self._by_path(path, rule.code)
        self._used |= hits
        return bool(hits)

    def _by_path(self, path: PurePosixPath, code: str) -> set[object]:
        known = self._settings.per_path
        if not known:
            return set()
        from miniport.analyze.kept import matches

        return {
            (pattern, word)
            for pattern, ignored in known.items()
            if matches(path, (pattern,))
            for word in ignored
            if code in _meant(word)
        }

    def _of(self, place: Place) -> tuple[Comment, ...]:
        if not place.line:
            return ()
        if place.path not in self._comments:
            source = self._read(place.path)
            if source is None or MARK not in source.text:
                self._comments[place.path] = ()
            else:
                self._look(source, source, None)
        return self._comments[place.path]

    def _look(self, source: Source, parsed: Source, tree: Markup | None) -> None:
        if source.path in self._comments:
            return
        found = tuple(_comments(source, parsed, tree))
        self._comments[source.path] = tuple(each for each in found if isinstance(each, Comment))
        self._findings += [each.placed(source) for each in found if isinstance(each, Finding)]

    def _unused_settings(self) -> Iterator[Diagnostic]:
        settings = self._settings
        entries = [("", word) for word in settings.ignore]
        entries += [(pattern, word) for pattern, ignored in settings.per_path.items() for word in ignored]
        for at, word in entries:
            if (at, word) not in self._used:
                key = "check.ignore" if not at else f'check.perPath "{at}"'
                arguments = {"word": word, "way_en": "", "way_zh": ""}
                arguments |= {"where_en": f"({key})", "where_zh": f"（{key}）"}
                yield Diagnostic(rules.SUPPRESSION_UNUSED, arguments, Place(PurePosixPath(SETTINGS_FILE)))


def _unused(comment: Comment) -> Diagnostic:
    way = {"way_en": "; --fix does", "way_zh": "；--fix 可自动完成"}
    where = {"where_en": "on the next line", "where_zh": "在下一行"}
    found = rules.SUPPRESSION_UNUSED.at(comment.span, word=comment.word, **where, **way)
    return found.cured(Edit(comment.gone, "", "suppression")).placed(comment.source)


def _comments(source: Source, parsed: Source, tree: Markup | None) -> Iterator[Comment | Finding]:
    """Yield the words of each comment, and what is wrong with them."""
    for found in _COMMENT.finditer(source.text):
        close = _CLOSE.get(found["open"], "\n")
        end = source.text.find(close, found.start("rest"))
        end = len(source.text) if end < 0 else end + (len(close) if close != "\n" else 0)
        told = found["rest"].partition(close)[0]
        told = _REASON.split(told, maxsplit=1)[0]
        words_found = list(_WORD.finditer(told))
        if not words_found:
            yield rules.SUPPRESSION_WITHOUT_RULE.at(Span(found.start(), found.end("rest")))
        first = _next(source, source.position(end)[0] + 1)
        last = max(first, _tag_end(parsed, tree, first))
        spans = [Span(*word.span()).shift(found.start("rest")) for word in words_found]
        for at, span in enumerate(spans):
            gone = _gone(source.text, Span(found.start(), end), spans, at)
            word = source.text[span.start : span.end]
            yield from _meaning(Comment(source, gone, span, word, frozenset(), first, last))


def _gone(text: str, comment: Span, words_of: list[Span], at: int) -> Span:
    if len(words_of) > 1:
        if at + 1 < len(words_of):
            return Span(words_of[at].start, words_of[at + 1].start)
        return Span(words_of[at - 1].end, words_of[at].end)
    start = len(text[: comment.start].rstrip(" \t"))
    is_line = start == 0 or text[start - 1] == "\n"
    if not is_line:
        return Span(start, comment.end)
    # The comment has its lines for itself: they go with it.
    rest = re.compile(r"[ \t\r]*\n").match(text, comment.end)
    return Span(start, rest.end()) if rest else comment


def _next(source: Source, line: int) -> int:
    """Return the first line from one on that is more than such a comment: they may stand above each other."""
    while line <= source.text.count("\n") and _COMMENT.match(source.line(line).lstrip()):
        line += 1
    return line


def _meant(word: str) -> frozenset[str]:
    from miniport.rules.catalogue import meant

    return meant(word)


def _is_told_anyway(code: str) -> bool:
    from miniport.rules.catalogue import catalogue

    rule = catalogue()[code]
    return rule.is_blocking or rule.is_refusal


def _meaning(comment: Comment) -> Iterator[Comment | Finding]:
    codes = _meant(comment.word)
    if not codes:
        from miniport.rules.catalogue import words

        near = closest(comment.word, words())
        mean = {"near_en": f'; did you mean "{near}"?', "near_zh": f"；是否想写 “{near}”？"}
        yield rules.SUPPRESSION_UNKNOWN_RULE.at(
            comment.span, word=comment.word, **(mean if near else dict.fromkeys(mean, ""))
        )
    elif all(map(_is_told_anyway, codes)):
        yield rules.SUPPRESSION_OF_BLOCKING.at(comment.span, word=comment.word)
    else:
        yield Comment(
            comment.source, comment.gone, comment.span, comment.word, codes, comment.first, comment.last
        )


def _tag_end(parsed: Source, tree: Markup | None, line: int) -> int:
    """Return the last line of the open tags that begin on a line: no comment may stand inside of a tag."""
    if tree is None:
        return line
    ends = [
        parsed.position(max(element.start, element.open_end - 1))[0]
        for element in walk(tree)
        if parsed.position(element.start)[0] == line
    ]
    return max(ends, default=line)
