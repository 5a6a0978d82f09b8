"""The platform's project file: kept as it is, edited where it names what is not in the bundle."""

from __future__ import annotations

from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import AppFacts
from miniport.diagnostics import Diagnostic, Place
from miniport.edit import Edit, apply
from miniport.facts import Json
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.request import normal
from miniport.source import Source
from miniport.syntax.data import JsonDocument, Pointer
from miniport.targets.pack import TargetPack
from miniport.transform.layout import Layout


@frozen
class PortedFile:
    """The emitted project file, the further files it names, and what was said about it."""

    content: bytes
    carried: tuple[PurePosixPath, ...]
    diagnostics: tuple[Diagnostic, ...]


def keeps_project_file(facts: AppFacts, pack: TargetPack) -> bool:
    """Tell whether the project's own project file is this platform's and stays in charge of the app root."""
    own = facts.project.project_file
    form = pack.project_file
    return own is not None and form is not None and own.path.name == form.name and facts.project.is_root_named


def ported_project_file(facts: AppFacts, pack: TargetPack, layout: Layout) -> PortedFile | None:
    """Return the project file as emitted, or None where the project has none of this platform's."""
    own, form = facts.project.project_file, pack.project_file
    if own is None or form is None or own.path.name != form.name:
        return None
    source, document = own.source, own.document
    if not isinstance(document.value, dict):
        findings = tuple(finding.placed(source, pack.name) for finding in document.findings)
        return PortedFile(source.encode(source.text), (), findings)
    return _edited(facts, pack, layout, source, document)


def _edited(
    facts: AppFacts, pack: TargetPack, layout: Layout, source: Source, document: JsonDocument
) -> PortedFile:
    assert pack.project_file is not None
    gone: list[Pointer] = []
    carried: list[PurePosixPath] = []
    for pointer, value in _leaves(document.value):
        named = normal(PurePosixPath(value.strip("/") or ".")) if isinstance(value, str) else None
        match pack.project_file.role(pointer):
            case "root" | "path" if named is not None and _is_there(facts, layout, named):
                continue
            case "path" if named is not None and _can_go_along(facts, named):
                carried.append(named)
            case "root" | "path" | "step":
                gone.append(pointer)
    found = tuple(_note(source, document, pointer, pack) for pointer in sorted(gone, key=str))
    return PortedFile(source.encode(apply(source.text, _removals(document, gone))), tuple(carried), found)


def _removals(document: JsonDocument, gone: list[Pointer]) -> list[Edit]:
    """Return the edits that take entries out; a list that loses every entry goes with its key."""
    if not gone:
        return []
    from miniport.syntax.data_edit import remove_keys

    by_owner: dict[Pointer, set[str | int]] = {}
    for pointer in gone:
        by_owner.setdefault(pointer[:-1], set()).add(pointer[-1])
    for owner, keys in sorted(by_owner.items(), key=lambda item: -len(item[0])):
        if owner and len(keys) == len(document.entries(owner)):
            del by_owner[owner]
            by_owner.setdefault(owner[:-1], set()).add(owner[-1])
    return [edit for owner, keys in by_owner.items() for edit in remove_keys(document, owner, keys)]


def _leaves(value: Json) -> Iterator[tuple[Pointer, Json]]:
    stack: list[tuple[Pointer, Json]] = [((), value)]
    while stack:
        at, found = stack.pop()
        if isinstance(found, dict):
            stack.extend(((*at, key), inner) for key, inner in found.items())
        elif isinstance(found, list):
            stack.extend(((*at, index), inner) for index, inner in enumerate(found))
        else:
            yield at, found


def _is_there(facts: AppFacts, layout: Layout, named: PurePosixPath) -> bool:
    if any(sign in str(named) for sign in "*?[{"):
        return True
    places = (*map(layout.place, facts.files), *map(layout.place, facts.assets))
    return any(place == named or place.is_relative_to(named) for place in places)


def _can_go_along(facts: AppFacts, named: PurePosixPath) -> bool:
    return named.suffix == ".json" and facts.project.files.entries(named.parent).get(named.name) is False


def _note(source: Source, document: JsonDocument, pointer: Pointer, pack: TargetPack) -> Diagnostic:
    key = ".".join(str(part) for part in pointer)
    return rules.PROJECT_FILE_EDITED.at(document.span(pointer), key=key, file=source.path.name).placed(
        source, pack.name
    )


def absent_note(path: PurePosixPath, content: str, pack: TargetPack) -> Diagnostic:
    """Return the note that a project file was written where the project had none."""
    arguments = {"file": path.name, "content": " ".join(content.split())}
    return Diagnostic(rules.PROJECT_FILE_WRITTEN, arguments, Place(path), target=pack.name)
