"""Style sheets: one pass over the text that finds rules, selectors, requests, lengths and slips."""

from __future__ import annotations

from collections.abc import Mapping

from miniport import rules
from miniport.edit import Edit
from miniport.enumeration import Enum
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.style_found import Found
from miniport.syntax.style_request import import_of, url_of
from miniport.syntax.style_selector import parse_selectors
from miniport.syntax.style_token import SKIPPED, is_closed
from miniport.syntax.style_tree import (
    AtRule,
    Namespace,
    Selector,
    Style,
    StyleRule,
)
from miniport.syntax.style_unit import unit_findings
from miniport.syntax.style_value import definition, lengths, shared_names

_TOKEN = regex(rf"\{{|\}}|;|{SKIPPED}|//(?!\*)")
_AT_NAME = regex(r"@([-\w]+)")
_CUSTOM = regex(r"--[-\w]+\s*:")
_NEXT = regex(r"\n\s*(?P<name>-{0,2}[A-Za-z][-\w]*)\s*:(?!:)")
_NOTHING = ":not(*)"
_SHOWN = 40


class _Kind(Enum):
    """What stands between the braces of a block."""

    RULES = 1
    DECLARATIONS = 2
    KEYFRAMES = 3
    FONT_FACE = 4
    OTHER = 5


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


@frozen(slots=True)
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
    return reader.found.style()


