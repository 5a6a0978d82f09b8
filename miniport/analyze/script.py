"""What a script uses and refers to."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.facts import Kind, Link, Reference, Use
from miniport.project.request import is_foreign
from miniport.syntax.host import ApiUse
from miniport.syntax.registration import Registration
from miniport.syntax.requests import How
from miniport.syntax.script_names import ScriptNames
from miniport.syntax.script_tree import Script
from miniport.targets.pack import TargetPack

ANYTHING = "*"


def script_names(reader: TargetPack) -> ScriptNames:
    """Return the names that scripts of a dialect are searched for."""
    registrations = tuple((function, word) for word, function in reader.dialect.registrations.items())
    return ScriptNames(reader.dialect.namespaces, registrations)


def describe_script(script: Script, reader: TargetPack) -> tuple[tuple[Use, ...], tuple[Reference, ...]]:
    """Return the uses and references of a script: APIs, their parameters, registered options, other files."""
    uses = [use for each in script.uses for use in _api_uses(each, reader)]
    for registration in script.registrations:
        uses.extend(_option_uses(registration, reader))
    return tuple(uses), tuple(_references(script, Link.SCRIPT))


def describe_module(script: Script) -> tuple[tuple[Use, ...], tuple[Reference, ...]]:
    """Return the references of a script module of a template; it uses nothing of the platform."""
    return (), tuple(_references(script, Link.MODULE))


def _api_uses(use: ApiUse, reader: TargetPack) -> Iterator[Use]:
    if not use.is_known:
        yield Use(Kind.API, ANYTHING, use.span, written=use.path, is_guarded=use.is_guarded, is_known=False)
        return
    if not use.members or use.is_written:
        return
    name = reader.neutral(Kind.API, use.path)
    yield Use(Kind.API, name, use.span, written=use.path, is_guarded=use.is_guarded)
    for options in use.calls:
        for option in options.entries if options is not None else ():
            parameter = reader.neutral(Kind.PARAMETER, option.name, name)
            yield Use(Kind.PARAMETER, parameter, option.span, name, option.name, use.is_guarded)


def _option_uses(registration: Registration, reader: TargetPack) -> Iterator[Use]:
    owner = registration.word
    for option in registration.options.entries if registration.options is not None else ():
        name = reader.neutral(Kind.LIFECYCLE, option.name, owner)
        is_platform_word = reader.fact(Kind.LIFECYCLE, name, owner) is not None
        # Any further member is the app's own.
        if is_platform_word:
            yield Use(Kind.LIFECYCLE, name, option.span, owner, option.name)


def _references(script: Script, link: Link) -> Iterator[Reference]:
    asked = tuple(_requests(script, link))
    yield from asked
    # A module that is asked for (`import data from "../data.json"`) is no asset besides.
    spans = {reference.span for reference in asked}
    for path in script.paths:
        if not path.is_dynamic and not is_foreign(path.text) and path.span not in spans:
            yield Reference(Link.ASSET, path.text, path.span, is_required=False)


def _requests(script: Script, link: Link) -> Iterator[Reference]:
    for imported in script.imports:
        yield Reference(link, imported.request, imported.request_span)
    for passed in script.passed_on:
        yield Reference(link, passed.request, passed.request_span)
    for request in script.requests:
        is_require = request.how is not How.IMPORT
        yield Reference(
            link, request.request, request.span, is_dynamic=request.is_dynamic, is_require=is_require
        )
