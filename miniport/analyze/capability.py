"""The modules that a project supplies for what a platform has not: which one serves which use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from miniport import rules
from miniport.analyze.supplied import adapted
from miniport.analyze.walk import Walk
from miniport.diagnostics import Diagnostic, Place, Rule
from miniport.dialect import FileKind
from miniport.facts import Kind
from miniport.likeness import closest
from miniport.posix import PurePosixPath
from miniport.project.files import Unreadable
from miniport.project.project import Project
from miniport.project.request import Found, is_foreign
from miniport.project.settings import SETTINGS_FILE
from miniport.project.standing import for_target
from miniport.record import RecordError, load_yaml
from miniport.regex import regex
from miniport.source import DecodeError, Span, decode
from miniport.syntax.module_form import Form
from miniport.syntax.script_tree import Script
from miniport.targets.index import Fact, Index, Key
from miniport.targets.pack import TargetPack
from miniport.targets.verdict import Unknown, Unsupported

CAPABILITIES = ("pay", "login", "phone", "user", "coupon", "search", "content", "message")
"""What differs in kind from platform to platform; a pack says which API needs which."""

_OPEN_TYPE = regex(r"([a-z-]+)\.open-type\.(\w+)")
# A call of these is answered at once or again and again, which a module that is waited for cannot do.
_ASYNC = ("async", None)


def capable(pack: TargetPack, project: Project) -> TargetPack:
    """Return a pack in which every API and open-type that the settings name needs its adapter.

    What a platform with a dialect has itself stays its own.
    """
    index: Index = {}
    for name in _single(project):
        key, facts = _key(name), _facts(name, (*project.readers, pack))
        if not facts or not _is_async(facts):
            continue
        is_lacking = isinstance(pack.verdict_of(key[0], key[2], key[1]), Unsupported | Unknown)
        if pack.family == "dialect" and not is_lacking:
            continue
        index[key] = ({"adapter": name}, "project", "")
        if key[0] is Kind.VALUE:
            index[Kind.EVENT, key[1], _open_type(name)] = (None, "project", "")
            index[Kind.ATTRIBUTE, key[1], "scope"] = (None, "project", "")
    if not index:
        return pack
    return pack.with_facts(index, {}, "+".join([pack.digest, *sorted(name for _, _, name in index)]))


def named_wrongly(project: Project, packs: Iterable[TargetPack]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the names of a project's capabilities."""
    known = (*project.readers, *packs)
    for name in _single(project):
        facts = _facts(name, known)
        if not facts:
            near = closest(name, (*CAPABILITIES, *(api for pack in known for api in pack.names(Kind.API))))
            rule = rules.CAPABILITY_MISSPELT if near else rules.CAPABILITY_UNKNOWN
            yield _told(project, name, rule, near=near or "", known=", ".join(CAPABILITIES))
        elif not _is_async(facts):
            yield _told(project, name, rules.CAPABILITY_NOT_ASYNC)


def reach_adapters(walk: Walk, pack: TargetPack) -> dict[str, PurePosixPath]:
    """Reach the modules of the capabilities that the files reached so far need; return them by capability.

    A module may need further ones. Reports a module that stands nowhere.
    """
    modules = walk.project.settings.capabilities
    found: dict[str, PurePosixPath] = {}
    seen: set[str] = set()
    while wanted := [name for name in _needed(walk, pack) if name in modules and name not in seen]:
        for name in wanted:
            seen.add(name)
            path = walk.project.files.normal(modules[name])
            origin = walk.resolver.origin(path)
            if origin is not None:
                walk.reach(path, origin, FileKind.SCRIPT)
                found[name] = path
            elif not _is_elsewhere(walk, path):
                rule = rules.CAPABILITY_MODULE_MISSING
                walk.diagnostics.append(_told(walk.project, name, rule, walk.target, file=str(path)))
        walk.follow()
    walk.diagnostics.extend(_idle(walk, pack, seen))
    walk.diagnostics.extend(_without_default(walk, found))
    return found


def spare(walk: Walk) -> frozenset[PurePosixPath]:
    """Return the files that only modules of capabilities refer to which this target does not need."""
    files = walk.project.files
    pending = [files.normal(path) for path in walk.project.settings.capabilities.values()]
    found: set[PurePosixPath] = set()
    while pending:
        path = pending.pop()
        if path in found or walk.has_reached(path):
            continue
        found.add(path)
        pending.extend(_asked_for(walk, path))
    return frozenset(found)


