"""Read miniport.yaml from disk, and turn everything wrong in it into diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path

from miniport import __version__, rules
from miniport.diagnostics import Diagnostic, Place, Rule
from miniport.field import replace
from miniport.frozen import frozen
from miniport.likeness import closest
from miniport.posix import PurePosixPath
from miniport.project.encoding import not_text
from miniport.project.files import CAUSES, cause_of
from miniport.project.settings import SETTINGS_FILE, Settings
from miniport.project.settings_fault import problems, unknown_targets
from miniport.project.version import satisfies
from miniport.record import Document, KeyPath, Problem, RecordError, decode, load_yaml
from miniport.source import DecodeError, Source, Span
from miniport.source import decode as decode_text

MISNAMED = ("miniport.yml", "miniport.json", ".miniport.yaml")
MAX_BYTES = 1_000_000


@frozen
class ReadSettings:
    """The settings, and what is wrong with them. Where anything is, `settings` holds the defaults."""

    settings: Settings
    diagnostics: tuple[Diagnostic, ...] = ()


def read_settings(project: Path, targets: Iterable[str], version: str = __version__) -> ReadSettings:
    """Read the settings of a project folder; the defaults where it has no miniport.yaml.

    `targets` are the names that may stand under `targets`.
    """
    path = PurePosixPath(SETTINGS_FILE)
    try:
        with (project / SETTINGS_FILE).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return ReadSettings(Settings(), tuple(_misnamed(project)))
    except OSError as error:
        return _unreadable(path, *CAUSES[cause_of(error)])
    if len(content) > MAX_BYTES:
        return _unreadable(path, f"it is larger than {MAX_BYTES} bytes", f"它超过 {MAX_BYTES} 字节")
    try:
        source = decode_text(path, content)
    except DecodeError as error:
        return _unreadable(path, *not_text(error))
    return parse_settings(source, targets, version)


def parse_settings(source: Source, targets: Iterable[str], version: str = __version__) -> ReadSettings:
    """Return the settings that a text of miniport.yaml holds."""
    try:
        document = load_yaml(source.text, SETTINGS_FILE)
    except RecordError as error:
        found = (_malformed(source, problem) for problem in error.problems)
        return ReadSettings(Settings(), tuple(found))
    if document.value is None:
        return ReadSettings(Settings())
    try:
        settings = decode(Settings, document.value, SETTINGS_FILE)
    except RecordError as error:
        rest = _decoded(_without(document.value, error.problems))
        wrong = (
            *_placed(source, document, error.problems),
            *(_contradictions(source, document, rest, tuple(targets), version) if rest else ()),
        )
        return ReadSettings(Settings(), wrong)
    wrong = tuple(_contradictions(source, document, settings, tuple(targets), version))
    return ReadSettings(Settings() if wrong else settings, wrong)


def _contradictions(
    source: Source, document: Document, settings: Settings, targets: tuple[str, ...], version: str
) -> Iterator[Diagnostic]:
    """Yield what is wrong in settings each of which has the right form."""
    yield from _placed(source, document, problems(settings))
    yield from _requires(source, document, settings, version)
    yield from _targets(source, document, settings, targets)


def _decoded(value: object) -> Settings | None:
    try:
        return decode(Settings, value, SETTINGS_FILE)
    except RecordError:
        return None


def _without(value: object, found: Iterable[Problem]) -> object:
    """Return a value without what has the wrong form, so that the rest can be looked at in the same run."""
    # A list goes as a whole: without one of its items the others would have other places.
    paths = {tuple(takewhile(lambda step: isinstance(step, str), problem.path)) for problem in found}

    def kept(part: object, at: KeyPath) -> object:
        if not isinstance(part, dict):
            return part
        return {key: kept(each, (*at, key)) for key, each in part.items() if (*at, key) not in paths}

    return kept(value, ())


def _placed(source: Source, document: Document, found: Iterable[Problem]) -> Iterator[Diagnostic]:
    for problem in found:
        rule = rules.SETTINGS_UNKNOWN_KEY if problem.is_key else rules.SETTINGS_VALUE
        yield _diagnostic(rule, source, document.placed(problem))


def _malformed(source: Source, problem: Problem) -> Diagnostic:
    en = f": {problem.help_en}" if problem.help_en else ""
    zh = f"：{problem.help_zh}" if problem.help_zh else ""
    return _diagnostic(rules.SETTINGS_MALFORMED, source, replace(problem, help_en=en, help_zh=zh))


def _diagnostic(rule: Rule, source: Source, problem: Problem) -> Diagnostic:
    key = f'"{problem.key}": ' if problem.key and not problem.is_key else ""
    arguments = {
        "key": key,
        "found_en": problem.en,
        "found_zh": problem.zh,
        "cure_en": problem.help_en,
        "cure_zh": problem.help_zh,
    }
    place = Place.of(source, Span(*problem.span)) if problem.span else Place(source.path)
    return Diagnostic(rule, arguments, place)


def _requires(source: Source, document: Document, settings: Settings, version: str) -> Iterator[Diagnostic]:
    wanted = settings.requires
    if wanted is None or any(True for _ in problems(Settings(requires=wanted))):
        return
    if not satisfies(version, wanted):
        yield _at(
            source, document.span(("requires",)), rules.SETTINGS_REQUIRES, wanted=wanted, version=version
        )


def _targets(
    source: Source, document: Document, settings: Settings, known: tuple[str, ...]
) -> Iterator[Diagnostic]:
    for name in unknown_targets(settings, known):
        span = document.key_span(("targets", name))
        near = closest(name, known)
        rule = rules.SETTINGS_MISSPELT_TARGET if near else rules.SETTINGS_UNKNOWN_TARGET
        yield _at(source, span, rule, name=name, near=near or "", known=", ".join(known))


def _at(source: Source, span: tuple[int, int] | None, rule: Rule, **arguments: str) -> Diagnostic:
    return rule.at(Span(*span) if span else Span(0, 0), **arguments).placed(source)


def _misnamed(project: Path) -> Iterator[Diagnostic]:
    for name in MISNAMED:
        if (project / name).is_file():
            yield Diagnostic(rules.SETTINGS_FILE_NAME, {"name": name}, Place(PurePosixPath(name)))


def _unreadable(path: PurePosixPath, en: str, zh: str) -> ReadSettings:
    arguments = {"found_en": en, "found_zh": zh}
    return ReadSettings(Settings(), (Diagnostic(rules.SETTINGS_UNREADABLE, arguments, Place(path)),))
