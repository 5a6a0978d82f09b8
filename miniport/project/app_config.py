"""app.json: where it stands, what it says, and why nothing can be built with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from miniport import rules
from miniport.diagnostics import Diagnostic, Place, Rule
from miniport.edit import Edit, rewrite
from miniport.facts import Json
from miniport.field import replace
from miniport.frozen import frozen
from miniport.posix import PurePosixPath
from miniport.project.encoding import not_text
from miniport.project.files import CAUSES, Files, Unreadable
from miniport.project.pages import APP_CONFIG, page_entries
from miniport.project.written import LOOSE_JSON
from miniport.source import DecodeError, Source, Span, decode
from miniport.syntax.condition import Scalar
from miniport.syntax.conditions import Comments, resolve_conditions
from miniport.syntax.data import JsonDocument, parse_json
from miniport.syntax.data_loose import strict_edits


@frozen
class AppConfig:
    """The app's configuration as written, and what it says."""

    source: Source
    document: JsonDocument


def read_app_config(
    files: Files, base: PurePosixPath, names: Mapping[str, Scalar]
) -> AppConfig | tuple[Diagnostic, ...]:
    """Return the configuration in the app root, or why it is none; `names` settle its conditions."""
    path = _place(files, base)
    try:
        source = decode(path, files.read(path))
    except Unreadable as error:
        return (_unreadable(files, base, error.cause),)
    except DecodeError as error:
        en, zh = not_text(error)
        return (refusal(rules.APP_CONFIG_UNREADABLE, base, found_en=en, found_zh=zh),)
    seen = _as_data(source, names)
    document = parse_json(seen.text)
    return tuple(_wrong(seen, document)) or AppConfig(source, document)


def refusal(rule: Rule, base: PurePosixPath, **arguments: str) -> Diagnostic:
    """Return a finding that an app root as a whole gives rise to."""
    path = base / APP_CONFIG
    return Diagnostic(rule, {"folder": str(base), "file": str(path), **arguments}, Place(path))


def _place(files: Files, base: PurePosixPath) -> PurePosixPath:
    """Return where the app's configuration stands: strict, or with a suffix that says otherwise."""
    names = files.entries(base)
    written = [APP_CONFIG, *(f"{PurePosixPath(APP_CONFIG).stem}{suffix}" for suffix in LOOSE_JSON)]
    return base / next((name for name in written if names.get(name) is False), APP_CONFIG)


def _as_data(source: Source, names: Mapping[str, Scalar]) -> Source:
    """Return a configuration as strict JSON, with its conditions settled for a first look at it."""
    gaps = resolve_conditions(source.text, Comments.JSON, names).gaps
    seen = rewrite(source.text, [Edit(gap, "") for gap in gaps])
    source = source.rewritten(seen.text, seen.origins)
    if source.path.suffix not in LOOSE_JSON:
        return source
    plain = rewrite(source.text, strict_edits(source.text))
    return source.rewritten(plain.text, plain.origins)


def _unreadable(files: Files, base: PurePosixPath, cause: str) -> Diagnostic:
    if cause == "absent":
        return _absent(files, base)
    en, zh = CAUSES[cause]
    return refusal(rules.APP_CONFIG_UNREADABLE, base, found_en=en, found_zh=zh)


def _absent(files: Files, base: PurePosixPath) -> Diagnostic:
    """Return the finding on a folder without an app, with the one app below it; of several none is meant."""
    found = _with_app(files, base)
    if not files.entries(base):
        # Project files name what a tool makes, which nobody has made yet.
        root = PurePosixPath()
        found = [root] if files.entries(root).get(APP_CONFIG) is False else _with_app(files, root)
    named = {"folder_en": f'"{base}"', "folder_zh": f"“{base}” "}
    if base == PurePosixPath():
        named = {"folder_en": "the project's folder", "folder_zh": "工程目录"}
    if len(found) != 1:
        return Diagnostic(rules.APP_CONFIG_MISSING, named, Place(base))
    return Diagnostic(rules.APP_CONFIG_ELSEWHERE, {**named, "found": str(found[0])}, Place(base))


def _with_app(files: Files, base: PurePosixPath) -> list[PurePosixPath]:
    return [at for at in _below(files, base) if files.entries(at).get(APP_CONFIG) is False]


def _below(files: Files, base: PurePosixPath) -> Iterator[PurePosixPath]:
    """Yield the folders in a folder, and those in them; packages and hidden ones left out."""
    for level in (base, *_folders(files, base)):
        yield from _folders(files, level)


def _folders(files: Files, folder: PurePosixPath) -> list[PurePosixPath]:
    names = sorted(name for name, is_folder in files.entries(folder).items() if is_folder)
    return [folder / name for name in names if name not in ("node_modules", "dist") and name[0] != "."]


def _wrong(source: Source, config: JsonDocument) -> Iterator[Diagnostic]:
    """Yield what makes app.json no configuration: broken text, no object, no list of page paths."""
    broken = [finding for finding in config.findings if finding.rule.is_blocking]
    for finding in broken:
        # What is wrong is said by its own rule; nothing can be built without this file.
        yield replace(finding, rule=replace(finding.rule, is_refusal=True)).placed(source)
    if broken:
        return
    value = config.value
    if not isinstance(value, dict):
        yield _unfit(source, config.span(), "it does not hold an object", "它的内容不是对象")
        return
    if not source.text.strip():
        yield _unfit(source, config.span(), "it is empty", "它是空的")
        return
    pages = value.get("pages")
    if not isinstance(pages, list):
        yield _unfit(source, config.span(("pages",)), *_without_list(value))
        return
    if not pages and not any(page_entries(value)):
        yield _unfit(source, config.span(("pages",)), 'its list "pages" is empty', "“pages” 列表是空的")
        return
    for index, page in enumerate(pages):
        if not isinstance(page, str) or not page.strip("/"):
            span = config.span(("pages", index))
            yield _unfit(
                source,
                span,
                f'entry {index + 1} of "pages" is no path',
                f"“pages” 的第 {index + 1} 项不是路径",
            )


def _without_list(value: Mapping[str, Json]) -> tuple[str, str]:
    if "pages" in value:
        return '"pages" is no list', "“pages” 不是列表"
    return 'it has no list "pages"', "缺少 “pages” 列表"


def _unfit(source: Source, span: Span, en: str, zh: str) -> Diagnostic:
    return rules.APP_CONFIG_UNREADABLE.at(span, file=source.path, found_en=en, found_zh=zh).placed(source)