def _asked_for(walk: Walk, path: PurePosixPath) -> Iterator[PurePosixPath]:
    origin = walk.resolver.origin(path)
    if origin is None or path.suffix not in walk.project.dialect_of(path).suffixes[FileKind.SCRIPT]:
        return
    walk.glanced.add(origin)
    try:
        source = decode(origin, walk.parses.read(walk.project.files, origin))
    except (Unreadable, DecodeError):
        # Nobody needs the file, so nobody is told.
        return
    reader = walk.project.reader_of(path)
    source = walk.parses.prepared(FileKind.SCRIPT, source, walk.switches).source
    for reference in walk.parses.described(FileKind.SCRIPT, reader, source.text).references:
        if not reference.is_dynamic and not is_foreign(reference.request):
            asked = walk.resolver.resolve(reference, path, reader.dialect)
            if isinstance(asked, Found):
                yield asked.path


def place_of(project: Project, name: str, *, is_module: bool = False) -> Place:
    """Return where the settings name a capability, or the module of one."""
    path = PurePosixPath(SETTINGS_FILE)
    try:
        source = decode(path, project.files.read(path))
        document = load_yaml(source.text, SETTINGS_FILE)
        pointer = ("capabilities", name)
        span = document.span(pointer) if is_module else document.key_span(pointer)
    except (Unreadable, DecodeError, RecordError):
        # Settings that were not read from the file.
        return Place(path)
    return Place.of(source, Span(*span)) if span else Place(path)


def _single(project: Project) -> list[str]:
    return [name for name in project.settings.capabilities if name not in CAPABILITIES]


def _key(name: str) -> Key:
    match = _OPEN_TYPE.fullmatch(name)
    return (Kind.VALUE, match[1], f"open-type={match[2]}") if match else (Kind.API, "", name)


def _facts(name: str, packs: Iterable[TargetPack]) -> list[Fact]:
    """Return what the packs say of the API or open-type of a name."""
    return [fact for pack in packs if (fact := pack.index.get(_key(name)))]


def _is_async(facts: list[Fact]) -> bool:
    return all(not row or row.get("kind") in _ASYNC for row, _, _ in facts)


def _open_type(name: str) -> str:
    return name.rpartition(".")[2]


def _needed(walk: Walk, pack: TargetPack) -> list[str]:
    """Return the capabilities that the files reached so far need, in the order of their names."""
    uses = (use for file in walk.files.values() if file.described for use in file.described.uses)
    modules = walk.project.settings.capabilities
    return sorted(set(adapted(uses, modules, pack).values()))


def _is_elsewhere(walk: Walk, path: PurePosixPath) -> bool:
    """Tell whether a module stands there for some other target: this one then has none."""
    return any(walk.resolver.is_file(for_target(path, name)) for name in walk.project.target_names)


def _idle(walk: Walk, pack: TargetPack, needed: set[str]) -> Iterator[Diagnostic]:
    """Yield each capability whose module is not there although nothing needs it yet."""
    could = {str(row["adapter"]) for row, _, _ in pack.index.values() if row and row.get("adapter")}
    for name, written in walk.project.settings.capabilities.items():
        path = walk.project.files.normal(written)
        is_absent = walk.resolver.origin(path) is None and not _is_elsewhere(walk, path)
        if name in could - needed and is_absent:
            rule = rules.CAPABILITY_MODULE_IDLE
            yield _told(walk.project, name, rule, walk.target, file=str(path))


def _without_default(walk: Walk, found: Mapping[str, PurePosixPath]) -> Iterator[Diagnostic]:
    for name, path in found.items():
        file = walk.files.get(path)
        tree = file.tree if file is not None else None
        if isinstance(tree, Script) and not _may_have_default(tree):
            rule = rules.CAPABILITY_WITHOUT_DEFAULT
            yield _told(walk.project, name, rule, walk.target, file=str(path))


_EXPORTS = regex(r"(?<![\w$])exports(?![\w$])")
_NAMED = regex(r"\s*\.\s*(?!default\b)[\w$]+\s*=(?!=)")


def _may_have_default(script: Script) -> bool:
    """Tell whether a module has a default export, or shares what it has in a way that may give one."""
    if script.form is not Form.COMMONJS:
        return any(each.name == "default" for each in script.exports)
    return any(not _NAMED.match(script.text, found.end()) for found in _EXPORTS.finditer(script.text))


def _told(project: Project, name: str, rule: Rule, target: str = "", **arguments: str) -> Diagnostic:
    place = place_of(project, name, is_module="file" in arguments)
    return Diagnostic(rule, {"name": name, **arguments}, place, target=target)
