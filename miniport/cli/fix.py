"""Mend what was found: build, make the cures, and build again until nothing is left to mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from miniport.cli.misuse import Misuse
from miniport.cli.words import say
from miniport.diagnostics import Diagnostic
from miniport.field import replace
from miniport.frozen import frozen
from miniport.output.replace import Changed, replace_files
from miniport.pipeline import BuildRequest, Outcome, build
from miniport.posix import PurePosixPath
from miniport.project.files import Files, LaidFiles
from miniport.report.fixes import difference, mended, safe_cures
from miniport.source import decode

MOST = 20
"""Turns after which whatever is left stays: each takes what the one before could not."""

Choose = Callable[[Outcome], tuple[Diagnostic, ...]]
"""Return the findings of an outcome that may be mended."""


@frozen
class Fixed:
    """The outcome after every cure, and the files with these, beside what they held before."""

    outcome: Outcome
    before: dict[PurePosixPath, bytes]
    after: dict[PurePosixPath, bytes]
    counts: Counter[PurePosixPath]

    def numbers(self) -> tuple[tuple[PurePosixPath, int], ...]:
        """Return the files that changed, with how many cures each got."""
        return tuple((path, self.counts[path]) for path in sorted(self.after))

    def difference(self) -> str:
        """Return a unified diff of every file."""
        texts = {path: (self.before[path].decode(), self.after[path].decode()) for path in sorted(self.after)}
        return "".join(difference(path, *pair) for path, pair in texts.items())


def fixed(request: BuildRequest, choose: Choose, tell: Callable[[str, int, int], None]) -> Fixed:
    """Make every cure in memory."""
    before: dict[PurePosixPath, bytes] = {}
    after: dict[PurePosixPath, bytes] = {}
    counts: Counter[PurePosixPath] = Counter()
    for _ in range(MOST):
        files: Files = LaidFiles(request.files, after)
        outcome = build(replace(request, files=files), tell)
        cures = safe_cures(choose(outcome))
        if not cures:
            break
        for path, of in cures.items():
            content = files.read(path)
            made = mended(decode(path, content), of)
            before.setdefault(path, content)
            after[path] = made.source.encode(made.text)
            counts[path] += made.count
    changed = {path: content for path, content in after.items() if content != before[path]}
    return Fixed(outcome, before, changed, counts)


def write(made: Fixed, project: Path, language: str) -> None:
    """Write the files. Raises Misuse where somebody changed one since it was read."""
    after = {project / path: content for path, content in made.after.items()}
    try:
        replace_files(after, {project / path: made.before[path] for path in made.after})
    except Changed as error:
        message = say(language, "changed-meanwhile", file=error.path.as_posix())
        raise Misuse(message, say(language, "again")) from error
