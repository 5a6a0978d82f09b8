"""What a rule is about: why it is there, an example, the cure, and where what it knows comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from miniport import rules
from miniport.diagnostics import Place, Rule
from miniport.facts import Json, Kind
from miniport.field import field
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.record import decode, load_json, load_yaml
from miniport.report.cells import wrap
from miniport.report.frame import frame
from miniport.report.line import Line, Piece, Role
from miniport.report.module import Module, module_for
from miniport.report.text import ROLES
from miniport.report.words import word
from miniport.resources import template_text
from miniport.rules.catalogue import catalogue, in_general
from miniport.targets.pack import bundled
from miniport.targets.target_pack import TargetPack

_WHY, _EXAMPLES, _SCENES = "explain/why.yaml", "explain/examples.json", "explain/scenes.yaml"


@frozen(slots=True)
class Why:
    """Why rules are there, `of` by their codes: a reason for each, or one that holds for all of them."""

    of: tuple[str, ...]
    en: str
    zh: str


@frozen(slots=True)
class Example:
    """A line that breaks a rule; `start` and `end` bound what is meant, in code points from 0."""

    path: str
    line: int
    text: str
    start: int
    end: int

    @property
    def place(self) -> Place:
        """Return it as a place."""
        return Place(PurePosixPath(self.path), self.line, self.start + 1, self.line, self.end + 1, self.text)


@frozen
class Scene:
    """What shows a rule that no line shows: a command, a setting; `given` are arguments of a finding."""

    shown: str
    given: Mapping[str, str | int] = field(default_factory=dict)

    def said(self, rule: Rule, language: str) -> str:
        """Return what is said then."""
        words = rule.zh if language == "zh" else rule.en
        return words.message.format_map({name: str(value) for name, value in self.given.items()})


@frozen(slots=True)
class Source:
    """Where a fact on a thing comes from: the target, what kind of thing it is, the source and the day."""

    target: str
    what: str
    source: str
    checked: str


def why(rule: Rule) -> Why:
    """Return why a rule is there."""
    return next(each for each in _whys() if rule.code in each.of)


def example(rule: Rule) -> Example | None:
    """Return an example, None where no line of a file shows it."""
    return _examples().get(rule.code)


def scene(rule: Rule) -> Scene | None:
    """Return what shows a rule that has no example, None where it has one."""
    return _scenes().get(rule.code)


def sources(thing: str) -> tuple[Source, ...]:
    """Return where the facts of every target on an element, API or other thing come from.

    Where no target has one on an API: those of the platforms that projects are read from.
    """
    packs = bundled().values()
    told = tuple(found for pack in packs if pack.is_target for found in _of(pack, thing))
    # What is written without its object may be a capability.
    if told or "." not in thing:
        return told
    return tuple(found for pack in packs if not pack.is_target for found in _of(pack, thing))


def things() -> Iterator[str]:
    """Yield every element and API, as sources write it, that some target has a fact on."""
    for pack in bundled().values():
        for kind, owner, name in pack.index if pack.is_target else ():
            if not owner and kind in (Kind.COMPONENT, Kind.API):
                yield f"{pack.dialect.namespace}.{name}" if kind is Kind.API else name


_CELLS = 77


@cache
def _whys() -> tuple[Why, ...]:
    rows = load_yaml(template_text(_WHY), _WHY).value
    assert isinstance(rows, list)
    return tuple(decode(Why, row, _WHY) for row in rows)


@cache
def _examples() -> Mapping[str, Example]:
    rows = load_json(template_text(_EXAMPLES), _EXAMPLES).value
    assert isinstance(rows, dict)
    return {str(key): decode(Example, row, _EXAMPLES) for key, row in rows.items()}


@cache
def _scenes() -> Mapping[str, Scene]:
    rows = load_yaml(template_text(_SCENES), _SCENES).value
    assert isinstance(rows, dict)
    return {str(key): decode(Scene, row, _SCENES) for key, row in rows.items()}


def _of(pack: TargetPack, thing: str) -> Iterator[Source]:
    head, dot, rest = thing.strip("<>").partition(".")
    # A script may call what another platform has by its own object.
    name = (
        rest
        if dot and any(head == each.dialect.namespace for each in bundled().values())
        else head + dot + rest
    )
    for kind in (Kind.COMPONENT, Kind.API):
        neutral = pack.neutral(kind, name)
        fact = pack.fact(kind, neutral)
        if fact is not None:
            _, source, checked = fact
            verdict = type(pack.verdict_of(kind, neutral)).__name__.lower()
            told = pack.sources.get(source, source)
            yield Source(pack.name, f"{kind.value} {neutral}: {verdict}", told, checked)


def explained_json(rule: Rule, language: str, thing: str | None) -> Json:
    """Return all of it for a program."""
    words, reason, shown = rule.zh if language == "zh" else rule.en, why(rule), example(rule)
    value: dict[str, Json] = {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "isBlocking": rule.is_blocking,
        "message": in_general(words.message, language),
        "why": reason.zh if language == "zh" else reason.en,
        "help": in_general(words.help, language),
    }
    if shown is not None:
        value["example"] = {"path": shown.path, "line": shown.line, "text": shown.text}
    elif (staged := scene(rule)) is not None:
        value["example"] = {"text": staged.shown, "message": staged.said(rule, language)}
    if thing is not None:
        value["sources"] = sources_json(thing)
        value.update(module_json(module_for(thing, is_supplied=_is_of_modules(rule))))
    return value


def module_json(module: Module | None) -> dict[str, Json]:
    """Return the module that a project supplies for a program; empty where none is needed."""
    return {} if module is None else {"module": {"path": module.path, "text": module.text}}


def sources_json(thing: str) -> list[Json]:
    """Return what each target's facts say of an element or API for a program."""
    return [
        {"target": each.target, "what": each.what, "source": each.source, "checked": each.checked}
        for each in sources(thing)
    ]


