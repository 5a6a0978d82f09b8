"""From what a build made to the manifest of its archive."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Literal

from miniport import __version__
from miniport.analyze.app import AppFacts
from miniport.archive.contents import Contents, content_hash
from miniport.archive.manifest import (
    SCHEMA,
    Adapter,
    Commit,
    Findings,
    Manifest,
    Measure,
    Named,
    Overridden,
    PackedFile,
    PackedTarget,
    Uses,
)
from miniport.archive.origin import origins
from miniport.archive.package import packages, used_tools
from miniport.field import fields
from miniport.frozen import frozen
from miniport.targets.pack import Override, TargetPack
from miniport.targets.verdict import Verdict


@frozen
class Made:
    """One target's build: what it was made from, and the contents of its archive."""

    facts: AppFacts
    pack: TargetPack
    contents: Contents


@frozen
class Told:
    """What a manifest says beside the build itself."""

    project: Named
    git: Commit | None
    findings: Findings
    measures: tuple[Measure, ...] = ()
    uses: Uses = Uses()


def described(made: Made, told: Told) -> Manifest:
    """Return the manifest. It holds no clock, no absolute path and no name of a machine."""
    files = made.contents.files
    facts, pack = made.facts, made.pack
    mode: Literal["production"] = "production"
    return Manifest(
        schema=SCHEMA,
        project=told.project,
        target=PackedTarget(
            pack.name,
            pack.family,
            _digest(pack.digest),
            pack.own_value("appId", facts.project.settings.target(pack.name).app_id),
        ),
        mode=mode,
        git=told.git,
        tool=Named("miniport", __version__),
        tools=used_tools(facts),
        content_hash=content_hash(files),
        size=sum(map(len, files.values())),
        pages=tuple(str(page.path.relative_to(facts.project.base)) for page in facts.pages),
        files=tuple(_files(made)),
        measures=told.measures,
        findings=told.findings,
        adapters=tuple(Adapter(name, str(module)) for name, module in sorted(facts.adapters.items())),
        overrides=tuple(map(_overridden, pack.overrides)),
        packages=packages(facts),
        uses=told.uses,
    )


def _files(made: Made) -> Iterator[PackedFile]:
    sources = origins(made.contents.files, made.facts, made.pack)
    for path, content in made.contents.files.items():
        told = tuple(map(str, sources[path]))
        yield PackedFile(str(path), len(content), hashlib.sha256(content).hexdigest(), told)


def _digest(text: str) -> str:
    """Return one digest for those of all packs and facts files that a target's facts come from."""
    return hashlib.sha256(text.encode()).hexdigest()


def _overridden(override: Override) -> Overridden:
    kind, owner, name = override.key
    fact = " ".join(word for word in (kind.value, owner, name) if word)
    return Overridden(fact, _words(override.before), _words(override.after), override.at)


def _words(verdict: Verdict) -> str:
    values = (getattr(verdict, item.name) for item in fields(verdict))
    return " ".join([type(verdict).__name__.lower(), *(str(value) for value in values if value)])
