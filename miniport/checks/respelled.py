"""Attributes in the spelling of another dialect: what they become, and whether that is all they need."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import File
from miniport.checks.handler import with_method
from miniport.checks.scene import Scene
from miniport.diagnostics import Cure, Diagnostic, Finding
from miniport.dialect import CATCHING
from miniport.edit import Edit
from miniport.field import replace
from miniport.syntax.attribute import classified
from miniport.syntax.markup_tree import Attribute, Element, Event, Markup, walk
from miniport.targets.pack import bundled


def respelled(scene: Scene, file: File, finding: Finding) -> Diagnostic:
    """Return the finding on an attribute of another dialect, with its cure and what it lacks then.

    The cure is safe where the other dialect has this very name, and nothing else is to be done.
    """
    assert file.source is not None
    found = finding.placed(file.source, scene.pack.name)
    told, near = found, found.arguments["near"]
    if finding.rule is rules.EVENT_SPELLING:
        # Once an event is spelled right, it wants its method.
        told = with_method(scene, file, finding.span, found)
    element, attribute = next(_attribute(file, finding), (None, None))
    if element is None or attribute is None:
        return told
    if _names_nothing(attribute, near, file):
        told = replace(told, arguments={**told.arguments, **_with_empty_method(near)})
    if _has_more(element, attribute, near, file):
        return told
    is_had = finding.rule is rules.EVENT_SPELLING or _is_of_a_dialect(attribute.name)
    edit = Edit(attribute.name_span, near, "respelled")
    return replace(told, cure=Cure.of(file.source, (edit,), is_safe=is_had and told is found))


def _attribute(file: File, finding: Finding) -> Iterator[tuple[Element, Attribute]]:
    for element in walk(file.tree) if isinstance(file.tree, Markup) else ():
        for attribute in element.attributes:
            if attribute.name_span == finding.span:
                yield element, attribute


def _is_of_a_dialect(name: str) -> bool:
    return any(name in pack.dialect.directives for pack in bundled().values())


def _has_more(element: Element, attribute: Attribute, near: str, file: File) -> bool:
    """Tell whether another attribute of the element may say the same: then it is not for us to choose."""
    role = classified(near, file.dialect)
    word = role.name if isinstance(role, Event) else near.rpartition(":")[2]
    word = word.replace("-", "").lower()
    others = (each.name for each in element.attributes if each is not attribute)
    return any(_heard(other).endswith(word) for other in others)


def _heard(name: str) -> str:
    return name.replace("-", "").lower()


def _names_nothing(attribute: Attribute, near: str, file: File) -> bool:
    role = classified(near, file.dialect)
    is_catching = isinstance(role, Event) and role.listen in CATCHING
    return is_catching and (attribute.value_span is None or attribute.static == "")


def _with_empty_method(near: str) -> dict[str, str]:
    return {
        "method_en": f'; it names no method: name an empty one, {near}="stop" here, '
        "and stop() {} in the script",
        "method_zh": f'；它没有写方法名：请指定一个空方法，此处写 {near}="stop"，并在脚本中加上 stop() {{}}',
    }