def explained_lines(rule: Rule, language: str, thing: str | None) -> Iterator[Line]:
    """Yield all of it for people."""
    words, reason, shown = rule.zh if language == "zh" else rule.en, why(rule), example(rule)
    severity = word(language, rule.severity.value)
    level = word(language, "stops", severity=severity) if rule.is_blocking or rule.is_refusal else severity
    yield Piece(f"{rule.code} {rule.name}", "name"), Piece(f"  {level}", _role(rule))
    yield from ((Piece(f"   {line}"),) for line in wrap(in_general(words.message, language), _CELLS))
    yield from _part(language, "why", reason.zh if language == "zh" else reason.en)
    if shown is not None:
        yield ()
        yield Piece(word(language, "example"), "name"), Piece(f"  {shown.path}", "path")
        yield from frame(shown.place)
    elif (staged := scene(rule)) is not None:
        yield ()
        yield (Piece(word(language, "example"), "name"),)
        yield (Piece(f"   {staged.shown}"),)
        told = f"{severity} {rule.code}: {staged.said(rule, language)}"
        yield from ((Piece(f"   {line}", _role(rule)),) for line in wrap(told, _CELLS))
    yield from _part(language, "cure", in_general(words.help, language))
    if thing is not None:
        yield ()
        yield from source_lines(thing, language)
        yield from module_lines(module_for(thing, is_supplied=_is_of_modules(rule)), language)
    elif shown is not None and sources(meant := shown.text[shown.start : shown.end]):
        yield from _part(language, "known-from", word(language, "ask-thing", code=rule.code, thing=meant))


def _is_of_modules(rule: Rule) -> bool:
    return rule in (rules.CAPABILITY_MODULE_MISSING, rules.CAPABILITY_MODULE_IDLE)


def module_lines(module: Module | None, language: str) -> Iterator[Line]:
    """Yield a module that a project may supply, with what names it in miniport.yaml."""
    if module is None:
        return
    yield ()
    yield Piece(word(language, "module"), "name"), Piece(f"  {module.path}", "path")
    yield from ((Piece(f"   {line}"),) for line in module.text.splitlines())
    yield ()
    yield (Piece("miniport.yaml", "path"),)
    yield (Piece("   capabilities:"),)
    yield (Piece(f"     {module.capability}: {module.path}"),)
    for key in ("module-for", "module-how") if module.apis else ("module-how",):
        yield from _part_of(word(language, key, names=word(language, "comma").join(module.apis)))


def _part_of(text: str) -> Iterator[Line]:
    yield ()
    yield from ((Piece(f"   {line}"),) for line in wrap(text, _CELLS))


def _role(rule: Rule) -> Role:
    return ROLES[rule.severity]


def _part(language: str, key: str, text: str) -> Iterator[Line]:
    yield ()
    yield (Piece(word(language, key), "name"),)
    yield from ((Piece(f"   {line}"),) for line in wrap(text, _CELLS))


def source_lines(thing: str, language: str) -> Iterator[Line]:
    """Yield what each target's facts say of an element or API, and where they come from."""
    yield (Piece(word(language, "known-from"), "name"),)
    found = sources(thing)
    if not found:
        yield (Piece(f"   {word(language, 'known-nowhere', name=thing)}"),)
    for each in found:
        day = f" ({each.checked})" if each.checked else ""
        yield Piece(f"   {each.target}: {each.what}", "path"), Piece(f"; {each.source}{day}")


def catalogue_lines(language: str) -> Iterator[Line]:
    """Yield a line for each rule."""
    for rule in catalogue().values():
        words = rule.zh if language == "zh" else rule.en
        yield (
            Piece(f"{rule.code}  ", "name"),
            Piece(f"{word(language, rule.severity.value):<8}", _role(rule)),
            Piece(f"{rule.name}: {in_general(words.message, language)}"),
        )
