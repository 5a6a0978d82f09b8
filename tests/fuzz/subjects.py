"""What must hold for any text: one function for each language, which raises where it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from miniport.analyze.expression import forms
from miniport.analyze.markup import describe_markup
from miniport.analyze.script import describe_script, script_names
from miniport.diagnostics import Finding
from miniport.edit import apply
from miniport.facts import Kind
from miniport.posix import PurePosixPath
from miniport.syntax.expression import (
    Form,
    ObjectLiteral,
    Parsed,
    parse_expression,
    walk_expression,
)
from miniport.syntax.expression_print import to_source
from miniport.syntax.expression_tokens import tokenized
from miniport.syntax.markup import Element, Markup, parse_markup, printed, walk_nodes
from miniport.syntax.markup_tokens import tokens
from miniport.syntax.script import parse_script
from miniport.syntax.tree import Language, captures, mask, parse
from miniport.syntax.unreadable import Unreadable
from miniport.targets.pack import TargetPack, bundled_pack
from miniport.transform.markup_spelling import Words, markup_edits
from miniport.web.expression import javascript
from miniport.web.module_names import Visible
from miniport.web.modules import compile_module
from miniport.web.render import render
from miniport.web.template import Template

READERS = ("alipay", "wechat")
SUPPLIED = ("my", "wx", "App", "Page", "Component", "global", "globalThis")


def check_markup(text: str) -> None:
    """Read a template in each dialect, describe it, respell it in the other and compile it."""
    for raw_tag in ("", "wxs"):
        at = 0
        for token in tokens(text, raw_tag):
            assert token.start == at < token.end, token
            at = token.end
        assert at == len(text)
    for name, other in (READERS, READERS[::-1]):
        reader = bundled_pack(name)
        markup = parse_markup(text, reader.dialect)
        assert printed(markup, text) == text
        check_findings(markup.findings, text)
        check_spans(markup, text)
        respelled = _respelled(markup, text, reader, bundled_pack(other))
        parse_markup(respelled, bundled_pack(other).dialect)
        _check_rendered(markup, reader)


def _respelled(markup: Markup, text: str, reader: TargetPack, pack: TargetPack) -> str:
    uses, _, _ = describe_markup(markup, reader)
    kinds = (Kind.COMPONENT, Kind.ATTRIBUTE, Kind.EVENT)
    words = {u.span.start: pack.native(u.kind, u.name, u.owner) for u in uses if u.kind in kinds}
    return apply(text, markup_edits(markup, text, (reader.dialect, pack.dialect), Words(words)))


def _check_rendered(markup: Markup, reader: TargetPack) -> None:
    template = Template(PurePosixPath("input"), markup, reader)
    check_script(render(template, {template.path: template}).body)


def check_spans(markup: Markup, text: str) -> None:
    """Demand that every node lies inside its text, and nodes in their order."""
    for node in walk_nodes(markup):
        assert 0 <= node.span.start < node.span.end <= len(text)
        for inner in node.attributes if isinstance(node, Element) else ():
            assert node.start < inner.start < inner.end <= node.open_end


def check_findings(findings: Iterable[Finding], text: str) -> None:
    """Demand that a finding stands in its text and can be said in both languages."""
    for finding in findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text), finding
        for words in (finding.rule.en, finding.rule.zh):
            assert words.message.format_map(finding.arguments)
            assert words.help.format_map(finding.arguments)


def check_expression(text: str) -> None:
    """Read an expression in each form, print it, and compile it."""
    _check_tokens(text)
    for form in Form:
        parsed = parse_expression(text, form)
        check_findings(parsed.findings, text)
        if parsed.expression is None:
            continue
        for node in walk_expression(parsed.expression):
            assert 0 <= node.span.start < node.span.end <= len(text)
        forms(parsed.expression)
        check_script(f"f({javascript(parsed.expression, {})});")
        _check_printed(parsed, form)


def _check_tokens(text: str) -> None:
    """Demand that between two tokens there is white space and comments only."""
    try:
        found = tokenized(text)
    except Unreadable:
        return
    at = 0
    for token in found:
        assert at <= token.start <= token.end and text[token.start : token.end] == token.text
        gap = text[at : token.start]
        assert not gap.strip(" \ufeff") or gap.isspace() or "/*" in gap or "//" in gap or "\ufeff" in gap
        at = token.end
    assert at == len(text)


def _check_printed(parsed: Parsed, form: Form) -> None:
    assert parsed.expression is not None
    if isinstance(parsed.expression, ObjectLiteral) and len(parsed.expression.entries) == 1:
        # `a,` is a body and prints as `a`, which is one only where nothing but a body may stand.
        form = Form.DATA
    text = to_source(parsed.expression)
    again = parse_expression(text, form)
    # Printing spells out `a => b` as `(a) => b`, so only the printed text must stay as it is.
    assert again.expression is not None, text
    assert to_source(again.expression) == text


def check_script(text: str) -> None:
    """Demand that a text that we printed is a script."""
    root = parse(text)
    assert not root.has_error, text


def check_source_script(text: str) -> None:
    """Read a script in each language for each dialect, describe it, and compile it to a module."""
    assert len(mask(text)) == len(text)
    for name in READERS:
        reader = bundled_pack(name)
        for language in Language:
            script = parse_script(text, script_names(reader), language)
            check_findings(script.findings, text)
            check_findings(script.late_findings, text)
            uses, references = describe_script(script, reader)
            for span in (*(use.span for use in uses), *(reference.span for reference in references)):
                assert 0 <= span.start <= span.end <= len(text)
            if language is Language.JAVASCRIPT and not script.module.findings:
                _check_compiled(text, script.module)


def _check_compiled(text: str, module) -> None:
    factory = compile_module(text, module, "/input", lambda request: f"/{request}", Visible(SUPPLIED))
    body = apply(text, factory.edits)
    assert body.count("\n") == text.count("\n")
    root = parse(text)
    # No engine runs a decorator as it stands, so what becomes of one says nothing.
    if not root.has_error and not captures(root, "(decorator) @found"):
        check_script(factory.printed(text))


SUBJECTS: Mapping[str, Callable[[str], None]] = {
    "markup": check_markup,
    "expression": check_expression,
    "script": check_source_script,
}
