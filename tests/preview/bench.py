"""A project that is saved and built again while a preview shows it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from miniport.cache.inputs import Changes
from miniport.cli.preview import told
from miniport.dev.rebuild import Wanted, WarmProject
from miniport.dev.screen import Screen
from miniport.dev.server import Preview, Serving
from miniport.dev.shown import blank
from miniport.targets.pack import bundled_pack
from tests.build.projects import write
from tests.preview.app import APP
from tests.preview.served import TARGETS


class Bench:
    """A project in a preview, and the saves of its author."""

    def __init__(self, project: Path, preview: Preview) -> None:
        packs = tuple(bundled_pack(name) for name in TARGETS)
        self.project = project
        self.screen = Screen(preview)
        wanted = Wanted(project, lambda: packs, lambda name: project / "dist" / name)
        self.warm = WarmProject(wanted, self.screen.show)
        self.build()

    def build(self) -> None:
        """Build again, as a watch would have it done."""
        rebuilt = self.warm.rebuild(Changes())
        self.found = tuple(rebuilt.found())
        self.screen.report(rebuilt)

    def save(self, path: str, before: str, after: str) -> None:
        """Change a text in a file, and build."""
        file = self.project / path
        text = file.read_text("utf-8")
        assert before in text
        file.write_text(text.replace(before, after), "utf-8")
        self.build()


@contextmanager
def benched(top: Path) -> Iterator[tuple[Bench, Preview]]:
    """Show the project of the tests, with an editor that writes down what it is to open."""
    project = write(top / "app", APP)
    note = top / "note.py"
    note.write_text("import sys; open(sys.argv[1], 'w').write(' '.join(sys.argv[2:]))\n", "utf-8")
    editor = f"{sys.executable} {note} {top / 'opened'} {{file}} {{line}}"
    frames = tuple(blank(bundled_pack(name)) for name in TARGETS)
    with Preview(frames, Serving(told, port=0, project=project, editor=editor)) as preview:
        yield Bench(project, preview), preview
