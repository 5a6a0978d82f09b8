"""How a dialect writes a directive or an event."""

from __future__ import annotations

from miniport.dialect import Dialect, Listen
from miniport.regex import regex
from miniport.syntax.markup_tree import DirectiveRole

_HUMP = regex(r"(?<=.)([A-Z])")


def directive_name(role: DirectiveRole, dialect: Dialect) -> str | None:
    """Return the attribute name of a directive, or None where the dialect has none."""
    if role.argument:
        prefixes = (prefix for prefix, family in dialect.directive_prefixes if family is role.directive)
        prefix = next(prefixes, None)
        return None if prefix is None else prefix + role.argument
    names = (name for name, directive in dialect.directives.items() if directive is role.directive)
    return next(names, None)


def event_name(listen: Listen, name: str, dialect: Dialect) -> str | None:
    """Return the attribute name for an event by its neutral name, or None where nothing listens that way."""
    prefixes = [prefix for prefix, way in dialect.events.prefixes if way is listen]
    if not prefixes:
        return None
    if dialect.events.case == "pascal":
        return prefixes[0] + name[0].upper() + name[1:]
    known = (written for written, neutral in dialect.events.names.items() if neutral == name)
    written = next(known, None) or _HUMP.sub(r"-\1", name).lower()
    # `bindtap` and `bind:tap` say the same; the sign is only needed before or behind a dash.
    needs_sign = "-" in written or "-" in prefixes[0]
    fitting = [prefix for prefix in prefixes if prefix.endswith(":") is needs_sign]
    return (fitting or prefixes)[0] + written
