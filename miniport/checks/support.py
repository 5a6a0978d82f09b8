"""What a target does not have, or has otherwise: one finding per use that needs telling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import assert_never, cast

from miniport import rules
from miniport.checks.attribute_value import is_done_anyway, of_value
from miniport.checks.lost_value import lost_with_values
from miniport.checks.plain_use import is_plainly_had, may_be_directive
from miniport.diagnostics import Finding, Rule
from miniport.dialect import Dialect, Directive
from miniport.edit import Edit
from miniport.facts import Kind, Use
from miniport.field import field
from miniport.frozen import frozen
from miniport.regex import regex
from miniport.source import Span
from miniport.targets.pack import TargetPack, bundled
from miniport.targets.verdict import (
    UNKNOWN,
    Adapter,
    Bridge,
    Differs,
    Rename,
    Rewrite,
    Same,
    Shim,
    Unknown,
    Unsupported,
    Verdict,
)

# A union of classes would be made anew for each use.
_ABSENT = (Unsupported, Unknown)


@frozen
class Surroundings:
    """What a file's uses are judged by, besides the pack.

    `namespace`: the API object of the file's dialect. `custom_tags`: the tags that are components of the app
    in this file, lower-case. `capabilities`: those the project supplies. `is_final`: the bundle is meant for
    release, so that a missing capability is an error. `dialect`: the file's, in which cures are spelled, and
    `reader` the pack that it belongs to. `base_library`: the lowest version of the platform's that is meant.
    `is_own`: the file is the project's, not a package's. `own_apis`: what the app puts on the API object.
    `components`: all of the app's, by what they are called, as usingComponents names them. `is_declared`: no
    other tag may be a component, as it may where the file that names them cannot be read.
    """

    namespace: str = ""
    custom_tags: frozenset[str] = frozenset()
    capabilities: frozenset[str] = frozenset()
    is_final: bool = False
    dialect: Dialect | None = None
    reader: TargetPack | None = None
    base_library: str = ""
    is_own: bool = True
    own_apis: frozenset[str] = frozenset()
    components: Mapping[str, str] = field(default_factory=dict)
    is_declared: bool = True


def support(uses: Iterable[Use], pack: TargetPack, around: Surroundings | None = None) -> Iterator[Finding]:
    """Yield a finding for each use that the target has not, or not quite, in the order of the uses."""
    around = around or Surroundings()
    told = Span(0, 0)
    uses = tuple(uses)
    lost = lost_with_values(uses, pack, around.reader)
    for use, following in zip_longest(uses, uses[1:]):
        if not around.base_library and is_plainly_had(use, pack, around.dialect):
            continue
        # What is wrong with an expression as a whole is not said again of its parts.
        if use.kind is Kind.EXPRESSION and told.start <= use.span.start and use.span.end <= told.end:
            continue
        if use.kind is Kind.ATTRIBUTE and (misread := _misread(use, pack, around)) is not None:
            yield misread
            continue
        if _is_own(use, around.custom_tags) or use.span in lost:
            continue
        if not use.is_known:
            yield from _computed(use, pack)
            continue
        if use.kind is Kind.VALUE and (text := _switched(use, around)) is not None:
            yield text
            continue
        if is_done_anyway(use, following, pack):
            continue
        verdict = of_value(use, following, pack) or verdict_on(use, pack, around.reader)
        if not isinstance(verdict, _ABSENT):
            if use.kind in _DATED:
                yield from _deprecated(use, around)
            if around.base_library:
                yield from _too_new(use, pack, around)
        match verdict:
            case Same() | Rename() | Rewrite() | Shim():
                pass
            case Bridge():
                yield from _bridge(use, verdict, pack, around)
            case Adapter():
                yield from _adapter(use, verdict, pack, around)
            case Differs():
                yield _differs(use, verdict, pack, around)
            case Unsupported():
                told = use.span if use.kind is Kind.EXPRESSION else told
                yield from _unsupported(use, verdict, pack, around)
            case Unknown():
                yield from _unknown(use, pack, around)
            case _:
                assert_never(verdict)


def verdict_on(use: Use, pack: TargetPack, reader: TargetPack | None) -> Verdict:
    """Return the verdict on a use; on parameters of which a pack says nothing, that of the dialects.

    `reader` is the pack whose dialect the use is written in.
    """
    verdict = pack.verdict(use)
    if use.kind is not Kind.PARAMETER or reader is None or not isinstance(verdict, Same):
        return verdict
    # Of an API that is not there, that is told, not what it is given.
    api = pack.verdict_of(Kind.API, use.owner)
    if isinstance(api, _ABSENT) or _takes(use.owner, pack):
        return verdict
    dialects = (reader, bundled().get(pack.dialect.name, reader))
    return UNKNOWN if all(isinstance(each.verdict(use), Unknown) for each in dialects) else verdict


def _takes(api: str, pack: TargetPack) -> list[str]:
    """Return the parameters that a pack lists for an API."""
    fact = pack.index.get((Kind.API, "", api))
    return [str(name) for name in cast(list[str], fact[0].get("params") or ())] if fact and fact[0] else []


def _too_new(use: Use, pack: TargetPack, around: Surroundings) -> Iterator[Finding]:
    """Yield a finding where a use came later than the lowest version that runs the app."""
    fact = pack.fact(use.kind, use.name, use.owner) if not use.is_guarded else None
    since = str(fact[0].get("since") or "") if fact is not None and fact[0] else ""
    if since and _version(since) > _version(around.base_library):
        said = {"since": since, "base": around.base_library, "target": pack.name}
        yield rules.NEWER_THAN_BASE.at(use.span, name=shown(use, around.namespace), **said)


def _version(written: str) -> tuple[int, ...]:
    return tuple(int(number) for number in _DIGITS.findall(written))


_DIGITS = regex(r"\d+")


_DATED = (Kind.API, Kind.CONFIG)
"""The kinds of things of which some are told to be given up."""


def _deprecated(use: Use, around: Surroundings) -> Iterator[Finding]:
    if around.reader is None:
        return
    fact = around.reader.fact(use.kind, use.name, use.owner)
    instead = fact[0].get("deprecated") if fact is not None and fact[0] else None
    if not instead:
        return
    name = shown(use, around.namespace)
    if instead is True:
        yield rules.DEPRECATED.at(use.span, name=name)
    else:
        prefix = f"{around.namespace}." if use.kind is Kind.API else ""
        yield rules.DEPRECATED_FOR.at(use.span, name=name, instead=f"{prefix}{instead}")


def _switched(use: Use, around: Surroundings) -> Finding | None:
    """Return the finding where a text turns an attribute on, though it reads like an expression or a no."""
    name, _, value = use.name.partition("=")
    if around.dialect is None or name not in around.dialect.booleans or value.strip() in ("", "true", name):
        return None
    return rules.TEXT_IS_TRUE.at(use.span, name=name, value=value, cure=f'{name}="{{{{{value.strip()}}}}}"')


def _misread(use: Use, pack: TargetPack, around: Surroundings) -> Finding | None:
    """Return the finding where an attribute is a directive or an event in another spelling."""
    dialect, written = around.dialect, use.written or use.name
    if dialect is None or written in _PLAIN:
        return None
    meant = _as_directive(written, dialect)
    if meant is not None:
        # A loop without a key is drawn all the same; what any other directive says is lost.
        rule = rules.FOREIGN_KEY if dialect.directives[meant] is Directive.KEY else rules.FOREIGN_DIRECTIVE
        return rule.at(use.span, name=written, near=meant)
    if _is_own(use, around.custom_tags) or not isinstance(pack.verdict(use), Unknown):
        return None
    from miniport.checks.meant_name import respelled_event

    meant = respelled_event(use, pack, dialect)
    if meant is None:
        return None
    return rules.EVENT_SPELLING.at(use.span, name=written, near=meant, method_en="", method_zh="")


def _as_directive(written: str, dialect: Dialect) -> str | None:
    """Return the directive that an attribute is in another spelling."""
    if not may_be_directive(written):
        return None
    from miniport.checks.meant_name import respelled_directive

    return respelled_directive(written, dialect)


_PLAIN = frozenset(("id", "class", "style", "src", "value", "type", "name", "hidden"))


def _is_own(use: Use, custom_tags: frozenset[str]) -> bool:
    if use.kind is Kind.COMPONENT:
        return use.name.lower() in custom_tags
    return use.kind in (Kind.ATTRIBUTE, Kind.VALUE, Kind.EVENT) and use.owner.lower() in custom_tags


def _computed(use: Use, pack: TargetPack) -> Iterator[Finding]:
    if use.kind is Kind.API and pack.pieces(Kind.API):
        yield rules.COMPUTED_API.at(use.span, target=pack.name)


def _bridge(use: Use, verdict: Bridge, pack: TargetPack, around: Surroundings) -> Iterator[Finding]:
    if not verdict.is_proved:
        name = shown(use, around.namespace)
        yield rules.UNPROVED_BRIDGE.at(use.span, target=pack.name, name=name, member=verdict.member)


def _adapter(use: Use, verdict: Adapter, pack: TargetPack, around: Surroundings) -> Iterator[Finding]:
    if verdict.capability in around.capabilities:
        return
    name = shown(use, around.namespace)
    if use.is_guarded:
        yield rules.GUARDED_API.at(use.span, target=pack.name, name=name)
        return
    rule = rules.ADAPTER_ABSENT_FINALLY if around.is_final else rules.ADAPTER_ABSENT
    yield rule.at(use.span, target=pack.name, name=name, capability=verdict.capability)


def _differs(use: Use, verdict: Differs, pack: TargetPack, around: Surroundings) -> Finding:
    rule = rules.BOXED_COMPONENT if verdict.is_box else rules.DIFFERS_THERE
    name = use.written or use.name if verdict.is_box else shown(use, around.namespace)
    notes = {"note_en": verdict.note_en, "note_zh": verdict.note_zh}
    return rule.at(use.span, target=pack.name, name=name, **notes)


_UNSUPPORTED: Mapping[Kind, Rule] = {
    Kind.COMPONENT: rules.UNSUPPORTED_COMPONENT,
    Kind.ATTRIBUTE: rules.UNSUPPORTED_ATTRIBUTE,
    Kind.VALUE: rules.UNSUPPORTED_VALUE,
    Kind.EVENT: rules.UNSUPPORTED_EVENT,
    Kind.DIRECTIVE: rules.UNSUPPORTED_DIRECTIVE,
    Kind.API: rules.UNSUPPORTED_API,
    Kind.PARAMETER: rules.UNKNOWN_PARAMETER,
    Kind.LIFECYCLE: rules.UNSUPPORTED_LIFECYCLE,
    Kind.CONFIG: rules.UNSUPPORTED_CONFIG,
}

_REPLACED = {
    Kind.COMPONENT: rules.REPLACED_COMPONENT,
    Kind.API: rules.REPLACED_API,
    Kind.ATTRIBUTE: rules.REPLACED_ATTRIBUTE,
}


def _unsupported(use: Use, verdict: Unsupported, pack: TargetPack, around: Surroundings) -> Iterator[Finding]:
    from miniport.checks.form_words import form_words

    arguments = _arguments(use, pack, around)
    if use.kind is Kind.API and use.is_guarded:
        yield rules.GUARDED_API.at(use.span, **arguments)
    elif use.kind is Kind.EXPRESSION:
        yield rules.UNSUPPORTED_EXPRESSION.at(use.span, target=pack.name, **form_words(use.name))
    elif verdict.instead and use.kind in _REPLACED:
        prefix = f"{around.namespace}." if use.kind is Kind.API and around.namespace else ""
        yield _REPLACED[use.kind].at(use.span, **arguments, instead=prefix + verdict.instead)
    else:
        yield _UNSUPPORTED[use.kind].at(use.span, **arguments)


_UNKNOWN: Mapping[Kind, Rule] = {
    Kind.COMPONENT: rules.UNKNOWN_COMPONENT,
    Kind.ATTRIBUTE: rules.UNKNOWN_ATTRIBUTE,
    Kind.VALUE: rules.UNKNOWN_VALUE,
    Kind.EVENT: rules.UNKNOWN_EVENT,
    Kind.API: rules.UNKNOWN_API,
    Kind.PARAMETER: rules.UNKNOWN_PARAMETER,
    Kind.CONFIG: rules.UNKNOWN_CONFIG,
}
"""A life cycle that no table knows is a method of the app's own."""


