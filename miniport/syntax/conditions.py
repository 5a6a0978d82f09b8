"""Conditional code: `#if` in the comments of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from miniport import rules
from miniport.diagnostics import Finding
from miniport.enumeration import StrEnum
from miniport.frozen import frozen, mutable
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.condition import NAME, Scalar, judge
from miniport.syntax.conditional import has_conditions
from miniport.syntax.gap import blanked, merged, widened

_WORD = r"[ \t]*#(?P<word>ifdef|ifndef|if|elif|elseif|else(?:[ \t]+if\b)?|endif)\b"
_IN_CODE = regex(
    rf"/{{2,}}{_WORD}(?P<line>[^\n]*)|/\*+{_WORD.replace('?P<word>', '?P<inner>')}(?P<block>.*?)\*/",
    re.DOTALL,
)
_IN_MARKUP = regex(rf"<!--{_WORD}(?P<line>.*?)-->", re.DOTALL)
# What stands before a comment on its line and opens no text that is still open there.
_CLOSED = regex(r"""(?:[^"'`\n]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\\n]|\\.)*`)*""")
# A regular expression may hold a quote that opens nothing: the class and what follows a sign keep it out.
_TEXTS = regex(
    r"""//[^\n]*|/\*.*?\*/|(?<=[=(,:&|!?;{])[ \t]*/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/"""
    r"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`""",
    re.DOTALL,
)
_LAST_COMMA = regex(r'"(?:[^"\\\n]|\\.)*"|(,)\s*[}\]]')


class Comments(StrEnum):
    """The kinds of comments that a text may have conditions in."""

    CODE = "code"
    MARKUP = "markup"
    JSON = "json"


@frozen
class Resolved:
    """What the conditions of a text take out of it, in order, and what is wrong with them."""

    gaps: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()


@frozen
class Conditional:
    """One comment with a condition; `condition` begins at `at`."""

    span: Span
    word: str
    condition: str
    at: int


def resolve_conditions(text: str, comments: Comments, names: Mapping[str, Scalar]) -> Resolved:
    """Return what is to go from a text where `names` have their values."""
    balanced, unbalanced = _read(text, comments)
    findings = list(unbalanced)
    gaps = merged(_gaps(balanced, names, findings))
    if comments is Comments.JSON:
        gaps = merged([*gaps, *_last_commas(text, gaps)])
    return Resolved(widened(text, gaps), tuple(findings))


def directives(text: str, comments: Comments) -> tuple[Conditional, ...]:
    """Return the conditions of a text, as far as they belong together."""
    return _read(text, comments)[0]


# Each text is asked about once for every target.
@lru_cache(maxsize=1024)
def asked(text: str, comments: Comments) -> frozenset[str]:
    """Return the names that the conditions of a text ask for, and what looks like such."""
    return frozenset(name for found in _read(text, comments)[0] for name in NAME.findall(found.condition))


def kept(found: Iterable[Conditional], names: Mapping[str, Scalar]) -> frozenset[Span]:
    """Return the spans of those whose branch is kept where `names` have their values."""
    open_: list[_Choice] = []
    spans = set()
    for directive in found:
        if directive.word.startswith("if"):
            open_.append(_Choice(all(choice.is_kept for choice in open_), False, False))
        if directive.word == "endif":
            open_.pop()
            continue
        _choose(open_[-1], directive, names, [])
        if all(choice.is_kept for choice in open_):
            spans.add(directive.span)
    return frozenset(spans)


# Who has to know what is asked for asks then for what is left.
@lru_cache(maxsize=16)
def _read(text: str, comments: Comments) -> tuple[tuple[Conditional, ...], tuple[Finding, ...]]:
    """Return the conditions of a text that belong together, and what is wrong with the others."""
    if not has_conditions(text):
        return (), ()
    findings: list[Finding] = []
    balanced = _balanced(_directives(text, comments), findings)
    return tuple(balanced), tuple(findings)


def _directives(text: str, comments: Comments) -> Iterator[Conditional]:
    is_markup = comments is Comments.MARKUP
    first, last = (-1, -1) if is_markup else (text.find("`"), text.rfind("`"))
    quoted: tuple[Span, ...] | None = None
    for match in (_IN_MARKUP if is_markup else _IN_CODE).finditer(text):
        at = match.start()
        if not is_markup and _is_quoted(text, at):
            continue
        if first < at < last:
            quoted = tuple(_templates(text)) if quoted is None else quoted
            if any(start < at < end for start, end in quoted):
                continue
        group = "line" if match["line"] is not None else "block"
        word = "".join((match["word"] or match["inner"]).split())
        yield Conditional(Span(*match.span()), word, match[group].rstrip(), match.start(group))


def _templates(text: str) -> Iterator[Span]:
    """Yield the template literals of a script that go over lines."""
    for match in _TEXTS.finditer(text):
        if match[0][0] == "`" and "\n" in match[0]:
            yield Span(*match.span())


def _is_quoted(text: str, at: int) -> bool:
    """Tell whether a comment stands in a text of its line."""
    start = text.rfind("\n", 0, at) + 1
    found = _CLOSED.match(text, start, at)
    return found is None or found.end() < at


def _balanced(found: Iterator[Conditional], findings: list[Finding]) -> list[Conditional]:
    """Return the directives that belong together; the others are told and left as comments."""
    kept: list[Conditional] = []
    opened: list[Conditional] = []
    with_else: set[Conditional] = set()
    for directive in found:
        if directive.word.startswith("if"):
            opened.append(directive)
        elif not opened:
            findings.append(rules.CONDITION_WITHOUT_IF.at(directive.span, word=f"#{directive.word}"))
            continue
        elif directive.word == "endif":
            opened.pop()
        elif opened[-1] in with_else:
            findings.append(rules.CONDITION_AFTER_ELSE.at(directive.span, word=f"#{directive.word}"))
            continue
        elif directive.word == "else":
            with_else.add(opened[-1])
        kept.append(directive)
    for directive in opened:
        findings.append(rules.CONDITION_UNCLOSED.at(directive.span, word=f"#{directive.word}"))
    return _without_unclosed(kept, opened)


def _without_unclosed(kept: list[Conditional], unclosed: list[Conditional]) -> list[Conditional]:
    """Leave out the branches of an `#if` without end, too: they belong to nothing."""
    open_: list[Conditional] = []
    found = []
    for directive in kept:
        if directive.word.startswith("if"):
            open_.append(directive)
        owner = open_[-1]
        if directive.word == "endif":
            open_.pop()
        if owner not in unclosed:
            found.append(directive)
    return found


@mutable
class _Choice:
    """An open `#if`: whether what is around it is kept, a branch was taken before, this branch is kept."""

    is_around_kept: bool
    is_taken: bool
    is_kept: bool


def _gaps(
    balanced: Iterable[Conditional], names: Mapping[str, Scalar], findings: list[Finding]
) -> Iterator[Span]:
    """Yield every directive, and every branch that is not taken."""
    open_: list[_Choice] = []
    dropped_from: int | None = None
    for directive in balanced:
        if directive.word.startswith("if"):
            open_.append(_Choice(all(choice.is_kept for choice in open_), False, False))
        choice = open_[-1]
        if directive.word == "endif":
            open_.pop()
        else:
            _choose(choice, directive, names, findings)
        is_kept = all(choice.is_kept for choice in open_)
        yield directive.span
        if dropped_from is not None:
            yield Span(dropped_from, directive.span.start)
        dropped_from = None if is_kept else directive.span.end


def _choose(
    choice: _Choice, directive: Conditional, names: Mapping[str, Scalar], findings: list[Finding]
) -> None:
    """Decide whether the branch behind a directive is kept. A branch that cannot count is not judged."""
    if choice.is_taken or not choice.is_around_kept:
        choice.is_kept = False
        return
    if directive.word == "else":
        choice.is_kept = True
        return
    judged = judge(directive.condition, directive.at, names)
    findings.extend(judged.findings)
    choice.is_kept = judged.holds != (directive.word == "ifndef")
    choice.is_taken = choice.is_kept


def _last_commas(text: str, gaps: tuple[Span, ...]) -> Iterator[Span]:
    """Yield each comma that was between two entries before what follows it was taken out."""
    for match in _LAST_COMMA.finditer(blanked(text, gaps)):
        at = match.start(1)
        if at >= 0 and any(at < gap.start < match.end() for gap in gaps):
            yield Span(at, at + 1)
