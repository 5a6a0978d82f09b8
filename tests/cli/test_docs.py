"""docs/cli.md says what the command line does."""

import re
from pathlib import Path

from miniport.cli.program import program
from miniport.posix import PurePosixPath
from miniport.project.read_settings import parse_settings
from miniport.project.settings_fault import settings_schema
from miniport.source import Source

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "cli.md").read_text("utf-8")


def test_every_command_and_every_option_is_described():
    described = set(re.findall(r"`(--[a-z-]+)", PAGE)) | set(re.findall(r"`miniport ([a-z]+)", PAGE))
    group = program("en")
    commands = {name: group.get_command(None, name) for name in group.loaders}  # type: ignore[arg-type]
    options = {
        name
        for command in commands.values()
        for item in command.params  # type: ignore[union-attr]
        for name in item.opts
        if name.startswith("--")
    }
    assert (options | commands.keys()) - described == set()


def test_the_example_of_settings_is_valid_and_shows_every_key():
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    read = parse_settings(Source(PurePosixPath("miniport.yaml"), text), ("weibo",))
    assert read.diagnostics == ()
    schema = settings_schema()
    keys = {key for part in (schema, *schema["$defs"].values()) for key in part["properties"]}
    assert {key for key in keys if not re.search(rf"\b{key}:", text)} == set()


def test_the_form_of_facts_is_told_to_an_editor(miniport):
    for of in ("facts", "pack"):
        assert '"apis": {' in miniport("schema", "--of", of).out
