"""Text of a template to the neutral tree, and back."""

from __future__ import annotations

from collections import Counter

from miniport import rules
from miniport.diagnostics import Finding
from miniport.dialect import Dialect
from miniport.edit import Edit
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.attribute import Roles
from miniport.syntax.expression import Form
from miniport.syntax.markup_structure import condition_findings, loop_findings, truth_findings
from miniport.syntax.markup_tokens import Token, TokenKind, tokens
from miniport.syntax.markup_tree import (
    Attribute,
    Comment,
    DirectiveRole,
    Element,
    Event,
    Markup,
    Mustache,
    Node,
    Part,
    Plain,
    Property,
    Role,
    Text,
    mustaches,
    walk,
    walk_nodes,
)
from miniport.syntax.mustache import Ends, parts

__all__ = [
    "Attribute",
    "Comment",
    "DirectiveRole",
    "Element",
    "Event",
    "Markup",
    "Mustache",
    "Node",
    "Part",
    "Plain",
    "Property",
    "Role",
    "Text",
    "mustaches",
    "parse_markup",
    "printed",
    "walk",
    "walk_nodes",
]


def parse_markup(text: str, dialect: Dialect) -> Markup:
    """Parse a template; never raises on any text.

    Recovers as the platforms' compilers do: an element without a close tag ends where its parent ends, a
    close tag that closes nothing is ignored, of two attributes of one name the first counts.
    """
    return _Builder(text, dialect).built()


def printed(markup: Markup, text: str) -> str:
    """Return the text that a tree was read from, put together from the spans of its leaves."""
    pieces: list[str] = []
    at = 0
    for node in walk_nodes(markup):
        span = node.open_span if isinstance(node, Element) else node.span
        # Between two nodes stand close tags only.
        pieces += (text[at : span.start], text[span.start : span.end])
        at = span.end
    pieces.append(text[at:])
    return "".join(pieces)


_NEXT_TAG = regex(r"</?[A-Za-z]")
_OPEN_QUOTE = regex(r"\s*+[\"']")


_ENDS = {"ends_en": "where its parent ends", "ends_zh": "父元素结束处"}
_ONLY_OPENS = {"meant_en": "", "meant_zh": "", **_ENDS}
_MAY_CLOSE = {
    **_ENDS,
    "meant_en": ", or give it its slash if it is meant to close the element around it",
    "meant_zh": "；若它本应是外层元素的闭合标签，请补上 “/”",
}
_CLOSES_NOTHING = {"so_en": " and is ignored", "so_zh": "，将被忽略"}


class _Open:
    """An element whose end has not been met yet."""

    __slots__ = (
        "attributes",
        "children",
        "is_tag_ended",
        "is_unended",
        "name",
        "names",
        "open_end",
        "start",
        "tag",
        "written",
    )

    def __init__(self, name: str, start: int, open_end: int) -> None:
        self.name = name
        self.tag = name.lower()
        self.start = start
        self.open_end = open_end
        self.is_tag_ended = False
        # Whether the next tag begins before this one ends.
        self.is_unended = False
        self.attributes: list[Attribute] = []
        self.names: set[str] = set()
        # What the attributes hold, from the first one on whose name is there already.
        self.written: set[tuple[str, str | None]] = set()
        self.children: list[Node] = []

    def closed(self, end: int, close_start: int | None = None, is_self_closed: bool = False) -> Element:
        return Element(
            self.name,
            self.tag,
            self.start,
            self.open_end,
            close_start,
            end,
            tuple(self.attributes),
            tuple(self.children),
            is_self_closed,
        )


