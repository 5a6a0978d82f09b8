"""`miniport schema`: the JSON Schema of miniport.yaml, or of another form that miniport writes."""

from __future__ import annotations

import json

import click

from miniport.cli import system
from miniport.cli.command import Command
from miniport.cli.words import say


def command(language: str) -> click.Command:
    """Return the command."""
    of = click.Option(
        ["--of"],
        type=click.Choice(("settings", "facts", "pack", "manifest", "report")),
        default="settings",
        show_default=True,
        help=say(language, "schema.of"),
    )
    return Command("schema", language, [of], _run)


_FORMS = {"facts": "facts of a project, laid over a target pack", "pack": "a target pack"}


def _run(of: str) -> int:
    text = json.dumps(_schema(of), ensure_ascii=not system.is_utf8(system.out()), indent=2)
    system.emit(text + "\n", system.out())
    return 0


def _schema(of: str) -> dict[str, object]:
    if of == "manifest":
        from miniport.archive.manifest import manifest_schema

        return manifest_schema()
    if of == "report":
        from miniport.report.survey_form import survey_schema

        return survey_schema()
    if of in _FORMS:
        from miniport.record import schema
        from miniport.targets.form import OverrideForm, PackForm

        return schema(PackForm if of == "pack" else OverrideForm, _FORMS[of])
    from miniport.project.settings_fault import settings_schema

    return settings_schema()