class _Reader:
    """The statement that is being read, the blocks that are open around it, and what was found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._start = 0
        self._seen = 0
        self._is_blank = True
        self._blocks: list[_Block] = []
        self.found = Found(text)
        self._has_lengths = _may_have_length(text)

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
        if self._blocks:
            self.found.is_cut_off = True
            self.found.report_unclosed(self._blocks[0].brace, "}")
            self.found.repairs.append(Edit(Span(size, size), "}" * len(self._blocks), "unclosed"))
            while self._blocks:
                self._end_block(size)

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
                self.found.close_string(Span(start, end), sign)
        elif sign != "\\":
            self._pass_url(start, end)
        elif end - start == 1:
            # The last sign of the text must not escape what is put behind it.
            self.found.repairs.append(Edit(Span(end, end), "\n", "unclosed"))

    def _pass_url(self, start: int, end: int) -> None:
        url = url_of(self.text, start, end)
        if url is not None:
            self.found.urls.append(url)
        elif self.text[end - 1] != ")":
            self.found.report_unclosed(start + 3, ")")
            self.found.close_at_end(end, ")")

    def _pass_comment(self, start: int, end: int) -> None:
        if self.text[start:end] == "//":
            if self._is_blank:
                self.found.findings.append(rules.STYLE_LINE_COMMENT.at(Span(start, end)))
            self._is_blank = False
            return
        if end - start < 4 or not self.text.endswith("*/", start, end):
            self.found.findings.append(rules.STYLE_UNCLOSED_COMMENT.at(Span(start, start + 2)))
            self.found.repairs.append(Edit(Span(end, end), "*/", "unclosed"))
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
        is_open = self.found.close_brackets(written, start, brace)
        if written.startswith("@"):
            self._blocks.append(self._at_block(prelude, parent, brace))
        elif parent in (_Kind.KEYFRAMES, _Kind.OTHER, _Kind.FONT_FACE):
            self._blocks.append(_Block(_Kind.DECLARATIONS, prelude, brace, is_nested=True))
        elif _CUSTOM.match(written):
            self._blocks.append(_Block(_Kind.OTHER, prelude, brace))
        else:
            block = self._rule_block(prelude, brace, is_nested=parent is _Kind.DECLARATIONS, is_open=is_open)
            self._blocks.append(block)

    def _at_block(self, prelude: Span, parent: _Kind, brace: int) -> _Block:
        name, rest = self._at_name(prelude)
        # An unknown at-rule may hold rules some day; taken for one, no rule in it escapes its scope.
        kind = _KINDS.get(name, _Kind.RULES if parent is _Kind.RULES else _Kind.DECLARATIONS)
        if kind is _Kind.KEYFRAMES:
            self.found.names.append(definition(Namespace.ANIMATION, self.text, rest))
        if self._has_lengths:
            self.found.lengths.extend(lengths(self.text, rest.start, rest.end, f"@{name}"))
        return _Block(kind, prelude, brace, name)

    def _rule_block(self, prelude: Span, brace: int, *, is_nested: bool, is_open: bool) -> _Block:
        found = self.found
        selectors, finding = parse_selectors(self.text, prelude.start, prelude.end, is_nested=is_nested)
        if finding is not None or is_open:
            # Browsers drop the rule; written so, it cannot take anything else along.
            selectors = ()
            found.replace(prelude, _NOTHING)
        if finding is not None and not is_open and not self.text.startswith("//", prelude.start):
            found.findings.append(finding)
        if is_nested:
            found.findings.append(rules.STYLE_NESTED_RULE.at(prelude))
        return _Block(_Kind.DECLARATIONS, prelude, brace, "", selectors, is_nested)

    def _close(self, start: int, end: int) -> None:
        """End the block that a brace closes."""
        self._end_statement(start, start)
        if not self._blocks:
            self.found.findings.append(rules.STYLE_STRAY_BRACE.at(Span(start, end)))
            self.found.repairs.append(Edit(Span(start, end), "", "stray"))
            return
        self._end_block(end)

    def _end_block(self, end: int) -> None:
        block = self._blocks.pop()
        span = Span(block.prelude.start, end)
        if block.selectors is not None:
            self.found.rules.append(StyleRule(block.selectors, block.prelude, span, block.is_nested))
        elif block.name:
            self.found.at_rules.append(AtRule(block.name, self._at_name(block.prelude)[1], span))

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
        span = Span(start, start + len(written))
        if written.startswith("@"):
            self._at_statement(written, start, end, behind)
        elif self._kind() in (_Kind.RULES, _Kind.KEYFRAMES):
            # A lone semicolon, too, would spoil the next rule.
            self._stray(written or self.text[end:behind], span if written else Span(end, behind), behind)
        elif written.startswith("//") or ":" not in written:
            self._stray(written, span, end)
        else:
            self._declaration(written, start, end)

    def _stray(self, written: str, span: Span, behind: int) -> None:
        """Report and take out text that is neither a rule nor a declaration."""
        if written:
            if not written.startswith("//"):
                self.found.findings.append(rules.STYLE_STRAY_TEXT.at(span, found=_shown(written)))
            self.found.replace(Span(span.start, behind), "")

    def _at_statement(self, written: str, start: int, end: int, behind: int) -> None:
        """Take an import or another at-rule without a block."""
        span, whole = Span(start, start + len(written)), Span(start, behind)
        imported = None if self._blocks else import_of(self.text, span, whole)
        if imported is not None:
            self.found.forget(start)
            self.found.imports.append(imported)
            return
        name, rest = self._at_name(span)
        self.found.at_rules.append(AtRule(name, rest, whole))
        if name == "charset":
            self.found.replace(whole, "")
            return
        self.found.close_brackets(written, start, end)
        if behind == end and not self._blocks:
            self.found.repairs.append(Edit(Span(end, end), ";", "unclosed"))

    def _declaration(self, written: str, start: int, stop: int) -> None:
        colon = written.index(":")
        end, value = start + len(written), start + colon + 1
        owner = written[:colon].rstrip().lower()
        if self._has_lengths and _may_have_length(written):
            self.found.lengths.extend(lengths(self.text, value, end, owner))
        if "font" in owner or "animation" in owner:
            is_definition = self._kind() is _Kind.FONT_FACE
            self.found.names.extend(shared_names(self.text, value, end, owner, is_definition=is_definition))
        is_open = self.found.close_brackets(written, start, stop)
        if is_open or owner.startswith("--"):
            return
        self.found.findings.extend(unit_findings(self.text, value, end))
        self._look_for_semicolon(written, start)

    def _look_for_semicolon(self, written: str, start: int) -> None:
        """Report where another declaration begins on a line of its own inside of a value."""
        if (
            "\n" in written
            and written.count(":") > 1
            and (match := _NEXT.search(_blank(written))) is not None
        ):
            before = written[: match.start()].rstrip()
            arguments = {"first": _shown(before), "second": match["name"]}
            span = Span(start, start + len(before))
            self.found.findings.append(rules.STYLE_SEMICOLON.at(span, **arguments))


def _may_have_length(text: str) -> bool:
    # A plain search takes a fifth of the time of a pattern.
    folded = text.lower()
    return "rpx" in folded or "vh" in folded


def _blank(text: str) -> str:
    """Return a statement with blanks for its comments, strings and requests."""
    return _TOKEN.sub(lambda found: " " * len(found.group()), text)


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
