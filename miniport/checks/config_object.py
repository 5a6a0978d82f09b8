"""What stands inside the values of configuration files: keys, colours, and settings that scripts rely on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from miniport import rules
from miniport.analyze.app import Unit, UnitKind
from miniport.analyze.config_use import config_uses
from miniport.analyze.did_you_mean import near_words
from miniport.checks.config_value import wrong_kind
from miniport.checks.declaration import why_no_colour
from miniport.checks.life_cycle import is_used
from miniport.checks.scene import Scene, related
from miniport.diagnostics import Diagnostic, Finding, Related
from miniport.facts import Json, Kind
from miniport.project.pages import page_path
from miniport.syntax.data import JsonDocument, Pointer
from miniport.syntax.script_tree import Script
from miniport.targets.form_language import LanguageForm
from miniport.targets.pack import TargetPack

_PROJECT = "project"


def config_objects(scene: Scene) -> Iterator[Diagnostic]:
    """Yield what is wrong inside the configuration of the app, its pages, its components and its project."""
    yield from _project_file(scene)
    for unit in scene.facts.units:
        file = scene.facts.file(unit.config_file)
        tree = file.tree if file is not None else None
        if file is None or not isinstance(tree, JsonDocument) or not scene.is_own(unit.path):
            continue
        reader = scene.facts.project.reader_of(file.path)
        for finding in (*_inside(tree, (), unit.kind.value, reader.language), *_colours(tree, unit, reader)):
            yield scene.placed(file, finding)
    for page in scene.facts.pages:
        yield from _settings(page, scene)
    yield from _pages_named(scene)


def _inside(document: JsonDocument, pointer: Pointer, path: str, language: LanguageForm) -> Iterator[Finding]:
    """Yield keys that an object does not take, and those it lacks, in it and in what it holds."""
    value = _at(document.value, pointer)
    known = language.objects.get(path)
    if known is not None and isinstance(value, dict):
        yield from _keys(document, pointer, value, known)
    entries: Iterator[tuple[str | int, Json]] = iter(())
    if isinstance(value, dict):
        entries = iter(value.items())
    elif isinstance(value, list):
        entries = iter(enumerate(value))
    for step, inner in entries:
        name = f"{path}.{step}"
        below = next((at for at in (name, f"{path}.*") if _leads(at, language)), None)
        if known is not None and name in language.inner_kinds:
            yield from wrong_kind(document, (*pointer, step), inner, language.inner_kinds[name])
        choices = language.choices.get(name, ()) if known is not None else ()
        if choices and isinstance(inner, str) and inner not in choices:
            said = {"key": str(step), "found": f'"{inner}"', "known": ", ".join(choices)}
            yield rules.CONFIG_CHOICE.at(document.span((*pointer, step)), **said)
        if below is not None:
            yield from _inside(document, (*pointer, step), below, language)


def _leads(path: str, language: LanguageForm) -> bool:
    return any(known == path or known.startswith(f"{path}.") for known in language.objects)


def _keys(
    document: JsonDocument, pointer: Pointer, value: dict[str, Json], known: tuple[str, ...]
) -> Iterator[Finding]:
    place = ".".join(map(str, pointer))
    names = [name.rstrip("!") for name in known]
    for key in value:
        if key not in names:
            said = {"place": place, "key": key, "known": ", ".join(names)}
            at = document.key_span((*pointer, key))
            yield rules.CONFIG_KEY_INSIDE.at(at, **said, **near_words(key, names))
    for name in known:
        if name.endswith("!") and name[:-1] not in value:
            yield rules.CONFIG_KEY_MISSING.at(document.span(pointer), place=place, key=name[:-1])


def _at(value: Json, pointer: Pointer) -> Json:
    for step in pointer:
        value = value[step]  # type: ignore[index]
    return value


def _colours(document: JsonDocument, unit: Unit, reader: TargetPack) -> Iterator[Finding]:
    """Yield each text that should be a colour and is none."""
    for pointer, use in config_uses(document, unit.kind, reader):
        value = _at(document.value, pointer)
        if use.name in reader.language.colours and isinstance(value, str) and value.startswith("#"):
            why = why_no_colour(value)
            if why is not None:
                yield rules.COLOUR.at(document.span(pointer), found=value, **why)


def _pages_named(scene: Scene) -> Iterator[Diagnostic]:
    """Yield each key of the preload rules, and the entry, that is no page of the app."""
    file = scene.facts.file(scene.facts.app.config_file)
    tree = file.tree if file is not None else None
    if file is None or not isinstance(tree, JsonDocument) or not isinstance(tree.value, dict):
        return
    base = scene.facts.project.base
    pages = {str(page.path.relative_to(base)) for page in scene.facts.pages}
    loaded, entry = tree.value.get("preloadRule"), tree.value.get("entryPagePath")
    listed = loaded if isinstance(loaded, dict) else {}
    named = [(key, tree.key_span(("preloadRule", key))) for key in listed]
    named += [(entry, tree.span(("entryPagePath",)))] if isinstance(entry, str) else []
    for path, at in named:
        if str(page_path(path)) not in pages:
            near = near_words(path, pages)
            yield scene.placed(file, rules.NAMED_PAGE_NOT_THERE.at(at, page=path, **near))
    declared = [unit for unit in scene.facts.units if scene.is_own(unit.path)]
    for unit in declared if not scene.facts.project.reader.language.has_upper_case_tags else ():
        yield from _tags(unit, scene)


def _tags(unit: Unit, scene: Scene) -> Iterator[Diagnostic]:
    """Yield each tag of a component that has a capital where the dialect takes none."""
    file = scene.facts.file(unit.config_file)
    tree = file.tree if file is not None else None
    components = unit.config.get("usingComponents")
    for tag in components if isinstance(components, dict) else ():
        pointer = ("usingComponents", tag)
        if file is not None and isinstance(tree, JsonDocument) and tag != tag.lower() and tree.has(pointer):
            yield scene.placed(file, rules.COMPONENT_TAG_CASE.at(tree.key_span(pointer), name=tag))


def _project_file(scene: Scene) -> Iterator[Diagnostic]:
    """Yield keys of the project file that are nearly ones it has, and values of another kind."""
    written, reader = scene.facts.project.project_file, scene.facts.project.reader
    if written is None or not isinstance(written.document.value, dict):
        return
    form = reader.project_file
    more = (*form.paths, *form.steps, *form.aliases) if form is not None else ()
    known = (*reader.names(Kind.CONFIG, _PROJECT), *more)
    kinds = {name: kind for kind, names in reader.language.values.items() for name in names}
    pending: list[Pointer] = [(key,) for key in written.document.value]
    while pending:
        pointer = pending.pop(0)
        value, name = _at(written.document.value, pointer), ".".join(map(str, pointer))
        if name not in known:
            near = near_words(name, known)
            if near["near_en"]:
                at = written.document.key_span(pointer)
                said = {"place": written.path.name, "key": name, "known": _beside(name, known), **near}
                yield rules.CONFIG_KEY_INSIDE.at(at, **said).placed(written.source, scene.pack.name)
            continue
        for finding in wrong_kind(written.document, pointer, value, kinds.get(f"{_PROJECT}.{name}")):
            yield finding.placed(written.source, scene.pack.name)
        if isinstance(value, dict):
            pending += [
                (*pointer, key) for key in value if any(each.startswith(f"{name}.") for each in known)
            ]


def _beside(name: str, known: tuple[str, ...]) -> str:
    """Return the keys that may stand beside one."""
    group = name.rpartition(".")[0]
    return ", ".join(each for each in known if each.rpartition(".")[0] == group)


def _settings(page: Unit, scene: Scene) -> Iterator[Diagnostic]:
    """Yield each life cycle of a page that needs a setting which is not on."""
    written = scene.own(page.script, Script)
    if written is None:
        return
    script, tree = written
    reader = scene.facts.project.reader_of(script.path)
    for registration in tree.registrations:
        options = registration.options
        for entry in options.entries if options is not None and registration.word == UnitKind.PAGE else ():
            fact = reader.index.get((Kind.LIFECYCLE, UnitKind.PAGE, entry.name))
            setting = str(fact[0].get("setting") or "") if fact is not None and fact[0] else ""
            text = tree.text[entry.value.start : entry.value.end]
            # What an IDE wrote, and nobody filled in, is missed by nobody.
            is_filled = re.search(rf"\bthis\b|\b{reader.dialect.namespace}\s*\.", text) is not None
            is_asked = is_filled and not is_used(entry.name, tree.text)
            if not setting or not is_asked or _is_started(entry.name, scene):
                continue
            group, _, key = setting.partition(".")
            window = scene.facts.app.config.get(group)
            own = page.config.get(key, window.get(key) if isinstance(window, dict) else None)
            if own is True:
                continue
            said = {"name": entry.name, "setting": key, "file": f"{page.path}.json"}
            places = _written(page, key, scene)
            yield scene.placed(script, rules.SETTING_OFF.at(entry.span, **said), *places)


def _is_started(name: str, scene: Scene) -> bool:
    """Tell whether some script starts by itself what a life cycle answers: startPullDownRefresh."""
    word = f"start{name[2:]}"
    trees = (file.tree for file in scene.facts.files.values())
    return any(isinstance(tree, Script) and word in tree.text for tree in trees)


def _written(page: Unit, key: str, scene: Scene) -> Iterator[Related]:
    file = scene.facts.file(page.config_file)
    tree = file.tree if file is not None else None
    if file is not None and isinstance(tree, JsonDocument) and tree.has((key,)):
        yield related(file, tree.key_span((key,)), "it is turned off here", "在此处关闭")
