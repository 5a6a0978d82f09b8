"""What the uses in files and configurations come to on the target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from miniport import rules
from miniport.analyze.app import File, Unit
from miniport.checks.scene import Scene
from miniport.checks.through import Gifts, uses_through
from miniport.diagnostics import Diagnostic, Finding
from miniport.facts import Use
from miniport.field import replace
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.syntax.data import JsonDocument


@frozen
class Terms:
    """What uses are judged by besides the files: `there` are the capabilities that the project supplies.

    `is_final`: the bundle is meant for release. `gifts`: what scripts give away of the API object;
    `own_apis`: what they put on it. `components`: the app's, by what they are called. `half_declared`: the
    templates for which other components may be named, in a file that cannot be read.
    """

    there: frozenset[str]
    is_final: bool
    gifts: Gifts
    own_apis: frozenset[str]
    components: Mapping[str, str]
    half_declared: frozenset[PurePosixPath]


def uses_of_files(scene: Scene, terms: Terms) -> Iterator[Diagnostic]:
    """Yield what the uses in the files looked at come to, also those that lead through other files."""
    for file in scene.files():
        if file.described is not None and file.described.uses:
            yield from _told(file, file.described.uses, scene, terms)
    for file, uses in uses_through(scene, terms.gifts):
        yield from _told(file, uses, scene, terms)


def uses_of_units(scene: Scene, terms: Terms) -> Iterator[Diagnostic]:
    """Yield what the configurations of the units looked at come to."""
    for unit in scene.units:
        config = scene.facts.file(unit.config_file)
        tree = config.tree if config is not None else None
        if config is not None and isinstance(tree, JsonDocument):
            yield from _told(config, _uses(unit, config, tree, scene), scene, terms)


def _uses(unit: Unit, config: File, tree: JsonDocument, scene: Scene) -> Iterator[Use]:
    from miniport.analyze.config_use import config_uses

    reader = scene.facts.project.reader_of(config.path)
    return (use for _, use in config_uses(tree, unit.kind, reader))


def _told(file: File, uses: Iterable[Use], scene: Scene, terms: Terms) -> Iterator[Diagnostic]:
    from miniport.checks.object_name import by_object
    from miniport.checks.support import Surroundings, support

    facts, pack = scene.facts, scene.pack
    if file.source is None:
        return
    around = Surroundings(
        file.dialect.namespace,
        frozenset(tag.lower() for tag in facts.custom_tags.get(file.path, ())),
        terms.there,
        terms.is_final,
        file.dialect,
        facts.project.reader_of(file.path),
        facts.project.settings.target(pack.name).base_library or "",
        scene.is_own(file.path),
        terms.own_apis,
        terms.components,
        file.path not in terms.half_declared,
    )
    for name, called in by_object(uses, file.source.text, file.dialect).items():
        here = around if name == around.namespace else replace(around, namespace=name)
        for finding in support(called, pack, here):
            is_respelt = finding.rule in _RESPELLED
            yield (_respelled(scene, file, finding) if is_respelt else finding.placed(file.source, pack.name))


_RESPELLED = (rules.EVENT_SPELLING, rules.FOREIGN_DIRECTIVE, rules.FOREIGN_KEY)


def _respelled(scene: Scene, file: File, finding: Finding) -> Diagnostic:
    # Most projects keep to one dialect.
    from miniport.checks.respelled import respelled

    return respelled(scene, file, finding)
