"""What a reader of a style sheet has found so far: parts, findings, and repairs of what is left open."""

from __future__ import annotations

from miniport import rules
from miniport.diagnostics import Finding
from miniport.edit import Edit
from miniport.field import field
from miniport.frozen import mutable
from miniport.source import Span
from miniport.syntax.style_tree import AtRule, Import, Length, SharedName, Style, StyleRule, Url
from miniport.syntax.style_value import CLOSING, unclosed


@mutable(slots=True)
class Found:
    """The parts of a sheet, in the order in which they ended. `is_cut_off`: a block is open at the end."""

    text: str
    imports: list[Import] = field(default_factory=list)
    urls: list[Url] = field(default_factory=list)
    rules: list[StyleRule] = field(default_factory=list)
    at_rules: list[AtRule] = field(default_factory=list)
    lengths: list[Length] = field(default_factory=list)
    names: list[SharedName] = field(default_factory=list)
    repairs: list[Edit] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    is_cut_off: bool = False

    def style(self) -> Style:
        """Return all of it in the order of the text."""
        return Style(
            self.text,
            tuple(self.imports),
            tuple(self.urls),
            tuple(sorted(self.rules, key=lambda rule: rule.span)),
            tuple(sorted(self.at_rules, key=lambda rule: rule.span)),
            tuple(self.lengths),
            tuple(self.names),
            tuple(self.repairs),
            tuple(sorted(self._reported(), key=lambda finding: finding.span)),
        )

    def replace(self, span: Span, new: str) -> None:
        """Write something else for a range that ends here."""
        self.forget(span.start)
        self.repairs.append(Edit(span, new, "stray"))

    def forget(self, start: int) -> None:
        """Forget the repairs and requests from an offset on."""
        while self.repairs and self.repairs[-1].span.start >= start:
            self.repairs.pop()
        while self.urls and self.urls[-1].span.start >= start:
            self.urls.pop()

    def close_brackets(self, written: str, start: int, stop: int) -> bool:
        """Report brackets a statement leaves open and close them at `stop`; return whether there are any."""
        if "(" not in written and "[" not in written:
            return False
        open_ones = unclosed(self.text, start, start + len(written))
        for place in open_ones[-1:]:
            self.report_unclosed(place, CLOSING[self.text[place]])
        missing = "".join(CLOSING[self.text[place]] for place in reversed(open_ones))
        if missing:
            self.repairs.append(Edit(Span(stop, stop), missing, "unclosed"))
        return bool(missing)

    def close_string(self, span: Span, quote: str) -> None:
        """Report a string that its line does not close; only the end of the text could let it run on."""
        self.findings.append(rules.STYLE_UNCLOSED_STRING.at(span, quote=quote))
        if span.end == len(self.text):
            self.close_at_end(span.end, quote)

    def close_at_end(self, end: int, sign: str) -> None:
        """Close something that runs to the end of the text, which may be a backslash."""
        backslashes = len(self.text) - len(self.text.rstrip("\\"))
        # Two are one that stands for itself; a single one would swallow the sign.
        new = f"\n{sign}" if backslashes % 2 else sign
        self.repairs.append(Edit(Span(end, end), new, "unclosed"))

    def report_unclosed(self, place: int, closing: str) -> None:
        """Report an opening sign that is never closed."""
        span = Span(place, place + 1)
        self.findings.append(rules.STYLE_UNCLOSED.at(span, opened=self.text[place], closing=closing))

    def _reported(self) -> list[Finding]:
        # Behind a block that is not closed every rule counts as nested: one cause, one finding.
        if not self.is_cut_off:
            return self.findings
        return [finding for finding in self.findings if finding.rule is not rules.STYLE_NESTED_RULE]
