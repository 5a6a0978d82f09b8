"""One text described in neutral words; equal texts are described once, for all files and targets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from miniport import rules
from miniport.analyze.prepare import Prepared, Step, Steps, Writing, prepared
from miniport.analyze.tools import Compilers
from miniport.clock import STOPPED, Clock
from miniport.diagnostics import Finding
from miniport.dialect import FileKind
from miniport.facts import Reference, Use
from miniport.field import field, replace
from miniport.frozen import frozen, mutable
from miniport.posix import PurePosixPath
from miniport.project.files import Files
from miniport.project.switches import Switches
from miniport.source import Source, decode
from miniport.syntax.data import JsonDocument, parse_json
from miniport.syntax.markup_tree import Markup
from miniport.syntax.script_tree import Script
from miniport.syntax.style_tree import Style
from miniport.targets.pack import TargetPack, bundled

if TYPE_CHECKING:
    from miniport.analyze.mention import Mentions


Tree = Script | Markup | Style | JsonDocument


@frozen
class Described:
    """A tree, and what it says: its `uses` in text order, its `references`, the parser's `findings`.

    `mentions`: what a template names that stands elsewhere.
    """

    tree: Tree
    uses: tuple[Use, ...] = ()
    references: tuple[Reference, ...] = ()
    findings: tuple[Finding, ...] = ()
    mentions: Mentions | None = None


@frozen
class _Ready:
    """What a source was made into, the last time that somebody asked, and for whom."""

    source: Source
    switches: Switches
    steps: tuple[Step, ...]
    made: Prepared


@mutable
class Parses:
    """What was read and described so far in one run. `counts` says how often each text was parsed."""

    known: dict[tuple[FileKind, str, str], Described] = field(default_factory=dict)
    counts: dict[tuple[FileKind, str, str], int] = field(default_factory=dict)
    steps: Steps = field(default_factory=Steps)
    compilers: Compilers = field(default_factory=Compilers)
    contents: dict[PurePosixPath, bytes] = field(default_factory=dict)
    sources: dict[PurePosixPath, tuple[bytes, Source]] = field(default_factory=dict)
    ready: dict[tuple[FileKind, PurePosixPath], _Ready] = field(default_factory=dict)
    clock: Clock = STOPPED

    def __getstate__(self) -> dict[str, object]:
        """Return what outlives the process: each text that is asked for is read and described again."""
        return {
            **vars(self),
            "known": {},
            "counts": {},
            "contents": {},
            "sources": {},
            "ready": {},
            "steps": Steps(),
        }

    def read(self, files: Files, path: PurePosixPath) -> bytes:
        """Return a file's content, read at most once. Raises Unreadable."""
        content = self.contents.get(path)
        if content is None:
            content = self.contents[path] = files.read(path)
        return content

    def decoded(self, path: PurePosixPath, content: bytes) -> Source:
        """Return a file's text, decoded once for all targets. Raises DecodeError."""
        known = self.sources.get(path)
        if known is None or known[0] is not content:
            known = self.sources[path] = (content, decode(path, content))
        return known[1]

    def know(self, reader: TargetPack, document: JsonDocument) -> None:
        """Take in a configuration that was parsed while the project was loaded."""
        self.known[FileKind.CONFIG, reader.name, document.text] = Described(
            document, findings=document.findings
        )

    def prepared(self, kind: FileKind, source: Source, switches: Switches) -> Prepared:
        """Return a source as it is parsed; each step of a text is done at most once.

        Targets for which the same comes of a source get the same object.
        """
        key = kind, source.path
        known = self.ready.get(key)
        if known is not None and known.source is source and known.switches is switches:
            return known.made
        steps = self.steps.of(source.text, Writing(kind, source.path.suffix), switches)
        is_same = known is not None and known.source is source and known.steps == steps
        made = known.made if known is not None and is_same else prepared(source, steps)
        self.ready[key] = _Ready(source, switches, steps, made)
        return made

    def described(self, kind: FileKind, reader: TargetPack, text: str) -> Described:
        """Return the description of a text, made at most once."""
        key = (kind, reader.name, text)
        found = self.known.get(key)
        if found is None:
            self.counts[key] = self.counts.get(key, 0) + 1
            if self.clock is STOPPED:
                found = _DESCRIBE[kind](reader, text)
            else:
                with self.clock.stage(f"parse {kind.value}", f"{len(text)} characters"):
                    found = _DESCRIBE[kind](reader, text)
            self.known[key] = found
        return found


@frozen(eq=False)
class Sheets:
    """Called with a path, returns the sheet there as it is compiled: with its conditions resolved.

    What is wrong with them is told elsewhere. Raises Unreadable or DecodeError.
    """

    files: Files
    parses: Parses
    switches: Switches

    def __call__(self, path: PurePosixPath) -> Source:
        """Return it."""
        source = self.parses.decoded(path, self.parses.read(self.files, path))
        return self.parses.prepared(FileKind.STYLE, source, self.switches).source


def _template(reader: TargetPack, text: str) -> Described:
    # What reads one kind of text is loaded with the first such text: after an edit that is one kind of five.
    from miniport.analyze.markup import describe_markup
    from miniport.syntax.markup import parse_markup

    tree = parse_markup(text, reader.dialect)
    uses, references, mentions = describe_markup(tree, reader)
    return Described(tree, uses, references, _joined(tree, text), mentions)


def _joined(tree: Markup, text: str) -> tuple[Finding, ...]:
    if not tree.findings:
        return ()
    from miniport.analyze.end_tag import joined

    return joined(tree, text)


def _script(reader: TargetPack, text: str) -> Described:
    from miniport.analyze.script import describe_script, script_names
    from miniport.syntax.script import parse_script

    tree = parse_script(text, script_names(reader))
    return Described(tree, *describe_script(tree, reader), tree.findings)


def _module(reader: TargetPack, text: str) -> Described:
    from miniport.analyze.script import describe_module
    from miniport.syntax.script import parse_script

    tree = parse_script(text)
    return Described(tree, *describe_module(tree), tree.findings)


def _style(reader: TargetPack, text: str) -> Described:
    from miniport.analyze.style import describe_style
    from miniport.syntax.style import parse_style

    tree = parse_style(text)
    return Described(tree, *describe_style(tree), tuple(map(_known_elsewhere, tree.findings)))


def _known_elsewhere(finding: Finding) -> Finding:
    """Return the finding on a unit with ours of the same meaning, where other platforms' tools have it."""
    from miniport.syntax.style_unit import meant_unit

    if finding.rule is not rules.STYLE_UNIT:
        return finding
    unit = finding.arguments["unit"].lower()
    meant = next((pack.foreign_units[unit] for pack in bundled().values() if unit in pack.foreign_units), "")
    return replace(finding, arguments={**finding.arguments, **meant_unit(meant)}) if meant else finding


def _config(reader: TargetPack, text: str) -> Described:
    tree = parse_json(text)
    return Described(tree, findings=tree.findings)


_DESCRIBE: Mapping[FileKind, Callable[[TargetPack, str], Described]] = {
    FileKind.TEMPLATE: _template,
    FileKind.SCRIPT: _script,
    FileKind.MODULE: _module,
    FileKind.STYLE: _style,
    FileKind.CONFIG: _config,
}
