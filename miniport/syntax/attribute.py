"""Tells what an attribute's name means in a dialect."""

from __future__ import annotations

from miniport.dialect import Dialect
from miniport.regex import regex
from miniport.syntax.markup_tree import DirectiveRole, Event, Property, Role

_UPPER = regex(r"(?<!^)(?=[A-Z])")
_DASHED = regex(r"-+([A-Za-z0-9])")


def kebab(name: str) -> str:
    """Return a name in kebab-case (`hoverClass` -> `hover-class`)."""
    return _UPPER.sub("-", name).lower() if name != name.lower() else name


def camel(name: str) -> str:
    """Return a name in camelCase (`my-event` -> `myEvent`)."""
    return _DASHED.sub(lambda found: found.group(1).upper(), name) if "-" in name else name


class Roles:
    """The roles of attribute names in one dialect; each name is looked at once."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._known: dict[str, Role] = {}

    def of(self, name: str) -> Role:
        """Return the role of an attribute by its name as written."""
        role = self._known.get(name)
        if role is None:
            role = self._known[name] = classified(name, self._dialect)
        return role


def classified(name: str, dialect: Dialect) -> Role:
    """Return the role of an attribute by its name as written."""
    if (directive := dialect.directives.get(name)) is not None:
        return DirectiveRole(directive)
    for prefix, family in dialect.directive_prefixes:
        if name.startswith(prefix) and len(name) > len(prefix):
            return DirectiveRole(family, name[len(prefix) :])
    return _event(name, dialect) or Property(kebab(name))


def _event(name: str, dialect: Dialect) -> Event | None:
    is_pascal = dialect.events.case == "pascal"
    for prefix, listen in dialect.events.prefixes:
        written = name[len(prefix) :]
        if not name.startswith(prefix) or not written or not written[0].isalnum():
            continue
        if is_pascal and not written[0].isupper():
            continue
        return Event(listen, _event_name(written, dialect, is_pascal))
    return None


def _event_name(written: str, dialect: Dialect, is_pascal: bool) -> str:
    known = dialect.events.names.get(written.lower())
    if known is not None:
        return known
    return camel(written[0].lower() + written[1:] if is_pascal else written)
