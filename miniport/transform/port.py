"""A project printed as a dialect target's bundle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from miniport.analyze.app import AppFacts, File
from miniport.analyze.level import fitted, level_of
from miniport.analyze.package import owners, package_of
from miniport.analyze.walk import unreadable
from miniport.bundle import Bundle
from miniport.diagnostics import Diagnostic
from miniport.dialect import FileKind
from miniport.edit import Edit, Smaller, rewrite
from miniport.field import replace
from miniport.memo import FORGETFUL, Memo
from miniport.posix import PurePosixPath, by_names
from miniport.project.files import Unreadable
from miniport.project.written import MANIFEST
from miniport.source import Source
from miniport.source_map import SCRIPT, STYLE, with_map
from miniport.targets.pack import TargetPack
from miniport.transform.capability import adapter_module, led_to_adapters, out_of_reach
from miniport.transform.layout import Layout, layout
from miniport.transform.markup import spelled_markup
from miniport.transform.project_file import absent_note, keeps_project_file, ported_project_file
from miniport.transform.references import references
from miniport.transform.script import spelled_script

Transform = Callable[[File, AppFacts, TargetPack, Layout], Iterator[Edit]]

TRANSFORMS: Mapping[FileKind, tuple[Transform, ...]] = {
    FileKind.TEMPLATE: (spelled_markup, references),
    FileKind.SCRIPT: (spelled_script, led_to_adapters, references),
    FileKind.MODULE: (references,),
    FileKind.STYLE: (references,),
}


def port(
    facts: AppFacts, pack: TargetPack, small: Smaller | None = None, memo: Memo = FORGETFUL
) -> tuple[Bundle, tuple[Diagnostic, ...]]:
    """Return the project in the target's dialect, and what was said on the way.

    A file that no transform touches is byte-identical to its source. Scripts and styles that get a source
    map are made `small`, if at all, before the map is made; all others are left to who asked.
    """
    # All that a file's text depends on besides itself: its places and requests, units, settings, the pack.
    shape = (facts.graph, pack.digest)
    keeps = keeps_project_file(facts, pack)
    places = memo.of(
        "layout", pack.name, shape, lambda: layout(facts, pack.dialect, keeps_project_file=keeps)
    )
    small = small if facts.project.settings.source_maps != "none" else None
    bundle: dict[PurePosixPath, bytes] = {}
    found: list[Diagnostic] = []
    ported = memo.each("ported", facts.files, lambda _, file: _ported(file, facts, pack, places), shape)

    def stand(path: PurePosixPath, made: _Ported) -> Bundle:
        return _standing(facts.files[path], made, places, facts, small)

    for part in memo.each("standing", ported, stand, (*shape, small)).values():
        bundle.update(part)
    for _, _, too_new in ported.values():
        found.extend(too_new)
    manifests, unread = memo.of("manifests", pack.name, shape, lambda: _manifests(facts, pack, places))
    bundle.update(manifests)
    found.extend(unread)
    found.extend(_add_project_files(bundle, facts, pack, places))
    if facts.adapters:
        bundle.update(adapter_module(facts, pack, places))
        found.extend(out_of_reach(facts, pack))
    order = memo.of("order of a package", pack.name, (tuple(bundle),), lambda: sorted(bundle, key=by_names))
    return {path: bundle[path] for path in order}, tuple(found)


_Ported = tuple[bytes, Source | None, tuple[Diagnostic, ...]]
"""A file's content for the target, its source where a change gets a map, and what was found."""


def _standing(file: File, ported: _Ported, places: Layout, facts: AppFacts, small: Smaller | None) -> Bundle:
    """Return a file wherever it goes, with its map."""
    content, made, _ = ported
    made = made if small is None else _small(made or _mapped_source(file), file.kind, small) or made
    found: dict[PurePosixPath, bytes] = {}
    for place in places.every(file.path):
        found[place] = content
        found.update(_mapped(place, made, facts, file.kind) if made is not None else {})
    return found


