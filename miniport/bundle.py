"""A Bundle: the files of one target as a value."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

Bundle = Mapping[PurePosixPath, bytes]
"""Path relative to the bundle's root -> content. Paths never start with `/` and never hold `..`."""
