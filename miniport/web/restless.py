"""Templates that need not look the same where all they are given is the same."""

from __future__ import annotations

from collections.abc import Mapping

from miniport.analyze.app import File
from miniport.facts import Link
from miniport.field import replace
from miniport.memo import FORGETFUL, Memo
from miniport.posix import PurePosixPath
from miniport.regex import regex
from miniport.syntax.markup_tree import walk
from miniport.syntax.scope import Declaration
from miniport.syntax.script_tree import Script
from miniport.web.place import bindings
from miniport.web.template import Template, Templates, module_id

CONTROLLED = "controlled"
"""A control with this attribute shows its data again with each drawing, whatever the user did to it."""

_DRAWN = frozenset({Link.MODULE, Link.TEMPLATE, Link.INCLUDE})
# By these a script module knows of the time, unless a time is given, or of chance.
_CLOCKS = ("getDate", "Date")
_GIVEN = regex(r"\s*\(\s*[^\s).]")
_CHANCE = regex(r"\bMath\s*\.\s*random\b")
# Behind the name of a module's own object: a member is assigned to.
_WRITTEN = regex(r"(?:\s*(?:\.\s*[\w$]+|\[[^\]]*\]))+\s*(?:=(?![=>])|\+\+|--|(?:[-+*/%&|^]|\*\*|<<|>>>?)=)")


def restless_alone(
    templates: Templates, modules: Mapping[PurePosixPath, File], memo: Memo = FORGETFUL
) -> Mapping[PurePosixPath, bool]:
    """Return whether each template and each script module is restless by itself."""
    controlled = memo.each("controlled", templates, lambda _, template: _has_controlled(template))
    return {**controlled, **memo.each("unsteady", modules, lambda _, file: not _is_steady(file.tree))}


def restless_files(
    templates: Templates, modules: Mapping[PurePosixPath, File], alone: Mapping[PurePosixPath, bool]
) -> frozenset[PurePosixPath]:
    """Return the templates that are restless, and the script modules that make them so.

    Of a module that is each function that may give one thing now and another then; of a template, what it
    draws of others counts. `alone`: whether each of them is by itself.
    """
    asked = {path: file.resolved for path, file in modules.items()}
    asked |= {path: template.resolved for path, template in templates.items()}
    found = {path for path, is_restless in alone.items() if is_restless}
    users: dict[PurePosixPath, list[PurePosixPath]] = {}
    for path, resolved in asked.items():
        for (link, _), target in resolved.items():
            if link in _DRAWN:
                users.setdefault(target, []).append(path)
    pending = [*found]
    while pending:
        more = [user for user in users.get(pending.pop(), ()) if user not in found]
        found.update(more)
        pending.extend(more)
    return frozenset(found)


def marked(template: Template, restless: frozenset[PurePosixPath]) -> Template:
    """Return a template that knows which of the files it names, and whether it, are restless."""
    own = restless.intersection((template.path, *template.resolved.values()))
    return replace(template, restless=own) if own else template


def _has_controlled(template: Template) -> bool:
    attributes = (attribute for element in walk(template.markup) for attribute in element.attributes)
    return any(attribute.name == CONTROLLED for attribute in attributes)


def _is_steady(tree: object) -> bool:
    if not isinstance(tree, Script):
        return False
    scopes = tree.module.scopes
    return (
        all(_GIVEN.match(tree.text, each.end) for name in _CLOCKS for each in scopes.free.get(name, ()))
        and not _CHANCE.search(tree.text)
        and not any(_is_changed(declaration, tree.text) for declaration in scopes.top.values())
    )


def _is_changed(declaration: Declaration, text: str) -> bool:
    return any(each.is_written or _WRITTEN.match(text, each.end) for each in declaration.references)


def restless_names(template: Template) -> frozenset[str]:
    """Return the names of a template's script modules that are restless."""
    ids = frozenset(map(module_id, template.restless))
    return frozenset(binding.name for binding in bindings(template) if binding.module in ids) if ids else ids


def is_restless(template: Template) -> bool:
    """Tell whether a template, or one that it draws, must be drawn anew though it is given the same."""
    return template.path in template.restless
