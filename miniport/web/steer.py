"""Values that steer a template: conditions, lists, keys, the data of a template."""

from __future__ import annotations

from miniport.syntax.markup_tree import Attribute, DirectiveRole, Mustache
from miniport.web.attribute import meant, value
from miniport.web.place import Place

DATA = "template-data"


def steering(attribute: Attribute, place: Place) -> str:
    """Return the value of such an attribute as JavaScript."""
    mustache = lone(attribute, place)
    return value(attribute, place.names) if mustache is None else meant(mustache, place.names)


def lone(attribute: Attribute, place: Place) -> Mustache | None:
    """Return the mustache that is the whole value, white space aside where the dialect reads it so."""
    role = attribute.role
    word = role.directive if isinstance(role, DirectiveRole) else DATA
    if attribute.mustache is not None or word not in place.template.reader.dialect.loose:
        return attribute.mustache
    said = [part for part in attribute.parts if isinstance(part, Mustache) or not part.text.isspace()]
    only = said[0] if len(said) == 1 else None
    return only if isinstance(only, Mustache) else None


def listing(loop: Attribute, place: Place) -> str:
    """Return the arguments that say what a loop goes over: the list, and where a number begins."""
    return f"{steering(loop, place)}, {place.template.reader.dialect.first_number}"
