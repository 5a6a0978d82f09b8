"""`miniport schema`: the JSON Schema of miniport.yaml."""

from __future__ import annotations

import json

import click

from miniport.cli import system
from miniport.cli.command import Command


def command(language: str) -> click.Command:
    """Return the command."""
    return Command("schema", language, [], _run)


def _run() -> int:
    from miniport.project.settings import settings_schema

    text = json.dumps(settings_schema(), ensure_ascii=not system.is_utf8(system.out()), indent=2)
    system.emit(text + "\n", system.out())
    return 0
