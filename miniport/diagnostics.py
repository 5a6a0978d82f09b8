"""What is found in a user's project: Severity, Rule, Finding, Diagnostic."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.edit import Edit
from miniport.enumeration import StrEnum
from miniport.field import field, replace
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.source import Source, Span


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES = tuple(Severity)
ERROR, WARNING, NOTE = Severity


@frozen(slots=True)
class Words:
    """A message and its cure in one language; `{name}` stands for an argument of the finding."""

    message: str
    help: str


@frozen(slots=True)
class Rule:
    """One kind of finding. A code never changes meaning.

    `is_blocking`: a file, page or module is missing or unreadable, so the target is not written.
    `is_refusal`: nothing can be built from this project or configuration; the command ends with exit code 2.
    """

    code: str
    name: str
    severity: Severity
    en: Words
    zh: Words
    is_blocking: bool = False
    is_refusal: bool = False

    def at(self, span: Span, **arguments: object) -> Finding:
        """Return a finding of this rule at a span of the text being looked at."""
        return Finding(self, span, {key: str(value) for key, value in arguments.items()})


@frozen(slots=True)
class Label:
    """Another span of the text of a finding, with one sentence in each language."""

    span: Span
    en: str
    zh: str


@frozen(slots=True)
class Finding:
    """A rule met at a span of a text whose path is not known yet (equal texts share their findings).

    `edits` of that text cure it; where `is_safe`, they change nothing that the text means.
    """

    rule: Rule
    span: Span
    arguments: Mapping[str, str] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    is_safe: bool = False
    labels: tuple[Label, ...] = ()

    def cured(self, *edits: Edit, is_safe: bool = True) -> Finding:
        """Return the finding with the edits that cure it."""
        return replace(self, edits=edits, is_safe=is_safe)

    def labelled(self, *labels: Label) -> Finding:
        """Return the finding with further places of the same text that belong to it."""
        return replace(self, labels=labels)

    def placed(self, source: Source, target: str | None = None) -> Diagnostic:
        """Return the finding as a Diagnostic of a file."""
        cure = Cure.of(source, self.edits, is_safe=self.is_safe) if self.edits else None
        related = tuple(Related(Place.of(source, each.span), each.en, each.zh) for each in self.labels)
        return Diagnostic(self.rule, self.arguments, Place.of(source, self.span), related, target, cure=cure)


@frozen(slots=True)
class Place:
    """A range in a file: 1-based lines and columns in code points, end exclusive.

    `frame` is the text of the first line. A place without a line (line 0) is the file as a whole.
    """

    path: PurePosixPath
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    frame: str = ""

    @classmethod
    def of(cls, source: Source, span: Span) -> Place:
        """Return the place of a span in a source."""
        file, start = source.origin(span.start)
        last, end = source.origin(max(span.start, span.end))
        line, column = file.position(start)
        # What begins in one file and ends in another is told of where it begins.
        end_line, end_column = file.position(end if last is file else start)
        return cls(file.path, line, column, end_line, end_column, file.line(line))


@frozen(slots=True)
class Change:
    """One edit of a file as it is written: offsets of its text, and the same as a place."""

    edit: Edit
    place: Place


@frozen(slots=True)
class Cure:
    """The changes of one file that cure a diagnostic; where `is_safe`, it means afterwards what it meant."""

    changes: tuple[Change, ...]
    is_safe: bool

    @classmethod
    def of(cls, source: Source, edits: tuple[Edit, ...], *, is_safe: bool) -> Cure | None:
        """Return edits of a text as changes of the file it was made from; None where the file has it not."""
        changes = []
        for edit in edits:
            span = source.exact_span(edit.span)
            if span is None:
                return None
            written = source.original
            changes.append(Change(Edit(span, edit.new, edit.reason), Place.of(written, span)))
        return cls(tuple(changes), is_safe)


@frozen(slots=True)
class Related:
    """Another place that belongs to a diagnostic, with one sentence in each language."""

    place: Place
    en: str
    zh: str


@frozen(slots=True)
class Diagnostic:
    """A finding with its place. `count` says how many places one cause has; `target` is a pack's name."""

    rule: Rule
    arguments: Mapping[str, str]
    place: Place
    related: tuple[Related, ...] = ()
    target: str | None = None
    count: int = 1
    cure: Cure | None = None

    @property
    def severity(self) -> Severity:
        """Return the severity of the rule."""
        return self.rule.severity

    def message(self, language: str = "en") -> str:
        """Return the message in `en` or `zh`."""
        return self._words(language).message.format_map(self.arguments)

    def help(self, language: str = "en", own: str | None = None) -> str:
        """Return the cure in `en` or `zh`; its `{own}` is the file that would stand in on this target."""
        own = self.own(self.target) if own is None else own
        return self._words(language).help.format_map({"own": own, **self.arguments})

    def own(self, target: str | None) -> str:
        """Return the path of the file that would stand in on a target; "" for a finding on no file."""
        path = self.place.path
        return str(path.with_name(f"{path.stem}.{target or '<target>'}{path.suffix}")) if path.name else ""

    def sort_key(self) -> tuple[str, int, int, str, tuple[tuple[str, str], ...], str]:
        """Return the order of reports: by place, then code, arguments and target."""
        arguments = tuple(sorted(self.arguments.items()))
        return (
            str(self.place.path),
            self.place.line,
            self.place.column,
            self.rule.code,
            arguments,
            self.target or "",
        )

    def with_related(self, *related: Related) -> Diagnostic:
        """Return the diagnostic with further related places."""
        return replace(self, related=self.related + related)

    def _words(self, language: str) -> Words:
        return self.rule.zh if language == "zh" else self.rule.en
