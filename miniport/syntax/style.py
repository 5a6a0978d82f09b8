"""Style sheets: one pass over the text that finds rules, selectors, requests, lengths and slips."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from miniport import rules
from miniport.diagnostics import Finding
from miniport.edit import Edit
from miniport.source import Span
from miniport.syntax.style_selector import parse_selectors
from miniport.syntax.style_token import COMMENT, SKIPPED, STRING, is_closed, unescaped
from miniport.syntax.style_tree import (
    AtRule,
    Import,
    Length,
    Namespace,
    Selector,
    SharedName,
    Style,
    StyleRule,
    Url,
)
from miniport.syntax.style_value import CLOSING, definition, lengths, shared_names, unclosed

_TOKEN = re.compile(rf"[{{}};]|{SKIPPED}|//|\\[\s\S]")
_AT_NAME = re.compile(r"@([-\w]+)")
_CUSTOM = re.compile(r"--[-\w]+\s*:")
_IMPORT = re.compile(
    rf"@import(?:\s|{COMMENT})*+"
    rf"(?:url\(\s*+(?:(?P<inner>{STRING})|(?P<bare>[^\s\"'()]++))\s*+\)|(?P<quoted>{STRING}))(?P<rest>[\s\S]*)",
    re.IGNORECASE,
)
_RPX = re.compile("[rR][pP][xX]")
_SHOWN = 40


class _Kind(Enum):
    """What stands between the braces of a block."""

    RULES = auto()
    DECLARATIONS = auto()
    KEYFRAMES = auto()
    FONT_FACE = auto()
    OTHER = auto()


_KINDS: Mapping[str, _Kind] = {
    "keyframes": _Kind.KEYFRAMES,
    "-webkit-keyframes": _Kind.KEYFRAMES,
    "-moz-keyframes": _Kind.KEYFRAMES,
    "-o-keyframes": _Kind.KEYFRAMES,
    "font-face": _Kind.FONT_FACE,
    "page": _Kind.OTHER,
    "property": _Kind.OTHER,
    "counter-style": _Kind.OTHER,
    "font-feature-values": _Kind.OTHER,
    "font-palette-values": _Kind.OTHER,
}


@dataclass(frozen=True, slots=True)
class _Block:
    """An open block. `name` is that of an at-rule, or "" for a rule with selectors or a frame."""

    kind: _Kind
    prelude: Span
    brace: int
    name: str = ""
    selectors: tuple[Selector, ...] | None = None
    is_nested: bool = False


def parse_style(text: str) -> Style:
    """Parse a style sheet. Never raises, takes linear time; what is wrong is in `findings`, in text order."""
    reader = _Reader(text)
    reader.run()
    return reader.style()


class _Reader:
    """The statement that is being read, the blocks that are open around it, and what was found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._start = 0
        self._seen = 0
        self._is_blank = True
        self._blocks: list[_Block] = []
        self._imports: list[Import] = []
        self._urls: list[Url] = []
        self._rules: list[StyleRule] = []
        self._at_rules: list[AtRule] = []
        self._lengths: list[Length] = []
        self._names: list[SharedName] = []
        self._findings: list[Finding] = []
        self._repairs: list[Edit] = []
        self._is_unclosed = False
        self._has_rpx = _RPX.search(text) is not None

    def run(self) -> None:
        """Read to the end of the text."""
        for match in _TOKEN.finditer(self.text):
            start, end = match.span()
            sign = self.text[start]
            if sign == ";":
                self._end_statement(start, end)
            elif sign == "{":
                self._open(start)
            elif sign == "}":
                self._close(start, end)
            else:
                self._pass(sign, start, end)
                continue
            self._start = self._seen = end
            self._is_blank = True
        size = len(self.text)
        self._end_statement(size, size)
        self._is_unclosed = bool(self._blocks)
        if self._blocks:
            self._report_unclosed(self._blocks[0].brace, "}")
            self._repairs.append(Edit(Span(size, size), "}" * len(self._blocks), "unclosed"))
            while self._blocks:
                self._end_block(size)

    def style(self) -> Style:
        """Return what was found."""
        return Style(
            self.text,
            tuple(self._imports),
            tuple(self._urls),
            tuple(sorted(self._rules, key=lambda rule: rule.span)),
            tuple(sorted(self._at_rules, key=lambda rule: rule.span)),
            tuple(self._lengths),
            tuple(self._names),
            tuple(self._repairs),
            tuple(sorted(self._reported(), key=lambda finding: finding.span)),
        )

    def _reported(self) -> list[Finding]:
        # Behind a block that is not closed every rule counts as nested: one cause, one finding.
        if not self._is_unclosed:
            return self._findings
        return [finding for finding in self._findings if finding.rule is not rules.STYLE_NESTED_RULE]

    def _pass(self, sign: str, start: int, end: int) -> None:
        """Pass over a comment, string, request or escape."""
        if self._is_blank and self.text[self._seen : start].strip():
            self._is_blank = False
        self._seen = end
        if sign == "/":
            self._pass_comment(start, end)
            return
        self._is_blank = False
        if sign in ("'", '"'):
            if not is_closed(self.text[start:end]):
                self._close_string(Span(start, end), sign)
        elif sign != "\\":
            self._urls.append(_url(self.text, start, end))

    def _close_string(self, span: Span, quote: str) -> None:
        """Report a string that its line does not close; only the end of the text could let it run on."""
        self._findings.append(rules.STYLE_UNCLOSED_STRING.at(span, quote=quote))
        if span.end == len(self.text):
            is_escape = self.text.endswith("\\")
            self._repairs.append(
                Edit(Span(span.end, span.end), ("\n" if is_escape else "") + quote, "unclosed")
            )

    def _pass_comment(self, start: int, end: int) -> None:
        if self.text[start:end] == "//":
            if self._is_blank:
                self._findings.append(rules.STYLE_LINE_COMMENT.at(Span(start, end)))
            self._is_blank = False
            return
        if end - start < 4 or not self.text.endswith("*/", start, end):
            self._findings.append(rules.STYLE_UNCLOSED_COMMENT.at(Span(start, start + 2)))
            self._repairs.append(Edit(Span(end, end), "*/", "unclosed"))
        if self._is_blank:
            self._start = end

    def _statement(self, end: int) -> tuple[str, int]:
        """Return the statement that ends at an offset, without white space around it, and where it starts."""
        written = self.text[self._start : end]
        bare = written.lstrip()
        return bare.rstrip(), end - len(bare)

    def _kind(self) -> _Kind:
        return self._blocks[-1].kind if self._blocks else _Kind.RULES

    def _open(self, brace: int) -> None:
        """Start the block whose prelude ends here."""
        written, start = self._statement(brace)
        prelude, parent = Span(start, start + len(written)), self._kind()
        if self.text.startswith("@", prelude.start):
            self._close_brackets(written, start, brace)
            self._blocks.append(self._at_block(prelude, parent, brace))
        elif parent in (_Kind.KEYFRAMES, _Kind.OTHER, _Kind.FONT_FACE):
            self._blocks.append(_Block(_Kind.DECLARATIONS, prelude, brace, is_nested=True))
        elif _CUSTOM.match(self.text, prelude.start, prelude.end):
            self._blocks.append(_Block(_Kind.OTHER, prelude, brace))
        else:
            self._blocks.append(self._rule_block(written, prelude, parent, brace))

    def _at_block(self, prelude: Span, parent: _Kind, brace: int) -> _Block:
        name, rest = self._at_name(prelude)
        # An unknown at-rule may hold rules some day; taken for one, no rule in it escapes its scope.
        kind = _KINDS.get(name, _Kind.DECLARATIONS if parent is _Kind.DECLARATIONS else _Kind.RULES)
        if kind is _Kind.KEYFRAMES:
            self._names.append(definition(Namespace.ANIMATION, self.text, rest))
        if self._has_rpx:
            self._lengths.extend(lengths(self.text, rest.start, rest.end, f"@{name}"))
        return _Block(kind, prelude, brace, name)

    def _rule_block(self, written: str, prelude: Span, parent: _Kind, brace: int) -> _Block:
        is_nested = parent is _Kind.DECLARATIONS
        selectors, finding = parse_selectors(self.text, prelude.start, prelude.end, is_nested=is_nested)
        is_open = self._close_brackets(written, prelude.start, brace)
        if finding is not None and not is_open and not written.startswith("//"):
            self._findings.append(finding)
        if is_nested:
            self._findings.append(rules.STYLE_NESTED_RULE.at(prelude))
        return _Block(_Kind.DECLARATIONS, prelude, brace, "", selectors, is_nested)

    def _close(self, start: int, end: int) -> None:
        """End the block that a brace closes."""
        self._end_statement(start, start)
        if not self._blocks:
            self._findings.append(rules.STYLE_STRAY_BRACE.at(Span(start, end)))
            self._repairs.append(Edit(Span(start, end), "", "stray"))
            return
        self._end_block(end)

    def _end_block(self, end: int) -> None:
        block = self._blocks.pop()
        span = Span(block.prelude.start, end)
        if block.selectors is not None:
            self._rules.append(StyleRule(block.selectors, block.prelude, span, block.is_nested))
        elif block.name:
            self._at_rules.append(AtRule(block.name, self._at_name(block.prelude)[1], span))

    def _at_name(self, prelude: Span) -> tuple[str, Span]:
        """Return the name of an at-rule in lower case, and the span of what stands behind it."""
        match = _AT_NAME.match(self.text, prelude.start, prelude.end)
        at = match.end() if match else prelude.start + 1
        rest = self.text[at : prelude.end]
        start = at + len(rest) - len(rest.lstrip())
        return (match[1].lower() if match else "?"), Span(start, prelude.end)

    def _end_statement(self, end: int, behind: int) -> None:
        """Take a declaration or an at-rule without a block; `behind` is the offset behind its semicolon."""
        written, start = self._statement(end)
        if not written or written.startswith("//"):
            return
        if written[0] == "@":
            self._close_brackets(written, start, end)
            self._at_statement(Span(start, start + len(written)), behind)
        else:
            self._declaration(written, start, end)

    def _at_statement(self, span: Span, behind: int) -> None:
        match = _IMPORT.match(self.text, span.start, span.end)
        if match is None or self._blocks:
            name, rest = self._at_name(span)
            self._at_rules.append(AtRule(name, rest, Span(span.start, behind)))
            return
        while self._urls and self._urls[-1].span.start > span.start:
            self._urls.pop()
        inner = Span(*match.span(_import_group(match)))
        is_quoted = self.text[inner.start] in ("'", '"')
        request = Span(inner.start + is_quoted, inner.end - is_quoted)
        said = unescaped(self.text[request.start : request.end])
        self._imports.append(Import(said, request, Span(span.start, behind), match["rest"].strip()))

    def _declaration(self, written: str, start: int, stop: int) -> None:
        owner, colon, _ = written.partition(":")
        kind, end = self._kind(), start + len(written)
        if not colon or kind is _Kind.RULES or kind is _Kind.KEYFRAMES:
            self._findings.append(rules.STYLE_STRAY_TEXT.at(Span(start, end), found=_shown(written)))
            return
        owner, value = owner.rstrip().lower(), start + len(owner) + 1
        if self._has_rpx and _RPX.search(written):
            self._lengths.extend(lengths(self.text, value, end, owner))
        if "font" in owner or "animation" in owner:
            is_definition = kind is _Kind.FONT_FACE
            self._names.extend(shared_names(self.text, value, end, owner, is_definition=is_definition))
        self._close_brackets(written, start, stop)

    def _close_brackets(self, written: str, start: int, stop: int) -> bool:
        """Report brackets a statement leaves open and close them at `stop`; return whether there are any."""
        if "(" not in written and "[" not in written:
            return False
        open_ones = unclosed(self.text, start, start + len(written))
        for place in open_ones[-1:]:
            self._report_unclosed(place, CLOSING[self.text[place]])
        missing = "".join(CLOSING[self.text[place]] for place in reversed(open_ones))
        if missing:
            self._repairs.append(Edit(Span(stop, stop), missing, "unclosed"))
        return bool(missing)

    def _report_unclosed(self, place: int, closing: str) -> None:
        span = Span(place, place + 1)
        self._findings.append(rules.STYLE_UNCLOSED.at(span, opened=self.text[place], closing=closing))


def _import_group(match: re.Match[str]) -> str:
    return next(name for name in ("inner", "bare", "quoted") if match[name] is not None)


def _url(text: str, start: int, end: int) -> Url:
    inner = text[start + 4 : end - 1]
    at = start + 4 + len(inner) - len(inner.lstrip())
    inner = inner.strip()
    quote = inner[0] if inner[:1] in ("'", '"') else ""
    said = inner[1:-1] if quote else inner
    at += len(quote)
    return Url(unescaped(said), Span(at, at + len(said)), quote)


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
