"""What is worth its time in `check` and `pack` only."""

from __future__ import annotations

from collections.abc import Iterator

from miniport.checks.asset import unused_assets
from miniport.checks.condition import conditions
from miniport.checks.config_object import config_objects
from miniport.checks.data_name import data_names
from miniport.checks.declaration import declarations
from miniport.checks.drawn_fault import drawn_faults
from miniport.checks.modern import modern
from miniport.checks.module import modules
from miniport.checks.place_fault import place_faults
from miniport.checks.scene import Scene
from miniport.checks.script_fault import script_faults
from miniport.checks.set_data import data_changes
from miniport.checks.target_word import target_words
from miniport.checks.template_fault import template_faults
from miniport.checks.template_scope import template_scopes
from miniport.checks.text_fault import text_faults
from miniport.checks.treated import sheets_treated
from miniport.diagnostics import Diagnostic

LOOKS = (
    unused_assets,
    target_words,
    config_objects,
    data_changes,
    script_faults,
    template_faults,
    template_scopes,
    text_faults,
    place_faults,
    drawn_faults,
    declarations,
    data_names,
    modern,
    modules,
    conditions,
    sheets_treated,
)


def whole(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what the expensive checks find."""
    for look in LOOKS:
        yield from look(scene)
