"""`miniport explain`: what a finding means, why it is one, and what to do."""

from __future__ import annotations

import json

import click

from miniport.cli import params, system
from miniport.cli.command import Command
from miniport.cli.misuse import Named, one_of
from miniport.cli.words import say


def command(language: str) -> click.Command:
    """Return the command."""

    def run(code: str | None, thing: str | None, **rest: str) -> int:
        return _run(code, thing, rest["format"], language)

    return Command("explain", language, _params(language), run)


def _run(code: str | None, thing: str | None, form: str, language: str) -> int:
    from miniport.cli.show import show
    from miniport.report.explained import (
        catalogue_lines,
        explained_json,
        explained_lines,
        module_json,
        module_lines,
        source_lines,
        sources,
        sources_json,
        things,
    )
    from miniport.report.module import module_for
    from miniport.rules.catalogue import catalogue, meant, words

    if code is None:
        show(tuple(catalogue_lines(language)), system.out())
        return 0
    codes = sorted(meant(code))
    module = module_for(code) if not codes else None
    if not codes and not sources(code) and module is None:
        raise one_of(language, say(language, "no-rule", name=code), code, sorted({*words(), *things()}), None)
    rules = [catalogue()[each] for each in codes]
    if form == "json":
        value = [explained_json(rule, language, thing) for rule in rules]
        value = value or [*sources_json(code), *filter(None, [module_json(module)])]
        text = json.dumps(value, ensure_ascii=not system.is_utf8(system.out()), indent=2)
        system.emit(text + "\n", system.out())
        return 0
    if not rules:
        known = tuple(source_lines(code, language)) if sources(code) else ()
        lines = (*known, *module_lines(module, language), ())
        show(lines if known else lines[1:], system.out())
    for number, rule in enumerate(rules):
        lines = tuple(explained_lines(rule, language, thing))
        show((*(((), ()) if number else ()), *lines), system.out())
    return 0


def _params(language: str) -> list[click.Parameter]:
    return [
        Named("code", "CODE", say(language, "explain.code"), required=False),
        Named("thing", "THING", say(language, "explain.thing"), required=False),
        params.choice(language, "format", "text", "json"),
    ]