def _unknown(use: Use, pack: TargetPack, around: Surroundings) -> Iterator[Finding]:
    from miniport.checks.meant_name import near

    rule = _UNKNOWN.get(use.kind)
    # What nobody knows in a package is its author's to mend; what it calls and draws is still missed.
    if rule is None or (not around.is_own and use.kind not in (Kind.API, Kind.COMPONENT)):
        return
    if use.kind is Kind.COMPONENT and not around.is_declared:
        return
    if use.kind is Kind.API and use.name.partition(".")[0] in around.own_apis:
        return
    arguments = _arguments(use, pack, around)
    if use.kind is Kind.API and use.is_guarded:
        yield rules.GUARDED_API.at(use.span, **arguments)
        return
    others = ", ".join(_elsewhere(use)) if use.kind is Kind.API else ""
    if others:
        yield rules.API_OF_OTHERS.at(use.span, **arguments, others=others)
        return
    written = use.written or use.name
    if use.kind is Kind.COMPONENT and written in around.components:
        yield rules.COMPONENT_NOT_NAMED.at(use.span, name=written, component=around.components[written])
        return
    # What is called with an underscore in front is meant to be unknown.
    is_hidden = use.kind is Kind.API and use.name.startswith("_")
    meant = None if is_hidden else near(use, pack, around.dialect, around.custom_tags)
    if meant is not None:
        yield _misspelt(use, meant, pack, around)
        return
    if use.kind is Kind.VALUE:
        arguments["known"] = ", ".join(_values(use, pack))
    if use.kind is Kind.PARAMETER:
        arguments["known"] = ", ".join(_parameters(use, pack, around))
    yield rule.at(use.span, **arguments)