_SCRIPTS = (FileKind.SCRIPT, FileKind.MODULE)


def _mapped_source(file: File) -> Source | None:
    """Return the source of a script or sheet as it is parsed, where it can be."""
    return file.source if file.kind in (*_SCRIPTS, FileKind.STYLE) else None


def _small(made: Source | None, kind: FileKind, small: Smaller) -> Source | None:
    if made is None:
        return None
    by_kind = {FileKind.MODULE: small.module, FileKind.STYLE: small.style}
    done = by_kind.get(kind, small.script)(made.text)
    if len(done.text) >= len(made.text):
        return None
    return replace(made.rewritten(done.text, done.origins), has_bom=False)


def _mapped(place: PurePosixPath, made: Source, facts: AppFacts, kind: FileKind) -> Bundle:
    """Return a changed script or sheet with the source map that was asked for."""
    form = STYLE if kind is FileKind.STYLE else SCRIPT
    texts = with_map(place, made.text, (made,), facts.project.settings.source_maps, form)
    return {path: made.encode(text) if path == place else text.encode("utf-8") for path, text in texts}


def changes(file: File, facts: AppFacts, pack: TargetPack, places: Layout) -> list[Edit]:
    """Return the edits that make a script, style or template the target's; each has its reason."""
    transforms = TRANSFORMS.get(file.kind, ())
    return [edit for transform in transforms for edit in transform(file, facts, pack, places)]


def _ported(file: File, facts: AppFacts, pack: TargetPack, places: Layout) -> _Ported:
    source = file.source
    if source is None:
        return file.content, None, ()
    if file.kind is FileKind.CONFIG:
        from miniport.transform.config import config_text

        return config_text(file, facts, pack, places), None, ()
    edits = changes(file, facts, pack, places)
    if edits:
        made = rewrite(source.text, edits)
        source = source.rewritten(made.text, made.origins)
    is_script, is_mapped = file.kind in _SCRIPTS, file.kind in (*_SCRIPTS, FileKind.STYLE)
    source, too_new = fitted(source, level_of(facts.project, pack) if is_script else "", pack.name)
    if source.written is None:
        return file.content, None, too_new
    return source.encode(source.text), source if is_mapped else None, too_new


def _manifests(facts: AppFacts, pack: TargetPack, places: Layout) -> tuple[Bundle, tuple[Diagnostic, ...]]:
    """Return the package.json of every package that a reached file belongs to, and those that name a file."""
    bundle: dict[PurePosixPath, bytes] = {}
    found: list[Diagnostic] = []
    files = facts.project.files
    paths = {folder / MANIFEST for folder in package_of(facts.files, owners(facts.packages))}
    for path in sorted(paths | facts.manifests, key=by_names):
        if files.entries(path.parent).get(MANIFEST) is not False:
            continue
        try:
            content = files.read(path)
        except Unreadable as error:
            found.append(unreadable(path, error.cause, pack.name))
            continue
        bundle.update((place, content) for place in places.every(path))
    return bundle, tuple(found)


def _add_project_files(
    bundle: dict[PurePosixPath, bytes], facts: AppFacts, pack: TargetPack, places: Layout
) -> tuple[Diagnostic, ...]:
    own = ported_project_file(facts, pack, places)
    if own is None:
        return tuple(_write_project_files(bundle, pack))
    assert pack.project_file is not None
    bundle[PurePosixPath(pack.project_file.name)] = own.content
    for path in own.carried:
        bundle[places.place(path)] = facts.project.files.read(path)
    return own.diagnostics


def _write_project_files(bundle: dict[PurePosixPath, bytes], pack: TargetPack) -> Iterator[Diagnostic]:
    """Add the platform's files that every project needs, and say so."""
    for file in pack.project_files:
        path = PurePosixPath(file.path)
        if path not in bundle:
            from miniport.resources import template_text

            content = template_text(file.template)
            bundle[path] = content.encode()
            yield absent_note(path, content, pack)
