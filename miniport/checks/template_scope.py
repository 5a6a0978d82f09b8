"""Named templates: what they look up, against what those who draw them give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.analyze.app import File
from miniport.analyze.closure import is_whole
from miniport.analyze.did_you_mean import near_words
from miniport.checks.free_name import free_names, module_names
from miniport.checks.scene import Scene, related
from miniport.diagnostics import Diagnostic
from miniport.field import field
from miniport.frozen import mutable
from miniport.source import Span
from miniport.syntax.expression_tree import ObjectLiteral, Pair, Shorthand
from miniport.syntax.markup_tree import Element, Markup, walk

# Stands for the templates that an expression may name: each of them.
_ANY = ""


@mutable
class _Drawn:
    """Where a template of a name is drawn; the keys given at each place, None where not all are known."""

    uses: list[tuple[File, Element, Mapping[str, Span] | None]] = field(default_factory=list)


def template_scopes(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what named templates look up and nobody gives, and what is given under a wrong name."""
    files = [scene.facts.files[path] for path in scene.drawn_by]
    drawn: dict[str, _Drawn] = {}
    defined: dict[str, list[tuple[File, Element]]] = {}
    for file in files:
        if not isinstance(file.tree, Markup) or not is_whole(file):
            return
        mentions = file.described.mentions if file.described is not None else None
        is_speaking = mentions is None or mentions.drawn or mentions.defined or mentions.is_dynamic
        for element in walk(file.tree) if is_speaking else ():
            _take(file, element, drawn, defined)
    for name, places in defined.items():
        # Templates of one name in two files: who draws which is told by imports, and it is rare.
        if len(places) == 1 and name in drawn and scene.is_own(places[0][0].path):
            yield from _told(scene, *places[0], drawn[name], drawn.get(_ANY, _Drawn()))


def _take(
    file: File,
    element: Element,
    drawn: dict[str, _Drawn],
    defined: dict[str, list[tuple[File, Element]]],
) -> None:
    if element.tag != "template":
        return
    name, used = element.property("name"), element.property("is")
    if name is not None and name.static:
        defined.setdefault(name.static, []).append((file, element))
    elif used is not None and (used.static or used.static is None):
        drawn.setdefault(used.static or _ANY, _Drawn()).uses.append((file, element, _given(element)))


def _given(element: Element) -> Mapping[str, Span] | None:
    data = element.property("data")
    if data is None or not data.parts:
        return {}
    part = data.mustache
    literal = part.expression if part is not None else None
    if part is None or not isinstance(literal, ObjectLiteral):
        return None
    found: dict[str, Span] = {}
    for entry in literal.entries:
        if isinstance(entry, Pair) and isinstance(entry.key, str):
            found[entry.key] = entry.key_span.shift(part.inner.start)
        elif isinstance(entry, Shorthand):
            found[entry.name] = entry.span.shift(part.inner.start)
        else:
            return None
    return found


def _told(scene: Scene, file: File, element: Element, drawn: _Drawn, maybe: _Drawn) -> Iterator[Diagnostic]:
    """Yield what is wrong between one template and those who draw it, or may (`maybe`)."""
    tree, named = file.tree, element.property("name")
    name = (named.static or "") if named is not None else ""
    if not isinstance(tree, Markup):
        return
    modules = frozenset(local for local, _ in module_names(tree, file.dialect))
    wanted: dict[str, Span] = {}
    for each in free_names(element.children):
        if each.name not in modules:
            wanted.setdefault(each.name, each.span)
    uses = [*drawn.uses, *maybe.uses]
    given = frozenset(key for _, _, keys in uses for key in keys or ())
    is_known = all(keys is not None for _, _, keys in uses)
    misnamed: set[str] = set()
    for user, _, keys in drawn.uses:
        for key, at in (keys or {}).items():
            near = near_words(key, wanted.keys() - keys.keys()) if keys and key not in wanted else {}
            if near.get("near_en"):
                misnamed.update(word for word in wanted if f'"{word}"' in near["near_en"])
                finding = rules.TEMPLATE_GIVEN_IN_VAIN.at(at, name=name, key=key, **near)
                yield scene.placed(user, finding, related(file, element.name_span, *_DEFINED))
    for word, at in wanted.items() if is_known else ():
        if word not in given | misnamed:
            user, use, _ = drawn.uses[0]
            finding = rules.TEMPLATE_NOT_GIVEN.at(at, name=name, word=word, **near_words(word, given))
            yield scene.placed(file, finding, related(user, use.open_span, *_DRAWN))


_DEFINED = ("the template is defined here", "模板在此处定义")
_DRAWN = ("it is drawn here", "在此处使用")
