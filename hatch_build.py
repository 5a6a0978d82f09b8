"""The build hook: put the built browser runtime and the packs' JSON twins beside the sources.

A sdist and a wheel must hold both, so a build that lacks the runtime and cannot make it stops; an unpacked
sdist has it. An editable install goes on without Node, and the runtime is built when it is first needed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFiles(BuildHookInterface):  # type: ignore[type-arg] - hatchling's generic is its own business
    """Make the files that git does not hold."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ANN401 - hatchling's interface
        """Run before the files of the artifact are collected; `version` is `standard` or `editable`."""
        sys.path.insert(0, self.root)
        from miniport.resources import RuntimeMissing, build_runtime
        from miniport.targets.twin import write_twins

        write_twins()
        try:
            build_runtime(Path(self.root, "miniport"))
        except RuntimeMissing as missing:
            if version != "editable":
                raise SystemExit(str(missing)) from missing
            self.app.display_warning(str(missing))