def _elsewhere(use: Use) -> Iterator[str]:
    """Yield the platforms that are known to have an API: where there are any, its name is no slip."""
    name = use.name.partition(".")[0]
    written = use.written.partition(".")[0]
    for pack in bundled().values():
        if pack.fact(Kind.API, name) is not None or pack.neutral(Kind.API, written) != written:
            yield pack.name


def _misspelt(use: Use, meant: str, pack: TargetPack, around: Surroundings) -> Finding:
    """Return the finding on a name that is known but for a slip; without its element or API nothing works."""
    if use.kind is Kind.API:
        prefix = f"{around.namespace}." if around.namespace else ""
        name = shown(use, around.namespace)
        found = rules.MISSPELT_API.at(use.span, target=pack.name, name=name, near=prefix + meant)
        return found.cured(*_respelt(use, name, prefix + meant), is_safe=False)
    rule = rules.MISSPELT_COMPONENT if use.kind is Kind.COMPONENT else rules.MISSPELT_NAME
    name = use.written or use.name
    found = rule.at(use.span, target=pack.name, name=name, near=meant)
    return found.cured(*_respelt(use, name, meant), is_safe=False)


def _respelt(use: Use, name: str, meant: str) -> Iterator[Edit]:
    """Yield the edit that writes what was meant, where the use's place is its name alone."""
    if use.span.end - use.span.start == len(name):
        yield Edit(use.span, meant, "misspelt")


