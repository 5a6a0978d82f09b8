"""Events that call a method which no page or component that draws the template has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from miniport import rules
from miniport.analyze.app import File
from miniport.analyze.did_you_mean import near_words
from miniport.analyze.mention import Mention
from miniport.analyze.method import Methods
from miniport.checks.scene import Scene, related
from miniport.diagnostics import Diagnostic
from miniport.dialect import CATCHING, Dialect
from miniport.field import replace
from miniport.source import Span
from miniport.syntax.markup_tree import Markup, walk

_NO_NAMES = frozenset(("true", "false"))


def handlers(scene: Scene) -> Iterator[Diagnostic]:
    """Yield a finding for each method that events of one template call and that nothing has."""
    for path in scene.drawn_by:
        file = scene.facts.files[path]
        mentions = file.described.mentions if file.described is not None else None
        if mentions is not None:
            yield from _missing(scene, file, mentions.handlers)
            yield from _idle(scene, file, mentions.idle)


def _idle(scene: Scene, file: File, listening: Sequence[Mention]) -> Iterator[Diagnostic]:
    for each in listening if scene.is_own(file.path) else ():
        finding = rules.CATCHING_NAMES_NOTHING.at(each.span, event=each.name, spelled=f'{each.name}="stop"')
        yield scene.placed(file, finding)


def with_method(scene: Scene, file: File, name: Span, told: Diagnostic) -> Diagnostic:
    """Return the finding on an attribute that was meant as an event, with what its method lacks as well."""
    missing = next(_missing_of(scene, file, name, told.arguments["near"]), None)
    if missing is None:
        return told
    # As it is spelled it stops nothing yet, so what the spelling that is meant would do is left out.
    is_telling = missing.rule is not rules.CAUGHT_BY_NO_METHOD
    arguments = {
        **told.arguments,
        "method_en": (f"; {missing.message('en')}" if is_telling else "") + f"; {missing.help('en')}",
        "method_zh": (f"；{missing.message('zh')}" if is_telling else "") + f"；{missing.help('zh')}",
    }
    return replace(told, arguments=arguments, related=missing.related)


def _missing_of(scene: Scene, file: File, name: Span, meant: str) -> Iterator[Diagnostic]:
    """Yield the finding on the method of an attribute, as if its name were the one that is meant."""
    if file.path not in scene.drawn_by or not isinstance(file.tree, Markup):
        return
    for attribute in (each for element in walk(file.tree) for each in element.attributes):
        if attribute.name_span == name and attribute.static and attribute.value_span is not None:
            called = Mention(attribute.static, attribute.value_span, meant)
            yield from _missing(scene, file, [called])


def _missing(scene: Scene, file: File, called: Sequence[Mention]) -> Iterator[Diagnostic]:
    if not called or not scene.is_own(file.path):
        return
    # What one of them lacks another may have: a shared template may name methods of either.
    had = [scene.methods[unit.path] for unit in scene.drawn_by[file.path]]
    by_name: dict[str, list[Mention]] = {}
    for handler in called:
        if not any(each.may_have(handler.name.strip()) for each in had):
            by_name.setdefault(handler.name.strip(), []).append(handler)
    for handlers in by_name.values():
        yield _told(scene, file, handlers, had)


def _told(scene: Scene, file: File, handlers: list[Mention], had: list[Methods]) -> Diagnostic:
    """Return the finding on one method: at the first event that calls it, with the others beside."""
    first, *others = handlers
    if first.name.strip() in _NO_NAMES and _is_catching(first.member, file.dialect):
        finding = rules.CAUGHT_BY_NO_METHOD.at(
            first.span, name=first.name.strip(), event=first.member, spelled=f'{first.member}="stop"'
        )
    else:
        near = near_words(first.name.strip(), {name for each in had for name in each.names})
        finding = rules.MISSING_HANDLER.at(first.span, name=first.name, event=first.member, **near)
    places = [
        related(each.file, each.at, "the methods are registered here", "方法在此处注册")
        for each in had[:1]
        if each.file is not None and each.at is not None
    ]
    places += [
        related(file, each.span, f"{each.member} calls it, too", f"{each.member} 也调用它") for each in others
    ]
    return scene.placed(file, finding, *places)


def _is_catching(written: str, dialect: Dialect) -> bool:
    """Tell whether an event ends where an attribute listens to it, however its name goes on."""
    return any(written.startswith(prefix) for prefix, way in dialect.events.prefixes if way in CATCHING)