class _Builder:
    """Builds the tree of one text. Elements are closed from the inside out, without recursion."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        self._text = text
        self._ends = Ends(text)
        self._roles = Roles(dialect)
        self._raw_tag = dialect.module_tag.tag if dialect.module_tag.is_inline else ""
        self._findings: list[Finding] = []
        self._root: list[Node] = []
        self._stack: list[_Open] = []
        self._siblings = self._root
        # How many elements of each tag are open: tells at once whether a close tag closes anything.
        self._open_tags: Counter[str] = Counter()

    def built(self) -> Markup:
        for token in tokens(self._text, self._raw_tag):
            match token.kind:
                case TokenKind.ATTRIBUTE:
                    self._add_attribute(token)
                case TokenKind.TEXT:
                    self._add_text(token)
                case TokenKind.OPEN:
                    self._open(token)
                case TokenKind.END:
                    self._end_tag(token)
                case TokenKind.CLOSE:
                    self._close(token)
                case TokenKind.COMMENT:
                    self._add_comment(token)
                case TokenKind.STRAY:
                    self._note_stray(token)
                case TokenKind.RAW:
                    span = Span(token.start, token.end)
                    self._siblings.append(Text(span, (Plain(self._text[span.start : span.end], span),)))
        while self._stack:
            self._leave_unclosed(len(self._text))
        nodes = tuple(self._root)
        self._findings.extend(condition_findings(nodes))
        self._findings.sort(key=lambda finding: finding.span)
        return Markup(nodes, tuple(self._findings))

    def _open(self, token: Token) -> None:
        opened = _Open(self._text[token.start + 1 : token.end], token.start, len(self._text))
        self._stack.append(opened)
        self._open_tags[opened.tag] += 1
        self._siblings = opened.children

    def _end_tag(self, token: Token) -> None:
        opened = self._stack[-1]
        opened.open_end = token.end
        opened.is_tag_ended = True
        if token.found is not None and token.found["end"] == "/>":
            self._leave(opened, opened.closed(token.end, is_self_closed=True))

    def _close(self, token: Token) -> None:
        assert token.found is not None
        name = token.found["close"] or ""
        if self._text[token.end - 1] != ">":
            span = Span(token.start, token.end)
            self._findings.append(rules.UNFINISHED_TAG.at(span, name="/" + name))
        tag = name.lower()
        if not self._open_tags[tag]:
            span = Span(token.start, token.end)
            finding = rules.STRAY_CLOSE_TAG.at(span, name=name, **_CLOSES_NOTHING)
            self._findings.append(finding.cured(Edit(span, "", "repairs")))
            return
        while self._stack[-1].tag != tag:
            self._leave_unclosed(token.start)
        opened = self._stack[-1]
        self._leave(opened, opened.closed(token.end, token.start))

    def _leave_unclosed(self, end: int) -> None:
        opened = self._stack[-1]
        rule = rules.UNCLOSED_ELEMENT if opened.is_tag_ended else rules.UNFINISHED_TAG
        span = Span(opened.start, opened.start + 1 + len(opened.name))
        finding = rule.at(span, name=opened.name)
        if opened.is_tag_ended and self._may_close(opened):
            # Which of the two tags is wrong is for the author to say, so nothing is mended.
            finding = rule.at(span, name=opened.name, **_MAY_CLOSE)
        elif opened.is_tag_ended:
            # Around other elements the close tag may be meant to stand before these.
            is_safe = not any(isinstance(child, Element) for child in opened.children)
            inside = self._text[opened.open_end : end]
            # White space with a line break shows nothing, inside or behind.
            at = opened.open_end if "\n" in inside and not inside.strip() else end
            finding = rule.at(span, name=opened.name, **_ONLY_OPENS)
            finding = finding.cured(Edit(Span(at, at), f"</{opened.name}>", "repairs"), is_safe=is_safe)
        if not opened.is_unended:
            self._findings.append(finding)
        self._leave(opened, opened.closed(end))

    def _may_close(self, opened: _Open) -> bool:
        """Tell whether a tag stands where its parent is to be closed: `<b>text<b>`."""
        around = self._stack[-2] if len(self._stack) > 1 else None
        if (
            around is None
            or around.tag != opened.tag
            or opened.open_end - opened.start != len(opened.name) + 2
        ):
            return False
        return self._is_filled(around) and not self._is_filled(opened)

    def _is_filled(self, opened: _Open) -> bool:
        children = opened.children
        return any(not isinstance(one, Text) or self._text[slice(*one.span)].strip() for one in children)

    def _leave(self, opened: _Open, element: Element) -> None:
        self._stack.pop()
        self._open_tags[opened.tag] -= 1
        self._siblings = self._stack[-1].children if self._stack else self._root
        self._siblings.append(element)

    def _add_text(self, token: Token) -> None:
        span = Span(token.start, token.end)
        found = parts(self._text, self._ends, span, Form.VALUE, self._findings)
        self._siblings.append(Text(span, found))
        if "<" in self._text[token.start : token.end]:
            self._note_angle_brackets(found)

    def _note_angle_brackets(self, found: tuple[Part, ...]) -> None:
        for part in found:
            at = part.text.find("<") if isinstance(part, Plain) else -1
            if at >= 0:
                start = part.span.start + at
                self._findings.append(rules.STRAY_ANGLE_BRACKET.at(Span(start, start + 1)))

    def _add_comment(self, token: Token) -> None:
        span = Span(token.start, token.end)
        self._siblings.append(Comment(span))
        text = self._text
        if text.startswith("<!--", token.start) and not text.endswith("-->", token.start + 4, token.end):
            self._findings.append(rules.UNCLOSED_COMMENT.at(Span(token.start, token.start + 4)))

    def _add_attribute(self, token: Token) -> None:
        found, opened = token.found, self._stack[-1]
        assert found is not None
        if opened.is_unended and found.lastgroup == "name":
            return
        name, group, end = found["name"], found.lastgroup or "name", token.end
        start = found.start("name")
        role = self._roles.of(name)
        if group == "name":
            attribute = Attribute(name, start, end, None, "", (), role)
        else:
            quote = "" if group == "bare" else self._text[end - 1]
            value = Span(found.start(group), end - len(quote))
            form = Form.DATA if name == "data" and opened.name == "template" else Form.ATTRIBUTE
            pieces = parts(self._text, self._ends, value, form, self._findings)
            attribute = Attribute(name, start, end, value, quote, pieces, role)
        if start == token.start:
            space = Edit(Span(start, start), " ", "repairs")
            self._findings.append(rules.ATTRIBUTES_TOUCH.at(attribute.name_span, name=name).cured(space))
        if group == "bare":
            self._findings.append(self._unquoted(attribute))
        if isinstance(role, DirectiveRole):
            self._findings.extend(loop_findings(attribute))
            self._findings.extend(truth_findings(attribute))
        if opened.written or name in opened.names:
            self._note_double(attribute, opened, token.start)
        opened.names.add(name)
        opened.attributes.append(attribute)

    def _note_double(self, attribute: Attribute, opened: _Open, start: int) -> None:
        if not opened.written:
            opened.written.update(map(self._written, opened.attributes))
        written = self._written(attribute)
        if attribute.name in opened.names:
            finding = rules.DUPLICATE_ATTRIBUTE.at(attribute.name_span, name=attribute.name, tag=opened.name)
            edit = Edit(Span(start, attribute.end), "", "repairs")
            # It counts for nothing, but may be the one that is meant.
            self._findings.append(finding.cured(edit, is_safe=written in opened.written))
        opened.written.add(written)

    def _unquoted(self, attribute: Attribute) -> Finding:
        value = attribute.value_span or attribute.span
        quote = "'" if '"' in self._text[value.start : value.end] else '"'
        edits = [Edit(Span(at, at), quote, "repairs") for at in value]
        return rules.UNQUOTED_VALUE.at(value, name=attribute.name).cured(*edits)

    def _written(self, attribute: Attribute) -> tuple[str, str | None]:
        value = attribute.value_span
        return attribute.name, None if value is None else self._text[value.start : value.end]

    def _note_unended(self, opened: _Open) -> None:
        """Note a tag that lacks its end. The platforms take the next one for attributes; it says so once."""
        at, name_end = opened.open_end, opened.start + 1 + len(opened.name)
        while opened.attributes and opened.attributes[-1].value_span is None:
            at = opened.attributes.pop().start
        while self._findings and self._findings[-1].span.start >= at:
            self._findings.pop()
        end = opened.attributes[-1].end if opened.attributes else name_end
        finding = rules.UNFINISHED_TAG.at(Span(opened.start, name_end), name=opened.name)
        self._findings.append(finding.cured(Edit(Span(end, end), ">", "repairs"), is_safe=False))
        opened.is_unended = True

    def _note_stray(self, token: Token) -> None:
        assert token.found is not None
        sign = token.found["stray"]
        # A lone slash and white space at the end of the text do no harm, nor does `=` before a lone quote.
        if sign is None or sign == "/" or (sign == "=" and _OPEN_QUOTE.match(self._text, token.end)):
            return
        opened = self._stack[-1]
        if opened.is_unended:
            return
        if _NEXT_TAG.match(self._text, token.end - 1):
            self._note_unended(opened)
            return
        span = Span(token.end - len(sign), token.end)
        last = self._findings[-1] if self._findings else None
        if sign in "\"'" and opened.attributes and self._text[token.start - 1] == "=":
            name = opened.attributes[-1].name
            self._findings.append(rules.UNCLOSED_QUOTE.at(span, name=name, quote=sign))
        elif last is None or last.rule is not rules.STRAY_IN_TAG or last.span.end != span.start:
            self._findings.append(rules.STRAY_IN_TAG.at(span, found=sign, tag=opened.name))