def _parameters(use: Use, pack: TargetPack, around: Surroundings) -> list[str]:
    for source in (pack, around.reader):
        if source is not None and (params := _takes(use.owner, source)):
            return [name.rstrip("!") for name in params]
    return []


def _values(use: Use, pack: TargetPack) -> list[str]:
    attribute, _, _ = use.name.partition("=")
    start = f"{attribute}="
    return [name[len(start) :] for name in pack.names(Kind.VALUE, use.owner) if name.startswith(start)]


def _arguments(use: Use, pack: TargetPack, around: Surroundings) -> dict[str, str]:
    arguments = {"target": pack.name, "name": shown(use, around.namespace)}
    if use.kind is Kind.VALUE:
        arguments["attribute"] = use.name.partition("=")[0]
    if use.kind not in (Kind.COMPONENT, Kind.API):
        arguments["owner"] = f"{around.namespace}.{use.owner}" if use.kind is Kind.PARAMETER else use.owner
    return arguments


def shown(use: Use, namespace: str) -> str:
    """Return the name of a use as the user knows it: an API with its object in front."""
    name = use.written or use.name
    if use.kind is Kind.VALUE:
        return use.name.partition("=")[2]
    if use.kind is Kind.API and namespace and not name.startswith(f"{namespace}."):
        return f"{namespace}.{name}"
    return name
