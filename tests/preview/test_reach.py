"""Hosts that a project names in settings of its targets need no second word in dev.hosts."""

from __future__ import annotations

import pytest

from miniport.dev.reach import reached
from miniport.posix import PurePosixPath
from miniport.project.read_settings import parse_settings
from miniport.source import Source
from miniport.targets.pack import bundled_names


@pytest.mark.parametrize(
    ("tiles", "hosts"),
    [
        ("https://tile.example/{z}/{x}/{y}.png", ("api.example", "tile.example")),
        ("https://{s}.tile.example:8443/{z}/{x}/{y}.png", ("api.example", "*.tile.example:8443")),
        ("https://api.example/{z}/{x}/{y}.png", ("api.example",)),
        ("tiles/{z}/{x}/{y}.png", ("api.example",)),
    ],
)
def test_tiles_of_maps_may_be_reached(tiles: str, hosts: tuple[str, ...]):
    text = f'dev: {{hosts: [api.example]}}\ntargets: {{web: {{settings: {{map: {{tiles: "{tiles}"}}}}}}}}\n'
    read = parse_settings(Source(PurePosixPath("miniport.yaml"), text), bundled_names())
    assert read.diagnostics == ()
    assert reached(read.settings) == hosts
