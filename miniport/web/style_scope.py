"""One sheet's selectors bound to the elements that the sheet may style, at unchanged specificity."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from miniport.edit import Edit
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.syntax.style_tree import Compound, Part, PartKind, Style

TagOf = Callable[[str], str]

_BEFORE_GUARD = frozenset((PartKind.TAG, PartKind.UNIVERSAL, PartKind.ID))
_DOCUMENT = frozenset(("html", "body"))
_BLANK = regex(r"\s")
_NO_NAME = regex(r"\.-?[0-9]|\.-\Z")


def dom_tag(tag: str) -> str:
    """Return the tag of the DOM element that an element of a template is rendered as."""
    return f"mp-{tag}"


@frozen
class Mentions:
    """What a sheet's selectors speak of; the nodes it may style carry a token for each.

    `classes`: its class names. `has_guards`: a compound has no class. `has_root`: `:root`.
    `host_classes`: the classes in `:host(.x)`; None where the sheet has no `:host`.
    """

    classes: frozenset[str] = frozenset()
    has_guards: bool = False
    has_root: bool = False
    host_classes: frozenset[str] | None = None

    def __or__(self, other: Mentions) -> Mentions:
        hosts = [set_ for set_ in (self.host_classes, other.host_classes) if set_ is not None]
        return Mentions(
            self.classes | other.classes,
            self.has_guards or other.has_guards,
            self.has_root or other.has_root,
            frozenset().union(*hosts) if hosts else None,
        )


def scoped(style: Style, number: str, tag_of: TagOf = dom_tag) -> Iterator[Edit]:
    """Yield the edits that bind each selector to the sheet of a number.

    `.a` becomes `._<number>_a`; a compound without a class gets `:where(._<number>)`, which weighs nothing.
    """
    for compound in _compounds(style):
        guard = f":where(._{number})" if _needs_guard(style.text, compound) else ""
        first = compound.parts[0]
        if guard and first.kind not in _BEFORE_GUARD:
            yield Edit(Span(first.span.start, first.span.start), guard, "scope")
            guard = ""
        for part, is_host in _with_hosts(compound):
            yield from _bound(style.text, part, f"_{number}h" if is_host else f"_{number}", tag_of)
            if guard and part is first:
                yield Edit(Span(part.span.end, part.span.end), guard, "scope")


def mentioned(style: Style) -> Mentions:
    """Return what the selectors of a sheet speak of."""
    classes: set[str] = set()
    hosts: set[str] | None = None
    has_guards = has_root = False
    for compound in _compounds(style):
        has_guards = has_guards or _needs_guard(style.text, compound)
        for part, is_host in _with_hosts(compound):
            if part.kind is PartKind.PSEUDO and _plain(part) == ":host":
                hosts = hosts or set()
            elif part.kind is PartKind.PSEUDO and part.name.lower() == ":root":
                has_root = True
            elif part.kind is PartKind.CLASS and _is_class(style.text, part) and not _BLANK.search(part.name):
                (hosts if is_host and hosts is not None else classes).add(part.name)
    frozen_hosts = frozenset(hosts) if hosts is not None else None
    return Mentions(frozenset(classes), has_guards, has_root, frozen_hosts)


def _compounds(style: Style) -> Iterator[Compound]:
    for rule in style.rules:
        for selector in rule.selectors:
            yield from selector.compounds


def _bound(text: str, part: Part, marker: str, tag_of: TagOf) -> Iterator[Edit]:
    match part.kind:
        case PartKind.CLASS if _is_class(text, part):
            start = part.span.start + 1
            yield Edit(Span(start, start), f"{marker}_", "scope")
        case PartKind.TAG:
            # As it is written: without its escapes it might be no name.
            tag = text[part.span.start : part.span.end].lower()
            yield Edit(part.span, tag_of("page" if tag in _DOCUMENT else tag), "scope")
        case PartKind.PSEUDO if _plain(part) == ":host":
            yield Edit(part.span, f".{marker}h" + (":is(" if part.name.endswith("(") else ""), "scope")
        case PartKind.PSEUDO if part.name.lower() == ":root":
            yield Edit(part.span, f".{marker}r", "scope")
        case _:
            pass


def _with_hosts(compound: Compound) -> Iterator[tuple[Part, bool]]:
    """Yield each part and whether it stands in the arguments of `:host()`."""
    host: int | None = None
    for part in compound.parts:
        if host is not None and part.depth <= host:
            host = None
        yield part, host is not None
        if host is None and part.name.lower() == ":host(":
            host = part.depth


def _needs_guard(text: str, compound: Compound) -> bool:
    """Return whether nothing in a compound names the scope yet; `&` stands for a rule that does."""
    for part in compound.parts:
        if part.depth:
            continue
        if part.kind is PartKind.NESTING or (part.kind is PartKind.CLASS and _is_class(text, part)):
            return False
        if part.kind is PartKind.PSEUDO and _plain(part) in (":host", ":root"):
            return False
    return True


def _is_class(text: str, part: Part) -> bool:
    # `.1a` is no class: browsers drop the rule, and a prefix would bring it to life.
    return _NO_NAME.match(text, *part.span) is None


def _plain(part: Part) -> str:
    return part.name.lower().rstrip("(")
