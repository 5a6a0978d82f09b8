"""Names of a script that have one value in a whole build: which of them stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from miniport.syntax.hollow import bare

if TYPE_CHECKING:
    from miniport.syntax.condition import Scalar

ENVIRONMENT = "process.env."
"""How the name of a constant starts that is a member of the environment."""


def mentioned(text: str, constants: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """Return those of the constants whose name stands somewhere in a script, outside of tables."""
    code = bare(text)
    return {name: value for name, value in constants.items() if name in code}
